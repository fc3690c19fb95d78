// Identities at a provider as rows, in job scope.
import { sql } from 'kysely'
import { type Tx, firstOf, rowsOf } from '#server/kit/db.ts'

export const findIdentity = async (tx: Tx, issuer: string, subject: string) => {
  const row = await firstOf<{ personId: string }>(
    tx,
    sql`
    select i.person_id as "personId"
      from people.identities i
     where i.issuer  = ${issuer}
       and i.subject = ${subject}`,
  )
  return row?.personId ?? null
}

/** False where this identity opens another account, or this account has another identity. */
export const addIdentity = async (
  tx: Tx,
  row: { issuer: string; subject: string; personId: string; at: string },
): Promise<boolean> => {
  await rowsOf(
    tx,
    sql`
    insert into people.identities (issuer, subject, person_id, linked_at)
    values (${row.issuer}, ${row.subject}, ${row.personId}, ${row.at})
        on conflict do nothing`,
  )
  return (await findIdentity(tx, row.issuer, row.subject)) === row.personId
}

export const linkedAt = async (tx: Tx, personId: string) => {
  const row = await firstOf<{ at: string }>(
    tx,
    sql`select i.linked_at as at from people.identities i where i.person_id = ${personId} order by i.linked_at desc limit 1`,
  )
  return row?.at ?? null
}

export const removeIdentities = async (tx: Tx, personId: string): Promise<boolean> => {
  const gone = await rowsOf(
    tx,
    sql`delete from people.identities where person_id = ${personId} returning subject`,
  )
  return gone.length > 0
}
