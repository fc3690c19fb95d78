// A public figure in words: an exact rate with its fraction, a bound where a part is too small to say, or that it is.
import type { PublicFigure } from '#core/cockpit/contract-public.ts'
import { performanceWords as words } from '#core/cockpit/words-performance.ts'
import { definitions } from '#core/cockpit/definitions.ts'
import type { Say } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { minutesText } from '../tile-text.ts'

export type PublicSaid = { value: string; of: string; past: string }
type Rate = NonNullable<PublicFigure['rate']>

export function publicText(figure: PublicFigure, min: number, t: Say): PublicSaid {
  const { rate, past } = figure
  if (rate !== null) {
    const before = past?.rate?.rate == null ? '' : t(words.past, { value: rateText(past.rate, t) })
    return { value: rateText(rate, t), of: ofText(figure, rate, min, t), past: before }
  }
  const value = valueText(figure, figure.value, t)
  const before =
    past?.value == null ? '' : t(words.past, { value: valueText(figure, past.value, t) })
  const of =
    figure.n === null
      ? ''
      : t(figure.key === '1' ? words.filedOf : words.casesOf, { n: count(figure.n) })
  return { value, of, past: before }
}

const hundred = (rate: number, digits: number): string => `${(rate * 100).toFixed(digits)}%`

function rateText({ rate, bound, den }: Rate, t: Say): string {
  if (rate === null) return den === 0 ? '–' : t(words.hidden)
  if (bound === 'atLeast') return t(words.atLeast, { value: hundred(rate, 0) })
  if (bound === 'atMost') return t(words.atMost, { value: hundred(rate, 0) })
  return hundred(rate, (den ?? 0) < 100 ? 0 : 1)
}

function ofText({ key }: PublicFigure, { num, den }: Rate, min: number, t: Say): string {
  const { of } = definitions[key]
  const what = of === null ? '' : t(of)
  if (den === null) return t(words.hiddenWhy, { min })
  if (den === 0) return `0 ${what}`
  if (num === null) return t(words.denOnly, { den: count(den), what })
  return `${count(num)} ∕ ${count(den)} ${what}`
}

function valueText({ key }: PublicFigure, value: number | null, t: Say): string {
  if (value === null) return t(words.hidden)
  if (key === '5') return minutesText(value, t)
  if (key === '8') return value.toFixed(2)
  return count(value)
}
