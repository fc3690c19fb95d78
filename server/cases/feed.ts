// The journal as a stream, in the order of commits. A position is (tx, seq); only entries below the oldest transaction
// still running are read, so a slow one can never slip in behind a reader. One look serves every listener of the
// process; after a move of its own the process looks at once.

import type { Entry } from '#core/cases/change.ts'
import type { Db } from '../kit/db.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'

/** What listeners get of an entry: where it happened and what, no reasons and no actors. */
export type Happening = {
  position: string
  communityId: number
  caseId: string
  number: string
  version: number
  move: Entry['move']
  at: string
  from: Entry['from']
  to: Entry['to']
  facts: Entry['facts']
  audience: Entry['audience']
  category: string
  urgent: boolean
  isPublic: boolean
  filedPath: string
  homePath: string
  chainUnits: number[]
  gridId: number | null
  filedAreaId: number
}

export type JournalFeed = {
  /** Look now rather than at the next beat. */
  wake: () => void
  /** Called with every new entry, in order. Returns the way to stop. */
  listen: (hear: (happenings: Happening[]) => void) => () => void
  /** The newest position handed to listeners. */
  position: () => string
  start: () => Promise<void>
  stop: () => Promise<void>
}

const happeningText = `
select e.tx::text || '.' || e.seq as position,
       e.community_id             as "communityId",
       e.case_id                  as "caseId",
       c.number,
       e.version,
       e.move,
       e.at,
       e.from_state               as "from",
       e.to_state                 as "to",
       e.facts,
       e.audience,
       c.category,
       c.urgent,
       c.is_public                as "isPublic",
       c.filed_path               as "filedPath",
       c.home_path                as "homePath",
       c.chain_units              as "chainUnits",
       c.grid_id                  as "gridId",
       c.filed_area_id            as "filedAreaId"
  from cases.entries e
  join cases.cases   c on c.community_id = e.community_id
                      and c.id = e.case_id`

const followText = `${happeningText}
 where (e.tx, e.seq) > ($1::text::xid8, $2::bigint)
   and e.tx < pg_snapshot_xmin(pg_current_snapshot())
 order by e.tx, e.seq
 limit $3`

const split = (position: string): [string, number] => {
  const [tx, seq] = position.split('.')
  return [tx ?? '0', Number(seq ?? 0)]
}

/** A position as a reader sent it back; null if it is none. */
export const isPosition = (text: string | null): text is string =>
  text !== null && /^\d{1,20}\.\d{1,19}$/.test(text)

/** The next entries after a position, for any reader of its own pace. */
export function readFrom(tx: Tx, position: string, limit: number): Promise<Happening[]> {
  return tx.prepared<Happening>('cases.follow', followText, [...split(position), limit])
}

const oneText = `${happeningText}
 where e.tx = $1::text::xid8
   and e.seq = $2::bigint`

/** One entry again, by its position. */
export async function readAt(tx: Tx, position: string): Promise<Happening | null> {
  return (await tx.prepared<Happening>('cases.at', oneText, split(position)))[0] ?? null
}

const newestText = `${happeningText}
 where c.filed_path like $1 || '%'
   and e.move not in ('note', 'attach')
   and e.at > $2::timestamptz
 order by e.at desc, e.seq desc
 limit $3`

/** What happened last under an area, newest first, as far as the scope of the transaction sees it. */
export function readNewest(
  tx: Tx,
  asked: { path: string; after: string; limit: number },
): Promise<Happening[]> {
  return tx.prepared<Happening>('cases.newest', newestText, [asked.path, asked.after, asked.limit])
}

/** Everything that is committed now lies before this position. */
export async function latestPosition(tx: Tx): Promise<string> {
  const [row] = await tx.prepared<{ position: string }>(
    'cases.latest',
    `select coalesce(max(e.position), '0.0') as position
       from (select tx::text || '.' || seq as position
               from cases.entries
              where tx < pg_snapshot_xmin(pg_current_snapshot())
              order by tx desc, seq desc
              limit 1) e`,
    [],
  )
  return row?.position ?? '0.0'
}

const beatMs = 400
const batch = 500

export function createJournalFeed(db: Db, onTrouble: (error: unknown) => void): JournalFeed {
  const listeners = new Set<(happenings: Happening[]) => void>()
  let position = '0.0'
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<void> = Promise.resolve()
  let stopped = true

  const look = async (): Promise<void> => {
    for (;;) {
      const found = await inScope(db, { kind: 'job' }, (tx) => readFrom(tx, position, batch))
      const last = found.at(-1)
      if (last === undefined) return
      position = last.position
      for (const hear of listeners) hear(found)
      if (found.length < batch) return
    }
  }
  const schedule = (ms: number) => {
    if (stopped) return
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      timer = null
      looking = look().catch(onTrouble)
      void looking.finally(() => timer === null && schedule(beatMs))
    }, ms)
    timer.unref()
  }
  let woken = false
  return {
    wake: () => {
      if (woken || listeners.size === 0) return
      woken = true
      setTimeout(() => {
        woken = false
        schedule(0)
      }, 20).unref()
    },
    listen: (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    position: () => position,
    start: async () => {
      stopped = false
      position = await inScope(db, { kind: 'job' }, latestPosition)
      schedule(beatMs)
    },
    stop: async () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      await looking
    },
  }
}
