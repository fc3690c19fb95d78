// Who asks for this case to move: how often it was urged, and each supervision with what was answered to it.
import type { CaseView } from '#core/cases/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { watchingWords as words } from './forms/words-watching.ts'
import './assists.css'

type Props = { view: CaseView; className?: string }

export function Watching({ view, className }: Props) {
  const { t } = useWords()
  const times = useTimes()
  const { urging, supervisions } = view
  if (urging.times === 0 && supervisions.length === 0) return null
  return (
    <section className={className}>
      <SectionHeading>{t(words.heading)}</SectionHeading>
      {urging.lastAt !== null && (
        <p className="k-compact">
          {t(words.urged, { n: urging.times, time: times.near(urging.lastAt) })}
          {urging.byReporter > 0 && ` ${t(words.byReporter, { n: urging.byReporter })}`}
        </p>
      )}
      <ul className="case-assists">
        {supervisions.map((one) => (
          <Supervised key={one.serial} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Supervised({ one }: { one: CaseView['supervisions'][number] }) {
  const { t } = useWords()
  const times = useTimes()
  const open = one.answeredAt === null
  const said = open
    ? t(one.late ? words.unanswered : words.answerBy, { time: times.near(one.answerBy) })
    : t(one.late ? words.answeredLate : words.answered, { time: times.near(one.answeredAt ?? '') })
  return (
    <li>
      <b>{t(one.layer)}</b>
      <Status
        shape={open ? (one.late ? 'triangle' : 'ring') : 'disc'}
        tone={one.late ? 'zhu' : open ? 'zhe' : 'accent'}
      >
        {said}
      </Status>
      <p className="k-note">{air(one.words)}</p>
      {one.answer !== null && (
        <p className="k-note">{t(words.said, { answer: air(one.answer) })}</p>
      )}
    </li>
  )
}
