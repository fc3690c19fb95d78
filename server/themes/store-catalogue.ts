// SQL of the catalogue and the weights: rows are added, and ended by their date.
import { sql } from 'kysely'
import type { ThemeKind } from '#core/themes/kind.ts'
import type { Weights } from '#core/themes/score.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type KindRow = {
  kind: ThemeKind
  areaId: number
  validFrom: string
  reason: string
}

/** The rows of a chain of areas in force on a day, top first. */
export const listKinds = (tx: Tx, areaIds: readonly number[], day: string) =>
  rowsOf(
    tx,
    sql<KindRow>`
    select k.definition as kind,
           k.area_id    as "areaId",
           k.valid_from as "validFrom",
           k.reason
      from themes.kinds k
     where k.area_id = any (${areaIds}::bigint[])
       and k.valid_from <= ${day}::date
       and (k.valid_to is null or k.valid_to > ${day}::date)
     order by array_position(${areaIds}::bigint[], k.area_id), k.id
     limit 500`,
  )

/** The day since which the area's own row holds, or null. One keeper at a time. */
export async function lockKind(tx: Tx, areaId: number, code: string): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`theme ${areaId} ${code}`}, 0))`.execute(
    tx.k,
  )
  const row = await firstOf(
    tx,
    sql<{ since: string }>`
    select k.valid_from as since
      from themes.kinds k
     where k.area_id = ${areaId}
       and k.code = ${code}
       and k.valid_to is null`,
  )
  return row?.since ?? null
}

export const endKind = (tx: Tx, areaId: number, code: string, day: string) =>
  rowsOf(
    tx,
    sql`
    update themes.kinds
       set valid_to = ${day}
     where area_id = ${areaId}
       and code = ${code}
       and valid_to is null`,
  )

type NewKind = {
  areaId: number
  kind: ThemeKind
  validFrom: string
  reason: string
  by: string
  at: string
}
export const addKind = (tx: Tx, row: NewKind) =>
  rowsOf(
    tx,
    sql`
    insert into themes.kinds (area_id, code, definition, valid_from, reason, changed_by, entered_at)
    values (${row.areaId}, ${row.kind.code}, ${JSON.stringify(row.kind)}, ${row.validFrom}, ${row.reason}, ${row.by}, ${row.at})`,
  )

export type WeightingRow = Weights & {
  version: number
  areaId: number | null
  metres: number
  validFrom: string
  reason: string
}

/** The row that holds on a day: of the nearest area, there the latest. `version` counts the rows up to it. */
export async function findWeighting(
  tx: Tx,
  areaIds: readonly number[],
  day: string,
): Promise<WeightingRow | null> {
  return firstOf(
    tx,
    sql<WeightingRow>`
    select w.need,
           w.resources,
           w.structure,
           w.metres,
           w.valid_from as "validFrom",
           w.reason,
           w.area_id    as "areaId",
           (select count(*)::int
              from themes.weightings o
             where o.area_id is not distinct from w.area_id
               and o.id <= w.id) as version
      from themes.weightings w
     where (w.area_id is null or w.area_id = any (${areaIds}::bigint[]))
       and w.valid_from <= ${day}::date
     order by array_position(${areaIds}::bigint[], w.area_id) desc nulls last, w.valid_from desc, w.id desc
     limit 1`,
  )
}

type NewWeighting = Weights & {
  areaId: number
  metres: number
  validFrom: string
  reason: string
  by: string
  at: string
}
export const addWeighting = (tx: Tx, row: NewWeighting) =>
  rowsOf(
    tx,
    sql`
    insert into themes.weightings (area_id, need, resources, structure, metres, valid_from, reason, changed_by, entered_at)
    values (${row.areaId}, ${row.need}, ${row.resources}, ${row.structure}, ${row.metres}, ${row.validFrom}, ${row.reason},
            ${row.by}, ${row.at})`,
  )
