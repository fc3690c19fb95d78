// Webhooks and their deliveries as rows, in job scope.
import { sql } from 'kysely'
import type { EventKind } from '#core/exchange/webhook.ts'
import type { DeliveryView } from '#core/exchange/contract-webhooks.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'
import type { SealedSecret } from './webhook-secrets.ts'

export type WebhookRow = {
  id: string
  areaId: number
  name: string
  url: string
  kinds: EventKind[]
  tokenId: string | null
  createdBy: string | null
  createdAt: string
  failingSince: string | null
  disabledAt: string | null
  deliveredAt: string | null
  endedAt: string | null
}

const columns = sql`
         w.id,
         w.area_id       as "areaId",
         w.name,
         w.url,
         w.kinds,
         w.token_id      as "tokenId",
         w.created_by    as "createdBy",
         w.created_at    as "createdAt",
         w.failing_since as "failingSince",
         w.disabled_at   as "disabledAt",
         w.delivered_at  as "deliveredAt",
         w.ended_at      as "endedAt"`

export const addWebhook = (
  tx: Tx,
  w: Pick<WebhookRow, 'id' | 'areaId' | 'name' | 'url' | 'tokenId'> & {
    kinds: readonly EventKind[]
    by: string
    at: string
  },
) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.webhooks (id, area_id, name, url, kinds, token_id, created_by, created_at)
    values (${w.id}, ${w.areaId}, ${w.name}, ${w.url}, ${[...w.kinds]}::text[], ${w.tokenId}, ${w.by}, ${w.at})`,
  )

export const lockWebhook = (tx: Tx, id: string) =>
  firstOf<WebhookRow>(
    tx,
    sql`
    select ${columns}
      from exchange.webhooks w
     where w.id = ${id}
       for update`,
  )

export type ListedWebhook = WebhookRow & { waiting: number; olderSecretUntil: string | null }

export const listWebhooks = (
  tx: Tx,
  asked: { roots: readonly string[]; after: string; limit: number; now: string },
) =>
  rowsOf<ListedWebhook>(
    tx,
    sql`
    select ${columns},
           (select count(*)::int
              from exchange.deliveries d
             where d.webhook_id = w.id
               and d.state = 'waiting')  as waiting,
           (select max(s.ends_at)
              from exchange.webhook_secrets s
             where s.webhook_id = w.id
               and s.ends_at > ${asked.now}) as "olderSecretUntil"
      from exchange.webhooks w
      join places.areas a on a.id = w.area_id
     where w.id::text > ${asked.after}
       and a.path ^@ any (${[...asked.roots]}::text[])
     order by w.id::text
     limit ${asked.limit}`,
  )

/** Those that listen now, given up on or not: what the latter miss is kept for them. */
export const listListening = (tx: Tx) =>
  rowsOf<WebhookRow>(
    tx,
    sql`
    select ${columns}
      from exchange.webhooks w
     where w.ended_at is null
     order by w.id
     limit 1000`,
  )

export const endWebhook = (tx: Tx, row: { id: string; by: string; at: string }) =>
  rowsOf(
    tx,
    sql`
    with ended as (
      update exchange.webhooks set ended_at = ${row.at}, ended_by = ${row.by} where id = ${row.id}
    )
    update exchange.deliveries
       set state = 'missed', next_try_at = null
     where webhook_id = ${row.id}
       and state = 'waiting'`,
  )

export const resumeWebhook = (tx: Tx, id: string) =>
  rowsOf(
    tx,
    sql`update exchange.webhooks set failing_since = null, disabled_at = null where id = ${id}`,
  )

export const addSecret = (tx: Tx, s: SealedSecret & { at: string }) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.webhook_secrets (webhook_id, area_id, serial, sealed_secret, made_at)
    values (${s.webhookId}, ${s.areaId}, ${s.serial}, ${s.sealed}, ${s.at})`,
  )

/** At most two sign at a time: whatever was still running out ends now. */
export const retireSecrets = (tx: Tx, of: { webhookId: string; now: string; until: string }) =>
  firstOf<{ serial: number }>(
    tx,
    sql`
    with retired as (
      update exchange.webhook_secrets
         set ends_at = case when ends_at is null then ${of.until}::timestamptz else ${of.now}::timestamptz end
       where webhook_id = ${of.webhookId}
         and (ends_at is null or ends_at > ${of.now})
    )
    select coalesce(max(s.serial), 0)::int as serial
      from exchange.webhook_secrets s
     where s.webhook_id = ${of.webhookId}`,
  )

export const listSecrets = (tx: Tx, webhookId: string, now: string) =>
  rowsOf<SealedSecret>(
    tx,
    sql`
    select s.webhook_id    as "webhookId",
           s.area_id       as "areaId",
           s.serial,
           s.sealed_secret as sealed
      from exchange.webhook_secrets s
     where s.webhook_id = ${webhookId}
       and (s.ends_at is null or s.ends_at > ${now})
     order by s.serial desc
     limit 2`,
  )

export type NewDelivery = {
  communityId: number
  id: string
  webhookId: string
  position: string
  kind: string
  caseNumber: string | null
  happenedAt: string
  body: string
  state: 'waiting' | 'missed'
  at: string
}

export const addDelivery = (tx: Tx, d: NewDelivery) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.deliveries (community_id, id, webhook_id, position, kind, case_number, happened_at, body, state,
                                     next_try_at, created_at)
    values (${d.communityId}, ${d.id}, ${d.webhookId}, ${d.position}, ${d.kind}, ${d.caseNumber}, ${d.happenedAt}, ${d.body},
            ${d.state}, ${d.state === 'waiting' ? d.at : null}::timestamptz, ${d.at})
        on conflict (webhook_id, position, community_id) do nothing`,
  )

/** What each webhook last heard of these cases. */
export const lastTold = (tx: Tx, numbers: readonly string[]) =>
  rowsOf<{ webhookId: string; caseNumber: string; kind: string }>(
    tx,
    sql`
    select t.webhook_id  as "webhookId",
           t.case_number as "caseNumber",
           t.kind
      from exchange.told t
     where t.case_number = any (${[...numbers]}::text[])
     limit 100000`,
  )

export const keepTold = (
  tx: Tx,
  t: { communityId: number; caseNumber: string; webhookId: string; kind: string },
) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.told (community_id, case_number, webhook_id, kind)
    values (${t.communityId}, ${t.caseNumber}, ${t.webhookId}, ${t.kind})
        on conflict (community_id, case_number, webhook_id) do update set kind = excluded.kind`,
  )

export type Due = {
  position: string
  happenedAt: string
  communityId: number
  id: string
  webhookId: string
  url: string
  body: string
  tries: number
  failingSince: string | null
  createdBy: string | null
  areaId: number
  name: string
}

/** Takes what is due for a while, so that two processes never send the same message at the same time. */
export const claimDue = (tx: Tx, asked: { now: string; until: string; limit: number }) =>
  rowsOf<Due>(
    tx,
    sql`
    update exchange.deliveries d
       set claimed_until = ${asked.until}
      from exchange.webhooks w
     where w.id = d.webhook_id
       and (d.community_id, d.id) in (select e.community_id, e.id
                                        from exchange.deliveries e
                                        join exchange.webhooks   v on v.id = e.webhook_id
                                       where e.state = 'waiting'
                                         and e.next_try_at <= ${asked.now}
                                         and (e.claimed_until is null or e.claimed_until <= ${asked.now})
                                         and v.ended_at is null
                                         and v.disabled_at is null
                                       order by e.next_try_at, e.happened_at, length(e.position), e.position
                                       limit ${asked.limit}
                                         for update of e skip locked)
 returning d.community_id  as "communityId",
           d.id,
           d.webhook_id    as "webhookId",
           d.position,
           d.happened_at   as "happenedAt",
           w.url,
           d.body,
           d.tries,
           w.failing_since as "failingSince",
           w.created_by    as "createdBy",
           w.area_id       as "areaId",
           w.name`,
  )

type Tried = {
  communityId: number
  id: string
  webhookId: string
  at: string
  status: number | null
}

export const noteDelivered = (tx: Tx, d: Tried) =>
  rowsOf(
    tx,
    sql`
    with told as (
      update exchange.webhooks set failing_since = null, delivered_at = ${d.at} where id = ${d.webhookId}
    )
    update exchange.deliveries
       set state = 'delivered', tries = tries + 1, next_try_at = null, claimed_until = null,
           last_status = ${d.status}, last_error = null, delivered_at = ${d.at}
     where community_id = ${d.communityId}
       and id = ${d.id}`,
  )

export const noteFailed = (tx: Tx, d: Tried & { error: string | null; nextTryAt: string | null }) =>
  rowsOf(
    tx,
    sql`
    with failing as (
      update exchange.webhooks
         set failing_since = coalesce(failing_since, ${d.at}::timestamptz)
       where id = ${d.webhookId}
    )
    update exchange.deliveries
       set state = case when ${d.nextTryAt}::timestamptz is null then 'failed' else 'waiting' end,
           tries = tries + 1, next_try_at = ${d.nextTryAt}::timestamptz, claimed_until = null,
           last_status = ${d.status}, last_error = ${d.error}
     where community_id = ${d.communityId}
       and id = ${d.id}`,
  )

/** Given up on: what waits is kept as missed, to be replayed when it listens again. True if it was not so before. */
export const disableWebhook = (tx: Tx, id: string, at: string) =>
  firstOf<{ id: string }>(
    tx,
    sql`
    with missed as (
      update exchange.deliveries set state = 'missed', next_try_at = null where webhook_id = ${id} and state = 'waiting'
    )
    update exchange.webhooks set disabled_at = ${at} where id = ${id} and disabled_at is null returning id`,
  )

export const listDeliveries = (
  tx: Tx,
  asked: { webhookId: string; after: string | null; limit: number },
) =>
  rowsOf<DeliveryView & { key: string }>(
    tx,
    sql`
    select d.id,
           d.kind,
           d.case_number   as "caseNumber",
           d.happened_at   as "happenedAt",
           d.state,
           d.tries,
           d.next_try_at   as "nextTryAt",
           d.last_status   as "lastStatus",
           d.last_error    as "lastError",
           d.delivered_at  as "deliveredAt",
           to_char(d.happened_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || d.id as key
      from exchange.deliveries d
     where d.webhook_id = ${asked.webhookId}
       and (${asked.after}::text is null
            or to_char(d.happened_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || d.id < ${asked.after})
     order by d.happened_at desc, d.id desc
     limit ${asked.limit}`,
  )

/** The same message once more: same id, same body, the count of tries begins anew. */
export const replay = (
  tx: Tx,
  asked: { webhookId: string; delivery: string | null; since: string | null; now: string },
) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    update exchange.deliveries
       set state = 'waiting', tries = 0, next_try_at = ${asked.now}, claimed_until = null
     where webhook_id = ${asked.webhookId}
       and (${asked.delivery}::uuid is null or id = ${asked.delivery}::uuid)
       and (${asked.since}::timestamptz is null or happened_at >= ${asked.since}::timestamptz)
 returning id`,
  )

export const removeOld = (tx: Tx, before: string) =>
  rowsOf(
    tx,
    sql`delete from exchange.deliveries where created_at < ${before} and state <> 'waiting'`,
  )
