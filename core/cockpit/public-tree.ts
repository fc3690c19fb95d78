// The public figures of a whole tree of areas as one system of sums: of each area, what a figure, its months and its
// sources are made of; between areas, what a street has of its communities. What is left out is reckoned for all of them at
// once, so that every page says the same whichever is opened first. Decision 0021.

import { isSmall } from './public-figures.ts'
import type { TileKey } from './contract.ts'
import type { Cell, Sum } from './covering.ts'
import { leftOut } from './covering.ts'
import { type Facts, filedOf, noneUndecided, partsOf, rates, reportedOf } from './tiles.ts'

export const publicRates = [
  '2', '3a', '3b', '3c', '3d', '3e', '4a', '4b', '7', '9a', '9b', '9c', '11', '12', '13',
] as const satisfies readonly TileKey[] // prettier-ignore
type RateKey = (typeof publicRates)[number]

/** Figures of one base share its count: it is one number on many lines. */
const baseOf: Partial<Record<RateKey, string>> = {
  '2': 'filed', '3b': '3a.den', '3e': '3a.den', '3d': '3c.den', '4a': '3c.den',
} // prettier-ignore
/** In time is a part of done; the rest of it was late. */
const wholeOf: Partial<Record<RateKey, RateKey>> = { '3b': '3a', '3d': '3c' }

export const denKey = (key: RateKey): string => baseOf[key] ?? `${key}.den`
export const numKey = (key: RateKey): string => `${key}.num`
export const pastKey = (key: string): string => `past ${key}`
export const monthKey = (month: string): string => `reported in month ${month}`
export const sourceKey = (source: string): string => `reported by ${source}`
const restKey = (key: RateKey): string => `${key}.rest`
const lateKey = (key: RateKey): string => `${key}.late`

export const isRateKey = (key: TileKey): key is RateKey => publicRates.some((each) => each === key)

/** The counts of an area by name. An area that is on the page above only has what is said of it there. */
export type Counts = Readonly<Record<string, number>>
export type PublicArea = {
  /** The place in the list of the area above it that is published too. */
  above: number | null
  limit: number
  counts: Counts
}

export type PublicFacts = {
  inPeriod: Facts
  inPast: Facts
  /** Null for an area above others: its months and sources beside theirs would be a table with two sets of margins. */
  months: Counts | null
  further: Counts
}

/** What an area publishes, and what follows from it, as counts. */
export function countsOf({ inPeriod, inPast, months, further }: PublicFacts): Counts {
  const parts = months === null ? [] : partsOf('1', inPeriod)
  const sources = parts.filter(({ key }) => key.length > 1)
  const { confirmed, silent, objected } = inPeriod
  return {
    reported: reportedOf(inPeriod),
    [pastKey('reported')]: reportedOf(inPast),
    ...Object.fromEntries(Object.entries(months ?? {}).map(([month, n]) => [monthKey(month), n])),
    ...Object.fromEntries(sources.map(({ key, count }) => [sourceKey(key), count])),
    confirmed,
    silent,
    objected,
    ...ratesOf(inPeriod),
    ...Object.fromEntries(Object.entries(ratesOf(inPast)).map(([key, n]) => [pastKey(key), n])),
    ...further,
  }
}

function ratesOf(facts: Facts): Record<string, number> {
  const counts: Record<string, number> = { filed: filedOf(facts) }
  for (const key of publicRates) {
    const { num, den } = rates[key]!(facts, noneUndecided)
    counts[denKey(key)] = den
    counts[numKey(key)] = num
    counts[restKey(key)] = den - num
    const whole = wholeOf[key]
    if (whole) counts[lateKey(key)] = rates[whole]!(facts, noneUndecided).num - num
  }
  counts['filed otherwise'] = counts['filed']! - counts[denKey('11')]!
  return counts
}

type Named = { total: string; parts: readonly string[] }

/** What adds up within one area. */
function sumsWithin(counts: Counts): Named[] {
  const ofRates = ['', 'past '].flatMap((when) => [
    ...publicRates.map((key) => ({
      total: when + denKey(key),
      parts: [when + numKey(key), when + restKey(key)],
    })),
    ...publicRates.flatMap((key) =>
      wholeOf[key]
        ? [{ total: when + numKey(wholeOf[key]), parts: [when + numKey(key), when + lateKey(key)] }]
        : [],
    ),
    { total: `${when}filed`, parts: [when + denKey('11'), `${when}filed otherwise`] },
  ])
  const having = (beginning: string) =>
    Object.keys(counts).filter((key) => key.startsWith(beginning))
  return [
    { total: 'reported', parts: having('reported in ') },
    { total: 'reported', parts: having('reported by ') },
    ...ofRates,
  ].filter(
    ({ total, parts }) =>
      parts.length > 0 && [total, ...parts].every((key) => counts[key] !== undefined),
  )
}

const isUnsaid = (key: string) =>
  key.endsWith('.rest') || key.endsWith('.late') || key.endsWith(' otherwise')

/** Where a rate is said as a bound, that says its small part is small. */
function saidFew(key: string, counts: Counts, limit: number): boolean {
  const rate = publicRates.find((each) => key.replace('past ', '').startsWith(`${each}.`))
  if (rate === undefined) return false
  const when = key.startsWith('past ') ? 'past ' : ''
  const small = (name: string) => isSmall(counts[when + name] ?? 0, limit)
  if ((counts[when + denKey(rate)] ?? 0) < limit) return false
  const [few, rest] = [small(numKey(rate)), small(restKey(rate))]
  if (key.endsWith('.late')) return !few && !rest
  return key.endsWith('.num') || key.endsWith('.rest') ? few !== rest : false
}

/** Names of counts that add up with one another: each family can be reckoned by itself, one after the other. */
export function familiesOf(areas: readonly PublicArea[]): string[][] {
  const familyOf = new Map<string, Set<string>>()
  for (const { counts } of areas) {
    for (const key of Object.keys(counts)) if (!familyOf.has(key)) familyOf.set(key, new Set([key]))
    for (const { total, parts } of sumsWithin(counts))
      for (const part of parts) {
        const [one, other] = [familyOf.get(total)!, familyOf.get(part)!]
        if (one === other) continue
        for (const key of other) familyOf.set(key, one.add(key))
      }
  }
  return [...new Set(familyOf.values())].map((keys) => [...keys])
}

/** The same areas with some of their counts. */
export const withOnly = (areas: readonly PublicArea[], keys: readonly string[]): PublicArea[] =>
  areas.map(({ counts, ...area }) => ({
    ...area,
    counts: Object.fromEntries(
      keys.flatMap((key) => (counts[key] === undefined ? [] : [[key, counts[key]]])),
    ),
  }))

/** Whether an area's count is left out, for every area and count. */
export function leftOutOf(areas: readonly PublicArea[]): (area: number, key: string) => boolean {
  const cells: Cell[] = []
  const sums: Sum[] = []
  const places = areas.map(({ counts, limit }) => {
    const at = new Map<string, number>()
    for (const [key, count] of Object.entries(counts)) {
      at.set(key, cells.length)
      cells.push({ count, limit, unsaid: isUnsaid(key), saidFew: saidFew(key, counts, limit) })
    }
    addWithin(cells, sums, at, counts)
    return at
  })
  const below: number[][] = areas.map(() => [])
  for (const [j, { above }] of areas.entries()) if (above !== null) below[above]!.push(j)
  for (const [i, area] of areas.entries())
    for (const key of Object.keys(area.counts))
      addBelow({ cells, sums, areas, places }, { i, key, below: below[i]! })
  const out = leftOut(cells, sums)
  return (area, key) => out[places[area]?.get(key) ?? -1] ?? true
}

function addWithin(
  cells: Cell[],
  sums: Sum[],
  at: ReadonlyMap<string, number>,
  counts: Counts,
): void {
  for (const { total, parts } of sumsWithin(counts)) {
    sums.push({ total: at.get(total)!, parts: parts.map((key) => at.get(key)!) })
    const [num, rest] = parts
    // Without its base no part of a rate is said.
    if (rest?.endsWith('.rest')) {
      const base = cells[at.get(total)!]!
      base.takes = [...(base.takes ?? []), at.get(num!)!]
    }
  }
}

type System = {
  cells: Cell[]
  sums: Sum[]
  areas: readonly PublicArea[]
  places: readonly ReadonlyMap<string, number>[]
}

/** An area is those below it and what lies in none of them, which is on no page; where there is nothing, all may know. */
function addBelow(
  { cells, sums, areas, places }: System,
  { i, key, below }: { i: number; key: string; below: readonly number[] },
): void {
  const having = below.filter((j) => areas[j]!.counts[key] !== undefined)
  if (having.length === 0) return
  const { counts, limit } = areas[i]!
  const direct = having.reduce((rest, j) => rest - areas[j]!.counts[key]!, counts[key]!)
  const parts = having.map((j) => places[j]!.get(key)!)
  if (direct !== 0) {
    parts.push(cells.length)
    cells.push({ count: direct, limit, unsaid: true })
  }
  sums.push({ total: places[i]!.get(key)!, parts })
}
