// Public matters as features. Each lies where anybody may know it lies: things in public space at a rounded point, all
// else in the outline of the area it was filed in. A box is measured against what is told, never against what is known.
import { sql, type RawBuilder } from 'kysely'
import type { State } from '#core/cases/case.ts'
import { isOpen } from '#core/cases/case.ts'
import { decimalsOf, publicPoint } from '#core/cases/public-place.ts'
import { residentStateWords } from '#core/cases/words.ts'
import type { Collection, Feature, FeaturePage } from '#core/exchange/features-pages.ts'
import type { FeaturesQuery } from '#core/exchange/features-query.ts'
import { type Geometry, boxAround, meetsAny, wound } from '#core/exchange/shapes.ts'
import { isInstant, localDate } from '#core/kit/time.ts'
import type { Box } from '#core/places/geometry.ts'
import type { App } from '../app.ts'
import { type Tx, firstOf, inScope, rowsOf } from '../kit/db.ts'
import { categoriesAt } from '../places/index-of-places.ts'

export const casesCollection = 'public-cases'
export const caseFilters = ['within', 'category', 'status'] as const

export async function publicCasesCollection(app: App): Promise<Collection> {
  const since = await inScope(app.db, { kind: 'public' }, (tx) =>
    firstOf<{ at: string | null }>(
      tx,
      sql`select ${utc(sql`min(p.reported_at)`)} as at from cases.public_cases p`,
    ),
  )
  const top = app.places.geography.top()
  return {
    id: casesCollection,
    title: { zh: '公开事件', en: 'Public cases' },
    description: {
      zh: '已立案的公开事件：类别、状态、时限和允许公开的位置。没有反映人，也没有其原话。',
      en: 'Filed public matters: category, state, deadline, and the place as far as it may be known. No reporter, and nobody’s words.',
    },
    box: top === null ? null : boxOfTop(app, top.id),
    since: since?.at ?? null,
  }
}

function boxOfTop(app: App, topId: number): Box | null {
  const { geography } = app.places
  const today = localDate(app.now(), geography.get(topId).timeZone)
  const visit = (id: number): Box | null => {
    const own = geography.outlineOf(id, today)
    if (own !== null) return boxAround([own.outline])
    const boxes = geography.children(id, today).flatMap((child) => visit(child.id) ?? [])
    if (boxes.length === 0) return null
    return {
      west: Math.min(...boxes.map((box) => box.west)),
      south: Math.min(...boxes.map((box) => box.south)),
      east: Math.max(...boxes.map((box) => box.east)),
      north: Math.max(...boxes.map((box) => box.north)),
    }
  }
  return visit(topId)
}

type CaseRow = {
  number: string
  state: State
  category: string
  filedAreaId: number
  urgent: boolean
  reportedAt: string
  lastAt: string
  dueAt: string | null
  lon: number | null
  lat: number | null
}

const utc = (column: RawBuilder<unknown>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const columns = sql`
         p.number,
         p.state,
         p.category,
         p.filed_area_id            as "filedAreaId",
         p.urgent,
         ${utc(sql`p.reported_at`)} as "reportedAt",
         ${utc(sql`p.last_at`)}     as "lastAt",
         ${utc(sql`p.due_at`)}      as "dueAt",
         p.lon,
         p.lat`

const key = sql`to_char(p.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || p.number`

const ended = sql`('CLOSED', 'MERGED', 'ARCHIVED')`

export function caseItems(app: App, query: FeaturesQuery): Promise<FeaturePage> {
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const wanted = wantedBy(app, query)
    const after = afterOf(query.after)
    const { join, near } = await nearness(app, tx, wanted, query.boxes)
    const from = sql`
        from cases.public_cases p
             ${join}
       where ${wanted}
         and ${near}`
    const counted = await firstOf<{ count: number }>(tx, sql`select count(*)::int as count ${from}`)
    const rows = await rowsOf<CaseRow & { key: string }>(
      tx,
      sql`
      select ${columns},
             ${key} as key
             ${from}
         and (${after === null} or (p.reported_at, p.number) > (${after?.at ?? null}::timestamptz, ${after?.number ?? null}::text))
       order by p.reported_at, p.number
       limit ${query.limit + 1}
      offset ${query.offset}`,
    )
    const shown = rows.slice(0, query.limit)
    return {
      features: shown.map((row) => featureOf(app, row)),
      matched: counted?.count ?? 0,
      next: rows.length > query.limit ? (shown.at(-1)?.key ?? null) : null,
    }
  })
}

/** Where a page goes on; what is no such place is the beginning. */
function afterOf(text: string | null): { at: string; number: string } | null {
  const [at = '', number = ''] = (text ?? '').split('~')
  return isInstant(at) && number !== '' ? { at, number } : null
}

export async function caseItem(app: App, number: string): Promise<Feature | null> {
  const row = await inScope(app.db, { kind: 'public' }, (tx) =>
    firstOf<CaseRow>(
      tx,
      sql`
      select ${columns}
        from cases.public_cases p
       where p.number = ${number}`,
    ),
  )
  return row === null ? null : featureOf(app, row)
}

function wantedBy(app: App, { span, filters }: FeaturesQuery): RawBuilder<unknown> {
  const { within = null, category = null, status = null } = filters
  const path = within === null ? '/' : (app.places.geography.findByCode(within)?.path ?? 'none')
  return sql`p.filed_path ^@ ${path}
         and (${category}::text is null or p.category ^@ ${category}::text)
         and (${status}::text is null or (case when p.state in ${ended} then 'closed' else 'open' end) = ${status})
         and (${span?.from ?? null}::timestamptz is null or p.reported_at >= ${span?.from ?? null}::timestamptz)
         and (${span?.to ?? null}::timestamptz is null or p.reported_at <= ${span?.to ?? null}::timestamptz)`
}

/** How precisely each category of each area is told decides what a box is compared with. */
async function nearness(
  app: App,
  tx: Tx,
  wanted: RawBuilder<unknown>,
  boxes: readonly Box[] | null,
): Promise<{ join: RawBuilder<unknown>; near: RawBuilder<unknown> }> {
  if (boxes === null) return { join: sql``, near: sql`true` }
  const pairs = await rowsOf<{ filedAreaId: number; category: string }>(
    tx,
    sql`
    select distinct p.filed_area_id as "filedAreaId", p.category
      from cases.public_cases p
     where ${wanted}
     limit 100000`,
  )
  const boxed = new Map<number, boolean>()
  const isBoxed = (id: number) => {
    const known = boxed.get(id) ?? meetsBoxes(app, id, boxes)
    boxed.set(id, known)
    return known
  }
  const told = pairs.map(({ filedAreaId, category }) => ({
    area: filedAreaId,
    category,
    decimals: decimalsOf[precisionOf(app, filedAreaId, category) ?? 'grid'],
    boxed: isBoxed(filedAreaId),
  }))
  const join = sql`
        join unnest(${told.map((each) => each.area)}::bigint[],
                    ${told.map((each) => each.category)}::text[],
                    ${told.map((each) => each.decimals)}::int[],
                    ${told.map((each) => each.boxed)}::boolean[]) as t (area_id, category, decimals, boxed)
          on t.area_id = p.filed_area_id
         and t.category = p.category`
  const inBoxes = boxes.map(
    ({ west, south, east, north }) => sql`(
           round(p.lon::numeric, t.decimals) between ${west} and ${east}
       and round(p.lat::numeric, t.decimals) between ${south} and ${north})`,
  )
  const near = sql`(case when t.decimals is null or p.lon is null or p.lat is null then t.boxed
                    else ${sql.join(inBoxes, sql` or `)} end)`
  return { join, near }
}

function meetsBoxes(app: App, areaId: number, boxes: readonly Box[]): boolean {
  const shape = shapeOf(app, areaId)
  return shape !== null && meetsAny(shape, boxes)
}

function shapeOf(app: App, areaId: number) {
  const { geography } = app.places
  const area = geography.get(areaId)
  return geography.outlineOf(areaId, localDate(app.now(), area.timeZone))?.outline ?? null
}

const categoryOf = (app: App, areaId: number, code: string) =>
  categoriesAt(app, app.places.geography.get(areaId).path, app.now()).get(code) ?? null

const precisionOf = (app: App, areaId: number, code: string) =>
  categoryOf(app, areaId, code)?.placePrecision ?? null

function featureOf(app: App, row: CaseRow): Feature {
  const { geography } = app.places
  const area = geography.get(row.filedAreaId)
  const category = categoryOf(app, row.filedAreaId, row.category)
  const label = geography.label(area)
  return {
    id: row.number,
    geometry: geometryOf(app, row, category),
    properties: {
      number: row.number,
      category: row.category,
      categoryZh: category?.zh ?? null,
      categoryEn: category?.en ?? null,
      status: isOpen(row.state) ? 'open' : 'closed',
      state: row.state,
      stateZh: residentStateWords[row.state].zh,
      stateEn: residentStateWords[row.state].en,
      urgent: row.urgent,
      areaCode: area.code,
      areaZh: label.zh,
      areaEn: label.en,
      reportedAt: row.reportedAt,
      updatedAt: row.lastAt,
      dueAt: isOpen(row.state) ? row.dueAt : null,
      placedBy: told(row, category) === null ? 'area' : (category?.placePrecision ?? 'area'),
    },
  }
}

type Told = Parameters<typeof publicPoint>[1]

const told = ({ lon, lat }: CaseRow, category: Told) =>
  lon === null || lat === null ? null : publicPoint({ lon, lat }, category)

function geometryOf(app: App, row: CaseRow, category: Told): Geometry | null {
  const point = told(row, category)
  if (point !== null) return { type: 'Point', coordinates: [point.lon, point.lat] }
  const shape = shapeOf(app, row.filedAreaId)
  return shape === null ? null : wound(shape)
}
