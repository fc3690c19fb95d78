// What the daily brief asks of the cases beside the cockpit: a day by category, and the appeals against lateness that stand
// open or were filed or decided that day. By code, never by how much.
import { sql } from 'kysely'
import type { Appeal } from '#core/cases/appeal.ts'
import type { CaseRow } from '#core/cases/contract.ts'
import type { App } from '../app.ts'
import { type Tx, rowsOf } from '../kit/db.ts'
import { listCaseRows, rowView } from './lists.ts'

type Of = { path: string; from: string; to: string; now: string }

export type ByCategory = { code: string; filed: number; open: number; overdue: number }

const isOpen = sql`c.state not in ('NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED')`

/** The same facts as the figures 1 and 6 and the open set, told by category. */
export const countByCategory = (tx: Tx, of: Of): Promise<ByCategory[]> =>
  rowsOf<ByCategory>(
    tx,
    sql`
    with counted as (
      select c.category,
             c.filed_at >= ${of.from} and c.filed_at < ${of.to} as filed,
             ${isOpen}                                          as open,
             ${isOpen} and c.filed_at is not null and exists (
               select from cases.clocks k
                where k.community_id = c.community_id
                  and k.case_id = c.id
                  and k.round = c.round
                  and k.kind in ('HANDLE', 'WHOLE')
                  and k.ended_at is null
                  and k.due_at < ${of.now})                     as overdue
        from cases.cases c
       where c.filed_path ^@ ${of.path}
         and c.state not in ('VOID', 'MERGED')
         and (${isOpen} or (c.filed_at >= ${of.from} and c.filed_at < ${of.to}))
    )
    select n.category                                    as code,
           count(*) filter (where coalesce(n.filed, false))::int as filed,
           count(*) filter (where n.open)::int           as open,
           count(*) filter (where n.overdue)::int        as overdue
      from counted n
     group by n.category
     order by n.category
     limit 300`,
  )

export type AppealRow = CaseRow & { reason: string; excused: boolean | null }

/** In the reader's own scope: a reason is read by whoever reads the case. */
export async function listAppealsOf(app: App, tx: Tx, of: Of, limit: number): Promise<AppealRow[]> {
  const within = (key: string) =>
    sql`((c.appeal ->> ${key})::timestamptz >= ${of.from} and (c.appeal ->> ${key})::timestamptz < ${of.to})`
  const rows = await listCaseRows(
    tx,
    [
      sql`c.filed_path ^@ ${of.path}`,
      sql`c.appeal is not null`,
      sql`(c.appeal ->> 'excused' is null or ${within('at')} or ${within('decidedAt')})`,
    ],
    { after: '', limit, now: of.now },
  )
  return rows.map((row) => {
    const appeal = row.c['appeal'] as Appeal
    return { ...rowView(app, row, of.now), reason: appeal.reason, excused: appeal.excused }
  })
}
