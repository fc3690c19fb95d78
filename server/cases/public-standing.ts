// How the public matters of an area stand: what a wall in a community centre shows. Only what anybody may look up one by
// one, so its counts stand whole.

import { sql } from 'kysely'
import { type Tier, openStates } from '#core/cases/case.ts'
import type { PublicRow } from '#core/cases/contract.ts'
import { addMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { type Tx, rowsOf } from '../kit/db.ts'
import { type FoundPublic, publicRow, publicRowColumns } from './public-lists.ts'
import { isUnder } from './subtree.ts'

export type Standing = {
  areaId: number
  tier: Tier
  open: number
  overdue: number
  suspended: number
}

/** Open public matters by where they are filed and which layer has them. */
export const publicStanding = (tx: Tx, path: string, now: string): Promise<Standing[]> =>
  rowsOf<Standing>(
    tx,
    sql`
    select c.filed_area_id                                          as "areaId",
           c.tier,
           count(*)::int                                            as open,
           count(*) filter (where late.is)::int                     as overdue,
           count(*) filter (where c.state = 'SUSPENDED')::int       as suspended
      from cases.public_cases c
      cross join lateral (
        select exists (
          select from cases.public_clocks k
           where k.community_id = c.community_id
             and k.case_id = c.id
             and k.round = c.round
             and k.kind in ('HANDLE', 'WHOLE')
             and k.ended_at is null
             and k.due_at < ${now}) as is
      ) late
     where c.state = any(${[...openStates]}::text[])
       and ${isUnder('c.filed_path', path)}
     group by c.filed_area_id, c.tier
     limit 50000`,
  )

export const sumOf = (rows: readonly Standing[], key: 'open' | 'overdue' | 'suspended'): number =>
  rows.reduce((n, row) => n + row[key], 0)

export type Since = { reported: number; done: number }

/** What came and what was closed since an instant; closed twice is closed once. */
export async function publicSince(tx: Tx, path: string, since: string): Promise<Since> {
  const [found] = await rowsOf<Since>(
    tx,
    sql`
    select (select count(*)::int
              from cases.public_cases c
             where c.reported_at >= ${since}
               and ${isUnder('c.filed_path', path)}) as reported,
           (select count(distinct c.id)::int
              from cases.public_entries e
              join cases.public_cases   c on c.community_id = e.community_id
                                         and c.id = e.case_id
             where e.at >= ${since}
               and e.to_state = 'CLOSED'
               and e.from_state is distinct from 'CLOSED'
               and c.state in ('CLOSED', 'ARCHIVED')
               and ${isUnder('c.filed_path', path)}) as done`,
  )
  return found ?? { reported: 0, done: 0 }
}

export type StandingRow = PublicRow & { tier: Tier }

/** In hand: urgent ones first, then as they moved last. */
export const listDoing = async (app: App, tx: Tx, path: string, limit: number) =>
  rowsWith(
    app,
    await rowsOf<Found>(
      tx,
      sql<Found>`
      ${publicRowColumns}, c.tier
        from cases.public_cases c
        left join cases.public_clocks k on k.community_id = c.community_id
                                       and k.case_id = c.id
                                       and k.serial = c.shown_clock
       where c.state = any(${[...openStates]}::text[])
         and ${isUnder('c.filed_path', path)}
       order by c.urgent desc, c.last_at desc, c.number desc
       limit ${limit}`,
    ),
  )

/** Older than two weeks is no news. */
const newsMs = 14 * 86_400_000

/** Just closed, the newest first. */
export const listDone = async (app: App, tx: Tx, path: string, limit: number) =>
  rowsWith(
    app,
    await rowsOf<Found>(
      tx,
      sql<Found>`
      ${publicRowColumns}, c.tier
        from (
          select e.community_id, e.case_id, max(e.at) as at
            from cases.public_entries e
            join cases.public_cases   p on p.community_id = e.community_id
                                       and p.id = e.case_id
           where e.at >= ${addMs(app.now(), -newsMs)}
             and e.to_state = 'CLOSED'
             and e.from_state is distinct from 'CLOSED'
             and p.state in ('CLOSED', 'ARCHIVED')
             and ${isUnder('p.filed_path', path)}
           group by e.community_id, e.case_id
           order by 3 desc
           limit ${limit}
        ) done
        join cases.public_cases c on c.community_id = done.community_id
                                 and c.id = done.case_id
        left join cases.public_clocks k on k.community_id = c.community_id
                                       and k.case_id = c.id
                                       and k.serial = c.shown_clock
       order by done.at desc, c.number`,
    ),
  )

type Found = FoundPublic & { tier: Tier }

const rowsWith = (app: App, rows: Found[]) =>
  rows.map(({ tier, ...row }) => ({ ...publicRow(app, row, app.now()), tier }))
