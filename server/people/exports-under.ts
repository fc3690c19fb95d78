// How many lists were taken out of an area: a number. Who took them is read by the audit administrator alone.

import { sql } from 'kysely'
import { type Tx, firstOf } from '../kit/db.ts'

/** Read as a job. */
export async function exportsUnder(
  tx: Tx,
  areaPath: string,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const row = await firstOf<{ n: number }>(
    tx,
    sql`
    select count(*)::int as n
      from people.exports e
      join places.areas   a on a.id = e.area_id
     where a.path ^@ ${areaPath}
       and e.at >= ${from}
       and e.at < ${to}`,
  )
  return row?.n ?? 0
}
