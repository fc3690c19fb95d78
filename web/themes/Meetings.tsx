// The meetings of a choice, and the form for one: while numbers are typed it says how many must come by the law.
import { useState } from 'react'
import { type ChoiceView, readThemeChoice } from '#core/themes/contract-choice.ts'
import {
  type MeetingView,
  listThemeMeetings,
  recordThemeMeeting,
} from '#core/themes/contract-decision.ts'
import { listThemeVoices } from '#core/themes/contract-voices.ts'
import { type MeetingKind, meetingKinds, mustAttend } from '#core/themes/meeting.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { atDay } from './DecisionRecord.tsx'
import { Problems } from './Problems.tsx'
import { actWords as words, themeRefusals } from './words-act.ts'
import { themeWords } from './words.ts'

export function Meetings({ choice }: { choice: ChoiceView }) {
  const { t } = useWords()
  const found = useEndpoint(listThemeMeetings, { id: choice.id })
  const [writing, setWriting] = useState(false)
  const ended = choice.endedAt !== null
  return (
    <section className="th-block">
      <SectionHeading
        end={
          !ended && (
            <button
              type="button"
              className="k-link k-screen-only"
              onClick={() => setWriting(!writing)}
            >
              {t(words.recordMeeting)}
            </button>
          )
        }
      >
        {t(words.meetings)}
      </SectionHeading>
      {writing && <MeetingForm choice={choice} onDone={() => setWriting(false)} />}
      {found.data === undefined ? (
        found.error ? (
          <Problem
            error={found.error}
            refusals={themeRefusals}
            onRetry={() => void found.refetch()}
          />
        ) : (
          <Loading />
        )
      ) : found.data.items.length === 0 ? (
        <Empty title={t(words.noMeetings)} />
      ) : (
        found.data.items.map((meeting) => <Held key={meeting.id} meeting={meeting} />)
      )}
    </section>
  )
}

function Held({ meeting }: { meeting: MeetingView }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <div className="th-voice">
      <p className="k-lead">
        {times.day(atDay(meeting.heldOn))} · {t(themeWords.meetingKinds[meeting.kind])} ·{' '}
        {meeting.place}
      </p>
      <p className="k-note">
        {t(themeWords.expectedOf[meeting.kind])} {meeting.expected}，
        {t(themeWords.attendedOf[meeting.kind], { n: meeting.mustAttend ?? 0 })} {meeting.attended}{' '}
        ·{' '}
        {t(themeWords.noticed, { day: times.day(atDay(meeting.noticeOn)), how: meeting.noticeHow })}
        {!meeting.noticeGiven && ` · ${t(themeWords.noticeShort)}`}
      </p>
      <p className="k-compact">{meeting.minutes}</p>
      {meeting.pointsFor.length > 0 && (
        <ul className="th-plain k-compact">
          {meeting.pointsFor.map((point) => (
            <li key={point}>＋ {point}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

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
  corrects: null,
})

function MeetingForm({ choice, onDone }: { choice: ChoiceView; onDone: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const [kind, setKind] = useState<MeetingKind>('representatives')
  const [typed, setTyped] = useState(blank)
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
        record.mutate(meetingOf(choice.id, kind, typed))
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
      <TextArea label={t(words.pointsAgainst)} {...set('pointsAgainst')} />
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
