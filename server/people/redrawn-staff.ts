// Staff of grids that end go along to who took over: each on the roster of that day, to the heir or where the keeper said.
// Grants end and begin anew, so that who was where in the past stays readable; a duty under way is cut at that hour.
import { sql } from 'kysely'
import { startOfDay } from '#core/kit/zones.ts'
import { type Role, roles } from '#core/people/roles.ts'
import type { Area } from '#core/places/area.ts'
import { type Tx, rowsOf } from '../kit/db.ts'

export async function staffOfGrids(tx: Tx, areaIds: readonly number[], day: string) {
  const rows = await rowsOf<{ grant: number; name: string; role: Role; areaId: number }>(
    tx,
    sql`
    select g.id::int      as "grant",
           p.name,
           g.role,
           g.area_id::int as "areaId"
      from people.grants g
      join people.people p on p.id = g.person_id
     where g.area_id = any (${areaIds}::bigint[])
       and g.revoked_at is null
       and (g.valid_to is null or g.valid_to > ${day}::date)
     order by g.area_id, g.role, g.ordinal, p.name
     limit 500`,
  )
  return rows.map(({ role, ...row }) => ({ ...row, post: roles[role].name }))
}

export async function dutiesOfGrids(
  tx: Tx,
  areaIds: readonly number[],
  area: Area,
  day: string,
): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    tx,
    sql`
    select count(*)::int as n
      from people.duties d
     where d.area_id = any (${areaIds}::bigint[])
       and d.withdrawn_at is null
       and d.to_at > ${startOfDay(day, area.timeZone)}`,
  )
  return row?.n ?? 0
}

const secondReaders: readonly Role[] = ['streetCommander', 'ruleKeeper']

/** Who may be the second person for grids under these areas: heads of streets, and keepers of places. */
export async function secondReadersOver(
  tx: Tx,
  areaIds: readonly number[],
  day: string,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`
    select distinct g.person_id as id
      from people.grants g
     where g.area_id = any (${areaIds}::bigint[])
       and g.role = any (${[...secondReaders]}::text[])
       and g.revoked_at is null
       and g.valid_from <= ${day}::date
       and (g.valid_to is null or g.valid_to > ${day}::date)
     limit 100`,
  )
  return rows.map(({ id }) => id)
}

export type GoingAlong = {
  day: string
  timeZone: string
  /** Of each grid that ended, who takes over. */
  heirs: ReadonlyMap<number, number>
  /** Grants that the keeper sent elsewhere. */
  chosen: ReadonlyMap<number, number>
  by: string
  at: string
}

/** A second run finds nothing left that is valid in a grid that ended. */
export async function carryStaff(tx: Tx, going: GoingAlong): Promise<void> {
  const pairs = [...going.heirs]
  if (pairs.length === 0) return
  const ended = pairs.map(([from]) => from)
  const heirs = pairs.map(([, to]) => to)
  const chosen = [...going.chosen]
  await rowsOf(
    tx,
    sql`
    with heir as (select * from unnest(${ended}::bigint[], ${heirs}::bigint[]) as h (ended, area_id)),
         chosen as (
           select * from unnest(${chosen.map(([grant]) => grant)}::bigint[], ${chosen.map(([, to]) => to)}::bigint[])
             as c (grant_id, area_id)),
         leaving as (
           select g.*,
                  coalesce(c.area_id, h.area_id) as to_id
             from people.grants g
             join heir h on h.ended = g.area_id
             left join chosen c on c.grant_id = g.id
            where g.revoked_at is null
              and (g.valid_to is null or g.valid_to > ${going.day}::date)),
         ending as (
           update people.grants g
              set valid_to = greatest(${going.day}::date, g.valid_from)
             from leaving l
            where g.id = l.id)
    insert into people.grants (person_id, role, area_id, unit_id, ordinal, valid_from, valid_to, granted_by, granted_at)
    select distinct on (l.person_id, l.role, l.to_id)
           l.person_id,
           l.role,
           l.to_id,
           l.unit_id,
           l.ordinal,
           greatest(${going.day}::date, l.valid_from),
           l.valid_to,
           ${going.by}::uuid,
           ${going.at}::timestamptz
      from leaving l
     where not exists (select
                         from people.grants k
                        where k.person_id = l.person_id
                          and k.role = l.role
                          and k.area_id = l.to_id
                          and k.revoked_at is null
                          and (k.valid_to is null or k.valid_to > ${going.day}::date))
     order by l.person_id, l.role, l.to_id, l.valid_to desc nulls first`,
  )
  await carryDuties(tx, going, { ended, heirs })
}

async function carryDuties(
  tx: Tx,
  { day, timeZone, by, at }: GoingAlong,
  { ended, heirs }: { ended: number[]; heirs: number[] },
): Promise<void> {
  const from = startOfDay(day, timeZone)
  await rowsOf(
    tx,
    sql`
    with heir as (select * from unnest(${ended}::bigint[], ${heirs}::bigint[]) as h (ended, area_id)),
         leaving as (
           select d.*,
                  h.area_id as to_id
             from people.duties d
             join heir h on h.ended = d.area_id
            where d.withdrawn_at is null
              and d.to_at > ${from}),
         cut as (
           update people.duties d
              set to_at = ${from}
             from leaving l
            where d.id = l.id
              and d.from_at < ${from}),
         withdrawn as (
           update people.duties d
              set withdrawn_by = ${by}::uuid,
                  withdrawn_at = ${at}
             from leaving l
            where d.id = l.id
              and d.from_at >= ${from})
    insert into people.duties (area_id, unit_id, person_id, from_at, to_at, entered_by, entered_at)
    select l.to_id,
           l.unit_id,
           l.person_id,
           greatest(l.from_at, ${from}),
           l.to_at,
           ${by}::uuid,
           ${at}::timestamptz
      from leaving l`,
  )
}
