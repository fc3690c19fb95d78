// SQL of local rules: rows are added, and ended by their date.
import { sql } from 'kysely'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

/** The day since which the area's own value holds, or null. One keeper at a time: two would end the same row. */
export async function lockRule(tx: Tx, areaId: number, key: string): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rule ${areaId} ${key}`}, 0))`.execute(
    tx.k,
  )
  const row = await firstOf(
    tx,
    sql<{ since: string }>`
    select valid_from as since
      from places.rules
     where area_id = ${areaId}
       and key = ${key}
       and valid_to is null`,
  )
  return row?.since ?? null
}

export const endRule = (tx: Tx, areaId: number, key: string, day: string) =>
  rowsOf(
    tx,
    sql`
    update places.rules
       set valid_to = ${day}
     where area_id = ${areaId}
       and key = ${key}
       and valid_to is null`,
  )

type Rule = {
  areaId: number
  key: string
  value: unknown
  validFrom: string
  reason: string
  by: string | null
}
export const addRule = (tx: Tx, rule: Rule) =>
  rowsOf(
    tx,
    sql`
    insert into places.rules (area_id, key, value, valid_from, reason, changed_by)
    values (${rule.areaId}, ${rule.key}, ${JSON.stringify(rule.value)}, ${rule.validFrom}, ${rule.reason}, ${rule.by})`,
  )

type Segments = {
  areaId: number
  segments: string[][]
  workDayHours: number
  validFrom: string
  reason: string
  by: string | null
  at: string
}
/** False where hours for that day were set at the same instant or later: whoever was quicker is not overwritten. */
export async function addSegments(tx: Tx, given: Segments): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hours ${given.areaId}`}, 0))`.execute(
    tx.k,
  )
  const added = await rowsOf(
    tx,
    sql`
    insert into places.work_segments (area_id, valid_from, segments, work_day_hours, reason, changed_by, entered_at)
    select ${given.areaId}, ${given.validFrom}, ${JSON.stringify(given.segments)}, ${given.workDayHours},
           ${given.reason}, ${given.by}, ${given.at}
     where not exists (select 1
                         from places.work_segments s
                        where s.area_id = ${given.areaId}
                          and s.valid_from = ${given.validFrom}
                          and s.entered_at >= ${given.at})
    returning id`,
  )
  return added.length > 0
}

/** How many days the area has set so far, this one included: the last part of the version's name. */
export async function countDays(tx: Tx, areaId: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`days ${areaId}`}, 0))`.execute(tx.k)
  const row = await firstOf(
    tx,
    sql<{
      n: number
    }>`select count(*)::int + 1 as n from places.calendar_days where area_id = ${areaId}`,
  )
  return row?.n ?? 1
}

type Day = {
  areaId: number
  day: string
  kind: string
  name: string
  version: string
  by: string | null
  at: string
}
export const addDay = (tx: Tx, given: Day) =>
  rowsOf(
    tx,
    sql`
    insert into places.calendar_days (area_id, day, kind, name, version, entered_by, entered_at)
    values (${given.areaId}, ${given.day}, ${given.kind}, ${given.name}, ${given.version}, ${given.by}, ${given.at})`,
  )

type Change = {
  tag: string
  key: string
  value: unknown
  areaId: number | null
  validFrom: string
  validTo: string | null
  reason: string
  changedBy: string | null
  enteredAt: string
}

/** Rules and working hours set for these areas or everywhere, newest first. A later row of hours ends the one before. */
export const listChanges = (
  tx: Tx,
  asked: {
    areaIds: readonly number[]
    key: string | null
    after: { at: string; tag: string } | null
    limit: number
  },
) =>
  rowsOf<Change>(
    tx,
    sql`
    select c.tag,
           c.key,
           c.value,
           c.area_id    as "areaId",
           c.valid_from as "validFrom",
           c.valid_to   as "validTo",
           c.reason,
           c.changed_by as "changedBy",
           c.entered_at as "enteredAt"
      from (select 'r' || r.id as tag, r.key, r.value, r.area_id, r.valid_from, r.valid_to, r.reason, r.changed_by,
                   r.entered_at
              from places.rules r
             union all
            select 's' || s.id, 'workSegments',
                   jsonb_build_object('segments', s.segments, 'workDayHours', s.work_day_hours),
                   s.area_id, s.valid_from,
                   lead(s.valid_from) over (partition by s.area_id order by s.valid_from, s.entered_at, s.id),
                   s.reason, s.changed_by, s.entered_at
              from places.work_segments s) c
     where (c.area_id is null or c.area_id = any (${[...asked.areaIds]}::bigint[]))
       and (${asked.key}::text is null or c.key = ${asked.key})
       and (${asked.after?.at ?? null}::timestamptz is null
            or (c.entered_at, c.tag) < (${asked.after?.at ?? null}::timestamptz, ${asked.after?.tag ?? null}::text))
     order by c.entered_at desc, c.tag desc
     limit ${asked.limit}`,
  )
