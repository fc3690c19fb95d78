// This time's topic, lecturer and places; empty is what the series says.
import { useState } from 'react'
import { listRegistrations } from '#core/activities/contract-registrations.ts'
import { type SessionView, describeSession, readSession } from '#core/activities/contract-series.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { formWords as words } from '../words-forms.ts'
import { centreWords, seriesWords, sessionWords } from '../words-desk.ts'
import { textOrNull, useCentreAct, whole } from './centre-act.ts'

type Props = { session: SessionView; onClose: () => void }

export function DescribeDialog({ session, onClose }: Props) {
  const { t } = useWords()
  const { topic, lecturer, seats } = session
  const [draft, setDraft] = useState({
    zh: topic?.zh ?? '',
    en: topic?.en ?? '',
    organisation: lecturer?.organisation ?? '',
    role: lecturer?.role ?? '',
    shown: lecturer?.shown ?? '',
    seats: seats === null ? '' : String(seats),
  })
  const act = useCentreAct(describeSession, {
    refresh: [readSession, listRegistrations],
    onClose,
    says: ({ movedUp }) => (movedUp === 0 ? t(words.saved) : t(words.described, { n: movedUp })),
  })
  const said = {
    organisation: textOrNull(draft.organisation),
    role: textOrNull(draft.role),
    shown: textOrNull(draft.shown),
  }
  const submit = () =>
    act.mutate({
      id: session.id,
      topic: draft.zh.trim() === '' ? null : { zh: draft.zh.trim(), en: textOrNull(draft.en) },
      lecturer: Object.values(said).every((each) => each === null) ? null : said,
      seats: whole(draft.seats),
    })
  const fields = [
    ['zh', sessionWords.topic, 80],
    ['en', words.topicEn, 160],
    ['organisation', seriesWords.lecturerOrg, 60],
    ['role', seriesWords.lecturerRole, 40],
    ['shown', seriesWords.shown, 40],
  ] as const
  return (
    <AskDialog
      title={t(words.describeTitle)}
      says={t(words.describeSays)}
      verb={t(words.save)}
      busy={act.isPending}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="a-form">
        {fields.map(([key, label, most]) => (
          <TextField
            key={key}
            label={t(label)}
            need="optional"
            value={draft[key]}
            maxLength={most}
            onChange={(e) => setDraft((was) => ({ ...was, [key]: e.target.value }))}
          />
        ))}
        <TextField
          label={t(centreWords.seats)}
          need="optional"
          type="number"
          min={1}
          value={draft.seats}
          onChange={(e) => setDraft((was) => ({ ...was, seats: e.target.value }))}
        />
      </div>
    </AskDialog>
  )
}
