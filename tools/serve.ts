// linli serve: opens the database, brings it up to date, fills an empty one with the demo world, and listens.
import { createServer } from 'node:net'
import { sql } from 'kysely'
import type { App } from '#server/app.ts'
import { type Config, isLoopback, readConfig } from '#server/config.ts'
import { inScope, rowsOf } from '#server/kit/db.ts'
import { readHolder } from '#server/kit/running.ts'
import { type Running, start } from '#server/main.ts'
import { holderFile, type OpenDatabase, openDatabase } from './database.ts'
import { demoLines, fillDemoIfEmpty, playBeside } from './demo.ts'
import { layKindsAt } from './foundation.ts'
import { migrateUrl } from './migrate.ts'

export async function serveCommand(): Promise<number> {
  const config = readConfig()
  await tryPort(config)
  const asked = untilAsked()
  const database = await openDatabase(config, config.publicUrl)
  try {
    database.told.forEach(say)
    return await serve(config, database, asked)
  } finally {
    await database.close()
  }
}

/** Asked to end while it still prepares, it does not wait for the rest. */
async function serve(
  config: Config,
  database: OpenDatabase,
  asked: Promise<null>,
): Promise<number> {
  const stopping = Promise.race([asked, database.died])
  const preparing = prepare(config, database)
  const running = await Promise.race([stopping, preparing])
  if (running === null || typeof running === 'string')
    return brokenOff(database, preparing, running)
  try {
    await greet(config, running)
    if (config.demo === 'play' && (await isDemo(running.app)))
      running.app.onStop.push(playBeside(running.app))
    return ended(await stopping)
  } finally {
    await running.stop()
  }
}

/** What is being filled is one transaction, which ends with its database; threads that tell it end with the process. */
async function brokenOff(
  database: OpenDatabase,
  preparing: Promise<Running>,
  why: string | null,
): Promise<never> {
  preparing.catch(() => undefined)
  const code = ended(why)
  await database.close()
  process.exit(code)
}

async function prepare(config: Config, database: OpenDatabase): Promise<Running> {
  await migrateUrl(database.url, say)
  await layKindsAt(database.url)
  // A database of the operator's is filled only when asked for.
  if (database.embedded || config.demo !== 'no') await fillDemoIfEmpty(config, database.url)
  return listen(config, database.url)
}

function ended(why: string | null): number {
  if (why !== null) say(why)
  return why === null ? 0 : 1
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

function untilAsked(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        say('stopping …')
        process.once(signal, () => process.exit(130)) // Asked twice: at once.
        resolve(null)
      })
  })
}

async function listen(config: Config, url: string): Promise<Running> {
  try {
    return await start(config, url)
  } catch (error) {
    throw whyNotListening(config, error)
  }
}

/** Before a minute is spent on migrating and filling: can we listen where we are told to? */
async function tryPort(config: Config): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen({ host: config.host, port: config.port }, resolve)
    })
  } catch (error) {
    // A server of ours on the same data has its own sentence, which says more.
    if (readHolder(holderFile(config)) === null) throw whyNotListening(config, error)
  } finally {
    await new Promise((resolve) => probe.close(resolve))
  }
}

function whyNotListening(config: Config, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  const at = `${config.host}:${config.port}`
  if (code === 'EADDRINUSE')
    return new Error(
      `Another program listens on ${at}. Stop it, or give Linli another port with LINLI_PORT.`,
    )
  if (code === 'EACCES')
    return new Error(
      `This user may not listen on port ${config.port}. Give LINLI_PORT a number above 1023.`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Error(
      `LINLI_HOST ${config.host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`,
    )
  return error
}

async function greet(config: Config, { app, address }: Running): Promise<void> {
  const at = config.port === 0 ? address : config.publicUrl
  say(`\n邻里 Linli is ready at ${at}`)
  say(`  open  居民   ${at}/\n  desk  工作台 ${at}/desk\n  field 网格员 ${at}/field`)
  if (!(await isDemo(app))) return
  if (isLoopback(config.host)) demoLines().forEach(say)
  else say(`  The demo accounts are refused, since ${config.host} is reached from elsewhere.`)
}

async function isDemo(app: App): Promise<boolean> {
  const rows = await inScope(app.db, { kind: 'job' }, (tx) =>
    rowsOf(tx, sql`select 1 from people.people where demo limit 1`),
  )
  return rows.length > 0
}
