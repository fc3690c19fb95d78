// Where a list of orders goes on. A cursor that nobody here wrote begins at the beginning.
import { type RawBuilder, sql } from 'kysely'
import { isUuid } from '#core/kit/ids.ts'

/** As `keyOf` writes it, of a day that there is. */
function isMade(instant: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(instant)) return false
  const read = new Date(`${instant.slice(0, 23)}Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 23) === instant.slice(0, 23)
}

/** Cursors of lists by time: an instant and the id that breaks a tie. */
export function before(after: string | null, at: RawBuilder<unknown>, id: RawBuilder<unknown>) {
  const [instant = '', uuid = ''] = (after ?? '').split('~')
  const isCursor = isMade(instant) && isUuid(uuid)
  return isCursor ? sql`(${at}, ${id}) < (${instant}::timestamptz, ${uuid}::uuid)` : sql`true`
}
export const keyOf = (at: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || ${id}`

// What still owes an answer comes first, the soonest due on top and what has no deadline below; then what is settled, the
// newest on top. One row of three values says it, so that one comparison goes on after it.
const due = sql`(o.status not in ('waiting', 'handling'))::int,
       case when o.status in ('waiting', 'handling')
            then coalesce(extract(epoch from o.answer_by), 'Infinity'::numeric)
            else -extract(epoch from o.taken_in_at)
       end,
       o.id`

export const dueOrder = due
export const dueKey = sql`concat_ws('~', ${due})`

export function afterDue(after: string | null) {
  const [settled = '', rank = '', uuid = ''] = (after ?? '').split('~')
  const isCursor =
    /^[01]$/.test(settled) && /^(-?\d{1,12}\.\d{6}|Infinity)$/.test(rank) && isUuid(uuid)
  return isCursor ? sql`(${due}) > (${settled}::int, ${rank}::numeric, ${uuid}::uuid)` : sql`true`
}
