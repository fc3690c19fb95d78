// API tokens as rows, in job scope.
import { sql } from 'kysely'
import type { TokenScope } from '#core/people/actor.ts'
import { type Tx, firstOf, rowsOf } from '#server/kit/db.ts'

export type NewToken = {
  id: string
  tokenHash: Buffer
  name: string
  scopes: readonly TokenScope[]
  areaId: number
  validFrom: string
  validTo: string | null
  by: string
  at: string
}

export const addToken = (tx: Tx, t: NewToken) =>
  rowsOf(
    tx,
    sql`
    insert into people.tokens (id, token_hash, name, scopes, area_id, valid_from, valid_to, created_by, created_at)
    values (${t.id}, ${t.tokenHash}, ${t.name}, ${[...t.scopes]}::text[], ${t.areaId}, ${t.validFrom}, ${t.validTo},
            ${t.by}, ${t.at})`,
  )

export const lockToken = (tx: Tx, id: string) =>
  firstOf<{ areaId: number }>(
    tx,
    sql`select t.area_id as "areaId" from people.tokens t where t.id = ${id} and t.revoked_at is null for update`,
  )

export const revokeToken = (tx: Tx, row: { id: string; by: string; at: string }) =>
  rowsOf(
    tx,
    sql`update people.tokens set revoked_by = ${row.by}, revoked_at = ${row.at} where id = ${row.id}`,
  )

export const listTokens = (
  tx: Tx,
  asked: { roots: readonly string[]; after: string; limit: number },
) =>
  rowsOf<{
    id: string
    name: string
    scopes: TokenScope[]
    areaCode: string
    validFrom: string
    validTo: string | null
    revokedAt: string | null
  }>(
    tx,
    sql`
    select t.id,
           t.name,
           t.scopes,
           t.area_code  as "areaCode",
           t.valid_from as "validFrom",
           t.valid_to   as "validTo",
           t.revoked_at as "revokedAt"
      from people.placed_tokens t
     where t.id::text > ${asked.after}
       and t.area_path ^@ any (${[...asked.roots]}::text[])
     order by t.id::text
     limit ${asked.limit}`,
  )

export const findTokens = (tx: Tx, ids: readonly string[]) =>
  rowsOf<{
    id: string
    name: string
    scopes: TokenScope[]
    areaPath: string
    timeZone: string
    validFrom: string
    validTo: string | null
    revokedAt: string | null
  }>(
    tx,
    sql`
    select t.id,
           t.name,
           t.scopes,
           t.area_path  as "areaPath",
           t.time_zone  as "timeZone",
           t.valid_from as "validFrom",
           t.valid_to   as "validTo",
           t.revoked_at as "revokedAt"
      from people.placed_tokens t
     where t.id = any (${[...ids]}::uuid[])
     limit 1000`,
  )
