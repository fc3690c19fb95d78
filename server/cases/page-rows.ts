// Everything a case page shows, in one statement: the case and its parts, its journal, sealed contacts, the like at the
// same place, and the names of those who handled. The caller's scope is the wall in every part of it.

import type { Entry } from '#core/cases/change.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { fromMs } from '#core/kit/time.ts'
import type { Tx } from '../kit/db.ts'
import type { Statement } from '../kit/sent-along.ts'
import { entryOf } from './journal.ts'
import type { ContactRow, SamePlace } from './reads.ts'
import type { Loaded, Row } from './rows.ts'
import { loadText } from './statements.ts'
import { type Locked, lockedOf } from './store.ts'

const besideTexts = {
  entries: `
    select to_jsonb(e) - 'hash' - 'tx' - 'seq' as j
      from cases.entries e
     where e.community_id = c.community_id
       and e.case_id = c.id
     order by e.version
     limit 2000`,
  contacts: `
    select jsonb_build_object('voice', k.voice, 'sealedName', k.sealed_name, 'sealedPhone', k.sealed_phone,
                              'eraseAfter', k.erase_after, 'erasedAt', k.erased_at,
                              'toldOn', k.told_on) as j
      from cases.contacts k
     where k.community_id = c.community_id
       and k.case_id = c.id
     order by k.voice
     limit 100`,
  // Same category within 50 m, or at the same address, in the 90 days before: figure 10 looks the same way.
  same: `
    select jsonb_build_object('number', o.number, 'text', o.text, 'reportedAt', o.reported_at, 'state', o.state) as j
      from cases.cases o
     where o.filed_path = c.filed_path
       and o.category = c.category
       and o.id <> c.id
       and o.state not in ('VOID', 'MERGED')
       and o.reported_at >= c.reported_at - interval '90 days'
       and (o.reported_at, o.number) < (c.reported_at, c.number)
       and (o.address = c.address
            or (abs(o.lat - c.lat) * 111320 < 50
                and abs(o.lon - c.lon) * 111320 * cos(radians(o.lat)) < 50))
     order by o.reported_at desc
     limit 5`,
  // What was merged into this one, and what goes on from it.
  related: `
    select jsonb_build_object('number', o.number, 'state', o.state,
                              'how', case when o.linked_to = c.number then 'linked' else 'merged' end,
                              'voices', (select count(*) from cases.voices v
                                          where v.community_id = o.community_id and v.case_id = o.id)) as j
      from cases.cases o
     where o.linked_to = c.number
        or o.merged ->> 'into' = c.number
     order by o.number
     limit 50`,
  names: `
    select jsonb_build_object('id', p.id, 'name', p.name) as j
      from people.people p
     where p.id = any (array(select case when q.by ~ '^[0-9a-f-]{36}$' then q.by::uuid end
                               from cases.proofs q
                              where q.community_id = c.community_id
                                and q.case_id = c.id))
     limit 200`,
}

const besides = Object.entries(besideTexts).map(
  ([name, text]) => `(select coalesce(json_agg(r.j), '[]') from (${text}) r) as ${name}`,
)
const pageText = loadText('c.number = $1', besides)

type Related = CaseView['related'][number]

type PageRow = Loaded & {
  entries: Row[]
  contacts: ContactRow[]
  same: SamePlace[]
  names: { id: string; name: string }[]
  related: Related[]
}
export type Page = Locked & {
  entries: Entry[]
  contacts: ContactRow[]
  samePlace: SamePlace[]
  related: Related[]
  names: ReadonlyMap<string, string>
}

/** The look that readPage takes, for whoever sends it ahead. */
export const pageStatement = (number: string): Statement => ({
  name: 'cases.page',
  text: pageText,
  values: [number],
})

export async function readPage(tx: Tx, number: string): Promise<Page | null> {
  const [row] = await tx.prepared<PageRow>('cases.page', pageText, [number])
  const held = lockedOf(row)
  if (row === undefined || held === null) return null
  return {
    ...held,
    entries: row.entries.map((entry) => {
      const read = entryOf(entry)
      return { ...read, at: read.at.replace('+00:00', 'Z') }
    }),
    contacts: row.contacts,
    samePlace: row.same.map((each) => ({
      ...each,
      reportedAt: fromMs(Date.parse(each.reportedAt)),
    })),
    related: row.related,
    names: new Map(row.names.map(({ id, name }) => [id, name])),
  }
}
