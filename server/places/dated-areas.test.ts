// A community whose grids are recut on a day to come: until then nothing shows what is not there yet, from then on
// nothing shows what is gone, and the figures of a grid that ended stay its own.
import { beforeAll, expect, test } from 'vitest'
import { getCockpit } from '#core/cockpit/contract.ts'
import { readPlayback } from '#core/cockpit/contract-playback.ts'
import { dayWithin } from '#core/places/area.ts'
import { readArea, readAreaMap, readAreaRecord, searchPlaces } from '#core/places/contract.ts'
import { must } from '#testing/drawn-squares.ts'
import { comes, localTime } from '#testing/town-life.ts'
import { type Town, codes, openTown, report } from '#testing/town.ts'
import { locate } from './index-of-places.ts'

const next = '500108106003009'
const since = '2026-03-10'
let t: Town

beforeAll(async () => {
  t = await openTown()
  await report(t.client())
  const { rows } = await t.owner.query<{ id: number }>(
    `insert into places.areas (code, name, level, parent_id, valid_from)
     values ($1, '第九网格', 'grid', $2, $3) returning id`,
    [next, t.town.area[codes.community], since],
  )
  const [old, id] = [t.town.area[codes.grid], rows[0]?.id]
  await t.owner.query(`update places.areas set valid_to = $2 where id = $1`, [old, since])
  await t.owner.query(`update places.boundaries set valid_to = $2 where area_id = $1`, [old, since])
  await t.owner.query(
    `insert into places.boundaries (area_id, geometry, west, south, east, north, schematic, source, valid_from)
     select $1, geometry, west, south, east, north, true, 'redrawn', $3 from places.boundaries where area_id = $2`,
    [id, old, since],
  )
  await t.owner.query('insert into places.successions values ($1, $2, $3)', [old, id, since])
  await t.app.places.refresh()
})

const codesOf = (areas: readonly { code: string }[]) => areas.map(({ code }) => code)
const found = async () =>
  codesOf(must(await (await comes(t, 'cao')).call(searchPlaces, { q: '网格', limit: 50 })).items)
const community = async () => must(await t.client().call(readArea, { code: codes.community }))
const children = async () => {
  const view = must(await (await comes(t, 'cao')).call(getCockpit, { area: codes.community }))
  return view.children
}

test('before the day: the grids of today, wherever places are shown', async () => {
  expect(await found()).toEqual(expect.arrayContaining([codes.grid, codes.grid2]))
  expect(await found()).not.toContain(next)
  expect(codesOf((await community()).children)).toEqual([codes.grid, codes.grid2])
  expect(codesOf(await children())).toEqual([codes.grid, codes.grid2])
  const record = await (await comes(t, 'cao')).call(readAreaRecord, { code: codes.community })
  expect(must(record).ended).toEqual([])
  const chosen = t.app.places.geography.findByCode(next)
  const at = t.clock.now()
  const { sentence } = locate(t.app, { point: null, chosen, at })
  expect(sentence.zh).toContain('第一网格')
})

test('what begins later is shown as of its first day, what ended as of its last', async () => {
  expect(must(await t.client().call(readArea, { code: next })).boundary).not.toBeNull()
  t.clock.set(localTime('2026-03-12 09:00'))
  expect(must(await t.client().call(readArea, { code: codes.grid })).boundary).not.toBeNull()
  expect(must(await t.client().call(readAreaMap, { code: codes.grid })).shapes).toHaveLength(1)
})

test('from the day on: the new grid, and the old one only where it still counts', async () => {
  expect(await found()).toContain(next)
  expect(await found()).not.toContain(codes.grid)
  expect(codesOf((await community()).children)).toEqual([codes.grid2, next])
  const [ended, ...rest] = await children()
  expect(ended).toMatchObject({ code: codes.grid, validTo: since, open: 1 })
  expect(codesOf(rest)).toEqual([codes.grid2, next])
  const chosen = t.app.places.geography.findByCode(codes.grid)
  const { sentence } = locate(t.app, { point: null, chosen, at: t.clock.now() })
  expect(sentence.zh).toContain('第九网格')
})

test('a day that is played again has the grids of that day', async () => {
  const cao = await comes(t, 'cao')
  const played = async (day: string) =>
    codesOf(must(await cao.call(readPlayback, { area: codes.community, day })).children)
  expect(await played('2026-03-05')).toEqual([codes.grid, codes.grid2])
  expect(await played('2026-03-11')).toEqual([codes.grid2, next])
})

test.each([
  ['2026-03-01', '2026-03-10'],
  ['2026-03-12', '2026-03-12'],
  ['2026-05-01', '2026-03-19'],
])('the nearest day to %s of its life is %s', (day, expected) => {
  expect(dayWithin({ validFrom: '2026-03-10', validTo: '2026-03-20' }, day)).toBe(expected)
})
