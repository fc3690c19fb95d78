// What the server processes of one database tell each other, over PostgreSQL's own NOTIFY. Nothing rests on it: whatever
// is heard can also be found by looking, so a lost line makes news late and never wrong. What was said while it was down is
// not said again; whoever must not miss it looks once more when the line is back.
import pg from 'pg'
import { appRole } from '#db/roles.ts'
import { roleConfig } from './connect.ts'

export type Between = {
  /** Told to the others, and to ourselves, unless the line is down. */
  say: (topic: string, payload: string) => void
  /** Before the start. */
  hear: (topic: string, hear: (payload: string) => void) => void
  /** Called whenever the line is up again after it was down. */
  onBack: (back: () => void) => void
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** The payload of one message; PostgreSQL takes 8000 bytes. */
export const payloadBytesMax = 7800

const pauseMs = [500, 1000, 2000, 5000, 15_000]
/** A line that nobody hung up and that carries nothing any more is found out so soon. */
const pulseMs = 15_000

type Hearers = Map<string, ((payload: string) => void)[]>

/** One connection beside the pool: whoever listens must not be lent out. */
function newLine(ownerUrl: string, hearers: Hearers): pg.Client {
  const client = new pg.Client({
    ...roleConfig(ownerUrl, appRole),
    application_name: 'linli between',
    keepAlive: true,
    query_timeout: pulseMs,
  })
  client.on('notification', ({ channel, payload }) => {
    for (const hear of hearers.get(channel) ?? []) hear(payload ?? '')
  })
  return client
}

export function createBetween(ownerUrl: string, onTrouble: (error: unknown) => void): Between {
  const hearers: Hearers = new Map()
  const backs: (() => void)[] = []
  let line: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let failures = 0
  let stopped = true

  const later = (ms: number, work: () => Promise<void>) => {
    if (timer !== null) clearTimeout(timer)
    timer = stopped ? null : setTimeout(() => void work(), ms).unref()
  }
  const lost = (client: pg.Client, error: unknown) => {
    if (client !== line) return
    line = null
    client.end().catch(() => undefined)
    if (stopped) return
    if (failures === 0) onTrouble(error)
    later(pauseMs[Math.min(failures, pauseMs.length - 1)] ?? 0, open)
    failures += 1
  }
  const open = async (): Promise<void> => {
    const client = newLine(ownerUrl, hearers)
    line = client
    client.on('error', (error) => lost(client, error))
    client.on('end', () => lost(client, new Error('the connection ended')))
    try {
      await client.connect()
      for (const topic of hearers.keys()) await client.query(`listen ${pg.escapeIdentifier(topic)}`)
    } catch (error) {
      return lost(client, error)
    }
    if (failures > 0) for (const back of backs) back()
    failures = 0
    later(pulseMs, pulse)
  }
  const pulse = async (): Promise<void> => {
    const client = line
    if (client === null) return
    try {
      await client.query('select 1')
      later(pulseMs, pulse)
    } catch (error) {
      lost(client, error)
    }
  }
  return {
    say: (topic, payload) => {
      const client = line
      client
        ?.query('select pg_notify($1, $2)', [topic, payload])
        .catch((error: unknown) => lost(client, error))
    },
    hear: (topic, hear) => void hearers.set(topic, [...(hearers.get(topic) ?? []), hear]),
    onBack: (back) => void backs.push(back),
    start: async () => {
      stopped = false
      await open()
    },
    stop: async () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      const client = line
      line = null
      await client?.end().catch(() => undefined)
    },
  }
}

/** Runs the work a moment after it was asked for, once for all that asked meanwhile, and never twice at a time. */
export function gathered(work: () => Promise<unknown>, ms: number): () => void {
  let asked = false
  let working = false
  const run = () => {
    setTimeout(() => {
      asked = false
      working = true
      void work()
        .catch(() => undefined)
        .finally(() => {
          working = false
          if (asked) run()
        })
    }, ms).unref()
  }
  return () => {
    if (asked) return
    asked = true
    if (!working) run()
  }
}
