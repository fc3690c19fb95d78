// Reactions, until nothing is left to react to. Followers read below the oldest transaction of the whole cluster, and in
// a test run other stories' transactions are older than ours: what is then not seen yet is seen a moment later.
import { sql } from 'kysely'
import type { App } from '#server/app.ts'
import { firstOf, inScope } from '#server/kit/db.ts'
import { react } from '#server/reactions.ts'

const triesMax = 600

export const reacted = (app: App): Promise<void> => followed(app, () => react(app))

/** Until followers may see every entry that is written by now: whoever reacts once after it reacts to all. */
export const untilSeen = (app: App): Promise<void> => followed(app, () => Promise.resolve())

/** The same for any follower of the journal. */
export async function followed(app: App, follow: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const behind = await isBehind(app) // Asked first: an entry that was held back while we reacted is not missed.
    await follow()
    if (!behind) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(
    'entries stayed unseen for half a minute: a transaction of another story does not end',
  )
}

/** Is there an entry that a follower may not see yet? */
function isBehind(app: App): Promise<boolean> {
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const row = await firstOf<{ behind: boolean }>(
      tx,
      sql`
      select exists (select from cases.entries e
                      where e.tx >= pg_snapshot_xmin(pg_current_snapshot())) as behind`,
    )
    return row?.behind === true
  })
}
