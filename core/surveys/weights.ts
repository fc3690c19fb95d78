// Weights that make those who answered stand for those who live here: post-stratification to known cells and raking to
// known margins (iterative proportional fitting), where wanted with bounds. Bounded raking is calibration, not trimming
// afterwards: every margin is met exactly while no weight leaves [low, high] times its start. Its answer is unique, the
// start times clip(exp(sum of effects)), and is found effect by effect.
import { assert } from '#core/kit/result.ts'

/** `codes[i]` names the category of row i; below zero, the row is not moved by this margin. Totals by category. */
export type Margin = { name: string; codes: ArrayLike<number>; totals: readonly number[] }
export type Bounds = { low: number; high: number }

export type WeightReport = {
  converged: boolean
  rounds: number
  /** The largest distance left between a margin and its total, as a share of the total of all. */
  gapMost: number
  /** Categories of the population that nobody answered for: they cannot be met, and stand for nobody. */
  empty: { margin: string; category: number }[]
  rows: number
  /** Kish: (sum of weights)² ∕ sum of squares; how many equal answers these are worth. */
  effective: number
  /** rows ∕ effective. */
  designEffect: number
  least: number
  most: number
  /** Rows whose weight stands at a bound. */
  atBound: number
}
export type Weighted = { weights: Float64Array; report: WeightReport }

export type RakeOptions = { bounds?: Bounds | null; tolerance?: number; roundsMax?: number }

/** One margin of all cells: every row gets population ∕ answers of its cell, in proportion to its start. */
export const postStratify = (start: Float64Array, cells: Margin): Weighted =>
  rake(start, [cells], { roundsMax: 2 })

export function rake(
  start: Float64Array,
  margins: readonly Margin[],
  { bounds = null, tolerance = 1e-10, roundsMax = 1000 }: RakeOptions = {},
): Weighted {
  if (bounds !== null) assert(bounds.low >= 0 && bounds.low < bounds.high, 'bounds are in order')
  const { cellOf, cells } = cellsOf(start, margins)
  const effect = new Float64Array(cells.start.length).fill(1)
  const parts = margins.map((margin, m) => partsOf(margin, m, cells))
  const all = parts.length === 0 ? 0 : Math.max(...parts.map((part) => part.total))
  let [rounds, gapMost] = [0, Infinity]
  while (rounds < roundsMax && gapMost > tolerance) {
    for (const part of parts) fit(part, cells.start, effect, bounds)
    rounds += 1
    gapMost = parts.reduce(
      (most, part) => Math.max(most, gapOf(part, cells.start, effect, bounds)),
      0,
    )
    gapMost = all === 0 ? 0 : gapMost / all
  }
  const final = effect.map((value) => clip(value, bounds))
  const weights = Float64Array.from(start, (value, i) => value * final[cellOf[i]!]!)
  const empty = parts.flatMap(({ name, cellsIn, totals }) =>
    cellsIn.flatMap((own, category) =>
      own.length === 0 && totals[category]! > 0 ? [{ margin: name, category }] : [],
    ),
  )
  const cut = (value: number) => bounds !== null && (value <= bounds.low || value >= bounds.high)
  const atBound = cellOf.reduce((sum, cell) => sum + (cut(final[cell]!) ? 1 : 0), 0)
  const converged = gapMost <= tolerance && empty.length === 0
  return { weights, report: { converged, rounds, gapMost, empty, atBound, ...worthOf(weights) } }
}

/** What weighted answers are worth beside as many equal ones. */
export function worthOf(weights: ArrayLike<number>) {
  let [sum, squares, least, most] = [0, 0, Infinity, 0]
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!
    sum += weight
    squares += weight * weight
    if (weight < least) least = weight
    if (weight > most) most = weight
  }
  const effective = squares === 0 ? 0 : (sum * sum) / squares
  const designEffect = effective === 0 ? 0 : weights.length / effective
  return {
    rows: weights.length,
    effective,
    designEffect,
    least: weights.length === 0 ? 0 : least,
    most,
  }
}

type Cells = { start: Float64Array; codes: number[][] }
type Part = { name: string; total: number; totals: readonly number[]; cellsIn: number[][] }

/** Rows of the same categories move together, so a million rows cost no more than their few kinds. */
function cellsOf(start: Float64Array, margins: readonly Margin[]) {
  const known = new Map<string, number>()
  const sums: number[] = []
  const codes: number[][] = []
  const cellOf = new Int32Array(start.length)
  for (let i = 0; i < start.length; i++) {
    const kind = margins.map((margin) => margin.codes[i]!)
    const key = kind.join()
    let cell = known.get(key)
    if (cell === undefined) {
      cell = sums.length
      known.set(key, cell)
      sums.push(0)
      codes.push(kind)
    }
    sums[cell]! += start[i]!
    cellOf[i] = cell
  }
  return { cellOf, cells: { start: Float64Array.from(sums), codes } satisfies Cells }
}

function partsOf({ name, totals }: Margin, m: number, cells: Cells): Part {
  const cellsIn: number[][] = totals.map(() => [])
  cells.codes.forEach((kind, cell) => {
    const category = kind[m]!
    if (category < 0) return
    assert(category < totals.length, `margin ${name} has a total for every category`)
    cellsIn[category]!.push(cell)
  })
  return { name, totals, cellsIn, total: totals.reduce((sum, total) => sum + total, 0) }
}

function clip(value: number, bounds: Bounds | null): number {
  return bounds === null ? value : Math.min(bounds.high, Math.max(bounds.low, value))
}

function sumOf(
  cells: readonly number[],
  start: Float64Array,
  effect: Float64Array,
  factor: number,
  bounds: Bounds | null,
) {
  let sum = 0
  for (const cell of cells) sum += start[cell]! * clip(effect[cell]! * factor, bounds)
  return sum
}

function gapOf(
  part: Part,
  start: Float64Array,
  effect: Float64Array,
  bounds: Bounds | null,
): number {
  return part.cellsIn.reduce((most, cells, category) => {
    if (cells.length === 0) return most
    const gap = Math.abs(sumOf(cells, start, effect, 1, bounds) - part.totals[category]!)
    return Math.max(most, gap)
  }, 0)
}

/** Moves each category of one margin to its total, as far as the bounds let it. */
function fit(part: Part, start: Float64Array, effect: Float64Array, bounds: Bounds | null): void {
  part.cellsIn.forEach((cells, category) => {
    const total = part.totals[category]!
    const plain = sumOf(cells, start, effect, 1, null)
    if (plain === 0) return
    const factor =
      bounds === null ? total / plain : boundedFactor(cells, start, effect, bounds, total)
    for (const cell of cells) effect[cell]! *= factor
  })
}

/**
 * The factor at which the clipped sum is the total. The sum grows with the factor in straight pieces between the factors
 * at which a cell reaches a bound; out of reach, the nearest that keeps the effects finite.
 */
function boundedFactor(
  cells: readonly number[],
  start: Float64Array,
  effect: Float64Array,
  bounds: Bounds,
  total: number,
): number {
  const at = (factor: number) => sumOf(cells, start, effect, factor, bounds)
  const bends = cells
    .flatMap((cell) => [bounds.low / effect[cell]!, bounds.high / effect[cell]!])
    .toSorted((a, b) => a - b)
  let [low, high] = [0, bends.length - 1]
  if (total <= at(bends[low]!)) return bends[low]! === 0 ? Number.MIN_VALUE ** 0.1 : bends[low]!
  if (total >= at(bends[high]!)) return bends[high]!
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (at(bends[middle]!) <= total) low = middle
    else high = middle
  }
  const [from, to] = [at(bends[low]!), at(bends[high]!)]
  if (to === from) return bends[low]!
  return bends[low]! + ((total - from) / (to - from)) * (bends[high]! - bends[low]!)
}
