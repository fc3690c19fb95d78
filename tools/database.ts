// The database of a command: the one in DATABASE_URL, the embedded one of a server that runs on the same data,
// or the embedded one started for as long as the command takes.
import { join } from 'node:path'
import { type App, createApp, stopApp } from '#server/app.ts'
import { type Config, readConfig } from '#server/config.ts'
import { tryOwner } from '#server/kit/connect.ts'
import { startEmbedded } from '#server/kit/embedded.ts'
import { ensureDataFolder } from '#server/kit/embedded-places.ts'
import { hold, noteDatabase, readHolder } from '#server/kit/running.ts'

export type OpenDatabase = {
  url: string
  embedded: boolean
  /** Lines for the operator. */
  told: string[]
  close: () => Promise<void>
  /** Resolves with why, if the database ends by itself. */
  died: Promise<string>
}

const never = new Promise<string>(() => undefined)
/** Names the process that holds the data folder. */
export const holderFile = (config: Config) => join(config.dataFolder, 'linli.pid')

/** For the server: it alone may hold the data folder. */
export async function openDatabase(config: Config, address: string): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    await tryOwner(config.databaseUrl)
    return {
      url: config.databaseUrl,
      embedded: false,
      told: [],
      close: async () => undefined,
      died: never,
    }
  }
  const file = holderFile(config)
  ensureDataFolder(config.dataFolder)
  const release = hold(file, address)
  try {
    const database = await startEmbedded({ dataFolder: config.dataFolder })
    noteDatabase(file, address, database.url)
    const close = async () => {
      await database.stop()
      release()
    }
    return { url: database.url, embedded: true, told: database.told, close, died: database.died }
  } catch (error) {
    release()
    throw error
  }
}

/** For every other command: a running server's embedded database is shared with it. */
export async function borrowDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) return openDatabase(config, '')
  const url = readHolder(holderFile(config))?.databaseUrl
  if (url) return { url, embedded: true, told: [], close: async () => undefined, died: never }
  return openDatabase(config, `linli ${process.argv.slice(2, 4).join(' ')}`)
}

/** Runs a command with an app on a migrated database, and closes both whatever happens. */
export async function withApp<T>(
  work: (app: App, ownerUrl: string) => Promise<T>,
  options: { forDemo?: boolean } = {},
): Promise<T> {
  const config = readConfig()
  const database = await borrowDatabase(config)
  try {
    const { migrateUrl } = await import('./migrate.ts')
    await migrateUrl(database.url)
    const app = createApp(config, { ownerUrl: database.url, ...options })
    try {
      return await work(app, database.url)
    } finally {
      await stopApp(app)
    }
  } finally {
    await database.close()
  }
}
