// How many members of staff work on cases under an area: a number to divide by, and nothing about anybody.

import { sql } from 'kysely'
import { allRoles, roles } from '#core/people/roles.ts'
import { type Tx, firstOf } from '../kit/db.ts'

/** Whoever reports, receives, holds or gives work; instructors, committees and administrators do not. */
const working = allRoles.filter((role) => roles[role].marks.length > 0)

export async function workersUnder(tx: Tx, areaPath: string, day: string): Promise<number> {
  const row = await firstOf<{ n: number }>(
    tx,
    sql`
    select count(distinct g.person_id)::int as n
      from people.grants g
      join places.areas  a on a.id = g.area_id
      join people.people p on p.id = g.person_id
     where a.path ^@ ${areaPath}
       and g.role = any (${working})
       and g.revoked_at is null
       and g.valid_from <= ${day}::date
       and (g.valid_to is null or g.valid_to >= ${day}::date)
       and p.left_at is null`,
  )
  return row?.n ?? 0
}
