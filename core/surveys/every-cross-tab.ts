// Every cross-tab of a survey at once. Each option of each question becomes a row of bits, one a sheet; a cell is the
// number of bits set in two rows. Sheets of the same weight lie side by side, so the weighted cell is the count of each
// piece times its weight: weights by scheme are few kinds, however many sheets. The answer is that of crossTab.
import { type BitRows, type Piece, bitRows, blockBytes } from './bit-rows.ts'
import type { Column } from './columns.ts'
import { type Tally, askedIn, awayOf, crossTab, linesOf, noneOf, perCell } from './tabulate.ts'

/** By position of the two columns, the first before the second. */
export type AllTallies = { find: (row: number, group: number) => Tally }

/** Where weights differ from sheet to sheet there is nothing to gain: then tables are counted one by one. */
const sheetsPerWeightMin = 8
/** So much of every row at a time stays in the fast memory. */
const pieceBytes = 1024

export function everyCrossTab(
  columns: readonly Column[],
  weights: Float64Array | null,
): AllTallies {
  const rows = columns[0]?.codes.length ?? 0
  const laid = layOut(rows, weights)
  if (laid === null)
    return { find: (row, group) => crossTab(columns[row]!, columns[group]!, weights) }
  const { bits, spans, pairs } = bitsOf(columns, laid)
  for (const piece of laid.pieces)
    for (const { r, g, out } of pairs) bits.count(spans[r]!, spans[g]!, piece, out)
  const everybody = sumsOf(rows, weights)
  const alone = columns.map((column, c) =>
    aloneOf(column, bits.cells, pairs.find(({ r, g }) => r === c && g === c)!.out, everybody),
  )
  const found = new Map<number, Tally>()
  for (const { r, g, out } of pairs) {
    if (r === g) continue
    const tally = read(bits.cells, out, columns[r]!, columns[g]!)
    derive(tally, [columns[r]!, columns[g]!], [alone[r]!, alone[g]!])
    found.set(r * columns.length + g, tally)
  }
  return { find: (row, group) => found.get(row * columns.length + group)! }
}

type Laid = { bits: number; pieces: Piece[]; place: Int32Array }

/** Where the bit of each sheet lies; sheets of a weight fill pieces of whole blocks. Null: too many weights. */
function layOut(rows: number, weights: Float64Array | null): Laid | null {
  const kinds = new Int32Array(rows)
  const known = new Map<number, number>(weights === null ? [[1, 0]] : [])
  const counts: number[] = weights === null ? [rows] : []
  for (let i = 0; weights !== null && i < rows; i++) {
    let kind = known.get(weights[i]!)
    if (kind === undefined) {
      kind = counts.length
      if (kind * sheetsPerWeightMin > rows) return null
      known.set(weights[i]!, kind)
      counts.push(0)
    }
    counts[kind]! += 1
    kinds[i] = kind
  }
  let next = 0
  const pieces: Piece[] = []
  const places = new Int32Array(counts.length)
  for (const [weight, kind] of known) {
    places[kind] = next * 8
    const end = next + Math.ceil(counts[kind]! / 8 / blockBytes) * blockBytes
    for (let from = next; from < end; from += pieceBytes)
      pieces.push({ weight, from, to: Math.min(end, from + pieceBytes) })
    next = end
  }
  const place = new Int32Array(rows)
  for (let i = 0; i < rows; i++) place[i] = places[kinds[i]!]!++
  return { bits: next * 8, pieces, place }
}

/** Rows of bits of a column: its options, those without an answer and, where options overlap, those asked. */
const linesOfBits = (column: Column): number =>
  column.marks.length + (column.kind === 'many' ? 2 : 1)

function bitsOf(columns: readonly Column[], { bits: width, place }: Laid) {
  let [first, out] = [0, 0]
  const spans = columns.map((column) => {
    const span = { first, rows: linesOfBits(column) }
    first += span.rows
    return span
  })
  const pairs = spans.flatMap((down, r) =>
    spans.slice(r).map((across, after) => {
      const pair = { r, g: r + after, out }
      out += down.rows * across.rows * perCell
      return pair
    }),
  )
  const bits = bitRows(first, width, out)
  for (const [c, column] of columns.entries())
    if (column.kind === 'one') setOne(bits, column, spans[c]!.first, place)
    else setMany(bits, column, spans[c]!.first, place)
  return { bits, spans, pairs }
}

function setOne(
  { bytes, stride }: BitRows,
  { codes, away }: Column,
  first: number,
  place: Int32Array,
): void {
  const start = first * stride
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    // Options are the first codes, `none` the next: the order of the lines.
    if (code !== away) bytes[start + code * stride + (place[i]! >>> 3)]! |= 1 << (place[i]! & 7)
  }
}

function setMany(
  { bytes, stride }: BitRows,
  column: Column,
  first: number,
  place: Int32Array,
): void {
  const { codes, away, none } = column
  const start = first * stride
  const noneStart = start + noneOf(column) * stride
  const askedStart = start + askedIn(column) * stride
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    if (code === away) continue
    const byte = place[i]! >>> 3
    const bit = 1 << (place[i]! & 7)
    bytes[askedStart + byte]! |= bit
    if (code === none) bytes[noneStart + byte]! |= bit
    else
      for (let rest = code, at = start + byte; rest !== 0; rest >>>= 1, at += stride)
        if ((rest & 1) === 1) bytes[at]! |= bit
  }
}

function sumsOf(rows: number, weights: Float64Array | null): [number, number, number] {
  if (weights === null) return [rows, rows, rows]
  let [weight, squares] = [0, 0]
  for (let i = 0; i < rows; i++) {
    weight += weights[i]!
    squares += weights[i]! * weights[i]!
  }
  return [rows, weight, squares]
}

/** The one-way table of a column, from its rows of bits each with itself. */
function aloneOf(
  column: Column,
  cells: Float64Array,
  from: number,
  everybody: [number, number, number],
): Float64Array {
  const alone = new Float64Array(linesOf(column) * perCell)
  const lines = linesOfBits(column)
  for (let k = 0; k < perCell; k++) {
    const asked = askedIn(column) * perCell + k
    for (let line = 0; line < lines; line++) {
      const value = cells[from + line * (lines + 1) * perCell + k]!
      alone[line * perCell + k] = value
      if (column.kind === 'one') alone[asked]! += value
    }
    alone[awayOf(column) * perCell + k] = everybody[k]! - alone[asked]!
  }
  return alone
}

function read(from: Float64Array, out: number, row: Column, group: Column): Tally {
  const [rows, columns] = [linesOf(row), linesOf(group)]
  const cells = new Float64Array(rows * columns * perCell)
  const across = linesOfBits(group) * perCell
  for (let line = 0; line < linesOfBits(row); line++) {
    const at = out + line * across
    cells.set(from.subarray(at, at + across), line * columns * perCell)
  }
  return { rows, columns, cells }
}

/** What was not counted follows: the base of a single choice is the sum of its parts, and the rest was not asked. */
function derive(
  tally: Tally,
  [row, group]: [Column, Column],
  [down, across]: [Float64Array, Float64Array],
): void {
  const { columns, cells } = tally
  const at = (r: number, g: number) => (r * columns + g) * perCell
  for (let k = 0; k < perCell; k++) {
    if (row.kind === 'one')
      for (let g = 0; g <= askedIn(group); g++)
        for (let r = 0; r <= noneOf(row); r++)
          cells[at(askedIn(row), g) + k]! += cells[at(r, g) + k]!
    if (group.kind === 'one')
      for (let r = 0; r <= askedIn(row); r++) {
        cells[at(r, askedIn(group)) + k] = 0
        for (let g = 0; g <= noneOf(group); g++)
          cells[at(r, askedIn(group)) + k]! += cells[at(r, g) + k]!
      }
    for (let g = 0; g <= askedIn(group); g++)
      cells[at(awayOf(row), g) + k] = across[g * perCell + k]! - cells[at(askedIn(row), g) + k]!
    for (let r = 0; r <= awayOf(row); r++)
      cells[at(r, awayOf(group)) + k] = down[r * perCell + k]! - cells[at(r, askedIn(group)) + k]!
  }
}
