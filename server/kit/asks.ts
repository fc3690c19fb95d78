// Counts how often something is asked for, in the database, so that two processes and a restart count as one. The key is
// a digest: whose number or address it is stands nowhere.
import { sql } from 'kysely'
import { type Limit, longest, mostOf, waitSeconds } from '#core/kit/asks.ts'
import { addDays, addSeconds } from '#core/kit/time.ts'
import { type Db, type Tx, inScope, rowsOf } from './db.ts'
import type { FieldKeys } from './seal-fields.ts'

export type Ask = { kind: string; of: string; limits: readonly Limit[] }
type Asking = { keys: FieldKeys; now: () => string; config: { limitScale: number } }

/** Counts this one if it may be; else the seconds to wait. In job scope; those for one key queue up. */
export async function askOnce(app: Asking, tx: Tx, { kind, of, limits }: Ask): Promise<number> {
  const key = app.keys.blindIndex('secret', `ask ${kind} ${of}`)
  const now = app.now()
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.k)
  const scaled = limits.map((limit) => ({ ...limit, most: limit.most * app.config.limitScale }))
  const rows = await rowsOf<{ at: string }>(
    tx,
    sql`
    select a.at
      from kit.asks a
     where a.kind = ${kind}
       and a.key = ${key}
       and a.at > ${addSeconds(now, -longest(scaled))}
     order by a.at desc
     limit ${mostOf(scaled)}`,
  )
  const wait = waitSeconds(
    rows.map(({ at }) => at),
    scaled,
    now,
  )
  if (wait === 0)
    await sql`insert into kit.asks (kind, key, at) values (${kind}, ${key}, ${now})`.execute(tx.k)
  return wait
}

export const forgetAsks = (app: { db: Db; now: () => string }) =>
  inScope(app.db, { kind: 'job' }, (tx) =>
    rowsOf(tx, sql`delete from kit.asks where at < ${addDays(app.now(), -1)}`),
  )
