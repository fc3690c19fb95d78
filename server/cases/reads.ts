// Reading cases: entries, masked contacts, neighbours in time. SQL in, rows out; the caller's scope is the wall.

import { sql } from 'kysely'
import type { Entry } from '#core/cases/change.ts'
import type { State } from '#core/cases/case.ts'
import type { Tx } from '../kit/db.ts'
import { firstOf, rowsOf } from '../kit/db.ts'
import { entryOf } from './journal.ts'
import type { Row } from './rows.ts'

const entriesText = `
select to_jsonb(e) - 'hash' - 'tx' - 'seq' as entry
  from cases.entries e
 where e.community_id = $1
   and e.case_id = $2
 order by e.version
 limit 2000`

export async function listEntries(
  tx: Tx,
  c: { communityId: number; id: string },
): Promise<Entry[]> {
  const found = await tx.prepared<{ entry: Row }>('cases.entries', entriesText, [
    c.communityId,
    c.id,
  ])
  return found.map(({ entry }) => {
    const read = entryOf(entry)
    return { ...read, at: read.at.replace('+00:00', 'Z') }
  })
}

export type ContactRow = {
  voice: number
  sealedName: string | null
  sealedPhone: string | null
  eraseAfter: string | null
  erasedAt: string | null
  toldOn: string | null
}

export const listContacts = (tx: Tx, c: { communityId: number; id: string }) =>
  rowsOf(
    tx,
    sql<ContactRow>`
      select k.voice,
             k.sealed_name  as "sealedName",
             k.sealed_phone as "sealedPhone",
             k.erase_after  as "eraseAfter",
             k.erased_at    as "erasedAt",
             k.told_on      as "toldOn"
        from cases.contacts k
       where k.community_id = ${c.communityId}
         and k.case_id = ${c.id}
       order by k.voice
       limit 100`,
  )

export type SamePlace = { number: string; text: string; reportedAt: string; state: State }

/** May the public read this case? Its row of the public view, or null. */
export const findPublic = (tx: Tx, number: string) =>
  firstOf(
    tx,
    sql<{ communityId: number; id: string }>`
      select c.community_id as "communityId", c.id
        from cases.public_cases c
       where c.number = ${number}
       limit 1`,
  )

/** Where a case has its home, for whoever may read it; null for everybody else. */
export const findPlace = (tx: Tx, number: string) =>
  firstOf(
    tx,
    sql<{ homeAreaId: number }>`
      select c.home_area_id as "homeAreaId"
        from cases.cases c
       where c.number = ${number}
       limit 1`,
  )
