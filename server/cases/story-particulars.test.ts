// What a category asks beside it: one tap while reporting, read by whoever sets out; somebody in a lift is urgent at once;
// the district asks otherwise from a day on.
import { beforeAll, expect, test } from 'vitest'
import { followCase, getCase } from '#core/cases/contract.ts'
import { workOrderOf } from '#core/cases/work-order.ts'
import { listCategories } from '#core/places/contract.ts'
import { setRule } from '#core/places/contract-rules.ts'
import { addKeepers } from '#testing/drawn-town.ts'
import { comes, must } from '#testing/town-life.ts'
import { type Town, codes, commandId, fileAndGive, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
  await addKeepers(t)
})

const lift = { category: 'P05-02', text: '三单元电梯停在六楼' }
const answersIn = (view: { particulars: { ask: { zh: string }; label: { zh: string } }[] }) =>
  view.particulars.map(({ ask, label }) => `${ask.zh}${label.zh}`)
const asked = async (code: string, area = codes.community) => {
  const list = await t.client().call(listCategories, { area })
  if (!list.ok) throw new Error(list.refusal)
  return (list.value.items.find((each) => each.code === code)?.particulars ?? []).map(
    ({ ask }) => ask.zh,
  )
}

test('whoever reports a lift is asked two things at most, and both stand where the work is read', async () => {
  expect(await asked('P05-02')).toEqual(['里面有人吗？', '同一单元还有别的电梯能用吗？'])
  const said = { inside: 'no', other: 'no' }
  const { number, secret } = await report(t.client(), { ...lift, particulars: said })
  const answered = ['里面有人吗？没有', '同一单元还有别的电梯能用吗？没有，只能走楼梯']
  const view = await read(await t.as('wu'), number)
  expect(view.urgent).toBe(false)
  expect(answersIn(view)).toEqual(answered)
  const lines = workOrderOf(view, { lang: 'zh', timeZone: 'Asia/Shanghai' }).lines
  expect(lines).toContainEqual({ label: '里面有人吗？', text: '没有' })
  const own = await t.client().call(followCase, { number, secret: secret ?? '' })
  expect(own.ok && answersIn(own.value)).toEqual(answered)
})

test('somebody is inside: red, at the street’s centre, by the minute, though nobody of staff has seen it yet', async () => {
  const { number } = await report(t.client(), {
    ...lift,
    particulars: { inside: 'yes', other: 'no' },
  })
  const view = await read(await t.as('chen'), number)
  expect(view).toMatchObject({ urgent: true, home: { level: 'street' } })
  expect(view.clock?.limitKind).toBe('URGENT_HOUR')
  expect(answersIn(view)).toEqual(['里面有人吗？有人困在里面'])
  const calm = await report(t.client(), { ...lift, particulars: { inside: 'no' } })
  expect((await read(await t.as('wu'), calm.number)).home.level).toBe('community')
})

test('nothing has to be answered, and what is not offered is let go: a report is never refused for it', async () => {
  const given: (Record<string, string> | undefined)[] = [
    undefined,
    {},
    { inside: 'perhaps' },
    { weather: 'rain' },
    Object.fromEntries([['constructor', 'yes']]),
  ]
  for (const particulars of given) {
    const more = particulars === undefined ? {} : { particulars }
    const { number } = await report(t.client(), { ...lift, ...more })
    const view = await read(await t.as('wu'), number)
    expect({ answers: answersIn(view), urgent: view.urgent }).toEqual({
      answers: [],
      urgent: false,
    })
  }
  const flood = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`q${n}`, 'yes']))
  const refused = await t.client().send({
    method: 'POST',
    path: '/api/cases',
    body: { commandId: commandId(), ...lift, area: codes.community, particulars: flood },
  })
  expect(refused.status).toBe(422)
})

test('the unit that is sent reads it, and so does nobody else: a neighbour who joined does not', async () => {
  const { number } = await report(t.client(), {
    text: '灯一闪一闪',
    category: 'P01-37-2',
    particulars: { how: 'flicker' },
  })
  const given = await fileAndGive(
    await t.as('wu'),
    number,
    { areaCode: codes.grid, unitId: null },
    { category: 'P01-37-2' },
  )
  expect(given).toMatchObject({ ok: true })
  expect(answersIn(await read(await t.as('liu'), number))).toEqual(['灯是怎么了？一闪一闪'])
  expect(await (await t.as('xu')).call(getCase, { number })).toMatchObject({ ok: false })
})

test('the district asks otherwise from a day on; what was reported before keeps the words of its day', async () => {
  const before = await report(t.client(), { ...lift, particulars: { inside: 'no' } })
  const gui = await t.as('gui')
  const floor = {
    code: 'floor',
    ask: { zh: '停在几楼？', en: 'At which floor?' },
    options: [
      { code: 'low', label: { zh: '五楼以下', en: 'Below 5' } },
      { code: 'high', label: { zh: '五楼以上', en: 'Above 5' } },
    ],
  }
  const set = (value: unknown, validFrom = '2026-03-10') =>
    gui.call(setRule, {
      commandId: commandId(),
      area: '500108',
      key: 'cases.particulars',
      value,
      validFrom,
      reason: '消防队要知道楼层',
    })
  expect(await set({ 'P05-02': [{ ...floor, options: [floor.options[0]] }] })).toMatchObject({
    refusal: 'bad_value',
  })
  expect(
    await (
      await t.as('chen')
    ).call(setRule, {
      commandId: commandId(),
      area: '500108',
      key: 'cases.particulars',
      value: {},
      validFrom: '2026-03-10',
      reason: '试一试',
    }),
  ).toMatchObject({ ok: false, status: 403 })
  must(await set({ 'P05-02': [floor], 'P01-37-2': [] }))
  expect(await asked('P05-02')).toContain('里面有人吗？')
  t.clock.set('2026-03-10T01:00:00Z')
  expect(await asked('P05-02')).toEqual(['停在几楼？'])
  expect(await asked('P01-37-2')).toEqual([])
  expect(await asked('P04-01')).toHaveLength(1)
  const after = await report(t.client(), { ...lift, particulars: { inside: 'yes', floor: 'high' } })
  const wu = await comes(t, 'wu')
  expect(answersIn(await read(wu, after.number))).toEqual(['停在几楼？五楼以上'])
  expect((await read(wu, after.number)).urgent).toBe(false)
  expect(answersIn(await read(wu, before.number))).toEqual(['里面有人吗？没有'])
})
