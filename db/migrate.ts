// The migration runner: plain SQL files, forward only, each in one transaction with its version row first,
// so that two starting servers cannot both run it. Runs as the owner of the tables, never as the application.
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { packageRoot } from '#server/kit/package-root.ts'
import { appRole, ensureRoles, grantJobs } from './roles.ts'

export type Migration = { name: string; text: string; checksum: string }

type Applied = { name: string; checksum: string; finished_at: string | null }

/** A migration cannot run. The message says when, which file, which line, and what to do. */
export class MigrationTrouble extends Error {
  override name = 'MigrationTrouble'
}

const lockNumber = 8141_0001

export async function readMigrations(
  folder = join(packageRoot, 'db/migrations'),
): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Brings a database up to date and returns the names of the files it ran. */
export async function migrate(
  owner: pg.ClientConfig,
  options: { folder?: string; told?: (line: string) => void } = {},
): Promise<string[]> {
  const wanted = await readMigrations(options.folder)
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('set client_min_messages = warning')
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await refuseOldServer(client)
    await ensureRoles(client)
    await ensureTable(client)
    const ran = await runMissing(client, wanted, options.told)
    await migrateJobs(owner, client)
    return ran
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    "select current_setting('server_version_num')::int n",
  )
  const version = rows[0]?.n ?? 0
  if (version < 150000)
    throw new MigrationTrouble(
      `PostgreSQL ${Math.floor(version / 10000)} is too old: Linli needs 15 or newer.`,
    )
}

async function ensureTable(client: pg.Client): Promise<void> {
  await client.query(`
    create table if not exists public.migrations (
      name        text        primary key,
      checksum    text        not null,
      started_at  timestamptz not null default now(),
      finished_at timestamptz
    )`)
  await client.query(
    "comment on table public.migrations is 'Which migration files have run, and what they said then. Written by the runner only.'",
  )
  await client.query('grant select on public.migrations to linli_app')
}

async function runMissing(
  client: pg.Client,
  wanted: Migration[],
  told: ((line: string) => void) | undefined,
): Promise<string[]> {
  const { rows } = await client.query<Applied>(
    'select name, checksum, finished_at from public.migrations',
  )
  const applied = new Map(rows.map((row) => [row.name, row]))
  refuseSurprises(wanted, applied)
  const ran: string[] = []
  const missing = wanted.filter((m) => !applied.has(m.name))
  if (applied.size > 0 && missing.some(wantsOthersStopped)) await refuseWhileOthersRun(client)
  for (const migration of missing) {
    await runOne(client, migration)
    told?.(`migrated ${migration.name}`)
    ran.push(migration.name)
  }
  return ran
}

/** The mark of a migration after which an older program that still runs would find what it reads gone. */
const wantsOthersStopped = ({ text }: Migration): boolean => /^-- stop all first\b/m.test(text)

/** Before the first file runs: with several processes some of the older program may still be serving. */
async function refuseWhileOthersRun(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from pg_stat_activity where usename = $1 and datname = current_database()',
    [appRole],
  )
  if ((rows[0]?.n ?? 0) > 0)
    throw new MigrationTrouble(
      'This upgrade takes away what the version before still reads, and other processes of Linli are on this database. Stop them all, then start one.',
    )
}

function refuseSurprises(wanted: Migration[], applied: Map<string, Applied>): void {
  const known = new Map(wanted.map((m) => [m.name, m]))
  for (const row of applied.values()) {
    const file = known.get(row.name)
    if (file === undefined)
      throw trouble(
        row.name,
        'ran on this database but is not in this program. Start the newer program.',
      )
    if (file.checksum !== row.checksum)
      throw trouble(
        row.name,
        'was changed after it ran. Restore the file and write a new migration instead.',
      )
    if (row.finished_at === null)
      throw trouble(
        row.name,
        'was begun outside a transaction and did not finish. Undo what it left, delete its row in public.migrations, start again.',
      )
  }
  const newest = [...applied.keys()].sort().at(-1)
  const late = wanted.find((m) => newest !== undefined && m.name < newest && !applied.has(m.name))
  if (late !== undefined)
    throw trouble(late.name, `comes before ${newest}, which ran already. Give it the next number.`)
}

async function runOne(client: pg.Client, migration: Migration): Promise<void> {
  const alone = migration.text.trimStart().startsWith('-- no transaction')
  const insert = 'insert into public.migrations (name, checksum) values ($1, $2)'
  const finish = 'update public.migrations set finished_at = now() where name = $1'
  try {
    if (!alone) await client.query('begin')
    await client.query(insert, [migration.name, migration.checksum])
    await client.query(migration.text)
    await client.query(finish, [migration.name])
    if (!alone) await client.query('commit')
  } catch (cause) {
    if (!alone) await client.query('rollback').catch(() => undefined)
    throw trouble(migration.name, whatFailed(migration.text, cause), cause)
  }
}

function whatFailed(text: string, cause: unknown): string {
  if (!(cause instanceof pg.DatabaseError)) return `failed: ${String(cause)}`
  const position = Number(cause.position ?? 0)
  const line = position > 0 ? ` at line ${text.slice(0, position).split('\n').length}` : ''
  const detail = cause.detail === undefined ? '' : ` (${cause.detail})`
  return `failed${line}: ${cause.message}${detail}. Nothing of it was kept.`
}

function trouble(name: string, why: string, cause?: unknown): MigrationTrouble {
  const when = new Date().toISOString().slice(0, 19).replace('T', ' ')
  return new MigrationTrouble(`${when} UTC · migration ${name} ${why}`, { cause })
}

/** The queue's schema belongs to the owner too, and is migrated with ours. */
async function migrateJobs(owner: pg.ClientConfig, client: pg.Client): Promise<void> {
  const pgPool = new pg.Pool({ ...owner, max: 2 })
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (connected) => connected.on('error', () => undefined))
  try {
    await runMigrations({ pgPool })
  } finally {
    await pgPool.end()
  }
  await grantJobs(client)
}
