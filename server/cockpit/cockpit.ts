// The cockpit of an area: its figures from the cases room's counts, for every level of the tree. Owns no facts.
// Figures are sums without persons, so they are read as a job once the caller's right to them is known.

import type { CockpitView, Tile, TileKey } from '#core/cockpit/contract.ts'
import { tileKeys } from '#core/cockpit/contract.ts'
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
import { localDate, startOfDay } from '#core/kit/time.ts'
import { hasRight, roots, tokenMay } from '#core/people/rights.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { areaLabel } from '../cases/case-view.ts'
import * as figures from '../cases/figures.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { rulesAt } from '../places/index-of-places.ts'
import { ageingOf, belowOf, childrenOf, sectionsOf } from './snapshot.ts'

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

type Kept = { at: number; view: Promise<CockpitView> }
const keptOf = new WeakMap<App, Map<string, Kept>>()
const keptMs = 1000

/** Many look at the same wall: within a second all read the same answer. */
export async function readCockpit(
  app: App,
  who: Who,
  input: { area: string; period?: string },
): Promise<Result<CockpitView>> {
  const asked = ask(app, who, input)
  if (!asked.ok) return asked
  const kept = keptOf.get(app) ?? new Map<string, Kept>()
  keptOf.set(app, kept)
  const key = `${asked.value.area.id} ${asked.value.span.key}`
  const at = Date.parse(asked.value.now)
  const known = kept.get(key)
  if (known !== undefined && at - known.at < keptMs && at >= known.at) return done(await known.view)
  if (kept.size > 500) kept.clear()
  const view = inScope(app.db, { kind: 'job' }, (tx) => compute(app, tx, asked.value))
  kept.set(key, { at, view })
  view.catch(() => kept.delete(key))
  return done(await view)
}

const empty = Object.fromEntries(tallyFacts.map((fact) => [fact, 0])) as unknown as Facts

const added = (rows: readonly Facts[]): Facts => {
  const total: Record<string, number> = { ...empty }
  for (const row of rows)
    for (const fact of tallyFacts) total[fact] = (total[fact] ?? 0) + row[fact]
  return total as Facts
}

async function compute(app: App, tx: Tx, { area, span, now }: Asked): Promise<CockpitView> {
  const path = area.path
  const today = localDate(now, area.timeZone)
  const before = yearBefore(span)
  const allMonths = lastMonths(today, 24)
  const months = allMonths.slice(12)
  const nextMonth = shiftMonths(`${today.slice(0, 7)}-01`, 1)
  const bounds = (s: { from: string; to: string }) => ({
    from: startOfDay(s.from, area.timeZone),
    to: startOfDay(s.to, area.timeZone),
  })
  const inPeriod = added(await figures.tallyByBucket(tx, path, span))
  const inPast = added(await figures.tallyByBucket(tx, path, before))
  const byMonth = new Map(
    (
      await figures.tallyByBucket(tx, path, {
        from: allMonths[0] ?? today,
        to: nextMonth,
        grain: 'month',
      })
    ).map((row) => [row.bucket, row]),
  )
  const open = await figures.openCases(tx, path, now)
  const waiting = await figures.waitingForWord(tx, path)
  const ahead =
    bounds(span).to > now
      ? await figures.undecided(tx, path, { now, to: bounds(span).to })
      : noneUndecided
  const aheadThisMonth = await figures.undecided(tx, path, {
    now,
    to: startOfDay(nextMonth, area.timeZone),
  })
  const times = await figures.handlingTimes(tx, path, bounds(span))
  const timesBefore = await figures.handlingTimes(tx, path, bounds(before))
  const hands = await figures.handovers(tx, path, bounds(span))
  const filed = await figures.filedByArea(tx, path, span)
  const filedBefore = await figures.filedByArea(tx, path, before)
  const smallCell = Number(rulesAt(app, path, 'figures.smallCell', now) ?? 10)
  const weights = (rulesAt(app, path, 'figures.threeRateWeights', now) as Weights | undefined) ?? {
    responded: 1 / 3,
    solved: 1 / 3,
    satisfied: 1 / 3,
  }
  const monthly = months.map((month) => ({
    facts: byMonth.get(month) ?? empty,
    undecided: month === months.at(-1) ? aheadThisMonth : noneUndecided,
  }))
  const counted = { open, filed, filedBefore }
  const children = childrenOf(app, area, counted)
  return {
    area: areaLabel(area),
    path: app.places.geography.ancestors(area).slice(0, -1).map(areaLabel),
    childLevel: children.level,
    period: { key: span.key, from: span.from, to: shiftDays(span.to, -1) },
    asOf: now,
    open: open.length,
    unplaced: open.filter((row) => !row.placed).length,
    suspended: open.filter((row) => row.state === 'SUSPENDED').length,
    tiles: tileKeys.map((key) =>
      tileOf(key, {
        inPeriod,
        ahead,
        inPast,
        monthly,
        smallCell,
        weights,
        times,
        timesBefore,
        hands,
        overdue: open.filter((row) => row.overdueDays !== null).length,
      }),
    ),
    ageing: ageingOf(open),
    sections: sectionsOf(app, area, now, open, waiting),
    answers: {
      confirmed: inPeriod.confirmed,
      silent: inPeriod.silent,
      objected: inPeriod.objected,
    },
    children: children.rows,
    direct: children.direct,
    below: belowOf(app, area, counted),
    smallCell,
    reportedBefore: allMonths.slice(0, 12).map((month) => reportedOf(byMonth.get(month) ?? empty)),
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
  overdue: number
}

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

function tileOf(key: TileKey, m: Material): Tile {
  const rate = rateOf(key, m.inPeriod, m.ahead, m.smallCell)
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
      return { ...bare(key), value: m.overdue, n: m.overdue }
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
    hidden: value === null,
    past: { value: score(m.inPast, noneUndecided), num: 0, den: 0 },
    points: m.monthly.map(({ facts, undecided }) => score(facts, undecided)),
  }
}
