// Tables as they may be shown: each cell with its base, weighted and not, with intervals; small groups hidden before
// anything leaves. The same for the desk and for everybody; what is published is such a set, frozen.
import type { Words } from '#core/kit/words.ts'
import type { Column, Columns, Figures } from './columns.ts'
import {
  type Estimate,
  type Sample,
  effectiveOf,
  meanOf,
  meanOfFigures,
  shareOf,
} from './estimates.ts'
import { type Suppression, type TableCounts, suppress } from './suppression.ts'
import { type Tally, askedIn, cellAt, crossTab, noneOf, oneWay } from './tabulate.ts'

/** value, low, high */
export type Interval = [number, number, number]
/** Null: hidden. */
export type ResultCell = { n: number; weighted: Interval; plain: Interval } | null
export type ResultLine = { code: string; label: Words; cells: ResultCell[] }
export type ResultGroup = {
  code: string
  label: Words
  /** Asked; null where even this is hidden. */
  n: number | null
  effective: number | null
  mean: { weighted: Interval; plain: Interval } | null
}
export type ResultTable = {
  key: string
  question: string
  title: Words
  kind: 'one' | 'many'
  /** The question that makes the groups; null: everybody alone. */
  by: { key: string; title: Words } | null
  /** Asked of some only. */
  routed: boolean
  groups: ResultGroup[]
  lines: ResultLine[]
  none: ResultCell[]
  hidden: number
}
export type ResultFigure = {
  key: string
  title: Words
  unit: Words | null
  n: number
  weighted: Interval
  plain: Interval
}
export type Results = { tables: ResultTable[]; figures: ResultFigure[] }
export type AskedTable = { row: string; group: string | null }

type Making = {
  columns: Columns
  weights: Float64Array | null
  tables: readonly AskedTable[]
  sample: Sample
  threshold: number
  known?: ReadonlySet<string>
  kept?: ReadonlySet<string>
  /** Published before from the same sheets: they share their sums with these. */
  earlier?: readonly AskedTable[]
}

/** Tables asked for, and beneath them the one-way tables whose totals they share. */
export function resultsOf(making: Making): { results: Results; suppression: Suppression } {
  const { columns, weights, sample, threshold } = making
  const find = (key: string) => columns.columns.find((column) => column.key === key)
  const pairsOf = (asked: readonly AskedTable[]) =>
    asked.flatMap(({ row, group }) => {
      const [down, across] = [find(row), group === null ? null : find(group)]
      const none = down === undefined || across === undefined || down === across
      return none ? [] : [{ row: down, group: across }]
    })
  const pairs = pairsOf(making.tables)
  const shared = [...pairs, ...pairsOf(making.earlier ?? [])]
  const singles = new Set(
    shared.flatMap(({ row, group }) => (group === null ? [row] : [row, group])),
  )
  const counted: TableCounts[] = [
    ...[...singles].map((row) => ({ row, group: null, tally: oneWay(row, null) })),
    ...shared.flatMap(({ row, group }) =>
      group === null ? [] : [{ row, group, tally: crossTab(row, group, null) }],
    ),
  ]
  const { known, kept } = making
  const options = { threshold, ...(known && { known }), ...(kept && { kept }) }
  const suppression = suppress(counted, options)
  const tables = pairs.map((pair) => tableOf(pair, { weights, sample, threshold, suppression }))
  const figures = columns.figures.flatMap((figure) =>
    figureOf(figure, { weights, sample, threshold }),
  )
  return { results: { tables, figures }, suppression }
}

type Laying = {
  weights: Float64Array | null
  sample: Sample
  threshold: number
  suppression: Suppression
}

function tableOf(
  { row, group }: { row: Column; group: Column | null },
  laying: Laying,
): ResultTable {
  const { weights } = laying
  const alone = { weighted: oneWay(row, weights), plain: oneWay(row, null) }
  const crossed =
    group === null
      ? null
      : { weighted: crossTab(row, group, weights), plain: crossTab(row, group, null) }
  const heads = [
    { mark: null as number | null, code: '*', label: { zh: '全部', en: 'Everybody' } },
    ...(group === null ? [] : group.marks.map(({ code, label }, mark) => ({ mark, code, label }))),
  ]
  const places = heads.map(({ mark, code, label }) => {
    const tallies = mark === null ? alone : crossed!
    return { mark, code, label, tallies, at: mark ?? 0 }
  })
  const groups = places.map((place) => groupOf(place, row, group, laying))
  const cellsOf = (line: number) =>
    places.map((place, p) =>
      groups[p]!.n === null ? null : cellOf(place, line, row, group, laying),
    )
  const lines = row.marks.map(({ code, label }, line) => ({ code, label, cells: cellsOf(line) }))
  const none = cellsOf(noneOf(row))
  const hidden = [...lines.map(({ cells }) => cells), none]
    .flat()
    .filter((cell) => cell === null).length
  return {
    key: group === null ? row.key : `${row.key}×${group.key}`,
    question: row.question,
    title: row.title,
    kind: row.kind,
    by: group === null ? null : { key: group.key, title: group.title },
    routed: row.codes.includes(row.away),
    groups,
    lines,
    none,
    hidden,
  }
}

type Place = {
  mark: number | null
  code: string
  label: Words
  tallies: { weighted: Tally; plain: Tally }
  at: number
}

function isHidden(
  { mark }: Place,
  line: number,
  row: Column,
  group: Column | null,
  { suppression }: Laying,
): boolean {
  return mark === null || group === null
    ? suppression.hides(row.key, line)
    : suppression.hides(row.key, line, group.key, mark)
}

/** The base is the group without those never asked: where these are hidden, or it is small itself, the base is too. */
function groupOf(place: Place, row: Column, group: Column | null, laying: Laying): ResultGroup {
  const { threshold, sample } = laying
  const { code, label, tallies, at } = place
  const [weighted, plain] = [
    cellAt(tallies.weighted, askedIn(row), at),
    cellAt(tallies.plain, askedIn(row), at),
  ]
  const dark =
    plain.n < threshold ||
    isHidden(place, askedIn(row) + 1, row, group, laying) ||
    (place.mark !== null && group !== null && laying.suppression.hides(group.key, place.mark))
  if (dark) return { code, label, n: null, effective: null, mean: null }
  const lines = [...row.marks.keys()]
  const whole = ![...lines, noneOf(row)].some((line) => isHidden(place, line, row, group, laying))
  const mean = (tally: Tally) =>
    row.values === null || !whole
      ? null
      : meanOf(
          lines.map((line) => cellAt(tally, line, at)),
          row.values,
          sample,
        )
  const [heavy, light] = [mean(tallies.weighted), mean(tallies.plain)]
  return {
    code,
    label,
    n: plain.n,
    effective: round(effectiveOf(weighted), 1),
    mean:
      heavy === null || light === null
        ? null
        : { weighted: short(heavy, 3), plain: short(light, 3) },
  }
}

function cellOf(
  place: Place,
  line: number,
  row: Column,
  group: Column | null,
  laying: Laying,
): ResultCell {
  if (isHidden(place, line, row, group, laying)) return null
  const { tallies, at } = place
  const share = (tally: Tally) =>
    shareOf(cellAt(tally, line, at), cellAt(tally, askedIn(row), at), laying.sample)
  const [weighted, plain] = [share(tallies.weighted), share(tallies.plain)]
  if (weighted === null || plain === null) return null
  return {
    n: cellAt(tallies.plain, line, at).n,
    weighted: short(weighted, 4),
    plain: short(plain, 4),
  }
}

function figureOf(
  figure: Figures,
  { weights, sample, threshold }: Omit<Laying, 'suppression'>,
): ResultFigure[] {
  const { key, title, unit, values } = figure
  const weighted = meanOfFigures({ values, weights, member: null }, sample)
  const plain = meanOfFigures({ values, weights: null, member: null }, sample)
  if (weighted === null || plain === null || weighted.n < threshold) return []
  return [{ key, title, unit, n: weighted.n, weighted: short(weighted, 3), plain: short(plain, 3) }]
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits))
const short = ({ value, low, high }: Estimate, digits: number): Interval => [
  round(value, digits),
  round(low, digits),
  round(high, digits),
]

/** Every question by itself. */
export const tablesOf = (columns: Columns): AskedTable[] =>
  columns.columns.map(({ key }) => ({ row: key, group: null }))
