// The rule keeper thinks of one day instead of three, and looks first what the last three months would have become.
import { beforeAll, expect, test } from 'vitest'
import { rehearseRule } from '#core/cases/contract-rehearsal.ts'
import { listRuleChanges, setRule } from '#core/places/contract-rules.ts'
import { clockOf, comes, handles, must, walksToHandling } from '#testing/town-life.ts'
import { type Staff, type Town, commandId, lamp, openTown, report } from '#testing/town.ts'

let t: Town
let keeper: Staff

beforeAll(async () => {
  t = await openTown()
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     select (select id from people.people where login = 'sys'), 'ruleKeeper', id, '2026-01-01', now()
       from places.areas where code = '500108'`,
  )
  // One lamp mended after a day and a half, one still dark.
  const { number } = await report(t.client())
  await walksToHandling(t, number)
  t.clock.advance(36 * 3600)
  must(await handles(t, await comes(t, 'liu'), number))
  await walksToHandling(t, (await report(t.client())).number)
  t.clock.advance(60)
  keeper = await comes(t, 'sys')
})

const draft = (amount: number, more: object = {}) => ({
  area: '500108',
  key: 'cases.categoryLimits',
  value: { [lamp.category]: { kind: 'WORK_HOUR', amount } },
  ...more,
})

test('a draft of two work hours: the mended lamp would have been late, the dark one is not late yet', async () => {
  const answer = must(await keeper.call(rehearseRule, draft(2)))
  if (!answer.ok) return
  expect(answer.value).toMatchObject({ clocks: 2, complete: true, newlyLate: 1, newlyInTime: 0 })
  const [group] = answer.value.groups
  expect(group).toMatchObject({ clocks: 2, earlier: 2, later: 0, onTime: { now: 1, draft: 0 } })
  expect(answer.value.told[100]).toEqual({ now: 0, draft: 1 })
  expect(answer.value.examples).toHaveLength(1)
})

test('a promise by tier does not reach a category that has a limit of its own', async () => {
  const handleByTier = {
    T1: { kind: 'WORK_HOUR', amount: 1 },
    T2: { kind: 'WORK_HOUR', amount: 1 },
  }
  const answer = must(
    await keeper.call(rehearseRule, draft(1, { key: 'cases.loop', value: { handleByTier } })),
  )
  expect(answer).toMatchObject({ value: { clocks: 2, newlyLate: 0, examples: [] } })
})

test('nothing is written by a rehearsal: neither a rule nor a clock', async () => {
  const before = await t.owner.query('select sum(amount) from cases.clocks')
  must(await keeper.call(rehearseRule, draft(1)))
  const changes = must(await keeper.call(listRuleChanges, { area: '500108', limit: 50 }))
  expect(changes.ok && changes.value.items.map(({ key }) => key)).not.toContain(
    'cases.categoryLimits',
  )
  expect((await t.owner.query('select sum(amount) from cases.clocks')).rows).toEqual(before.rows)
})

test('working hours are rehearsed alike: with a shop’s hours work time runs faster', async () => {
  const value = { segments: [['08:00', '22:00']], workDayHours: 14 }
  const same = { segments: [['08:00', '22:00']], workDayHours: 8 }
  const ask = async (hours: object) => {
    const answer = must(
      await keeper.call(rehearseRule, draft(0, { key: 'workSegments', value: hours })),
    )
    return answer.ok ? answer.value.groups[0] : null
  }
  expect((await ask(same))?.earlier).toBeGreaterThan(0)
  expect((await ask(value))?.later).toBeGreaterThanOrEqual(0)
})

test.each([
  ['a limit of nothing', draft(0), 'bad_value'],
  [
    'hours that cross',
    draft(1, { key: 'workSegments', value: { segments: [['12:00', '08:00']], workDayHours: 8 } }),
    'bad_value',
  ],
  ['a rule that is no clock', draft(1, { key: 'figures.smallCell', value: 12 }), 'not_rehearsable'],
  ['a place that is not there', draft(1, { area: '500199' }), 'no_such_area'],
])('%s is refused', async (_, input, refusal) => {
  expect(await keeper.call(rehearseRule, input as never)).toMatchObject({ refusal })
})

test('a dispatcher keeps no rules and rehearses none', async () => {
  const chen = await comes(t, 'chen')
  expect(await chen.call(rehearseRule, draft(2))).toMatchObject({ refusal: 'not_yours' })
})

test('set for good, the place’s limit holds for what is given from that day on', async () => {
  const { key, value } = draft(2)
  const set = { commandId: commandId(), area: '500108', key, value, reason: '路灯要快' }
  must(await keeper.call(setRule, { ...set, validFrom: '2026-03-05' }))
  await t.app.places.refresh()
  t.clock.set('2026-03-06T01:00:00Z')
  const { number } = await report(t.client())
  await walksToHandling(t, number)
  // Friday nine o'clock in Chongqing, and two hours of work.
  expect((await clockOf(t, number, 'HANDLE')).due).toBe('2026-03-06T03:00:00.000Z')
})
