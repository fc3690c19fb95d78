// How this room follows the journal: batch by batch below the oldest transaction still running, each batch told in the
// transaction that moves the follower's position on. One process at a time follows for one kind of listener.
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { type Happening, latestPosition, readFrom } from '../cases/feed.ts'
import { type Tx, firstOf, inScope, rowsOf } from '../kit/db.ts'

const batch = 200

export type Follower = 'alerts' | 'orders' | 'remotes' | 'webhooks'
type Following<Listeners> = {
  follower: Follower
  /** Null where nobody listens: then nothing was missed, and whoever comes hears of what happens after. */
  listening: (tx: Tx) => Promise<Listeners | null>
  tell: (tx: Tx, happened: readonly Happening[], listeners: Listeners) => Promise<void>
}

/** Looks at everything new; answers how many entries that were. */
export async function followJournal<Listeners>(
  app: App,
  of: Following<Listeners>,
): Promise<number> {
  let seen = 0
  for (;;) {
    const count = await inScope(app.db, { kind: 'job' }, (tx) => followBatch(tx, of))
    seen += count
    if (count < batch) return seen
  }
}

async function followBatch<Listeners>(
  tx: Tx,
  { follower, listening, tell }: Following<Listeners>,
): Promise<number> {
  const at = await lockPosition(tx, follower)
  if (at === null) return 0
  const listeners = await listening(tx)
  if (listeners === null) {
    await movePosition(tx, follower, await latestPosition(tx))
    return 0
  }
  const happened = await readFrom(tx, at.position, batch)
  const last = happened.at(-1)
  if (last === undefined) return 0
  await tell(tx, happened, listeners)
  await movePosition(tx, follower, last.position)
  return happened.length
}

const settingOf = (follower: Follower): string => `follow.${follower}`

/** Null while another process follows. */
export const lockPosition = (tx: Tx, follower: Follower) =>
  firstOf<{ position: string }>(
    tx,
    sql`
    select (s.value ->> 'tx') || '.' || (s.value ->> 'seq') as position
      from kit.settings s
     where s.name = ${settingOf(follower)}
       for update skip locked`,
  )

function movePosition(tx: Tx, follower: Follower, position: string) {
  const [at = '0', seq = '0'] = position.split('.')
  return rowsOf(
    tx,
    sql`
    update kit.settings
       set value = jsonb_build_object('tx', ${at}::text, 'seq', ${seq}::bigint)
     where name = ${settingOf(follower)}`,
  )
}
