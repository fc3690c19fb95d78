// In the evening the clerk takes out what became of the hotline's orders: each answer once, and again only if asked for; a
// machine reads the same by its serial.
import { beforeAll, expect, test } from 'vitest'
import { callBack } from '#core/cases/contract-checks.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { mergeCase } from '#core/cases/contract-voices.ts'
import * as wire from '#core/exchange/contract-orders.ts'
import { at, caseOf, csvOf, loads, looks, minute, morning, valueOf } from '#testing/order-town.ts'
import { checks, comes, handles, must, teams } from '#testing/town-life.ts'
import {
  type Staff,
  type Town,
  act,
  codes,
  commandId,
  fileAndGive,
  openTown,
} from '#testing/town.ts'
import { tokenOf } from '#testing/wall-town.ts'
import { forgetOrders } from './order-forgetting.ts'

let t: Town
let chen: Staff
beforeAll(async () => {
  t = await openTown()
  chen = await t.as('chen')
  await loads(chen, csvOf(morning))
})

const takes = async (who: Staff) => {
  await minute(t)
  return valueOf(
    await who.call(wire.takeOrderAnswers, { commandId: commandId(), areaCode: codes.street }),
  )
}
const read1 = async (batch: string) =>
  valueOf(await chen.call(wire.listOrderAnswers, { areaCode: codes.street, batch })).items
const gives = (who: Staff, number: string, to = teams.grid) =>
  fileAndGive(who, number, to, { category: 'P01-37' })

test('signed, answered, sent back: taken out once, and again only if asked for', async () => {
  expect(await takes(chen)).toEqual({ id: null, orders: 0 }) // Until somebody signs there is nothing to say.
  const lamp = await caseOf(chen, 'CQ26-0001')
  const astray = await caseOf(chen, 'CQ26-0005')
  must(await gives(chen, lamp))
  must(
    await act(chen, moves.notAcceptCase, astray, {
      code: 'other_body',
      words: '坐标在别的城市',
      body: '当地热线',
    }),
  )
  const first = await takes(chen)
  expect(first.orders).toBe(2)
  expect(await takes(chen)).toEqual({ id: null, orders: 0 })
  const told1 = new Map((await read1(first.id ?? '')).map((each) => [each.orderNumber, each]))
  expect(told1.get('CQ26-0001')).toMatchObject({ status: 'handling', caseNumber: lamp })
  expect(told1.get('CQ26-0005')).toMatchObject({
    status: 'returned',
    returnReason: 'other_body',
    returnTo: '当地热线',
  })

  const liu = await comes(t, 'liu')
  must(await act(liu, moves.acceptDuty, lamp, {}))
  must(
    await act(liu, moves.contactReporter, lamp, {
      reached: true,
      how: 'phone',
      note: '说今晚修',
    }),
  )
  must(await handles(t, liu, lamp))
  must(await checks(chen, lamp))
  must(
    await act(chen, moves.closeCase, lamp, {
      outcome: 'solved',
      words: '=灯已经亮了',
      conditionMet: true,
    }),
  )
  const second = await takes(chen)
  expect(second.orders).toBe(1)
  const [answered] = await read1(second.id ?? '')
  expect(answered).toMatchObject({
    status: 'answered',
    outcome: 'solved',
    result: '=灯已经亮了',
    solved: null,
  })
  expect(answered?.respondedAt).not.toBeNull()
  expect(await read1(first.id ?? '')).toHaveLength(2) // As it was told then.

  const file = await chen.send({
    path: `/api/orders/answers/export?areaCode=${codes.street}&batch=${second.id}&format=csv`,
  })
  expect(file.text).toContain("'=灯已经亮了") // A cell is never run as a formula.
  expect(file.text.split('\r\n')[0]).toContain('工单编号,办理状态,签收时间')
  expect(file.text).toContain('已办结')

  must(
    await act(chen, callBack, lamp, {
      valid: true,
      solved: true,
      grade: 5,
      reviewer: null,
    }),
  )
  const third = await takes(chen)
  expect(await read1(third.id ?? '')).toMatchObject([{ solved: true, satisfaction: 5 }])
})

test('two who press at once take it out once', async () => {
  const number = await caseOf(chen, 'CQ26-0002')
  must(await gives(chen, number, teams.community))
  const cao = await comes(t, 'cao')
  await minute(t)
  const both = await Promise.all([takes(chen), takes(cao)])
  expect(both.map(({ orders }) => orders).toSorted((a, b) => a - b)).toEqual([0, 1])
})

test('merged into another, both orders are answered by it', async () => {
  const twins = [
    { number: 'M-1', ...at, text: '井盖翘起来了' },
    { number: 'M-2', ...at, text: '井盖翘起' },
  ]
  await loads(chen, csvOf(twins))
  const [one, two] = [await caseOf(chen, 'M-1'), await caseOf(chen, 'M-2')]
  must(await gives(chen, one))
  must(await act(chen, mergeCase, two, { into: one, reason: '同一个井盖' }))
  await minute(t)
  const liu = await comes(t, 'liu')
  must(await act(liu, moves.acceptDuty, one, {}))
  must(await handles(t, liu, one))
  must(await checks(chen, one))
  must(
    await act(chen, moves.closeCase, one, {
      outcome: 'solved',
      words: '盖好了',
      conditionMet: true,
    }),
  )
  const batch = await takes(chen)
  const told = (await read1(batch.id ?? '')).toSorted((a, b) =>
    a.orderNumber < b.orderNumber ? -1 : 1,
  )
  expect(told).toMatchObject([
    { orderNumber: 'M-1', status: 'answered', mergedInto: null },
    { orderNumber: 'M-2', status: 'answered', mergedInto: one, result: '盖好了' },
  ])
})

test('a machine asks from the serial it has read last, and hears everything once', async () => {
  const bearer = { authorization: `Bearer ${await tokenOf(t, ['orders'], 'street')}` }
  const machine = t.client(bearer)
  const put = {
    commandId: commandId(),
    areaCode: codes.street,
    orders: [
      {
        number: 'API-1',
        text: '路口积水',
        area: '同景社区',
        answerBy: '2026-03-06T10:00:00+08:00',
      },
      { number: 'API-2', text: '树倒了', answerBy: '明天' },
      { number: 'CQ26-0001', text: '路灯', phone: '13800000141' },
    ],
  }
  const answer = valueOf(await machine.call(wire.putOrders, put))
  expect(answer).toMatchObject({ rows: 3, taken: 1, changed: 1, rejected: 1 })
  expect(answer.orders.map(({ number, became }) => [number, became])).toEqual([
    ['API-1', 'new'],
    ['CQ26-0001', 'changed'],
    ['API-2', 'rejected'],
  ])
  expect(valueOf(await machine.call(wire.putOrders, put))).toMatchObject({
    taken: 1,
    rejected: 1,
  })

  const serials: number[] = []
  let after: string | undefined
  for (;;) {
    const asked = { areaCode: codes.street, limit: 2, ...(after !== undefined && { after }) }
    const page = valueOf(await machine.call(wire.listOrderAnswers, asked))
    serials.push(...page.items.map(({ serial }) => serial))
    after = page.last
    if (page.next === null) break
  }
  expect(serials).toEqual(serials.map((_, n) => n + 1)) // No gap, none twice.
  const rest = { areaCode: codes.street, after: after ?? '' }
  expect(valueOf(await machine.call(wire.listOrderAnswers, rest))).toMatchObject({
    items: [],
    last: after,
  })
  const number = answer.orders[0]?.caseNumber ?? ''
  must(await gives(chen, number, teams.community))
  await minute(t)
  expect(valueOf(await machine.call(wire.listOrderAnswers, rest)).items).toMatchObject([
    { orderNumber: 'API-1', status: 'handling', serial: serials.length + 1 },
  ])
  expect((await machine.send({ path: `/api/cases/${number}` })).status).toBe(404) // Its token opens orders alone.
})

test('after the days that the place says, files, batches and earlier answers go, then the order; nobody is told twice', async () => {
  const count = async () => {
    const of = (table: string) => `(select count(*)::int from exchange.${table}) as ${table}`
    const tables = ['orders', 'order_answers', 'order_batches', 'order_imports']
    const { rows } = await t.owner.query(`select ${tables.map(of).join(', ')}`)
    return rows[0] as Record<string, number>
  }
  await takes(chen)
  const before = await count()
  expect(await forgetOrders(t.app)).toBe(0)
  expect(await count()).toEqual(before)
  t.clock.advance(200 * 86_400)
  await t.owner.query(
    `insert into places.rules (area_id, key, value, valid_from, reason)
     values ($1, 'exchange.orders', '{"filesDays": 100}', '2026-01-01', '街道规定')`,
    [t.town.area[codes.street]],
  )
  await t.app.places.refresh()
  expect(await forgetOrders(t.app)).toBe(0)
  const halfway = await count()
  expect(halfway).toMatchObject({ orders: before['orders'], order_batches: 1 })
  expect(halfway['order_answers']).toBeLessThan(before['order_answers'] ?? 0)
  const { rows } = await t.owner.query('select distinct file_name from exchange.order_imports')
  expect(rows).toEqual([{ file_name: '–' }])
  chen = await comes(t, 'chen')
  expect(await takes(chen)).toEqual({ id: null, orders: 0 })
  t.clock.advance(1000 * 86_400)
  await minute(t)
  expect(await forgetOrders(t.app)).toBeGreaterThan(2)
  // What is still open stays until it ends.
  const { rows: left } = await t.owner.query('select distinct status from exchange.orders')
  expect(left.map(({ status }) => status as string)).not.toContain('answered')
  expect(left.length).toBeGreaterThan(0)
})

test('an order that was forgotten is in a file once more: its case is known, and the rest of the file goes on', async () => {
  chen = await comes(t, 'chen')
  const { rows: gone } = await t.owner.query(
    `select c.number, c.text from cases.cases c where c.external_id = '12345:CQ26-0001'
       and not exists (select from exchange.orders o where o.number = 'CQ26-0001')`,
  )
  const [first] = gone as { number: string; text: string }[]
  const line = morning.find(({ number }) => number === 'CQ26-0001') ?? {}
  const file = csvOf([line, { number: 'CQ30-0001', ...at, text: '路边的树倒了' }])
  expect(await looks(chen, file)).toMatchObject({ fresh: 1, known: 1 })
  expect(await loads(chen, file)).toMatchObject({ taken: 1, known: 1 })
  expect(await loads(chen, file)).toMatchObject({ taken: 0, known: 2 })
  // The caller calls again years later: a case of its own, which points to the first.
  const anew = { ...line, text: '三年后灯又不亮了', receivedAt: '2029/6/1 8:00' }
  expect(await loads(chen, csvOf([anew]))).toMatchObject({ taken: 1 })
  const now = await caseOf(chen, 'CQ26-0001')
  expect(now).not.toBe(first?.number)
  const { rows } = await t.owner.query(
    `select c.linked_to, c.external_id, o.again from cases.cases c
       join exchange.orders o on o.case_number = c.number where c.number = $1`,
    [now],
  )
  expect(rows).toEqual([{ linked_to: first?.number, external_id: '12345:CQ26-0001 (2)', again: 1 }])
})
