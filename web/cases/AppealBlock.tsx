// The appeal against lateness: the due that was missed, and what each of two reviewers found. The lateness stays.
import type { CaseView } from '#core/cases/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { appealWords as words } from './forms/words-appeal.ts'
import './assists.css'

export function AppealBlock({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  const { appeal } = view
  if (appeal === null) return null
  const { excused, reviews } = appeal
  const said =
    excused === null
      ? t(words.open, { n: reviews.length })
      : t(excused ? words.excused : words.stands)
  return (
    <section>
      <SectionHeading>{t(words.heading)}</SectionHeading>
      <ul className="case-assists">
        <li>
          <b>{t(words.missed, { time: times.near(appeal.overdueAt) })}</b>
          <Status
            shape={excused === null ? 'ring' : 'disc'}
            tone={excused === null ? 'zhe' : 'accent'}
          >
            {said}
          </Status>
          <p className="k-note">{air(appeal.reason)}</p>
          {reviews.map((review, i) => (
            <p key={review.at} className="k-note">
              {t(words.review, {
                n: i + 1,
                word: t(review.excused ? words.yes : words.no),
                reason: air(review.reason),
              })}
            </p>
          ))}
        </li>
      </ul>
    </section>
  )
}
