// Twelve months of what only rows can tell: the median time to handle, and how often closed cases changed hands. Months
// of hand-overs count each closing; a case closed twice in a month is counted once a closing there.

import type { Tx } from '../kit/db.ts'
import { under, within } from './subtree.ts'

export type MonthRow = {
  month: string
  n: number
  median: number | null
  closed: number
  hands: number
}

export const monthlyMedians = (
  tx: Tx,
  path: string,
  of: { from: string; to: string; timeZone: string },
) =>
  tx.prepared<MonthRow>(
    'cases.monthlyMedians',
    `with handled as (
       select date_trunc('month', r.handled_at at time zone $5)::date                  as month,
              count(*)::int                                                           as n,
              percentile_disc(0.5) within group (order by r.handled_minutes)::int     as median
         from cases.rounds r
        where r.handled_minutes is not null
          and r.handled_at >= $3
          and r.handled_at < $4
          and ${within('r.counted_path')}
        group by 1),
     closed as (
       select date_trunc('month', r.closed_at at time zone $5)::date   as month,
              count(*)::int                                           as closed,
              coalesce(sum(r.handovers_at_close), 0)::int             as hands
         from cases.rounds r
        where r.closed_at >= $3
          and r.closed_at < $4
          and r.undone_at is null
          and ${within('r.counted_path')}
        group by 1)
     select coalesce(h.month, k.month)::text  as month,
            coalesce(h.n, 0)                  as n,
            h.median,
            coalesce(k.closed, 0)             as closed,
            coalesce(k.hands, 0)              as hands
       from handled h
       full join closed k on k.month = h.month`,
    [...under(path), of.from, of.to, of.timeZone],
  )
