// Figure 10: filed cases of which the same came up before, at the same place, within so many days.

import type { Tx } from '../kit/db.ts'
import { under, within } from './subtree.ts'

/** The question of one case (c), for whoever counts and whoever lists. */
export const cameBefore = (days: string) =>
  `cases.came_before(c.category, c.address, c.lon, c.lat, c.reported_at - ${days} * interval '24 hours', c.reported_at)`

type Span = { from: string; to: string }

/** By the month of the report; `month` null where the whole span is one. */
export const returnedIn = (
  tx: Tx,
  path: string,
  of: Span & { days: number; timeZone: string | null },
) =>
  tx.prepared<{ month: string | null; num: number; den: number }>(
    'cases.returnedIn',
    `select case when $6::text is null then null
                 else date_trunc('month', c.reported_at at time zone $6)::date::text end as month,
            count(*) filter (where ${cameBefore('$5::int')})::int                        as num,
            count(*)::int                                                               as den
       from cases.cases c
      where c.filed_at is not null
        and c.state not in ('VOID', 'MERGED')
        and c.reported_at >= $3
        and c.reported_at < $4
        and ${within('c.filed_path')}
      group by 1`,
    [...under(path), of.from, of.to, of.days, of.timeZone],
  )
