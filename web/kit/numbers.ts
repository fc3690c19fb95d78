// Figures as the page shows them: thousands comma, no percentage where the denominator is too small to carry one.
import type { Lang } from '#core/kit/words.ts'

const plain = new Intl.NumberFormat('en-US')

export function count(n: number): string {
  return n < 0 ? `−${plain.format(-n)}` : plain.format(n)
}

/** `–` for zero in sparse columns. */
export function sparse(n: number): string {
  return n === 0 ? '–' : count(n)
}

export type Fraction = { numerator: number; denominator: number }

/** 93.4, or null under ten: there a fraction says all there is. No decimals under a hundred. */
export function percent({ numerator, denominator }: Fraction): string | null {
  if (denominator < 10) return null
  const value = (numerator / denominator) * 100
  return denominator < 100 ? String(Math.round(value)) : value.toFixed(1)
}

export function fraction({ numerator, denominator }: Fraction): string {
  return `${count(numerator)} ∕ ${count(denominator)}`
}

/** Money always with two decimals; kept in fen. */
export function yuan(fen: number): string {
  const whole = count(Math.trunc(Math.abs(fen) / 100))
  const rest = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? '−' : ''}${whole}.${rest}`
}

export function listed(words: string[], lang: Lang): string {
  return words.join(lang === 'zh' ? '、' : ', ')
}
