// What anybody may be told of a case in a line: its kind, its place, how far it is. For rooms to the right that tell.
import { sql } from 'kysely'
import { type State, isOpen } from '#core/cases/case.ts'
import type { Words } from '#core/kit/words.ts'
import type { App } from '../app.ts'
import { type Tx, rowsOf } from '../kit/db.ts'
import { categoryLabel } from './case-view.ts'
import { settingsAt } from './settings.ts'

export type PublicMatter = { number: string; category: Words; place: Words; open: boolean }

/** Those of the cases that are public now. */
export async function findPublicMatters(
  app: App,
  tx: Tx,
  communityId: number,
  numbers: readonly string[],
): Promise<PublicMatter[]> {
  const rows = await rowsOf<{
    number: string
    category: string
    filedAreaId: number
    state: State
  }>(
    tx,
    sql`
    select c.number,
           c.category,
           c.filed_area_id as "filedAreaId",
           c.state
      from cases.public_cases c
     where c.community_id = ${communityId}
       and c.number = any(${[...numbers]}::text[])
     limit 500`,
  )
  const now = app.now()
  return rows.map(({ number, category, filedAreaId, state }) => {
    const { zh, en } = categoryLabel(settingsAt(app, filedAreaId, now), category)
    const { geography } = app.places
    return {
      number,
      category: { zh, en },
      place: geography.label(geography.get(filedAreaId)),
      open: isOpen(state),
    }
  })
}
