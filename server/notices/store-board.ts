// Notices of the board as rows.
import { sql } from 'kysely'
import type { BoardCategory } from '#core/notices/board.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type BoardRow = {
  communityId: number
  id: string
  areaId: number
  category: BoardCategory
  title: string
  body: string
  fromOn: string
  untilOn: string
  photo: string | null
  paper: string | null
  version: number
  publishedAt: string
  changedAt: string
  changedWhy: string | null
  withdrawnAt: string | null
}

const columns = sql`
           b.community_id  as "communityId",
           b.id,
           b.area_id       as "areaId",
           b.category,
           b.title,
           b.body,
           b.from_on::text  as "fromOn",
           b.until_on::text as "untilOn",
           b.photo,
           b.paper,
           b.version,
           b.published_at  as "publishedAt",
           b.changed_at    as "changedAt",
           b.changed_why   as "changedWhy",
           b.withdrawn_at  as "withdrawnAt"`

type Page = { skip: number; limit: number }

/** `today`: on the board; `past`: its days are over, or it was taken back after it hung there. */
export const listShown = (
  tx: Tx,
  of: Page & {
    communityId: number
    today: string
    past: boolean
    category: BoardCategory | null
  },
) =>
  rowsOf<BoardRow>(
    tx,
    sql`
    select ${columns}
      from notices.board b
     where b.community_id = ${of.communityId}
       and b.from_on <= ${of.today}
       and (b.until_on < ${of.today} or b.withdrawn_at is not null) = ${of.past}
       and (${of.category}::text is null or b.category = ${of.category})
     order by b.from_on desc, b.published_at desc, b.id
    offset ${of.skip}
     limit ${of.limit}`,
  )

/** All of them, those to come first. */
export const listAll = (tx: Tx, of: Page & { communityId: number }) =>
  rowsOf<BoardRow>(
    tx,
    sql`
    select ${columns}
      from notices.board b
     where b.community_id = ${of.communityId}
     order by b.from_on desc, b.published_at desc, b.id
    offset ${of.skip}
     limit ${of.limit}`,
  )

/** What a feed carries: everything that hung there lately, newest change first; also what was taken back. */
export const listLately = (
  tx: Tx,
  of: { communityId: number; today: string; since: string; limit: number },
) =>
  rowsOf<BoardRow>(
    tx,
    sql`
    select ${columns}
      from notices.board b
     where b.community_id = ${of.communityId}
       and b.from_on <= ${of.today}
       and b.until_on >= ${of.since}
     order by b.changed_at desc, b.id
     limit ${of.limit}`,
  )

export const findPost = (tx: Tx, communityId: number, id: string) =>
  firstOf<BoardRow>(
    tx,
    sql`
    select ${columns}
      from notices.board b
     where b.community_id = ${communityId}
       and b.id = ${id}`,
  )

/** There is no row to lock yet: of two that hang one notice at once, the second waits and finds it. */
export const lockId = (tx: Tx, id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`board ${id}`}, 0))`.execute(tx.k)

export const lockPost = (tx: Tx, communityId: number, id: string) =>
  firstOf<BoardRow>(
    tx,
    sql`
    select ${columns}
      from notices.board b
     where b.community_id = ${communityId}
       and b.id = ${id}
       for update`,
  )

/** The row as it now stands, whether it is new or not. */
export const savePost = (tx: Tx, row: BoardRow & { publishedBy: string }) =>
  rowsOf(
    tx,
    sql`
    insert into notices.board (community_id, id, area_id, category, title, body, from_on, until_on, photo, paper, version,
                               published_by, published_at, changed_at, changed_why, withdrawn_at)
    values (${row.communityId}, ${row.id}, ${row.areaId}, ${row.category}, ${row.title}, ${row.body}, ${row.fromOn}, ${row.untilOn},
            ${row.photo}, ${row.paper}, ${row.version}, ${row.publishedBy}, ${row.publishedAt}, ${row.changedAt},
            ${row.changedWhy}, ${row.withdrawnAt})
        on conflict (community_id, id) do update
       set area_id      = excluded.area_id,
           category     = excluded.category,
           title        = excluded.title,
           body         = excluded.body,
           from_on      = excluded.from_on,
           until_on     = excluded.until_on,
           photo        = excluded.photo,
           paper        = excluded.paper,
           version      = excluded.version,
           changed_at   = excluded.changed_at,
           changed_why  = excluded.changed_why,
           withdrawn_at = excluded.withdrawn_at`,
  )

export type Act = 'publish' | 'correct' | 'withdraw'

/** Before the row itself changes is too early, after it the trace is whole. */
export const noteEntry = (
  tx: Tx,
  e: { row: BoardRow; id: string; by: string; act: Act; reason: string | null },
) => {
  const { communityId, id, version, publishedAt: _at, changedAt, ...facts } = e.row
  return rowsOf(
    tx,
    sql`
    insert into notices.board_entries (community_id, id, post_id, version, at, by, act, reason, facts)
    values (${communityId}, ${e.id}, ${id}, ${version}, ${changedAt}, ${e.by}, ${e.act}, ${e.reason}, ${JSON.stringify(facts)})`,
  )
}

export type EntryRow = {
  version: number
  at: string
  by: string
  act: Act
  reason: string | null
  facts: Pick<BoardRow, 'title' | 'body' | 'fromOn' | 'untilOn'>
}

export const listEntries = (tx: Tx, communityId: number, postId: string) =>
  rowsOf<EntryRow>(
    tx,
    sql`
    select e.version,
           e.at,
           e.by,
           e.act,
           e.reason,
           e.facts
      from notices.board_entries e
     where e.community_id = ${communityId}
       and e.post_id = ${postId}
     order by e.version desc
     limit 100`,
  )

/** Whether some notice shows this picture: then anybody may see it. */
export const showsPhoto = (tx: Tx, hash: string) =>
  firstOf<{ one: number }>(
    tx,
    sql`select 1 as one from notices.board b where b.photo = ${hash} and b.withdrawn_at is null limit 1`,
  )

export const photosAmong = (tx: Tx, hashes: readonly string[]) =>
  rowsOf<{ hash: string }>(
    tx,
    sql`select b.photo as hash from notices.board b where b.photo = any(${hashes}::text[])`,
  )
