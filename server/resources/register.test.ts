// The register of a small town: kept by its level, refused where it names a person, ended and never deleted, within reach of
// its communities, taken in from files twice without doubling.
import { beforeAll, expect, test } from 'vitest'
import {
  addResource,
  changeResource,
  countResources,
  endResource,
  getResource,
  importResources,
  listNearby,
  listResources,
  previewResources,
} from '#core/resources/contract.ts'
import { listNotices } from '#core/notices/contract.ts'
import { asContent, hospital, register } from '#testing/resource-town.ts'
import { type Staff, type Town, codes, commandId, openTown, points } from '#testing/town.ts'
import { inScope } from '../kit/db.ts'
import { withinReach } from './resources.ts'
import { tellEnding } from './tells.ts'

let t: Town
let he: Staff
let cao: Staff
let xu: Staff

beforeAll(async () => {
  t = await openTown()
  ;[he, cao, xu] = await Promise.all([t.as('he'), t.as('cao'), t.as('xu')])
})

test('a secretary registers for the community, not for the street or the neighbour', async () => {
  const add = (area: string) =>
    he.call(addResource, { commandId: commandId(), area, entry: hospital })
  expect(await add(codes.street)).toMatchObject({ refusal: 'not_yours', status: 403 })
  expect(await add(codes.neighbour)).toMatchObject({ refusal: 'not_yours' })
  expect(await add('999999')).toMatchObject({ refusal: 'no_such_area' })
  const { id } = await register(he, codes.community, { name: '社区阅览室', kind: 'room' })
  const read = await xu.call(getResource, { id })
  expect(read).toMatchObject({
    ok: true,
    value: { name: '社区阅览室', mayKeep: false, version: 1 },
  })
})

test('sent twice, it stands once', async () => {
  const input = {
    commandId: commandId(),
    area: codes.community,
    entry: { ...hospital, name: '同景卫生服务站' },
  }
  const [first, second] = [await he.call(addResource, input), await he.call(addResource, input)]
  expect(second).toEqual(first)
  const found = await he.call(listResources, { area: codes.community, q: '同景卫生' })
  expect(found.ok && found.value.items).toHaveLength(1)
})

test.each([
  ['counter', { counter: '王小明' }],
  ['phone', { phone: '13800138000' }],
  ['kind', { kind: 'castle' }],
  ['offers', { offers: [{ what: '找李医生，电话13900139000', conditions: null, often: null }] }],
])(
  'what is wrong with %s is said beside the field, in the reader’s language',
  async (field, more) => {
    const answer = await he.call(addResource, {
      commandId: commandId(),
      area: codes.community,
      entry: { ...hospital, ...more },
    })
    expect(answer).toMatchObject({ refusal: 'bad_entry', status: 422 })
    expect(answer.ok ? '' : answer.fields?.[field]).toMatch(/[\u4e00-\u9fff]/)
  },
)

test('every change keeps what was before, and an entry ends without disappearing', async () => {
  const { id } = await register(cao, codes.street, {
    name: '镇司法所',
    kind: 'justice',
    capacityUnit: '场／月',
  })
  const entry = { ...hospital, name: '镇司法所', kind: 'justice', capacityUnit: '场／月' }
  const change = (more: object, expectedVersion: number) =>
    cao.call(changeResource, {
      commandId: commandId(),
      id,
      expectedVersion,
      entry: { ...entry, ...more },
      reason: '核实后更正',
    })
  expect(await change({ phone: '023-62451111' }, 1)).toMatchObject({
    ok: true,
    value: { version: 2 },
  })
  expect(await change({ phone: '023-62452222' }, 1)).toMatchObject({ refusal: 'changed_meanwhile' })
  expect(await change({ phone: '023-62451111' }, 2)).toMatchObject({ refusal: 'nothing_changed' })
  const foreign = await he.call(changeResource, {
    commandId: commandId(),
    id,
    expectedVersion: 2,
    entry,
    reason: '不是我的',
  })
  expect(foreign).toMatchObject({ refusal: 'not_yours' })
  const end = (day: string) =>
    cao.call(endResource, { commandId: commandId(), id, day, reason: '撤并' })
  expect(await end('2026-03-02')).toMatchObject({ refusal: 'day_past' })
  expect(await end('2026-03-03')).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await end('2026-03-04')).toMatchObject({ refusal: 'already_ended' })
  const read = await cao.call(getResource, { id })
  if (!read.ok) throw new Error(read.refusal)
  expect(read.value.standing).toBe('ended')
  expect(read.value.history.map(({ act }) => act)).toEqual(['ended', 'changed', 'added'])
  expect(read.value.history[1]?.changed).toEqual([
    { field: 'phone', from: '023-62450000', to: '023-62451111' },
  ])
  await expect(
    t.owner.query('select 1 from resources.changes where resource_id = $1', [id]),
  ).resolves.toMatchObject({ rowCount: 3 })
})

test('within reach: from the registered centre, else the middle of the outline; a resident sees what is public', async () => {
  const look = async (metres?: number) => {
    const answer = await t
      .client()
      .call(listNearby, { area: codes.community, ...(metres !== undefined && { metres }) })
    if (!answer.ok) throw new Error(answer.refusal)
    return answer.value
  }
  await register(he, codes.community, { name: '内部仓库', kind: 'room', isPublic: false })
  await register(cao, codes.street, {
    name: '河对岸学校',
    kind: 'school',
    lon: points.lane.lon + 0.05,
  })
  const before = await look()
  expect(before.origin).toMatchObject({ from: 'outline' })
  expect(before.metres).toBe(1000)
  expect(before.limits.zh).toContain('直线')
  const names = before.items.map(({ name }) => name)
  expect(names).not.toContain('内部仓库')
  expect(names).not.toContain('河对岸学校')
  await register(he, codes.community, {
    name: '同景党群服务中心',
    kind: 'centre',
    lon: points.lane.lon,
    lat: points.lane.lat,
  })
  const after = await look()
  expect(after.origin).toMatchObject({ from: 'centre', name: '同景党群服务中心' })
  const beside = after.items.find(({ name }) => name === '同景卫生服务站')
  expect(beside?.distanceMetres).toBeGreaterThan(380)
  expect(beside?.distanceMetres).toBeLessThan(395)
  expect(after.items.map((each) => each.distanceMetres)).toEqual(
    after.items.map((each) => each.distanceMetres).toSorted((a, b) => a - b),
  )
  expect((await look(200)).items.map(({ name }) => name)).toEqual(['同景党群服务中心'])
})

test('the front door says the method, and counts neither the planned nor the ended', async () => {
  await register(he, codes.community, {
    name: '明年的食堂',
    kind: 'canteen',
    validFrom: '2027-01-01',
  })
  const areaId = t.town.area[codes.community]!
  const at = (on: string) =>
    inScope(t.app.db, { kind: 'job' }, (tx) => withinReach(t.app, tx, { areaId, metres: 1000, on }))
  const now = await at('2026-03-03')
  expect(now.every(({ method }) => method === 'straightLine')).toBe(true)
  expect(now.map(({ name }) => name)).not.toContain('明年的食堂')
  expect((await at('2027-02-01')).map(({ name }) => name)).toContain('明年的食堂')
})

test('a keeper hears once of what ends soon', async () => {
  const { id } = await register(he, codes.community, {
    name: '到期的场地',
    kind: 'room',
    validUntil: '2026-03-20',
  })
  await tellEnding(t.app)
  await tellEnding(t.app)
  const told = await he.call(listNotices, {})
  if (!told.ok) throw new Error(told.refusal)
  const about = told.value.items.filter(({ kind }) => kind === 'resourceEnding')
  expect(about).toHaveLength(1)
  expect(about[0]).toMatchObject({ caseNumber: null, about: { topic: 'resource', id } })
  expect(about[0]?.words.zh).toContain('2026-03-20')
  const counts = await he.call(countResources, { area: codes.community })
  expect(counts).toMatchObject({ ok: true, value: { ending: 1, mayKeep: true } })
  const ending = await he.call(listResources, { area: codes.community, standing: 'ending' })
  expect(ending.ok && ending.value.items.map(({ name }) => name)).toEqual(['到期的场地'])
})

const csv = `编号,名称,类别,区域,容量,开放时间,经度,纬度,联系部门,联系电话,能提供,结束日期
H1,镇卫生院,医院,500108106003,120,周一至周五 8:00-17:00,106.605,29.505,门诊部,023-62460000,义诊（每月一次）；体检,2026-12-31
H2,张三,医院,,10,,,,,,,
H3,便民菜市场,菜市场,,80,看情况,,,,,,
H4,社区图书室,图书室,500108,20,,,,,,,
H5,夜跑队,龙舟队,,20,,,,,,,
H1,又一个,医院,,1,,,,,,,
,没有编号,医院,,1,,,,,,,
H6,远方的学校,学校,,100,,116.4,39.9,,,,
H7,小学,学校,,600,,106.61,29.505,校务办,023-62470000,操场周末开放,
`

test('a file is judged before anything is written, each rejected row with its line and reason', async () => {
  const input = {
    area: codes.street,
    fileName: 'a.csv',
    content: asContent(csv),
    crs: 'wgs84' as const,
  }
  const preview = await cao.call(previewResources, input)
  if (!preview.ok) throw new Error(preview.refusal)
  expect(preview.value.rejects.map(({ line, fault }) => [line, fault])).toEqual([
    [3, 'name_of_person'],
    [4, 'bad_hours'],
    [5, 'not_your_area'],
    [6, 'unknown_kind'],
    [7, 'repeated_id'],
    [8, 'no_external_id'],
    [9, 'far_away'],
  ])
  expect(preview.value.unknownKinds).toEqual(['龙舟队'])
  expect(preview.value.sample.map(({ name, act, owner }) => [name, act, owner])).toEqual([
    ['镇卫生院', 'add', codes.community],
    ['小学', 'add', codes.street],
  ])
  const nothing = await cao.call(listResources, { area: codes.street, q: '镇卫生院' })
  expect(nothing.ok && nothing.value.items).toEqual([])
})

test('run again, a file changes what has changed and nothing else', async () => {
  const file = (text: string, more: object = {}) => ({
    commandId: commandId(),
    area: codes.street,
    fileName: 'a.csv',
    content: asContent(text),
    kinds: { 龙舟队: 'artGroup' },
    ...more,
  })
  expect(await he.call(importResources, file(csv))).toMatchObject({ refusal: 'not_yours' })
  expect(await cao.call(importResources, file('%PDF'))).toMatchObject({
    refusal: 'unreadable_file',
  })
  expect(await cao.call(importResources, file('名称,类别\nA院,医院\n'))).toMatchObject({
    refusal: 'no_key_column',
  })
  expect(await cao.call(importResources, file(csv))).toMatchObject({
    ok: true,
    value: { added: 3, rejected: 6 },
  })
  expect(await cao.call(importResources, file(csv))).toMatchObject({
    ok: true,
    value: { added: 0, changed: 0, unchanged: 3 },
  })
  const changed = csv.replace(
    'H1,镇卫生院,医院,500108106003,120',
    'H1,镇卫生院,医院,500108106003,150',
  )
  expect(await cao.call(importResources, file(changed))).toMatchObject({
    ok: true,
    value: { changed: 1, unchanged: 2 },
  })
  const found = await cao.call(listResources, { area: codes.street, q: '镇卫生院' })
  if (!found.ok) throw new Error(found.refusal)
  expect(found.value.items[0]).toMatchObject({
    capacity: 150,
    capacityUnit: '张床位',
    owner: { code: codes.community },
  })
  expect(found.value.items[0]?.offers).toEqual([
    { what: '义诊', conditions: null, often: '每月一次' },
    { what: '体检', conditions: null, often: null },
  ])
})

test('points of Chinese web maps are moved to where they belong', async () => {
  const collection = (lon: number, lat: number) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { id: 'G1', name: '江边公园', kind: 'park' },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        },
      ],
    })
  const input = {
    commandId: commandId(),
    area: codes.community,
    fileName: 'a.geojson',
    content: asContent(collection(106.6088, 29.5022)),
    crs: 'gcj02' as const,
  }
  expect(await he.call(importResources, input)).toMatchObject({ ok: true, value: { added: 1 } })
  const found = await he.call(listResources, { area: codes.community, q: '江边公园' })
  if (!found.ok) throw new Error(found.refusal)
  expect(found.value.items[0]?.lon).toBeGreaterThan(106.6045)
  expect(found.value.items[0]?.lon).toBeLessThan(106.606)
})

test('a list as a file holds what the list holds', async () => {
  const answer = await he.send({ path: `/api/resources/export?area=${codes.community}&format=csv` })
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('江边公园')
  expect(answer.text).toContain('门诊服务台')
})
