// Pictures of plans are for everybody who wants to find a room, so they are the only photos of this room's that need no pass.
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { type Tx, firstOf, inScope, rowsOf } from '../kit/db.ts'

export function isPlanOfCentre(app: App, hash: string): Promise<boolean> {
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const found = await firstOf(
      tx,
      sql`
      select 1
        from activities.centres c
       where c.plan_photo = ${hash}
       union all
      select 1
        from activities.floors f
       where f.plan_photo = ${hash}
       limit 1`,
    )
    return found !== null
  })
}

/** Those of these photos that a plan shows. */
export async function plansAmong(tx: Tx, hashes: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ hash: string }>`
    select c.plan_photo as hash from activities.centres c where c.plan_photo = any(${hashes}::text[])
     union
    select f.plan_photo as hash from activities.floors f where f.plan_photo = any(${hashes}::text[])`,
  )
  return rows.map(({ hash }) => hash)
}
