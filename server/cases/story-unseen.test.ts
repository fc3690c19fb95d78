// Two times that pass while nobody looks: the reporter does not answer, a called unit does not come. The desk is told of each,
// once, also if the job is killed in between or two of them run.

import { beforeEach, expect, test } from 'vitest'
import * as moves from '#core/cases/contract-moves.ts'
import * as rally from '#core/cases/contract-whistle.ts'
import { listHappened } from '#core/cockpit/contract.ts'
import { listNotices } from '#core/notices/contract.ts'
import { reacted } from '#testing/reacted.ts'
import {
  comes,
  localTime,
  must,
  postOf,
  rowOf,
  teams,
  walksToHandling,
} from '#testing/town-life.ts'
import { type Town, act, codes, fileAndGive, openTown, read, report } from '#testing/town.ts'
import { wakeCases } from './wake.ts'

let t: Town
beforeEach(async () => {
  t = await openTown()
})

const told = async (login: string, number: string) => {
  const answer = must(await (await comes(t, login)).call(listNotices, { limit: 100 }))
  const items = answer.ok ? answer.value.items : []
  return items.filter((each) => each.caseNumber === number)
}
const entriesOf = async (number: string, move: string) =>
  (
    await rowOf<{ count: string }>(
      t,
      `select count(*)::int as count
         from cases.entries e join cases.cases c on c.community_id = e.community_id and c.id = e.case_id
        where c.number = $1 and e.move = '${move}'`,
      number,
    )
  ).count
/** As the minutes do; what a killed process left is done by the next. */
const minutesPass = async () => {
  await Promise.all([wakeCases(t.app), wakeCases(t.app)])
  await wakeCases(t.app)
  await reacted(t.app)
  await reacted(t.app)
}

test('the section is called and does not come: who called and the desk of the street are told, once', async () => {
  const { number } = await report(t.client())
  await walksToHandling(t, number)
  const cao = await comes(t, 'cao')
  const section = { areaCode: codes.street, unitId: t.town.unit['500108106-S'] ?? 0 }
  const call = { reason: '水管漏到路灯电缆', meetBy: localTime('2026-03-03 11:00') }
  must(await act(cao, rally.whistleCase, number, { ...call, units: [postOf(t), section] }))
  const post = { whistle: 1, unit: postOf(t) }
  must(await act(await comes(t, 'qian'), rally.arriveAtCase, number, post))
  t.clock.set(localTime('2026-03-03 10:59'))
  await minutesPass()
  expect(await entriesOf(number, 'meetByPasses')).toBe(0)
  const before = (await read(cao, number)).state
  t.clock.set(localTime('2026-03-03 11:00'))
  await minutesPass()
  t.clock.set(localTime('2026-03-03 11:30'))
  await minutesPass()
  expect(await entriesOf(number, 'meetByPasses')).toBe(1)
  for (const login of ['cao', 'chen']) {
    const passed = (await told(login, number)).filter((each) => each.kind === 'meetByPasses')
    expect([login, passed.map((each) => each.words.zh)]).toEqual([
      login,
      [expect.stringContaining('报到时间已过')],
    ])
  }
  const view = await read(cao, number)
  expect([view.state, view.timeline.at(-1)?.sentence.zh ?? view.timeline[0]?.sentence.zh]).toEqual([
    before,
    expect.any(String),
  ])
  expect(view.timeline.map((each) => each.sentence.zh).join()).toContain('2个单位到了1个')
  const happened = must(await cao.call(listHappened, { area: codes.street, limit: 5 }))
  expect(happened).toMatchObject({
    value: { items: expect.arrayContaining([expect.objectContaining({ move: 'meetByPasses' })]) },
  })
})

test('all came: nobody is told anything', async () => {
  const { number } = await report(t.client())
  await walksToHandling(t, number)
  const cao = await comes(t, 'cao')
  const section = { areaCode: codes.street, unitId: t.town.unit['500108106-S'] ?? 0 }
  const call = { reason: '水管漏到路灯电缆', meetBy: localTime('2026-03-03 11:00') }
  must(await act(cao, rally.whistleCase, number, { ...call, units: [postOf(t), section] }))
  for (const unit of [postOf(t), section])
    must(await act(cao, rally.arriveAtCase, number, { whistle: 1, unit }))
  t.clock.set(localTime('2026-03-03 12:00'))
  await minutesPass()
  expect(await entriesOf(number, 'meetByPasses')).toBe(0)
})

test('the reporter does not answer in seven days: the work goes on, and the community’s desk hears of it once', async () => {
  const { number } = await report(t.client(), { name: '韩', phone: '13800000000' })
  must(await fileAndGive(await comes(t, 'wu'), number, teams.grid))
  const liu = await comes(t, 'liu')
  must(await act(liu, moves.acceptDuty, number, {}))
  must(await act(liu, moves.waitForReporter, number, { question: '是哪一盏灯' }))
  t.clock.set(localTime('2026-03-10 09:00'))
  await minutesPass()
  t.clock.set(localTime('2026-03-10 09:30'))
  await minutesPass()
  expect((await read(await comes(t, 'liu'), number)).state).toBe('HANDLING')
  expect(await entriesOf(number, 'answer')).toBe(1)
  // Nobody is on the roster: the community's secretary answers for its desk.
  for (const login of ['liu', 'he']) {
    const silent = (await told(login, number)).filter((each) => each.kind === 'answer')
    expect([login, silent.map((each) => each.words.zh)]).toEqual([
      login,
      [expect.stringContaining('没有等到反映人补充')],
    ])
  }
})
