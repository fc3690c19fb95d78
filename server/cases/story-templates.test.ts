// The secretary keeps what her office says often; the grid below takes it into a reply, changes a word, and what was sent is
// what stands. A template ends with its day and is never taken out of the past.

import { beforeEach, expect, test } from 'vitest'
import * as kept from '#core/cases/contract-templates.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { comes, localTime, must } from '#testing/town-life.ts'
import { type Town, codes, commandId, openTown } from '#testing/town.ts'

let t: Town
beforeEach(async () => {
  t = await openTown()
})

const words = '您反映的{类别}已修好，{单位}复查过。'
type Kept = InputOf<typeof kept.keepTemplate>
const keeps = async (login: string, more: Partial<Kept> = {}) =>
  (await comes(t, login)).call(kept.keepTemplate, {
    commandId: commandId(),
    code: codes.community,
    move: 'close',
    category: null,
    title: '修好了',
    words,
    replaces: null,
    ...more,
  })
const reads = async (login: string, code = codes.grid, more = {}) => {
  const answer = must(await (await comes(t, login)).call(kept.listTemplates, { code, ...more }))
  if (!answer.ok) throw new Error('not read')
  return answer.value
}
const idOf = (answer: Awaited<ReturnType<typeof keeps>>) => (answer.ok ? answer.value.id : '')

test('heads keep, everybody below reads: the nearest first, and the neighbours have their own', async () => {
  must(await keeps('cao', { code: codes.street, title: '街道统一答复' }))
  must(await keeps('he'))
  const { items, mayKeep } = await reads('liu')
  expect(items.map((each) => [each.areaName.zh, each.title])).toEqual([
    ['同景社区', '修好了'],
    ['长生桥镇', '街道统一答复'],
  ])
  expect(mayKeep).toBe(false)
  expect((await reads('xu', codes.neighbour)).items.map((each) => each.title)).toEqual([
    '街道统一答复',
  ])
  expect((await reads('he', codes.community)).mayKeep).toBe(true)
})

test('whoever keeps nothing here is told so before the words are read; strangers to the area read nothing', async () => {
  const wrong = { words: '{姓名}您好', move: 'archive' as 'close' }
  expect(await keeps('wu', { words: '{姓名}您好' })).toMatchObject({ refusal: 'not_allowed' })
  expect(await keeps('xu', { words: '{姓名}您好' })).toMatchObject({ refusal: 'not_allowed' })
  expect(await keeps('he', { ...wrong })).toMatchObject({ status: 422 })
  const answer = await (await comes(t, 'xu')).call(kept.listTemplates, { code: codes.community })
  expect(answer).toMatchObject({ refusal: 'not_allowed' })
})

test('what no case can fill is refused with its name; a category that is not used here, too', async () => {
  expect(await keeps('he', { words: '{姓名}您好，{编号}' })).toMatchObject({
    refusal: 'unknown_placeholder',
    fields: { words: '{姓名}' },
  })
  expect(await keeps('he', { category: 'Z99' })).toMatchObject({ refusal: 'category_unknown' })
  must(await keeps('he', { category: 'P01' }))
})

test('a new wording takes the place of the old one, which stays readable with its days', async () => {
  const first = idOf(await keeps('he'))
  t.clock.set(localTime('2026-03-05 09:00'))
  must(await keeps('he', { title: '修好了，请查看', replaces: first }))
  expect((await reads('wu')).items.map((each) => each.title)).toEqual(['修好了，请查看'])
  const all = await reads('wu', codes.grid, { ended: true })
  expect(all.items.map((each) => [each.title, each.validTo])).toEqual([
    ['修好了，请查看', null],
    ['修好了', '2026-03-05'],
  ])
  expect(await keeps('he', { replaces: first })).toMatchObject({ refusal: 'no_such_template' })
  const last = all.items[0]?.id ?? ''
  const he = await comes(t, 'he')
  const input = { commandId: commandId(), code: codes.community, id: last }
  must(await he.call(kept.endTemplate, input))
  expect((await reads('wu')).items).toEqual([])
  const again = { ...input, commandId: commandId() }
  expect(await he.call(kept.endTemplate, again)).toMatchObject({ refusal: 'no_such_template' })
})

test('how often it is taken is counted, a repeat of the command once, and by nobody', async () => {
  const id = idOf(await keeps('he'))
  const liu = await comes(t, 'liu')
  const code = codes.community
  const take = (as: typeof liu, of = code) => {
    const input = { commandId: commandId(), code: of, id }
    return async () => as.call(kept.takeTemplate, input)
  }
  // The grid leader works below the community: he takes it through his own grid.
  expect(await take(liu)()).toMatchObject({ refusal: 'not_allowed' })
  must(await take(liu, codes.grid)())
  const wu = take(await comes(t, 'wu'))
  must(await wu())
  must(await wu())
  expect((await reads('wu')).items[0]?.used).toBe(2)
  const elsewhere = take(await comes(t, 'xu'), codes.neighbour)
  expect(await elsewhere()).toMatchObject({ refusal: 'no_such_template' })
  const { rows } = await t.owner.query('select * from cases.template_uses')
  expect(Object.keys(rows[0] as object).toSorted()).toEqual([
    'area_id',
    'month',
    'template_id',
    'times',
  ])
})

test('a long list goes on where it stopped', async () => {
  for (const n of [1, 2, 3]) must(await keeps('he', { title: `答复${n}` }))
  const first = await reads('wu', codes.grid, { limit: 2 })
  expect(first.items).toHaveLength(2)
  const rest = await reads('wu', codes.grid, { limit: 2, after: first.next })
  expect([...first.items, ...rest.items].map((each) => each.title)).toEqual([
    '答复1',
    '答复2',
    '答复3',
  ])
  expect(rest.next).toBeNull()
})
