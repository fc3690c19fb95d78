// Messages as rows. All of it runs in job scope: no other scope sees these tables.
import { sql } from 'kysely'
import type { Channel } from '#core/notices/message.ts'
import { type Db, type Tx, firstOf, inScope, rowsOf } from '../kit/db.ts'

export type NewMessage = {
  communityId: number
  id: string
  channel: Channel
  kind: string
  cause: string
  toIndex: string
  sealed: string
  at: string
  expiresAt: string
}

export async function addMessage(tx: Tx, m: NewMessage): Promise<boolean> {
  const row = await firstOf(
    tx,
    sql`
    insert into notices.messages (community_id, id, channel, kind, cause, to_index, sealed_message, state, next_try_at, created_at, expires_at)
    values (${m.communityId}, ${m.id}, ${m.channel}, ${m.kind}, ${m.cause}, ${m.toIndex}, ${m.sealed}, 'waiting', ${m.at}, ${m.at},
            ${m.expiresAt})
        on conflict on constraint messages_told_once do nothing
 returning id`,
  )
  return row !== null
}

/** What came too late: its words go, and that it was never sent stays. */
export const expireLate = (tx: Tx, now: string) =>
  rowsOf(
    tx,
    sql`
    update notices.messages
       set state = 'expired', sealed_message = null, next_try_at = null, claimed_until = null, ended_at = ${now}
     where state = 'waiting'
       and expires_at <= ${now}`,
  )

export async function countDelivered(tx: Tx, channel: Channel, since: string): Promise<number> {
  const row = await firstOf<{ count: number }>(
    tx,
    sql`
    select count(*)::int as count
      from notices.messages m
     where m.channel = ${channel}
       and m.state = 'delivered'
       and m.ended_at > ${since}`,
  )
  return row?.count ?? 0
}

export type Due = {
  communityId: number
  id: string
  channel: Channel
  kind: string
  sealed: string
  tries: number
  expiresAt: string
}

/** Takes what is due for a while, so that two processes never send the same message at the same time. */
export const claimDue = (
  tx: Tx,
  asked: { channel: Channel; now: string; until: string; limit: number },
) =>
  rowsOf<Due>(
    tx,
    sql`
    update notices.messages m
       set claimed_until = ${asked.until}
     where (m.community_id, m.id) in (select w.community_id, w.id
                                        from notices.messages w
                                       where w.state = 'waiting'
                                         and w.channel = ${asked.channel}
                                         and w.next_try_at <= ${asked.now}
                                         and (w.claimed_until is null or w.claimed_until <= ${asked.now})
                                       order by w.next_try_at, w.id
                                       limit ${asked.limit}
                                         for update skip locked)
 returning m.community_id as "communityId",
           m.id,
           m.channel,
           m.kind,
           m.sealed_message as sealed,
           m.tries,
           m.expires_at   as "expiresAt"`,
  )

type Tried = { communityId: number; id: string; at: string; status: number | null }

export const noteDelivered = (tx: Tx, d: Tried) =>
  rowsOf(
    tx,
    sql`
    update notices.messages
       set state = 'delivered', sealed_message = null, tries = tries + 1, next_try_at = null, claimed_until = null,
           last_status = ${d.status}, last_error = null, ended_at = ${d.at}
     where community_id = ${d.communityId}
       and id = ${d.id}
       and state = 'waiting'`,
  )

/** Without a next try its words are erased: nobody will need them. */
export const noteFailed = (tx: Tx, d: Tried & { error: string; nextTryAt: string | null }) =>
  rowsOf(
    tx,
    sql`
    update notices.messages
       set state = case when ${d.nextTryAt}::timestamptz is null then 'failed' else 'waiting' end,
           sealed_message = case when ${d.nextTryAt}::timestamptz is null then null else sealed_message end,
           ended_at = case when ${d.nextTryAt}::timestamptz is null then ${d.at}::timestamptz end,
           tries = tries + 1, next_try_at = ${d.nextTryAt}::timestamptz, claimed_until = null,
           last_status = ${d.status}, last_error = ${d.error}
     where community_id = ${d.communityId}
       and id = ${d.id}
       and state = 'waiting'`,
  )

/** Job scope: what waits for causes that begin so is not sent any more, and its address goes with it. */
export const dropWaiting = (tx: Tx, of: { communityId: number; causes: readonly string[] }) =>
  rowsOf(
    tx,
    sql`
    delete from notices.messages m
     using unnest(${[...of.causes]}::text[]) as c (begins)
     where m.community_id = ${of.communityId}
       and m.state = 'waiting'
       and starts_with(m.cause, c.begins)`,
  )

export const removeEnded = (tx: Tx, before: string) =>
  rowsOf(tx, sql`delete from notices.messages where ended_at < ${before}`)

export type Underway = { waiting: number; failed: number }

/** How many wait, and how many were given up since: for the metrics. */
export const messagesUnderway = (db: Db, since: string): Promise<Underway> =>
  inScope(db, { kind: 'job' }, async (tx) => {
    const row = await firstOf<Underway>(
      tx,
      sql`
      select count(*) filter (where m.state = 'waiting')::int as waiting,
             count(*) filter (where m.state <> 'waiting')::int as failed
        from notices.messages m
       where m.state = 'waiting'
          or (m.state in ('failed', 'expired') and m.ended_at > ${since})`,
    )
    return row ?? { waiting: 0, failed: 0 }
  })
