// What went wrong in other programs of this kind, tried here: docs/field/defects.md tells whose they were.

import { beforeAll, expect, test } from 'vitest'
import { countQueues, getCase, listCases, listPublicCases } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { getCockpit } from '#core/cockpit/contract.ts'
import { reacted } from '#testing/reacted.ts'
import { type Staff, type Town, act, codes, fileAndGive, openTown, report } from '#testing/town.ts'
import { must } from '#testing/drawn-squares.ts'
import { teams } from '#testing/town-life.ts'

let t: Town
let wu: Staff
beforeAll(async () => {
  t = await openTown()
  wu = await t.as('wu')
})

const inQueue = async () => must(await wu.call(countQueues, {})).counts['toVerify'] ?? 0

/** All cases to be filed, page by page. */
async function walked(limit: number): Promise<string[]> {
  const numbers: string[] = []
  for (let after: string | undefined; ;) {
    const page = must(
      await wu.call(listCases, { queue: 'toVerify', limit, ...(after !== undefined && { after }) }),
    )
    numbers.push(...page.items.map((row) => row.number))
    if (page.next === null) return numbers
    after = page.next
  }
}

async function reportedToday(): Promise<number> {
  const view = must(
    await (await t.as('cao')).call(getCockpit, { area: codes.street, period: 'today' }),
  )
  return view.tiles.find((tile) => tile.key === '1')?.value ?? 0
}

test('a queue longer than a page is counted whole, and its pages hold each case once', async () => {
  const sent = await Promise.all(Array.from({ length: 57 }, () => report(t.client())))
  expect(await inQueue()).toBe(57)
  const numbers = await walked(20)
  expect(numbers).toHaveLength(57)
  expect(new Set(numbers)).toEqual(new Set(sent.map(({ number }) => number)))
})

test('what was written is there for the next reader, with no wait between: ten times', async () => {
  for (let i = 0; i < 10; i += 1) {
    const before = await inQueue()
    const { number } = await report(t.client())
    expect(await inQueue()).toBe(before + 1)
    await fileAndGive(wu, number, teams.grid)
    expect(await inQueue()).toBe(before)
    const { items } = must(await (await t.as('liu')).call(listCases, { queue: 'mine', limit: 100 }))
    expect(items.map((row) => row.number)).toContain(number)
    must(await act(await t.as('liu'), moves.acceptDuty, number, {}))
  }
})

test('“today” begins at midnight of the place, not 24 hours ago', async () => {
  const night = Date.parse('2026-03-03T15:59:30.000Z') // half a minute before midnight in Shanghai
  t.clock.advance((night - Date.parse(t.clock.now())) / 1000)
  const before = await reportedToday()
  await report(t.client())
  t.clock.advance(1)
  expect(await reportedToday()).toBe(before + 1)
  t.clock.advance(40)
  expect(await reportedToday()).toBe(0)
  await report(t.client())
  t.clock.advance(1)
  expect(await reportedToday()).toBe(1)
})

test('a resident who searches finds public matters and no other resident’s words, number or secret', async () => {
  const words = '我家住三栋二单元，楼上天天吵，电话写在后面'
  const { number } = await report(t.client(), {
    text: words,
    name: '周小满',
    phone: '13800001111',
  })
  const { items } = must(
    await t.client().call(listPublicCases, { area: codes.community, limit: 100 }),
  )
  expect(items.map((row) => row.number)).not.toContain(number)
  expect(JSON.stringify(items)).not.toMatch(/周小满|13800001111|三栋二单元/)
})

test('two hundred reports in one breath: all are answered, and everything behind them catches up by itself', async () => {
  await reacted(t.app)
  const sent = await Promise.all(Array.from({ length: 200 }, () => report(t.client())))
  expect(new Set(sent.map(({ number }) => number)).size).toBe(200)
  await reacted(t.app)
  const { rows } = await t.owner.query<{ told: number; twice: number }>(
    `select count(distinct case_number)::int as told, (count(*) - count(distinct (recipient, cause)))::int as twice
       from notices.notices where case_number = any ($1)`,
    [sent.map(({ number }) => number)],
  )
  expect(rows).toEqual([{ told: 200, twice: 0 }])
})

test('two workers wrote the same lamp down without a signal: both arrive, and the later one names the earlier', async () => {
  const point = { lon: 106.602, lat: 29.502 }
  const found = { source: 'GRID_PATROL' as const, madeAt: t.clock.now(), point }
  t.clock.advance(3 * 3600)
  const first = await report(await t.as('luo'), { ...found, text: '步道拐弯处路灯不亮' })
  const second = await report(await t.as('liu'), { ...found, text: '第二个拐弯的灯坏了' })
  const { samePlace } = must(await wu.call(getCase, { number: second.number }))
  expect(samePlace.map(({ number }) => number)).toEqual([first.number])
})
