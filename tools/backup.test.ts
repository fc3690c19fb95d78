// The drill: a town at work is backed up while it is open, brought back elsewhere, and is the same town.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { type FileKey, diskStore } from '#server/files/file-store.ts'
import { sealedStore } from '#server/files/sealed-store.ts'
import { journals } from '#server/journals.ts'
import { appPool, ownerConfig } from '#server/kit/connect.ts'
import { sealJournals } from '#server/kit/seal.ts'
import { verifyJournals } from '#server/kit/verify.ts'
import { asOwner, databaseUrl } from '#testing/database.ts'
import { reacted } from '#testing/reacted.ts'
import { type Town, codes, fileAndGive, keepPhoto, openTown, report } from '#testing/town.ts'
import { backup, readManifest } from './backup.ts'
import { listTables } from './dump-tables.ts'
import { refuseDamage, restore } from './restore.ts'

let t: Town
let folder: string
let elsewhere: { url: string; dataFolder: string }
const name = `linli_drill_${process.pid}`

beforeAll(async () => {
  t = await openTown()
  folder = mkdtempSync(join(tmpdir(), 'linli-drill-'))
  const adminUrl = databaseUrl(t.app.ownerUrl, 'postgres')
  await asOwner(adminUrl, `create database ${name} template template0`)
  elsewhere = { url: databaseUrl(t.app.ownerUrl, name), dataFolder: join(folder, 'data') }
  await migrate(ownerConfig(elsewhere.url))
})
afterAll(async () => {
  await asOwner(
    databaseUrl(elsewhere.url, 'postgres'),
    `drop database if exists ${name} with (force)`,
  )
  rmSync(folder, { recursive: true, force: true })
})

const copy = () => join(folder, 'copy')
let photographed: FileKey

beforeAll(async () => {
  photographed = { hash: await keepPhoto(t), variant: 'full' }
})

test('what was reported, given, photographed, sealed and left unsealed comes back', async () => {
  const { number } = await report(t.client(), { phone: '139 0000 0000', name: '张' })
  await fileAndGive(
    await t.as('wu'),
    number,
    { areaCode: codes.grid, unitId: null },
    { tier: 'T1' },
  )
  await t.app.files.put(photographed, Buffer.from('a photo'))
  await sealJournals(t.app, journals)
  await reacted(t.app)
  await report(t.client(), { text: '封存之后的一条' })

  mkdirSync(join(copy(), 'tables'), { recursive: true })
  const manifest = await backup(t.app.config, t.app.ownerUrl, copy())
  expect(manifest.photos.count).toBeGreaterThan(0)
  const config = { ...t.app.config, dataFolder: elsewhere.dataFolder }
  mkdirSync(config.dataFolder, { recursive: true })
  await refuseDamage(copy(), manifest)
  await restore(config, elsewhere.url, { from: copy(), manifest })

  expect(await contentOf(elsewhere.url)).toEqual(await contentOf(t.app.ownerUrl))
  const brought = diskStore(join(config.dataFolder, 'files'))
  expect(String(await sealedStore(brought, t.app.keys).get(photographed))).toBe('a photo')
  // Staff are told of what they were not told of yet, and of nothing twice.
  expect(await untold(t.app.ownerUrl)).toBeGreaterThan(0)
  expect(await untold(elsewhere.url)).toBe(await untold(t.app.ownerUrl))
  const pool = appPool(elsewhere.url, 2)
  const verdict = await verifyJournals({ db: { pool }, config }, journals)
  await pool.end()
  expect(verdict).toMatchObject({ findings: [], unsealed: [] })
})

test('a full database, a damaged file and a folder without a manifest are refused', async () => {
  const manifest = await readManifest(copy())
  await expect(restore(t.app.config, elsewhere.url, { from: copy(), manifest })).rejects.toThrow(
    /not empty/,
  )
  const file = join(copy(), 'tables/cases.cases.copy')
  writeFileSync(file, readFileSync(file, 'utf8').replace('REPORTED', 'REPORTER'))
  await expect(refuseDamage(copy(), manifest)).rejects.toThrow(/cases.cases.copy is damaged/)
  await expect(readManifest(folder)).rejects.toThrow(/no whole backup/)
})

test('no key, no readable name and no picture is in the backup', () => {
  const contacts = readFileSync(join(copy(), 'tables/cases.contacts.copy'), 'utf8')
  expect(contacts).not.toContain('1390000')
  const { hash } = photographed
  const lying = readFileSync(join(copy(), 'files', hash.slice(0, 2), hash.slice(2)))
  expect(lying.includes('a photo')).toBe(false)
  expect(existsSync(join(copy(), 'keys.json'))).toBe(false)
})

/** Entries behind which the one who tells staff has not come yet. */
async function untold(url: string): Promise<number> {
  const client = new pg.Client(ownerConfig(url))
  await client.connect()
  try {
    const { rows } = await client.query<{ n: number }>(`
      select count(*)::int as n
        from cases.entries e, kit.settings s
       where s.name = 'reactions'
         and (e.tx, e.seq) > (split_part(s.value #>> '{}', '.', 1)::xid8, split_part(s.value #>> '{}', '.', 2)::bigint)`)
    return rows[0]?.n ?? -1
  } finally {
    await client.end()
  }
}

/** Every table as a hash of its rows in order; seals and positions were carried on, not copied. */
async function contentOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client(ownerConfig(url))
  await client.connect()
  try {
    const content: Record<string, string> = {}
    for (const table of await listTables(client)) {
      if (['kit.seals', 'kit.settings'].includes(table.name)) continue
      const columns = table.columns.map((column) => `"${column}"`).join(', ')
      const { rows } = await client.query<{ it: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(r::text, E'\\n' order by r::text)), '') as it
           from (select ${columns} from ${table.name}) r`,
      )
      content[table.name] = rows[0]?.it ?? ''
    }
    return content
  } finally {
    await client.end()
  }
}
