// Where a report goes and who answers for it: at a border, outside, without a place, when somebody is away.

import { beforeAll, expect, test } from 'vitest'
import { getCase, listCases } from '#core/cases/contract.ts'
import { forgetRoster } from '#server/people/roster-memory.ts'
import { comes, localTime, must, teams } from '#testing/town-life.ts'
import {
  type Town,
  act,
  codes,
  fileAndGive,
  openTown,
  points,
  read,
  report,
} from '#testing/town.ts'
import { noteCase } from '#core/cases/contract-moves.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})
const away = async (login: string, first: string, last: string) => {
  await t.owner.query(
    `insert into people.absences (person_id, first_on, last_on, entered_at) values ($1, $2, $3, now())`,
    [t.town.person[login], first, last],
  )
  forgetRoster(t.app.db)
}
const unplaced = async (login: string) => {
  const list = must(await (await t.as(login)).call(listCases, { queue: 'unplaced', limit: 200 }))
  return list.ok ? list.value.items.map((row) => row.number) : []
}

test('a report in a grid is seen by the leader of that grid, not by the next', async () => {
  const { number, sentence } = await report(t.client())
  expect(sentence.zh).toContain('第一网格')
  expect((await read(await t.as('liu'), number)).place.map((area) => area.code)).toContain(
    codes.grid,
  )
  expect(await (await t.as('xu')).call(getCase, { number })).toMatchObject({ status: 404 })
})

test('a point 8 m from a border belongs to the grid it lies in, and both are named', async () => {
  const { number, sentence } = await report(t.client(), { point: points.border })
  expect(sentence.zh).toContain('第一网格')
  expect(sentence.zh).toContain('第二网格')
  const page = await read(await t.as('wu'), number)
  expect(page.place.at(-1)?.code).toBe(codes.grid)
  expect(page.routing.flags).toContain('near_border')
  expect(page.routing.neighbours.map((each) => each.name)).toEqual(['第二网格'])
})

test('a point in no grid waits in the queue of the nearest community, with the distance', async () => {
  const { number, sentence } = await report(t.client(), { point: points.river })
  expect(number).toMatch(/^500108106003-/)
  expect(sentence.zh).toMatch(/不在任何网格内.*同景社区.*约1?,?[89]\d\d米/)
  expect(await unplaced('wu')).toContain(number)
})

test('0/0 with a chosen community is received there and not refused', async () => {
  const { number } = await report(t.client(), { point: { lon: 0, lat: 0 }, area: codes.neighbour })
  expect(number).toMatch(/^500108106004-/)
  expect((await read(await t.as('xu'), number)).point).toBeNull()
  expect(await unplaced('xu')).toContain(number)
})

test('no channel skips the routing: what staff enter is placed like any other', async () => {
  const { number, secret } = await report(await t.as('zhou'), { source: 'GRID_PATROL' })
  expect(secret).toBeNull()
  expect((await read(await t.as('wu'), number)).place.at(-1)?.code).toBe(codes.grid)
})

test('the grid leader is on leave: his deputy is named, and until when', async () => {
  const { number } = await report(t.client())
  const wu = await t.as('wu')
  must(await fileAndGive(wu, number, teams.grid))
  expect((await read(wu, number)).responsible?.zh).toContain('刘网格')
  await away('liu', '2026-03-03', '2026-03-05')
  expect((await read(wu, number)).responsible?.zh).toBe(
    '网格长休假，由副网格长罗副手代理至3月5日。',
  )
})

test('nobody of the community is there: the street centre answers', async () => {
  const { number } = await report(t.client(), { point: { lon: 0, lat: 0 }, area: codes.neighbour })
  await away('xu', '2026-03-03', '2026-03-04')
  const page = await read(await t.as('chen'), number)
  expect(page.responsible?.zh).toContain('长生桥镇')
  expect(page.responsible?.zh).toContain('指挥中心')
})

test('a grid is split: the case keeps the grid in which it was filed, what comes later goes to the new one', async () => {
  t.clock.set(localTime('2026-04-30 09:00'))
  const { number } = await report(t.client())
  must(await act(await comes(t, 'wu'), noteCase, number, { words: '先记一笔', photos: [] }))
  const { rows } = await t.owner.query<{ id: string }>(
    `insert into places.areas (code, name, level, parent_id, valid_from)
     values ('500108106003003', '第三网格', 'grid', $1, '2026-05-01') returning id`,
    [t.town.area[codes.community]],
  )
  await t.owner.query(`update places.boundaries set valid_to = '2026-05-01' where area_id = $1`, [
    t.town.area[codes.grid],
  ])
  await t.owner.query(
    `insert into places.boundaries (area_id, geometry, west, south, east, north, schematic, source, valid_from)
     select $1, geometry, west, south, east, north, true, 'split', '2026-05-01'
       from places.boundaries where area_id = $2`,
    [rows[0]?.id, t.town.area[codes.grid]],
  )
  await t.app.places.refresh()
  t.clock.set(localTime('2026-05-02 09:00'))
  const page = await read(await comes(t, 'wu'), number)
  expect(page.place.at(-1)?.code).toBe(codes.grid)
  const later = await report(t.client())
  expect((await read(await comes(t, 'wu'), later.number)).place.at(-1)?.code).toBe(
    '500108106003003',
  )
})
