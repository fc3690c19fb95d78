// Urged and supervised: the resident asks once a work day, the commander wants an answer by three, and everybody
// concerned reads the same trace. No clock moves for any of it.

import { beforeAll, expect, test } from 'vitest'
import { followCase, getPublicCase, listCases } from '#core/cases/contract.ts'
import * as watched from '#core/cases/contract-watching.ts'
import { listNotices } from '#core/notices/contract.ts'
import { reacted } from '#testing/reacted.ts'
import {
  clockOf,
  comes,
  localTime,
  must,
  postOf,
  rowOf,
  says,
  walksToHandling,
} from '#testing/town-life.ts'
import { type Staff, type Town, act, fileAndGive, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const told = async (who: Staff, number: string) => {
  const answer = must(await who.call(listNotices, { limit: 100 }))
  const items = answer.ok ? answer.value.items : []
  return items.filter((each) => each.caseNumber === number).map((each) => each.kind)
}
const urge = { words: '晚上孩子放学看不见路' }

test('the resident urges on Friday, not twice, and on Monday again; the post and its head are told', async () => {
  t.clock.set(localTime('2026-03-06 09:00'))
  const of = await report(t.client())
  must(await fileAndGive(await comes(t, 'wu'), of.number, postOf(t), { category: 'E04-96' }))
  const before = await clockOf(t, of.number, 'HANDLE')
  must(await says(t, of, 'urge', urge))
  expect(await says(t, of, 'urge', urge)).toMatchObject({ refusal: 'urged_today' })
  await reacted(t.app)
  expect(await told(await comes(t, 'qian'), of.number)).toContain('urge')
  expect(await told(await comes(t, 'feng'), of.number)).toContain('urge')
  t.clock.set(localTime('2026-03-07 10:00'))
  must(await says(t, of, 'urge', urge))
  t.clock.set(localTime('2026-03-09 10:00'))
  expect(await says(t, of, 'urge', urge)).toMatchObject({ refusal: 'urged_today' })
  t.clock.set(localTime('2026-03-10 10:00'))
  must(await says(t, of, 'urge', urge))
  expect(await clockOf(t, of.number, 'HANDLE')).toMatchObject({ due: before.due })
  const view = await read(await comes(t, 'wu'), of.number)
  expect(view.urging).toMatchObject({ times: 3, byReporter: 3 })
  const own = must(
    await t.client().call(followCase, { number: of.number, secret: of.secret ?? '' }),
  )
  expect(own.ok && own.value.moves).toContainEqual({ move: 'urge', why: 'urged_today' })
})

test('she calls instead: wu writes it down for her, and then she cannot urge online as well', async () => {
  t.clock.set(localTime('2026-03-11 09:00'))
  const leaf = { category: 'P01-37-2' }
  const of = await report(t.client(), leaf)
  const liu = await walksToHandling(t, of.number, leaf)
  const wu = await comes(t, 'wu')
  must(await act(wu, watched.urgeCase, of.number, { ...urge, onBehalf: 'phone' }))
  expect(await says(t, of, 'urge', urge)).toMatchObject({ refusal: 'urged_today' })
  must(await act(wu, watched.urgeCase, of.number, { words: '居民又来电，请今天答复' }))
  const view = await read(liu, of.number)
  expect(view.urging).toMatchObject({ times: 2, byReporter: 1 })
  expect(view.timeline.slice(-2).map((entry) => entry.who?.zh)).toEqual([
    '社区值班员代反映人',
    '社区值班员',
  ])
  const open = must(await t.client().call(getPublicCase, { number: of.number }))
  expect(open.ok && open.value.timeline.at(-1)?.sentence.zh).toBe('催办。')
  expect(JSON.stringify(open)).not.toContain('孩子')
})

test('cao supervises: liu answers late, cao is told, and the trace stays for all to see', async () => {
  t.clock.set(localTime('2026-03-12 09:00'))
  const of = await report(t.client())
  const liu = await walksToHandling(t, of.number)
  const [cao, he, luo] = [await comes(t, 'cao'), await comes(t, 'he'), await comes(t, 'luo')]
  const wanted = { words: '请说明为什么还没修', answerBy: localTime('2026-03-12 15:00') }
  expect(await act(he, watched.superviseCase, of.number, wanted)).toMatchObject({
    refusal: 'not_yours',
  })
  expect(
    await act(cao, watched.superviseCase, of.number, { ...wanted, answerBy: t.clock.now() }),
  ).toMatchObject({ refusal: 'answer_by_past' })
  must(await act(cao, watched.superviseCase, of.number, wanted))
  await reacted(t.app)
  expect(await told(liu, of.number)).toContain('supervise')
  const queue = async () => {
    const found = must(await cao.call(listCases, { queue: 'supervised', limit: 50 }))
    return found.ok ? found.value.items.map((row) => row.number) : []
  }
  expect(await queue()).toContain(of.number)
  t.clock.set(localTime('2026-03-12 15:30'))
  expect((await read(cao, of.number)).supervisions[0]).toMatchObject({ answer: null, late: true })
  const reply = { serial: 1, words: '缺灯头，明早到货就换' }
  expect(await act(he, watched.answerSupervision, of.number, reply)).toMatchObject({
    refusal: 'not_yours',
  })
  const both = await Promise.all(
    [liu, luo].map((who) => act(who, watched.answerSupervision, of.number, reply)),
  )
  expect(both.map((each) => (each.ok ? 'done' : each.refusal)).toSorted()).toEqual([
    'done',
    'nothing_to_answer',
  ])
  await reacted(t.app)
  expect(await told(cao, of.number)).toContain('answerSupervision')
  expect(await queue()).not.toContain(of.number)
  const view = await read(liu, of.number)
  expect(view.supervisions).toMatchObject([{ answer: reply.words, late: true }])
  expect(view.timeline.at(-2)?.sentence.zh).toBe(
    '长生桥镇督办，3月12日 15:00 前答复：请说明为什么还没修。',
  )
  const counted = await rowOf<{ urged: number; supervised: number }>(
    t,
    `select sum(urged)::int as urged, sum(supervised)::int as supervised
       from cases.tallies where grain = 'day' and $1 <> ''`,
    of.number,
  )
  expect(counted).toEqual({ urged: 5, supervised: 1 })
})
