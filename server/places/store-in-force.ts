// SQL of grids that are proposed, put in force, taken back and carried along.
import { sql } from 'kysely'
import type { Chosen, GridPlan } from '#core/places/putting-in-force.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type DecidedRow = {
  id: string
  day: string
  proposedBy: string
  confirmedBy: string
  confirmedAt: string
}

export const listInForce = (tx: Tx, areaId: number) =>
  rowsOf<DecidedRow>(
    tx,
    sql`
    select id,
           begins_on    as "day",
           proposed_by  as "proposedBy",
           confirmed_by as "confirmedBy",
           confirmed_at as "confirmedAt"
      from places.redrawings
     where area_id = ${areaId}
       and state = 'in_force'
     order by begins_on desc
     limit 20`,
  )

export type Decision = {
  areaId: number
  day: string
  proposedBy: string | null
  confirmedBy: string | null
}

export const findDecision = (tx: Tx, id: string) =>
  firstOf<Decision>(
    tx,
    sql`
    select area_id::int as "areaId",
           begins_on    as "day",
           proposed_by  as "proposedBy",
           confirmed_by as "confirmedBy"
      from places.redrawings
     where id = ${id}
       and begins_on is not null`,
  )

type Act = { id: string; by: string; at: string }

export const propose = (tx: Tx, { id, by, at, day, heirs }: Act & { day: string; heirs: Chosen }) =>
  firstOf<{ version: number }>(
    tx,
    sql`
    update places.redrawings
       set state = 'proposed',
           begins_on = ${day},
           heirs = ${JSON.stringify(heirs)}::jsonb,
           proposed_by = ${by},
           proposed_at = ${at},
           version = version + 1
     where id = ${id}
    returning version`,
  )

export const sendBack = (tx: Tx, id: string) =>
  firstOf<{ version: number }>(
    tx,
    sql`
    update places.redrawings
       set state = 'draft',
           version = version + 1
     where id = ${id}
    returning version`,
  )

/** Notes the word of the second person, and writes what the plan says into the tree. */
export async function putInForce(
  tx: Tx,
  { id, by, at, plan }: Act & { plan: GridPlan },
): Promise<void> {
  await rowsOf(
    tx,
    sql`
    update places.redrawings
       set state = 'in_force',
           plan = ${JSON.stringify(plan)}::jsonb,
           confirmed_by = ${by},
           confirmed_at = ${at},
           version = version + 1
     where id = ${id}`,
  )
  await rowsOf(tx, sql`select places.put_in_force(${id}::uuid)`)
}

/** The decided one under its lock. */
export const lockInForce = (tx: Tx, areaId: number, id: string) =>
  firstOf<{ id: string; day: string; carriedAt: string | null; later: boolean }>(
    tx,
    sql`
    select r.id,
           r.begins_on  as "day",
           r.carried_at as "carriedAt",
           exists (select
                     from places.redrawings l
                    where l.area_id = r.area_id
                      and l.state = 'in_force'
                      and l.begins_on > r.begins_on) as later
      from places.redrawings r
     where r.area_id = ${areaId}
       and r.id = ${id}
       and r.state = 'in_force'
       for update of r`,
  )

/** False where something refers already to what was to begin. */
export async function takeBack(tx: Tx, { id, by, at }: Act): Promise<boolean> {
  const taken = await firstOf<{ done: boolean }>(
    tx,
    sql`select places.take_back(${id}::uuid) as done`,
  )
  if (taken?.done !== true) return false
  await rowsOf(
    tx,
    sql`
    update places.redrawings
       set state = 'taken_back',
           taken_back_by = ${by},
           taken_back_at = ${at},
           version = version + 1
     where id = ${id}`,
  )
  return true
}

export type ToCarry = {
  id: string
  areaId: number
  day: string
  plan: GridPlan
  confirmedBy: string
}

/** In force and begun by a day, but nothing carried along yet; a day is local, so the caller looks at each. */
export const listToCarry = (tx: Tx, day: string) =>
  rowsOf<ToCarry>(
    tx,
    sql`
    select id,
           area_id      as "areaId",
           begins_on    as "day",
           plan,
           confirmed_by as "confirmedBy"
      from places.redrawings
     where state = 'in_force'
       and carried_at is null
       and begins_on <= ${day}
     order by begins_on, id
     limit 100`,
  )

export const nameRedrawn = (tx: Tx, id: string) =>
  rowsOf(tx, sql`select places.name_redrawn(${id}::uuid)`)

export const markCarried = (tx: Tx, id: string, at: string) =>
  rowsOf(
    tx,
    sql`
    update places.redrawings
       set carried_at = ${at}
     where id = ${id}
       and carried_at is null`,
  )
