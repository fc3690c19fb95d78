// The same thing at the same place in the last ninety days: a third time is a reason to mend the whole stretch.
import { Link } from 'react-router'
import type { CaseView } from '#core/cases/contract.ts'
import { stateWords } from '#core/cases/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { titleOf } from './case-text.ts'
import { casePageWords as words } from './words-case.ts'

export function SamePlace({ view }: { view: CaseView }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const n = view.samePlace.length
  return (
    <section>
      <SectionHeading>{t(words.samePlace)}</SectionHeading>
      <p className="k-compact k-sub">
        {n === 0 ? t(words.sameNone) : t(n >= 2 ? words.sameCount : words.sameSome, { n })}
      </p>
      <ul className="case-same">
        {view.samePlace.map((one) => (
          <li key={one.number}>
            <span className="k-note">{times.day(one.reportedAt)}</span>
            <Link className="k-link" to={paths.desk.case(one.number)}>
              {titleOf(one.text, view.category, lang)}
            </Link>
            <span className="k-note">{t(stateWords[one.state])}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
