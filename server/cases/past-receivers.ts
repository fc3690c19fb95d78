// Who settled the like before: for each receiver, how many cases of the category in this street it finished last year.

import { sql } from 'kysely'
import type { Receiver } from '#core/cases/case.ts'
import type { Tx } from '../kit/db.ts'
import { rowsOf } from '../kit/db.ts'

export type Past = Receiver & { count: number }
export type Settled = { by: Past[]; of: number }

export async function settledBefore(
  tx: Tx,
  like: { category: string; path: string; now: string },
): Promise<Settled> {
  const rows = await rowsOf(
    tx,
    sql<Past>`
      select l.receiver_area_id as "areaId",
             l.receiver_unit_id as "unitId",
             count(*)::int      as count
        from cases.cases c
        join cases.legs l on l.community_id = c.community_id
                         and l.case_id = c.id
       where c.filed_path like ${`${like.path}%`}
         and c.category = ${like.category}
         and c.reported_at >= ${like.now}::timestamptz - interval '1 year'
         and l.kind = 'lead'
         and l.how_ended = 'passed'
         and not exists (
           select from cases.legs k
            where k.community_id = l.community_id
              and k.case_id = l.case_id
              and k.parent = l.serial)
       group by 1, 2
       order by 3 desc
       limit 60`,
  )
  return { by: rows, of: rows.reduce((sum, row) => sum + row.count, 0) }
}
