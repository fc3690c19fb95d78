// The form for a meeting, and for a record that puts another right: while numbers are typed it says how many must come by
// the law.
import { useState } from 'react'
import { type ChoiceView, readThemeChoice } from '#core/themes/contract-choice.ts'
import {
  type MeetingView,
  listThemeMeetings,
  recordThemeMeeting,
} from '#core/themes/contract-decision.ts'
import { listThemeVoices } from '#core/themes/contract-voices.ts'
import { type MeetingKind, meetingKinds, mustAttend } from '#core/themes/meeting.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { Problems } from './Problems.tsx'
import { actWords as words } from './words-act.ts'
import { themeWords } from './words.ts'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const blank = {
  noticeOn: '',
  noticeHow: '',
  heldOn: '',
  place: '',
  expected: '',
  attended: '',
  pointsFor: '',
  pointsAgainst: '',
  minutes: '',
}

/** A correction begins with what was recorded. What was said against stands among the objections already. */
const typedOf = (known: MeetingView | null) =>
  known === null
    ? blank
    : {
        ...blank,
        noticeOn: known.noticeOn,
        noticeHow: known.noticeHow,
        heldOn: known.heldOn,
        place: known.place,
        expected: String(known.expected),
        attended: String(known.attended),
        pointsFor: known.pointsFor.join('\n'),
        minutes: known.minutes,
      }

const meetingOf = (id: string, kind: MeetingKind, typed: typeof blank) => ({
  id,
  kind,
  noticeOn: typed.noticeOn,
  noticeHow: typed.noticeHow,
  heldOn: typed.heldOn,
  place: typed.place,
  expected: Number(typed.expected),
  attended: Number(typed.attended),
  pointsFor: linesOf(typed.pointsFor),
  pointsAgainst: linesOf(typed.pointsAgainst),
  minutes: typed.minutes,
})

type Props = {
  choice: ChoiceView
  /** The record this one puts right. */
  known?: MeetingView | null
  onDone: () => void
}

export function MeetingForm({ choice, known = null, onDone }: Props) {
  const { t } = useWords()
  const toast = useToast()
  const [kind, setKind] = useState<MeetingKind>(known?.kind ?? 'representatives')
  const [typed, setTyped] = useState(() => typedOf(known))
  const set = (key: keyof typeof blank) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) =>
      setTyped({ ...typed, [key]: event.target.value }),
  })
  const record = useCommand(recordThemeMeeting, {
    refresh: [listThemeMeetings, listThemeVoices, readThemeChoice],
    onDone: () => {
      toast(t(words.done))
      onDone()
    },
  })
  const expected = Number(typed.expected)
  const need = mustAttend({ kind, expected })
  return (
    <form
      className="th-form k-screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        record.mutate({ ...meetingOf(choice.id, kind, typed), corrects: known?.id ?? null })
      }}
    >
      <Select
        label={t(words.meetingKind)}
        value={kind}
        options={meetingKinds.map((each) => ({
          value: each,
          label: t(themeWords.meetingKinds[each]),
        }))}
        onChange={(e) => setKind((e.target.value || 'representatives') as MeetingKind)}
      />
      <TextField label={t(words.noticeOn)} type="date" {...set('noticeOn')} />
      <TextField label={t(words.noticeHow)} maxLength={300} {...set('noticeHow')} />
      <TextField label={t(words.heldOn)} type="date" {...set('heldOn')} />
      <TextField label={t(words.place)} maxLength={120} {...set('place')} />
      <TextField label={t(words.expected)} inputMode="numeric" {...set('expected')} />
      <TextField label={t(words.attended)} inputMode="numeric" {...set('attended')} />
      <p className="k-why is-wide">
        {need === null
          ? t(words.quorumAdvice)
          : expected > 0 &&
            t(words.quorum, { kind: t(themeWords.meetingKinds[kind]), expected, need })}
      </p>
      <TextArea label={t(words.pointsFor)} {...set('pointsFor')} />
      <TextArea
        label={t(known === null ? words.pointsAgainst : words.moreAgainst)}
        {...set('pointsAgainst')}
      />
      <div className="is-wide">
        <TextArea label={t(words.minutes)} maxLength={4000} {...set('minutes')} />
        <Problems error={record.error} />
        <Button type="submit" look="pri" busy={record.isPending}>
          {t(words.save)}
        </Button>
      </div>
    </form>
  )
}
