// The drill: of two servers on one database one is killed under load, whose callers go on at the other, then that one and
// the database together, twenty times. Afterwards every acknowledged report is there once with the answer it was given, a
// repeat of every command sent gets one answer, and the seals hold.

import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createApp, stopApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { journals } from '#server/journals.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { type Embedded, startEmbedded } from '#server/kit/embedded.ts'
import { sealJournals } from '#server/kit/seal.ts'
import { verifyJournals } from '#server/kit/verify.ts'
import { migrate } from '#db/migrate.ts'
import { fillDemo } from '../demo.ts'
import { freePort, serve } from './ground.ts'
import { Caller, type Place, placesOf, reportOf } from './load.ts'
import { type BenchResult, rounded } from './result.ts'

const lanes = 16

type Sent = { body: ReturnType<typeof reportOf>; number: string | null }

export async function benchDrill(options: { kills?: number } = {}): Promise<BenchResult> {
  const kills = options.kills ?? 20
  const folder = mkdtempSync(join(tmpdir(), 'linli-drill-'))
  const sent: Sent[] = []
  let database: Embedded | null = await startEmbedded({ dataFolder: folder })
  try {
    await prepare(database, folder)
    const places = await placesOf(database.url, 40)
    const waits: number[] = []
    for (let i = 0; i < kills; i += 1) {
      waits.push(await killUnderLoad(database, folder, places, sent))
      database = await startEmbedded({ dataFolder: folder })
    }
    const acknowledged = sent.filter((each) => each.number !== null).length
    const found = await judge(database, folder, sent)
    waits.sort((a, b) => a - b)
    return {
      name: 'drill',
      figures: {
        kills,
        sent: sent.length,
        acknowledged,
        ...found,
        ready: rounded((waits[Math.floor(waits.length / 2)] ?? 0) / 1000, 2),
      },
      units: {
        kills: 'times',
        sent: 'reports',
        acknowledged: 'reports',
        lost: 'reports',
        doubled: 'reports',
        changed: 'answers',
        broken: 'entries',
        ready: 's to the first answer after a kill (median)',
      },
      baseline: { lost: 0, doubled: 0 },
      ratio: found.lost + found.doubled + found.changed + found.broken === 0 ? 1 : 0,
      note: 'SIGKILL to one of two servers, then to the other and the database, at random moments under load; ratio 1 means nothing was lost, doubled or changed.',
    }
  } finally {
    await database?.stop().catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prepare(database: Embedded, folder: string): Promise<void> {
  await migrate(ownerConfig(database.url))
  const app = createApp(readConfig({ LINLI_DATA: folder, LINLI_LOG: 'silent' }), {
    ownerUrl: database.url,
  })
  await fillDemo(app, { count: 300 })
  await stopApp(app)
}

/** Answers how long the server took to be ready before this kill. */
async function killUnderLoad(
  database: Embedded,
  folder: string,
  places: Place[],
  sent: Sent[],
): Promise<number> {
  const began = performance.now()
  const served = await serve({ url: database.url, folder }, await freePort())
  const ready = performance.now() - began
  const other = await serve({ url: database.url, folder }, await freePort())
  const [here, there] = [served, other].map(({ port }) => new Caller(port, lanes)) as [
    Caller,
    Caller,
  ]
  let dead = false
  const busy = Array.from({ length: lanes }, async (_, lane) => {
    while (!dead) await sendOne(lane % 2 === 0 ? [here] : [there, here], places, sent)
  })
  await randomly()
  other.kill()
  await randomly()
  served.kill()
  process.kill(postmasterOf(database), 'SIGKILL')
  dead = true
  await Promise.all(busy)
  await database.died
  here.close()
  there.close()
  return ready
}

const randomly = () => new Promise((resume) => setTimeout(resume, 200 + Math.random() * 800))

/** Through the first that answers, as a proxy would send it on. */
async function sendOne(callers: readonly Caller[], places: Place[], sent: Sent[]): Promise<void> {
  const place = places[sent.length % places.length]
  if (place === undefined) return
  const one: Sent = { body: reportOf(place, `演练 ${randomUUID()}`), number: null }
  sent.push(one)
  for (const caller of callers)
    try {
      one.number = String((await caller.call('POST', '/api/cases', one.body, null))['number'])
      return
    } catch {
      // Not acknowledged: it may be there or not, but never twice.
      await new Promise((resume) => setTimeout(resume, 20))
    }
}

const postmasterOf = (database: Embedded): number =>
  Number(readFileSync(join(database.cluster, 'postmaster.pid'), 'utf8').split('\n')[0])

/** Sends every command again, and holds the answers and the rows against what was promised. */
async function judge(database: Embedded, folder: string, sent: Sent[]) {
  const served = await serve({ url: database.url, folder }, await freePort())
  const caller = new Caller(served.port, lanes)
  let changed = 0
  for (const one of sent) {
    const number = String((await caller.call('POST', '/api/cases', one.body, null))['number'])
    if (one.number !== null && number !== one.number) changed += 1
    one.number ??= number
  }
  caller.close()
  await served.stop()
  const owner = new pg.Client(ownerConfig(database.url))
  await owner.connect()
  const { rows } = await owner.query<{ text: string; n: number }>(
    `select text, count(*)::int as n from cases.cases where text like '演练 %' group by text`,
  )
  await owner.end()
  const counts = new Map(rows.map(({ text, n }) => [text, n]))
  const lost = sent.filter(({ body }) => !counts.has(body.text)).length
  const doubled = rows.filter(({ n }) => n > 1).length
  return { lost, doubled, changed, broken: await brokenSeals(database, folder) }
}

async function brokenSeals(database: Embedded, folder: string): Promise<number> {
  const app = createApp(readConfig({ LINLI_DATA: folder, LINLI_LOG: 'silent' }), {
    ownerUrl: database.url,
  })
  await sealJournals(app, journals)
  const verdict = await verifyJournals(app, journals)
  await stopApp(app)
  return verdict.findings.length
}
