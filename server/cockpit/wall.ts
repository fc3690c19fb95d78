// The wall of an area for anybody: read in the public scope, kept for a few seconds for all screens that hang there.

import { tiers } from '#core/cases/case.ts'
import type { WallView } from '#core/cockpit/contract-wall.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { areaLabel } from '../cases/case-view.ts'
import {
  type Standing,
  listDoing,
  listDone,
  publicSince,
  publicStanding,
  sumOf,
} from '../cases/public-standing.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { keeper } from './kept.ts'
import { published } from './public-tree.ts'

const kept = keeper<WallView>(15_000, 500)
const rows = { doing: 12, done: 12 }

export async function readWall(
  app: App,
  { code }: { code: string },
): Promise<Result<WallView, 'no_such_area' | 'not_published'>> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  if (!published.includes(area.level)) return refused('not_published')
  const read = () => inScope(app.db, { kind: 'public' }, (tx) => compute(app, tx, area))
  return done(await kept(app, { key: String(area.id), now: app.now(), read }))
}

async function compute(app: App, tx: Tx, area: Area): Promise<WallView> {
  const now = app.now()
  const today = localDate(now, area.timeZone)
  const standing = await publicStanding(tx, area.path, now)
  const since = await publicSince(tx, area.path, startOfDay(today, area.timeZone))
  return {
    area: areaLabel(area),
    path: app.places.geography.ancestors(area).slice(0, -1).map(areaLabel),
    timeZone: area.timeZone,
    today,
    asOf: now,
    address: app.config.publicUrl,
    open: sumOf(standing, 'open'),
    overdue: sumOf(standing, 'overdue'),
    suspended: sumOf(standing, 'suspended'),
    reportedToday: since.reported,
    doneToday: since.done,
    layers: layersOf(standing),
    below: belowOf(app, area, today, standing),
    doing: await listDoing(app, tx, area.path, rows.doing),
    done: await listDone(app, tx, area.path, rows.done),
  }
}

/** The four layers of a district always stand, so that nobody asks where one has gone; the city only where it has some. */
const layersOf = (standing: readonly Standing[]): WallView['layers'] =>
  tiers
    .map((tier) => {
      const of = standing.filter((row) => row.tier === tier)
      return { tier, open: sumOf(of, 'open'), overdue: sumOf(of, 'overdue') }
    })
    .filter(({ tier, open }) => tier !== 'T5' || open > 0)

function belowOf(
  app: App,
  area: Area,
  today: string,
  standing: readonly Standing[],
): WallView['below'] {
  const { geography } = app.places
  const pathOf = (id: number) => geography.find(id)?.path ?? ''
  return geography.children(area.id, today).map((child) => ({
    ...areaLabel(child),
    open: sumOf(
      standing.filter((row) => pathOf(row.areaId).startsWith(child.path)),
      'open',
    ),
  }))
}
