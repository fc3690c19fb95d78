// Managed objects and plans, as rows, with every version of them.
import { sql } from 'kysely'
import type { ObjectKind } from '#core/patrols/plan.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type ObjectRow = {
  communityId: number
  id: string
  areaId: number
  kind: ObjectKind
  name: string
  tag: string | null
  lon: number | null
  lat: number | null
  endedOn: string | null
  version: number
}
export type PlanRow = {
  communityId: number
  id: string
  areaId: number
  areaPath: string
  name: string
  everyWeeks: number
  months: number[]
  fromOn: string
  stops: string[]
  endedOn: string | null
  version: number
  before: { everyWeeks: number; months: number[]; fromOn: string } | null
}
const ofObject = sql`
           o.community_id  as "communityId",
           o.id,
           o.area_id       as "areaId",
           o.kind,
           o.name,
           o.tag,
           o.lon,
           o.lat,
           o.ended_on::text as "endedOn",
           o.version`
const ofPlan = sql`
           p.community_id  as "communityId",
           p.id,
           p.area_id       as "areaId",
           p.area_path     as "areaPath",
           p.name,
           p.every_weeks   as "everyWeeks",
           p.months,
           p.from_on::text  as "fromOn",
           p.stops,
           p.ended_on::text as "endedOn",
           p.version,
           case when p.before_from is not null
                then jsonb_build_object('everyWeeks', p.before_weeks, 'months', p.before_months, 'fromOn', p.before_from)
           end as before`
type Page = { skip: number; limit: number }

export const listObjects = (tx: Tx, communityId: number, { skip, limit }: Page) =>
  rowsOf<ObjectRow>(
    tx,
    sql`
    select ${ofObject}
      from patrols.objects o
     where o.community_id = ${communityId}
     order by o.ended_on nulls first, o.kind, o.name, o.id
    offset ${skip}
     limit ${limit}`,
  )

export const objectsById = (tx: Tx, communityId: number, ids: readonly string[]) =>
  rowsOf<ObjectRow>(
    tx,
    sql`
    select ${ofObject}
      from patrols.objects o
     where o.community_id = ${communityId}
       and o.id = any(${ids}::uuid[])
     limit 1000`,
  )

/** Whoever gives tags in a community waits for whoever does: of two at once, the second sees what the first gave. */
export const lockTags = (tx: Tx, communityId: number) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`tags ${communityId}`}, 0))`.execute(tx.k)

export const objectByTag = (tx: Tx, communityId: number, tag: string) =>
  firstOf<ObjectRow>(
    tx,
    sql`
    select ${ofObject}
      from patrols.objects o
     where o.community_id = ${communityId}
       and o.tag = ${tag}`,
  )

/** Those that bear a tag and are still there, by tag: of one area, or of the whole community. */
export const taggedObjects = (
  tx: Tx,
  communityId: number,
  { area, limit }: { area: number; limit: number },
) =>
  rowsOf<{ name: string; tag: string }>(
    tx,
    sql`
    select o.name, o.tag
      from patrols.objects o
     where o.community_id = ${communityId}
       and o.tag is not null
       and o.ended_on is null
       and (o.area_id = ${area} or ${area}::bigint = ${communityId}::bigint)
     order by o.tag, o.id
     limit ${limit}`,
  )

/** Whoever changes it waits for whoever does. */
export const lockObject = (tx: Tx, communityId: number, id: string) =>
  firstOf<ObjectRow>(
    tx,
    sql`
    select ${ofObject}
      from patrols.objects o
     where o.community_id = ${communityId}
       and o.id = ${id}
       for update`,
  )

/** False if somebody laid it at the same instant: the version that was judged is not the one that stands. */
export async function saveObject(tx: Tx, o: ObjectRow, onDay: string): Promise<boolean> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`
    insert into patrols.objects (community_id, id, area_id, kind, name, tag, lon, lat, ended_on, version)
    values (${o.communityId}, ${o.id}, ${o.areaId}, ${o.kind}, ${o.name}, ${o.tag}, ${o.lon}, ${o.lat}, ${o.endedOn}, ${o.version})
        on conflict (community_id, id) do update
       set area_id  = excluded.area_id,
           kind     = excluded.kind,
           name     = excluded.name,
           tag      = excluded.tag,
           lon      = excluded.lon,
           lat      = excluded.lat,
           ended_on = excluded.ended_on,
           version  = excluded.version
     where patrols.objects.version = excluded.version - 1
 returning id`,
  )
  if (rows.length === 0) return false
  await noteObjects(tx, [o.id], onDay)
  return true
}

/** How these stand from a day on. */
const noteObjects = (tx: Tx, ids: readonly string[], onDay: string) =>
  rowsOf(
    tx,
    sql`
    insert into patrols.changes (community_id, what, kept_id, version, on_day, said)
    select o.community_id,
           'object',
           o.id,
           o.version,
           ${onDay},
           jsonb_build_object('areaId', o.area_id, 'kind', o.kind, 'name', o.name, 'tag', o.tag, 'lon', o.lon, 'lat', o.lat)
      from patrols.objects o
     where o.id = any(${[...ids]}::uuid[])`,
  )

export type SaidRow<S> = { version: number; onDay: string; said: S }
export type ObjectSaid = Pick<ObjectRow, 'areaId' | 'kind' | 'name' | 'tag' | 'lon' | 'lat'>
export type PlanSaid = Pick<
  PlanRow,
  'areaId' | 'name' | 'everyWeeks' | 'months' | 'fromOn' | 'stops'
>

export const versionsOf = <S>(tx: Tx, communityId: number, id: string) =>
  rowsOf<SaidRow<S>>(
    tx,
    sql`
    select c.version,
           c.on_day::text as "onDay",
           c.said
      from patrols.changes c
     where c.community_id = ${communityId}
       and c.kept_id = ${id}
     order by c.version desc
     limit 100`,
  )

export const listPlans = (tx: Tx, path: string, { skip, limit }: Page) =>
  rowsOf<PlanRow>(
    tx,
    sql`
    select ${ofPlan}
      from patrols.plans p
     where p.area_path like ${`${path}%`}
     order by p.ended_on nulls first, p.name, p.id
    offset ${skip}
     limit ${limit}`,
  )

/** Those that have not ended: what a team walks. */
export const runningPlans = (tx: Tx, path: string) =>
  rowsOf<PlanRow>(
    tx,
    sql`
    select ${ofPlan}
      from patrols.plans p
     where p.area_path like ${`${path}%`}
       and p.ended_on is null
     order by p.name, p.id
     limit 100`,
  )

export const findPlan = (tx: Tx, path: string, id: string) =>
  firstOf<PlanRow>(
    tx,
    sql`
    select ${ofPlan}
      from patrols.plans p
     where p.area_path like ${`${path}%`}
       and p.id = ${id}`,
  )

export const lockPlan = (tx: Tx, communityId: number, id: string) =>
  firstOf<PlanRow>(
    tx,
    sql`
    select ${ofPlan}
      from patrols.plans p
     where p.community_id = ${communityId}
       and p.id = ${id}
       for update`,
  )

/** As with objects. */
export async function savePlan(tx: Tx, p: PlanRow, onDay: string): Promise<boolean> {
  const { before } = p
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`
    insert into patrols.plans (community_id, id, area_id, area_path, name, every_weeks, months, from_on, stops, ended_on, version,
                               before_weeks, before_months, before_from)
    values (${p.communityId}, ${p.id}, ${p.areaId}, ${p.areaPath}, ${p.name}, ${p.everyWeeks}, ${p.months}::smallint[],
            ${p.fromOn}, ${p.stops}::uuid[], ${p.endedOn}, ${p.version}, ${before?.everyWeeks ?? null},
            ${before?.months ?? null}::smallint[], ${before?.fromOn ?? null})
        on conflict (community_id, id) do update
       set area_id       = excluded.area_id,
           area_path     = excluded.area_path,
           name          = excluded.name,
           every_weeks   = excluded.every_weeks,
           months        = excluded.months,
           from_on       = excluded.from_on,
           stops         = excluded.stops,
           ended_on      = excluded.ended_on,
           version       = excluded.version,
           before_weeks  = excluded.before_weeks,
           before_months = excluded.before_months,
           before_from   = excluded.before_from
     where patrols.plans.version = excluded.version - 1
 returning id`,
  )
  if (rows.length === 0) return false
  await notePlans(tx, [p.id], onDay)
  return true
}

const notePlans = (tx: Tx, ids: readonly string[], onDay: string) =>
  rowsOf(
    tx,
    sql`
    insert into patrols.changes (community_id, what, kept_id, version, on_day, said)
    select p.community_id,
           'plan',
           p.id,
           p.version,
           ${onDay},
           jsonb_build_object('areaId', p.area_id, 'name', p.name, 'everyWeeks', p.every_weeks, 'months', p.months,
                              'fromOn', p.from_on, 'stops', p.stops)
      from patrols.plans p
     where p.id = any(${[...ids]}::uuid[])`,
  )

type Lying = { id: string; areaId: number; point: { lon: number; lat: number } | null }

/** Objects that are in use and stand in these grids. */
export async function objectsIn(tx: Tx, areaIds: readonly number[]): Promise<Lying[]> {
  const rows = await rowsOf<{ id: string; areaId: number; lon: number | null; lat: number | null }>(
    tx,
    sql`
    select o.id,
           o.area_id::int as "areaId",
           o.lon,
           o.lat
      from patrols.objects o
     where o.area_id = any (${areaIds}::bigint[])
       and o.ended_on is null
     order by o.community_id, o.id
     limit 20000`,
  )
  return rows.map(({ id, areaId, lon, lat }) => ({
    id,
    areaId,
    point: lon === null || lat === null ? null : { lon, lat },
  }))
}

export async function moveObject(
  tx: Tx,
  id: string,
  to: { areaId: number; onDay: string },
): Promise<void> {
  await sql`
    update patrols.objects
       set area_id = ${to.areaId},
           version = version + 1
     where id = ${id}`.execute(tx.k)
  await noteObjects(tx, [id], to.onDay)
}

export const plansIn = (tx: Tx, areaIds: readonly number[]) =>
  rowsOf<{ id: string; areaId: number }>(
    tx,
    sql`
    select l.id,
           l.area_id::int as "areaId"
      from patrols.plans l
     where l.area_id = any (${areaIds}::bigint[])
       and l.ended_on is null
     order by l.community_id, l.id
     limit 5000`,
  )

export async function movePlan(
  tx: Tx,
  id: string,
  to: { areaId: number; areaPath: string; onDay: string },
): Promise<void> {
  await sql`
    update patrols.plans
       set area_id = ${to.areaId},
           area_path = ${to.areaPath},
           version = version + 1
     where id = ${id}`.execute(tx.k)
  await notePlans(tx, [id], to.onDay)
}
