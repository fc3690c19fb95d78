// What the desk is offered: the pack's words in the first week, later what people here say for it. Chen decides every
// time; the rule keeper reads how often the offer was right and asks for learning, and sees no case by it.

import { beforeAll, expect, test } from 'vitest'
import * as moves from '#core/cases/contract-moves.ts'
import {
  readSuggestionModel,
  suggestForCase,
  suggestForText,
  trainSuggestions,
} from '#core/cases/contract-suggest.ts'
import { listCases } from '#core/cases/contract.ts'
import { comes, must } from '#testing/town-life.ts'
import { type Staff, type Town, act, codes, commandId, openTown, report } from '#testing/town.ts'
import { trainAreas } from './training.ts'

let t: Town
let chen: Staff
let keeper: Staff
beforeAll(async () => {
  t = await openTown()
  await t.owner.query(`update people.people set login = 'gui' where login = 'sys'`)
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     values ($1, 'ruleKeeper', $2, '2026-01-01', now())`,
    [t.town.person['sys'], t.town.area['500108']],
  )
  chen = await t.as('chen')
  keeper = await comes(t, 'gui')
})

const offered = async (who: Staff, number: string) => {
  const answer = must(await who.call(suggestForCase, { number }))
  return answer.ok ? answer.value : { items: [], learnedFrom: 0 }
}
const measured = async () => {
  const answer = must(await keeper.call(readSuggestionModel, { area: codes.community }))
  if (!answer.ok) throw new Error('the keeper cannot read')
  return answer.value
}
const files = async (number: string, category: string) =>
  must(
    await act(chen, moves.acceptCase, number, { expectedVersion: 1, category, conditionMet: true }),
  )
const unsorted = (text: string) => report(t.client(), { text, category: 'C99' })

test('in the first week the pack’s words are offered, with the words and without a percentage', async () => {
  const { number } = await unsorted('三单元门口垃圾堆了好几天，没人收，臭')
  const { items, learnedFrom } = await offered(chen, number)
  expect(learnedFrom).toBe(0)
  expect(items[0]).toMatchObject({ category: 'E01-10', confidence: null })
  expect(items[0]?.because.join(' ')).toContain('垃圾')
  expect(items.length).toBeLessThanOrEqual(3)
})

test('a text that says nothing known is offered nothing', async () => {
  const typed = must(await chen.call(suggestForText, { area: codes.street, text: '13900000000' }))
  expect(typed.ok && typed.value.items).toEqual([])
})

test('what was offered first is kept with the case, and nobody’s name with it', async () => {
  const { number } = await unsorted('楼下垃圾没人收')
  await offered(chen, number)
  t.clock.advance(60)
  await offered(await t.as('wu'), number)
  const { rows } = await t.owner.query(
    `select s.* from cases.suggestions s join cases.cases c on c.id = s.case_id where c.number = $1`,
    [number],
  )
  expect(rows).toHaveLength(1)
  expect(Object.keys(rows[0] as object).toSorted()).toEqual(
    ['case_id', 'community_id', 'model_id', 'offered', 'offered_at'].toSorted(),
  )
  const before = (await measured()).confirmed
  await files(number, 'E01-10')
  const { confirmed } = await measured()
  expect(confirmed).toMatchObject({ cases: before.cases + 1, first: before.first + 1 })
})

test('chen overrides an offer, and it counts as wrong', async () => {
  const before = (await measured()).confirmed
  const { number } = await unsorted('垃圾桶边上的路灯不亮，没人收垃圾')
  await offered(chen, number)
  await files(number, 'P01-37')
  const { confirmed } = await measured()
  expect(confirmed).toMatchObject({ cases: before.cases + 1, first: before.first })
})

test('with too few cases there is nothing to learn, and a dispatcher may not ask for it', async () => {
  const ask = { commandId: commandId(), area: codes.community }
  expect(await keeper.call(trainSuggestions, ask)).toMatchObject({ refusal: 'too_few_cases' })
  expect(await chen.call(trainSuggestions, { ...ask, commandId: commandId() })).toMatchObject({
    refusal: 'not_yours',
  })
  expect(await trainAreas(t.app, null)).toBe(0)
})

test('people here call it something else; after learning it is offered, with what it was right in', async () => {
  const dark = ['黑黢黢的', '黑黢黢看不到', '晚上黑黢黢', '黑黢黢摔了人']
  const smell = ['酸臭', '臭烘烘', '一股臭', '苍蝇多得很']
  for (let i = 0; i < 28; i += 1) {
    const lamp = await unsorted(`${i}栋坡坡${dark[i % 4]}`)
    await files(lamp.number, 'P01-37')
    const waste = await unsorted(`${i}栋楼下${smell[i % 4]}`)
    await files(waste.number, 'E01-10')
  }
  const fresh = await unsorted('坡坡上黑黢黢的，哪个来看下')
  const before = await offered(chen, fresh.number)
  expect(before.items.map(({ category }) => category)).not.toContain('P01-37')
  const ask = { commandId: commandId(), area: codes.community }
  const asked = must(await keeper.call(trainSuggestions, ask))
  expect(asked.ok && asked.value).toMatchObject({ area: { code: '500108' } })
  await t.runJobs()
  const { items, learnedFrom } = await offered(chen, fresh.number)
  expect(learnedFrom).toBeGreaterThanOrEqual(56)
  expect(items[0]?.category).toBe('P01-37')
  expect(items[0]?.because.join('')).toContain('黑')
  expect(items[0]?.confidence).toBeGreaterThan(0)
  const { measured: figures, trainedFor, source } = await measured()
  expect({ source, for: trainedFor?.code }).toEqual({ source: 'cases', for: '500108' })
  expect(figures?.texts).toBe(learnedFrom)
  expect(figures?.first).toBeGreaterThan(50)
  expect(figures?.seedsAlone).toBeLessThan(figures?.first ?? 0)
})

test('learning again keeps the old figures and drops the old weights', async () => {
  expect(await trainAreas(t.app, { areaId: t.town.area['500108'], asked: true })).toBe(1)
  const { rows } = await t.owner.query<{ kept: boolean }>(
    `select model is not null as kept from cases.suggestion_models order by trained_at desc, kept desc`,
  )
  expect(rows.map(({ kept }) => kept)).toEqual([true, false])
  expect((await measured()).history).toHaveLength(1)
})

test('a model from more history than there are cases stays through the weekly job', async () => {
  await t.owner.query(
    `update cases.suggestion_models set source = 'history', texts = 5000 where model is not null`,
  )
  expect(await trainAreas(t.app, { areaId: t.town.area['500108'] })).toBe(0)
})

test('no word of one report alone is in the model, and the keeper still sees no case', async () => {
  const { model } = (
    await t.owner.query<{ model: Buffer }>(
      'select model from cases.suggestion_models where model is not null',
    )
  ).rows[0] ?? { model: Buffer.alloc(0) }
  const { gunzipSync } = await import('node:zlib')
  const text = gunzipSync(model).toString('utf8')
  expect(text).toContain('黑黢黢')
  expect(text).not.toContain('三单元')
  const list = must(await keeper.call(listCases, {}))
  expect(list.ok && list.value.items).toEqual([])
})
