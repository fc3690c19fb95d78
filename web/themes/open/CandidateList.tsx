// The candidates as residents read them: a name, how many chose it, and the sum in figures one can add up in the head.
import type { EvidenceView } from '#core/themes/contract-choice.ts'
import { useWords } from '#web/kit/language.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { one } from '../ScoreTable.tsx'
import { openThemeWords as words } from './words-open.ts'

export function CandidateList({ evidence }: { evidence: EvidenceView }) {
  const { t } = useWords()
  const { candidates, stability } = evidence.content
  return (
    <>
      <SectionHeading level={3}>{t(words.scores)}</SectionHeading>
      <ol className="open-candidates">
        {candidates.map(({ code, name, need, addends, total }) => (
          <li key={code}>
            <p>
              <b>{t(name)}</b>
              <span className="open-total">{one(total)}</span>
            </p>
            <div className="th-bar" aria-hidden="true">
              <i className="th-fill-need" style={{ width: `${addends.need}%` }} />
              <i className="th-fill-resources" style={{ width: `${addends.resources}%` }} />
              <i className="th-fill-structure" style={{ width: `${addends.structure}%` }} />
            </div>
            <span>
              {t(words.needOf, { share: one(need.share) })} ·{' '}
              {t(words.sumOf, {
                need: one(addends.need),
                resources: one(addends.resources),
                structure: one(addends.structure),
              })}
            </span>
          </li>
        ))}
      </ol>
      {stability.ties.length > 0 && <p className="k-why">{t(words.ties)}</p>}
    </>
  )
}
