// The meetings of a choice as they were recorded; what was recorded wrongly stays readable beside what puts it right.
import { useState } from 'react'
import type { ChoiceView } from '#core/themes/contract-choice.ts'
import { type MeetingView, listThemeMeetings } from '#core/themes/contract-decision.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { atDay } from './DecisionRecord.tsx'
import { MeetingForm } from './MeetingForm.tsx'
import { actWords as words } from './words-act.ts'
import { themeRefusals } from './words-refusals.ts'
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
        found.data.items.map((meeting) => (
          <Held key={meeting.id} meeting={meeting} choice={choice} />
        ))
      )}
    </section>
  )
}

function Held({ meeting, choice }: { meeting: MeetingView; choice: ChoiceView }) {
  const { t } = useWords()
  const [correcting, setCorrecting] = useState(false)
  const stands = meeting.correctedBy === null
  const times = useTimes()
  return (
    <div className="th-voice">
      {!stands && <p className="k-compact k-zhe">{t(words.wasCorrected)}</p>}
      <p className={stands ? 'k-lead' : 'k-lead th-struck'}>
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
      {stands && choice.endedAt === null && !correcting && (
        <button type="button" className="k-link k-screen-only" onClick={() => setCorrecting(true)}>
          {t(words.correct)}
        </button>
      )}
      {correcting && (
        <MeetingForm choice={choice} known={meeting} onDone={() => setCorrecting(false)} />
      )}
    </div>
  )
}
