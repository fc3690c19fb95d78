// Handing over a duty desk: who answers now, what the shift before left and nobody took over yet, what a note would hold
// now, and the notes before.
import { useState } from 'react'
import {
  draftHandover,
  type HandoverView,
  listHandovers,
  takeHandover,
  writeHandover,
} from '#core/cases/contract-handover.ts'
import { remarkMax } from '#core/cases/handover.ts'
import { handoverRefusals } from '#core/cases/words-handover.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint, usePages } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextArea } from '#web/kit/ui/Field.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { AnswersNowLine } from '#web/people/AnswersNow.tsx'
import { useDeskArea } from '#web/people/desk-area.ts'
import { DeskPhone } from '#web/people/DeskPhone.tsx'
import { deskNowWords } from '#web/people/words-desk-now.ts'
import { AreaPicker, useAreaName } from '#web/places/AreaPicker.tsx'
import { useNavigate } from 'react-router'
import { paths } from '#web/kit/paths.ts'
import { HandoverItems, useCounts } from './HandoverItems.tsx'
import { handoverWords as words } from './words-handover.ts'

type Draft = OutputOf<typeof draftHandover>

export function HandoverPage() {
  const code = useDeskArea()
  return code === null ? <Loading /> : <Handover key={code} code={code} />
}

function Handover({ code }: { code: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const area = useAreaName(code)
  const draft = useEndpoint(draftHandover, { code }, { refetchInterval: 60_000 })
  const notes = usePages(listHandovers, { code })
  const tools = <AreaPicker code={code} onChoose={(to) => void navigate(paths.desk.handover(to))} />
  const error = draft.error ?? notes.error
  return (
    <Room title={t(words.title, { area })} sub={t(words.sub)} tools={tools}>
      {error !== null && !draft.data ? (
        <Problem
          error={error}
          refusals={handoverRefusals}
          onRetry={() => (void draft.refetch(), void notes.refetch())}
        />
      ) : !draft.data || !notes.data ? (
        <Loading what={t(words.fetching)} lines={6} />
      ) : (
        <>
          <Notice tone="accent" title={t(deskNowWords.heading)}>
            <AnswersNowLine code={code} />
            <DeskPhone code={code} />
          </Notice>
          <Waiting code={code} notes={notes.data} mayTake={draft.data.mayWrite} />
          <Now code={code} draft={draft.data} />
          <SectionHeading>{t(words.earlier)}</SectionHeading>
          {notes.data.length === 0 && <Empty title={t(words.none)} then={t(words.noneThen)} />}
          {notes.data.map((note) => (
            <Earlier key={note.id} note={note} />
          ))}
          <MorePages list={notes} />
        </>
      )}
    </Room>
  )
}

type WaitingProps = { code: string; notes: HandoverView[]; mayTake: boolean }

/** The newest note alone asks to be taken over: what an older one left open stands in it again. */
function Waiting({ code, notes, mayTake }: WaitingProps) {
  const { t } = useWords()
  const toast = useToast()
  const act = useCommand(takeHandover, {
    refresh: [listHandovers],
    onDone: () => toast(t(words.taken)),
  })
  const note = notes[0]
  if (note === undefined || note.takenBy !== null) return null
  return (
    <section>
      <SectionHeading>{t(words.toTake)}</SectionHeading>
      <Note note={note} />
      {act.error !== null && <Problem error={act.error} refusals={handoverRefusals} />}
      {note.own ? (
        <p className="k-sub">{t(words.ownWaits)}</p>
      ) : (
        <Button
          look={mayTake ? 'pri' : 'plain'}
          busy={act.isPending}
          whyNot={mayTake ? null : t(words.notYours)}
          onClick={() => act.mutate({ code, id: note.id })}
        >
          {t(words.take)}
        </Button>
      )}
    </section>
  )
}

function Now({ code, draft }: { code: string; draft: Draft }) {
  const { t } = useWords()
  const times = useTimes()
  const [writing, setWriting] = useState(false)
  const { shiftEndsAt, coversUntil } = draft
  const ends =
    shiftEndsAt === null ? t(words.noShift) : t(words.endsAt, { at: times.near(shiftEndsAt) })
  return (
    <section>
      <SectionHeading
        end={
          <Button
            look={draft.mayWrite ? 'pri' : 'plain'}
            whyNot={draft.mayWrite ? null : t(words.notYours)}
            onClick={() => setWriting(true)}
          >
            {t(words.write)}
          </Button>
        }
      >
        {t(words.draft)}
      </SectionHeading>
      <p className="k-sub">
        {ends} {t(words.draftUntil, { until: times.dayTime(coversUntil) })}
      </p>
      {draft.items.length === 0 ? (
        <Empty title={t(words.nothing)} then={t(words.nothingThen)} />
      ) : (
        <HandoverItems items={draft.items} counts={draft.counts} caption={t(words.draft)} />
      )}
      {writing && (
        <Write code={code} count={draft.items.length} onClose={() => setWriting(false)} />
      )}
    </section>
  )
}

type WriteProps = { code: string; count: number; onClose: () => void }

function Write({ code, count, onClose }: WriteProps) {
  const { t } = useWords()
  const toast = useToast()
  const [remark, setRemark] = useState('')
  const act = useCommand(writeHandover, {
    refresh: [listHandovers, draftHandover],
    onDone: () => {
      toast(t(words.written))
      onClose()
    },
  })
  return (
    <AskDialog
      title={t(words.writeTitle)}
      says={t(words.writeSays, { n: count })}
      verb={t(words.write)}
      busy={act.isPending}
      error={act.error}
      refusals={handoverRefusals}
      onSubmit={() => act.mutate({ code, remark })}
      onClose={onClose}
    >
      <TextArea
        label={t(words.remark)}
        hint={t(words.remarkHint)}
        rows={5}
        maxLength={remarkMax}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
    </AskDialog>
  )
}

function Note({ note }: { note: HandoverView }) {
  const { t } = useWords()
  return (
    <>
      <By note={note} />
      {note.remark !== '' && <p className="handover-remark">{note.remark}</p>}
      {note.items.length > 0 && (
        <HandoverItems items={note.items} counts={note.counts} caption={t(words.toTake)} />
      )}
    </>
  )
}

function By({ note }: { note: HandoverView }) {
  const { t } = useWords()
  const times = useTimes()
  const by = t(words.writtenBy, { name: note.writtenBy, at: times.near(note.writtenAt) })
  const taken =
    note.takenBy === null || note.takenAt === null
      ? ''
      : ` · ${t(words.takenBy, { name: note.takenBy, at: times.near(note.takenAt) })}`
  return <p className="k-sub">{by + taken}</p>
}

function Earlier({ note }: { note: HandoverView }) {
  const counts = useCounts(note.counts)
  return (
    <details className="handover-earlier">
      <summary>
        <By note={note} />
        <span className="k-note">{counts}</span>
      </summary>
      <Note note={note} />
    </details>
  )
}
