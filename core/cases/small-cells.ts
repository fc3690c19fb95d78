// Numbers fit to be shown: rates with their fraction, medians of real cases, and silence where a cell is so small
// that it would speak of persons [D11]. Numerator and denominator always stay, for the staff of the area.

export type Share = { num: number; den: number; rate: number | null; hidden: boolean }
export type PerCase = { num: number; den: number; perCase: number | null; hidden: boolean }
export type Spread = { n: number; median: number | null; p90: number | null; hidden: boolean }

/** Four decimals, half up. */
export function share(num: number, den: number, smallCell: number): Share {
  const hidden = den < smallCell
  return { num, den, rate: hidden || den === 0 ? null : halfUp(num, den, 4), hidden }
}

/** Two decimals, half up. */
export function perCase(num: number, den: number, smallCell: number): PerCase {
  const hidden = den < smallCell
  return { num, den, perCase: hidden || den === 0 ? null : halfUp(num, den, 2), hidden }
}

/** Nearest rank, so that each figure is one real case that can be opened. */
export function spread(values: readonly number[], smallCell: number): Spread {
  const n = values.length
  const hidden = n < smallCell
  if (hidden || n === 0) return { n, median: null, p90: null, hidden }
  const sorted = values.toSorted((a, b) => a - b)
  return { n, median: sorted[rank(n, 5)]!, p90: sorted[rank(n, 9)]!, hidden }
}

/** Position of the value with `tenths` of all at or below it, counted from zero. */
const rank = (n: number, tenths: number): number => Math.ceil((n * tenths) / 10) - 1

/** In whole numbers, so that 0.00005 is not lost to binary fractions. */
function halfUp(num: number, den: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.floor((2 * num * scale + den) / (2 * den)) / scale
}

/**
 * Which siblings to hide on a public page: those below the small cell, and if that is one alone, the next smallest
 * too, since it could be had by subtraction from the parent.
 */
export function hiddenSiblings(
  counts: ReadonlyMap<string, number>,
  smallCell: number,
): ReadonlySet<string> {
  const bySize = [...counts].toSorted((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
  const small = bySize.filter(([, count]) => count < smallCell).length
  return new Set(bySize.slice(0, small === 1 ? 2 : small).map(([key]) => key))
}
