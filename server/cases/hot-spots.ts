// What comes back: open cases like the one somebody is typing, and places where the same kind was filed again and again.

import { sql } from 'kysely'
import type * as checks from '#core/cases/contract-checks.ts'
import type * as voices from '#core/cases/contract-voices.ts'
import { hotSpots } from '#core/cases/hot-spots.ts'
import type { Filed, HotSpot } from '#core/cases/hot-spots.ts'
import { mostSimilar } from '#core/cases/likeness.ts'
import { isOpen } from '#core/cases/case.ts'
import type { State } from '#core/cases/case.ts'
import { grams } from '#core/cases/shown.ts'
import type { Settings } from '#core/cases/rules.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { addDays } from '#core/kit/time.ts'
import type { App, Who } from '../app.ts'
import { inScope, rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { locate } from '../places/index-of-places.ts'
import { categoryLabel, placeOf } from './case-view.ts'
import { settingsAt } from './settings.ts'

type Row = {
  number: string
  category: string
  filedAreaId: number
  state: State
  reportedAt: string
  lon: number | null
  lat: number | null
}
const pointOf = ({ lon, lat }: Row) => (lon === null || lat === null ? null : { lon, lat })

type Similar = OutputOf<typeof voices.findSimilar>

/** Public matters only, and of those only kind, place and state. Read as a job: likeness needs words nobody is shown. */
export function findSimilar(
  app: App,
  input: InputOf<typeof voices.findSimilar>,
): Promise<Result<Similar>> {
  const now = app.now()
  const route = locate(app, { point: input.point, chosen: null, desk: null, at: now })
  const settings = settingsAt(app, route.areaId, now)
  const category = input.category ?? null
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const rows = await nearRows(tx, input.point, settings)
    const near = rows.map((row) => ({ ...row, point: pointOf(row) }))
    const typed = { category, point: input.point, grams: grams(input.text) }
    const items = mostSimilar(typed, near, settings).map(({ case: c, metres, sameKind }) => ({
      number: c.number,
      category: categoryLabel(settings, c.category),
      place: placeOf(app, c.filedAreaId),
      state: c.state,
      reportedAt: c.reportedAt,
      metres: Math.round(metres / 10) * 10,
      sameKind,
    }))
    return done({ items })
  })
}

const nearRows = (tx: Tx, { lon, lat }: { lon: number; lat: number }, { rules }: Settings) => {
  const north = rules.similarMetres / 111_320
  const east = north / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
  return rowsOf(
    tx,
    sql<Row & { grams: string[] }>`
      select c.number,
             c.category,
             c.filed_area_id as "filedAreaId",
             c.state,
             c.reported_at   as "reportedAt",
             c.lon,
             c.lat,
             c.grams
        from cases.cases c
       where c.is_public
         and c.state not in ('NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED')
         and c.lat between ${lat - north} and ${lat + north}
         and c.lon between ${lon - east} and ${lon + east}
       order by c.reported_at desc
       limit 300`,
  )
}

type Spots = OutputOf<typeof checks.listHotSpots>

export function listHotSpots(
  app: App,
  who: Who,
  input: InputOf<typeof checks.listHotSpots>,
): Promise<Result<Spots>> {
  const { geography } = app.places
  const area = input.area === undefined ? null : geography.findByCode(input.area)
  if (input.area !== undefined && area === null) return Promise.resolve(refused('no_such_area'))
  const now = app.now()
  const top = area ?? geography.top()
  if (top === null) return Promise.resolve(done({ days: 90, items: [] }))
  const settings = settingsAt(app, top.id, now)
  return inScope(app.db, who.scope, async (tx) => {
    const rows = await filedRows(tx, area?.path ?? '/', addDays(now, -settings.rules.hotSpotDays))
    const byNumber = new Map(rows.map((row) => [row.number, row]))
    const filed: Filed[] = rows.map((row) => ({
      number: row.number,
      category: row.category,
      address: row.address,
      point: pointOf(row),
      reportedAt: row.reportedAt,
      open: isOpen(row.state),
    }))
    const items = hotSpots(filed, now, settings)
      .slice(0, 100)
      .map((spot) => spotView(app, settings, spot, byNumber))
    return done({ days: settings.rules.hotSpotDays, items })
  })
}

type FiledRow = Row & { address: string | null }

function spotView(app: App, s: Settings, spot: HotSpot, rows: ReadonlyMap<string, FiledRow>) {
  const last = spot.cases.at(-1)!
  return {
    category: categoryLabel(s, spot.category),
    place: placeOf(app, rows.get(last.number)?.filedAreaId ?? 0),
    address: spot.cases.find((c) => c.address !== null)?.address ?? null,
    point: spot.cases.find((c) => c.point !== null)?.point ?? null,
    count: spot.cases.length,
    open: spot.cases.filter((c) => c.open).length,
    firstAt: spot.cases[0]!.reportedAt,
    lastAt: last.reportedAt,
    numbers: spot.cases.map((c) => c.number).toReversed(),
  }
}

const filedRows = (tx: Tx, path: string, since: string) =>
  rowsOf(
    tx,
    sql<FiledRow>`
      select c.number,
             c.category,
             c.filed_area_id as "filedAreaId",
             c.state,
             c.reported_at   as "reportedAt",
             c.lon,
             c.lat,
             c.address
        from cases.cases c
       where c.filed_path like ${`${path}%`}
         and c.filed_at is not null
         and c.state not in ('VOID', 'MERGED')
         and c.reported_at >= ${since}
       order by c.reported_at
       limit 20000`,
  )
