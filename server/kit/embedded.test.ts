import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { hold } from './running.ts'

const root = process.getuid?.() === 0
const leftovers: string[] = []
const running: Embedded[] = []

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop()
  for (const folder of leftovers.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'linli-embedded-'))
  chmodSync(made, 0o755)
  leftovers.push(made)
  return made
}

async function open(dataFolder: string): Promise<Embedded> {
  const database = await startEmbedded({ dataFolder, durable: false })
  running.push(database)
  return database
}

async function answer(url: string, text: string): Promise<unknown> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<{ it: unknown }>(text)).rows[0]?.it
  } finally {
    await client.end()
  }
}

test('a new folder gets a cluster of its own, closed to others, that knows Chinese and keeps what it is told', async () => {
  const dataFolder = join(folder(), 'data')
  const first = await open(dataFolder)
  await answer(first.url, 'create table kept as select 7 as it')
  expect(await answer(first.url, "select lower('ÄÖ') || upper('社区a') as it")).toBe('äö社区A')
  expect(await answer(first.url, "select current_setting('listen_addresses') as it")).toBe('')
  expect(statSync(first.cluster).mode & 0o077).toBe(0)
  await first.stop()
  const second = await open(dataFolder)
  expect(await answer(second.url, 'select it from kept')).toBe(7)
})

test('a copy of a data folder opens its own cluster, not the one it was copied from', async () => {
  const [dataFolder, copy] = [join(folder(), 'data'), join(folder(), 'copy')]
  const first = await open(dataFolder)
  await answer(first.url, 'create table kept as select 7 as it')
  await first.stop()
  cpSync(dataFolder, copy, { recursive: true, preserveTimestamps: true })
  if (root) spawnSync('chown', ['-R', '--reference', first.cluster, join(copy, 'postgres')])
  const second = await open(copy)
  expect(second.cluster).toBe(join(copy, 'postgres'))
  await answer(second.url, 'update kept set it = 8')
  await second.stop()
  const again = await open(dataFolder)
  expect(await answer(again.url, 'select it from kept')).toBe(7)
})

test('a database that its server left behind is ended before the next one starts', async () => {
  const dataFolder = join(folder(), 'data')
  const orphan = await startEmbedded({ dataFolder, durable: false })
  const next = await open(dataFolder)
  expect(await orphan.died).toMatch(/ended/)
  expect(await answer(next.url, 'select 1 as it')).toBe(1)
})

test('a note of a process that is long gone is no obstacle', async () => {
  const dataFolder = join(folder(), 'data')
  const first = await open(dataFolder)
  await first.stop()
  writeFileSync(join(first.cluster, 'postmaster.pid'), `999999\n${first.cluster}\n`)
  expect(await answer((await open(dataFolder)).url, 'select 1 as it')).toBe(1)
})

test('a damaged folder, a strange folder and a folder of another version are named, and left as they are', async () => {
  const dataFolder = join(folder(), 'data')
  const first = await open(dataFolder)
  await first.stop()
  writeFileSync(join(first.cluster, 'global/pg_control'), 'noise')
  await expect(open(dataFolder)).rejects.toThrow(/damaged.*linli restore/)
  writeFileSync(join(first.cluster, 'PG_VERSION'), '14\n')
  await expect(open(dataFolder)).rejects.toThrow(/PostgreSQL 14, this program brings 18/)
  rmSync(join(first.cluster, 'PG_VERSION'))
  await expect(open(dataFolder)).rejects.toThrow(/damaged or not a database/)
})

test.runIf(root)(
  'root starts it where a parent folder is closed, and opens none of them',
  async () => {
    const closed = folder()
    chmodSync(closed, 0o700)
    const dataFolder = join(closed, 'data')
    const database = await open(dataFolder)
    leftovers.push(join(database.cluster, '..'))
    expect(database.cluster.startsWith(closed)).toBe(false)
    expect(database.told.join('\n')).toContain(database.cluster)
    expect(JSON.parse(readFileSync(join(dataFolder, 'database.json'), 'utf8'))).toMatchObject({
      cluster: database.cluster,
    })
    expect(statSync(closed).mode & 0o777).toBe(0o700)
  },
)

test('one program per data folder: the second is told who has it; a note left by a crash is seen through', () => {
  const file = join(folder(), 'linli.pid')
  const parent = {
    pid: process.ppid,
    startedAt: 'another boot/1',
    address: 'http://127.0.0.1:8141',
  }
  writeFileSync(file, JSON.stringify(parent))
  const release = hold(file, 'http://127.0.0.1:8141')
  const mine = JSON.parse(readFileSync(file, 'utf8')) as { pid: number }
  expect(mine.pid).toBe(process.pid)
  release()
})

test('a very long path still finds a socket', async () => {
  const deep = join(folder(), 'a-folder-with-a-long-name'.repeat(3), 'and-another-one'.repeat(3))
  mkdirSync(deep, { recursive: true })
  const database = await open(join(deep, 'data'))
  expect(await answer(database.url, 'select 1 as it')).toBe(1)
})
