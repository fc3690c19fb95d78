// A way of weighting a survey: which question stands for which known figure of who lives here. Weights are relative:
// they sum to the number of sheets. Who gave no answer to such a question keeps his share of all; he is guessed into no
// group. One figure is post-stratification, several are raked; bounds hold how much a sheet may count beside another.
import type { Words } from '#core/kit/words.ts'
import type { Column } from './columns.ts'
import { type Bounds, type Margin, type WeightReport, rake } from './weights.ts'

export type KnownFigure = {
  dimension: string
  title: Words
  asOf: string
  source: string
  categories: { code: string; label: Words; people: number }[]
}

/** Options and categories that mean the same people, together where either side is coarser. */
export type SchemeGroup = { label: Words; options: string[]; categories: string[] }
export type SchemeDimension = { dimension: string; column: string; groups: SchemeGroup[] }
export type Scheme = {
  dimensions: SchemeDimension[]
  bounds: Bounds | null
  figures: KnownFigure[]
}

export type GroupEffect = {
  label: Words
  sheets: number
  /** Shares of those who answered: before, in the population, and after. */
  answered: number
  lives: number
  weighted: number
}
export type WeightingReport = WeightReport & {
  dimensions: { dimension: string; title: Words; unanswered: number; groups: GroupEffect[] }[]
}

export type SchemeFault =
  | 'unknown_question'
  | 'unknown_figure'
  | 'overlapping_groups'
  | 'left_over'
  | 'nobody_answered'

export function faultOfScheme(
  scheme: Pick<Scheme, 'dimensions' | 'figures'>,
  columns: readonly Column[],
): SchemeFault | null {
  for (const { dimension, column: key, groups } of scheme.dimensions) {
    const column = columns.find((each) => each.key === key && each.kind === 'one')
    if (column === undefined) return 'unknown_question'
    const figure = scheme.figures.find((each) => each.dimension === dimension)
    if (figure === undefined) return 'unknown_figure'
    const options = groups.flatMap((group) => group.options)
    const categories = groups.flatMap((group) => group.categories)
    if (new Set(options).size < options.length || new Set(categories).size < categories.length)
      return 'overlapping_groups'
    const all = column.marks.every(({ code }) => options.includes(code))
    if (
      !all ||
      options.length !== column.marks.length ||
      groups.some((group) => group.categories.length === 0)
    )
      return 'left_over'
    if (groups.some((group) => !answeredBy(column, group))) return 'nobody_answered'
  }
  return null
}

function answeredBy(column: Column, { options }: SchemeGroup): boolean {
  const codes = new Set(
    options.map((option) => column.marks.findIndex(({ code }) => code === option)),
  )
  return column.codes.some((code) => codes.has(code))
}

export function weigh(
  scheme: Scheme,
  columns: readonly Column[],
): { weights: Float64Array; report: WeightingReport } {
  const sheets = columns[0]?.codes.length ?? 0
  const margins = scheme.dimensions.map((dimension) => marginOf(scheme, dimension, columns))
  const start = new Float64Array(sheets).fill(1)
  const { weights, report } = rake(start, margins, { bounds: scheme.bounds })
  const dimensions = scheme.dimensions.map(({ dimension, groups }, d) => {
    const { codes, totals } = margins[d]!
    const known = groups.length
    const sums = Array.from({ length: known }, () => ({ sheets: 0, weight: 0 }))
    let [unanswered, weight] = [0, 0]
    for (let i = 0; i < sheets; i++) {
      const sum = sums[codes[i]!]
      if (sum === undefined) unanswered += 1
      else {
        sum.sheets += 1
        sum.weight += weights[i]!
        weight += weights[i]!
      }
    }
    const answered = sheets - unanswered
    const people = totals.slice(0, known).reduce((all, total) => all + total, 0)
    const title = scheme.figures.find((each) => each.dimension === dimension)?.title ?? {
      zh: dimension,
      en: dimension,
    }
    return {
      dimension,
      title,
      unanswered,
      groups: groups.map(({ label }, g) => ({
        label,
        sheets: sums[g]!.sheets,
        answered: answered === 0 ? 0 : sums[g]!.sheets / answered,
        lives: people === 0 ? 0 : totals[g]! / people,
        weighted: weight === 0 ? 0 : sums[g]!.weight / weight,
      })),
    }
  })
  return { weights, report: { ...report, dimensions } }
}

/** On the scale of sheets: those who answered share their number as the population is shared; the rest keep theirs. */
function marginOf(
  scheme: Scheme,
  { dimension, column: key, groups }: SchemeDimension,
  columns: readonly Column[],
): Margin {
  const column = columns.find((each) => each.key === key)!
  const figure = scheme.figures.find((each) => each.dimension === dimension)!
  const peopleOf = (code: string) =>
    figure.categories.find((each) => each.code === code)?.people ?? 0
  const groupOf = new Map(
    groups.flatMap(({ options }, g) =>
      options.map((option): [number, number] => [
        column.marks.findIndex(({ code }) => code === option),
        g,
      ]),
    ),
  )
  const codes = Int32Array.from(column.codes, (code) => groupOf.get(code) ?? groups.length)
  const rest = codes.reduce((sum, code) => sum + (code === groups.length ? 1 : 0), 0)
  const people = groups.map(({ categories }) =>
    categories.reduce((sum, code) => sum + peopleOf(code), 0),
  )
  const all = people.reduce((sum, count) => sum + count, 0)
  const totals = people.map((count) => (all === 0 ? 0 : ((codes.length - rest) * count) / all))
  return { name: dimension, codes, totals: rest === 0 ? totals : [...totals, rest] }
}

type Hidden = { sheets: null; answered: null; weighted: null }
export type ShownReport = Omit<WeightingReport, 'empty' | 'dimensions' | 'least' | 'most'> & {
  least: number | null
  most: number | null
  dimensions: (Omit<WeightingReport['dimensions'][number], 'groups'> & {
    groups: (GroupEffect | (Omit<GroupEffect, keyof Hidden> & Hidden))[]
  })[]
}

/**
 * The report as the desk may read it: groups of few are not counted out loud, and neither is whatever would give them
 * away by subtraction from the number of sheets (decision 0014).
 */
export function shownReport(report: WeightingReport, threshold: number): ShownReport {
  const { empty: _empty, least, most, ...rest } = report
  let anyHidden = false
  const dimensions = report.dimensions.map((dimension) => {
    const hidden = hiddenGroups(dimension.groups, threshold)
    anyHidden ||= hidden.size > 0
    return {
      ...dimension,
      groups: dimension.groups.map((group) =>
        hidden.has(group) ? { ...group, sheets: null, answered: null, weighted: null } : group,
      ),
    }
  })
  // The heaviest sheets are those of the smallest group: its weight beside who lives here would be its number.
  const span = anyHidden ? { least: null, most: null } : { least, most }
  return { ...rest, ...span, dimensions }
}

/** The few, and then the next smallest until what is hidden is at least two groups and not few together. */
function hiddenGroups(groups: readonly GroupEffect[], threshold: number): Set<GroupEffect> {
  const counted = groups.filter(({ sheets }) => sheets > 0).toSorted((a, b) => a.sheets - b.sheets)
  const hidden = new Set<GroupEffect>()
  let sum = 0
  for (const group of counted) {
    const enough = hidden.size >= 2 && sum >= threshold
    if (group.sheets >= threshold && (hidden.size === 0 || enough)) break
    hidden.add(group)
    sum += group.sheets
  }
  return hidden
}
