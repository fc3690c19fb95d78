// The layer figures from rows (loop.md 7.2; what they mean is told in core/cases/layer-figures.ts): counts of legs by who
// received them, and the overdue rounds with everything that tells in whose hands they were.

import { heldByLeg } from '#core/cases/holding.ts'
import { missedAt } from '#core/cases/layer-figures.ts'
import type { LateRound } from '#core/cases/layer-figures.ts'
import { toMs } from '#core/kit/time.ts'
import { calendarAt } from '../places/index-of-places.ts'
import type { App } from '../app.ts'
import type { Tx } from '../kit/db.ts'
import { clockFromRow, legOf } from './rows.ts'
import type { Row } from './rows.ts'

export type LegCounts = {
  areaId: number
  unitId: number | null
  received: number
  returned: number
  signDue: number
  signed: number
  handedIn: number
  refused: number
  confirmedOnward: number
  minutes: number[]
}
export type LayerSpan = { from: string; to: string; now: string }

/** A moment in the span. */
export const inSpan = (column: string) =>
  `${column} >= $2::timestamptz and ${column} < $3::timestamptz`

/**
 * Legs of these receivers that lived in the span ($2 to $3), of cases that count. Whatever happens to a leg happens while
 * it is open; only the time to sign for it may run out later, by some days: hence the two months before.
 */
export const legsFrom = `
  from cases.legs  l
  join cases.cases c on c.community_id = l.community_id
                    and c.id = l.case_id`
export const livingLegs = `
 where l.kind = 'lead'
   and l.receiver_area_id = any ($1::bigint[])
   and (l.ended_at is null or l.ended_at >= $2::timestamptz - interval '62 days')
   and l.dispatched_at < $3::timestamptz
   and c.state not in ('VOID', 'MERGED')`

const countsText = `
with living as (
  select l.* ${legsFrom} ${livingLegs}
)
select l.receiver_area_id::int                                                   as "areaId",
       l.receiver_unit_id::int                                                   as "unitId",
       count(*) filter (where ${inSpan('l.dispatched_at')})::int                 as received,
       count(*) filter (where l.how_ended = 'returned' and ${inSpan('l.ended_at')})::int as returned,
       coalesce(sum(s.due), 0)::int                                              as "signDue",
       coalesce(sum(s.signed), 0)::int                                           as signed,
       coalesce(sum(r.handed_in), 0)::int                                        as "handedIn",
       coalesce(sum(r.refused), 0)::int                                          as refused,
       coalesce(sum(r.onward), 0)::int                                           as "confirmedOnward",
       coalesce(json_agg(r.minutes) filter (where r.onward > 0), '[]')           as minutes
  from living l
  left join lateral (
    select count(*) filter (where k.ended_at is not null or k.due_at <= $4) as due,
           count(*) filter (where k.ended_at <= k.due_at)                   as signed
      from cases.clocks k
     where k.community_id = l.community_id
       and k.case_id = l.case_id
       and k.kind = 'SIGN'
       and k.leg = l.serial
       and ${inSpan('k.due_at')}
  ) s on true
  left join lateral (
    select count(*) filter (where ${inSpan('x.at')})                              as handed_in,
           count(*) filter (where ${inSpan('x."refusedAt"')})                     as refused,
           count(*) filter (where x.since is not null and ${inSpan('x.at')})      as onward,
           json_agg(floor(extract(epoch from x.at - x.since) / 60)::int)
             filter (where x.since is not null and ${inSpan('x.at')})             as minutes
      from jsonb_to_recordset(l.results) as x (at timestamptz, since timestamptz, "refusedAt" timestamptz)
  ) r on true
 group by l.receiver_area_id, l.receiver_unit_id
 order by l.receiver_area_id, l.receiver_unit_id nulls first`

/** One row a receiver that has any. */
export async function legCounts(tx: Tx, areaIds: number[], span: LayerSpan): Promise<LegCounts[]> {
  const values = [areaIds, span.from, span.to, span.now]
  const rows = await tx.prepared<Omit<LegCounts, 'minutes'> & { minutes: number[][] }>(
    'cases.legCounts',
    countsText,
    values,
  )
  return rows.map((row) => ({ ...row, minutes: row.minutes.flat() }))
}

type LateRow = { number: string; path: string; round: number; legs: Row[]; clocks: Row[] }

const roundsMax = 5000

/** Rounds with a promise missed in the span: ended late, or open past its due. Whose they were is asked afterwards. */
const lateText = `
with late as (
  select k.community_id, k.case_id, k.round, max(k.due_at) as due_at
    from cases.clocks k
   where k.kind in ('HANDLE', 'WHOLE')
     and (k.overdue_at is not null or (k.ended_at is null and k.due_at < $4))
     and ${inSpan('k.due_at')}
   group by k.community_id, k.case_id, k.round
)
select c.number,
       c.filed_path as path,
       d.round,
       (select json_agg(to_jsonb(l) order by l.serial)
          from cases.legs l
         where l.community_id = d.community_id
           and l.case_id = d.case_id
           and l.round = d.round
           and l.kind = 'lead')       as legs,
       (select json_agg(to_jsonb(k) order by k.serial)
          from cases.clocks k
         where k.community_id = d.community_id
           and k.case_id = d.case_id
           and k.round = d.round
           and k.kind in ('HANDLE', 'WHOLE')) as clocks
  from late d
  join cases.cases c on c.community_id = d.community_id
                    and c.id = d.case_id
 where c.state not in ('VOID', 'MERGED')
   and exists (select
                 from cases.legs l
                where l.community_id = d.community_id
                  and l.case_id = d.case_id
                  and l.round = d.round
                  and l.kind = 'lead'
                  and l.receiver_area_id = any ($1::bigint[]))
 order by d.due_at desc, c.number
 limit ${roundsMax}`

export type LateOne = LateRound & { number: string; round: number; missedAt: string }

/** The overdue rounds these receivers had in hand, each with the seconds of every layer. */
export async function lateRounds(
  app: App,
  tx: Tx,
  areaIds: number[],
  span: LayerSpan,
): Promise<LateOne[]> {
  const values = [areaIds, span.from, span.to, span.now]
  const rows = await tx.prepared<LateRow>('cases.lateRounds', lateText, values)
  return rows.flatMap((row) => {
    const clocks = row.clocks.map(clockFromRow)
    const legs = row.legs.map(legOf)
    const whole = clocks.find(({ kind }) => kind === 'WHOLE')
    // The earliest promise is what places it: one missed before the span belongs there.
    const missed = missedAt(clocks, row.round, span.now)
    if (whole === undefined || missed === null || !isWithin(missed, span)) return []
    const held = heldByLeg(legs, whole, calendarAt(app, row.path, span.now), span.now)
    const receiverOf = (leg: number) => legs.find(({ serial }) => serial === leg)?.receiver ?? null
    return [{ number: row.number, round: row.round, missedAt: missed, held, receiverOf }]
  })
}

const isWithin = (at: string, { from, to }: LayerSpan): boolean =>
  toMs(from) <= toMs(at) && toMs(at) < toMs(to)
