// linli serve: opens the database, brings it up to date, fills an empty one with the demo world, and listens.
import { type Running, start } from '#server/main.ts'
import { type Config, readConfig } from '#server/config.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { migrateUrl } from './migrate.ts'

export async function serveCommand(): Promise<number> {
  const config = readConfig()
  const database = await openDatabase(config, config.publicUrl)
  const stopping = untilStopped(database)
  try {
    database.told.forEach(say)
    await migrateUrl(database.url, say)
    const running = await listen(config, database.url)
    try {
      await greet(config, running)
      const why = await stopping
      if (why !== null) say(why)
      return why === null ? 0 : 1
    } finally {
      await running.stop()
    }
  } finally {
    await database.close()
  }
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Null when somebody asked it to end; why, when the database ended by itself. */
function untilStopped(database: OpenDatabase): Promise<string | null> {
  const asked = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        say('stopping …')
        process.once(signal, () => process.exit(130)) // Asked twice: at once.
        resolve(null)
      })
  })
  return Promise.race([asked, database.died])
}

async function listen(config: Config, url: string): Promise<Running> {
  try {
    return await start(config, url)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const at = `${config.host}:${config.port}`
    if (code === 'EADDRINUSE')
      throw new Error(
        `Another program listens on ${at}. Stop it, or give Linli another port with LINLI_PORT.`,
      )
    if (code === 'EACCES')
      throw new Error(
        `This user may not listen on port ${config.port}. Give LINLI_PORT a number above 1023.`,
      )
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Error(
        `LINLI_HOST ${config.host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`,
      )
    throw error
  }
}

async function greet(config: Config, { address }: Running): Promise<void> {
  const at = config.port === 0 ? address : config.publicUrl
  say(`\n邻里 Linli is ready at ${at}`)
  say(`  open  居民  ${at}/\n  desk  工作台 ${at}/desk\n  field 网格员 ${at}/field`)
}
