// He writes the right name on a lamp and moves it across the lane, walks more often from April on, and finds what it was before
// in its history. Two who change at once, and two who find at once, hear of each other.
import { beforeAll, describe, expect, test } from 'vitest'
import * as rounds from '#core/patrols/contract-inspections.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { must } from '#testing/survey-town.ts'
import { comes } from '#testing/town-life.ts'
import { type Staff, type Town, codes, commandId, openTown } from '#testing/town.ts'

let t: Town
let he: Staff
let liu: Staff
const community = { code: codes.community }
beforeAll(async () => {
  t = await openTown()
  he = await comes(t, 'he')
  liu = await comes(t, 'liu')
})

type Wish = Partial<InputOf<typeof rounds.keepObject>>
const keeps = (more: Wish = {}, who = he) =>
  who.call(rounds.keepObject, {
    ...community,
    commandId: commandId(),
    id: commandId(),
    area: codes.grid,
    kind: 'lamp',
    name: '街口路灯',
    tag: null,
    point: null,
    ended: false,
    ...more,
  })
const plans = (more: Partial<InputOf<typeof rounds.keepPlan>> = {}) =>
  he.call(rounds.keepPlan, {
    ...community,
    commandId: commandId(),
    id: commandId(),
    area: codes.grid,
    name: '街口一圈',
    everyWeeks: 4,
    months: [],
    fromOn: '2026-03-02',
    stops: [],
    ended: false,
    ...more,
  })
const page = async (id: string) => must(await he.call(rounds.readObject, { ...community, id }))
const refusal = (answer: { ok: true } | { ok: false; refusal: string }): string =>
  answer.ok ? 'holds' : answer.refusal

describe('an object', () => {
  test('gets its right name, kind and place; what it was stays, with its days', async () => {
    const lamp = must(await keeps({ tag: 'K-1' }))
    expect(lamp.version).toBe(1)
    t.clock.advance(3 * 86_400)
    he = await comes(t, 'he')
    const point = { lon: 107.1, lat: 29.4 }
    const next = { id: lamp.id, tag: 'K-1', name: '街口 💡', kind: 'bench', point } as const
    const changed = must(await keeps({ ...next, area: codes.grid2, expectedVersion: 1 }))
    expect(changed).toMatchObject({ version: 2, name: '街口 💡', area: codes.grid2, point })
    const { versions } = await page(lamp.id)
    expect(
      versions.map(({ version, onDay, name, kind, area }) => [version, onDay, name, kind, area]),
    ).toEqual([
      [2, '2026-03-06', '街口 💡', 'bench', codes.grid2],
      [1, '2026-03-03', '街口路灯', 'lamp', codes.grid],
    ])
    // The same once more is no new version, and the same table neither.
    expect(must(await keeps({ ...next, area: codes.grid2, expectedVersion: 2 })).version).toBe(2)
    const text = `种类,名称,编号,网格,经度,纬度\nbench,街口 💡,K-1,${codes.grid2},107.1,29.4`
    must(await he.call(rounds.importObjects, { ...community, commandId: commandId(), text }))
    expect((await page(lamp.id)).versions).toHaveLength(2)
    // A table that says something else is one.
    const other = text.replace('街口', '路口')
    must(await he.call(rounds.importObjects, { ...community, commandId: commandId(), text: other }))
    expect((await page(lamp.id)).object).toMatchObject({ version: 3, name: '路口 💡' })
  })

  test('read by two and changed by both: the second is told and shown what stands', async () => {
    const { id } = must(await keeps())
    const both = await Promise.all(
      ['东头路灯', '西头路灯'].map((name) => keeps({ id, name, expectedVersion: 1 })),
    )
    expect(both.map(refusal).toSorted()).toEqual(['changed_meanwhile', 'holds'])
    const lost = both.find(({ ok }) => !ok)
    const stands = (await page(id)).object.name
    expect(lost).toMatchObject({ current: { name: stands, version: 2 } })
    // Laid twice at once under one name of its own: one is.
    const fresh = commandId()
    const laid = await Promise.all([keeps({ id: fresh }), keeps({ id: fresh, name: '另一盏' })])
    expect(laid.map(refusal).toSorted()).toEqual(['changed_meanwhile', 'holds'])
    expect(refusal(await keeps({ id }))).toBe('changed_meanwhile')
    expect(refusal(await keeps({ expectedVersion: 3 }))).toBe('changed_meanwhile')
  })

  test('the same command twice is one version, and what has ended is not changed', async () => {
    const { id } = must(await keeps())
    const command = { id, name: '改过的灯', expectedVersion: 1, commandId: commandId() }
    expect(must(await keeps(command)).version).toBe(2)
    expect(must(await keeps(command)).version).toBe(2)
    must(await keeps({ id, name: '改过的灯', ended: true, expectedVersion: 2 }))
    expect(refusal(await keeps({ id, name: '再改', expectedVersion: 3 }))).toBe('has_ended')
    expect((await page(id)).object.endedOn).not.toBeNull()
  })

  test('is changed by whoever keeps it, and by no walker or neighbour', async () => {
    const { id } = must(await keeps())
    liu = await comes(t, 'liu')
    expect(refusal(await keeps({ id, name: '刘改的', expectedVersion: 1 }, liu))).toBe('not_yours')
    const luo = await comes(t, 'luo')
    expect(refusal(await keeps({ id, name: '罗改的', expectedVersion: 1 }, luo))).toBe('not_yours')
  })
})

describe('a plan', () => {
  const round = async (plan: string) =>
    must(await liu.call(rounds.listRounds, { code: codes.grid })).items.find(
      (each) => each.plan === plan,
    )

  test('walked more often from a day on: the round that runs stays whole', async () => {
    t.clock.set('2026-03-05T02:00:00.000Z')
    he = await comes(t, 'he')
    liu = await comes(t, 'liu')
    const lamp = must(await keeps())
    const plan = must(await plans({ stops: [lamp.id] }))
    const wish = { id: plan.id, stops: [lamp.id] }
    expect(await round(plan.id)).toMatchObject({ dueOn: '2026-03-02', untilOn: '2026-03-29' })
    const early = { ...wish, everyWeeks: 1, fromOn: '2026-03-04', expectedVersion: 1 }
    expect(refusal(await plans(early))).toBe('from_past')
    const changed = must(await plans({ ...early, fromOn: '2026-03-12' }))
    expect(changed).toMatchObject({ version: 2, before: { everyWeeks: 4, fromOn: '2026-03-02' } })
    expect(await round(plan.id)).toMatchObject({ dueOn: '2026-03-02', untilOn: '2026-03-11' })
    // A new name holds at once and tears no round.
    must(await plans({ ...early, fromOn: '2026-03-12', name: '街口两圈', expectedVersion: 2 }))
    expect(await round(plan.id)).toMatchObject({ name: '街口两圈', dueOn: '2026-03-02' })
    must(
      await liu.call(rounds.recordFound, {
        code: codes.grid,
        commandId: commandId(),
        plan: plan.id,
        object: lamp.id,
        dueOn: '2026-03-02',
        result: 'inOrder',
      }),
    )
    t.clock.set('2026-03-12T02:00:00.000Z')
    liu = await comes(t, 'liu')
    expect(await round(plan.id)).toMatchObject({ dueOn: '2026-03-12', untilOn: '2026-03-18' })
    he = await comes(t, 'he')
    const { versions } = must(await he.call(rounds.readPlan, { ...community, id: plan.id }))
    expect(versions.map(({ version, name, everyWeeks }) => [version, name, everyWeeks])).toEqual([
      [3, '街口两圈', 1],
      [2, '街口一圈', 1],
      [1, '街口一圈', 4],
    ])
  })

  test('changed by two at once: one wins, the other is told', async () => {
    const lamp = must(await keeps())
    const { id } = must(await plans({ stops: [lamp.id] }))
    const both = await Promise.all(
      ['东圈', '西圈'].map((name) => plans({ id, name, stops: [lamp.id], expectedVersion: 1 })),
    )
    expect(both.map(refusal).toSorted()).toEqual(['changed_meanwhile', 'holds'])
    must(
      await plans({
        id,
        name: must(both.find(({ ok }) => ok) ?? both[0]!).name,
        stops: [lamp.id],
        expectedVersion: 2,
        ended: true,
      }),
    )
    expect(await round(id)).toBeUndefined()
  })
})

describe('found by two at once', () => {
  const stop = async () => {
    const lamp = must(await keeps())
    const plan = must(await plans({ stops: [lamp.id], fromOn: '2026-03-12' }))
    return { plan: plan.id, object: lamp.id, dueOn: '2026-03-12', code: codes.grid }
  }
  type Found = Pick<InputOf<typeof rounds.recordFound>, 'result' | 'words'>
  const cases = async () =>
    Number((await t.owner.query<{ n: string }>('select count(*) as n from cases.cases')).rows[0]?.n)

  test('in order and a fault: one holds, the other is told, and no case is left that nobody knows of', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const at = await stop()
      const before = await cases()
      const finds = (of: Found) =>
        liu.call(rounds.recordFound, { ...at, ...of, commandId: commandId() })
      const wishes: Found[] = [{ result: 'inOrder' }, { result: 'fault', words: '不亮' }]
      const both = await Promise.all((turn % 2 === 0 ? wishes : wishes.toReversed()).map(finds))
      expect(both.map(refusal).toSorted()).toEqual(['found_already', 'holds'])
      const [only] = (await page(at.object)).found
      expect((await cases()) - before).toBe(only?.result === 'fault' ? 1 : 0)
      expect(only?.caseNumber === null).toBe(only?.result === 'inOrder')
    }
  })

  test('a process killed between the claim and the case: told again, by anybody, it gets its case', async () => {
    const at = await stop()
    const fault = { ...at, result: 'fault', words: '灯罩掉了' } as const
    const { newId } = t.app
    t.app.newId = () => {
      throw new Error('killed')
    }
    const first = await liu.call(rounds.recordFound, { ...fault, commandId: commandId() })
    t.app.newId = newId
    expect(first.status).toBe(500)
    const again = must(
      await liu.call(rounds.recordFound, { ...fault, words: '灯罩没了', commandId: commandId() }),
    )
    expect(again.number).not.toBeNull()
    const { found } = await page(at.object)
    expect(found).toMatchObject([{ words: '灯罩掉了', caseNumber: again.number }])
  })
})
