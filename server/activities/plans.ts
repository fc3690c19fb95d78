// Pictures of plans are for everybody who wants to find a room, so they are the only photos of this room's that need no pass.
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { firstOf, inScope } from '../kit/db.ts'

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
