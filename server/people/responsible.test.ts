// Who answers for a place, told through the rows: the seven rules are tabled in core, here the walls and dates count.
import { beforeAll, expect, test } from 'vitest'
import * as contract from '#core/people/contract.ts'
import { inScope, type Scope } from '#server/kit/db.ts'
import { openHarness, type Harness } from '#testing/harness.ts'
import { buildPeopleTown, townPassword, type PeopleTown } from '#testing/people-town.ts'
import {
  dutyLeaderOf,
  headOf,
  headsOver,
  responsibleNow,
  responsibleNowEach,
} from './responsible.ts'
import { forgetRoster } from './roster-memory.ts'

let h: Harness
let town: PeopleTown
const grid = '500108106003001'
const empty = '500108106003002'
const noon = '2026-05-08T04:00:00.000Z'

beforeAll(async () => {
  h = await openHarness({ startAt: noon })
  town = await buildPeopleTown(h.owner)
  await h.app.places.refresh()
})

const pathOf = (code: string) => h.app.places.geography.get(areaId(code)).path
const areaId = (code: string) => town.area[code] ?? 0
const ask = (code: string, instant = noon) => {
  forgetRoster(h.app.db)
  return inScope(h.app.db, { kind: 'job' }, (tx) =>
    responsibleNow(h.app, tx, {
      receiver: { areaId: areaId(code), unitId: null },
      gridId: null,
      instant,
    }),
  )
}
const away = (login: string, first: string, last: string, deputy: string | null = null) =>
  h.owner.query(
    `insert into people.absences (person_id, first_on, last_on, deputy_id, entered_at) values ($1, $2, $3, $4, now())`,
    [town.person[login], first, last, deputy === null ? null : town.person[deputy]],
  )

test('the leader answers; on leave his deputy with the date; both dates are local and inclusive', async () => {
  expect((await ask(grid)).sentence.zh).toBe('网格长刘网格负责。')
  await away('liu', '2026-05-09', '2026-05-12')
  const lastMinute = '2026-05-08T15:59:00.000Z'
  const midnight = '2026-05-08T16:00:00.000Z'
  expect((await ask(grid, lastMinute)).rule).toBe(3)
  expect((await ask(grid, midnight)).sentence.zh).toBe(
    '网格长休假，由副网格长罗副手代理至5月12日。',
  )
  expect((await ask(grid, '2026-05-12T15:59:59.000Z')).rule).toBe(4)
  expect((await ask(grid, '2026-05-12T16:00:00.000Z')).rule).toBe(3)
})

test('an empty grid is answered by the community, at night by the street centre', async () => {
  expect(await ask(empty)).toMatchObject({ rule: 6, personId: town.person['he'] })
  await h.owner.query(
    `insert into people.duties (area_id, person_id, from_at, to_at, entered_at)
     values ($1, $2, '2026-06-01T00:00Z', '2026-06-01T10:00Z', now())`,
    [areaId('500108106003'), town.person['wu']],
  )
  expect((await ask(empty, '2026-06-01T09:59:59.000Z')).sentence.zh).toBe(
    '网格暂无人值守，由同景社区值班吴值班负责（至6月1日18:00）。',
  )
  await away('he', '2026-06-01', '2026-06-01')
  expect((await ask(empty, '2026-06-01T10:00:00.000Z')).sentence.zh).toBe(
    '社区暂无人值守，由长生桥镇指挥中心值班员陈调度负责。',
  )
})

test('the answer is the same for every asker, and asking opens no other row to him', async () => {
  const scopes: Scope[] = [
    {
      kind: 'staff',
      personId: town.person['xu'] ?? '',
      roots: [pathOf('500108106004')],
      units: [],
    },
    { kind: 'public' },
    { kind: 'voice', caseId: 'c', voice: 1 },
  ]
  for (const scope of scopes) {
    await h.owner.query('update people.versions set version = version + 1')
    forgetRoster(h.app.db)
    await inScope(h.app.db, scope, async (tx) => {
      const asked = {
        receiver: { areaId: areaId(grid), unitId: null },
        gridId: null,
        instant: noon,
      }
      const answer = await responsibleNow(h.app, tx, asked)
      expect(answer).toMatchObject({ rule: 3, personId: town.person['liu'] })
      expect(answer.publicSentence.zh).toBe('由同景社区第一网格网格长负责。')
      const { rows } = await tx.client.query<{ name: string }>('select name from people.people')
      expect(rows.map((row) => row.name)).not.toContain('刘网格')
    })
  }
})

test('whoever left, or holds no grant any more, is not named by a roster', async () => {
  await h.owner.query(
    `insert into people.duties (area_id, person_id, from_at, to_at, entered_at)
     values ($1, $2, '2026-07-01T00:00Z', '2026-07-02T00:00Z', now())`,
    [areaId('500108106'), town.person['zhou']],
  )
  const at = '2026-07-01T05:00:00.000Z'
  expect((await ask('500108106', at)).personId).toBe(town.person['zhou'])
  await h.owner.query("update people.grants set valid_to = '2026-07-01' where person_id = $1", [
    town.person['zhou'],
  ])
  expect((await ask('500108106', at)).personId).toBe(town.person['chen'])
})

test('a unit: its roster, its people, then the centre of its street; its section head is the head', async () => {
  const receiver = { areaId: areaId('500108106'), unitId: town.unit['500108106-S1'] ?? 0 }
  const answers = await inScope(h.app.db, { kind: 'job' }, (tx) =>
    responsibleNowEach(h.app, tx, [
      { receiver, gridId: areaId(grid), instant: noon },
      {
        receiver: { ...receiver, personId: town.person['qian'] ?? null },
        gridId: null,
        instant: noon,
      },
      { receiver: null, gridId: areaId(grid), instant: noon },
    ]),
  )
  expect(answers.map((one) => [one.rule, one.sentence.zh])).toEqual([
    [2, '由消防岗经办人钱岗位负责。'],
    [1, '由钱岗位办理（消防岗）。'],
    [3, '网格长刘网格负责。'],
  ])
  await inScope(h.app.db, { kind: 'job' }, async (tx) => {
    expect((await headOf(h.app, tx, receiver, noon))?.name).toBe('冯板块')
    expect((await dutyLeaderOf(h.app, tx, areaId('500108106'), noon))?.name).toBe('曹指挥')
    const over = await headsOver(h.app, tx, { areaId: areaId(grid), unitId: null }, noon)
    expect(over.map((head) => head.name)).toEqual(['刘网格', '罗副手', '何书记', '曹指挥'])
  })
})

test('after a grid was split, the successor answers for the old one', async () => {
  const { rows } = await h.owner.query<{ id: number }>(
    `insert into places.areas (code, name, level, parent_id, valid_from)
     values ('500108106003009', '新网格', 'grid', $1, '2026-09-01') returning id`,
    [areaId('500108106003')],
  )
  const next = rows[0]?.id ?? 0
  await h.owner.query("update places.areas set valid_to = '2026-09-01' where id = $1", [
    areaId(empty),
  ])
  await h.owner.query('insert into places.successions values ($1, $2, $3)', [
    areaId(empty),
    next,
    '2026-09-01',
  ])
  await h.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     values ($1, 'gridLeader', $2, '2026-09-01', now())`,
    [town.person['luo'], next],
  )
  await h.app.places.refresh()
  expect((await ask(empty, '2026-08-31T04:00:00.000Z')).personId).toBe(town.person['he'])
  expect((await ask(empty, '2026-09-01T04:00:00.000Z')).personId).toBe(town.person['luo'])
})

test('the team of a place: names for its staff, posts for residents and for staff of elsewhere', async () => {
  const read = async (login: string | null) => {
    const client = h.client()
    if (login !== null) await client.call(contract.signIn, { login, password: townPassword })
    const answer = await client.call(contract.readTeam, { code: grid })
    return answer.ok ? answer.value : null
  }
  const inside = await read('wu')
  expect(inside?.groups.map((group) => group.unitCode ?? group.areaCode)).toEqual([
    grid,
    '500108106003',
    '500108106',
    '500108',
    '500000',
    '500108106-S',
    '500108106-S1',
  ])
  expect(inside?.groups[0]?.members.map((one) => [one.role, one.name])).toContainEqual([
    'gridLeader',
    '刘网格',
  ])
  for (const outside of [await read(null), await read('xu'), await read('sys')]) {
    expect(outside?.groups[0]?.members.length).toBeGreaterThan(0)
    expect(JSON.stringify(outside)).not.toMatch(/刘网格|何书记|陈调度/)
    expect(outside?.responsible.sentence.zh).toBe('由同景社区第一网格网格长负责。')
  }
  expect(await h.client().call(contract.readTeam, { code: '999' })).toMatchObject({
    refusal: 'no_such_area',
  })
})
