// linli backup: everything the database says at one instant, and the photos, into a folder with checksums. The keys
// go elsewhere: who finds a backup must not find what opens it.
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { chmod, copyFile, cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Config, readConfig } from '#server/config.ts'
import { ownerClient } from '#server/kit/connect.ts'
import { borrowDatabase } from './database.ts'
import {
  type Manifest,
  type Table,
  type TableDump,
  fileOf,
  listTables,
  quotedList,
} from './dump-tables.ts'
import { progress } from './progress.ts'

/** A backup cannot be made or brought back as asked. The message says why. */
export class BackupTrouble extends Error {
  override name = 'BackupTrouble'
}

export async function backupCommand(folder: string, options: { keysTo?: string }): Promise<number> {
  const config = readConfig()
  const into = resolve(folder)
  refuseKeysBeside(into, options.keysTo)
  await ownEmptyFolder(into)
  const database = await borrowDatabase(config)
  try {
    const manifest = await backup(config, database.url, into)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `${rows} rows of ${manifest.tables.length} tables and ${manifest.photos.count} files are in ${into}`,
    )
  } finally {
    await database.close()
  }
  await keepKeys(config, options.keysTo)
  return 0
}

function refuseKeysBeside(into: string, keysTo: string | undefined): void {
  if (keysTo !== undefined && !relative(into, resolve(keysTo)).startsWith('..'))
    throw new BackupTrouble(
      'The keys do not belong beside the backup: give --keys-to a folder of its own.',
    )
}

async function ownEmptyFolder(folder: string): Promise<void> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 })
  const names = await readdir(folder)
  if (names.length > 1)
    throw new BackupTrouble(`${folder} is not empty: give each backup its own folder.`)
}

async function keepKeys(config: Config, folder: string | undefined): Promise<void> {
  if (folder === undefined) {
    console.log(
      `The keys are NOT in it. Without ${config.keysFile} names, numbers and photos stay sealed: keep a copy apart.`,
    )
    return
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, 'keys.json')
  await copyFile(config.keysFile, copy)
  await chmod(copy, 0o600)
  console.log(`The keys are in ${copy}.`)
}

/** All tables under one snapshot, so that they belong together though the server keeps writing. */
export async function backup(config: Config, url: string, into: string): Promise<Manifest> {
  const client = ownerClient(url)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables = await listTables(client)
    const bar = progress('backup', tables.length)
    const dumps: TableDump[] = []
    for (const table of tables) {
      dumps.push(await dumpTable(client, table, join(into, fileOf(table.name))))
      bar.at(dumps.length)
    }
    const manifest: Manifest = {
      format: 1,
      madeAt: new Date().toISOString(),
      schema: await appliedMigrations(client),
      tables: dumps,
      photos: await copyPhotos(config, into),
      followers: await followers(client),
      jobs: await waitingJobs(client),
    }
    await client.query('commit')
    bar.done(`${dumps.length} tables, ${manifest.photos.count} files`)
    // Last: a folder without a manifest is no backup.
    await writeFile(join(into, 'manifest.json'), JSON.stringify(manifest, null, 1), {
      mode: 0o600,
      flush: true,
    })
    return manifest
  } finally {
    await client.end()
  }
}

async function dumpTable(client: pg.Client, table: Table, file: string): Promise<TableDump> {
  const hash = createHash('sha256')
  let rows = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      for (const byte of chunk) if (byte === 10) rows += 1
      next(null, chunk)
    },
  })
  const source = client.query(copyTo(`copy ${table.name} (${quotedList(table.columns)}) to stdout`))
  await pipeline(source, count, createWriteStream(file, { mode: 0o600 }))
  return { table: table.name, columns: table.columns, rows, sha256: hash.digest('hex') }
}

async function appliedMigrations(client: pg.Client): Promise<Manifest['schema']> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.migrations order by name',
  )
  return rows
}

/**
 * Followers remember (tx, seq), as an object or, the one that tells staff, as text; only the count of rows means
 * something in another cluster.
 */
async function followers(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; seq: number }>(`
    with positions as (
      select s.name, (s.value ->> 'tx')::xid8 as tx, (s.value ->> 'seq')::bigint as seq
        from kit.settings s
       where s.name like 'follow.%'
         and s.name not like 'follow.seal.%'
         and jsonb_typeof(s.value) = 'object'
         and s.value ? 'tx'
       union all
      select s.name, split_part(s.value #>> '{}', '.', 1)::xid8, split_part(s.value #>> '{}', '.', 2)::bigint
        from kit.settings s
       where s.name = 'reactions')
    select p.name,
           coalesce((select min(e.seq) - 1 from cases.entries e where (e.tx, e.seq) > (p.tx, p.seq)),
                    (select max(e.seq) from cases.entries e), 0) as seq
      from positions p`)
  return Object.fromEntries(rows.map((row) => [row.name, row.seq]))
}

async function waitingJobs(client: pg.Client): Promise<Manifest['jobs']> {
  const { rows } = await client.query<Manifest['jobs'][number]>(`
    select t.identifier  as task,
           j.payload,
           q.queue_name  as queue,
           j.key,
           j.run_at      as "runAt"
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.attempts < j.max_attempts
     order by j.id`)
  return rows
}

async function copyPhotos(config: Config, into: string): Promise<Manifest['photos']> {
  const heads = join(config.dataFolder, 'seal-heads.json')
  if (existsSync(heads)) await copyFile(heads, join(into, 'seal-heads.json'))
  const from = join(config.dataFolder, 'files')
  const to = join(into, 'files')
  if (!existsSync(from)) return { count: 0, bytes: 0 }
  await cp(from, to, { recursive: true, preserveTimestamps: true, filter: isNoDraft })
  return countFiles(to)
}

/** What is being written just now has another name in a moment; the row that will know it is not in this backup. */
const isNoDraft = (path: string): boolean =>
  !/\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(path)

export async function countFiles(folder: string): Promise<Manifest['photos']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  )
  return { count: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
  } catch (cause) {
    throw new BackupTrouble(`${folder} holds no whole backup: manifest.json cannot be read.`, {
      cause,
    })
  }
}
