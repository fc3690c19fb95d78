// Who may be sent to look before filing: the people of the place's grid and of its community.

import { sql } from 'kysely'
import { done, refused } from '#core/kit/result.ts'
import { roles } from '#core/people/roles.ts'
import type { Role } from '#core/people/roles.ts'
import type { App, Who } from '../app.ts'
import { inScope, rowsOf } from '../kit/db.ts'
import { readCase } from './store.ts'

export function listVerifiers(app: App, who: Who, number: string) {
  return inScope(app.db, who.scope, async (tx) => {
    const found = await readCase(tx, number)
    if (found === null) return refused('no_such_case')
    const { file } = found
    const areas = [file.gridId, file.communityId].filter((id) => id !== null)
    const rows = await rowsOf(
      tx,
      sql<{ id: string; name: string; role: Role }>`
        select p.id, p.name, g.role
          from people.grants g
          join people.people p on p.id = g.person_id
         where g.area_id = any (${areas}::bigint[])
           and g.unit_id is null
           and g.revoked_at is null
           and g.valid_from <= ${app.now()}::timestamptz
           and (g.valid_to is null or g.valid_to > ${app.now()}::timestamptz)
         order by array_position(${areas}::bigint[], g.area_id), g.role, p.name
         limit 60`,
    )
    const items = rows
      .filter((row) => row.id !== file.createdBy && roles[row.role].sees === 'area')
      .map(({ id, name, role }) => ({ id, name, post: roles[role].name }))
    return done({ items: [...new Map(items.map((item) => [item.id, item])).values()] })
  })
}
