import { sql } from 'kysely'
import type { Instant } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { rowsOf, type Tx } from '../kit/db.ts'

export type FileRow = {
  hash: string
  mediaType: string
  bytes: number
  width: number | null
  height: number | null
  seconds?: number
  uploadedAs: Actor['kind']
  createdAt: Instant
}

/** The same photo again starts its day anew, and holds the row against the job that removes. */
export const insertFile = (tx: Tx, file: FileRow) =>
  rowsOf(
    tx,
    sql`
    insert into files.files (hash, media_type, bytes, width, height, seconds, uploaded_as, created_at)
    values (${file.hash}, ${file.mediaType}, ${file.bytes}, ${file.width}, ${file.height}, ${file.seconds ?? null},
            ${file.uploadedAs}, ${file.createdAt})
    on conflict (hash) do update
       set created_at = case when files.claimed_at is null then excluded.created_at else files.created_at end`,
  )

/** Those of the hashes that exist as one of these types are now referred to; says which. */
export const claimFiles = (
  tx: Tx,
  hashes: readonly string[],
  types: readonly string[],
  now: Instant,
) => tx.prepared<{ hash: string }>('files.claim', claimText, [hashes, now, types])

const claimText = `
    update files.files
       set claimed_at = coalesce(claimed_at, greatest(created_at, $2::timestamptz))
     where hash = any($1)
       and media_type = any($3)
    returning hash`

/** Held while somebody asks who still shows them: whoever claims one now waits for the answer. */
export const lockFiles = (tx: Tx, hashes: readonly string[]) =>
  rowsOf(
    tx,
    sql<{ hash: string }>`
    select hash from files.files where hash = any(${hashes}::text[]) order by hash for update`,
  )

/** Those that nobody is putting down now; whoever wants to waits until their bytes are gone. The rows go before the end. */
export const holdRowless = (tx: Tx, hashes: readonly string[], now: Instant) =>
  rowsOf(
    tx,
    sql<{ hash: string }>`
    insert into files.files (hash, media_type, bytes, uploaded_as, created_at)
    select h, 'application/pdf', 1, 'job', ${now}::timestamptz
      from unnest(${hashes}::text[]) h
     order by h
        on conflict (hash) do nothing
 returning hash`,
  )

export const dropHeld = (tx: Tx, hashes: readonly string[]) =>
  rowsOf(tx, sql`delete from files.files where hash = any(${hashes}::text[])`)

/** As if never referred to; the hourly job takes the bytes away a day later. */
export const unclaimFiles = (tx: Tx, hashes: readonly string[], now: Instant) =>
  rowsOf(
    tx,
    sql<{ hash: string }>`
    update files.files set claimed_at = null, created_at = ${now} where hash = any(${hashes}::text[]) and claimed_at is not null
    returning hash`,
  )

export const findFiles = (tx: Tx, hashes: readonly string[]) =>
  rowsOf(
    tx,
    sql<{ hash: string; mediaType: string; bytes: number; seconds: number | null }>`
    select hash,
           media_type as "mediaType",
           bytes,
           seconds
      from files.files
     where hash = any(${hashes}::text[])
     limit 200`,
  )

/** Takes some unclaimed uploads away; rows that somebody is claiming right now are left alone. */
export const deleteUnclaimed = (tx: Tx, before: Instant) =>
  rowsOf(
    tx,
    sql<{ hash: string }>`
    delete from files.files
     where hash in (select hash
                      from files.files
                     where claimed_at is null
                       and created_at < ${before}
                     order by created_at
                     limit 100
                       for update skip locked)
    returning hash`,
  )
