// The worked example of loop.md 4 over HTTP: community › street › bureau of the district. The bureau works, the street
// checks and vouches, the community finds the lamp out again; then once more, and it closes. The ladder says at every
// step who has it, how long, how often it was refused and what comes next; each layer has its own figures of it.

import { beforeAll, expect, test } from 'vitest'
import * as moves from '#core/cases/contract-moves.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { getLayerFigures, listLegsBehind } from '#core/cockpit/contract-layers.ts'
import type { LayerFact } from '#core/cases/layer-figures.ts'
import { type District, openDistrict } from '#testing/district-town.ts'
import { checks, closes, handles, localTime, must, teams } from '#testing/town-life.ts'
import { type Staff, type Town, act, codes, openTown, read, report } from '#testing/town.ts'

let t: Town
let d: District
let number = ''
beforeAll(async () => {
  t = await openTown({ startAt: localTime('2026-03-03 08:30') })
  d = await openDistrict(t)
  number = (await report(t.client(), { phone: '13900000000' })).number
})

const at = async (wall: string, ...logins: string[]): Promise<Staff[]> => {
  t.clock.set(localTime(wall))
  return Promise.all(logins.map((login) => d.enters(login)))
}
const rungs = (page: CaseView) =>
  page.ladder.map((rung) => [
    rung.name.zh,
    rung.state,
    rung.heldSeconds / 60,
    rung.failedChecks,
    rung.holds,
  ])
const next = (page: CaseView) => page.next && `${page.next.who.zh}：${page.next.what.zh}`
const home = '同景社区'
const street = '长生桥镇指挥中心'
const bureau = '区城市管理局'

test('step by step, each boundary is checked once, and a failed check at the outer one brings it back a layer', async () => {
  const [wu] = (await at('2026-03-03 09:00', 'wu')) as [Staff]
  const sorted = { matter: 'major', tier: 'T2', urgent: false, guidance: null, nextStep: null }
  const category = 'P01-37'
  must(await act(wu, moves.acceptCase, number, { category, conditionMet: true }))
  must(await act(wu, moves.triageCase, number, { ...sorted, category } as never))
  expect(next(await read(wu, number))).toBe(`${home}：派遣`)

  const give = { assists: [], note: null }
  must(await act(wu, moves.dispatchCase, number, { ...give, lead: teams.street, tier: 'T3' }))
  const [chen] = (await at('2026-03-03 09:30', 'chen')) as [Staff]
  must(await act(chen, moves.acceptDuty, number, {}))
  must(await act(chen, moves.dispatchCase, number, { ...give, lead: d.bureau, tier: 'T4' }))
  const [guo, wuNow] = (await at('2026-03-03 10:30', 'guo', 'wu')) as [Staff, Staff]
  must(await act(guo, moves.acceptDuty, number, {}))
  const page = await read(wuNow, number)
  expect(rungs(page)).toEqual([
    [home, 'waiting', 0, 0, false],
    [street, 'waiting', 30, 0, false],
    [bureau, 'in_hand', 60, 0, true],
  ])
  expect([page.tier, next(page)]).toEqual(['T4', `${bureau}：处置，交回结果`])

  must(await handles(t, guo, number))
  const [chenBack] = (await at('2026-03-03 11:00', 'chen')) as [Staff]
  expect(next(await read(chenBack, number))).toBe(`${street}：核查`)
  must(await checks(chenBack, number))
  expect(next(await read(chenBack, number))).toBe(`${street}：逐级确认`)
  must(await act(chenBack, moves.confirmOnward, number, {}))

  const [ma] = (await at('2026-03-03 11:40', 'ma')) as [Staff]
  expect(rungs(await read(ma, number))).toEqual([
    [home, 'checking', 40, 0, true],
    [street, 'waiting', 60, 0, false],
    [bureau, 'confirmed', 60, 0, false],
  ])
  must(await checks(ma, number, false))
  const refused = await read(ma, number)
  expect([refused.state, next(refused)]).toEqual(['REWORK', `${street}：返工`])
  expect(rungs(refused)[1]).toEqual([street, 'in_hand', 60, 1, true])
})

test('handed on again it is one rung a layer still, with the times of both turns', async () => {
  const [cao] = (await at('2026-03-03 14:20', 'cao')) as [Staff]
  const again = { assists: [], note: null, lead: d.bureau, tier: null }
  must(await act(cao, moves.dispatchCase, number, again))
  const [guo] = (await at('2026-03-03 15:20', 'guo')) as [Staff]
  must(await act(guo, moves.acceptDuty, number, {}))
  must(await handles(t, guo, number))
  const [cao2, chen, ma] = (await at('2026-03-03 15:20', 'cao', 'chen', 'ma')) as Staff[]
  must(await checks(cao2!, number))
  must(await act(chen!, moves.confirmOnward, number, {}))
  must(await checks(ma!, number))
  const page = await read(ma!, number)
  expect(rungs(page)).toEqual([
    [home, 'in_hand', 40, 0, true],
    // Half an hour, half an hour of checking, and forty minutes until it was handed on again.
    [street, 'confirmed', 100, 1, false],
    [bureau, 'confirmed', 120, 0, false],
  ])
  expect(next(page)).toBe(`${home}：结案`)
  const [he] = (await at('2026-03-03 15:30', 'he')) as [Staff]
  must(await closes(he, number))
  const closed = await read(he, number)
  expect(rungs(closed)[0]).toEqual([home, 'confirmed', 50, 0, false])
  expect([closed.rounds.length, closed.rounds[0]?.failedChecks]).toEqual([1, 1])
})

const figuresOf = async (who: Staff, area: string) => {
  const answer = must(await who.call(getLayerFigures, { area, period: '30d' }))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

test('figures: the street received one leg whose result was refused once, the bureau two that its giver never refused', async () => {
  const [du] = (await at('2026-03-03 16:00', 'du')) as [Staff]
  const ofStreet = (await figuresOf(du, codes.street)).layers[0]!
  expect(ofStreet).toMatchObject({
    level: 'street',
    own: true,
    received: 1,
    returned: 0,
    handedIn: 2,
    refused: 1,
    confirmedOnward: 2,
    confirmMinutes: { n: 2, median: null, hidden: true },
  })
  const ofDistrict = await figuresOf(du, '500108')
  expect(ofDistrict.layers.map((layer) => [layer.level, layer.received, layer.refused])).toEqual([
    ['district', 2, 0],
    ['street', 1, 1],
  ])
  expect(ofDistrict.receivers.map((one) => [one.name.zh, one.received, one.handedIn])).toEqual([
    [bureau, 2, 2],
  ])
  const [sheng] = (await at('2026-03-03 16:00', 'sheng')) as [Staff]
  const ofCity = await figuresOf(sheng, '500000')
  expect(ofCity.layers.map((layer) => [layer.level, layer.own, layer.received])).toEqual([
    ['city', true, 0],
    ['district', false, 2],
    ['street', false, 1],
  ])
  const [cao] = (await at('2026-03-03 16:00', 'cao')) as [Staff]
  expect((await cao.call(getLayerFigures, { area: '500108' })).status).toBe(403)
})

test('each number opens into its list, row for row', async () => {
  const [cao] = (await at('2026-03-03 16:10', 'cao')) as [Staff]
  const rows = async (fact: LayerFact) => {
    const answer = must(await cao.call(listLegsBehind, { area: codes.street, fact }))
    return answer.ok ? answer.value.items : []
  }
  const [handedIn, refused, onward] = [
    await rows('handedIn'),
    await rows('refused'),
    await rows('confirmedOnward'),
  ]
  expect(handedIn.map((row) => [row.number, row.giver?.zh])).toEqual([
    [number, home],
    [number, home],
  ])
  expect(refused.map((row) => row.at)).toEqual([localTime('2026-03-03 11:40')])
  expect(onward).toHaveLength(2)
})
