// Counting: one-way tables and cross-tabs, weighted and not, in one pass. A share of a multiple choice is a share of
// those asked, never of ticks; a routed question counts only those it was asked of; who did not answer stays in the base
// and is shown. Every cell carries the sum of weights and of their squares, from which each interval follows.
import type { Column } from './columns.ts'

/** Three numbers a cell: how many, the sum of their weights, the sum of squared weights. */
export const perCell = 3

/**
 * Rows of a tally: the options in their order, then `none` (asked, no answer), `asked` (the base) and `away` (not asked).
 */
export const noneOf = (column: Column): number => column.marks.length
export const askedIn = (column: Column): number => column.marks.length + 1
export const awayOf = (column: Column): number => column.marks.length + 2
export const linesOf = (column: Column): number => column.marks.length + 3

/** `cells[(row * columns + column) * 3 + …]`. A one-way table has one column: everybody. */
export type Tally = { rows: number; columns: number; cells: Float64Array }
export type Cell = { n: number; weight: number; squares: number }

export function cellAt({ columns, cells }: Tally, row: number, column = 0): Cell {
  const at = (row * columns + column) * perCell
  return { n: cells[at]!, weight: cells[at + 1]!, squares: cells[at + 2]! }
}

export function oneWay(column: Column, weights: Float64Array | null): Tally {
  const rows = linesOf(column)
  const tally: Tally = { rows, columns: 1, cells: new Float64Array(rows * perCell) }
  const hits = hitsOf(column)
  for (let i = 0; i < column.codes.length; i++) {
    const count = hits.find(column.codes[i]!)
    const weight = weights === null ? 1 : weights[i]!
    for (let h = 0; h < count; h++) add(tally.cells, hits.lines[h]! * perCell, weight)
  }
  return tally
}

/** Row column × group column, both with all their lines. */
export function crossTab(row: Column, group: Column, weights: Float64Array | null): Tally {
  const [rows, columns] = [linesOf(row), linesOf(group)]
  const tally: Tally = { rows, columns, cells: new Float64Array(rows * columns * perCell) }
  const [down, across] = [hitsOf(row), hitsOf(group)]
  for (let i = 0; i < row.codes.length; i++) {
    const weight = weights === null ? 1 : weights[i]!
    const downs = down.find(row.codes[i]!)
    const acrosses = across.find(group.codes[i]!)
    for (let d = 0; d < downs; d++)
      for (let a = 0; a < acrosses; a++)
        add(tally.cells, (down.lines[d]! * columns + across.lines[a]!) * perCell, weight)
  }
  return tally
}

function add(cells: Float64Array, at: number, weight: number): void {
  cells[at]! += 1
  cells[at + 1]! += weight
  cells[at + 2]! += weight * weight
}

/** The lines a code belongs to, written into one array that is used again. */
export function hitsOf(column: Column): { lines: Int32Array; find: (code: number) => number } {
  const lines = new Int32Array(column.marks.length + 3)
  const [none, asked, away] = [noneOf(column), askedIn(column), awayOf(column)]
  const one = (code: number): number => {
    lines[0] = code === column.away ? away : code
    lines[1] = asked
    return code === column.away ? 1 : 2
  }
  const many = (code: number): number => {
    if (code === column.away) {
      lines[0] = away
      return 1
    }
    let count = 0
    lines[count++] = asked
    if (code === column.none) lines[count++] = none
    else
      for (let rest = code, option = 0; rest !== 0; rest >>>= 1, option++)
        if ((rest & 1) === 1) lines[count++] = option
    return count
  }
  return { lines, find: column.kind === 'one' ? one : many }
}
