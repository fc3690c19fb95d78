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
  by: string
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
  by: string
  at: string
}
export const addSegments = (tx: Tx, given: Segments) =>
  rowsOf(
    tx,
    sql`
    insert into places.work_segments (area_id, valid_from, segments, work_day_hours, reason, changed_by, entered_at)
    values (${given.areaId}, ${given.validFrom}, ${JSON.stringify(given.segments)}, ${given.workDayHours},
            ${given.reason}, ${given.by}, ${given.at})`,
  )

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
  by: string
  at: string
}
export const addDay = (tx: Tx, given: Day) =>
  rowsOf(
    tx,
    sql`
    insert into places.calendar_days (area_id, day, kind, name, version, entered_by, entered_at)
    values (${given.areaId}, ${given.day}, ${given.kind}, ${given.name}, ${given.version}, ${given.by}, ${given.at})`,
  )
