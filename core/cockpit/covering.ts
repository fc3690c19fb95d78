// Which published counts are left out so that no small one can be had from the others: sums of counts that stand on many
// pages, read by somebody who opens all of them. Decision 0021. Whoever solves the sums must be left with the whole range
// from one to below the limit for every small count; a range is narrowed by sums alone, never by who the reader is.

export type Cell = {
  count: number
  /** Below it, and above none, a count is small. */
  limit: number
  /** On no page, and to be had all the same where everything beside it is said. */
  unsaid: boolean
  /** Where it is left out it is said to be under the limit. */
  saidFew?: boolean
  /** What cannot be said without it. */
  takes?: readonly number[]
}
export type Sum = { total: number; parts: readonly number[] }
type System = {
  cells: readonly Cell[]
  sums: readonly Sum[]
  sumsOf: readonly (readonly number[])[]
  dark: boolean[]
}
type Ranges = { low: Float64Array; high: Float64Array }

const isSmall = ({ count, limit }: Cell): boolean => count > 0 && count < limit

/** What is left out, by the place of each cell. The same cells in the same order leave out the same. */
export function leftOut(cells: readonly Cell[], sums: readonly Sum[]): boolean[] {
  const dark = cells.map(({ unsaid }) => unsaid)
  const system = { cells, sums, sumsOf: sumsByCell(cells.length, sums), dark }
  for (const [i, cell] of cells.entries()) if (isSmall(cell)) hide(system, i)
  const ranges = { low: new Float64Array(cells.length), high: new Float64Array(cells.length) }
  for (let looked: Iterable<number> = cells.keys(), again = true; again;) {
    const region = regionAround(system, looked)
    narrowDown(system, ranges, region)
    const changed = new Set<number>()
    const hidden: number[] = []
    const waits: number[] = []
    for (const i of region.cells) {
      if (!isNarrow(cells[i]!, i, ranges)) continue
      const next = company(system, ranges, { narrow: i, changed })
      if (next === 'later') waits.push(i)
      if (next === null || next === 'later') continue
      for (const each of hideWithCompany(system, next.cell, next.sum)) {
        hidden.push(each)
        for (const sum of system.sumsOf[each]!) changed.add(sum)
      }
    }
    looked = [...hidden, ...waits]
    again = hidden.length > 0
  }
  return dark
}

function hide(system: System, i: number): void {
  system.dark[i] = true
  for (const other of system.cells[i]!.takes ?? []) if (!system.dark[other]) hide(system, other)
}

/** Whether somebody knows more of a small count than that it is small. */
const isNarrow = (cell: Cell, i: number, { low, high }: Ranges): boolean =>
  isSmall(cell) && (low[i]! > 1 || high[i]! < cell.limit - 1)

function sumsByCell(cells: number, sums: readonly Sum[]): number[][] {
  const found: number[][] = Array.from({ length: cells }, () => [])
  for (const [s, { total, parts }] of sums.entries())
    for (const i of [total, ...parts]) found[i]!.push(s)
  return found
}

type Region = { cells: ReadonlySet<number>; sums: ReadonlySet<number> }

/** What hangs together with some cells: what is said parts it from the rest. */
function regionAround({ sums, sumsOf, dark }: System, from: Iterable<number>): Region {
  const found = { cells: new Set(from), sums: new Set<number>() }
  // Both sets grow while they are walked.
  for (const i of found.cells)
    for (const s of dark[i] ? sumsOf[i]! : []) {
      if (found.sums.has(s)) continue
      found.sums.add(s)
      for (const other of cellsOf(sums[s]!)) found.cells.add(other)
    }
  return found
}

/** From what to what each count may be, for somebody who knows all that is said and that no count is below none. */
function narrowDown({ cells, sums, sumsOf, dark }: System, ranges: Ranges, region: Region): void {
  const { low, high } = ranges
  for (const i of region.cells) {
    const { count, limit } = cells[i]!
    const few = cells[i]!.saidFew === true && isSmall(cells[i]!)
    low[i] = dark[i] ? (few ? 1 : 0) : count
    high[i] = dark[i] ? (few ? limit - 1 : Infinity) : count
  }
  const waiting = new Set(region.sums)
  for (const s of waiting) {
    waiting.delete(s)
    for (const i of cellsOf(sums[s]!)) {
      if (!dark[i]) continue
      const [from, to] = rangeBy(sums[s]!, i, ranges)
      if (from <= low[i]! && to >= high[i]!) continue
      low[i] = Math.max(low[i]!, from)
      high[i] = Math.min(high[i]!, to)
      for (const other of sumsOf[i]!) if (other !== s) waiting.add(other)
    }
  }
}

/** What one sum says of one of its cells. */
function rangeBy({ total, parts }: Sum, i: number, { low, high }: Ranges): [number, number] {
  let [from, to] = [0, 0]
  for (const part of parts)
    if (part !== i) {
      from += low[part]!
      to += high[part]!
    }
  return i === total ? [from, to] : [low[total]! - to, high[total]! - from]
}

/**
 * What is hidden beside a cell of which too much is known: in a sum that says it, else in those that say what is hidden
 * beside it. Later, where something was hidden there a moment ago, which may be enough; null where nothing is left.
 */
function company(
  system: System,
  ranges: Ranges,
  { narrow, changed }: { narrow: number; changed: ReadonlySet<number> },
): { cell: number; sum: number } | 'later' | null {
  const { cells, sums, sumsOf, dark } = system
  const seen = new Set(
    sumsOf[narrow]!.filter((s) => {
      const [from, to] = rangeBy(sums[s]!, narrow, ranges)
      return from > 1 || to < cells[narrow]!.limit - 1
    }),
  )
  // A set grows while it is walked: sum after sum, those nearest first.
  for (const sum of seen) {
    if (changed.has(sum)) return 'later'
    const cell = cheapest(system, sum)
    if (cell !== null) return { cell, sum }
    for (const i of cellsOf(sums[sum]!))
      if (dark[i]) for (const other of sumsOf[i]!) seen.add(other)
  }
  return null
}

const cellsOf = ({ total, parts }: Sum): number[] => [total, ...parts]

/** The part that takes the fewest others with it, of these the smallest; before the total. To leave out none hides little. */
function cheapest(system: System, sum: number): number | null {
  const { cells, sums, dark } = system
  const { total, parts } = sums[sum]!
  const free = (i: number) => !dark[i] && cells[i]!.count > 0
  let best: { cost: number; i: number } | null = null
  for (const i of parts.filter(free)) {
    const cost = costOf(system, i, sum)
    const isBetter =
      best === null ||
      cost < best.cost ||
      (cost === best.cost && cells[i]!.count < cells[best.i]!.count)
    if (isBetter) best = { cost, i }
  }
  return best?.i ?? (free(total) ? total : null)
}

/** Other sums that would give it away at once. */
const bareSums = ({ sums, sumsOf, dark }: System, i: number, from: number): number[] =>
  sumsOf[i]!.filter(
    (s) => s !== from && cellsOf(sums[s]!).every((other) => other === i || !dark[other]),
  )

function costOf(system: System, i: number, from: number): number {
  let cost = 1
  for (const sum of bareSums(system, i, from)) {
    const next = smallestBeside(system, sum, i)
    if (next !== null) cost += costOf(system, next, sum)
  }
  return cost
}

/** Hides it, and in every other sum that would give it away at once, one beside it. */
function hideWithCompany(system: System, i: number, from: number): number[] {
  hide(system, i)
  const hidden = [i]
  for (const sum of bareSums(system, i, from)) {
    const next = smallestBeside(system, sum, i)
    if (next !== null) hidden.push(...hideWithCompany(system, next, sum))
  }
  return hidden
}

function smallestBeside({ cells, sums, dark }: System, sum: number, i: number): number | null {
  const { total, parts } = sums[sum]!
  const free = (each: number) => each !== i && !dark[each] && cells[each]!.count > 0
  const least = parts
    .filter(free)
    .reduce<number | null>(
      (best, each) => (best === null || cells[each]!.count < cells[best]!.count ? each : best),
      null,
    )
  return least ?? (free(total) ? total : null)
}
