// Writing a notice, or correcting one with a reason. Picture and paper go first; only when they arrived is the form sent.
import { useState } from 'react'
import { uploadDocument, uploadPhoto } from '#core/files/contract.ts'
import { fileRefusals } from '#core/files/words.ts'
import { nextDate } from '#core/kit/time.ts'
import {
  type BoardCategory,
  boardCategories,
  bodyMost,
  titleMost,
  whyNotOnBoard,
} from '#core/notices/board.ts'
import {
  type BoardPostView,
  correctNotice,
  listBoard,
  listBoardDesk,
  publishNotice,
} from '#core/notices/contract-board.ts'
import { boardCategoryWords, boardRefusals } from '#core/notices/words-board.ts'
import { upload } from '#web/kit/api.ts'
import { useToday, useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { useCommand } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Select, TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { FilePicker } from '#web/kit/ui/FilePicker.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import type { Board } from './DeskBoardPage.tsx'
import { deskBoardWords as words } from './words-desk-board.ts'

type Props = { board: Board; known: BoardPostView | null; onClose: () => void }

const usualDays = 7

const draftOf = (known: BoardPostView | null, today: string) => ({
  category: known?.category ?? ('' as BoardCategory | ''),
  title: known?.title ?? '',
  body: known?.body ?? '',
  gridCode: known?.grid?.code ?? '',
  fromOn: known?.fromOn ?? today,
  untilOn: known?.untilOn ?? nextDate(today, usualDays),
  reason: '',
  photos: [] as File[],
  papers: [] as File[],
  dropPhoto: false,
  dropPaper: false,
})
type Draft = ReturnType<typeof draftOf>
type Set = (change: Partial<Draft>) => void

export function BoardForm({ board, known, onClose }: Props) {
  const { t } = useWords()
  const today = useToday()
  const [draft, setDraft] = useState(() => draftOf(known, today))
  const set: Set = (change) => setDraft((was) => ({ ...was, ...change }))
  const [missing, setMissing] = useState<string[]>([])
  const sending = useSending({ board, known, onClose })
  const submit = () => {
    const lacking = lackingOf(draft, known, today).map((what) =>
      'zh' in what ? t(what) : t(words.need, { what: t(what.need) }),
    )
    setMissing(lacking)
    if (lacking.length === 0) void sending.send(draft)
  }
  return (
    <AskDialog
      wide
      title={known === null ? t(words.addTitle) : t(words.correctTitle, { title: known.title })}
      verb={t(known === null ? words.publish : words.correct)}
      busy={sending.busy}
      missing={missing}
      error={sending.error}
      refusals={{ ...fileRefusals, ...boardRefusals }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Fields board={board} draft={draft} set={set} />
      <Enclosed known={known} draft={draft} set={set} />
      {known !== null && (
        <TextField
          label={t(words.reason)}
          hint={t(words.reasonHint)}
          value={draft.reason}
          maxLength={300}
          onChange={(event) => set({ reason: event.target.value })}
        />
      )}
    </AskDialog>
  )
}

function lackingOf(draft: Draft, known: BoardPostView | null, today: string) {
  const needs = [
    [words.category, draft.category !== ''],
    [words.title, draft.title.trim().length > 1],
    [words.body, draft.body.trim().length > 1],
    [words.fromOn, draft.fromOn !== ''],
    [words.untilOn, draft.untilOn !== ''],
    [words.reason, known === null || draft.reason.trim().length > 1],
  ] as const
  const lacking = needs.filter(([, holds]) => !holds).map(([need]) => ({ need }))
  if (lacking.length > 0) return lacking
  const fault = whyNotOnBoard(draft, known !== null && known.untilOn < today ? null : today)
  const said = fault === null ? undefined : boardRefusals[fault]
  return said === undefined ? [] : [said]
}

function useSending({ board, known, onClose }: Props) {
  const { t } = useWords()
  const toast = useToast()
  const [postId] = useState(newCommandId)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [carrying, setCarrying] = useState(false)
  const ending = (said: string) => ({
    refresh: [listBoardDesk, listBoard],
    onDone: () => {
      toast(said)
      onClose()
    },
  })
  const publish = useCommand(publishNotice, ending(t(words.published)))
  const correct = useCommand(correctNotice, ending(t(words.corrected)))
  const send = async (draft: Draft) => {
    setTrouble(null)
    setCarrying(true)
    try {
      const [photo, paper] = [draft.photos[0], draft.papers[0]]
      const sentPhoto = photo && (await upload(uploadPhoto, {}, photo, photo.name)).hash
      const sentPaper = paper && (await upload(uploadDocument, {}, paper, paper.name)).hash
      const fields = {
        code: board.code,
        category: draft.category as BoardCategory,
        title: draft.title.trim(),
        body: draft.body.trim(),
        gridCode: draft.gridCode === '' ? null : draft.gridCode,
        fromOn: draft.fromOn,
        untilOn: draft.untilOn,
        photo: sentPhoto ?? (draft.dropPhoto ? null : (known?.photo ?? null)),
      }
      if (known === null) return publish.mutate({ ...fields, postId, paper: sentPaper ?? null })
      const kept = sentPaper ?? (draft.dropPaper ? null : undefined)
      correct.mutate({
        ...fields,
        id: known.id,
        reason: draft.reason.trim(),
        expectedVersion: known.version,
        ...(kept !== undefined && { paper: kept }),
      })
    } catch (failed) {
      setTrouble(failed) // what was typed and chosen stays; the form says why
    } finally {
      setCarrying(false)
    }
  }
  const busy = carrying || publish.isPending || correct.isPending
  return { send, busy, error: trouble ?? publish.error ?? correct.error }
}

function Fields({ board, draft, set }: { board: Board; draft: Draft; set: Set }) {
  const { t } = useWords()
  return (
    <>
      <Select
        label={t(words.category)}
        value={draft.category}
        options={boardCategories.map((value) => ({ value, label: t(boardCategoryWords[value]) }))}
        onChange={(event) => set({ category: event.target.value as Draft['category'] })}
      />
      <TextField
        label={t(words.title)}
        hint={t(words.titleHint)}
        value={draft.title}
        maxLength={titleMost}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextArea
        label={t(words.body)}
        hint={t(words.bodyHint)}
        rows={6}
        value={draft.body}
        maxLength={bodyMost}
        onChange={(event) => set({ body: event.target.value })}
      />
      <Select
        label={t(words.grid)}
        empty={t(words.wholeCommunity)}
        value={draft.gridCode}
        options={board.grids.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(event) => set({ gridCode: event.target.value })}
      />
      <div className="desk-board-days">
        <TextField
          label={t(words.fromOn)}
          type="date"
          value={draft.fromOn}
          onChange={(event) => set({ fromOn: event.target.value })}
        />
        <TextField
          label={t(words.untilOn)}
          type="date"
          min={draft.fromOn}
          value={draft.untilOn}
          onChange={(event) => set({ untilOn: event.target.value })}
        />
      </div>
    </>
  )
}

type EnclosedProps = { known: BoardPostView | null; draft: Draft; set: Set }

function Enclosed({ known, draft, set }: EnclosedProps) {
  const { t } = useWords()
  return (
    <>
      <PhotoPicker
        label={t(words.photo)}
        hint={t(words.photoHint)}
        photos={draft.photos}
        max={1}
        onChange={(photos) => set({ photos })}
      />
      {known !== null && known.photo !== null && draft.photos.length === 0 && (
        <Tick
          label={t(words.photoDrop)}
          checked={draft.dropPhoto}
          onChange={(dropPhoto) => set({ dropPhoto })}
        />
      )}
      <FilePicker
        label={t(words.paper)}
        choose={t(words.choosePaper)}
        hint={t(words.paperHint)}
        accept="application/pdf,.pdf"
        files={draft.papers}
        max={1}
        onChange={(papers) => set({ papers })}
      />
      {known?.paper === true && draft.papers.length === 0 && (
        <Tick
          label={t(words.paperDrop)}
          checked={draft.dropPaper}
          onChange={(dropPaper) => set({ dropPaper })}
        />
      )}
    </>
  )
}
