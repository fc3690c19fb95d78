// What the authors of changes are called, for rooms that keep only their ids.
import { sql } from 'kysely'
import { type Tx, rowsOf } from '#server/kit/db.ts'

/** In job scope: whoever asks has read the row that names the author. */
export async function namesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`
    select p.id,
           p.name
      from people.people p
     where p.id = any (${[...new Set(ids)]}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
