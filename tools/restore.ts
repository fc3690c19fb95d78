// linli restore: brings a backup back into an empty database, all of it in one transaction or nothing of it.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, copyFile, cp, mkdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { readMigrations } from '#db/migrate.ts'
import { type Config, readConfig } from '#server/config.ts'
import { journals } from '#server/journals.ts'
import { appPool, ownerClient } from '#server/kit/connect.ts'
import { resumeSealing } from '#server/kit/seal-again.ts'
import { BackupTrouble, countFiles, readManifest } from './backup.ts'
import { borrowDatabase } from './database.ts'
import { type Manifest, type TableDump, fileOf, listTables, quotedList } from './dump-tables.ts'
import { migrateUrl } from './migrate.ts'
import { progress } from './progress.ts'

export async function restoreCommand(
  folder: string,
  options: { keysFrom?: string },
): Promise<number> {
  const config = readConfig()
  const from = resolve(folder)
  const manifest = await readManifest(from)
  await refuseUnknownSchema(manifest)
  await refuseDamage(from, manifest)
  await bringKeys(config, options.keysFrom)
  const database = await borrowDatabase(config)
  try {
    await migrateUrl(database.url)
    await restore(config, database.url, { from, manifest })
  } finally {
    await database.close()
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `${rows} rows and ${manifest.photos.count} files of ${manifest.madeAt} are back. Now: linli verify`,
  )
  return 0
}

/** The program must know every migration the backup was made under; those that came later run on what is brought back. */
async function refuseUnknownSchema(manifest: Manifest): Promise<void> {
  const known = new Map((await readMigrations()).map((m) => [m.name, m.checksum]))
  const strange = manifest.schema.find((m) => known.get(m.name) !== m.checksum)
  if (strange !== undefined)
    throw new BackupTrouble(
      `The backup knows ${strange.name} otherwise than this program: restore with the program that made it, or a newer one.`,
    )
  if (manifest.schema.length !== known.size)
    throw new BackupTrouble(
      'The backup is of an older program. Restore it with that one, then start the newer: it migrates.',
    )
}

export async function refuseDamage(from: string, manifest: Manifest): Promise<void> {
  const bar = progress('checksums', manifest.tables.length)
  for (const [at, { table, sha256 }] of manifest.tables.entries()) {
    const hash = createHash('sha256')
    const file = join(from, fileOf(table))
    if (!existsSync(file)) throw new BackupTrouble(`${file} is missing. Take another backup.`)
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
    if (hash.digest('hex') !== sha256)
      throw new BackupTrouble(`${file} is damaged. Take another backup.`)
    bar.at(at + 1)
  }
  const photos = existsSync(join(from, 'files'))
    ? await countFiles(join(from, 'files'))
    : { count: 0, bytes: 0 }
  if (photos.count !== manifest.photos.count || photos.bytes !== manifest.photos.bytes)
    throw new BackupTrouble(
      `The backup had ${manifest.photos.count} files, ${photos.count} are there. Take another backup.`,
    )
  bar.done('all as written')
}

async function bringKeys(config: Config, folder: string | undefined): Promise<void> {
  if (folder === undefined) return
  if (existsSync(config.keysFile)) {
    const same = (await readFile(config.keysFile)).equals(await readFile(join(folder, 'keys.json')))
    if (same) return
    throw new BackupTrouble(`${config.keysFile} holds other keys. Move that file away first.`)
  }
  await mkdir(dirname(config.keysFile), { recursive: true, mode: 0o700 })
  await copyFile(join(folder, 'keys.json'), config.keysFile)
  await chmod(config.keysFile, 0o600)
}

export async function restore(
  config: Config,
  url: string,
  backup: { from: string; manifest: Manifest },
): Promise<void> {
  const client = ownerClient(url)
  await client.connect()
  try {
    await refuseFull(client)
    await client.query('begin')
    await loadTables(client, backup)
    await putFollowers(client, backup.manifest.followers)
    await putJobs(client, backup.manifest.jobs)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  await bringFiles(config, backup.from)
  await sealTheRest(config, url)
}

async function refuseFull(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ full: boolean }>(`
    select exists (select 1 from places.areas) or exists (select 1 from people.people) as full`)
  if (rows[0]?.full === true)
    throw new BackupTrouble(
      'This database is not empty. Give the restore a new LINLI_DATA or an empty DATABASE_URL.',
    )
}

/** Triggers rest meanwhile: what they would write is in the backup. */
async function loadTables(
  client: pg.Client,
  { from, manifest }: { from: string; manifest: Manifest },
): Promise<void> {
  const tables = await listTables(client)
  const names = tables.map((table) => table.name)
  const dumps = new Map(manifest.tables.map((dump) => [dump.table, dump]))
  await client.query('set constraints all deferred')
  await client.query(`truncate ${names.join(', ')}`)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  const bar = progress('restore', names.length)
  for (const [at, name] of names.entries()) {
    const dump = dumps.get(name)
    if (dump !== undefined) await loadTable(client, dump, join(from, fileOf(name)))
    bar.at(at + 1)
  }
  await client.query('set constraints all immediate')
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  await raiseSequences(client)
  bar.done(`${names.length} tables`)
}

async function loadTable(client: pg.Client, dump: TableDump, file: string): Promise<void> {
  const target = client.query(
    copyFrom(`copy ${dump.table} (${quotedList(dump.columns)}) from stdin`),
  )
  await pipeline(createReadStream(file), target)
  if (target.rowCount !== dump.rows)
    throw new BackupTrouble(`${dump.table} had ${dump.rows} rows, ${target.rowCount} came back.`)
}

async function raiseSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(`
    select n.nspname || '.' || c.relname as table, a.attname as column
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
     where a.attidentity <> '' and n.nspname <> 'graphile_worker' and n.nspname !~ '^pg_'`)
  for (const { table, column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), max("${column}")) from ${table} having max("${column}") is not null`,
      [table, column],
    )
}

/** Every row now bears this transaction's number; how far a follower had read is told by the count of rows. */
async function putFollowers(client: pg.Client, positions: Record<string, number>): Promise<void> {
  for (const [name, seq] of Object.entries(positions))
    await client.query(
      `update kit.settings
          set value = case jsonb_typeof(value)
                        when 'string' then to_jsonb(pg_current_xact_id()::text || '.' || $2::bigint)
                        else jsonb_build_object('tx', pg_current_xact_id()::text, 'seq', $2::bigint)
                      end
        where name = $1`,
      [name, seq],
    )
}

async function putJobs(client: pg.Client, jobs: Manifest['jobs']): Promise<void> {
  for (const job of jobs)
    await client.query('select kit.add_job($1, $2::json, $3, $4, $5)', [
      job.task,
      JSON.stringify(job.payload),
      job.key,
      job.runAt,
      job.queue,
    ])
}

async function bringFiles(config: Config, from: string): Promise<void> {
  if (existsSync(join(from, 'files')))
    await cp(join(from, 'files'), join(config.dataFolder, 'files'), {
      recursive: true,
      preserveTimestamps: true,
    })
  if (existsSync(join(from, 'seal-heads.json')))
    await copyFile(join(from, 'seal-heads.json'), join(config.dataFolder, 'seal-heads.json'))
}

async function sealTheRest(config: Config, url: string): Promise<void> {
  const pool = appPool(url, 2)
  try {
    await resumeSealing({ db: { pool }, now: () => new Date().toISOString(), config }, journals)
  } finally {
    await pool.end()
  }
}
