// What is new on the boards, for rooms to the right that tell of it.
import { sql } from 'kysely'
import { type Instant, addDays, toMs } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { BoardCategory } from '#core/notices/board.ts'
import type { App } from '../app.ts'
import { type Tx, rowsOf } from '../kit/db.ts'

export type BoardNews = {
  communityId: number
  id: string
  areaId: number
  category: BoardCategory
  title: string
  fromOn: string
  untilOn: string
  version: number
  changedAt: string
  changedWhy: string | null
  withdrawnAt: string | null
}

const columns = sql`
           b.community_id   as "communityId",
           b.id,
           b.area_id        as "areaId",
           b.category,
           b.title,
           b.from_on::text  as "fromOn",
           b.until_on::text as "untilOn",
           b.version,
           b.changed_at     as "changedAt",
           b.changed_why    as "changedWhy",
           b.withdrawn_at   as "withdrawnAt"`

/** Since when it can be read as it is: its last change, or its first day. */
export function readableSince(app: Pick<App, 'places'>, post: BoardNews): Instant {
  const { timeZone } = app.places.geography.get(post.communityId)
  const first = startOfDay(post.fromOn, timeZone)
  return toMs(post.changedAt) > toMs(first) ? post.changedAt : first
}

/** Notices of these communities that came, or were changed, in the last so many days. */
export async function listBoardNews(
  app: Pick<App, 'places'>,
  tx: Tx,
  of: { communities: readonly number[]; now: Instant; daysBack: number; limit: number },
): Promise<BoardNews[]> {
  const since = addDays(of.now, -of.daysBack)
  const rows = await rowsOf<BoardNews>(
    tx,
    sql`
    select ${columns}
      from notices.board b
     where b.community_id = any(${[...of.communities]}::bigint[])
       -- A day in Greenwich is nobody's: one more on either side, and the zone of the place decides.
       and b.from_on <= (${of.now}::timestamptz)::date + 1
       and b.until_on >= (${of.now}::timestamptz)::date - 1
       and (b.changed_at > ${since} or b.from_on >= (${since}::timestamptz)::date)
     order by b.changed_at, b.id
     limit ${of.limit}`,
  )
  return rows.filter((post) => toMs(readableSince(app, post)) <= toMs(of.now))
}

/** As they stand now. */
export const findBoardNews = (tx: Tx, communityId: number, ids: readonly string[]) =>
  rowsOf<BoardNews>(
    tx,
    sql`
    select ${columns}
      from notices.board b
     where b.community_id = ${communityId}
       and b.id = any(${[...ids]}::uuid[])
     limit 500`,
  )
