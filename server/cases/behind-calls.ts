// The list behind figure 13: its items are units that were called, counted by the time they were called for.

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'

type Span = { from: string; to: string; now: string }

/** Calls (w) of a case (c) in the span: there, or past the time set; in time for the numerator. */
export const callsBehind = (span: Span, part: 'num' | 'den'): RawBuilder<unknown> => sql`
   from cases.whistle_calls w
  where w.community_id = c.community_id and w.case_id = c.id
    and w.meet_by >= ${span.from} and w.meet_by < ${span.to}
    and ${part === 'num' ? sql`w.arrived_at <= w.meet_by` : sql`(w.meet_by <= ${span.now} or w.arrived_at is not null)`}`

type CallRow = { number: string; areaId: number; unitId: number | null }

/** Which units of these cases are the items, in the order in which they were called. */
export async function readCalls(
  tx: Tx,
  of: { span: Span; part: 'num' | 'den' },
  numbers: string[],
): Promise<(number: string) => CallRow[]> {
  const rows = await rowsOf(
    tx,
    sql<CallRow>`
      select c.number,
             k.area_id::int as "areaId",
             k.unit_id::int as "unitId"
        from cases.cases c
        join lateral (select w.area_id, w.unit_id, w.whistle, w.place ${callsBehind(of.span, of.part)}) k on true
       where c.number = any (${numbers})
       order by c.number, k.whistle, k.place
       limit ${numbers.length * 100 + 1}`,
  )
  return (number) => rows.filter((row) => row.number === number)
}
