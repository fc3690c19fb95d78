// Fills two years: every report lives its life up to now, and all lives are stored through the server's own store,
// in one transaction. Large worlds are told by threads while this one writes.
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { availableParallelism } from 'node:os'
import pg from 'pg'
import type { App } from '#server/app.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { fillActivities } from './activities/fill.ts'
import { fillBoard } from './board.ts'
import { districtCode, schematicWorld, type World } from './boundaries.ts'
import { batchesOf, type Batch, type Counted } from './batches.ts'
import { inBulk } from './bulk.ts'
import type { ToldBy, Work } from './fill-worker.ts'
import { drawAlbum, type Album } from './photos.ts'
import { fillHotline } from './hotline.ts'
import { fillRally } from './rally.ts'
import { fillRound } from './round.ts'
import { fillResources } from './resources/fill.ts'
import type { Serials } from './savings.ts'
import { fillResults } from './surveys/fill-results.ts'
import { fillSurveys } from './surveys/fill-surveys.ts'
import { fillThemes } from './themes/fill-themes.ts'
import { type Chapter, howFull, noteTold, readWorld, untold, writeWorld } from './world.ts'

export type FillOptions = {
  seed: string
  count: number
  /** Told how many cases are stored. */
  at?: (stored: number) => void
}

/** Below this, starting threads costs more than it saves. */
const worthThreads = 4_000

/** The whole demo world into an empty, migrated database. Begun and broken off, it is finished the next time. */
export async function fillWorld(app: App, options: FillOptions): Promise<Counted> {
  const drawn = schematicWorld()
  if ((await howFull(app)) === 'empty') await writeWorld(app, drawn)
  const given = { album: await drawAlbum(app), drawn }
  const pool = new pg.Pool({ ...ownerConfig(app.ownerUrl), max: 1 })
  const client = await pool.connect()
  // A connection that breaks refuses the statement under way, which tells why.
  client.on('error', () => undefined)
  try {
    const all: Counted = { cases: 0, entries: 0, open: 0, refusals: [] }
    const write = async ({ statement, counted }: Batch): Promise<void> => {
      await client.query(statement)
      all.cases += counted.cases
      all.entries += counted.entries
      all.open += counted.open
      all.refusals.push(...counted.refusals)
      options.at?.(all.cases)
    }
    for (const chapter of await untold(client))
      await tellers[chapter]({ app, client, options, given, write, all })
    await client.query('analyze')
    return all
  } finally {
    client.release()
    await pool.end()
  }
}

/** Suggestions learn from the two years once the pages are up; the whole world is one district. */
async function learnSoon(client: pg.PoolClient): Promise<void> {
  await client.query(
    `select kit.add_job('train_suggestions', json_build_object('areaId', a.id, 'asked', true), 'train ' || a.id,
                        now() + interval '1 minute', 'train')
       from places.areas a
      where a.code = $1`,
    [districtCode],
  )
}

type Teller = (of: {
  app: App
  client: pg.PoolClient
  options: FillOptions
  given: Given
  write: Write
  all: Counted
}) => Promise<void>

const tellers: Readonly<Record<Chapter, Teller>> = {
  cases: async ({ app, client, options, given, write }) => {
    // Whoever tells has read the world before: the bulk keeps its tables to itself.
    const tell = await (options.count < worthThreads ? tellHere : tellInThreads)(
      app,
      options,
      given,
    )
    await inBulk(client, async () => {
      await settle(client, await tell(write))
      await fillResources(client, { seed: options.seed, now: app.now() })
      await noteTold(client, 'cases')
    })
    await learnSoon(client)
  },
  surveys: async ({ app, client, options }) =>
    once(client, 'surveys', () => fillSurveys(app, client, options.seed)),
  results: async ({ app, client }) => {
    await fillResults(app)
    await noteTold(client, 'results')
  },
  activities: async ({ app, client, options }) => {
    await fillActivities(client, app, options.seed)
    await noteTold(client, 'activities')
  },
  board: async ({ app, client }) => once(client, 'board', () => fillBoard(client, app)),
  rally: async ({ app, client, all }) => {
    all.entries += await fillRally(app)
    const round = await fillRound(app)
    all.cases += round.cases
    all.open += round.cases
    all.entries += round.entries
    await noteTold(client, 'rally')
  },
  hotline: async ({ app, client, given, all }) => {
    const told = await fillHotline(app, given.album)
    all.cases += told.cases
    all.open += told.cases
    all.entries += told.entries
    await noteTold(client, 'hotline')
  },
  themes: async ({ app, client }) => {
    // Counted by the server, which sees only what is stored: each theme is its own step, taken once.
    await fillThemes(app, client)
    await noteTold(client, 'themes')
  },
}

/** A chapter and the note of it, together or not at all. */
async function once(
  client: pg.ClientBase,
  chapter: Chapter,
  tell: () => Promise<unknown>,
): Promise<void> {
  await client.query('begin')
  try {
    await tell()
    await noteTold(client, chapter)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

type Write = (batch: Batch) => Promise<void>
type Tell = (write: Write) => Promise<Serials>
type Given = { album: Album; drawn: World }
type Prepare = (app: App, options: FillOptions, given: Given) => Promise<Tell>

const tellHere: Prepare = async (app, { seed, count }, given) => {
  const { world, ways } = await readWorld(app, seed, given)
  return async (write) => {
    const serials: Serials = new Map()
    const share = { part: 0, parts: 1 }
    for await (const batch of batchesOf({ app, world, ways, count, share, serials }))
      await write(batch)
    return serials
  }
}

const tellInThreads: Prepare = async (app, { seed, count }, given) => {
  const parts = Math.max(1, Math.min(3, availableParallelism()))
  const { config, ownerUrl } = app
  const work = { config, ownerUrl, now: app.now(), seed, count, ...given }
  const threads = await Promise.all(
    Array.from({ length: parts }, (_, part) => inThread({ ...work, share: { part, parts } })),
  )
  return async (write) => {
    let writing = Promise.resolve()
    const inTurn: Write = (batch) => (writing = writing.then(() => write(batch)))
    const told = await Promise.all(threads.map((tell) => tell(inTurn)))
    return told[0] ?? new Map()
  }
}

/** Ready once it has read the world; it is told after each batch that it may go on. */
async function inThread(work: Work): Promise<Tell> {
  const file = new URL(import.meta.url.replace(/fill(\.\w+)$/, 'fill-worker$1'))
  const thread = new Worker(...startOf(file, work))
  const failed = new Promise<never>((_, reject) => {
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('a thread ended before its tale')))
  })
  failed.catch(() => undefined)
  await Promise.race([new Promise((resolve) => thread.once('message', resolve)), failed])
  return async (write) => {
    const told = new Promise<Serials>((resolve, reject) => {
      thread.on('message', (said: ToldBy) => {
        if ('serials' in said) resolve(said.serials)
        else if ('batch' in said) write(said.batch).then(() => thread.postMessage('go on'), reject)
      })
      thread.postMessage('begin')
    })
    return Promise.race([told, failed])
  }
}

/** Sources run by tsx need its loader in the thread as well; compiled files run as they are. */
function startOf(file: URL, work: Work): [string | URL, WorkerOptions] {
  // Lives are short: a roomy nursery keeps them from being carried about.
  const options = { workerData: work, resourceLimits: { maxYoungGenerationSizeMb: 96 } }
  if (!file.pathname.endsWith('.ts')) return [file, options]
  const loader = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(file.href)}) })`
  return [loader, { ...options, eval: true }]
}

/** Serials go on where the demo stopped, and nobody is told today of what happened last year. */
async function settle(client: pg.ClientBase, serials: Serials): Promise<void> {
  await client.query(
    `insert into cases.serials (community_id, year, last)
     select r."areaId", r.year, r.last
       from jsonb_to_recordset($1) as r ("areaId" bigint, year smallint, last integer)`,
    [JSON.stringify([...serials.values()])],
  )
  await client.query(
    `insert into kit.settings (name, value)
     select 'reactions', to_jsonb(e.tx::text || '.' || e.seq)
       from cases.entries e
      order by e.seq desc
      limit 1
         on conflict (name) do update set value = excluded.value`,
  )
}
