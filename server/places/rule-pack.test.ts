// A district takes its rules out as a file; the next street puts them in force from Monday, all of them or none.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { signIn } from '#core/people/contract.ts'
import * as contract from '#core/places/contract-rules.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import type { TestClient } from '#testing/harness.ts'
import { must } from '#testing/drawn-squares.ts'
import { townPassword } from '#testing/people-town.ts'
import { type Town, codes, openTown } from '#testing/town.ts'
import { rulesAt } from './index-of-places.ts'

let t: Town
let gui: TestClient
type Pack = OutputOf<typeof contract.takeRulePack>

beforeAll(async () => {
  t = await openTown()
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     values ($1, 'ruleKeeper', $2, '2026-01-01', now())`,
    [t.town.person['sys'], t.town.area['500108']],
  )
  await t.app.teams.refresh()
  gui = t.client()
  must(await gui.call(signIn, { login: 'sys', password: townPassword }))
  const set = { area: '500108', validFrom: '2026-03-03', reason: '区里定的' }
  const rule = async (key: string, value: unknown) =>
    must(await gui.call(contract.setRule, { commandId: randomUUID(), ...set, key, value }))
  await rule('routing.borderMetres', 30)
  await rule('cases.loop', { extensionsMax: 1, samplePercent: 10 })
  must(
    await gui.call(contract.setCalendarDay, {
      commandId: randomUUID(),
      area: '500108',
      day: '2026-06-01',
      kind: 'off',
      name: '儿童节',
    }),
  )
})

const take = async (area: string): Promise<Pack> =>
  must(await gui.call(contract.takeRulePack, { area }))
const preview = (pack: unknown, area: string = codes.street, who = gui) =>
  who.call(contract.previewRulePack, { area, pack, validFrom: '2026-03-09' })
const put = (pack: unknown, more: object = {}, who = gui) =>
  who.call(contract.putRulePack, {
    commandId: randomUUID(),
    area: codes.street,
    pack,
    validFrom: '2026-03-09',
    reason: '照区里的办',
    ...more,
  })
const holds = (key: string, day: string) =>
  rulesAt(t.app, t.app.places.geography.findByCode(codes.street)!.path, key, `${day}T04:00:00Z`)

test('what is taken holds everything in force at the place, and put back at once it changes nothing', async () => {
  const pack = await take(codes.street)
  expect(pack).toMatchObject({
    format: 'linli.rules/1',
    area: codes.street,
    takenOn: '2026-03-03',
    rules: { 'routing.borderMetres': 30, 'cases.loop': { extensionsMax: 1, samplePercent: 10 } },
    days: [{ day: '2026-06-01', kind: 'off', name: '儿童节' }],
  })
  expect(pack.categories.length).toBeGreaterThan(100)
  expect(must(await preview(pack))).toMatchObject({
    changes: [],
    categories: pack.categories.length,
  })
  expect(await put(pack)).toMatchObject({ ok: false, refusal: 'nothing_changes' })
})

test('changed by hand: the preview names each change, and from Monday all of them hold, with one reason', async () => {
  const pack = await take(codes.street)
  const mine = {
    ...pack,
    rules: { ...pack.rules, 'routing.borderMetres': 45, 'resources.answerDays': 5 },
    hours: {
      segments: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
      workDayHours: 8,
    },
    days: [...pack.days, { day: '2026-04-20', kind: 'work', name: '镇上调休' }],
  }
  const { changes } = must(await preview(mine))
  expect(changes.map(({ key }) => key).toSorted()).toEqual(
    ['2026-04-20', 'resources.answerDays', 'routing.borderMetres', 'workSegments'].toSorted(),
  )
  expect(holds('routing.borderMetres', '2026-03-10')).toBe(30)
  expect(must(await put(mine))).toEqual({ validFrom: '2026-03-09', set: 4 })
  expect(['2026-03-08', '2026-03-09'].map((day) => holds('routing.borderMetres', day))).toEqual([
    30, 45,
  ])
  const { items } = must(
    await gui.call(contract.listRuleChanges, { area: codes.street, limit: 20 }),
  )
  const reasons = items.filter((row) => row.area?.code === codes.street).map((row) => row.reason)
  expect(new Set(reasons)).toEqual(new Set(['照区里的办']))
  expect(reasons).toHaveLength(3)
  expect(must(await preview(mine)).changes).toEqual([])
})

test('one value that cannot be: it is named, and none of the others is set', async () => {
  const pack = await take(codes.street)
  const rules = {
    ...pack.rules,
    'routing.nearMetres': 900,
    'figures.smallCell': 2,
    'routing.magic': 1,
  }
  expect(await put({ ...pack, rules })).toMatchObject({
    refusal: 'bad_pack',
    status: 422,
    fields: { 'rules.figures.smallCell': 'bad_value', 'rules.routing.magic': 'unknown_rule' },
  })
  expect(holds('routing.nearMetres', '2026-03-10')).toBe(2000)
})

test('a rule that was changed for that day already: named, and nothing else is half done', async () => {
  const pack = await take(codes.street)
  const rules = { 'routing.nearMetres': 900, 'routing.borderMetres': 50 }
  expect(await put({ ...pack, rules, days: [], hours: null })).toMatchObject({
    refusal: 'changed_that_day',
    fields: { 'rules.routing.borderMetres': 'changed_that_day' },
  })
  expect(holds('routing.nearMetres', '2026-03-10')).toBe(2000)
  expect(await put(pack, { validFrom: '2026-03-01' })).toMatchObject({ refusal: 'day_past' })
})

test('the same file sent six times is one change; a dispatcher reads the pack and puts none in force', async () => {
  const pack = { ...(await take(codes.street)), rules: { 'resources.warnDays': 40 } }
  const one = { commandId: randomUUID(), validFrom: '2026-03-10' }
  const answers = await Promise.all(Array.from({ length: 6 }, () => put(pack, one)))
  expect(answers.map((answer) => (answer.ok ? answer.value : answer))).toEqual(
    answers.map(() => ({ validFrom: '2026-03-10', set: 2 })),
  )
  const { rows } = await t.owner.query(
    `select 1 from places.rules where key = 'resources.warnDays'`,
  )
  expect(rows).toHaveLength(1)
  const chen = await t.as('chen')
  expect(await chen.call(contract.takeRulePack, { area: codes.street })).toMatchObject({ ok: true })
  expect(await put(pack, {}, chen)).toMatchObject({ refusal: 'not_yours', status: 403 })
  expect(await preview(pack, codes.street, chen)).toMatchObject({ refusal: 'not_yours' })
})
