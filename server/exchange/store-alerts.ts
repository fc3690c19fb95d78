// Subscriptions and what waits to be told to them, as rows, in job scope.
import { sql } from 'kysely'
import type { AlertKind, Pace } from '#core/exchange/alert.ts'
import type { Channel } from '#core/notices/message.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type AlertRow = {
  communityId: number
  id: string
  channel: Channel
  addressIndex: string
  sealedContact: string
  tokenHash: Buffer
  codeDigest: Buffer | null
  tries: number
  areaIds: number[]
  kinds: AlertKind[]
  topics: string[]
  pace: Pace
  lang: 'zh' | 'en'
  askedAt: string
  confirmedAt: string | null
  endsAt: string
  sentOn: string | null
  sentCount: number
}

const columns = sql`
           a.community_id   as "communityId",
           a.id,
           a.channel,
           a.address_index  as "addressIndex",
           a.sealed_contact as "sealedContact",
           a.token_hash     as "tokenHash",
           a.code_digest    as "codeDigest",
           a.tries,
           a.area_ids       as "areaIds",
           a.kinds,
           a.topics,
           a.pace,
           a.lang,
           a.asked_at       as "askedAt",
           a.confirmed_at   as "confirmedAt",
           a.ends_at        as "endsAt",
           a.sent_on::text  as "sentOn",
           a.sent_count     as "sentCount"`

type NewAlert = Omit<AlertRow, 'tries' | 'sentOn' | 'sentCount'> & {
  consentVersion: string
}

export const addAlert = (tx: Tx, a: NewAlert) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.alerts (community_id, id, channel, address_index, sealed_contact, token_hash, code_digest, area_ids, kinds,
                                 topics, pace, lang, consent_version, asked_at, confirmed_at, ends_at)
    values (${a.communityId}, ${a.id}, ${a.channel}, ${a.addressIndex}, ${a.sealedContact}, ${a.tokenHash}, ${a.codeDigest},
            ${a.areaIds}::bigint[], ${a.kinds}::text[], ${a.topics}::text[], ${a.pace}, ${a.lang}, ${a.consentVersion},
            ${a.askedAt}, ${a.confirmedAt}, ${a.endsAt})`,
  )

/** Guesses and renewals queue up here. */
export const lockAlert = (tx: Tx, id: string) =>
  firstOf<AlertRow>(
    tx,
    sql`
    select ${columns}
      from exchange.alerts a
     where a.id = ${id}
       for update`,
  )

/** Everything one browser is told of, whatever the community. */
export const listOfBrowser = (tx: Tx, addressIndex: string) =>
  rowsOf<AlertRow>(
    tx,
    sql`
    select ${columns}
      from exchange.alerts a
     where a.address_index = ${addressIndex}
       and a.channel = 'push'
       and a.confirmed_at is not null
     order by a.confirmed_at, a.id
     limit 50`,
  )

export const endOfBrowser = (tx: Tx, addressIndex: string) =>
  rowsOf(
    tx,
    sql`delete from exchange.alerts where channel = 'push' and address_index = ${addressIndex}`,
  )

/** With new keys no browser can be told any more until its owner asks again. */
export async function endAllBrowsers(tx: Tx): Promise<number> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`delete from exchange.alerts where channel = 'push' returning id`,
  )
  return rows.length
}

export const countTry = (tx: Tx, id: string) =>
  rowsOf(tx, sql`update exchange.alerts set tries = tries + 1 where id = ${id}`)

/** What the address chose for this community before makes way. */
export const dropOthers = (
  tx: Tx,
  a: Pick<AlertRow, 'communityId' | 'channel' | 'addressIndex' | 'id'>,
) =>
  rowsOf(
    tx,
    sql`
    delete from exchange.alerts
     where community_id = ${a.communityId}
       and channel = ${a.channel}
       and address_index = ${a.addressIndex}
       and id <> ${a.id}`,
  )

/** In other communities. */
export async function countOthers(
  tx: Tx,
  a: Pick<AlertRow, 'communityId' | 'addressIndex'>,
): Promise<number> {
  // Two confirmations of one address at once would both find room.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`alerts ${a.addressIndex}`}, 0))`.execute(
    tx.k,
  )
  const row = await firstOf<{ count: number }>(
    tx,
    sql`
    select count(*)::int as count
      from exchange.alerts a
     where a.address_index = ${a.addressIndex}
       and a.confirmed_at is not null
       and a.community_id <> ${a.communityId}`,
  )
  return row?.count ?? 0
}

export const confirm = (tx: Tx, of: { id: string; at: string; endsAt: string }) =>
  rowsOf(
    tx,
    sql`
    update exchange.alerts
       set confirmed_at = ${of.at}, ends_at = ${of.endsAt}, code_digest = null
     where id = ${of.id}`,
  )

export const choose = (
  tx: Tx,
  a: Pick<AlertRow, 'id' | 'areaIds' | 'kinds' | 'topics' | 'pace' | 'lang' | 'endsAt'>,
) =>
  rowsOf(
    tx,
    sql`
    update exchange.alerts
       set area_ids = ${a.areaIds}::bigint[], kinds = ${a.kinds}::text[], topics = ${a.topics}::text[], pace = ${a.pace},
           lang = ${a.lang}, ends_at = ${a.endsAt}, reminded_at = null
     where id = ${a.id}`,
  )

/** Chosen anew, what waited by the old choice is forgotten. */
export const dropItems = (tx: Tx, id: string) =>
  rowsOf(tx, sql`delete from exchange.alert_items where alert_id = ${id}`)

export const endAlert = (tx: Tx, id: string) =>
  rowsOf(tx, sql`delete from exchange.alerts where id = ${id}`)

/** Never confirmed for a day, or not renewed for a year. */
export const forgetOld = (tx: Tx, of: { now: string; askedBefore: string }) =>
  rowsOf(
    tx,
    sql`
    delete from exchange.alerts
     where ends_at <= ${of.now}
        or (confirmed_at is null and asked_at <= ${of.askedBefore})`,
  )

export const takeEndingSoon = (tx: Tx, of: { now: string; before: string; limit: number }) =>
  rowsOf<AlertRow>(
    tx,
    sql`
    update exchange.alerts a
       set reminded_at = ${of.now}
     where a.id in (select s.id
                      from exchange.alerts s
                     where s.confirmed_at is not null
                       and s.reminded_at is null
                       and s.ends_at <= ${of.before}
                     order by s.ends_at
                     limit ${of.limit}
                       for update skip locked)
 returning ${columns}`,
  )

/** Communities of which somebody wants to be told. */
export const listCommunities = async (tx: Tx): Promise<number[]> =>
  (
    await rowsOf<{ id: number }>(
      tx,
      sql`
      select distinct a.community_id as id
        from exchange.alerts a
       where a.confirmed_at is not null
       limit 20000`,
    )
  ).map(({ id }) => id)

/** Those who may want to hear of it: the rule itself decides (core/exchange/alert.ts). */
export const listConcerned = (
  tx: Tx,
  of: { communityId: number; kind: AlertKind; areas: readonly number[]; at: string },
) =>
  rowsOf<Pick<AlertRow, 'id' | 'areaIds' | 'kinds' | 'topics' | 'pace' | 'channel'>>(
    tx,
    sql`
    select a.id,
           a.area_ids as "areaIds",
           a.kinds,
           a.topics,
           a.pace,
           a.channel
      from exchange.alerts a
     where a.community_id = ${of.communityId}
       and a.confirmed_at <= ${of.at}
       and a.kinds @> array[${of.kind}]
       and a.area_ids && ${[...of.areas]}::bigint[]
     limit 100000`,
  )

export type NewItem = { alertId: string; item: string; at: string; dueAt: string }

export const addItems = (tx: Tx, communityId: number, items: readonly NewItem[]) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.alert_items (community_id, alert_id, item, at, due_at)
    select ${communityId}, i."alertId", i.item, i.at, i."dueAt"
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        as i ("alertId" uuid, item text, at timestamptz, "dueAt" timestamptz)
        on conflict do nothing`,
  )

/** Up to which version each of these notices was told. */
export const toldVersions = async (
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await rowsOf<{ id: string; version: number }>(
    tx,
    sql`
    select t.post_id as id,
           t.version
      from exchange.alert_board t
     where t.post_id = any(${ids}::uuid[])`,
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}

export const keepTold = (tx: Tx, t: { communityId: number; id: string; version: number }) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.alert_board (community_id, post_id, version)
    values (${t.communityId}, ${t.id}, ${t.version})
        on conflict (community_id, post_id) do update set version = excluded.version`,
  )

// The teller.

/** One subscription that has something due, held until it was told. Whoever has nothing is never looked at. */
export const lockNextDue = (tx: Tx, now: string) =>
  firstOf<AlertRow>(
    tx,
    sql`
    select ${columns}
      from exchange.alerts a
     where (a.community_id, a.id) = (select i.community_id, i.alert_id
                                       from exchange.alert_items i
                                       join exchange.alerts      l on l.community_id = i.community_id
                                                                  and l.id = i.alert_id
                                      where i.due_at <= ${now}
                                      order by i.due_at, i.alert_id
                                      limit 1
                                        for update of l skip locked)`,
  )

export type ItemRow = { item: string; at: string }

/** Everything that is due to it, taken away: the message stands in the same transaction. */
export const takeDue = (tx: Tx, a: Pick<AlertRow, 'communityId' | 'id'>, now: string) =>
  rowsOf<ItemRow>(
    tx,
    sql`
    delete from exchange.alert_items
     where community_id = ${a.communityId}
       and alert_id = ${a.id}
       and due_at <= ${now}
 returning item, at`,
  )

export const putOff = (
  tx: Tx,
  a: Pick<AlertRow, 'communityId' | 'id'>,
  of: { now: string; dueAt: string },
) =>
  rowsOf(
    tx,
    sql`
    update exchange.alert_items
       set due_at = ${of.dueAt}
     where community_id = ${a.communityId}
       and alert_id = ${a.id}
       and due_at <= ${of.now}`,
  )

export const countSent = (tx: Tx, id: string, day: string) =>
  rowsOf(
    tx,
    sql`
    update exchange.alerts
       set sent_count = case when sent_on = ${day}::date then sent_count + 1 else 1 end,
           sent_on = ${day}
     where id = ${id}`,
  )
