// Other cases of the same matter: what was merged into this one, what it was merged into, what goes on from it.
import { Link } from 'react-router'
import type { CaseView } from '#core/cases/contract.ts'
import { stateWords } from '#core/cases/words.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { voicesWords as words } from './forms/words-voices.ts'

export function RelatedCases({ view }: { view: CaseView }) {
  const { t } = useWords()
  const { mergedInto, linkedTo, related } = view
  if (mergedInto === null && linkedTo === null && related.length === 0) return null
  return (
    <section>
      <SectionHeading>{t(words.related)}</SectionHeading>
      <ul className="case-same">
        {mergedInto !== null && (
          <li>
            <Link className="k-link" to={paths.desk.case(mergedInto)}>
              {t(words.mergedInto, { number: mergedInto })}
            </Link>
          </li>
        )}
        {linkedTo !== null && (
          <li>
            <Link className="k-link" to={paths.desk.case(linkedTo)}>
              {t(words.linkedTo, { number: linkedTo })}
            </Link>
          </li>
        )}
        {related.map((one) => (
          <li key={one.number}>
            <Link className="k-link" to={paths.desk.case(one.number)}>
              {one.number}
            </Link>
            <span className="k-note">
              {one.how === 'merged'
                ? t(words.mergedHere, { n: one.voices })
                : `${t(words.linkedHere)} · ${t(stateWords[one.state])}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
