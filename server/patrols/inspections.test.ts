// The lamps of a lane, looked at every four weeks: he keeps objects and a plan, liu walks, a fault is a case at once, and the
// object remembers how it was found, but not by whom or at what hour.
import { beforeAll, expect, test } from 'vitest'
import { getCase } from '#core/cases/contract.ts'
import {
  importObjects,
  keepObject,
  keepPlan,
  listObjects,
  listRounds,
  readObject,
  recordFound,
} from '#core/patrols/contract-inspections.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { sql } from 'kysely'
import { inScope } from '../kit/db.ts'
import { comes } from '#testing/town-life.ts'
import { type Staff, type Town, codes, commandId, openTown, points } from '#testing/town.ts'

let t: Town
let he: Staff
let liu: Staff
let lamps: string[]
const plan = '5f0f5c5e-6f0e-4b57-8d53-2b8f0f1e9a01'
const community = { code: codes.community }
const grid = { code: codes.grid }

function got<T>(answer: { ok: true; value: T } | { ok: false }): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.value
}
const finds = (who: Staff, more: Partial<InputOf<typeof recordFound>>) =>
  who.call(recordFound, {
    ...grid,
    commandId: commandId(),
    plan,
    object: lamps[0] ?? '',
    dueOn: '2026-03-02',
    result: 'inOrder',
    ...more,
  })

beforeAll(async () => {
  t = await openTown()
  he = await t.as('he')
  liu = await t.as('liu')
})

test('he takes the lamps in as a table; a wrong line is named and nothing is stored', async () => {
  const table = (rows: string[]) => ['种类,名称,编号,网格,经度,纬度', ...rows].join('\n')
  const good = [
    `路灯,三号梯坎路灯,L-01,${codes.grid},${points.lane.lon},${points.lane.lat}`,
    `lamp,菜市坝路灯,L-02,${codes.grid},${points.lane.lon},${points.lane.lat}`,
  ]
  const take = (rows: string[]) =>
    he.call(importObjects, { ...community, commandId: commandId(), text: table(rows) })
  const wrong = await take([...good, '飞机,不认识,X-1,,,', `路灯,远处,X-2,${codes.grid},200,`])
  expect(wrong).toMatchObject({ refusal: 'lines_wrong', fields: { 4: 'kind', 5: 'lon, lat' } })
  expect(got(await he.call(listObjects, community)).items).toEqual([])
  expect(got(await take(good)).taken).toBe(2)
  expect(got(await take(good)).taken).toBe(2) // The same tags again are the same lamps.
  const { items } = got(await he.call(listObjects, community))
  expect(items.map(({ tag, kind }) => `${kind} ${tag}`).toSorted()).toEqual([
    'lamp L-01',
    'lamp L-02',
  ])
  lamps = items.toSorted((a, b) => (a.tag ?? '').localeCompare(b.tag ?? '')).map(({ id }) => id)
})

test('a plan yields a round for the team of the grid', async () => {
  const kept = await he.call(keepPlan, {
    ...community,
    commandId: commandId(),
    id: plan,
    area: codes.grid,
    name: '梯坎路灯',
    everyWeeks: 4,
    months: [],
    fromOn: '2026-03-02',
    stops: lamps,
    ended: false,
  })
  expect(kept.ok).toBe(true)
  const [round] = got(await liu.call(listRounds, grid)).items
  expect(round).toMatchObject({ name: '梯坎路灯', dueOn: '2026-03-02', untilOn: '2026-03-29' })
  expect(round?.stops.map(({ object, result }) => [object.tag, result])).toEqual([
    ['L-01', null],
    ['L-02', null],
  ])
  // Of the next grid it is no round, and its team asks in vain.
  expect(got(await he.call(listRounds, { code: codes.grid2 })).items).toEqual([])
  expect(await liu.call(listRounds, { code: codes.grid2 })).toMatchObject({ status: 403 })
})

test('one is in order, the other becomes a case; once more is the same', async () => {
  expect(got(await finds(liu, {}))).toEqual({ result: 'inOrder', number: null })
  const fault = { object: lamps[1] ?? '', result: 'fault' as const, words: '不亮' }
  const { number } = got(await finds(liu, fault))
  expect(got(await finds(liu, fault)).number).toBe(number)
  expect(await finds(liu, { ...fault, result: 'inOrder' })).toMatchObject({
    status: 409,
    refusal: 'found_already',
  })
  const view = got(await liu.call(getCase, { number: number ?? '' }))
  expect(view).toMatchObject({ source: 'GRID_PATROL', text: '菜市坝路灯（L-02）：不亮' })
})

test('the object remembers how it was found: a day, no person, no hour', async () => {
  const page = got(await he.call(readObject, { ...community, id: lamps[1] ?? '' }))
  expect(page.found).toMatchObject([{ onDay: '2026-03-03', result: 'fault', words: '不亮' }])
  const row = (await t.owner.query<Record<string, unknown>>('select * from patrols.results'))
    .rows[0]
  expect(JSON.stringify(row)).not.toContain(liu.id)
  expect(Object.keys(row ?? {})).not.toContain('person_id')
})

test('a round that is over takes nothing, and a strange plan or object is none', async () => {
  expect(await finds(liu, { plan: commandId() })).toMatchObject({ refusal: 'no_such_plan' })
  expect(await finds(liu, { object: commandId() })).toMatchObject({ refusal: 'no_such_object' })
  t.clock.advance(30 * 86_400)
  const back = await comes(t, 'liu')
  expect(await finds(back, {})).toMatchObject({ status: 409, refusal: 'round_over' })
  const [round] = got(await back.call(listRounds, grid)).items
  expect([round?.dueOn, round?.stops.map(({ result }) => result)]).toEqual([
    '2026-03-30',
    [null, null],
  ])
})

test('only the office keeps objects and plans, and a tag is one object’s', async () => {
  const keep = (who: Staff) =>
    who.call(keepObject, {
      ...community,
      commandId: commandId(),
      id: commandId(),
      kind: 'hydrant',
      name: '街口消防栓',
      tag: 'L-01',
      point: null,
      ended: false,
    })
  expect(await keep(await comes(t, 'liu'))).toMatchObject({ status: 403, refusal: 'not_yours' })
  expect(await keep(await comes(t, 'he'))).toMatchObject({ status: 409, refusal: 'tag_taken' })
})

test('the wall behind the routes: a neighbour’s staff find no object, plan or result with raw SQL, and write none', async () => {
  const pathOf = (code: string) => t.app.places.geography.findByCode(code)?.path ?? ''
  const rows = (code: string) =>
    inScope(
      t.app.db,
      { kind: 'staff', personId: he.id, roots: [pathOf(code)], units: [] },
      async (tx) =>
        (
          await sql<{ n: number }>`
          select (select count(*) from patrols.objects) + (select count(*) from patrols.plans)
                 + (select count(*) from patrols.changes)
                 + (select count(*) from patrols.results) as n`.execute(tx.k)
        ).rows[0]?.n,
    )
  const all = await rows(codes.community)
  expect(all).toBeGreaterThan(3)
  expect([await rows(codes.street), await rows(codes.grid)]).toEqual([all, all])
  expect(await rows(codes.neighbour)).toBe(0)
  await expect(
    inScope(
      t.app.db,
      { kind: 'staff', personId: he.id, roots: [pathOf(codes.neighbour)], units: [] },
      (tx) =>
        sql`insert into patrols.results (community_id, plan_id, object_id, due_on, on_day, result)
            values (${t.town.area[codes.community]}, ${plan}, ${lamps[0]}, '2026-03-02', '2026-03-02', 'inOrder')`.execute(
          tx.k,
        ),
    ),
  ).rejects.toThrow(/row-level security/)
})
