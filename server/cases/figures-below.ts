// What the public figures of a whole tree are made of, read at once: sums of every place where something was filed. Reckoning
// what may be said of one area takes those of all areas beside, above and below it.

import { sql } from 'kysely'
import type { Tx } from '../kit/db.ts'
import { rowsOf } from '../kit/db.ts'
import { type TallyFact, tallyFacts } from '#core/cases/tallies.ts'
import type { Span } from './figures.ts'
import { isUnder } from './subtree.ts'

export type PlaceFacts = { areaId: number; before: boolean } & Record<TallyFact, number>

const sums = sql.raw(tallyFacts.map((fact) => `sum(t."${fact}")::int as "${fact}"`).join(', '))

/** Sums of two spans side by side that follow one another, by place. */
export const factsByPlace = (tx: Tx, path: string, span: Span, before: Span) =>
  rowsOf<PlaceFacts>(
    tx,
    sql`
    select t.area_id as "areaId", t.bucket < ${span.from} as before, ${sums}
      from cases.tallies t
     where t.grain = ${span.grain}
       and t.bucket >= ${before.from}
       and t.bucket < ${span.to}
       and ${isUnder('t.path', path)}
     group by 1, 2`,
  )

/** Reports by place and month. */
export const reportsByPlace = (tx: Tx, path: string, { from, to }: Span) =>
  rowsOf<{ areaId: number; month: string; reported: number }>(
    tx,
    sql`
    select t.area_id as "areaId", t.bucket::text as month,
           sum(${sql.raw(reportedFacts.map((fact) => `t."${fact}"`).join(' + '))})::int as reported
      from cases.tallies t
     where t.grain = 'month'
       and t.bucket >= ${from}
       and t.bucket < ${to}
       and ${isUnder('t.path', path)}
     group by 1, 2`,
  )

const reportedFacts = tallyFacts.filter((fact) => fact.startsWith('reported_'))

type Bounds = { from: string; to: string }

/** Rounds handled, and cases that had a closing, by the path they count at. */
export const roundsByPlace = (tx: Tx, path: string, { from, to }: Bounds) =>
  rowsOf<{ path: string; handled: number; handed: number }>(
    tx,
    sql`
    select r.counted_path as path,
           (count(*) filter (where r.handled_minutes is not null
                               and r.handled_at >= ${from}
                               and r.handled_at < ${to}))::int as handled,
           (count(*) filter (where r.closed_at >= ${from}
                               and r.closed_at < ${to}
                               and (r.undone_at is null
                                    or not exists (select
                                                     from cases.rounds later
                                                    where later.community_id = r.community_id
                                                      and later.case_id = r.case_id
                                                      and later.round > r.round
                                                      and later.closed_at >= ${from}
                                                      and later.closed_at < ${to}))))::int as handed
      from cases.rounds r
     where (r.handled_at >= ${from} and r.handled_at < ${to}
            or r.closed_at >= ${from} and r.closed_at < ${to})
       and ${isUnder('r.counted_path', path)}
     group by 1`,
  )

/** Reports of a period that were merged or turned out void, by place. */
export const setAsideByPlace = (tx: Tx, path: string, { from, to }: Bounds) =>
  rowsOf<{ path: string; merged: number; void: number }>(
    tx,
    sql`
    select c.filed_path as path,
           (count(*) filter (where c.state = 'MERGED'))::int as merged,
           (count(*) filter (where c.state = 'VOID'))::int   as void
      from cases.cases c
     where c.reported_at >= ${from}
       and c.reported_at < ${to}
       and c.state in ('MERGED', 'VOID')
       and ${isUnder('c.filed_path', path)}
     group by 1`,
  )
