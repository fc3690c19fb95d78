// The performance of an area for anybody: twelve whole months, counted as the cockpit counts, and then without what is too
// small to say. Read as a job, kept for ten minutes for all who look.

import type { Tile, TileKey } from '#core/cockpit/contract.ts'
import {
  type PerformanceView,
  type PublicFigure,
  publicSums,
} from '#core/cockpit/contract-public.ts'
import { type Span, shiftDays, spanOf } from '#core/cockpit/period.ts'
import * as open from '#core/cockpit/public-figures.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { addMs, localDate } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { areaLabel } from '../cases/case-view.ts'
import * as figures from '../cases/figures.ts'
import { setAside } from '../cases/figures-aside.ts'
import { publicStanding, sumOf } from '../cases/public-standing.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { gather, tileOf } from './cockpit.ts'
import { childrenOf } from './snapshot.ts'
import { keeper } from './kept.ts'

/** A grid is a few houses: its figures are for whoever works there. */
export const published: readonly string[] = ['community', 'street', 'district']

const shown = [
  '1', '2', '3a', '3b', '3c', '3d', '3e', '4a', '4b', '5', '7', '8', '9a', '9b', '9c', '11', '12', '13',
] as const satisfies readonly TileKey[] // prettier-ignore

const kept = keeper<PerformanceView>(600_000, 500)

export async function readPerformance(
  app: App,
  { code }: { code: string },
): Promise<Result<PerformanceView, 'no_such_area' | 'not_published'>> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  if (!published.includes(area.level)) return refused('not_published')
  const read = () => inScope(app.db, { kind: 'job' }, (tx) => compute(app, tx, area))
  return done(await kept(app, { key: String(area.id), now: app.now(), read }))
}

async function compute(app: App, tx: Tx, area: Area): Promise<PerformanceView> {
  const now = app.now()
  await figures.planForArea(tx)
  const span = spanOf('12m', localDate(now, area.timeZone))
  // The last moment of these months: what is due later is undecided then, and the months of the past end here.
  const last = addMs(startOfDay(span.to, area.timeZone), -1)
  const opened = await figures.openCases(tx, area.path, now)
  const { material } = await gather(app, tx, { area, span, now: last }, opened)
  const min = material.smallCell
  const tiles = shown.map((key) => tileOf(key, material))
  const facts = material.inPeriod
  const aside = await setAside(tx, area.path, boundsOf(area, span))
  const sums = {
    excused: facts.excused,
    refused: facts.refused,
    guided: facts.closed_guided,
    merged: aside.merged,
    void: aside.void,
  }
  const listed = await publicStanding(tx, area.path, now)
  const totals = {
    open: opened.length,
    overdue: material.overdue,
    suspended: opened.filter((row) => row.state === 'SUSPENDED').length,
  }
  const total = (key: keyof typeof totals) => open.publicTotal(totals[key], sumOf(listed, key), min)
  return {
    area: areaLabel(area),
    path: app.places.geography.ancestors(area).slice(0, -1).map(areaLabel),
    from: span.from,
    to: shiftDays(span.to, -1),
    asOf: now,
    smallCell: min,
    figures: tiles.map((tile) => figureOf(tile, tiles, min)),
    sources: sourcesOf(tiles, min),
    answers: answersOf(facts, min),
    now: { open: total('open'), overdue: total('overdue'), suspended: total('suspended') },
    sums: publicSums.map((key) => ({ key, count: open.publicCount(sums[key], min) })),
    below: await belowOf(app, tx, { area, span, min }),
  }
}

const boundsOf = (area: Area, { from, to }: Span) => ({
  from: startOfDay(from, area.timeZone),
  to: startOfDay(to, area.timeZone),
})

const wholes: Partial<Record<TileKey, TileKey>> = { '3b': '3a', '3d': '3c' }

function figureOf(tile: Tile, tiles: readonly Tile[], min: number): PublicFigure {
  const { key, fraction, past } = tile
  const isRate = fraction !== null && key !== '8'
  const bare = { key, rate: null, value: null, n: null, past: null, points: tile.points }
  if (isRate) {
    const whole = tiles.find((each) => each.key === wholes[key])?.fraction
    const part = { num: fraction.num, den: fraction.den }
    return {
      ...bare,
      rate: whole ? open.publicPart(part, whole, min) : open.publicRate(part, min),
      past: past && { rate: open.publicRate(past, min), value: null },
      points: open.publicPoints(tile.points),
    }
  }
  if (key === '1')
    return {
      ...bare,
      value: open.publicCount(tile.value ?? 0, min),
      n: open.publicCount(tile.n, min),
      past: past && { rate: null, value: open.publicCount(past.value ?? 0, min) },
      points: open.publicCounts(tile.points, min),
    }
  return {
    ...bare,
    value: tile.hidden ? null : tile.value,
    n: open.publicCount(tile.n, min),
    past: past && { rate: null, value: past.value },
  }
}

function sourcesOf(tiles: readonly Tile[], min: number): PerformanceView['sources'] {
  const parts = (tiles[0]?.parts ?? []).filter(({ key }) => key.length > 1)
  const counts = open.withoutSmall(
    parts.map(({ count }) => count),
    min,
  )
  return parts.map(({ key }, i) => ({ key, count: counts[i] ?? null }))
}

function answersOf(
  facts: { confirmed: number; silent: number; objected: number },
  min: number,
): PerformanceView['answers'] {
  const [confirmed = null, silent = null, objected = null] = open.withoutSmall(
    [facts.confirmed, facts.silent, facts.objected],
    min,
  )
  return { confirmed, silent, objected }
}

async function belowOf(
  app: App,
  tx: Tx,
  { area, span, min }: { area: Area; span: Span; min: number },
): Promise<PerformanceView['below']> {
  const filed = await figures.filedByArea(tx, area.path, span, span)
  const { rows } = childrenOf(app, area, { open: [], filed })
  const counts = open.withoutSmall(
    rows.map((row) => row.filed),
    min,
  )
  return rows.map(({ code }, i) => ({ code, filed: counts[i] ?? null }))
}
