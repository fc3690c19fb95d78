// The cockpit of an area: its figures from the cases room's counts, for every level of the tree. Owns no facts.
// Figures are sums without persons, so they are read as a job once the caller's right to them is known.

import type { CockpitView, Tile, TileKey } from '#core/cockpit/contract.ts'
import { besideKeys, tileKeys } from '#core/cockpit/contract.ts'
import { furtherKeys } from '#core/cockpit/contract-further.ts'
import {
  type Span,
  lastMonths,
  shiftDays,
  shiftMonths,
  spanOf,
  yearBefore,
} from '#core/cockpit/period.ts'
import {
  type Facts,
  type Undecided,
  type Weights,
  composite,
  filedOf,
  fraction,
  noneUndecided,
  partsOf,
  rateOf,
  reportedOf,
} from '#core/cockpit/tiles.ts'
import { tallyFacts } from '#core/cases/tallies.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { localDate, toMs } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import { hasRight, roots, tokenMay } from '#core/people/rights.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { areaLabel } from '../cases/case-view.ts'
import * as figures from '../cases/figures.ts'
import { arrivalTimes, callsAhead } from '../cases/figures-calls.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { rulesAt } from '../places/index-of-places.ts'
import { ageingOf, belowOf, childrenOf, sectionsOf } from './snapshot.ts'
import { keeper } from './kept.ts'

/** Staff who cover the area, whoever was given the right to read its figures, and systems with a token for it. */
export const readsFigures = (actor: Actor, area: Area): boolean =>
  (actor.kind === 'system' &&
    tokenMay(actor, 'figures:read') &&
    area.path.startsWith(actor.areaPath)) ||
  hasRight(actor, 'readFigures', { areaId: area.id, areaPath: area.path }) ||
  roots(actor).some((root) => area.path.startsWith(root))

export type Asked = { area: Area; span: Span; now: string }

export function ask(app: App, who: Who, input: { area: string; period?: string }): Result<Asked> {
  const area = app.places.geography.findByCode(input.area)
  if (area === null) return refused('no_such_area')
  if (!readsFigures(who.actor, area)) return refused('not_yours')
  const now = app.now()
  return done({ area, now, span: spanOf(input.period ?? '30d', localDate(now, area.timeZone)) })
}

const kept = keeper<CockpitView>(1000, 500)

/** Many look at the same wall: within a second all read the same answer. */
export async function readCockpit(
  app: App,
  who: Who,
  input: { area: string; period?: string },
): Promise<Result<CockpitView>> {
  const asked = ask(app, who, input)
  if (!asked.ok) return asked
  const { area, span, now } = asked.value
  const read = () => inScope(app.db, { kind: 'job' }, (tx) => compute(app, tx, asked.value))
  return done(await kept(app, { key: `${area.id} ${span.key}`, now, read }))
}

const empty = Object.fromEntries(tallyFacts.map((fact) => [fact, 0])) as unknown as Facts

const added = (rows: readonly Facts[]): Facts => {
  const total: Record<string, number> = { ...empty }
  for (const row of rows)
    for (const fact of tallyFacts) total[fact] = (total[fact] ?? 0) + row[fact]
  return total as Facts
}

const evenWeights: Weights = { responded: 1 / 3, solved: 1 / 3, satisfied: 1 / 3 }

async function compute(app: App, tx: Tx, asked: Asked): Promise<CockpitView> {
  const { area, span, now } = asked
  await figures.planForArea(tx)
  const open = await figures.openCases(tx, area.path, now)
  const waiting = await figures.waitingForWord(tx, area.path)
  const filed = await figures.filedByArea(tx, area.path, span, yearBefore(span))
  const { material, reportedBefore } = await gather(app, tx, asked, open)
  const counted = { open, filed }
  const children = childrenOf(app, area, counted)
  const { confirmed, silent, objected } = material.inPeriod
  return {
    area: areaLabel(area),
    path: app.places.geography.ancestors(area).slice(0, -1).map(areaLabel),
    childLevel: children.level,
    period: { key: span.key, from: span.from, to: shiftDays(span.to, -1) },
    asOf: now,
    open: open.length,
    unplaced: open.filter((row) => !row.placed).length,
    suspended: open.filter((row) => row.state === 'SUSPENDED').length,
    tiles: tileKeys.filter((key) => !isFurther(key)).map((key) => tileOf(key, material)),
    ageing: ageingOf(open),
    sections: sectionsOf(app, area, now, open, waiting),
    answers: { confirmed, silent, objected },
    children: children.rows,
    direct: children.direct,
    below: belowOf(app, area, counted),
    smallCell: material.smallCell,
    beside: besideKeys.map((key) => ({
      key,
      count: material.inPeriod[key],
      past: material.inPast[key],
    })),
    reportedBefore,
  }
}

/** What the tiles are made of: the period, the same days a year before, and twenty-four months. */
export async function gather(
  app: App,
  tx: Tx,
  { area, span, now }: Asked,
  open: readonly figures.OpenRow[],
): Promise<{ material: Material; reportedBefore: number[] }> {
  const path = area.path
  const today = localDate(now, area.timeZone)
  const nextMonth = shiftMonths(`${today.slice(0, 7)}-01`, 1)
  const months = lastMonths(today, 24)
  const inMonths = { from: months[0] ?? today, to: nextMonth, grain: 'month' } as const
  const at = (day: string) => startOfDay(day, area.timeZone)
  const bounds = (s: Span) => ({ from: at(s.from), to: at(s.to) })
  const before = yearBefore(span)
  const running = toMs(at(span.to)) > toMs(now)
  const until = [at(nextMonth), ...(running ? [at(span.to)] : [])]
  const duties = await figures.undecided(tx, path, { now, until })
  const calls = await callsAhead(tx, path, { now, until })
  const [thisMonth = noneUndecided, ahead = noneUndecided] = duties.map((each, i) => ({
    ...each,
    called: calls[i] ?? 0,
  }))
  const { byMonth, inside } = await tallied(tx, path, { inMonths, span, before })
  const times = await figures.handlingTimes(tx, path, bounds(span), bounds(before))
  const material: Material = {
    inPeriod: added(inside(span)),
    inPast: added(inside(before)),
    ahead,
    monthly: months.slice(12).map((month, i) => ({
      facts: byMonth.get(month) ?? empty,
      undecided: i === 11 ? thisMonth : noneUndecided,
    })),
    smallCell: Number(rulesAt(app, path, 'figures.smallCell', now) ?? 10),
    weights:
      (rulesAt(app, path, 'figures.threeRateWeights', now) as Weights | undefined) ?? evenWeights,
    times: times.span,
    timesBefore: times.before,
    hands: await figures.handovers(tx, path, bounds(span)),
    arrivals: await arrivalTimes(tx, path, bounds(span)),
    overdue: open.filter((row) => row.overdueDays !== null).length,
  }
  return {
    material,
    reportedBefore: months.slice(0, 12).map((month) => reportedOf(byMonth.get(month) ?? empty)),
  }
}

/** The months of the past and the buckets of the periods, read at once where they are of one grain. */
async function tallied(
  tx: Tx,
  path: string,
  { inMonths, span, before }: Record<'inMonths' | 'span' | 'before', figures.Span>,
) {
  const monthly = span.grain === 'month'
  const months = monthly
    ? await figures.tallyByBucket(tx, path, inMonths, span, before)
    : await figures.tallyByBucket(tx, path, inMonths)
  const buckets = monthly ? months : await figures.tallyByBucket(tx, path, span, before)
  return {
    byMonth: new Map(months.map((row) => [row.bucket, row])),
    inside: ({ from, to }: figures.Span) =>
      buckets.filter(({ bucket }) => bucket >= from && bucket < to),
  }
}

type Material = {
  inPeriod: Facts
  ahead: Undecided
  inPast: Facts
  monthly: { facts: Facts; undecided: Undecided }[]
  smallCell: number
  weights: Weights
  times: { n: number; median: number | null; p90: number | null }
  timesBefore: { n: number; median: number | null; p90: number | null }
  hands: { num: number; den: number }
  arrivals: { n: number; median: number | null; p90: number | null }
  overdue: number
}

const isFurther = (key: TileKey): boolean => furtherKeys.some((each) => each === key)

const bare = (key: TileKey): Tile => ({
  key,
  fraction: null,
  value: null,
  p90: null,
  n: 0,
  hidden: false,
  parts: [],
  past: null,
  points: [],
})

export function tileOf(key: TileKey, m: Material): Tile {
  const rate = rateOf(key, m.inPeriod, m.ahead, m.smallCell)
  if (rate !== null && key === '13')
    return { ...rateTile(key, rate, m), ...spreadOf(m, m.arrivals) }
  if (rate !== null) return rateTile(key, rate, m)
  const points = m.monthly.map(({ facts }) => reportedOf(facts))
  switch (key) {
    case '1':
      return {
        ...bare(key),
        value: reportedOf(m.inPeriod),
        n: filedOf(m.inPeriod),
        parts: partsOf(key, m.inPeriod),
        past: { value: reportedOf(m.inPast), num: filedOf(m.inPast), den: 0 },
        points,
      }
    case '5':
      return durationTile(m)
    case '6':
      return {
        ...bare(key),
        value: m.overdue,
        n: m.overdue,
        // Its own past is how many went past their handling limit, month by month.
        points: m.monthly.map(
          ({ facts, undecided }) => facts.handle_due - undecided.handle - facts.handled_on_time,
        ),
      }
    case '8': {
      const few = m.hands.den < m.smallCell
      const each =
        few || m.hands.den === 0 ? null : Math.round((m.hands.num / m.hands.den) * 100) / 100
      return {
        ...bare(key),
        value: each,
        n: m.hands.den,
        hidden: few,
        fraction: { ...fraction(m.hands.num, m.hands.den, m.smallCell), rate: null },
      }
    }
    default:
      return compositeTile(m)
  }
}

function rateTile(key: TileKey, rate: NonNullable<Tile['fraction']>, m: Material): Tile {
  const past = rateOf(key, m.inPast, noneUndecided, m.smallCell)
  return {
    ...bare(key),
    fraction: rate,
    n: rate.den,
    hidden: rate.hidden,
    parts: partsOf(key, m.inPeriod),
    past: past === null ? null : { value: past.rate, num: past.num, den: past.den },
    points: m.monthly.map(
      ({ facts, undecided }) => rateOf(key, facts, undecided, m.smallCell)?.rate ?? null,
    ),
  }
}

const spreadOf = (m: Material, { n, median, p90 }: Material['arrivals']) =>
  n >= m.smallCell ? { value: median, p90 } : { value: null, p90: null }

function durationTile(m: Material): Tile {
  const shown = m.times.n >= m.smallCell
  const before = m.timesBefore.n >= m.smallCell ? m.timesBefore.median : null
  return {
    ...bare('5'),
    value: shown ? m.times.median : null,
    p90: shown ? m.times.p90 : null,
    n: m.times.n,
    hidden: !shown,
    past: { value: before, num: 0, den: m.timesBefore.n },
  }
}

function compositeTile(m: Material): Tile {
  const score = (facts: Facts, undecided: Undecided) =>
    composite(
      (['9a', '9b', '9c'] as const).map((key) => rateOf(key, facts, undecided, m.smallCell)),
      m.weights,
    )
  const value = score(m.inPeriod, m.ahead)
  return {
    ...bare('9'),
    value,
    parts: partsOf('9', m.inPeriod),
    hidden: value === null,
    past: { value: score(m.inPast, noneUndecided), num: 0, den: 0 },
    points: m.monthly.map(({ facts, undecided }) => score(facts, undecided)),
  }
}
