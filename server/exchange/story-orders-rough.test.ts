// Orders of the hotline, roughly handled: one number at two desks, contents that go to and fro, an old request sent once more,
// a machine that tries more than its token says, cursors that somebody made up.
import { beforeAll, expect, test } from 'vitest'
import { reportCase } from '#core/cases/contract-report.ts'
import * as wire from '#core/exchange/contract-orders.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import type { TestClient } from '#testing/harness.ts'
import { readMe } from '#core/people/contract.ts'
import { at, caseOf, csvOf, fileOf, loads, looks, valueOf } from '#testing/order-town.ts'
import { comes } from '#testing/town-life.ts'
import { type Staff, type Town, codes, commandId, openTown, read, report } from '#testing/town.ts'
import { tokenOf } from '#testing/wall-town.ts'

let t: Town
let chen: Staff
let machine: TestClient
let above: TestClient
beforeAll(async () => {
  t = await openTown()
  chen = await t.as('chen')
  machine = t.client({ authorization: `Bearer ${await tokenOf(t, ['orders'], 'street')}` })
  above = t.client({ authorization: `Bearer ${await tokenOf(t, ['orders'], 'district')}` })
})

type Order = { number: string; text: string; area?: string; phone?: string; answerBy?: string }
const puts = async (orders: Order[], id = commandId(), who = machine, areaCode = codes.street) =>
  valueOf(await who.call(wire.putOrders, { commandId: id, areaCode, orders }))

test('what the district took in itself is known to the street, whatever its file says: one order, one case', async () => {
  const [first] = (
    await puts([{ number: 'UP-1', text: '路灯', area: '同景社区' }], commandId(), above, '500108')
  ).orders
  const line = [{ number: 'UP-1', area: '同景社区' }]
  expect(await looks(chen, csvOf(line))).toMatchObject({ fresh: 0, changed: 0, known: 1 })
  expect(await loads(chen, csvOf(line))).toMatchObject({ taken: 0, changed: 0, known: 1 })
  const mine = [{ number: 'UP-1', text: '路灯', area: '同景社区' }]
  expect((await puts(mine)).orders).toMatchObject([
    { became: 'known', caseNumber: first?.caseNumber },
  ])
})

test('a deadline that is moved, moved back and moved once more is heard each time', async () => {
  const order = (day: number): Order => ({
    number: 'TO-FRO',
    text: '积水',
    area: '同景社区',
    answerBy: `2026-03-0${day}T10:00:00Z`,
  })
  for (const day of [5, 6, 5, 6]) {
    await puts([order(day)])
    const asked = { areaCode: codes.street, number: 'TO-FRO' }
    const [row] = valueOf(await chen.call(wire.listOrders, asked)).items
    expect(row?.answerBy).toBe(`2026-03-0${day}T10:00:00.000Z`)
    t.clock.advance(60)
  }
})

test('an old request that arrives once more takes nothing back', async () => {
  const id = commandId()
  await puts([{ number: 'OLD-1', text: '旧的', area: '同景社区' }], id)
  t.clock.advance(60)
  await puts([{ number: 'OLD-1', text: '新的', area: '同景社区' }])
  const notes = async () => (await read(chen, await caseOf(chen, 'OLD-1'))).timeline.length
  const before = await notes()
  await puts([{ number: 'OLD-1', text: '旧的', area: '同景社区' }], id)
  expect(await notes()).toBe(before)
})

test('the same command with the columns put otherwise, or in other coordinates, is another', async () => {
  const id = commandId()
  const content = csvOf([{ number: 'MAP-1', ...at }])
  const { mapping } = await looks(chen, content)
  const sent = { commandId: id, ...fileOf(content) }
  valueOf(await chen.call(wire.importOrders, { ...sent, mapping }))
  expect(
    await chen.call(wire.importOrders, { ...sent, mapping: { ...mapping, coordinates: 'gcj02' } }),
  ).toMatchObject({ refusal: 'command_reused' })
  const put = {
    commandId: commandId(),
    areaCode: codes.street,
    orders: [{ number: 'MAP-2', text: '路灯', lon: Number(at.lon), lat: Number(at.lat) }],
  }
  valueOf(await machine.call(wire.putOrders, put))
  expect(
    await machine.call(wire.putOrders, { ...put, coordinates: 'gcj02' as const }),
  ).toMatchObject({ refusal: 'command_reused' })
})

test('the caller is taken out of the address, too', async () => {
  const line = { number: 'AD-1', area: '同景社区', address: '3 栋 王秀兰家，138 0000 0141' }
  await loads(chen, csvOf([line]))
  const kept = await read(chen, await caseOf(chen, 'AD-1'))
  expect(kept.address).toBe('3 栋 〔来电人〕家，〔来电号码〕')
})

test('a machine that hands over orders reports nothing in another name, and reads nobody’s words', async () => {
  const { number } = await report(t.client(), { text: '步道第二个拐弯的路灯不亮，晚上看不见' })
  const sent = { commandId: commandId(), area: codes.community, text: '路灯', urgent: true }
  const receipt = valueOf(await machine.call(reportCase, { ...sent, source: 'GRID_PATROL' }))
  expect(await read(chen, receipt.number)).toMatchObject({ source: 'RESIDENT_WEB', urgent: false })
  const twin = csvOf([{ number: 'SPY-1', ...at, text: '步道第二个拐弯的路灯不亮，晚上看不见' }])
  const looked = (who: TestClient) =>
    who.call(wire.previewOrders, { ...fileOf(twin), mapping: null }).then(valueOf)
  expect((await looked(chen)).shown[0]?.alike.map((each) => each.number)).toContain(number)
  expect((await looked(machine)).shown[0]?.alike).toEqual([])
})

test('what is due soonest stands on top; page by page each order comes once, and what is settled comes last', async () => {
  const due = (number: string, answerBy?: string): Order => ({
    number,
    text: '积水',
    area: '同景社区',
    ...(answerBy !== undefined && { answerBy }),
  })
  const [late, soon, same, never] = [
    due('DUE-LATE', '2026-03-09T10:00:00Z'),
    due('DUE-SOON', '2026-03-04T10:00:00Z'),
    due('DUE-SAME', '2026-03-09T10:00:00Z'),
    due('DUE-NEVER'),
  ]
  await puts([late, soon, same, never, due('DUE-VOID', '2026-03-03T10:00:00Z')])
  await t.owner.query("update exchange.orders set status = 'withdrawn' where number = 'DUE-VOID'")
  const numbers: string[] = []
  let after: string | null = null
  do {
    const asked: InputOf<typeof wire.listOrders> = {
      areaCode: codes.street,
      limit: 2,
      ...(after !== null && { after }),
    }
    const page: OutputOf<typeof wire.listOrders> = valueOf(await chen.call(wire.listOrders, asked))
    numbers.push(...page.items.map(({ number }) => number).filter((one) => one.startsWith('DUE-')))
    after = page.next
  } while (after !== null)
  expect(numbers[0]).toBe('DUE-SOON')
  expect(numbers.slice(1, 3).toSorted()).toEqual(['DUE-LATE', 'DUE-SAME'])
  expect(numbers.slice(3)).toEqual(['DUE-NEVER', 'DUE-VOID'])
})

test('a cursor that somebody made up is refused by its name', async () => {
  const instant = '2026-03-03T01:00:00.000000Z'
  const uuid = commandId()
  for (const after of [
    `2026-02-30T00:00:00.000000Z~${uuid}`,
    `${instant}~${'-'.repeat(36)}`,
    `1~${uuid}`,
    `0~1e9~${uuid}`,
    `0~Infinity~${'-'.repeat(36)}`,
    `2~1772618400.000000~${uuid}`,
    `March 7~${uuid}`,
    '~',
    '🐈',
  ])
    for (const ask of [wire.listOrders, wire.listOrderImports, wire.listOrderBatches])
      expect(await chen.call(ask, { areaCode: codes.street, after })).toMatchObject({ status: 422 })
})

test('while a large file is looked through, everybody else is answered', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => ({
    number: `L-${i}`,
    text: `第 ${i} 件：楼道里的灯坏了，请派人来看看`,
    address: '长生桥镇邻水村口',
  }))
  const [clerk, colleague] = [await comes(t, 'chen'), await comes(t, 'cao')]
  let looking = true
  const seen = looks(clerk, csvOf(lines)).finally(() => (looking = false))
  let answered = 0
  while (looking) {
    await colleague.call(readMe, {})
    answered += 1
  }
  expect(await seen).toMatchObject({ fresh: 3000, comparedWith: null })
  // Unless it is let through in between, one call is answered before and one after.
  expect(answered).toBeGreaterThan(4)
})
