// Remotes as rows, in job scope.
import { sql } from 'kysely'
import type { Sendable, ServiceMap } from '#core/exchange/remote.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type RemoteRow = {
  id: string
  areaId: number
  unitId: number
  name: string
  url: string
  jurisdiction: string | null
  sealedKey: string | null
  sends: Sendable[]
  services: ServiceMap
  offered: { code: string; name: string }[]
  tokenId: string | null
  createdBy: string | null
  createdAt: string
  failingSince: string | null
  lastError: string | null
  heardAt: string | null
  polledAt: string | null
  polledTo: string | null
  hasUpdates: boolean
  endedAt: string | null
}

const columns = sql`
         r.id,
         r.area_id       as "areaId",
         r.unit_id       as "unitId",
         r.name,
         r.url,
         r.jurisdiction,
         r.sealed_key    as "sealedKey",
         r.sends,
         r.services,
         r.offered,
         r.token_id      as "tokenId",
         r.created_by    as "createdBy",
         r.created_at    as "createdAt",
         r.failing_since as "failingSince",
         r.last_error    as "lastError",
         r.heard_at      as "heardAt",
         r.polled_at     as "polledAt",
         r.polled_to     as "polledTo",
         r.has_updates   as "hasUpdates",
         r.ended_at      as "endedAt"`

export type Kept = Pick<
  RemoteRow,
  'id' | 'name' | 'url' | 'jurisdiction' | 'sealedKey' | 'sends' | 'services' | 'tokenId'
>

/** Null where the unit is bound already. */
export const addRemote = (
  tx: Tx,
  r: Kept & { areaId: number; unitId: number; by: string; at: string },
) =>
  firstOf<{ id: string }>(
    tx,
    sql`
    insert into exchange.remotes (id, area_id, unit_id, name, url, jurisdiction, sealed_key, sends, services, token_id,
                                  created_by, created_at)
    values (${r.id}, ${r.areaId}, ${r.unitId}, ${r.name}, ${r.url}, ${r.jurisdiction}, ${r.sealedKey}, ${[...r.sends]}::text[],
            ${JSON.stringify(r.services)}::jsonb, ${r.tokenId}, ${r.by}, ${r.at})
        on conflict (unit_id) where ended_at is null do nothing
 returning id`,
  )

export const changeRemote = (tx: Tx, r: Kept) =>
  rowsOf(
    tx,
    sql`
    update exchange.remotes
       set name = ${r.name},
           url = ${r.url},
           jurisdiction = ${r.jurisdiction},
           sealed_key = ${r.sealedKey},
           sends = ${[...r.sends]}::text[],
           services = ${JSON.stringify(r.services)}::jsonb,
           token_id = ${r.tokenId},
           has_updates = true
     where id = ${r.id}`,
  )

export const lockRemote = (tx: Tx, id: string) =>
  firstOf<RemoteRow>(
    tx,
    sql`
    select ${columns}
      from exchange.remotes r
     where r.id = ${id}
       for update`,
  )

export const findRemote = (tx: Tx, id: string) =>
  firstOf<RemoteRow>(
    tx,
    sql`
    select ${columns}
      from exchange.remotes r
     where r.id = ${id}`,
  )

export const listLive = (tx: Tx) =>
  rowsOf<RemoteRow>(
    tx,
    sql`
    select ${columns}
      from exchange.remotes r
     where r.ended_at is null
     order by r.id
     limit 1000`,
  )

export const findOfToken = (tx: Tx, tokenId: string) =>
  rowsOf<RemoteRow>(
    tx,
    sql`
    select ${columns}
      from exchange.remotes r
     where r.token_id = ${tokenId}
       and r.ended_at is null
     limit 100`,
  )

export type ListedRemote = RemoteRow & { open: number }

export const listRemotes = (
  tx: Tx,
  asked: { roots: readonly string[]; after: string; limit: number },
) =>
  rowsOf<ListedRemote>(
    tx,
    sql`
    select ${columns},
           (select count(*)::int
              from exchange.remote_requests q
             where q.remote_id = r.id
               and q.state in ('waiting', 'sent', 'settled')) as open
      from exchange.remotes r
      join places.areas a on a.id = r.area_id
     where r.id::text > ${asked.after}
       and a.path ^@ any (${[...asked.roots]}::text[])
     order by r.id::text
     limit ${asked.limit}`,
  )

export const endRemote = (tx: Tx, r: { id: string; by: string; at: string }) =>
  rowsOf(
    tx,
    sql`
    update exchange.remotes
       set ended_at = ${r.at},
           ended_by = ${r.by},
           sealed_key = null
     where id = ${r.id}
       and ended_at is null`,
  )

export const noteHeard = (tx: Tx, id: string, at: string) =>
  rowsOf(
    tx,
    sql`
    update exchange.remotes
       set heard_at = ${at},
           failing_since = null,
           last_error = null
     where id = ${id}`,
  )

export const noteFailing = (tx: Tx, r: { id: string; at: string; error: string }) =>
  firstOf<{ failingSince: string }>(
    tx,
    sql`
    update exchange.remotes
       set failing_since = coalesce(failing_since, ${r.at}::timestamptz),
           last_error = ${r.error}
     where id = ${r.id}
 returning failing_since as "failingSince"`,
  )

export const keepOffered = (tx: Tx, id: string, offered: RemoteRow['offered']) =>
  rowsOf(
    tx,
    sql`
    update exchange.remotes
       set offered = ${JSON.stringify(offered)}::jsonb
     where id = ${id}`,
  )

export const notePolled = (
  tx: Tx,
  r: { id: string; at: string; to: string | null; hasUpdates: boolean },
) =>
  rowsOf(
    tx,
    sql`
    update exchange.remotes
       set polled_at = ${r.at},
           polled_to = greatest(polled_to, ${r.to}::timestamptz),
           has_updates = ${r.hasUpdates}
     where id = ${r.id}`,
  )

export const askSoon = (tx: Tx, id: string) =>
  rowsOf(tx, sql`update exchange.remotes set polled_at = null where id = ${id}`)
