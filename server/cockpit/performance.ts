// The performance of an area for anybody: twelve whole months, counted as the cockpit counts, and then without what is too
// small to say, on this page or beside all the others. Read as a job, kept for all who look.

import type { Tile, TileKey } from '#core/cockpit/contract.ts'
import {
  type PerformanceView,
  type PublicFigure,
  publicSums,
} from '#core/cockpit/contract-public.ts'
import { shiftDays } from '#core/cockpit/period.ts'
import * as open from '#core/cockpit/public-figures.ts'
import {
  denKey,
  isRateKey,
  monthKey,
  numKey,
  pastKey,
  sourceKey,
} from '#core/cockpit/public-tree.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { type Area, isValidOn } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { areaLabel } from '../cases/case-view.ts'
import * as figures from '../cases/figures.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { dayAt } from '../places/places.ts'
import { gather, tileOf } from './cockpit.ts'
import { keeper } from './kept.ts'
import { type PublicTree, asideKey, published, readPublicTree } from './public-tree.ts'

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
  const tree = await readPublicTree(app, area)
  const read = () => inScope(app.db, { kind: 'job' }, (tx) => compute(app, tx, { area, tree }))
  return done(await kept(app, { key: `${area.id} ${tree.asOf}`, now: app.now(), read }))
}

type Of = { area: Area; tree: PublicTree }

async function compute(app: App, tx: Tx, { area, tree }: Of): Promise<PerformanceView> {
  await figures.planForArea(tx)
  const { span, last, asOf } = tree
  // What is due later than the last moment of these months is undecided then, and the months of the past end there.
  const { material } = await gather(app, tx, { area, span, now: last }, [])
  const tiles = shown.map((key) => tileOf(key, material))
  const said = (key: string) => tree.said(area, key)
  const min = tree.limitOf(area)
  const now = (key: 'open' | 'overdue' | 'suspended') => {
    const n = tree.openOf(area, key)
    return open.isSmall(n, min) || said(asideKey(key)) === null ? null : n
  }
  return {
    area: areaLabel(area),
    path: app.places.geography.ancestors(area).slice(0, -1).map(areaLabel),
    from: span.from,
    to: shiftDays(span.to, -1),
    asOf,
    smallCell: min,
    figures: tiles.map((tile) => figureOf(tile, { area, tree })),
    sources: sourcesOf(tiles, { area, tree }),
    answers: {
      confirmed: said('confirmed'),
      silent: said('silent'),
      objected: said('objected'),
    },
    now: { open: now('open'), overdue: now('overdue'), suspended: now('suspended') },
    sums: publicSums.map((key) => ({ key, count: said(key) })),
    below: belowOf(app, { area, tree }),
  }
}

function figureOf(tile: Tile, of: Of): PublicFigure {
  const { key, past } = tile
  const { area, tree } = of
  const said = (name: string) => tree.said(area, name)
  const bare = { key, rate: null, value: null, n: null, past: null, points: tile.points }
  if (isRateKey(key))
    return {
      ...bare,
      rate: rateOf(key, '', of),
      past: past && { rate: rateOf(key, 'past', of), value: null },
      points: open.publicPoints(tile.points),
    }
  if (key === '1')
    return {
      ...bare,
      value: said('reported'),
      n: said('filed'),
      past: past && { rate: null, value: said(pastKey('reported')) },
      points: hasMonths(of) ? tree.months.map((month) => said(monthKey(month))) : [],
    }
  return {
    ...bare,
    value: tile.hidden ? null : tile.value,
    n: said(key === '5' ? 'handled' : 'handed'),
    past: past && { rate: null, value: past.value },
  }
}

const wholes: Partial<Record<TileKey, '3a' | '3c'>> = { '3b': '3a', '3d': '3c' }

function rateOf(
  key: Parameters<typeof numKey>[0],
  when: '' | 'past',
  { area, tree }: Of,
): open.PublicRate {
  const name = (own: string) => (when === 'past' ? pastKey(own) : own)
  const count = (own: string) => tree.countOf(area, name(own))
  const out = (own: string) => tree.said(area, name(own)) === null
  const min = tree.limitOf(area)
  const den = count(denKey(key))
  const part = { num: count(numKey(key)), den }
  const gone = { num: out(numKey(key)), den: out(denKey(key)) }
  const whole = wholes[key]
  if (whole === undefined) return open.publicRate(part, min, gone)
  const all = { num: count(numKey(whole)), den, out: out(numKey(whole)) }
  return open.publicPart(part, all, min, gone)
}

/** Only the lowest areas with a page say their months and sources. */
const hasMonths = ({ area, tree }: Of): boolean =>
  tree.months.some((month) => tree.has(area, monthKey(month)))

function sourcesOf(tiles: readonly Tile[], { area, tree }: Of): PerformanceView['sources'] {
  return (tiles[0]?.parts ?? [])
    .filter(({ key }) => tree.has(area, sourceKey(key)))
    .map(({ key }) => ({ key, count: tree.said(area, sourceKey(key)) }))
}

/** Those of today, and those that have ended but were filed in. */
const belowOf = (app: App, { area, tree }: Of): PerformanceView['below'] =>
  app.places.geography
    .childrenEver(area.id)
    .filter((child) => isValidOn(child, dayAt(app, area)) || tree.countOf(child, 'filed') > 0)
    .map((child) => ({ code: child.code, filed: tree.said(child, 'filed') }))
