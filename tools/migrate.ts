// linli migrate: brings the database up to date, or prints its schema.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '#db/migrate.ts'
import { readConfig } from '#server/config.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { packageRoot } from '#server/kit/package-root.ts'
import { borrowDatabase } from './database.ts'

export function migrateUrl(url: string, told?: (line: string) => void): Promise<string[]> {
  return migrate(ownerConfig(url), told === undefined ? {} : { told })
}

export async function migrateCommand(options: { print?: boolean }): Promise<number> {
  const database = await borrowDatabase(readConfig())
  try {
    const ran = await migrateUrl(database.url, (line) => console.log(line))
    if (ran.length === 0) console.log('nothing to migrate')
    if (options.print === true) await printTo(database.url)
    return 0
  } finally {
    await database.close()
  }
}

async function printTo(url: string): Promise<void> {
  const { printSchema } = await import('#db/print-schema.ts')
  const file = join(packageRoot, 'db/schema.sql')
  await writeFile(file, await printSchema(ownerConfig(url)))
  console.log('wrote db/schema.sql')
}
