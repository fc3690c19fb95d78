// What was answered beside the category, in the words of that day: read by whoever sets out, before setting out.
import type { CaseView } from '#core/cases/contract.ts'
import { useWords } from '#web/kit/language.ts'
import './told.css'

/** A page that was taken along before there were questions has none. */
export function Told({ told = [] }: { told: CaseView['particulars'] | undefined }) {
  const { t } = useWords()
  if (told.length === 0) return null
  return (
    <dl className="case-told">
      {told.map(({ ask, label }) => (
        <div key={ask.zh}>
          <dt>{t(ask)}</dt>
          <dd>{t(label)}</dd>
        </div>
      ))}
    </dl>
  )
}
