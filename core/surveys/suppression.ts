// Which cells of a publication are hidden so that nobody can be recognised, nor found by subtraction. Every published
// cell is a count of people; tables of the same questions share their totals, so all tables of a publication, and those
// published before from the same sheets, are one system of sums. First every count from one to below the threshold is
// hidden. Then more, always the smallest that helps, until no sum of visible numbers gives a hidden one, and no sum of
// hidden ones that can be read off is itself below the threshold.
import { askedIn, awayOf, noneOf, type Tally, cellAt } from './tabulate.ts'
import type { Column } from './columns.ts'

/** A part is in a line with the others that make up its total. A cell `with` another is read off with it. */
type Line = { total: string; parts: string[] }
type System = { counts: Map<string, number>; lines: Line[]; mates: Map<string, string> }

export type TableCounts =
  | { row: Column; group: null; tally: Tally }
  | { row: Column; group: Column; tally: Tally }

export type Suppression = {
  hides: (row: string, mark: number, group?: string, groupMark?: number) => boolean
  /** Ids of hidden cells, for a later publication. */
  hidden: ReadonlySet<string>
  /** Ids of everything that can be read off. */
  shown: ReadonlySet<string>
  cells: number
  /** Hidden cells that nothing could protect, since all beside them is known already: then nothing may be published. */
  revealed: string[]
}

export type SuppressionOptions = {
  threshold: number
  /** Of earlier publications from the same sheets: what is known for good, and what must stay hidden. */
  known?: ReadonlySet<string>
  kept?: ReadonlySet<string>
}

const everybody = '*'

/** One name for a cell, whichever of the two questions stands in the rows. `!3` is everybody asked but not of mark 3. */
export function cellId(row: string, mark: string, group?: string, groupMark?: string): string {
  const own = `${row}:${mark}`
  if (group === undefined || groupMark === undefined) return own
  const other = `${group}:${groupMark}`
  return own < other ? `${own}|${other}` : `${other}|${own}`
}

export function suppress(tables: readonly TableCounts[], options: SuppressionOptions): Suppression {
  const system = systemOf(tables)
  const { threshold, known = new Set(), kept = new Set() } = options
  const hidden = new Set<string>()
  const hide = (id: string) => {
    hidden.add(id)
    const mate = system.mates.get(id)
    if (mate !== undefined) hidden.add(mate)
  }
  const free = (id: string) => id !== everybody && !hidden.has(id) && !known.has(id)
  for (const [id, count] of system.counts)
    if (id !== everybody && ((count > 0 && count < threshold) || kept.has(id))) hide(id)
  for (let more = true; more;) {
    more = closeLines(system, hidden, { threshold, free, hide })
    if (!more) more = hideWhatFollows(system, hidden, { free, hide })
  }
  const shown = new Set([...system.counts.keys()].filter((id) => !hidden.has(id)))
  const revealed = determined(system.lines, hidden).filter((id) => system.counts.get(id)! > 0)
  return {
    hidden,
    shown,
    revealed,
    cells: system.counts.size,
    hides: (row, mark, group, groupMark) =>
      hidden.has(
        cellId(row, String(mark), group, groupMark === undefined ? undefined : String(groupMark)),
      ),
  }
}

type Tools = { free: (id: string) => boolean; hide: (id: string) => void }

function systemOf(tables: readonly TableCounts[]): System {
  const system: System = { counts: new Map(), lines: [], mates: new Map() }
  const known = new Set<string>()
  const line = (total: string, parts: string[]) => {
    const key = `${total}=${parts.join('+')}`
    if (!known.has(key)) system.lines.push({ total, parts })
    known.add(key)
  }
  for (const { row, group, tally } of tables)
    if (group === null) addOneWay(system, row, tally, line)
    else addCross(system, [row, group], tally, line)
  return system
}

/** Sets of marks that each part everybody: one of the options, or for overlapping ones each with its opposite. */
function partings(column: Column): string[][] {
  const rest = [String(awayOf(column))]
  if (column.kind === 'one')
    return [[...column.marks.keys(), noneOf(column)].map(String).concat(rest)]
  return [...column.marks.keys(), noneOf(column)].map((mark) => [`${mark}`, `!${mark}`, ...rest])
}

function countOf(tally: Tally, column: Column, mark: string, groupMark: number): number {
  const at = (line: number) => cellAt(tally, line, groupMark).n
  return mark.startsWith('!') ? at(askedIn(column)) - at(Number(mark.slice(1))) : at(Number(mark))
}

function addOneWay(
  system: System,
  row: Column,
  tally: Tally,
  line: (total: string, parts: string[]) => void,
): void {
  const total = cellAt(tally, askedIn(row)).n + cellAt(tally, awayOf(row)).n
  system.counts.set(everybody, total)
  for (const marks of partings(row)) {
    for (const mark of marks) system.counts.set(cellId(row.key, mark), countOf(tally, row, mark, 0))
    mate(system, row, marks, (mark) => cellId(row.key, mark))
    line(
      everybody,
      marks.map((mark) => cellId(row.key, mark)),
    )
  }
}

/** An option that overlaps is read off its opposite: both or neither. */
function mate(
  system: System,
  column: Column,
  marks: readonly string[],
  idOf: (mark: string) => string,
): void {
  if (column.kind !== 'many') return
  system.mates.set(idOf(marks[0]!), idOf(marks[1]!))
  system.mates.set(idOf(marks[1]!), idOf(marks[0]!))
}

function addCross(
  system: System,
  [row, group]: [Column, Column],
  tally: Tally,
  line: (total: string, parts: string[]) => void,
): void {
  const idOf = (mark: string, groupMark: string) => cellId(row.key, mark, group.key, groupMark)
  const count = (mark: string, groupMark: string): number => {
    const at = (which: number) => countOf(tally, row, mark, which)
    return groupMark.startsWith('!')
      ? at(askedIn(group)) - at(Number(groupMark.slice(1)))
      : at(Number(groupMark))
  }
  for (const marks of partings(row))
    for (const groupMarks of partings(group)) {
      for (const mark of marks)
        for (const groupMark of groupMarks)
          system.counts.set(idOf(mark, groupMark), count(mark, groupMark))
      for (const groupMark of groupMarks) {
        line(
          cellId(group.key, groupMark),
          marks.map((mark) => idOf(mark, groupMark)),
        )
        // Two overlapping questions: the four corners follow from one another through the lines.
        if (group.kind === 'one') mate(system, row, marks, (mark) => idOf(mark, groupMark))
      }
      for (const mark of marks)
        line(
          cellId(row.key, mark),
          groupMarks.map((groupMark) => idOf(mark, groupMark)),
        )
    }
}

type Closing = Tools & { threshold: number }

/** Each line by itself: a hidden cell is never alone, and what is left of a visible total is no small group. */
function closeLines(
  { counts, lines }: System,
  hidden: ReadonlySet<string>,
  { threshold, free, hide }: Closing,
): boolean {
  let more = false
  for (const { total, parts } of lines) {
    for (;;) {
      const dark = parts.filter((part) => hidden.has(part))
      const totalDark = hidden.has(total)
      const sum = dark.reduce((all, part) => all + counts.get(part)!, 0)
      const open = totalDark
        ? dark.length === 0
        : dark.length === 1 || (dark.length > 1 && sum > 0 && sum < threshold)
      if (!open) break
      const next = smallest(parts.filter(free), counts) ?? (free(total) ? total : null)
      if (next === null) break
      hide(next)
      more = true
    }
  }
  return more
}

/** The smallest with people in it: an empty cell hides nothing. Empty ones only where there is no other. */
function smallest(ids: readonly string[], counts: ReadonlyMap<string, number>): string | null {
  const rank = (id: string) => (counts.get(id)! > 0 ? counts.get(id)! : Infinity)
  return ids.reduce<string | null>(
    (best, id) => (best === null || rank(id) < rank(best) ? id : best),
    null,
  )
}

/** Across lines: whatever all visible numbers together determine gets company. */
function hideWhatFollows(
  system: System,
  hidden: ReadonlySet<string>,
  { free, hide }: Tools,
): boolean {
  const found = determined(system.lines, hidden)
  let more = false
  for (const id of found) {
    const beside = system.lines.filter(({ total, parts }) => total === id || parts.includes(id))
    const choice = smallest(
      [...new Set(beside.flatMap(({ total, parts }) => [...parts, total]))].filter(free),
      system.counts,
    )
    if (choice === null) continue
    hide(choice)
    more = true
  }
  return more
}

/** A prime below 2^26: products of two remainders are exact. */
const prime = 67_108_859

/**
 * The hidden cells that the sums alone determine: those that stand alone in a row of the reduced system. Counted in a
 * field of remainders, so that no rounding decides.
 */
export function determined(
  lines: readonly { total: string; parts: readonly string[] }[],
  hidden: ReadonlySet<string>,
): string[] {
  const pivots = new Map<string, Map<string, number>>()
  for (const { total, parts } of lines) {
    let row = new Map<string, number>()
    for (const part of parts) if (hidden.has(part)) row.set(part, 1)
    if (hidden.has(total)) row.set(total, prime - 1)
    // Reducing may bring in further cells that have a pivot of their own.
    for (let again = true; again;) {
      again = false
      for (const [id, factor] of row) {
        const pivot = pivots.get(id)
        if (pivot === undefined) continue
        row = without(row, pivot, factor)
        again = true
        break
      }
    }
    const first = row.entries().next().value
    if (first === undefined) continue
    const [id, factor] = first
    const scaled = new Map(
      [...row].map(([cell, value]) => [cell, (value * inverse(factor)) % prime]),
    )
    for (const [other, pivot] of pivots) {
      const value = pivot.get(id)
      if (value !== undefined) pivots.set(other, without(pivot, scaled, value))
    }
    pivots.set(id, scaled)
  }
  return [...pivots].flatMap(([id, row]) => (row.size === 1 ? [id] : []))
}

function without(
  row: Map<string, number>,
  pivot: Map<string, number>,
  factor: number,
): Map<string, number> {
  const next = new Map(row)
  for (const [id, value] of pivot) {
    const left = ((next.get(id) ?? 0) + prime - ((value * factor) % prime)) % prime
    if (left === 0) next.delete(id)
    else next.set(id, left)
  }
  return next
}

function inverse(value: number): number {
  let [a, b, x, y] = [value, prime, 1, 0]
  while (b !== 0) {
    const quotient = Math.floor(a / b)
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return ((x % prime) + prime) % prime
}
