// The facts of the cases room that the cockpit shows: counted buckets, and what only rows can tell (durations, the
// open overdue set, hand-overs). Every read is bounded by a path and a period and goes by index.

import { sql } from 'kysely'
import { tallyFacts } from '#core/cases/tallies.ts'
import type { TallyFact } from '#core/cases/tallies.ts'
import type { Tx } from '../kit/db.ts'
import { under, within } from './subtree.ts'

export type TallyRow = { bucket: string } & Record<TallyFact, number>
export type Span = { from: string; to: string; grain: 'day' | 'month' }

const sums = tallyFacts.map((fact) => `sum(t."${fact}")::int as "${fact}"`).join(', ')

/** A grid and a district differ a thousandfold: the way to an area's rows is chosen for this area, not once for all. */
export const planForArea = (tx: Tx) =>
  tx.client.query('set local plan_cache_mode = force_custom_plan')

/** Every bucket of spans by its name: an index on (grain, bucket, path) goes straight to an area's rows in each. */
const buckets = (from: string, to: string) => `array(
          select b::date
            from unnest(${from}::date[], ${to}::date[]) as span (since, until),
                 generate_series(span.since::timestamp, span.until::timestamp - interval '1 day',
                                 case $3 when 'day' then interval '1 day' else interval '1 month' end) b)`

/** Sums per bucket over a subtree, of one or several spans of one grain. A bucket in which nothing happened is absent. */
export const tallyByBucket = (tx: Tx, path: string, ...spans: [Span, ...Span[]]) =>
  tx.prepared<TallyRow>(
    'cases.tallyByBucket',
    `select t.bucket::text as bucket, ${sums}
       from cases.tallies t
      where t.grain = $3
        and t.bucket = any (${buckets('$4', '$5')})
        and ${within('t.path')}
      group by t.bucket
      order by t.bucket`,
    [...under(path), spans[0].grain, spans.map(({ from }) => from), spans.map(({ to }) => to)],
  )

/** Filed cases per leaf area over a subtree: in a span, and in one before it. */
export const filedByArea = (tx: Tx, path: string, span: Span, before: Span) =>
  tx.prepared<{ areaId: number; filed: number; filedBefore: number }>(
    'cases.filedByArea',
    `select t.area_id as "areaId",
            coalesce(sum(t.filed_p + t.filed_e + t.filed_c) filter (where t.bucket >= $4), 0)::int as filed,
            coalesce(sum(t.filed_p + t.filed_e + t.filed_c) filter (where t.bucket < $4), 0)::int  as "filedBefore"
       from cases.tallies t
      where t.grain = $3
        and t.bucket = any (${buckets('$5', '$6')})
        and ${within('t.path')}
      group by t.area_id`,
    [...under(path), span.grain, span.from, [before.from, span.from], [before.to, span.to]],
  )

const openStates = `c.state not in ('NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED')`

export type OpenRow = {
  areaId: number
  state: string
  category: string
  number: string
  placed: boolean
  /** Days since the earlier of HANDLE and WHOLE passed; null when neither has. */
  overdueDays: number | null
}

/** Every open case of a subtree with its age beyond its due: the snapshot 6, the map and the lanes. */
export const openCases = (tx: Tx, path: string, now: string) =>
  tx.prepared<OpenRow>(
    'cases.openCases',
    `select c.filed_area_id       as "areaId",
            c.state,
            c.category,
            c.number,
            c.grid_id is not null as placed,
            late.days             as "overdueDays"
       from cases.cases c
       left join lateral (
         select floor(extract(epoch from $3::timestamptz - min(k.due_at)) / 86400)::int as days
           from cases.clocks k
          where k.community_id = c.community_id
            and k.case_id = c.id
            and k.round = c.round
            and k.kind in ('HANDLE', 'WHOLE')
            and k.ended_at is null
            and k.due_at < $3
         having count(*) > 0
       ) late on c.filed_at is not null
      where ${openStates}
        and ${within('c.filed_path')}
      order by c.number
      limit 200000`,
    [...under(path), now],
  )

/** Closed and waiting for the reporter's word. */
export const waitingForWord = (tx: Tx, path: string) =>
  tx.prepared<{ category: string; n: number }>(
    'cases.waitingForWord',
    `select c.category, count(*)::int as n
       from cases.cases c
       join cases.clocks k on k.community_id = c.community_id
                          and k.case_id = c.id
                          and k.kind = 'CONFIRM'
                          and k.ended_at is null
      where c.state = 'CLOSED'
        and ${within('c.filed_path')}
      group by c.category`,
    under(path),
  )

/** A duty that is neither fulfilled nor due yet; an undone round keeps its duty to answer the reporter, though its clock ended with it. */
const openDuties = `
  select k.due_at,
         k.kind = 'HANDLE' and r.handled_at is null                               as handle,
         k.kind = 'WHOLE' and r.closed_at is null                                 as whole,
         k.kind = 'RESPOND' and r.responded_at is null                            as respond,
         k.kind = 'HANDLE' and r.handled_at is null and r.extensions_granted > 0  as extended,
         k.kind = 'WHOLE' and r.closed_at is null and r.failed_checks > 0         as reworked
    from cases.clocks k
    join cases.rounds r on r.community_id = k.community_id
                       and r.case_id = k.case_id
                       and r.round = k.round
   where k.ended_at is null
     and k.kind in ('HANDLE', 'WHOLE', 'RESPOND')
     and k.due_at > $3
     and k.due_at < (select max(until) from unnest($4::timestamptz[]) until)
     and ${within('r.counted_path')}
   union all
  select k.due_at, false, false, true, false, false
    from cases.rounds r
    join cases.clocks k on k.community_id = r.community_id
                       and k.case_id = r.case_id
                       and k.round = r.round
                       and k.kind = 'RESPOND'
   where r.closed_at > $3::timestamptz - interval '30 days'
     and r.undone_at is not null
     and r.responded_at is null
     and k.due_at > $3
     and ${within('r.counted_path')}`

type Undecided = {
  handle: number
  whole: number
  respond: number
  extended: number
  reworked: number
}

/** Duties of now until each of some instants, in their order. */
export const undecided = (tx: Tx, path: string, at: { now: string; until: string[] }) =>
  tx.prepared<Undecided>(
    'cases.undecided',
    `select count(*) filter (where d.handle)::int   as handle,
            count(*) filter (where d.whole)::int    as whole,
            count(*) filter (where d.respond)::int  as respond,
            count(*) filter (where d.extended)::int as extended,
            count(*) filter (where d.reworked)::int as reworked
       from unnest($4::timestamptz[]) with ordinality as bound (until, place)
       left join (${openDuties}) d on d.due_at < bound.until
      group by bound.place
      order by bound.place`,
    [...under(path), at.now, at.until],
  )

type Bounds = { from: string; to: string }
export type Times = { n: number; median: number | null; p90: number | null }

const timesOf = (which: string) => `
       json_build_object(
         'n', count(*) filter (where ${which}),
         'median', percentile_disc(0.5) within group (order by r.handled_minutes) filter (where ${which}),
         'p90', percentile_disc(0.9) within group (order by r.handled_minutes) filter (where ${which}))`

/** Median and 90th percentile by nearest rank, in whole minutes, of a period and one before it: each is a real case one can open. */
export async function handlingTimes(tx: Tx, path: string, span: Bounds, before: Bounds) {
  const [row] = await tx.prepared<{ span: Times; before: Times }>(
    'cases.handlingTimes',
    `select ${timesOf('r.handled_at >= $3')} as span, ${timesOf('r.handled_at < $3')} as before
       from cases.rounds r
      where r.handled_minutes is not null
        and (r.handled_at >= $3 and r.handled_at < $4 or r.handled_at >= $5 and r.handled_at < $6)
        and ${within('r.counted_path')}`,
    [...under(path), span.from, span.to, before.from, before.to],
  )
  const none = { n: 0, median: null, p90: null }
  return row ?? { span: none, before: none }
}

/** Hand-overs up to the last closing in the period, and how many cases had one. Only a closing that was undone has a later one. */
export const handovers = async (tx: Tx, path: string, span: Bounds) =>
  (
    await tx.prepared<{ num: number; den: number }>(
      'cases.handovers',
      `select coalesce(sum(r.handovers_at_close), 0)::int as num, count(*)::int as den
         from cases.rounds r
        where r.closed_at >= $3
          and r.closed_at < $4
          and ${within('r.counted_path')}
          and (r.undone_at is null
               or not exists (select
                                from cases.rounds later
                               where later.community_id = r.community_id
                                 and later.case_id = r.case_id
                                 and later.round > r.round
                                 and later.closed_at >= $3
                                 and later.closed_at < $4))`,
      [...under(path), span.from, span.to],
    )
  )[0] ?? { num: 0, den: 0 }

/** A tally taken anew from the rows, for the test that compares, and for repair: see recount.ts. */
export const allTallies = (tx: Tx) =>
  sql<{ areaId: number; grain: string; bucket: string } & Record<TallyFact, number>>`
    select t.area_id as "areaId", t.grain, t.bucket::text as bucket, ${sql.raw(tallyFacts.map((f) => `t."${f}"`).join(', '))}
      from cases.tallies t
     limit 5000000`.execute(tx.k)
