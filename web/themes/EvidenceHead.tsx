// The head of an evidence sheet: the question, what the sheet says, and what the answers are worth.
import type { EvidenceContent } from '#core/themes/contract-choice.ts'
import { useWords } from '#web/kit/language.ts'
import { count, fraction, percent } from '#web/kit/numbers.ts'
import { themeWords as words } from './words.ts'

export function EvidenceHead({ content }: { content: EvidenceContent }) {
  const { t } = useWords()
  const { survey, community } = content
  return (
    <header className="th-head">
      <div>
        <h1 className="k-title">{t(words.title, { name: community.name })}</h1>
        <p className="k-compact">
          {t(words.sub)}
          <b>{t(words.factsOnly)}</b>
        </p>
      </div>
      {survey !== null && (
        <div className="th-head-figures k-columns">
          {survey.sent !== null && (
            <Figure n={survey.sent} what={t(words.sent)} note={t(survey.title)} />
          )}
          <Figure n={survey.n} what={t(words.valid)} note={returned(survey)} />
          <Figure
            n={Math.round(survey.effective)}
            what={t(words.effective)}
            note={t(words.effectiveNote, { points: marginOf(survey.effective) })}
          />
        </div>
      )}
    </header>
  )
}

type Survey = NonNullable<EvidenceContent['survey']>

const returned = ({ n, sent }: Survey): string => {
  if (sent === null) return ''
  const of = { numerator: n, denominator: sent }
  const share = percent(of)
  return share === null ? fraction(of) : `${share}%（${fraction(of)}）`
}

/** Half the width of the interval at one half, in points: the widest it can be. */
const marginOf = (effective: number): string =>
  effective <= 0 ? '–' : ((1.96 * 50) / Math.sqrt(effective)).toFixed(1)

function Figure({ n, what, note }: { n: number; what: string; note: string }) {
  return (
    <div>
      <b>{count(n)}</b>
      <span>{what}</span>
      <small>{note}</small>
    </div>
  )
}
