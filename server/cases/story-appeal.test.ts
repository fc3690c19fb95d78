// Late without fault: the grid appeals once, two of the street look at it, and what is excused stands beside the figure.
// The lateness stays written.

import { beforeAll, expect, test } from 'vitest'
import { followCase } from '#core/cases/contract.ts'
import * as appeals from '#core/cases/contract-appeal.ts'
import { listNotices } from '#core/notices/contract.ts'
import { reacted } from '#testing/reacted.ts'
import { clockOf, comes, localTime, must, rowOf, walksToHandling } from '#testing/town-life.ts'
import { type Staff, type Town, act, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const told = async (who: Staff, number: string) => {
  const answer = must(await who.call(listNotices, { limit: 100 }))
  const items = answer.ok ? answer.value.items : []
  return items.filter((each) => each.caseNumber === number).map((each) => each.kind)
}

test('liu was late because of the power cut: chen and cao excuse it, and it stays late', async () => {
  const { number, secret } = await report(t.client())
  const early = await walksToHandling(t, number)
  const appeal = { reason: '片区停电三天，供电公司有通知', photos: [] }
  expect(await act(early, appeals.appealOverdue, number, appeal)).toMatchObject({
    refusal: 'not_overdue',
  })
  t.clock.set(localTime('2026-04-01 10:00'))
  const [liu, wu, he] = [await comes(t, 'liu'), await comes(t, 'wu'), await comes(t, 'he')]
  const [chen, cao] = [await comes(t, 'chen'), await comes(t, 'cao')]
  expect(await act(wu, appeals.appealOverdue, number, appeal)).toMatchObject({
    refusal: 'not_yours',
  })
  const due = (await clockOf(t, number, 'HANDLE')).due
  must(await act(liu, appeals.appealOverdue, number, appeal))
  expect(await act(liu, appeals.appealOverdue, number, appeal)).toMatchObject({
    refusal: 'already_appealed',
  })
  await reacted(t.app)
  expect(await told(cao, number)).toContain('overdueAppeal')
  const finding = { excused: true, reason: '停电通知属实' }
  expect(await act(he, appeals.decideAppeal, number, finding)).toMatchObject({
    refusal: 'not_yours',
  })
  must(await act(chen, appeals.decideAppeal, number, finding))
  expect(await act(chen, appeals.decideAppeal, number, finding)).toMatchObject({
    refusal: 'same_reviewer',
  })
  expect((await read(liu, number)).appeal).toMatchObject({ excused: null })
  must(await act(cao, appeals.decideAppeal, number, finding))
  await reacted(t.app)
  expect(await told(liu, number)).toContain('decideAppeal')
  const view = await read(liu, number)
  expect(view.appeal).toMatchObject({
    excused: true,
    reviews: [{ excused: true }, { excused: true }],
  })
  expect((await clockOf(t, number, 'HANDLE')).due).toEqual(due)
  const counted = await rowOf<{ excused: number; due: number; onTime: number }>(
    t,
    `select sum(excused)::int as excused, sum(handle_due)::int as due, sum(handled_on_time)::int as "onTime"
       from cases.tallies where grain = 'day' and $1 <> ''`,
    number,
  )
  expect(counted).toEqual({ excused: 1, due: 1, onTime: 0 })
  const reporters = must(await t.client().call(followCase, { number, secret: secret ?? '' }))
  expect(JSON.stringify(reporters)).not.toContain('停电')
})

test('the database too knows only two different reviewers', async () => {
  const { number } = await report(t.client())
  const same = JSON.stringify({ excused: true, reviews: [{ by: 'a' }, { by: 'a' }] })
  const forged = t.owner.query('update cases.cases set appeal = $1 where number = $2', [
    same,
    number,
  ])
  await expect(forged).rejects.toThrow(/check/)
})
