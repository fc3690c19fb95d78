// The facts of the cases room that the cockpit shows: counted buckets, and what only rows can tell (durations, the
// open overdue set, hand-overs). Every read is bounded by a path and a period and goes by index.

import { sql } from 'kysely'
import { tallyFacts } from '#core/cases/tallies.ts'
import type { TallyFact } from '#core/cases/tallies.ts'
import type { Tx } from '../kit/db.ts'

export type TallyRow = { bucket: string; areaId: number } & Record<TallyFact, number>
type Span = { from: string; to: string; grain: 'day' | 'month' }

const sums = tallyFacts.map((fact) => `sum(t."${fact}")::int as "${fact}"`).join(', ')
/** All paths that begin with $n: a range, which a btree in byte order answers. */
const within = (column: string, parameter: number) => `${column} like $${parameter}`

export const under = (path: string): string => `${path}%`

/** Sums per bucket over a subtree. */
export const tallyByBucket = (tx: Tx, path: string, span: Span) =>
  tx.prepared<TallyRow>(
    'cases.tallyByBucket',
    `select t.bucket::text as bucket, ${sums}
       from cases.tallies t
      where t.grain = $2
        and t.bucket >= $3::date
        and t.bucket < $4::date
        and ${within('t.path', 1)}
      group by t.bucket
      order by t.bucket`,
    [under(path), span.grain, span.from, span.to],
  )

/** Filed cases per leaf area over a subtree. */
export const filedByArea = (tx: Tx, path: string, span: Span) =>
  tx.prepared<{ areaId: number; filed: number }>(
    'cases.filedByArea',
    `select t.area_id as "areaId", sum(t.filed_p + t.filed_e + t.filed_c)::int as filed
       from cases.tallies t
      where t.grain = $2
        and t.bucket >= $3::date
        and t.bucket < $4::date
        and ${within('t.path', 1)}
      group by t.area_id`,
    [under(path), span.grain, span.from, span.to],
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
         select floor(extract(epoch from $2::timestamptz - min(k.due_at)) / 86400)::int as days
           from cases.clocks k
          where k.community_id = c.community_id
            and k.case_id = c.id
            and k.round = c.round
            and k.kind in ('HANDLE', 'WHOLE')
            and k.ended_at is null
            and k.due_at < $2
         having count(*) > 0
       ) late on c.filed_at is not null
      where ${openStates}
        and ${within('c.filed_path', 1)}
      limit 200000`,
    [under(path), now],
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
        and ${within('c.filed_path', 1)}
      group by c.category`,
    [under(path)],
  )

/** An undone round keeps its duty to answer the reporter, though its clock ended with it. */
const respondOfUndone = `
                select count(*)::int
                  from cases.rounds r
                  join cases.cases  c on c.community_id = r.community_id
                                     and c.id = r.case_id
                  join cases.clocks k on k.community_id = r.community_id
                                     and k.case_id = r.case_id
                                     and k.round = r.round
                                     and k.kind = 'RESPOND'
                 where r.closed_at > $2::timestamptz - interval '30 days'
                   and r.undone_at is not null
                   and r.responded_at is null
                   and k.due_at > $2
                   and k.due_at < $3
                   and c.state not in ('VOID', 'MERGED')
                   and ${within('c.filed_path', 1)}`

/** Duties of [from, to) that are neither fulfilled nor due yet. */
export const undecided = async (tx: Tx, path: string, at: { now: string; to: string }) =>
  (
    await tx.prepared<{
      handle: number
      whole: number
      respond: number
      extended: number
      reworked: number
    }>(
      'cases.undecided',
      `select count(*) filter (where k.kind = 'HANDLE' and r.handled_at is null)::int                            as handle,
              count(*) filter (where k.kind = 'WHOLE' and r.closed_at is null)::int                              as whole,
              count(*) filter (where k.kind = 'RESPOND' and r.responded_at is null)::int + (${respondOfUndone})  as respond,
              count(*) filter (where k.kind = 'HANDLE' and r.handled_at is null and r.extensions_granted > 0)::int as extended,
              count(*) filter (where k.kind = 'WHOLE' and r.closed_at is null and r.failed_checks > 0)::int        as reworked
         from cases.clocks k
         join cases.cases  c on c.community_id = k.community_id
                            and c.id = k.case_id
         join cases.rounds r on r.community_id = k.community_id
                            and r.case_id = k.case_id
                            and r.round = k.round
        where k.ended_at is null
          and k.kind in ('HANDLE', 'WHOLE', 'RESPOND')
          and k.due_at > $2
          and k.due_at < $3
          and c.state not in ('VOID', 'MERGED')
          and ${within('c.filed_path', 1)}`,
      [under(path), at.now, at.to],
    )
  )[0] ?? { handle: 0, whole: 0, respond: 0, extended: 0, reworked: 0 }

/** Median and 90th percentile by nearest rank, in whole minutes: each is a real case one can open. */
export const handlingTimes = async (tx: Tx, path: string, span: { from: string; to: string }) =>
  (
    await tx.prepared<{ n: number; median: number | null; p90: number | null }>(
      'cases.handlingTimes',
      `select count(*)::int                                        as n,
              percentile_disc(0.5) within group (order by m)::int  as median,
              percentile_disc(0.9) within group (order by m)::int  as p90
         from (select floor((extract(epoch from r.handled_at - r.first_dispatched_at) - r.stopped_seconds) / 60) as m
                 from cases.rounds r
                 join cases.cases  c on c.community_id = r.community_id
                                    and c.id = r.case_id
                where r.handled_at >= $2
                  and r.handled_at < $3
                  and r.undone_at is null
                  and not r.self_handled
                  and r.first_dispatched_at is not null
                  and c.state not in ('VOID', 'MERGED')
                  and ${within('c.filed_path', 1)}) times`,
      [under(path), span.from, span.to],
    )
  )[0] ?? { n: 0, median: null, p90: null }

/** Hand-overs up to the last closing in the period, and how many cases had one. */
export const handovers = async (tx: Tx, path: string, span: { from: string; to: string }) =>
  (
    await tx.prepared<{ num: number; den: number }>(
      'cases.handovers',
      `select coalesce(sum(last.n), 0)::int as num, count(*)::int as den
         from (select distinct on (r.community_id, r.case_id) r.handovers_at_close as n
                 from cases.rounds r
                 join cases.cases  c on c.community_id = r.community_id
                                    and c.id = r.case_id
                where r.closed_at >= $2
                  and r.closed_at < $3
                  and c.state not in ('VOID', 'MERGED')
                  and ${within('c.filed_path', 1)}
                order by r.community_id, r.case_id, r.closed_at desc) last`,
      [under(path), span.from, span.to],
    )
  )[0] ?? { num: 0, den: 0 }

/** A tally taken anew from the rows, for the test that compares, and for repair: see recount.ts. */
export const allTallies = (tx: Tx) =>
  sql<{ areaId: number; grain: string; bucket: string } & Record<TallyFact, number>>`
    select t.area_id as "areaId", t.grain, t.bucket::text as bucket, ${sql.raw(tallyFacts.map((f) => `t."${f}"`).join(', '))}
      from cases.tallies t
     limit 5000000`.execute(tx.k)
