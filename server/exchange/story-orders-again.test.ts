// 重办: the hotline sends an order again that was answered, since the caller is not satisfied. Our own loop's rule for “still
// broken” holds: opened again while the windows last, later another case goes on from it; what was answered first stays told.
import { beforeAll, expect, test } from 'vitest'
import * as moves from '#core/cases/contract-moves.ts'
import * as wire from '#core/exchange/contract-orders.ts'
import { listNotices } from '#core/notices/contract.ts'
import {
  at,
  caseOf,
  csvOf,
  heads,
  lineOf,
  loads,
  looks,
  minute,
  valueOf,
} from '#testing/order-town.ts'
import { untilSeen, reacted } from '#testing/reacted.ts'
import { checks, comes, handles, must, teams } from '#testing/town-life.ts'
import { type Town, act, codes, commandId, fileAndGive, openTown, read } from '#testing/town.ts'

let t: Town
const chen = () => comes(t, 'chen')
beforeAll(async () => {
  t = await openTown()
})

const lamp = { ...at, title: '路灯', text: '步道第二个拐弯的路灯不亮', category: '路灯' }

async function answers(number: string, words: string): Promise<void> {
  must(await act(await comes(t, 'liu'), moves.acceptDuty, number, {}))
  must(await handles(t, await comes(t, 'liu'), number))
  must(await checks(await chen(), number))
  const said = { outcome: 'solved' as const, words, conditionMet: true }
  must(await act(await chen(), moves.closeCase, number, said))
  await minute(t)
}
async function answered(number: string, line: object = lamp): Promise<string> {
  await loads(await chen(), csvOf([{ number, ...line }]))
  const found = await caseOf(await chen(), number)
  must(await fileAndGive(await chen(), found, teams.grid, { category: 'P01-37' }))
  await answers(found, '灯泡换好了')
  return found
}
const orderOf = async (number: string) => {
  const asked = { areaCode: codes.street, number }
  const [row] = valueOf(await (await chen()).call(wire.listOrders, asked)).items
  if (row === undefined) throw new Error(`there is no order ${number}`)
  return row
}
const takes = async () => {
  await minute(t)
  const take = { commandId: commandId(), areaCode: codes.street }
  const { id } = valueOf(await (await chen()).call(wire.takeOrderAnswers, take))
  if (id === null) return []
  const asked = { areaCode: codes.street, batch: id }
  return valueOf(await (await chen()).call(wire.listOrderAnswers, asked)).items
}
const days = (count: number) => t.clock.advance(count * 86_400)

test('within the week the case itself is opened again, and the answer is told again beside the first', async () => {
  const found = await answered('AG-1')
  expect(await takes()).toMatchObject([{ result: '灯泡换好了', earlierAt: null }])
  days(2)
  const again = { number: 'AG-1', ...lamp, text: '修了一天又不亮了', answerBy: '2026-03-20' }
  const seen = await looks(await chen(), csvOf([again]))
  expect(seen).toMatchObject({ changed: 1, again: 1, shown: [{ again: true, becomes: 'changed' }] })
  expect(await loads(await chen(), csvOf([again]))).toMatchObject({ changed: 1 })
  const file = await read(await chen(), found)
  expect(file.state).toBe('REOPENED')
  expect(file.timeline.some((entry) => JSON.stringify(entry).includes('修了一天又不亮了'))).toBe(
    true,
  )
  const [told] = await takes()
  expect(told).toMatchObject({
    status: 'handling',
    reopened: 1,
    answeredAt: null,
    result: null,
    earlierResult: '灯泡换好了',
  })
  expect(await orderOf('AG-1')).toMatchObject({
    again: 1,
    caseNumber: found,
    status: 'handling',
    earlierAt: told?.earlierAt,
    answerBy: '2026-03-20T15:59:59.000Z',
  })
  // Sent a third and a fourth time, it is the same second complaint.
  for (let i = 0; i < 2; i += 1)
    expect(await loads(await chen(), csvOf([again]))).toMatchObject({ known: 1, changed: 0 })
  must(
    await act(await chen(), moves.dispatchCase, found, {
      lead: teams.grid,
      assists: [],
      tier: null,
      note: null,
    }),
  )
  await answers(found, '换了整盏灯')
  expect(await takes()).toMatchObject([
    { status: 'answered', result: '换了整盏灯', earlierResult: '灯泡换好了', reopened: 1 },
  ])
})

test('after the windows a case goes on from it, with the place of the first and the caller’s new words', async () => {
  const found = await answered('AG-2')
  await takes()
  days(30)
  const again = { number: 'AG-2', ...lamp, text: '一个月又坏了，请来看看', answerBy: '2026-04-20' }
  await loads(await chen(), csvOf([again]))
  const order = await orderOf('AG-2')
  expect(order).toMatchObject({ again: 1, status: 'answered' })
  expect(order.caseNumber).not.toBe(found)
  const file = await read(await chen(), order.caseNumber)
  expect(file).toMatchObject({ state: 'REPORTED', linkedTo: found, source: 'HOTLINE_12345' })
  expect(file.text).toContain('一个月又坏了')
  must(await fileAndGive(await chen(), order.caseNumber, teams.grid, { category: 'P01-37' }))
  expect(await takes()).toMatchObject([
    {
      orderNumber: 'AG-2',
      status: 'handling',
      caseNumber: order.caseNumber,
      mergedInto: null,
      earlierResult: '灯泡换好了',
    },
  ])
  // Complained of once more before that one is answered: it is said there, and no third case begins.
  days(1)
  await loads(await chen(), csvOf([{ ...again, text: '还是没有人来', answerBy: '2026-04-22' }]))
  expect((await orderOf('AG-2')).caseNumber).toBe(order.caseNumber)
})

test('two clerks load the second complaint at once: it is opened again once', async () => {
  const found = await answered('AG-3')
  days(1)
  const again = csvOf([{ number: 'AG-3', ...lamp, text: '还是黑的', answerBy: '2026-06-20' }])
  const [one, other] = [await chen(), await comes(t, 'cao')]
  await Promise.all([loads(one, again), loads(other, again)])
  const { rows } = await t.owner.query(
    `select c.reopenings, o.again from cases.cases c join exchange.orders o on o.case_number = c.number where c.number = $1`,
    [found],
  )
  expect(rows).toEqual([{ reopenings: 1, again: 1 }])
})

test('a file read by other columns, or a deadline written down later, opens nothing again', async () => {
  const first = { ...lamp, category: '市政-照明', answerBy: '2026-05-01' }
  const found = await answered('AG-4', first)
  const { mapping } = await looks(await chen(), csvOf([{ number: 'AG-4', ...first }]))
  const columns = { ...mapping.columns, text: ['标题', '诉求内容', '诉求分类'] }
  const line = `${heads}\r\n${lineOf({ number: 'AG-4', ...first })}`
  const seen = await looks(await chen(), line, { ...mapping, columns })
  expect(seen).toMatchObject({ changed: 1, again: 0 })
  const earlier = { number: 'AG-4', ...first, answerBy: '2026-02-01' }
  expect(await loads(await chen(), csvOf([earlier]))).toMatchObject({ changed: 1 })
  expect((await read(await chen(), found)).state).toBe('CLOSED')
  expect(await orderOf('AG-4')).toMatchObject({ again: 0 })
})

test('the third time somebody above looks first: it is written down, and they are told', async () => {
  const found = await answered('AG-5')
  for (const words of ['第一次说还不亮', '第二次说还不亮']) {
    days(1)
    const again = { number: 'AG-5', ...lamp, again: '是', text: words, answerBy: '' }
    await loads(
      await chen(),
      csvOf([again]).replace('是否保密', '是否重办').replace(',否,', ',是,'),
    )
    expect((await read(await chen(), found)).state).toBe('REOPENED')
    must(
      await act(await chen(), moves.dispatchCase, found, {
        lead: teams.grid,
        assists: [],
        tier: null,
        note: null,
      }),
    )
    await answers(found, '又修了一次')
  }
  days(10) // Objecting takes a word at any time; after a week it is a reopening.
  const third = csvOf([{ number: 'AG-5', ...lamp, text: '第三次说还不亮', answerBy: '' }])
  await loads(await chen(), third.replace('是否保密', '是否重办').replace(',否,', ',是,'))
  expect((await read(await chen(), found)).state).toBe('CLOSED')
  await untilSeen(t.app)
  await reacted(t.app)
  const notices = valueOf(await (await chen()).call(listNotices, {})).items
  expect(notices.some(({ caseNumber }) => caseNumber === found)).toBe(true)
})

test('an order that was sent back and comes again is heard, not written into a case nobody opens', async () => {
  await loads(await chen(), csvOf([{ number: 'AG-6', ...lamp }]))
  const found = await caseOf(await chen(), 'AG-6')
  const said = { code: 'other_body' as const, words: '归区里管', body: '区城管局' }
  must(await act(await chen(), moves.notAcceptCase, found, said))
  await takes()
  days(2)
  const again = {
    number: 'AG-6',
    ...lamp,
    text: '区里说归街道管，请核实后办理',
    answerBy: '2026-12-20',
  }
  await loads(await chen(), csvOf([again]))
  const file = await read(await chen(), found)
  expect(file.state).toBe('CONTESTED')
  expect(JSON.stringify(file.timeline)).toContain('区里说归街道管')
  expect(await takes()).toMatchObject([{ orderNumber: 'AG-6', returnedAt: null }])
  expect(await orderOf('AG-6')).toMatchObject({ again: 1, caseNumber: found })
})

test('sent back and come again after the days to contest: another case goes on from it', async () => {
  await loads(await chen(), csvOf([{ number: 'AG-7', ...lamp }]))
  const found = await caseOf(await chen(), 'AG-7')
  const said = { code: 'other_body' as const, words: '归区里管', body: '区城管局' }
  must(await act(await chen(), moves.notAcceptCase, found, said))
  await takes()
  days(30)
  const again = { number: 'AG-7', ...lamp, text: '来电人坚持说灯坏了', answerBy: '2028-12-20' }
  expect(await looks(await chen(), csvOf([again]))).toMatchObject({ again: 1 })
  await loads(await chen(), csvOf([again]))
  const order = await orderOf('AG-7')
  expect(order.caseNumber).not.toBe(found)
  expect(await read(await chen(), order.caseNumber)).toMatchObject({
    state: 'REPORTED',
    linkedTo: found,
  })
})
