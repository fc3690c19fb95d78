// A database to measure on: the demo world in an embedded PostgreSQL of its own, its cases copied until there are
// enough, and a server in a process of its own. Everything lies in a temporary folder and goes with it.

import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createApp, stopApp } from '#server/app.ts'
import { type Config, readConfig } from '#server/config.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { startEmbedded } from '#server/kit/embedded.ts'
import { packageRoot } from '#server/kit/package-root.ts'
import { migrate } from '#db/migrate.ts'
import { fillDemo } from '../demo.ts'

export type Ground = {
  url: string
  config: Config
  folder: string
  /** Leaves the data, for a server that starts its own database on it. */
  stopDatabase: () => Promise<void>
  forget: () => void
  close: () => Promise<void>
}

const inDemo = 20_000
const unlimited = 1_000_000

export async function openGround(cases: number): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const database = await startEmbedded({ dataFolder: folder })
  await migrate(ownerConfig(database.url))
  const config: Config = {
    ...readConfig({ LINLI_DATA: folder, LINLI_LOG: 'silent' }),
    limitScale: unlimited,
  }
  const app = createApp(config, { ownerUrl: database.url })
  await fillDemo(app, { count: Math.min(cases, inDemo) })
  await stopApp(app)
  await copyCases(database.url, Math.floor(cases / inDemo) - 1)
  const forget = () => rmSync(folder, { recursive: true, force: true })
  const close = async () => {
    await database.stop()
    forget()
  }
  return { url: database.url, config, folder, stopDatabase: () => database.stop(), forget, close }
}

const tables = [
  'cases',
  'rounds',
  'legs',
  'clocks',
  'proofs',
  'voices',
  'contacts',
  'extension_requests',
  'callbacks',
  'samples',
  'entries',
]

/** How a copied row differs: ids are hashed with the number of the copy, serials move up by a hundred thousand. */
const differing: Record<string, string> = {
  case_id: 'md5(t.case_id::text || k)::uuid',
  command_id: 'md5(t.command_id::text || k)::uuid',
  number: `regexp_replace(t.number, '\\d+$', '') || (k * 100000 + substring(t.number from '\\d+$')::int)`,
  external_id: 'null',
}

async function copyCases(url: string, times: number): Promise<void> {
  if (times < 1) return
  const owner = new pg.Client(ownerConfig(url))
  await owner.connect()
  try {
    await owner.query(`set session_replication_role = replica`)
    for (const table of tables) await owner.query(await copyText(owner, table, times))
    const { rows } = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'cases' and table_name = 'tallies' and data_type = 'integer'`,
    )
    await owner.query(
      `update cases.tallies set ${rows.map(({ name }) => `"${name}" = "${name}" * ${times + 1}`).join(', ')}`,
    )
    await owner.query(caughtUpText)
    await owner.query('vacuum analyze')
  } finally {
    await owner.end()
  }
}

/** Followers have read what was copied: a community as large as this one told and sealed its past long ago. */
const caughtUpText = `
  insert into kit.settings (name, value)
  select position.name, position.value
    from (select tx, seq from cases.entries order by seq desc limit 1) e,
         lateral (values ('reactions', to_jsonb(e.tx::text || '.' || e.seq)),
                         ('follow.seal.cases.entries', jsonb_build_object('tx', e.tx::text, 'seq', e.seq)))
           as position (name, value)
      on conflict (name) do update set value = excluded.value`

async function copyText(owner: pg.Client, table: string, times: number): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'cases' and table_name = $1 and is_identity = 'NO' and is_generated = 'NEVER' and column_name <> 'tx'
      order by ordinal_position`,
    [table],
  )
  const from = (name: string) =>
    table === 'cases' && name === 'id'
      ? 'md5(t.id::text || k)::uuid'
      : (differing[name] ?? `t."${name}"`)
  return `insert into cases.${table} (${rows.map(({ name }) => `"${name}"`).join(', ')})
    select ${rows.map(({ name }) => from(name)).join(', ')}
      from cases.${table} t, generate_series(1, ${times}) k`
}

/** A signed-in cookie for a person, without asking for the password each time. */
export async function cookieFor(owner: pg.Client, personId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  // Most people of the demo world have no password: nobody but a benchmark needs to be them.
  await owner.query(
    `insert into people.credentials (person_id, password_hash, changed_at) values ($1, 'none', now()) on conflict do nothing`,
    [personId],
  )
  await owner.query(
    `insert into people.sessions (token_hash, id, person_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, now(), now(), now() + interval '1 day')`,
    [createHash('sha256').update(secret).digest(), randomUUID(), personId],
  )
  return `linli=${secret}`
}

export type Served = {
  port: number
  stop: () => Promise<void>
  kill: () => void
  child: ChildProcess
}

/** The server as it runs everywhere, with limits per address lifted, since all the load comes from one. */
export async function serve(ground: Pick<Ground, 'url' | 'folder'>, port: number): Promise<Served> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--conditions=source',
      join(packageRoot, 'tools/bench/server.ts'),
      ground.url,
      ground.folder,
      String(port),
    ],
    {
      cwd: packageRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await untilReady(port, ended)
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { port, stop, kill: () => child.kill('SIGKILL'), child }
}

export async function untilReady(port: number, ended: Promise<void>): Promise<void> {
  let over = false
  void ended.then(() => (over = true))
  for (let tries = 0; tries < 600; tries += 1) {
    if (over) throw new Error('the server ended before it was ready')
    const ok = await fetch(`http://127.0.0.1:${port}/health`).then(
      (r) => r.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resume) => setTimeout(resume, 100))
  }
  throw new Error('the server was not ready within a minute')
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}
