import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { ownerConfig, roleConfig } from '#server/kit/connect.ts'
import { packageRoot } from '#server/kit/package-root.ts'
import { asOwner, databaseUrl } from '#testing/database.ts'
import { migrate, readMigrations } from './migrate.ts'
import { printSchema } from './print-schema.ts'
import { appRole } from './roles.ts'

let url: string
let folder: string
let serial = 0

beforeEach(async () => {
  const name = `linli_migrate_${process.pid}_${(serial += 1)}`
  const admin = databaseUrl(inject('templateUrl'), 'postgres')
  await asOwner(admin, `create database ${name} template template0`)
  url = databaseUrl(admin, name)
  folder = mkdtempSync(join(tmpdir(), 'linli-migrations-'))
  write('0001_kit.sql', readFileSync(join(packageRoot, 'db/migrations/0001_kit.sql'), 'utf8'))
})
afterEach(async () => {
  const name = url.replace(/^.*\/(\w+)(\?.*)?$/, '$1')
  await asOwner(databaseUrl(url, 'postgres'), `drop database ${name} with (force)`)
  rmSync(folder, { recursive: true })
})

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const run = () => migrate(ownerConfig(url), { folder })
async function rows(text: string): Promise<unknown[]> {
  const client = new pg.Client(ownerConfig(url))
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('two starting servers run every file once', async () => {
  write('0002_more.sql', 'create table kit.more (n int); insert into kit.more values (1)')
  const ran = await Promise.all([run(), run(), run()])
  expect(ran.flat().sort()).toEqual(['0001_kit.sql', '0002_more.sql'])
  expect(await rows('select n from kit.more')).toEqual([{ n: 1 }])
})

test('what an older program still reads is not taken away while one of it runs', async () => {
  await run()
  write(
    '0002_less.sql',
    '-- stop all first: nobody may read it any more\ncreate table kit.less (n int)',
  )
  const older = new pg.Client(roleConfig(url, appRole))
  await older.connect()
  await expect(run()).rejects.toThrow('Stop them all, then start one.')
  expect(await rows("select to_regclass('kit.less') as it")).toEqual([{ it: null }])
  await older.end()
  await expect.poll(run, { timeout: 5000 }).toEqual(['0002_less.sql'])
})

test('every migration that takes something away says what is to be done with older processes', async () => {
  const takesAway =
    /\bdrop (table|column|view|function)\b|\brename (to|column)\b|\balter column \w+ (type|set not null)\b/i
  const since = (await readMigrations()).filter(({ name }) => name > '0082')
  expect(since.length).toBeGreaterThan(0)
  const silent = since.filter(
    ({ text }) =>
      takesAway.test(text.replace(/--.*$/gm, '')) &&
      !/^-- (stop all first|older processes go on)\b/m.test(text),
  )
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('a file that fails leaves nothing, and the sentence says when, which file and which line', async () => {
  write('0002_bad.sql', 'create table kit.half (n int);\n\nselect nonsense;\n')
  await expect(run()).rejects.toThrow(
    /^\d{4}-\d\d-\d\d .*0002_bad\.sql failed at line 3: .*nonsense/,
  )
  expect(await rows("select to_regclass('kit.half') as it")).toEqual([{ it: null }])
  write('0002_bad.sql', 'create table kit.half (n int)')
  expect(await run()).toEqual(['0002_bad.sql'])
})

test('a file outside a transaction may build an index concurrently', async () => {
  write('0002_more.sql', 'create table kit.more (n int)')
  write('0003_index.sql', '-- no transaction\ncreate index concurrently more_n on kit.more (n)')
  expect(await run()).toContain('0003_index.sql')
})

test('what ran is never edited, renamed or overtaken', async () => {
  write('0003_later.sql', 'select 1')
  await run()
  write('0003_later.sql', 'select 2')
  await expect(run()).rejects.toThrow(/0003_later\.sql was changed after it ran/)
  write('0003_later.sql', 'select 1')
  write('0002_late.sql', 'select 1')
  await expect(run()).rejects.toThrow(/0002_late\.sql comes before 0003_later\.sql/)
  rmSync(join(folder, '0002_late.sql'))
  rmSync(join(folder, '0003_later.sql'))
  await expect(run()).rejects.toThrow(/not in this program/)
})

test('no two files have one number: in what order they run is never chance', async () => {
  const numbers = (await readMigrations()).map(({ name }) => name.slice(0, 4))
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
})

test('db/schema.sql is the database as the migrations make it', async () => {
  const committed = readFileSync(join(packageRoot, 'db/schema.sql'), 'utf8')
  expect(await printSchema(ownerConfig(inject('templateUrl')))).toBe(committed)
})
