// What a text sounds like: up to three categories with the words that spoke for them, one key each. Chosen or passed
// over by a person; nothing is chosen by itself.
import type { SuggestionView } from '#core/cases/contract-suggest.ts'
import { useKeys } from '#web/kit/keys.ts'
import { useWords } from '#web/kit/language.ts'
import { count, listed } from '#web/kit/numbers.ts'
import { Key } from '#web/kit/ui/Button.tsx'
import { suggestWords as words } from '../words-suggest.ts'
import './suggestions.css'

type Props = {
  items: readonly SuggestionView[]
  learnedFrom: number
  chosen: string | null
  onChoose: (code: string) => void
  /** None of these: the place to search takes the focus. */
  onOther: () => void
}

export function Suggestions({ items, learnedFrom, chosen, onChoose, onOther }: Props) {
  const { t } = useWords()
  useKeys({ ...keysOf(items, onChoose), '0': onOther }, items.length > 0, { inForm: true })
  if (items.length === 0) return null
  return (
    <div className="case-suggest" role="group" aria-label={t(words.heard)}>
      <span className="k-label">{t(words.heard)}</span>
      <ol>
        {items.map((one, i) => (
          <li key={one.category}>
            <button
              type="button"
              aria-pressed={one.category === chosen}
              onClick={() => onChoose(one.category)}
            >
              <Key>{i + 1}</Key>
              <span>
                <b>{t(one)}</b>
                {one.because.length > 0 && <Because of={one.because} />}
              </span>
              {one.confidence !== null && (
                <span className="case-suggest-sure">
                  {t(words.sure, { n: Math.round(100 * one.confidence) })}
                </span>
              )}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="is-other" onClick={onOther}>
            <Key>0</Key>
            <span>{t(words.other)}</span>
          </button>
        </li>
      </ol>
      <p className="k-compact k-sub">
        {learnedFrom > 0 ? t(words.learnedFrom, { n: count(learnedFrom) }) : t(words.byWords)}
      </p>
    </div>
  )
}

/** 1 for the first, and so on: on the form, and in its search while that is empty. */
export const keysOf = (items: readonly SuggestionView[], onChoose: (code: string) => void) =>
  Object.fromEntries(items.map((one, i) => [String(i + 1), () => onChoose(one.category)]))

function Because({ of }: { of: readonly string[] }) {
  const { t, lang } = useWords()
  const quoted = of.map((word) => t(words.quote, { word }))
  return <small>{t(words.because, { words: listed(quoted, lang) })}</small>
}
