// Durable reports a second: our intake (routing, rules, number, secret, journal, tallies, answer kept) in one process,
// beside a bare pg client that inserts the same rows, one transaction a report, with 16 connections.

import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { anyone, createApp, stopApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { reportCase } from '#server/cases/report.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { openGround } from './ground.ts'
import { keepBusy, placesOf, reportOf } from './load.ts'
import { type BenchResult, rounded } from './result.ts'

const connections = 16
const callers = 128

export async function benchIntake(
  options: { seconds?: number; cases?: number } = {},
): Promise<BenchResult> {
  const seconds = options.seconds ?? 12
  const ground = await openGround(options.cases ?? 20_000)
  const app = createApp({ ...ground.config, poolSize: connections }, { ownerUrl: ground.url })
  try {
    await app.places.refresh()
    await app.teams.refresh()
    const places = await placesOf(ground.url, 120)
    let turn = 0
    const one = () => send(app, places[turn++ % places.length]!)
    await keepBusy(callers, 3, one)
    const ours = await perSecond(callers, seconds, one)
    const rows = await sampleRows(ground.url)
    const bare = await perSecondBare(ground.url, rows, seconds)
    const bench = pgbench(ground.folder, ground.url, seconds)
    return {
      name: 'intake',
      figures: { reports: rounded(ours) },
      units: {
        reports: 'durable reports/s',
        bare: 'rows of a report, reports/s',
        pgbench: 'single rows/s',
      },
      baseline: { bare: rounded(bare), ...(bench === null ? {} : { pgbench: rounded(bench) }) },
      ratio: rounded(ours / bare, 3),
      note: `${callers} callers in process, reports share commits; baseline ${connections} connections, one commit a report${bench === null ? '; no pgbench found' : ''}.`,
    }
  } finally {
    await stopApp(app)
    await ground.close()
  }
}

async function send(app: App, place: Parameters<typeof reportOf>[0]): Promise<void> {
  const caller = {
    requestId: '',
    address: '127.0.0.1',
    lang: 'zh',
    origin: null,
    header: () => null,
    cookie: () => null,
  }
  const answer = await reportCase(
    app,
    anyone(caller as never),
    reportOf(place, '楼下的路灯又不亮了，晚上看不清台阶'),
  )
  if (!answer.ok) throw new Error(`a report was refused: ${answer.refusal}`)
}

async function perSecond(
  lanes: number,
  seconds: number,
  one: () => Promise<void>,
): Promise<number> {
  const began = performance.now()
  const finished = await keepBusy(lanes, seconds, one)
  return finished / ((performance.now() - began) / 1000)
}

type Rows = { table: string; columns: string[]; rows: Record<string, unknown>[] }[]

/** The rows of one fresh report, as they lie in the database. */
async function sampleRows(url: string): Promise<Rows> {
  const owner = new pg.Client(ownerConfig(url))
  await owner.connect()
  const { rows } = await owner.query<{ id: string }>(
    `select id from cases.cases where version = 1 order by reported_at desc limit 1`,
  )
  const id = rows[0]?.id
  const found: Rows = []
  for (const [table, key] of [
    ['cases', 'id'],
    ['rounds', 'case_id'],
    ['clocks', 'case_id'],
    ['voices', 'case_id'],
    ['entries', 'case_id'],
  ] as const) {
    const part = await owner.query<{ row: Record<string, unknown> }>(
      // What the database computes itself nobody may insert.
      `select to_jsonb(t) - 'seq' - 'tx' - array(
                select attname::text from pg_attribute
                 where attrelid = $2::regclass and attgenerated <> '') as row
         from cases.${table} t where ${key} = $1`,
      [id, `cases.${table}`],
    )
    const list = part.rows.map(({ row }) => row)
    found.push({ table, columns: Object.keys(list[0] ?? {}), rows: list })
  }
  await owner.end()
  return found
}

/** The plainest client: begin, an insert a table, the serial and the tallies, commit. */
async function perSecondBare(url: string, rows: Rows, seconds: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client(ownerConfig(url))
      await client.connect()
      return client
    }),
  )
  let serial = 0
  const done = await perSecond(connections, seconds, async () => {
    const client = clients.pop()
    if (client === undefined) return
    serial += 1
    await insertBare(client, rows, serial)
    clients.push(client)
  })
  await Promise.all(clients.map((client) => client.end()))
  return done
}

async function insertBare(client: pg.Client, rows: Rows, serial: number): Promise<void> {
  const id = randomUUID()
  const community = Number(rows[0]?.rows[0]?.['community_id'])
  await client.query('begin')
  await client
    .query({
      name: 'serial',
      text: 'insert into cases.serials as s (community_id, year, last) values ($1, 99, 1) on conflict (community_id, year) do update set last = s.last + 1',
      values: [community + (serial % 100)],
    })
    .catch(async () => client.query('rollback'))
  for (const { table, columns, rows: list } of rows)
    for (const row of list) {
      const fresh = {
        ...row,
        ...(table === 'cases' ? { id, number: `bare-99-${serial}` } : { case_id: id }),
        ...(table === 'entries' ? { command_id: randomUUID() } : {}),
      }
      const names = columns.map((column) => `"${column}"`).join(', ')
      await client.query({
        name: table,
        text: `insert into cases.${table} (${names}) select ${columns.map((column) => `r."${column}"`).join(', ')} from jsonb_populate_record(null::cases.${table}, $1) r`,
        values: [JSON.stringify(fresh)],
      })
    }
  const tally = `insert into cases.tallies as t (community_id, area_id, path, grain, bucket, reported_resident_web)
    select c.community_id, c.filed_area_id, c.filed_path, g, current_date + ($2 % 50)::int, 1 from cases.cases c, unnest(array['day', 'month']) g where c.community_id = $1 and c.id = $3
        on conflict (community_id, area_id, grain, bucket) do update set reported_resident_web = t.reported_resident_web + 1`
  await client.query({ name: 'tally', text: tally, values: [community, serial, id] })
  await client.query({
    name: 'command',
    text: `insert into kit.commands (actor, command_id, content_hash, answer, answered_at) values ('bare', $1, sha256('x'), '{}', now())`,
    values: [randomUUID()],
  })
  await client.query('commit')
}

/** What the disk gives: pgbench with one durable row a transaction, where it is installed. */
function pgbench(folder: string, url: string, seconds: number): number | null {
  const script = join(folder, 'one-row.sql')
  writeFileSync(
    script,
    `insert into public.bench_rows (text) values ('楼下的路灯又不亮了，晚上看不清台阶');\n`,
  )
  try {
    const parsed = new URL(url.replace(/^postgres(ql)?:\/\/[^@]*@?\//, 'postgresql://local/'))
    const host = parsed.searchParams.get('host') ?? parsed.hostname
    const args = [
      '-h',
      host,
      '-U',
      'postgres',
      '-n',
      '-c',
      String(connections),
      '-j',
      '1',
      '-T',
      String(seconds),
      '-M',
      'prepared',
      '-f',
      script,
      'linli',
    ]
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' })
    prepareTable(url)
    const said = execFileSync('pgbench', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number(/tps = ([\d.]+)/.exec(said)?.[1] ?? Number.NaN) || null
  } catch {
    return null
  }
}

function prepareTable(url: string): void {
  const text = `import pg from 'pg'; const c = new pg.Client(${JSON.stringify(ownerConfig(url))}); await c.connect(); await c.query('create table if not exists public.bench_rows (id bigint generated always as identity primary key, text text)'); await c.end()`
  execFileSync(process.execPath, ['--input-type=module', '-e', text], { stdio: 'ignore' })
}
