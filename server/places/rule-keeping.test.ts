// A rule keeper changes what holds for a place, from a day on; nobody else does.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { signIn } from '#core/people/contract.ts'
import {
  listRuleChanges,
  listRules,
  readCalendar,
  setCalendarDay,
  setRule,
  setWorkSegments,
} from '#core/places/contract-rules.ts'
import { areWorkSegments } from '#core/places/rule-keeping.ts'
import { type Harness, type TestClient, openHarness } from '#testing/harness.ts'
import { buildPeopleTown, townPassword } from '#testing/people-town.ts'
import { calendarAt, rulesAt } from './index-of-places.ts'

let h: Harness
let keeper: TestClient
let dispatcher: TestClient

beforeAll(async () => {
  h = await openHarness({ startAt: '2026-03-02T01:00:00Z' })
  const town = await buildPeopleTown(h.owner)
  await h.owner.query(`update people.people set login = 'gui' where login = 'sys'`)
  await h.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     values ($1, 'ruleKeeper', $2, '2026-01-01', now())`,
    [town.person['sys'], town.area['500108']],
  )
  await h.app.places.refresh()
  const signedIn = async (login: string) => {
    const client = h.client()
    expect(await client.call(signIn, { login, password: townPassword })).toMatchObject({ ok: true })
    return client
  }
  keeper = await signedIn('gui')
  dispatcher = await signedIn('chen')
})

const rule = (more: object = {}) => ({
  commandId: randomUUID(),
  area: '500108106',
  key: 'routing.borderMetres',
  value: 30,
  validFrom: '2026-03-10',
  reason: '山地定位误差较大',
  ...more,
})
const pathOf = (code: string) => h.app.places.geography.findByCode(code)!.path

test('a rule holds below its area from its day on, and a later one follows it', async () => {
  expect(await keeper.call(setRule, rule())).toMatchObject({ ok: true })
  expect(await keeper.call(setRule, rule({ value: 40, validFrom: '2026-04-01' }))).toMatchObject({
    ok: true,
  })
  const at = (day: string) =>
    rulesAt(h.app, pathOf('500108106003'), 'routing.borderMetres', `${day}T04:00:00Z`)
  expect([at('2026-03-09'), at('2026-03-10'), at('2026-04-01')]).toEqual([20, 30, 40])
  expect(rulesAt(h.app, pathOf('500108'), 'routing.borderMetres', '2026-03-11T04:00:00Z')).toBe(20)
})

test('the same command twice has one effect', async () => {
  const once = rule({ key: 'figures.smallCell', value: 12 })
  const answers = [await keeper.call(setRule, once), await keeper.call(setRule, once)]
  expect(answers[1]).toEqual(answers[0])
  const rows = await h.owner.query(
    `select reason, changed_by from places.rules where key = 'figures.smallCell'`,
  )
  expect(rows.rows).toHaveLength(1)
  expect(rows.rows[0].changed_by).not.toBeNull()
})

test.each([
  ['an unknown rule', { key: 'routing.magic' }, 'unknown_rule'],
  ['cells below ten', { key: 'figures.smallCell', value: 5 }, 'bad_value'],
  ['three extensions', { key: 'cases.loop', value: { extensionsMax: 3 } }, 'bad_value'],
  ['an unknown amount', { key: 'cases.loop', value: { magic: 3 } }, 'bad_value'],
  [
    'weights that miss one',
    { key: 'figures.threeRateWeights', value: { responded: 1, solved: 0, satisfied: 1 } },
    'bad_value',
  ],
  ['yesterday', { validFrom: '2026-03-01' }, 'day_past'],
  ['a day that has its rule', { validFrom: '2026-04-01' }, 'changed_that_day'],
  ['a place nobody knows', { area: '999999' }, 'no_such_area'],
  ['a place above', { area: '500000' }, 'not_yours'],
])('%s is refused', async (_name, more, refusal) => {
  expect(await keeper.call(setRule, rule(more))).toMatchObject({ ok: false, refusal })
})

test('a dispatcher may read the rules and change none', async () => {
  expect(await dispatcher.call(setRule, rule())).toMatchObject({
    refusal: 'not_yours',
    status: 403,
  })
  const segments = {
    commandId: randomUUID(),
    area: '500108106',
    segments: [['09:00', '17:00']],
    workDayHours: 8,
    validFrom: '2026-05-01',
    reason: '试点',
  }
  expect(await dispatcher.call(setWorkSegments, segments)).toMatchObject({ refusal: 'not_yours' })
  const day = {
    commandId: randomUUID(),
    area: '500108106',
    day: '2026-05-08',
    kind: 'off' as const,
    name: '试点',
  }
  expect(await dispatcher.call(setCalendarDay, day)).toMatchObject({ refusal: 'not_yours' })
  expect(await dispatcher.call(listRules, { area: '500108106' })).toMatchObject({
    ok: true,
    value: { workDayHours: 8 },
  })
  expect(await h.client().call(listRules, { area: '500108106' })).toMatchObject({
    refusal: 'not_signed_in',
  })
})

test('working hours and single days change the calendar of the place, under a new version', async () => {
  const before = calendarAt(h.app, pathOf('500108106003'), h.clock.now())
  const base = { area: '500108106', validFrom: '2026-03-02', workDayHours: 8, reason: '夏令时段' }
  expect(
    await keeper.call(setWorkSegments, {
      ...base,
      commandId: randomUUID(),
      segments: [
        ['08:30', '12:00'],
        ['14:30', '19:00'],
      ],
    }),
  ).toMatchObject({ ok: true })
  expect(
    await keeper.call(setCalendarDay, {
      commandId: randomUUID(),
      area: '500108106',
      day: '2026-03-09',
      kind: 'off',
      name: '防汛演练',
    }),
  ).toMatchObject({ ok: true, value: { version: '500108106-1' } })
  expect(
    await keeper.call(setWorkSegments, {
      ...base,
      commandId: randomUUID(),
      segments: [['14:00', '12:00']],
    }),
  ).toMatchObject({ refusal: 'bad_value' })
  const after = calendarAt(h.app, pathOf('500108106003'), h.clock.now())
  expect(after.version).not.toBe(before.version)
  expect(after.segments[0]).toEqual(['08:30', '12:00'])
  expect(after.daysOff.has('2026-03-09')).toBe(true)
  expect(calendarAt(h.app, pathOf('500108'), h.clock.now()).version).toBe(before.version)
})

test('whoever asks later reads what was set, where, by whom and why, page by page', async () => {
  const all = await dispatcher.call(listRuleChanges, { area: '500108106003', limit: 200 })
  if (!all.ok) throw new Error(all.refusal)
  const mine = all.value.items.filter((change) => change.by !== null)
  expect(mine[0]).toMatchObject({ area: { code: '500108106' }, by: '施系统' })
  expect(mine.map((change) => change.key)).toContain('workSegments')
  const first = await dispatcher.call(listRuleChanges, { area: '500108106003', limit: 1 })
  if (!first.ok || first.value.next === null) throw new Error('there is a second page')
  const second = await dispatcher.call(listRuleChanges, {
    area: '500108106003',
    limit: 1,
    after: first.value.next,
  })
  expect(second).toMatchObject({ value: { items: [all.value.items[1]] } })
  const neighbour = await dispatcher.call(listRuleChanges, { area: '500108', limit: 200 })
  expect(neighbour.ok && neighbour.value.items.every((change) => change.by === null)).toBe(true)
  const rules = await dispatcher.call(listRules, { area: '500108106003' })
  expect(rules).toMatchObject({ value: { mayKeep: false, segmentsArea: { code: '500108106' } } })
  const year = await dispatcher.call(readCalendar, { area: '500108106003', year: 2026 })
  if (!year.ok) throw new Error(year.refusal)
  expect(year.value.published).toBe(false) // nobody has seeded a notice here
  expect(year.value.days.filter((day) => day.area !== null).map((day) => day.day)).toEqual([
    '2026-03-09',
  ])
})

test.each([
  [
    [
      ['08:00', '12:00'],
      ['14:00', '24:00'],
    ],
    true,
  ],
  [
    [
      ['08:00', '12:00'],
      ['11:00', '18:00'],
    ],
    false,
  ],
  [[['08:00']], false],
  [[['8:00', '12:00']], false],
  [[], false],
])('segments %j: %s', (segments, fine) => expect(areWorkSegments(segments)).toBe(fine))
