// Managed objects, plans and what was found, as rows.
import { sql } from 'kysely'
import type { InspectionResult, ObjectKind } from '#core/patrols/plan.ts'
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
}
export type FoundRow = {
  communityId: number
  planId: string
  objectId: string
  dueOn: string
  onDay: string
  result: InspectionResult
  words: string | null
  caseNumber: string | null
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
           o.ended_on::text as "endedOn"`
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
           p.ended_on::text as "endedOn"`
const ofFound = sql`
           r.community_id as "communityId",
           r.plan_id      as "planId",
           r.object_id    as "objectId",
           r.due_on::text as "dueOn",
           r.on_day::text as "onDay",
           r.result,
           r.words,
           r.case_number  as "caseNumber"`

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

export const saveObject = (tx: Tx, o: ObjectRow) =>
  rowsOf(
    tx,
    sql`
    insert into patrols.objects (community_id, id, area_id, kind, name, tag, lon, lat, ended_on)
    values (${o.communityId}, ${o.id}, ${o.areaId}, ${o.kind}, ${o.name}, ${o.tag}, ${o.lon}, ${o.lat}, ${o.endedOn})
        on conflict (community_id, id) do update
       set area_id  = excluded.area_id,
           kind     = excluded.kind,
           name     = excluded.name,
           tag      = excluded.tag,
           lon      = excluded.lon,
           lat      = excluded.lat,
           ended_on = coalesce(patrols.objects.ended_on, excluded.ended_on),
           version  = patrols.objects.version + 1`,
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

export const savePlan = (tx: Tx, p: PlanRow) =>
  rowsOf(
    tx,
    sql`
    insert into patrols.plans (community_id, id, area_id, area_path, name, every_weeks, months, from_on, stops, ended_on)
    values (${p.communityId}, ${p.id}, ${p.areaId}, ${p.areaPath}, ${p.name}, ${p.everyWeeks}, ${p.months}::smallint[],
            ${p.fromOn}, ${p.stops}::uuid[], ${p.endedOn})
        on conflict (community_id, id) do update
       set area_id     = excluded.area_id,
           area_path   = excluded.area_path,
           name        = excluded.name,
           every_weeks = excluded.every_weeks,
           months      = excluded.months,
           from_on     = excluded.from_on,
           stops       = excluded.stops,
           ended_on    = coalesce(patrols.plans.ended_on, excluded.ended_on),
           version     = patrols.plans.version + 1`,
  )

export const foundIn = (tx: Tx, of: { communityId: number; planId: string; dueOn: string }) =>
  rowsOf<FoundRow>(
    tx,
    sql`
    select ${ofFound}
      from patrols.results r
     where r.community_id = ${of.communityId}
       and r.plan_id = ${of.planId}
       and r.due_on = ${of.dueOn}
     limit 200`,
  )

export const foundOf = (tx: Tx, communityId: number, objectId: string) =>
  rowsOf<FoundRow>(
    tx,
    sql`
    select ${ofFound}
      from patrols.results r
     where r.community_id = ${communityId}
       and r.object_id = ${objectId}
     order by r.on_day desc
     limit 100`,
  )

export const addFound = (tx: Tx, r: FoundRow) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    insert into patrols.results (community_id, plan_id, object_id, due_on, on_day, result, words, case_number)
    values (${r.communityId}, ${r.planId}, ${r.objectId}, ${r.dueOn}, ${r.onDay}, ${r.result}, ${r.words}, ${r.caseNumber})
        on conflict do nothing
    returning object_id as id`,
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

export const moveObject = (tx: Tx, id: string, areaId: number) =>
  rowsOf(
    tx,
    sql`
    update patrols.objects
       set area_id = ${areaId},
           version = version + 1
     where id = ${id}`,
  )

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

export const movePlan = (tx: Tx, id: string, to: { areaId: number; areaPath: string }) =>
  rowsOf(
    tx,
    sql`
    update patrols.plans
       set area_id = ${to.areaId},
           area_path = ${to.areaPath},
           version = version + 1
     where id = ${id}`,
  )
