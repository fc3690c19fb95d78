// Residents' accounts, codes and visits as rows. All of it runs in job scope: no other scope sees these tables.
import { sql } from 'kysely'
import { type Tx, firstOf, rowsOf } from '#server/kit/db.ts'

export type ResidentRow = {
  id: string
  sealedPhone: string
  sealedName: string | null
  createdAt: string
}
const columns = sql`
           r.id,
           r.sealed_phone as "sealedPhone",
           r.sealed_name  as "sealedName",
           r.created_at   as "createdAt"`

export const findByPhone = (tx: Tx, phoneIndex: string) =>
  firstOf<ResidentRow>(
    tx,
    sql`select ${columns} from people.residents r where r.phone_index = ${phoneIndex}`,
  )

export type VisitRow = ResidentRow & { lastSeenAt: string; expiresAt: string }

export const findVisit = (tx: Tx, tokenHash: Buffer) =>
  firstOf<VisitRow>(
    tx,
    sql`
    select ${columns},
           s.last_seen_at as "lastSeenAt",
           s.expires_at   as "expiresAt"
      from people.resident_sessions s
      join people.residents         r on r.id = s.resident_id
     where s.token_hash = ${tokenHash}`,
  )

export const touchVisit = (tx: Tx, v: { tokenHash: Buffer; residentId: string; at: string }) =>
  rowsOf(
    tx,
    sql`
    with seen as (
      update people.residents set last_seen_at = ${v.at} where id = ${v.residentId}
    )
    update people.resident_sessions set last_seen_at = ${v.at} where token_hash = ${v.tokenHash}`,
  )

export const addVisit = (
  tx: Tx,
  v: { tokenHash: Buffer; residentId: string; at: string; expiresAt: string },
) =>
  rowsOf(
    tx,
    sql`
    insert into people.resident_sessions (token_hash, resident_id, created_at, last_seen_at, expires_at)
    values (${v.tokenHash}, ${v.residentId}, ${v.at}, ${v.at}, ${v.expiresAt})`,
  )

export const endVisit = (tx: Tx, tokenHash: Buffer) =>
  rowsOf(tx, sql`delete from people.resident_sessions where token_hash = ${tokenHash}`)

/** Two right codes at once begin one account. */
export const addResident = (
  tx: Tx,
  r: { id: string; phoneIndex: string; sealedPhone: string; at: string },
) =>
  rowsOf(
    tx,
    sql`
    insert into people.residents (id, phone_index, sealed_phone, created_at, last_seen_at)
    values (${r.id}, ${r.phoneIndex}, ${r.sealedPhone}, ${r.at}, ${r.at})
        on conflict (phone_index) do nothing`,
  )

export const renameResident = (tx: Tx, id: string, sealedName: string | null) =>
  rowsOf(tx, sql`update people.residents set sealed_name = ${sealedName} where id = ${id}`)

/** Visits, consents and the list of reports go with it, by the database itself; codes sent to its number bear no id of it. */
export const deleteResident = (tx: Tx, id: string) =>
  rowsOf(
    tx,
    sql`
    with gone as (
      delete from people.residents where id = ${id} returning phone_index
    )
    delete from people.resident_codes c using gone g where c.phone_index = g.phone_index`,
  )

export type ConsentRow = { purpose: string; version: string; at: string }

export const listConsents = (tx: Tx, residentId: string) =>
  rowsOf<ConsentRow>(
    tx,
    sql`
    select c.purpose,
           c.version,
           c.given_at as at
      from people.consents c
     where c.resident_id = ${residentId}
     order by c.given_at desc
     limit 50`,
  )

export const addConsent = (
  tx: Tx,
  c: { residentId: string; purpose: string; version: string; at: string },
) =>
  rowsOf(
    tx,
    sql`
    insert into people.consents (resident_id, purpose, version, given_at)
    values (${c.residentId}, ${c.purpose}, ${c.version}, ${c.at})
        on conflict (resident_id, purpose, version) do nothing`,
  )

export type CodeRow = {
  id: string
  digest: Buffer
  expiresAt: string
  tries: number
  usedAt: string | null
}

/** A newer code takes the place of an older one: only it is good. */
export const addCode = (
  tx: Tx,
  c: { id: string; phoneIndex: string; digest: Buffer; at: string; expiresAt: string },
) =>
  rowsOf(
    tx,
    sql`
    insert into people.resident_codes (id, phone_index, code_digest, made_at, expires_at)
    values (${c.id}, ${c.phoneIndex}, ${c.digest}, ${c.at}, ${c.expiresAt})`,
  )

/** Guesses at one number queue up here. */
export const lockNewestCode = (tx: Tx, phoneIndex: string) =>
  firstOf<CodeRow>(
    tx,
    sql`
    select c.id,
           c.code_digest as digest,
           c.expires_at  as "expiresAt",
           c.tries,
           c.used_at     as "usedAt"
      from people.resident_codes c
     where c.phone_index = ${phoneIndex}
     order by c.made_at desc, c.id
     limit 1
       for update`,
  )

export const countTry = (tx: Tx, id: string) =>
  rowsOf(tx, sql`update people.resident_codes set tries = tries + 1 where id = ${id}`)

export const useCode = (tx: Tx, id: string, at: string) =>
  rowsOf(tx, sql`update people.resident_codes set used_at = ${at} where id = ${id}`)

export const forgetOld = (tx: Tx, of: { codesBefore: string; seenBefore: string; now: string }) =>
  rowsOf(
    tx,
    sql`
    with codes as (
      delete from people.resident_codes where made_at < ${of.codesBefore}
    ), visits as (
      delete from people.resident_sessions where expires_at < ${of.now}
    )
    delete from people.residents where last_seen_at < ${of.seenBefore}`,
  )
