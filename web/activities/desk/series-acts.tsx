// What is done to a series beside changing it: it is ended after a day, or gets one session more.
import { useState } from 'react'
import {
  type SeriesView,
  addSession,
  endSeries,
  listSeries,
  listSessions,
  readSeries,
} from '#core/activities/contract-series.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Select, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { formWords } from '../words-forms.ts'
import { centreWords, seriesWords as words, sessionWords } from '../words-desk.ts'
import { type House, useNamed } from './CentreFrame.tsx'
import { textOrNull, useCentreAct, useMissing } from './centre-act.ts'

type Props = { house: House; series: SeriesView; onClose: () => void }
const refresh = [listSeries, readSeries, listSessions]

export function EndSeriesForm({ house, series, onClose }: Props) {
  const { t } = useWords()
  const named = useNamed()
  const [lastDay, setLastDay] = useState(house.today)
  const [reason, setReason] = useState('')
  const { missing, check } = useMissing()
  const act = useCentreAct(endSeries, {
    refresh,
    onClose,
    says: ({ cancelled }) => t(words.ended, { n: cancelled }),
  })
  const submit = () =>
    check(
      [
        [t(words.lastDay), lastDay !== ''],
        [t(sessionWords.why), reason.trim().length > 1],
      ],
      () => act.mutate({ seriesId: series.id, lastDay, reason: reason.trim() }),
    )
  return (
    <AskDialog
      grave
      title={t(formWords.endTitle, { name: named(series.title) })}
      says={t(words.endThen)}
      verb={t(words.end)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t(words.lastDay)}
        type="date"
        min={house.today}
        value={lastDay}
        onChange={(e) => setLastDay(e.target.value)}
      />
      <TextArea
        label={t(sessionWords.why)}
        hint={t(sessionWords.whyHint)}
        value={reason}
        maxLength={300}
        onChange={(e) => setReason(e.target.value)}
      />
    </AskDialog>
  )
}

/** HH:MM after so many minutes, within the day. */
function later(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  const end = Math.min(hours * 60 + rest + minutes, 24 * 60 - 1)
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

const draftOf = (series: SeriesView) => ({
  day: '',
  from: series.startTime,
  till: later(series.startTime, series.minutes),
  roomId: series.roomId ?? '',
  topic: '',
})
type Draft = ReturnType<typeof draftOf>

export function AddSessionForm({ house, series, onClose }: Props) {
  const { t } = useWords()
  const named = useNamed()
  const [id] = useState(newCommandId)
  const [draft, setDraft] = useState(() => draftOf(series))
  const set = (change: Partial<Draft>) => setDraft((was) => ({ ...was, ...change }))
  const { missing, check } = useMissing()
  const act = useCentreAct(addSession, { refresh, onClose, says: () => t(formWords.sessionAdded) })
  const submit = () =>
    check([[t(centreWords.day), draft.day !== '' && draft.from !== '' && draft.till !== '']], () =>
      act.mutate({
        seriesId: series.id,
        id,
        starts: `${draft.day}T${draft.from}`,
        ends: `${draft.day}T${draft.till}`,
        roomId: textOrNull(draft.roomId),
        topic: draft.topic.trim() === '' ? null : { zh: draft.topic.trim(), en: null },
      }),
    )
  return (
    <AskDialog
      title={t(formWords.addTitle, { name: named(series.title) })}
      says={t(formWords.addSays)}
      verb={t(formWords.addSession)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <SessionWhen house={house} draft={draft} set={set} />
      <TextField
        label={t(sessionWords.topic)}
        need="optional"
        value={draft.topic}
        maxLength={80}
        onChange={(e) => set({ topic: e.target.value })}
      />
    </AskDialog>
  )
}

type WhenProps = { house: House; draft: Draft; set: (change: Partial<Draft>) => void }

function SessionWhen({ house, draft, set }: WhenProps) {
  const { t } = useWords()
  const named = useNamed()
  return (
    <>
      <TextField
        label={t(centreWords.day)}
        type="date"
        min={house.today}
        value={draft.day}
        onChange={(e) => set({ day: e.target.value })}
      />
      <div className="a-form">
        <TextField
          label={t(sessionWords.starts)}
          type="time"
          value={draft.from}
          onChange={(e) => set({ from: e.target.value })}
        />
        <TextField
          label={t(sessionWords.ends)}
          type="time"
          value={draft.till}
          onChange={(e) => set({ till: e.target.value })}
        />
      </div>
      <Select
        label={t(centreWords.where)}
        empty={t(centreWords.noRoom)}
        value={draft.roomId}
        onChange={(e) => set({ roomId: e.target.value })}
        options={house.centre.rooms.map((room) => ({ value: room.id, label: named(room.name) }))}
      />
    </>
  )
}
