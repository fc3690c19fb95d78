// Days there are not, and files that are no packs, at the doors of rules and grids: a sentence, never an error of ours.
import { beforeAll, expect, test } from 'vitest'
import { signIn } from '#core/people/contract.ts'
import * as inForce from '#core/places/contract-in-force.ts'
import * as contract from '#core/places/contract-rules.ts'
import type { TestClient } from '#testing/harness.ts'
import { must } from '#testing/drawn-squares.ts'
import { townPassword } from '#testing/people-town.ts'
import { type Town, codes, commandId, openTown } from '#testing/town.ts'

let t: Town
let gui: TestClient
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
})

const noDay = '2027-02-29'
const put = (pack: unknown, validFrom = '2026-03-09') =>
  gui.call(contract.putRulePack, {
    commandId: commandId(),
    area: codes.street,
    pack,
    validFrom,
    reason: '区里定的',
  })
const pack = (more: object) => ({ format: 'linli.rules/1', ...more })

test('nothing holds from a day there is not', async () => {
  const rules = { 'routing.borderMetres': 30 }
  expect(await put(pack({ rules }), noDay)).toMatchObject({ status: 422 })
  const at = { commandId: commandId(), area: codes.street, reason: '区里定的' }
  const rule = { ...at, key: 'routing.borderMetres', value: 31, validFrom: noDay }
  expect(await gui.call(contract.setRule, rule)).toMatchObject({ status: 422 })
  const day = { commandId: commandId(), area: codes.street, day: noDay, kind: 'off', name: '假' }
  expect(await gui.call(contract.setCalendarDay, day as never)).toMatchObject({ status: 422 })
  const code = codes.community
  for (const call of [
    gui.call(inForce.previewRedrawing, { code, day: noDay }),
    gui.call(inForce.compareGrids, { code, from: noDay, to: noDay }),
  ])
    expect((await call).status).toBe(422)
})

test('what is no pack is told so, however it is made', async () => {
  const category = {
    code: 'A',
    zh: '甲',
    en: 'A',
    parent: null,
    limit: null,
    class: 'P',
    tier: 'T1',
  }
  const whole = {
    ...category,
    filing: {},
    closing: {},
    evidence: {},
    selfHandle: {},
    urgent: false,
    openToPublic: true,
    keywords: [],
  }
  for (const each of [
    pack({ rules: JSON.parse('{"constructor": 1, "toString": {}}') as unknown }),
    pack({ categories: [null, 1, {}] }),
    pack({
      categories: [
        { ...whole, limit: {} },
        { ...whole, parent: 'A' },
      ],
    }),
    pack({ hours: { segments: [[]], workDayHours: 8 } }),
    pack({ hours: { segments: [], workDayHours: 8 } }),
    pack({ days: [{ day: noDay, kind: 'off', name: '假' }] }),
    pack({ days: Array.from({ length: 401 }, () => ({})) }),
    [],
    'x',
    null,
  ])
    expect([JSON.stringify(each).slice(0, 60), (await put(each)).status]).toEqual([
      JSON.stringify(each).slice(0, 60),
      422,
    ])
})

test('a day named twice in a file is set once, as it is said last', async () => {
  const days = [
    { day: '2026-06-01', kind: 'off', name: '儿童节' },
    { day: '2026-06-01', kind: 'work', name: '上班' },
  ]
  const answer = await put(pack({ days }))
  expect([200, 422]).toContain(answer.status)
})

test('a file of brackets within brackets is no pack', async () => {
  let deep: unknown = 1
  for (let n = 0; n < 3000; n += 1) deep = [deep]
  const answer = await put(pack({ rules: { 'routing.borderMetres': deep } }))
  expect([400, 422]).toContain(answer.status)
})

test('six who put the same file in force at once do it once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => put(pack({ rules: { 'routing.borderMetres': 44 } }))),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(5)
})
