// linli doctor: looks at everything an installation stands on, and says of each what is well or what to do.
import { accessSync, constants, existsSync, statSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { readMigrations } from '#db/migrate.ts'
import { type Config, isLoopback, readConfig, variables } from '#server/config.ts'
import { diskStore } from '#server/files/file-store.ts'
import { fileUses } from '#server/files/sealing.ts'
import { appPool, ownerClient } from '#server/kit/connect.ts'
import { missingKeys } from '#server/kit/key-check.ts'
import { readKeyFile } from '#server/kit/key-file.ts'
import { setAsideBacklog } from '#server/notices/set-aside.ts'
import { packageRoot } from '#server/kit/package-root.ts'
import { type OpenDatabase, borrowDatabase } from './database.ts'

type Finding = { well: boolean; what: string }

const well = (what: string): Finding => ({ well: true, what })
const ill = (what: string): Finding => ({ well: false, what })

export async function doctorCommand(): Promise<number> {
  const config = readConfig()
  const findings = [
    well(`Node ${process.versions.node} on ${process.platform} ${process.arch}`),
    folderOf(config),
    spaceOf(config),
    pagesOf(),
    networkOf(config),
    ...(await databaseOf(config)),
    await filesOf(config),
  ]
  for (const { well: holds, what } of findings) console.log(`${holds ? '✓' : '✗'} ${what}`)
  console.log('\nVariables:')
  for (const { name, default: otherwise, meaning } of variables)
    console.log(`  ${name.padEnd(20)} ${meaning} (default: ${otherwise})`)
  return findings.every((finding) => finding.well) ? 0 : 1
}

function folderOf({ dataFolder }: Config): Finding {
  if (!existsSync(dataFolder)) return well(`data folder ${dataFolder}: made at the first start`)
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK)
    return well(`data folder ${dataFolder}`)
  } catch {
    return ill(
      `The data folder ${dataFolder} cannot be written. Give it to the user who starts Linli.`,
    )
  }
}

function spaceOf({ dataFolder }: Config): Finding {
  const { bavail, bsize } = statfsSync(nearest(dataFolder))
  const gigabytes = (bavail * bsize) / 1e9
  const free = `${gigabytes.toFixed(1)} GB free at ${dataFolder}`
  return gigabytes > 1 ? well(free) : ill(`${free}: make room, or put LINLI_DATA on another disk.`)
}

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)))

function pagesOf(): Finding {
  return existsSync(join(packageRoot, 'dist/web/open.html'))
    ? well('the pages are built')
    : ill('The pages are not built. Run npm start, which builds them.')
}

function networkOf({ host, port, publicUrl }: Config): Finding {
  const at = `listens on ${host}:${port}, reached at ${publicUrl}`
  if (isLoopback(host) || publicUrl.startsWith('https:')) return well(at)
  return ill(`${at}: put a proxy with HTTPS before it, and name its address in LINLI_PUBLIC_URL.`)
}

async function filesOf({ dataFolder }: Config): Promise<Finding> {
  const uses = await fileUses(diskStore(join(dataFolder, 'files')))
  const plain = uses.get('') ?? 0
  const all = [...uses.values()].reduce((sum, n) => sum + n, 0)
  return plain === 0
    ? well(`${all} files, all of them sealed`)
    : ill(
        `${plain} of ${all} files lie plain. They are sealed by night; linli keys seal-files does it now.`,
      )
}

async function databaseOf(config: Config): Promise<Finding[]> {
  let database: OpenDatabase
  try {
    database = await borrowDatabase(config)
  } catch (error) {
    return [ill(error instanceof Error ? error.message : String(error))]
  }
  try {
    const told = database.told.map(well)
    const schema = await schemaOf(database.url)
    if (!schema.well) return [...told, schema]
    return [...told, schema, await keysOf(config, database.url), await noticesOf(database.url)]
  } finally {
    await database.close()
  }
}

async function schemaOf(url: string): Promise<Finding> {
  const client = ownerClient(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string; migrated: boolean }>(
      "select current_setting('server_version') as version, to_regclass('public.migrations') is not null as migrated",
    )
    const version = `PostgreSQL ${rows[0]?.version}`
    if (rows[0]?.migrated !== true)
      return ill(`${version} is empty. Run linli setup, or linli serve for the demo world.`)
    const applied = await client.query<{ name: string }>(
      'select name from public.migrations where finished_at is not null',
    )
    const missing = (await readMigrations()).filter(
      (m) => !applied.rows.some((row) => row.name === m.name),
    )
    return missing.length === 0
      ? well(`${version}, ${applied.rows.length} migrations`)
      : ill(
          `${missing.length} migrations have not run (${missing.map((m) => m.name).join(', ')}). Run linli migrate.`,
        )
  } finally {
    await client.end()
  }
}

/** Entries of the journal nobody could be told of: they are tried again, but the reason should be looked at. */
async function noticesOf(url: string): Promise<Finding> {
  const pool = appPool(url, 1)
  try {
    const { count, oldestAt, lastError } = await setAsideBacklog({ pool })
    if (count === 0) return well('notices: every entry of the journal was answered')
    return ill(
      `${count} entries of the journal wait to be told, the oldest since ${oldestAt}: ${lastError}. ` +
        'They are tried again at least once a day; once the reason is mended they go out by themselves.',
    )
  } finally {
    await pool.end()
  }
}

/** What a lost key means, and what can still be done. */
async function keysOf({ keysFile }: Config, url: string): Promise<Finding> {
  const pool = appPool(url, 1)
  try {
    const keys = existsSync(keysFile) ? readKeyFile(keysFile) : null
    if (keys === null) return await lostKeys(keysFile, pool)
    const missing = await missingKeys({ pool }, keys)
    if (missing.length > 0) return ill(`${keysFile} lacks ${missing.join(', ')}. ${lossExplained}`)
    if ((statSync(keysFile).mode & 0o077) !== 0)
      return ill(`Others may read ${keysFile}. Run: chmod 600 ${keysFile}`)
    return well(`keys ${keysFile}: every key the data was sealed with is there`)
  } catch (error) {
    return ill(error instanceof Error ? error.message : String(error))
  } finally {
    await pool.end()
  }
}

async function lostKeys(keysFile: string, pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query("select 1 from kit.settings where name = 'fieldKeys'")
  return rows.length === 0
    ? well(`keys ${keysFile}: made at the first start`)
    : ill(`The key file ${keysFile} is missing, and data was sealed with it. ${lossExplained}`)
}

const lossExplained =
  'Names, telephone numbers, photos, papers and voice notes cannot be read until the right file is back: copy it from where ' +
  'linli backup --keys-to put it. If no copy exists they are lost for good; cases and figures are not touched. ' +
  'Do not let a new file be made beside the old data.'
