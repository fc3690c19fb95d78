import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHarness, type Harness } from '#testing/harness.ts'
import { newYorkAreas, newYorkLevels, newYorkMapping } from '#testing/new-york.ts'
import { buildPeopleTown } from '#testing/people-town.ts'
import { inScope } from '#server/kit/db.ts'
import { writeSheet } from '#server/kit/write-sheet.ts'
import * as store from '#server/places/import-store.ts'
import { layFoundation } from './foundation.ts'
import { importAreas } from './import-areas.ts'
import { readAreasCsv } from './areas-csv.ts'
import { importCases, type Summary } from './import-cases.ts'
import type { ImportMapping } from './import-mapping.ts'

const shared = process.env['LINLI_SHARED'] ?? '../shared'
const newYork = join(shared, 'data/nyc311-sample.csv')

let town: Harness
let folder = ''
beforeAll(async () => {
  town = await openHarness({ startAt: '2026-03-05T08:00:00.000Z' })
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  const { area } = await buildPeopleTown(town.owner)
  await layFoundation(town.owner, area['500000'] ?? 0)
  await town.app.places.refresh()
})
afterAll(() => rm(folder, { recursive: true }))

const rejects = () => join(folder, 'rejects.csv')

async function imports(file: string, mapping: ImportMapping): Promise<Summary> {
  await rm(rejects(), { force: true })
  const summary = await importCases(town.app, { file, mapping, rejects: rejects() })
  if (typeof summary === 'string') throw new Error(summary)
  const { rows, imported, unchanged, rejected } = summary
  expect(imported + unchanged + rejected).toBe(rows)
  return summary
}

async function count(where: string): Promise<number> {
  const { rows } = await town.owner.query<{ n: number }>(
    `select count(*)::int as n from cases.cases c where ${where}`,
  )
  return rows[0]?.n ?? 0
}

const hotline: ImportMapping = {
  system: 'old-hotline',
  timeZone: 'Asia/Shanghai',
  columns: {
    externalId: '工单号',
    reportedAt: '来电时间',
    closedAt: '办结时间',
    status: '状态',
    category: '类别',
    text: '内容',
    area: '社区',
    closingWords: '结果',
  },
  statuses: { 办结: 'closed', 在办: 'open' },
  categories: { 占道: 'E04-06' },
  areas: { 同景社区: '500108106003', 不在树上: '999999999999' },
}

const heading = ['工单号', '来电时间', '办结时间', '状态', '类别', '内容', '社区', '结果']

describe('a spreadsheet of an office', () => {
  const rows = [
    [
      20260001,
      { wall: '2026-02-01T09:00:00' },
      '2026年2月2日 14:30',
      '办结',
      '占道',
      '夜市占道',
      '同景社区',
      '已劝离',
    ],
    [20260002, '2026/2/3', null, '在办', '占道', '又占道了', '同景社区', null],
    [20260003, '不详', null, '在办', '占道', '不知何时', '同景社区', null],
    [20260004, 46054.5, '1900/1/1', '办结', '占道', '没有办结时间', '同景社区', null],
    [20260005, '2026-02-05 10:00', null, '在办', '吵架', '类别没有映射', '同景社区', null],
    [20260006, '2026-02-05 10:00', null, '在办', '占道', '区域不在树上', '不在树上', null],
    [20260001, '2026-02-05 10:00', null, '在办', '占道', '编号重复', '同景社区', null],
  ]
  const file = () => join(folder, 'history.xlsx')

  test('every row is imported, or rejected with line and reason', async () => {
    const columns = heading.map((name) => ({ heading: name }))
    await writeFile(file(), await writeSheet('台账', columns, rows))
    expect(await imports(file(), hotline)).toEqual({
      rows: 7,
      imported: 3,
      unchanged: 0,
      rejected: 4,
      reasons: { reported_at_unreadable: 1, category_unknown: 1, area_unknown: 1, repeated_id: 1 },
      remarks: { closing_date_impossible: 1 },
    })
    const lines = (await readFile(rejects(), 'utf8')).trim().split('\r\n')
    expect(lines[1]).toMatch(/^4,reported_at_unreadable,上报时间无法识别,.*,不详,20260003/)
    expect(lines).toHaveLength(5)
  })

  test('a second run changes nothing', async () => {
    expect(await imports(file(), hotline)).toMatchObject({ imported: 0, unchanged: 3, rejected: 4 })
  })

  test('a stricter mapping rejects impossible dates instead', async () => {
    const strict: ImportMapping = { ...hotline, system: 'strict', closedWithoutDate: 'reject' }
    expect(await imports(file(), strict)).toMatchObject({
      imported: 2,
      reasons: { closing_date_impossible: 1 },
    })
  })

  test('the journal says that it was imported, with the instants of the other system', async () => {
    const { rows: entries } = await town.owner.query(
      `select e.move, e.at, e.to_state, e.actor_id, e.facts ->> 'imported' as imported
         from cases.entries e join cases.cases c on c.id = e.case_id
        where c.external_id = 'old-hotline:20260001' order by e.version`,
    )
    const by = { actor_id: 'import:old-hotline', imported: 'old-hotline' }
    expect(entries).toEqual([
      { move: 'report', at: '2026-02-01T01:00:00.000Z', to_state: 'REPORTED', ...by },
      { move: 'accept', at: '2026-02-01T01:00:00.000Z', to_state: 'ACCEPTED', ...by },
      { move: 'close', at: '2026-02-02T06:30:00.000Z', to_state: 'CLOSED', ...by },
      { move: 'archive', at: '2026-02-17T06:30:00.000Z', to_state: 'ARCHIVED', ...by },
    ])
  })

  test('a case keeps its source, its number of that year, and wakes nobody', async () => {
    expect(
      await count(
        `external_id like 'old-hotline:%' and source = 'OTHER_SYSTEM' and number like '500108106003-26-%'`,
      ),
    ).toBe(3)
    const { rows: told } = await town.owner.query(
      `select k.next_tell_at from cases.clocks k join cases.cases c on c.id = k.case_id
        where c.external_id like 'old-hotline:%' and k.ended_at is null and k.next_tell_at < '2026-03-05T08:00:00Z'`,
    )
    expect(told).toEqual([])
  })
})

test('a heading that the file lacks, a file that is no table: one sentence, nothing written', async () => {
  const file = join(folder, 'wrong.csv')
  await writeFile(file, '编号,内容\n1,x\n')
  expect(await importCases(town.app, { file, mapping: hotline, rejects: rejects() })).toMatch(
    /no column "工单号"/,
  )
  await writeFile(file, Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  expect(await importCases(town.app, { file, mapping: hotline, rejects: rejects() })).toMatch(
    /not an xlsx/,
  )
})

test('a ragged row and a quote that nobody closed are rejected with their line, the rest goes in', async () => {
  const file = join(folder, 'ragged.csv')
  const good = (id: string) => `${id},2026-02-05 10:00,,在办,占道,路口占道,同景社区,`
  await writeFile(
    file,
    [heading.join(','), good('a1'), 'a2,2026-02-05', `${good('a3')}"开着`, good('a4'), ''].join(
      '\r\n',
    ),
  )
  expect(await imports(file, { ...hotline, system: 'ragged' })).toMatchObject({
    imported: 2,
    reasons: { too_few_cells: 1, open_quote: 1 },
  })
})

describe('New York', () => {
  test.skipIf(!existsSync(newYork))(
    'takes its 311 export whole, dirt and all, and a second time without a change',
    async () => {
      await plantNewYork()
      const first = await imports(newYork, newYorkMapping)
      expect(first).toMatchObject({ rows: 5895, imported: 5895, rejected: 0 })
      expect(first.remarks).toEqual({ closing_date_impossible: 2 })
      expect(await count(`external_id like 'nyc311:%' and state = 'ARCHIVED'`)).toBe(2462)
      const again = await imports(newYork, newYorkMapping)
      expect(again).toMatchObject({ imported: 0, unchanged: 5895 })
    },
    120_000,
  )

  if (!existsSync(newYork))
    console.warn(`SKIPPED: ${newYork} is absent; set LINLI_SHARED to the folder with data/`)
})

async function plantNewYork(): Promise<void> {
  const file = join(folder, 'new-york.csv')
  await writeFile(file, newYorkAreas())
  const { owner } = town
  await store.writeLevels(
    owner,
    newYorkLevels.levels.map((level, at) => ({
      tree: newYorkLevels.tree,
      ordinal: at + 1,
      parentLength: null,
      skips: false,
      ...level,
    })),
  )
  const report = await importAreas(owner, {
    ...(await readAreasCsv(file, null)),
    outlines: [],
    tree: newYorkLevels.tree,
    timeZone: newYorkLevels.timeZone,
    validFrom: null,
    today: '2026-03-05',
    source: 'test',
    crs: 'wgs84',
    schematic: false,
  })
  expect(report).toMatchObject({ added: 65, rejects: [] })
  await town.app.places.refresh()
}

test('the scope of the import sees what it wrote', async () => {
  const seen = await inScope(town.app.db, { kind: 'job' }, (tx) =>
    tx.client.query('select from cases.cases'),
  )
  expect(seen.rowCount).toBeGreaterThan(0)
})
