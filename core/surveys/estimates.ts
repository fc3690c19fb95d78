// From counts to what may be said: a share or a mean with its interval of 95 %. The variance is linearised (Taylor) and
// takes the weights as given, so unequal weights widen it as they should; a share moves on the logit scale and cannot
// leave 0 to 1; where nobody or everybody said so, Wilson's interval on the effective number speaks. Where the frame is
// known, a sample that is a good part of it is surer by the finite population correction.
import type { Cell } from './tabulate.ts'

export type Estimate = {
  value: number
  low: number
  high: number
  /** Standard error. */
  error: number
}

export type Sample = {
  /** All sheets, whatever they answered: of them every base is a part. */
  sheets: number
  /** Those who could have answered, if known. */
  frame: number | null
}

/** Of the normal distribution: 95 % lie within. */
const z = 1.959963984540054

/** What part of the variance remains: a sample of half the frame is surer than one of a city. */
function remaining({ sheets, frame }: Sample): number {
  const spread = sheets > 1 ? sheets / (sheets - 1) : 1
  if (frame === null || frame <= 0) return spread
  return spread * Math.max(0, 1 - Math.min(sheets, frame) / frame)
}

/** Kish: how many equal answers the cell's are worth. */
export function effectiveOf({ weight, squares }: Cell): number {
  return squares === 0 ? 0 : (weight * weight) / squares
}

/** Share of the base that is in the part. Null where nobody was asked. */
export function shareOf(part: Cell, base: Cell, sample: Sample): Estimate | null {
  if (base.n === 0 || base.weight <= 0) return null
  const value = Math.min(1, part.weight / base.weight)
  if (part.n === 0 || part.n === base.n) return edge(part.n === 0 ? 0 : 1, base, sample)
  const sum =
    part.squares * (1 - value) ** 2 + Math.max(0, base.squares - part.squares) * value ** 2
  const error = Math.sqrt((remaining(sample) * sum) / base.weight ** 2)
  const logit = Math.log(value / (1 - value))
  const reach = (z * error) / (value * (1 - value))
  return { value, low: expit(logit - reach), high: expit(logit + reach), error }
}

const expit = (x: number): number => 1 / (1 + Math.exp(-x))

/** Nobody or everybody: the sample has no spread to show, but a sample it is. */
function edge(value: 0 | 1, base: Cell, sample: Sample): Estimate {
  const left = remaining(sample)
  if (left === 0) return { value, low: value, high: value, error: 0 }
  const effective = effectiveOf(base) / left
  const reach = z ** 2 / (effective + z ** 2)
  return value === 0
    ? { value, low: 0, high: reach, error: 0 }
    : { value, low: 1 - reach, high: 1, error: 0 }
}

/** Mean of a rating: each cell answered with its value. The interval stays on the scale. */
export function meanOf(
  cells: readonly Cell[],
  values: readonly number[],
  sample: Sample,
): Estimate | null {
  const weight = cells.reduce((sum, cell) => sum + cell.weight, 0)
  if (weight <= 0) return null
  const value = cells.reduce((sum, cell, i) => sum + cell.weight * values[i]!, 0) / weight
  const sum = cells.reduce((all, cell, i) => all + cell.squares * (values[i]! - value) ** 2, 0)
  const error = Math.sqrt((remaining(sample) * sum) / weight ** 2)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return {
    value,
    low: Math.max(least, value - z * error),
    high: Math.min(most, value + z * error),
    error,
  }
}

/** Mean of figures: those of `member`, all where it is null. */
export function meanOfFigures(
  {
    values,
    weights,
    member,
  }: {
    values: Float64Array
    weights: Float64Array | null
    member: ((i: number) => boolean) | null
  },
  sample: Sample,
): (Estimate & { n: number }) | null {
  const own = [...values.keys()].filter((i) => !Number.isNaN(values[i]!) && (member?.(i) ?? true))
  const weightOf = (i: number) => weights?.[i] ?? 1
  const weight = own.reduce((sum, i) => sum + weightOf(i), 0)
  if (own.length === 0 || weight <= 0) return null
  const value = own.reduce((sum, i) => sum + weightOf(i) * values[i]!, 0) / weight
  const sum = own.reduce((all, i) => all + (weightOf(i) * (values[i]! - value)) ** 2, 0)
  const error = Math.sqrt((remaining(sample) * sum) / weight ** 2)
  return { n: own.length, value, low: value - z * error, high: value + z * error, error }
}

/** Two estimates whose intervals meet: which is more cannot be told. */
export const cannotTell = (
  a: Pick<Estimate, 'low' | 'high'>,
  b: Pick<Estimate, 'low' | 'high'>,
): boolean => a.low <= b.high && b.low <= a.high
