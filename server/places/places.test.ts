// Places through HTTP, on the schematic district.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Category } from '#core/places/category.ts'
import {
  listCategories,
  locatePlace,
  readArea,
  readAreaMap,
  searchPlaces,
} from '#core/places/contract.ts'
import { boxOf, isInside, pointWithin, ringsOf } from '#core/places/geometry.ts'
import { loadPlaces } from '#tools/demo/load-places.ts'
import { schematicWorld } from '#tools/demo/boundaries.ts'
import { type Harness, openHarness } from '#testing/harness.ts'
import {
  allRulesAt,
  calendarAt,
  categoriesAt,
  locate,
  rulesAt,
  successorOf,
} from './index-of-places.ts'
import { describeRecord } from './area-record.ts'
import { loadPack, loadStateCouncilDays } from './packs.ts'

const world = schematicWorld()
const outlineOf = (code: string) => world.boundaries.find((each) => each.code === code)!.geometry
let h: Harness
let ids: Map<string, number>
const at = '2026-03-02T01:00:00Z'
const area = (code: string) => h.app.places.geography.findByCode(code)!

beforeAll(async () => {
  h = await openHarness({ startAt: at })
  ids = await loadPlaces(h.owner, world)
  await loadStateCouncilDays(h.owner)
  await h.owner.query(`insert into kit.settings (name, value) values ('top_area', '"500108"')`)
  await h.app.places.refresh()
})

test('an area is read with its path and its children in order of code', async () => {
  const answer = await h.client().call(readArea, { code: '500108006008' })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      name: '群慧村社区',
      officialName: '群慧村社区居民委员会',
      level: 'community',
      path: [{ name: '重庆市' }, { name: '南岸区' }, { name: '弹子石街道' }],
      boundary: { schematic: true },
    },
  })
  if (!answer.ok) return
  const codes = answer.value.children.map((child) => child.code)
  expect(codes).toEqual([...codes].sort())
  expect(await h.client().call(readArea, { code: '999999' })).toMatchObject({
    refusal: 'no_such_area',
    status: 404,
  })
})

describe('a map', () => {
  test('shows a street’s grids, their communities, and says that it is schematic', async () => {
    const answer = await h.client().call(readAreaMap, { code: '500108006', level: 'grid' })
    expect(answer.ok).toBe(true)
    if (!answer.ok) return
    expect(answer.value.schematic).toBe(true)
    expect(answer.value.between).toHaveLength(9)
    expect(answer.value.shapes.length).toBeGreaterThanOrEqual(36)
    expect(new Set(answer.value.shapes.map((shape) => shape.within)).size).toBe(9)
  })

  test('keeps shared borders shared: every side is drawn by two, or is the rim', async () => {
    const answer = await h.client().call(readAreaMap, { code: '500108006', level: 'grid' })
    if (!answer.ok) throw new Error('no map')
    const sides = new Map<string, number>()
    const add = (ring: number[]) => {
      for (let i = 0; i < ring.length - 2; i += 2) {
        const [a, b] = [`${ring[i]},${ring[i + 1]}`, `${ring[i + 2]},${ring[i + 3]}`]
        const key = a < b ? `${a} ${b}` : `${b} ${a}`
        sides.set(key, (sides.get(key) ?? 0) + 1)
      }
    }
    for (const shape of answer.value.shapes) shape.rings.forEach(add)
    answer.value.outline.forEach(add)
    expect([...sides.values()].every((count) => count === 2)).toBe(true)
  })

  test('of the whole district stays small enough for a telephone', async () => {
    const map = await h.client().send({ path: '/api/areas/500108/map?level=grid' })
    expect(map.text.length).toBeLessThan(600_000)
    const streets = await h.client().send({ path: '/api/areas/500108/map' })
    expect(streets.text.length).toBeLessThan(80_000)
  })

  test('of an area without outlines is refused', async () => {
    expect(await h.client().call(readAreaMap, { code: '500112' })).toMatchObject({
      refusal: 'no_outline',
    })
  })
})

test('places are found by name and by the beginning of a code', async () => {
  const byName = await h.client().call(searchPlaces, { q: '同景' })
  expect(byName).toMatchObject({
    value: { items: [{ code: '500108106003', path: '重庆市 › 南岸区 › 长生桥镇' }] },
  })
  const byCode = await h.client().call(searchPlaces, { q: '500108106', within: '500108', limit: 3 })
  expect(byCode).toMatchObject({ value: { items: [{ code: '500108106' }, {}, {}] } })
})

describe('a point', () => {
  test('finds its grid, for every grid of the district', () => {
    for (const { code, geometry } of world.boundaries.filter((each) => each.code.length === 15)) {
      const { lon, lat } = pointWithin(geometry)
      const decision = locate(h.app, { point: { lon, lat }, chosen: null, at })
      const inMall = isInside(outlineOf(mall), lon, lat)
      expect(h.app.places.geography.get(decision.gridId!).code).toBe(inMall ? mall : code)
    }
  })
  const mall = world.areas.find((each) => each.kind === 'dedicated')!.code

  test('is answered through HTTP with the sentence in both languages, and nothing is stored', async () => {
    const { lon, lat } = pointWithin(outlineOf('500108006008001'))
    const before = await h.owner.query('select count(*)::int n from kit.commands')
    const answer = await h.client().call(locatePlace, { lon, lat })
    expect(answer).toMatchObject({
      value: {
        situation: 4,
        grid: { code: '500108006008001' },
        community: { code: '500108006008' },
        flags: ['schematic'],
        sentence: { zh: '地点在群慧村社区第1网格内，由网格长负责。' },
      },
    })
    expect((await h.owner.query('select count(*)::int n from kit.commands')).rows).toEqual(
      before.rows,
    )
  })

  test('on a shared corner goes to the lowest code; the neighbours are named', () => {
    const [lon, lat] = ringsOf(outlineOf('500108006008001'))[0]![0]!
    const first = locate(h.app, { point: { lon, lat }, chosen: null, at })
    expect(first.situation).toBe(6)
    const codes = [first.gridId!, ...first.neighbours.map((n) => n.areaId)].map(
      (id) => h.app.places.geography.get(id).code,
    )
    expect(codes[0]).toBe([...codes].sort()[0])
  })

  test.each([
    ['0/0 with a chosen community', { lon: 0, lat: 0, area: '500108006008' }, 1, '500108006008'],
    ['swapped', { lon: 29.55, lat: 106.6 }, 1, '500108'],
    ['none, a community chosen', { area: '500108006008' }, 2, '500108006008'],
    ['none at all', {}, 3, '500108'],
    [
      'a little outside',
      { lon: boxOf(outlineOf('500108')).west - 0.002, lat: 29.54 },
      9,
      '500108001007',
    ],
    ['abroad', { lon: 2.35, lat: 48.86 }, 10, '500108'],
    ['abroad of a place without outlines', { lon: 106.6, lat: 29.9, area: '500112' }, 11, '500112'],
  ] as const)('%s', async (_name, input, situation, code) => {
    const answer = await h.client().call(locatePlace, input)
    expect(answer).toMatchObject({ value: { situation, grid: null, area: { code } } })
  })
})

test('a grid split on 1 May keeps what was filed before; its successor is responsible after', async () => {
  const old = '500108006009001'
  const point = pointWithin(outlineOf(old))
  const filed = locate(h.app, { point, chosen: null, at: '2026-04-30T15:00:00Z' })
  expect(filed.gridId).toBe(ids.get(old))
  await h.owner.query('begin')
  const next = await h.owner.query(
    `insert into places.areas (code, name, level, parent_id, valid_from)
     values ('500108006009091', '第91网格', 'grid', $1, '2026-05-01') returning id`,
    [ids.get('500108006009')],
  )
  await h.owner.query(`update places.boundaries set valid_to = '2026-05-01' where area_id = $1`, [
    ids.get(old),
  ])
  await h.owner.query(
    `insert into places.boundaries (area_id, valid_from, geometry, west, south, east, north, schematic, source)
     select $1, '2026-05-01', geometry, west, south, east, north, true, source from places.boundaries where area_id = $2`,
    [next.rows[0].id, ids.get(old)],
  )
  await h.owner.query(`update places.areas set valid_to = '2026-05-01' where id = $1`, [
    ids.get(old),
  ])
  await h.owner.query(`insert into places.successions values ($1, $2, '2026-05-01')`, [
    ids.get(old),
    next.rows[0].id,
  ])
  await h.owner.query('commit')
  await h.app.places.refresh()
  expect(locate(h.app, { point, chosen: null, at: '2026-04-30T15:59:59Z' })).toMatchObject({
    gridId: ids.get(old),
  })
  expect(locate(h.app, { point, chosen: null, at: '2026-04-30T16:00:00Z' })).toMatchObject({
    gridId: next.rows[0].id,
  })
  expect(await describeRecord(h.app, '500108006009091')).toMatchObject({
    value: { before: [{ area: { code: old } }], outlines: [{ validFrom: '2026-05-01' }] },
  })
  expect(await describeRecord(h.app, '500108006009')).toMatchObject({ value: { ended: [] } })
  h.clock.set('2026-05-02T01:00:00Z')
  expect(await describeRecord(h.app, '500108006009')).toMatchObject({
    value: { ended: [{ area: { code: old }, validTo: '2026-05-01' }] },
  })
  h.clock.set(at)
  for (const known of [point, null]) {
    const successor = successorOf(h.app, {
      gridId: ids.get(old)!,
      point: known,
      at: '2026-05-02T01:00:00Z',
    })
    expect(successor).toMatchObject({ grid: { code: '500108006009091' }, since: '2026-05-01' })
    expect(successor!.sentence.zh).toBe(
      '上报时属富力社区第1网格；2026-05-01起该处由富力社区第91网格负责。',
    )
  }
})

describe('what differs by place', () => {
  const lamp: Category = {
    code: 'P01-37',
    parent: null,
    class: 'P',
    zh: '路灯',
    en: 'Street lamp',
    keywords: ['路灯'],
    filing: { zh: '单灯不亮', en: 'one lamp out' },
    closing: { zh: '恢复照明', en: 'lit again' },
    limit: { kind: 'WORK_DAY', amount: 2 },
    tier: 'T2',
    section: 'livelihood',
    evidence: {
      text: true,
      photoAfter: true,
      photoBefore: false,
      placeWithinM: 50,
      takenAfterDispatch: true,
      onSite: false,
    },
    selfHandle: { fullTime: false, partTime: false },
    urgent: false,
    matter: 'major',
    openToPublic: true,
    placePrecision: 'point',
  }
  const pack = (version: string, categories: Category[]) => ({ name: 'test', version, categories })

  test('a pack is loaded once, changes from a day on, and the nearest area wins', async () => {
    const where = { areaId: ids.get('500108')!, validFrom: '2026-01-01' }
    expect(await loadPack(h.owner, pack('1', [lamp]), where)).toMatchObject({ added: 1 })
    expect(await loadPack(h.owner, pack('1', [lamp]), where)).toMatchObject({
      added: 0,
      unchanged: 1,
    })
    const faster = { ...lamp, limit: { kind: 'WORK_DAY' as const, amount: 1 } }
    expect(
      await loadPack(h.owner, pack('2', [faster]), { ...where, validFrom: '2026-06-01' }),
    ).toMatchObject({ changed: 1 })
    await h.app.places.refresh()
    const path = area('500108006008').path
    expect(categoriesAt(h.app, path, at).get('P01-37')?.limit?.amount).toBe(2)
    expect(categoriesAt(h.app, path, '2026-06-02T00:00:00Z').get('P01-37')?.limit?.amount).toBe(1)
    expect(categoriesAt(h.app, area('500112').path, at).size).toBe(0)
    const answer = await h.client().call(listCategories, { area: '500108006008' })
    expect(answer).toMatchObject({ value: { items: [{ code: 'P01-37', zh: '路灯' }] } })
  })

  test('a rule of a street beats the rule for everywhere, from its day on', async () => {
    await h.owner.query(
      `insert into places.rules (area_id, key, value, valid_from, reason) values ($1, 'routing.borderMetres', '50', '2026-04-01', '山地')`,
      [ids.get('500108006')],
    )
    await h.app.places.refresh()
    const path = area('500108006008').path
    expect(rulesAt(h.app, path, 'routing.borderMetres', at)).toBe(20)
    expect(rulesAt(h.app, path, 'routing.borderMetres', '2026-04-02T00:00:00Z')).toBe(50)
    expect(allRulesAt(h.app, path, '2026-04-02T00:00:00Z')).toContainEqual(
      expect.objectContaining({ key: 'routing.nearMetres', value: 2000 }),
    )
  })

  test('the calendar is one object until a notice or a local day changes it', async () => {
    const path = area('500108006008').path
    const calendar = calendarAt(h.app, path, at)
    expect(calendar).toMatchObject({ timeZone: 'Asia/Shanghai', workDayHours: 8 })
    expect(calendar.daysOff.has('2026-10-01')).toBe(true)
    expect(calendar.knownYears.has(2026)).toBe(true)
    expect(calendarAt(h.app, area('500108106').path, at)).toBe(calendar)
    await h.owner.query(
      `insert into places.calendar_days (area_id, day, kind, name, version, entered_at)
       values ($1, '2026-03-09', 'off', '防汛演练', '500108006-1', '2026-03-03T00:00:00Z')`,
      [ids.get('500108006')],
    )
    await h.app.places.refresh()
    expect(calendarAt(h.app, path, at).daysOff.has('2026-03-09')).toBe(false)
    const later = calendarAt(h.app, path, '2026-03-04T00:00:00Z')
    expect(later.daysOff.has('2026-03-09')).toBe(true)
    expect(later.version).not.toBe(calendar.version)
    expect(
      calendarAt(h.app, area('500108106').path, '2026-03-04T00:00:00Z').daysOff.has('2026-03-09'),
    ).toBe(false)
  })
})

test('the application may read places, add rules, and change nothing else', async () => {
  const client = await h.app.db.pool.connect()
  try {
    const denied = async (sql: string) =>
      client.query(sql).then(
        () => 'allowed',
        (error: Error) => error.message,
      )
    expect(await denied(`update places.areas set name = 'x'`)).toMatch(/permission denied/)
    expect(await denied(`delete from places.boundaries`)).toMatch(/permission denied/)
    expect(await denied(`update places.categories set pack = 'x'`)).toMatch(/permission denied/)
    expect(await denied(`update places.rules set value = '1'`)).toMatch(/permission denied/)
    expect(await denied(`delete from places.calendar_days`)).toMatch(/permission denied/)
    expect(await denied(`update places.versions set version = 0`)).toMatch(/permission denied/)
    expect(await denied(`select id from places.areas limit 1`)).toBe('allowed')
  } finally {
    client.release()
  }
})
