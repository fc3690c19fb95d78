// Who may be sent to look before filing: the people of the place's grid and of its community.

import type { CaseFile } from '#core/cases/case.ts'
import { done, refused } from '#core/kit/result.ts'
import { roles } from '#core/people/roles.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { listAreaStaff } from '../people/team.ts'
import { readCase } from './store.ts'

export function listVerifiers(app: App, who: Who, number: string) {
  return inScope(app.db, who.scope, async (tx) => {
    const found = await readCase(tx, number)
    if (found === null) return refused('no_such_case')
    return done({ items: await verifiersOf(app, tx, found.file) })
  })
}

export async function verifiersOf(app: App, tx: Tx, file: CaseFile) {
  const areas = [file.gridId, file.communityId].filter((id) => id !== null)
  const rows = await listAreaStaff(tx, areas, app.now())
  const items = rows
    .filter((row) => row.id !== file.createdBy && roles[row.role].sees === 'area')
    .map(({ id, name, role }) => ({ id, name, post: roles[role].name }))
  return [...new Map(items.map((item) => [item.id, item])).values()]
}
