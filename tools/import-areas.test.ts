// Files with planted faults, judged and written on a real database.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { scaleAt } from '#core/places/geometry.ts'
import { packageRoot } from '#server/kit/package-root.ts'
import { readTree, writeLevels } from '#server/places/import-store.ts'
import { type Harness, openHarness } from '#testing/harness.ts'
import { plainMapping, readAreasCsv } from './areas-csv.ts'
import { readAreasGeoJson } from './areas-geojson.ts'
import { type AreasImport, importAreas } from './import-areas.ts'

let h: Harness
const folder = mkdtempSync(join(tmpdir(), 'linli-areas-'))
beforeAll(async () => {
  h = await openHarness()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => h.owner.query('begin'))
afterEach(() => h.owner.query('rollback'))

const common = {
  tree: 'cn',
  timeZone: 'Asia/Shanghai',
  validFrom: null,
  today: '2026-03-02',
  source: 'test',
  crs: 'wgs84',
  schematic: true,
} as const satisfies Partial<AreasImport>

function fileOf(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
async function importCsv(text: string) {
  const read = await readAreasCsv(fileOf('areas.csv', text), null)
  return importAreas(h.owner, { ...read, outlines: [], ...common })
}
async function importOutlines(features: object[], more: Partial<AreasImport> = {}) {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  const file = fileOf('areas.geojson', `{"type":"FeatureCollection","features":[\n${lines}\n]}`)
  const read = await readAreasGeoJson(file, { mapping: plainMapping, crs: more.crs ?? 'wgs84' })
  return importAreas(h.owner, { ...read, ...common, ...more })
}
const faults = (report: { rejects: { line: number; fault: string }[] }) =>
  report.rejects.map(({ line, fault }) => `${line} ${fault}`)

describe('the table of divisions', () => {
  const file = join(folder, 'divisions.csv')
  beforeAll(() => {
    const packed = readFileSync(
      join(packageRoot, 'tools/demo/data/chongqing-divisions-2023.csv.gz'),
    )
    writeFileSync(file, gunzipSync(packed))
  })

  test('comes in whole, and a second run changes nothing', async () => {
    const read = await readAreasCsv(file, null)
    const first = await importAreas(h.owner, { ...read, outlines: [], ...common })
    expect(first).toMatchObject({ rows: 11_270, added: 1 + 38 + 1031 + 11_270, rejects: [] })
    const counts = await h.owner.query(
      'select level, count(*)::int n from places.areas group by level order by n',
    )
    expect(counts.rows.map((row) => row.n)).toEqual([1, 38, 1031, 11_270])
    const version = await h.owner.query(
      `select version from places.versions where topic = 'geography'`,
    )
    const second = await importAreas(h.owner, { ...read, outlines: [], ...common })
    expect(second).toMatchObject({ added: 0, renamed: 0, unchanged: 12_340, rejects: [] })
    const after = await h.owner.query('select count(*)::int n from places.areas')
    expect(after.rows[0].n).toBe(12_340)
    expect(version.rows).toHaveLength(1)
  })
})

describe('rows with faults', () => {
  const head = 'code,name,level,parent,nameEn\n'
  const city = '500000,重庆市,city,,\n500108,南岸区,district,500000,\n500108006,弹子石街道,,,\n'

  test('each is named with its line, and the others come in', async () => {
    const report = await importCsv(
      `${head}${city}500108006008,群慧村社区,,,Qunhui\n5001080060,坏码,,,\n500108007001,孤儿,,,\n` +
        `500108006008,另名,,,\n500108006009,错级,county,,\n500108006010,,,,\n500108006011,错属,community,500108,\n` +
        `500108006012001,无社区网格,,,\n`,
    )
    expect(report.added).toBe(4)
    expect(faults(report)).toEqual([
      '6 bad_code',
      '7 orphan',
      '8 duplicate',
      '9 unknown_level',
      '10 no_name',
      '11 wrong_parent',
      '12 orphan',
    ])
    expect(report.rejects[1]!.reason.zh).toContain('500108007')
  })

  test('a child of a rejected row is an orphan', async () => {
    const report = await importCsv(
      `${head}500000,重庆市,city,,\n500108,,district,500000,\n500108006,弹子石街道,,,\n`,
    )
    expect(faults(report)).toEqual(['3 no_name', '4 orphan'])
  })

  test('a new name keeps the area and the old name', async () => {
    await importCsv(head + city)
    const report = await importCsv(`${head}500108006,弹子石新街道,,,\n`)
    expect(report).toMatchObject({ added: 0, renamed: 1 })
    const former = await h.owner.query('select name, until from places.former_names')
    expect(former.rows).toEqual([{ name: '弹子石街道', until: '2026-03-02' }])
  })

  test('a district alone is a tree of its own, but only one', async () => {
    const report = await importCsv(
      `${head}500108,南岸区,district,,\n500108006,弹子石街道,,,\n500112,渝北区,district,,\n`,
    )
    expect(report.added).toBe(2)
    expect(faults(report)).toEqual(['4 orphan'])
  })

  test('an area does not move to another parent', async () => {
    await importCsv(`${head}${city}500112,渝北区,district,500000,\n`)
    const report = await importCsv(`${head}500108006,弹子石街道,street,500112,\n`)
    expect(faults(report)).toEqual(['2 moved'])
  })
})

const scale = scaleAt(29.55)
type Corner = [x: number, y: number]
const position = ([x, y]: Corner) => [106.6 + x / scale.x, 29.55 + y / scale.y]
const block = (x: number, y: number, width: number, height: number): Corner[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
]
const feature = (code: string, corners: Corner[], properties: object = {}) => ({
  type: 'Feature',
  properties: { code, ...properties },
  geometry: { type: 'Polygon', coordinates: [corners.map(position)] },
})
const grid = (n: number, corners: Corner[], properties: object = {}) =>
  feature(`500108006008${String(n).padStart(3, '0')}`, corners, {
    name: `第${n}网格`,
    ...properties,
  })

describe('outlines', () => {
  beforeEach(() =>
    importCsv(
      'code,name,parent\n500000,重庆市,\n500108,南岸区,500000\n500108006,弹子石街道,\n500108006008,群慧村社区,\n',
    ),
  )
  const community = feature('500108006008', block(0, 0, 1000, 1000))

  test('are written with their areas, and a second run changes nothing', async () => {
    const features = [community, grid(1, block(0, 0, 500, 1000)), grid(2, block(500, 0, 500, 1000))]
    expect(await importOutlines(features)).toMatchObject({ added: 2, outlines: 3, rejects: [] })
    expect(await importOutlines(features)).toMatchObject({
      added: 0,
      outlines: 0,
      unchanged: 5,
      rejects: [],
    })
  })

  test('faults are named with the line of the feature', async () => {
    const open = block(0, 500, 100, 100).slice(0, -1)
    const bow: Corner[] = [
      [0, 600],
      [100, 700],
      [100, 600],
      [0, 700],
      [0, 600],
    ]
    const report = await importOutlines([
      community,
      grid(1, block(0, 0, 500, 500)),
      grid(2, block(490, 0, 500, 500)),
      grid(3, open),
      grid(4, bow),
      grid(5, block(950, 900, 100, 50)),
      feature('500108006009', block(0, 0, 10, 10)),
      { type: 'Feature', properties: { code: '500108006008006', name: '第6网格' }, geometry: null },
      grid(7, block(0, 800, 0, 0)),
      grid(8, [
        [200, 600],
        [300, 600],
        [200, 600],
      ]),
      feature('500108006008', block(0, 0, 1000, 1000)),
    ])
    expect(faults(report)).toEqual([
      '4 overlap',
      '5 ring_not_closed',
      '6 ring_crosses_itself',
      '7 outside_parent',
      '8 unknown_area',
      '9 not_an_outline',
      '10 no_area',
      '11 ring_too_short',
      '12 duplicate',
    ])
    expect(report.rejects[0]!.reason).toMatchObject({
      en: expect.stringContaining('500108006008001'),
    })
    expect(report.rejects[3]!.reason.zh).toContain('50 米')
  })

  test('up to a metre of overlap is drawing, more is a fault', async () => {
    const report = await importOutlines([
      grid(1, block(0, 0, 500, 500)),
      grid(2, block(499.2, 0, 500, 500)),
      grid(3, block(0, 498.5, 500, 400)),
    ])
    expect(faults(report)).toEqual(['4 overlap'])
  })

  test('a cross and a twin overlap too, though no corner lies in the other', async () => {
    const report = await importOutlines([
      grid(1, block(0, 400, 1000, 200)),
      grid(2, block(400, 0, 200, 1000)),
      grid(3, block(0, 400, 1000, 200)),
    ])
    expect(faults(report)).toEqual(['3 overlap', '4 overlap'])
  })

  test('a dedicated grid may lie inside a basic one', async () => {
    const mall = grid(9, block(100, 100, 50, 50), { kind: 'dedicated' })
    expect(await importOutlines([grid(1, block(0, 0, 500, 500)), mall])).toMatchObject({
      rejects: [],
    })
  })

  test('a redrawn outline is a new version; on the same day there is only one', async () => {
    await importOutlines([grid(1, block(0, 0, 500, 500))])
    const wider = [grid(1, block(0, 0, 600, 500))]
    expect(await importOutlines(wider, { validFrom: '2026-05-01' })).toMatchObject({
      outlines: 1,
      rejects: [],
    })
    const rows = await h.owner.query(
      'select valid_from, valid_to from places.boundaries order by valid_from',
    )
    expect(rows.rows).toEqual([
      { valid_from: '2000-01-01', valid_to: '2026-05-01' },
      { valid_from: '2026-05-01', valid_to: null },
    ])
    const again = [grid(1, block(0, 0, 700, 500))]
    expect(faults(await importOutlines(again, { validFrom: '2026-05-01' }))).toEqual(['2 same_day'])
  })

  test('a split ends the old grid and names its successors', async () => {
    await importOutlines([grid(1, block(0, 0, 500, 500))])
    const parts = [
      grid(2, block(0, 0, 250, 500), { replaces: '500108006008001' }),
      grid(3, block(250, 0, 250, 500), { replaces: '500108006008001' }),
    ]
    expect(await importOutlines(parts, { validFrom: '2026-05-01' })).toMatchObject({
      added: 2,
      ended: 1,
      rejects: [],
    })
    const followers = await h.owner.query('select count(*)::int n from places.successions')
    expect(followers.rows[0].n).toBe(2)
    expect((await readTree(h.owner, 'cn')).has('500108006008001')).toBe(false)
  })

  test('coordinates of web maps are moved back to WGS-84', async () => {
    await importOutlines([grid(1, block(0, 0, 500, 500))], { crs: 'gcj02' })
    const { rows } = await h.owner.query('select west, south, source_crs from places.boundaries')
    const moved = Math.hypot((rows[0].west - 106.6) * scale.x, (rows[0].south - 29.55) * scale.y)
    expect(moved).toBeGreaterThan(200)
    expect(moved).toBeLessThan(1000)
    expect(rows[0].source_crs).toBe('gcj02')
  })
})

test('a tree of another country fits by its levels alone', async () => {
  const level = (
    name: string,
    ordinal: number,
    codePattern: string,
    parentLength: number | null,
  ) => ({
    tree: 'us-nyc',
    level: name,
    ordinal,
    zh: name,
    en: name,
    codePattern,
    parentLength,
    skips: false,
  })
  await writeLevels(h.owner, [
    level('city', 1, '^NYC$', null),
    level('borough', 2, '^NYC-[A-Z]{2}$', 3),
    level('district', 3, '^NYC-[A-Z]{2}-\\d{2}$', 6),
  ])
  const read = await readAreasCsv(
    fileOf(
      'nyc.csv',
      'code,name\nNYC,New York\nNYC-MN,Manhattan\nNYC-MN-07,District 7\nNYC-7,No\n',
    ),
    null,
  )
  const report = await importAreas(h.owner, {
    ...read,
    outlines: [],
    ...common,
    tree: 'us-nyc',
    timeZone: 'America/New_York',
  })
  expect(report.added).toBe(3)
  expect(faults(report)).toEqual(['5 bad_code'])
})
