// Figure 13 from rows: how long called units took to come, and which calls are still ahead. Whistles are few: both go by
// the index on the time they were called for.

import type { Tx } from '../kit/db.ts'
import type { Times } from './figures.ts'
import { under, within } from './subtree.ts'

const ofArea = `
  from cases.whistle_calls w
  join cases.cases         c on c.community_id = w.community_id
                            and c.id = w.case_id
 where c.state not in ('VOID', 'MERGED')
   and ${within('c.filed_path')}`

/** Units called for a time to come that are not there yet: of now until each of some instants, in their order. */
export async function callsAhead(
  tx: Tx,
  path: string,
  at: { now: string; until: string[] },
): Promise<number[]> {
  const rows = await tx.prepared<{ n: number }>(
    'cases.callsAhead',
    `select (select count(*)::int ${ofArea} and w.arrived_at is null and w.meet_by > $3 and w.meet_by < bound.until) as n
       from unnest($4::timestamptz[]) with ordinality as bound (until, place)
      order by bound.place`,
    [...under(path), at.now, at.until],
  )
  return rows.map(({ n }) => n)
}

/** From the call to the arrival of units called for a time of the period, in whole minutes by nearest rank. */
export async function arrivalTimes(
  tx: Tx,
  path: string,
  span: { from: string; to: string },
): Promise<Times> {
  const [row] = await tx.prepared<Times>(
    'cases.arrivalTimes',
    `select count(*)::int                                             as n,
            percentile_disc(0.5) within group (order by t.m)::int     as median,
            percentile_disc(0.9) within group (order by t.m)::int     as p90
       from (select floor(extract(epoch from w.arrived_at - w.called_at) / 60) as m
             ${ofArea} and w.meet_by >= $3 and w.meet_by < $4 and w.arrived_at is not null) t`,
    [...under(path), span.from, span.to],
  )
  return row ?? { n: 0, median: null, p90: null }
}
