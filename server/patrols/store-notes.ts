// Notes of walks as rows. The policies leave each author only their own.
import { sql } from 'kysely'
import type { NoteKind } from '#core/patrols/note.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type NoteRow = {
  communityId: number
  id: string
  personId: string
  kind: NoteKind
  sealedNote: string
  areaId: number
  photos: string[]
  recordings: string[]
  notedOn: string
  expiresOn: string
  caseNumber: string | null
}

const columns = sql`
           n.community_id     as "communityId",
           n.id,
           n.person_id        as "personId",
           n.kind,
           n.sealed_note      as "sealedNote",
           n.area_id          as "areaId",
           n.photos,
           n.recordings,
           n.noted_on::text   as "notedOn",
           n.expires_on::text as "expiresOn",
           n.case_number      as "caseNumber"`

type Own = { personId: string; skip: number; limit: number }

export const listOwn = (tx: Tx, { personId, skip, limit }: Own) =>
  rowsOf<NoteRow>(
    tx,
    sql`
    select ${columns}
      from patrols.notes n
     where n.person_id = ${personId}
     order by n.noted_on desc, n.id
    offset ${skip}
     limit ${limit}`,
  )

/** Held against a second tap. */
export const lockNote = (tx: Tx, personId: string, id: string) =>
  firstOf<NoteRow>(
    tx,
    sql`
    select ${columns}
      from patrols.notes n
     where n.person_id = ${personId}
       and n.id = ${id}
       for update`,
  )

export const addNote = (tx: Tx, n: NoteRow) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    insert into patrols.notes (community_id, id, person_id, kind, sealed_note, area_id, photos, recordings,
                               noted_on, expires_on)
    values (${n.communityId}, ${n.id}, ${n.personId}, ${n.kind}, ${n.sealedNote}, ${n.areaId},
            ${n.photos}::text[], ${n.recordings}::text[], ${n.notedOn}, ${n.expiresOn})
        on conflict do nothing
    returning id`,
  )

/** Its words and pictures are the case's from now on. */
export const markFiled = (
  tx: Tx,
  n: Pick<NoteRow, 'communityId' | 'id' | 'sealedNote' | 'recordings' | 'caseNumber'>,
) =>
  rowsOf(
    tx,
    sql`
    update patrols.notes
       set case_number = ${n.caseNumber},
           sealed_note = ${n.sealedNote},
           photos      = '{}',
           recordings  = ${n.recordings}::text[]
     where community_id = ${n.communityId}
       and id = ${n.id}`,
  )

export const deleteNote = (tx: Tx, { communityId, id }: Pick<NoteRow, 'communityId' | 'id'>) =>
  rowsOf(tx, sql`delete from patrols.notes where community_id = ${communityId} and id = ${id}`)

export const deleteExpired = (tx: Tx, today: string) =>
  rowsOf<{ files: string[] }>(
    tx,
    sql`
    delete from patrols.notes n
     where (n.community_id, n.id) in (select e.community_id, e.id
                                        from patrols.notes e
                                       where e.expires_on < ${today}
                                       order by e.expires_on
                                       limit 200)
    returning n.photos || n.recordings as files`,
  )

/** Those of these files that hang on a note. */
export const filesAmong = (tx: Tx, hashes: readonly string[]) =>
  rowsOf<{ hash: string }>(
    tx,
    sql`
    select h as hash
      from unnest(${hashes}::text[]) h
     where exists (select from patrols.notes n where h = any(n.photos || n.recordings))`,
  )
