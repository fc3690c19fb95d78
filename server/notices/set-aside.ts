// What could not be told yet: entries of the journal whose reaction failed. They wait here with their error and are
// tried again, ever more seldom, while everything behind them goes on.

import { sql } from 'kysely'
import { addMs } from '#core/kit/time.ts'
import type { Db, Tx } from '../kit/db.ts'
import { firstOf, inScope, rowsOf } from '../kit/db.ts'

export type Failed = {
  position: string
  communityId: number
  number: string
  version: number
  move: string
}
export type Waiting = { position: string; tries: number }

const minute = 60_000
/** After the first try, the second and so on; from then on once a day, until it succeeds. */
const pauses = [1, 5, 30, 120, 720]
const pauseMs = (tries: number): number => (pauses[tries - 1] ?? 1440) * minute

/** The entry is kept for later; one that fails again keeps its newest error. */
export async function setAside(
  tx: Tx,
  failed: Failed,
  { error, tries, now }: { error: unknown; tries: number; now: string },
): Promise<void> {
  const said = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  await sql`
    insert into notices.set_aside (position, community_id, case_number, version, move, error, tries, first_at, next_try_at)
    values (${failed.position}, ${failed.communityId}, ${failed.number}, ${failed.version}, ${failed.move}, ${said},
            ${tries}, ${now}, ${addMs(now, pauseMs(tries))})
        on conflict (position) do update
       set error = excluded.error,
           tries = excluded.tries,
           next_try_at = excluded.next_try_at`.execute(tx.k)
}

/** The next one whose hour has come, locked; another process takes another. */
export const lockNextAside = (tx: Tx, now: string): Promise<Waiting | null> =>
  firstOf<Waiting>(
    tx,
    sql`
      select s.position,
             s.tries
        from notices.set_aside s
       where s.settled_at is null
         and s.next_try_at <= ${now}
       order by s.next_try_at, s.position
       limit 1
         for update skip locked`,
  )

export async function settleAside(tx: Tx, position: string, now: string): Promise<void> {
  await sql`update notices.set_aside set settled_at = ${now} where position = ${position}`.execute(
    tx.k,
  )
}

export type Backlog = { count: number; oldestAt: string | null; lastError: string | null }

/** How many wait, since when, and the error met last: for the doctor and the metrics. */
export function setAsideBacklog(db: Db): Promise<Backlog> {
  return inScope(db, { kind: 'job' }, async (tx) => {
    const [row] = await rowsOf<Backlog>(
      tx,
      sql`
        select count(*)::int     as count,
               min(s.first_at)   as "oldestAt",
               (array_agg(s.error order by s.next_try_at desc))[1] as "lastError"
          from notices.set_aside s
         where s.settled_at is null`,
    )
    return row ?? { count: 0, oldestAt: null, lastError: null }
  })
}
