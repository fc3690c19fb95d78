// The log of who looked at personal data. The line is written in the transaction that shows the data, in the
// looker's own scope: without it the transaction fails, and nothing was seen.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import type { listLooks as declared } from '#core/people/contract-staff.ts'
import type { LookHow } from '#core/people/contract-looks.ts'
import { hasRight } from '#core/people/rights.ts'
import type { Role } from '#core/people/roles.ts'
import type { App, Who } from '#server/app.ts'
import { sql } from 'kysely'
import { type Tx, inScope, rowsOf } from '#server/kit/db.ts'
import { findArea } from './find-area.ts'
import * as store from './store-staff.ts'

export async function recordLook(tx: Tx, look: store.Look): Promise<void> {
  await store.addLook(tx, look)
}

export async function listLooks(
  app: App,
  who: Who,
  input: InputOf<typeof declared>,
): Promise<Result<OutputOf<typeof declared>, 'not_allowed' | 'no_such_area'>> {
  const area = findArea(app, input.areaCode)
  if (area === null) return refused('no_such_area')
  if (!hasRight(who.actor, 'readLooks', { areaId: area.id, areaPath: area.path }))
    return refused('not_allowed')
  const limit = input.limit ?? 50
  const before = input.after === undefined ? Number.MAX_SAFE_INTEGER : Number(input.after) || 0
  const inside = [...app.places.geography.all()].filter((each) => each.path.startsWith(area.path))
  const rows = await inScope(app.db, { kind: 'job' }, (tx) =>
    store.listLooks(tx, { areaIds: inside.map((each) => each.id), before, limit }),
  )
  const last = rows.length === limit ? rows.at(-1) : undefined
  return done({
    items: rows,
    next: last === undefined ? null : String(last.id),
  })
}

export type LookAt = {
  at: string
  reason: string
  role: Role | null
  areaId: number | null
  how: LookHow | null
  fields: string[]
}

/** Who looked at the contact of one case, for the voice it belongs to: when, in which office and why, no name. */
export const listLooksAt = (tx: Tx, caseId: string) =>
  rowsOf(
    tx,
    sql<LookAt>`
      select l.at,
             l.reason,
             l.role,
             l.area_id as "areaId",
             l.how,
             l.fields
        from people.looks l
       where l.case_id = ${caseId}
         -- A voice note is its speaker's, who is staff: no look at what the reporter left.
         and l.fields <> '{recording}'
       order by l.at desc, l.id desc
       limit 50`,
  )
