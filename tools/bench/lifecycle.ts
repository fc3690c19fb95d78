// Lifecycles through HTTP with every rule on, at 100,000 cases, beside a bare pg client that sends the same statements
// with the same values. The statements are recorded from a run of the same lifecycles on a twin of the database.

import pg from 'pg'
import { assert } from '#core/kit/result.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { start } from '#server/main.ts'
import { freePort, openGround, serve } from './ground.ts'
import type { Ground } from './ground.ts'
import { Caller, keepBusy, lifecycle, photosFor, placesOf } from './load.ts'
import { type BenchResult, percentile, rounded } from './result.ts'

const lanes = 24
const connections = 16

export async function benchLifecycle(
  options: { seconds?: number; cases?: number } = {},
): Promise<BenchResult> {
  const seconds = options.seconds ?? 20
  const cases = options.cases ?? 100_000
  const ground = await openGround(cases)
  try {
    const places = await placesOf(ground.url, 120)
    const photos = await photosFor(ground.url, 60_000)
    await twin(ground, 'recorded')
    await twin(ground, 'replayed')
    const ours = await measure(ground, seconds, places, photos)
    const bare = await replay(ground, places, photos)
    return {
      name: 'lifecycle',
      figures: {
        lifecycles: rounded(ours.perSecond),
        p50: rounded(percentile(ours.times, 0.5)),
        p95: rounded(percentile(ours.times, 0.95)),
        p99: rounded(percentile(ours.times, 0.99)),
        refused: ours.wrong,
        cases,
      },
      units: {
        lifecycles: 'lifecycles/s',
        p50: 'ms a call',
        p95: 'ms a call',
        p99: 'ms a call',
        refused: 'calls',
        cases: 'cases before',
      },
      baseline: { lifecycles: rounded(bare) },
      ratio: rounded(ours.perSecond / bare, 3),
      note: `five calls a lifecycle, ${lanes} at once; server, database and load share the machine. Baseline: the same statements by a bare pg client, ${connections} connections.`,
    }
  } finally {
    await ground.close()
  }
}

type Places = Awaited<ReturnType<typeof placesOf>>
type Photos = Awaited<ReturnType<typeof photosFor>>

async function measure(ground: Ground, seconds: number, places: Places, photos: Photos) {
  const served = await serve(ground, await freePort())
  const caller = new Caller(served.port, lanes)
  let turn = 0
  const one = () => lifecycle(caller, places[turn++ % places.length]!, photos)
  await keepBusy(lanes, 4, one)
  caller.times.length = 0
  const began = performance.now()
  const finished = await keepBusy(lanes, seconds, one)
  const perSecond = finished / ((performance.now() - began) / 1000)
  caller.close()
  await served.stop()
  return { perSecond, times: caller.times.toSorted((a, b) => a - b), wrong: caller.wrong.length }
}

/** A copy of the database as it stands now. */
async function twin(ground: Ground, name: string): Promise<void> {
  const admin = new pg.Client(ownerConfig(urlOf(ground.url, 'postgres')))
  await admin.connect()
  await admin.query(`create database ${name} template linli`)
  await admin.end()
}
const urlOf = (url: string, database: string): string =>
  url.replace(/\/linli(\?|$)/, `/${database}$1`)

type Statement = { name?: string; text: string; values?: unknown[] }

const recorded = 1500

/** Records what the server sends for whole lifecycles, one after the other, then sends it bare. */
async function replay(ground: Ground, places: Places, photos: Photos): Promise<number> {
  const { sent, prepares } = await record(ground, places, photos)
  const config = { ...ownerConfig(urlOf(ground.url, 'replayed')) }
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client(config)
      client.on('error', () => undefined)
      await client.connect()
      await client.query('set role linli_app')
      for (const text of prepares) await client.query(text)
      return client
    }),
  )
  let next = 0
  const began = performance.now()
  await Promise.all(
    clients.map(async (client) => {
      for (let i = next++; i < sent.length; i = next++)
        for (const statement of sent[i] ?? []) await client.query(statement as pg.QueryConfig)
    }),
  )
  const perSecond = sent.length / ((performance.now() - began) / 1000)
  await Promise.all(clients.map((client) => client.end()))
  return perSecond
}

type Recorded = { sent: Statement[][]; prepares: ReadonlySet<string> }

async function record(ground: Ground, places: Places, photos: Photos): Promise<Recorded> {
  const port = await freePort()
  const running = await start(
    { ...ground.config, port, publicUrl: `http://127.0.0.1:${port}` },
    urlOf(ground.url, 'recorded'),
  )
  let current: Statement[] = []
  const prepares = new Set<string>()
  // Also the connections that the start has opened: each is heard from the first time it is lent out.
  const heard = new WeakSet<pg.PoolClient>()
  running.app.db.pool.on('acquire', (client) => {
    if (heard.has(client)) return
    heard.add(client)
    keepTransactions(client, (statements) => {
      // What is prepared once a connection is prepared on every bare one before it begins.
      for (const { text } of statements.filter(isPrepare)) prepares.add(text)
      current.push(...statements.filter((each) => !isPrepare(each)))
    })
  })
  const caller = new Caller(port, 1)
  const all: Statement[][] = []
  for (let i = 0; i < recorded; i += 1) {
    current = []
    await lifecycle(caller, places[i % places.length]!, photos)
    // Five calls, each with a message that begins and one that ends it at least: less was not all.
    assert(current.length >= 10, `a lifecycle of ${current.length} messages was not recorded whole`)
    all.push(current)
  }
  caller.close()
  await running.stop()
  return { sent: all, prepares }
}

/** The feed, the watchers and the jobs look at the database by their own beat: they are no part of a lifecycle. */
const isBeside = ({ name, text }: Statement): boolean =>
  /^cases\.(follow|latest)/.test(name ?? '') ||
  /places\.versions|people\.versions|people\.grants|people\.units|kit\.settings|wake_at|next_tell_at|seals/.test(
    text,
  )

const isPrepare = ({ text }: Statement): boolean => text.startsWith('prepare ')

/** Hands on whole transactions of one connection, those of watchers left out. */
function keepTransactions(client: pg.ClientBase, hear: (statements: Statement[]) => void): void {
  let open: Statement[] = []
  listenTo(client, (statement) => {
    if (statement.text.startsWith('begin')) open = open.filter(isPrepare)
    open.push(statement)
    if (!statement.text.endsWith('commit')) return
    const said = open.filter(({ text }) => !/^(begin;[^;]*;|commit)$/.test(text))
    if (!said.every(isBeside)) hear(open)
    open = []
  })
}

function listenTo(client: pg.ClientBase, hear: (statement: Statement) => void): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((first: unknown, ...rest: unknown[]) => {
    if (typeof first === 'string')
      hear(Array.isArray(rest[0]) ? { text: first, values: rest[0] as unknown[] } : { text: first })
    else {
      const { name, text, values } = first as Statement
      hear({
        ...(name === undefined ? {} : { name }),
        text,
        ...(values === undefined ? {} : { values }),
      })
    }
    return send(first, ...rest)
  }) as pg.ClientBase['query']
}
