// What was decided: on which evidence, by which meeting, with which counts. The law's thresholds are said while one types;
// the server says them again.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { listThemeChoices, readThemeChoice } from '#core/themes/contract-choice.ts'
import {
  type DecisionView,
  listThemeMeetings,
  type MeetingView,
  readThemeDecision,
  recordThemeDecision,
} from '#core/themes/contract-decision.ts'
import { mustAgree } from '#core/themes/meeting.ts'
import { type Say, useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import type { Choice } from './ChoicePage.tsx'
import { atDay, digestShown } from './DecisionRecord.tsx'
import { Problems } from './Problems.tsx'
import { actWords as words } from './words-act.ts'
import { themeRefusals } from './words-refusals.ts'
import { themeWords } from './words.ts'

const blank = { evidence: '', meeting: '', kind: '', reasons: '', yes: '', no: '', abstain: '' }
const noKind = '-'
const counts = ['yes', 'no', 'abstain'] as const

type Typed = typeof blank

const decisionOf = (id: string, typed: Typed) => ({
  id,
  evidenceId: typed.evidence,
  meetingId: typed.meeting,
  kindCode: typed.kind === noKind ? null : typed.kind,
  reasons: typed.reasons,
  yes: Number(typed.yes),
  no: Number(typed.no),
  abstain: Number(typed.abstain),
})

/** A correction begins with what was recorded. */
const typedOf = (wrong: DecisionView | null): Typed =>
  wrong === null
    ? blank
    : {
        evidence: wrong.evidence.id,
        meeting: wrong.meeting.id,
        kind: wrong.kind?.code ?? noKind,
        reasons: wrong.reasons,
        yes: String(wrong.yes),
        no: String(wrong.no),
        abstain: String(wrong.abstain),
      }

/** What is missing: a look at words that wait, an answer to an objection, or a choice on this form. */
function whyNotYet(choice: Choice['choice'], typed: Typed, t: Say): string | null {
  if (choice.waiting > 0) return t(themeRefusals.voices_waiting)
  if (choice.openObjections > 0) return t(themeRefusals.objections_open)
  if (typed.evidence === '') return t(words.whichEvidence)
  if (typed.meeting === '') return t(words.whichMeeting)
  return typed.kind === '' ? t(words.whichTheme) : null
}

type Props = { found: Choice; corrects?: DecisionView | null }

export function DecisionForm({ found, corrects = null }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { choice } = found
  const meetings = useEndpoint(listThemeMeetings, { id: choice.id }).data?.items ?? []
  const [typed, setTyped] = useState(() => typedOf(corrects))
  const set = (key: keyof typeof blank) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) =>
      setTyped({ ...typed, [key]: event.target.value }),
  })
  const record = useCommand(recordThemeDecision, {
    refresh: [readThemeChoice, readThemeDecision, listThemeChoices],
    onDone: ({ id }) => void navigate(paths.desk.themeDecision(id)),
  })
  const meeting = meetings.find(({ id }) => id === typed.meeting)
  const whyNot = whyNotYet(choice, typed, t)
  return (
    <section className="th-block k-screen-only">
      <SectionHeading>{t(corrects === null ? words.decide : words.correct)}</SectionHeading>
      {corrects !== null && <p className="k-why">{t(words.correctNote)}</p>}
      <form
        className="th-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (whyNot !== null) return
          record.mutate({ ...decisionOf(choice.id, typed), corrects: corrects?.id ?? null })
        }}
      >
        <Grounds found={found} meetings={meetings} set={set} />
        {counts.map((key) => (
          <TextField key={key} label={t(words[key])} inputMode="numeric" {...set(key)} />
        ))}
        {meeting !== undefined && (
          <p className="k-why is-wide">
            {t(words.needsYes, { n: meeting.attended, need: mustAgree(meeting.attended) })}
          </p>
        )}
        <div className="is-wide">
          <TextArea label={t(words.reasons)} maxLength={2000} {...set('reasons')} />
          <Problems error={record.error} />
          <Button type="submit" look="pri" whyNot={whyNot} busy={record.isPending}>
            {t(words.decide)}
          </Button>
        </div>
      </form>
    </section>
  )
}

type GroundsProps = {
  found: Choice
  meetings: MeetingView[]
  set: (key: 'evidence' | 'meeting' | 'kind') => {
    value: string
    onChange: (event: { target: { value: string } }) => void
  }
}

function Grounds({ found, meetings, set }: GroundsProps) {
  const { t } = useWords()
  const times = useTimes()
  const { frozen, now } = found
  return (
    <>
      <Select
        label={t(words.whichEvidence)}
        options={frozen.map((each) => ({
          value: each.id,
          label: `${times.dayTime(each.frozenAt)} · ${digestShown(each.sha256)}`,
        }))}
        {...set('evidence')}
      />
      <Select
        label={t(words.whichMeeting)}
        options={meetings
          .filter((each) => each.kind !== 'consultation' && each.correctedBy === null)
          .map((each) => ({
            value: each.id,
            label: `${times.day(atDay(each.heldOn))} ${t(themeWords.meetingKinds[each.kind])}`,
          }))}
        {...set('meeting')}
      />
      <Select
        label={t(words.whichTheme)}
        options={[
          ...now.candidates.map((each) => ({ value: each.code, label: t(each.name) })),
          { value: noKind, label: t(words.nothing) },
        ]}
        {...set('kind')}
      />
    </>
  )
}
