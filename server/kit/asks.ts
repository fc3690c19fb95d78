// Counts how often something is asked for, in the database, so that two processes and a restart count as one. The key is
// a digest: whose number or address it is stands nowhere.
import { sql } from 'kysely'
import { type Limit, longest, mostOf, waitSeconds } from '#core/kit/asks.ts'
import { addDays, addSeconds } from '#core/kit/time.ts'
import { type Db, type Tx, inScope, rowsOf } from './db.ts'
import type { FieldKeys } from './seal-fields.ts'

export type Ask = { kind: string; of: string; limits: readonly Limit[] }
type Asking = { keys: FieldKeys; now: () => string; config: { limitScale: number } }

const keyOf = (app: Asking, { kind, of }: Ask): string =>
  app.keys.blindIndex('secret', `ask ${kind} ${of}`)

/** Seconds to wait, as it stands; whoever asks next for the same key waits until this transaction is done. */
async function waitFor(app: Asking, tx: Tx, ask: Ask): Promise<number> {
  const key = keyOf(app, ask)
  const now = app.now()
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.k)
  const scaled = ask.limits.map((limit) => ({
    ...limit,
    most: limit.most * app.config.limitScale,
  }))
  const rows = await rowsOf<{ at: string }>(
    tx,
    sql`
    select a.at
      from kit.asks a
     where a.kind = ${ask.kind}
       and a.key = ${key}
       and a.at > ${addSeconds(now, -longest(scaled))}
     order by a.at desc
     limit ${mostOf(scaled)}`,
  )
  return waitSeconds(
    rows.map(({ at }) => at),
    scaled,
    now,
  )
}

const count = (app: Asking, tx: Tx, ask: Ask) =>
  sql`insert into kit.asks (kind, key, at) values (${ask.kind}, ${keyOf(app, ask)}, ${app.now()})`.execute(
    tx.k,
  )

/** Counts this one if it may be; else the seconds to wait. In job scope; those for one key queue up. */
export async function askOnce(app: Asking, tx: Tx, ask: Ask): Promise<number> {
  const wait = await waitFor(app, tx, ask)
  if (wait === 0) await count(app, tx, ask)
  return wait
}

/** Whether so many guesses went wrong that no more are heard, right or wrong; several keys in one order of asking. */
export async function triedEnough(app: Asking, tx: Tx, asks: readonly Ask[]): Promise<boolean> {
  for (const ask of asks) if ((await waitFor(app, tx, ask)) > 0) return true
  return false
}

export async function countWrong(app: Asking, tx: Tx, asks: readonly Ask[]): Promise<void> {
  for (const ask of asks) await count(app, tx, ask)
}

export const forgetAsks = (app: { db: Db; now: () => string }) =>
  inScope(app.db, { kind: 'job' }, (tx) =>
    rowsOf(tx, sql`delete from kit.asks where at < ${addDays(app.now(), -1)}`),
  )
