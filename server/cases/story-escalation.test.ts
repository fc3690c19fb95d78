// Going up: by hand as one act that the page offers, by rule when the promise is missed, and in any case three work days
// later, when the leader above has it in his list 督办.

import { beforeAll, expect, test } from 'vitest'
import * as moves from '#core/cases/contract-moves.ts'
import { getPublicCase, listCases } from '#core/cases/contract.ts'
import { listNotices } from '#core/notices/contract.ts'
import { setRule } from '#core/places/contract-rules.ts'
import { openDistrict } from '#testing/district-town.ts'
import type { District } from '#testing/district-town.ts'
import { reacted } from '#testing/reacted.ts'
import {
  clockOf,
  comes,
  localTime,
  must,
  rowOf,
  teams,
  walksToHandling,
} from '#testing/town-life.ts'
import {
  type Staff,
  type Town,
  act,
  codes,
  commandId,
  fileAndGive,
  openTown,
  read,
  report,
} from '#testing/town.ts'
import { tellClocks } from './tells.ts'

let t: Town
let d: District
beforeAll(async () => {
  t = await openTown({ startAt: localTime('2026-03-02 08:30') })
  d = await openDistrict(t)
})

const stall = { category: 'E04-06', tier: 'T2' }
const told = async (who: Staff, number: string) => {
  const answer = must(await who.call(listNotices, { limit: 100 }))
  const items = answer.ok ? answer.value.items : []
  return items.filter((each) => each.caseNumber === number).map((each) => each.kind)
}
const supervised = async (who: Staff) => {
  const answer = must(await who.call(listCases, { queue: 'supervised', limit: 50 }))
  return answer.ok ? answer.value.items.map((row) => row.number) : []
}

test('the grid gives it back, the community hands it to the street, the street to the district: each offered as one act', async () => {
  const { number } = await report(t.client())
  const liu = await walksToHandling(t, number)
  const upOfGrid = (await read(liu, number)).upward
  expect(upOfGrid).toMatchObject({ way: 'return', tier: null, name: { zh: '同景社区' } })
  const back = { code: 'needs_upper_layer', words: '要动主线，网格没有电工', whose: null } as const
  must(await act(liu, moves.returnCase, number, back))

  const other = (await report(t.client())).number
  const wu = await comes(t, 'wu')
  must(await act(wu, moves.acceptCase, other, { category: 'P01-37', conditionMet: true }))
  const sorted = { matter: 'major', category: 'P01-37', tier: 'T2', urgent: false } as const
  must(await act(wu, moves.triageCase, other, { ...sorted, guidance: null, nextStep: null }))
  const { upward } = await read(wu, other)
  expect(upward).toMatchObject({ way: 'dispatch', tier: 'T3', to: teams.street })
  const up = { assists: [], note: '整条路都不亮' }
  must(await act(wu, moves.dispatchCase, other, { ...up, lead: upward!.to, tier: upward!.tier }))
  const chen = await comes(t, 'chen')
  must(await act(chen, moves.acceptDuty, other, {}))
  const further = (await read(chen, other)).upward
  expect(further).toMatchObject({ way: 'dispatch', tier: 'T4', to: d.district })
  must(
    await act(chen, moves.dispatchCase, other, { ...up, lead: further!.to, tier: further!.tier }),
  )
  const page = await read(chen, other)
  expect([page.tier, page.ladder.map((rung) => rung.level)]).toEqual([
    'T4',
    ['community', 'street', 'district'],
  ])
  // Whoever gave it away is offered no further way up.
  expect((await read(wu, other)).upward).toBeNull()
})

/** Four work hours from eight: due at noon. */
async function missed(wall: string): Promise<{ number: string; due: string }> {
  t.clock.set(localTime(`${wall} 08:00`))
  const { number } = await report(t.client(), { category: stall.category })
  must(await fileAndGive(await comes(t, 'wu'), number, teams.grid, stall))
  must(await act(await comes(t, 'liu'), moves.acceptDuty, number, {}))
  t.clock.set(localTime(`${wall} 12:00`))
  t.clock.advance(1)
  const { due } = await clockOf(t, number, 'HANDLE')
  return { number, due: String(due) }
}

test('off unless a place says so: a missed promise is told, and the tier stays', async () => {
  const { number } = await missed('2026-03-03')
  await tellClocks(t.app)
  const page = await read(await comes(t, 'wu'), number)
  expect([page.tier, page.timeline.map((entry) => entry.move).includes('escalate')]).toEqual([
    'T2',
    false,
  ])
})

test('where it is set, a job raises the tier once, in a sentence all may read; the due that has passed stays', async () => {
  await layRule()
  const { number, due } = await missed('2026-03-04')
  await tellClocks(t.app)
  await tellClocks(t.app)
  const [wu, cao] = [await comes(t, 'wu'), await comes(t, 'cao')]
  const page = await read(wu, number)
  expect(page.tier).toBe('T3')
  const rises = page.timeline.filter((entry) => entry.move === 'escalate')
  expect(rises).toHaveLength(1)
  expect(rises[0]).toMatchObject({ who: { zh: '系统自动' } })
  expect(rises[0]!.sentence.zh).toContain('到期时间不变')
  expect(String((await clockOf(t, number, 'HANDLE')).due)).toBe(due)
  const { by } = await rowOf<{ by: string }>(
    t,
    `select e.actor_kind || ' ' || e.actor_id as by from cases.entries e
       join cases.cases c on c.id = e.case_id where c.number = $1 and e.move = 'escalate'`,
    number,
  )
  expect(by).toBe('job escalate')
  const open = must(await t.client().call(getPublicCase, { number }))
  expect(open.ok && open.value.timeline.map((entry) => entry.move)).toContain('escalate')
  await reacted(t.app)
  expect(await told(cao, number)).toContain('escalate')
})

test('three work days after the due the leader of the parent area has it in his list, whoever supervised it or not', async () => {
  const { number } = await missed('2026-03-09')
  await tellClocks(t.app)
  expect(await supervised(await comes(t, 'cao'))).not.toContain(number)
  t.clock.set(localTime('2026-03-12 11:59'))
  await tellClocks(t.app)
  expect(await supervised(await comes(t, 'cao'))).not.toContain(number)
  t.clock.set(localTime('2026-03-12 12:00'))
  await tellClocks(t.app)
  const cao = await comes(t, 'cao')
  expect(await supervised(cao)).toContain(number)
  expect(await told(cao, number)).toContain('clock103')
})

/** As the room of rules stores it: for the whole street, from a day on. */
async function layRule(): Promise<void> {
  t.clock.set(localTime('2026-03-03 19:00'))
  const keeper = await d.enters('shi')
  const value = { overdueRaisesTier: true }
  const rule = { key: 'cases.loop', value, reason: '区里试行', commandId: commandId() }
  must(await keeper.call(setRule, { area: codes.street, ...rule, validFrom: '2026-03-04' }))
}
