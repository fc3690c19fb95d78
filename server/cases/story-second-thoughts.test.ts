// What was asked for and is not wanted after all: help called off, a suspension refused, and the one beyond a year.

import { beforeAll, expect, test } from 'vitest'
import { followCase } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { listNotices } from '#core/notices/contract.ts'
import { reacted } from '#testing/reacted.ts'
import { comes, handles, must, postOf, walksToHandling } from '#testing/town-life.ts'
import { type Staff, type Town, act, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const suspension = (reviewOn: string) => ({
  publicReason: '等专项资金',
  condition: '资金到位',
  reviewOn,
  madeSafe: true,
})
const inWork = async () => {
  const { number, secret } = await report(t.client())
  return { number, secret: secret ?? '', liu: await walksToHandling(t, number) }
}
const told = async (who: Staff, number: string) => {
  const answer = must(await who.call(listNotices, { limit: 100 }))
  const items = answer.ok ? answer.value.items : []
  return items.filter((each) => each.caseNumber === number).map((each) => each.kind)
}

test('liu asked the post for help and does it himself: the post is told, and nothing waits for it', async () => {
  const { number, liu } = await inWork()
  const help = { to: postOf(t), task: '带梯子来', meetBy: null }
  must(await act(liu, moves.addAssist, number, help))
  const [assist] = (await read(liu, number)).assists
  const gone = { leg: assist?.leg ?? 0, reason: '借到梯子了' }
  const qian = await comes(t, 'qian')
  expect(await act(qian, moves.withdrawAssist, number, gone)).toMatchObject({
    refusal: 'not_yours',
  })
  expect(await handles(t, liu, number)).toMatchObject({ refusal: 'others_still_open' })
  expect(await act(liu, moves.withdrawAssist, number, { ...gone, reason: ' ' })).toMatchObject({
    refusal: 'reason_missing',
  })
  must(await act(liu, moves.withdrawAssist, number, gone))
  await reacted(t.app)
  expect(await told(qian, number)).toContain('withdrawAssist')
  const view = await read(liu, number)
  expect(view.assists).toEqual([])
  expect(view.timeline.at(-1)?.sentence.zh).toBe('不再请消防岗协办：借到梯子了。')
  must(await handles(t, liu, number))
})

test('the secretary does not agree to wait: whoever asked is told why, the reporter reads nothing of it', async () => {
  const { number, secret, liu } = await inWork()
  must(await act(liu, moves.suspendCase, number, suspension('2026-06-01')))
  const [he, wu] = [await comes(t, 'he'), await comes(t, 'wu')]
  const no = { reason: '先装临时灯' }
  expect(await act(wu, moves.refuseSuspension, number, no)).toMatchObject({ refusal: 'not_yours' })
  const twice = await Promise.all([1, 2].map(() => act(he, moves.refuseSuspension, number, no)))
  expect(twice.map((each) => (each.ok ? 'done' : each.refusal)).toSorted()).toEqual([
    'done',
    'no_request',
  ])
  const view = await read(he, number)
  expect([view.state, view.suspension]).toEqual(['HANDLING', null])
  await reacted(t.app)
  expect(await told(liu, number)).toContain('refuseSuspension')
  const reporters = must(await t.client().call(followCase, { number, secret }))
  expect(JSON.stringify(reporters)).not.toContain('临时灯')
})

test('beyond a year in one round: the secretary cannot, the commander of the street may, once', async () => {
  const { number, liu } = await inWork()
  await t.owner.query(
    `update cases.rounds r set suspended_seconds = 360 * 86400
       from cases.cases c where c.community_id = r.community_id and c.id = r.case_id and c.number = $1`,
    [number],
  )
  const asked = suspension('2026-04-01')
  must(await act(liu, moves.suspendCase, number, asked))
  const [he, cao] = [await comes(t, 'he'), await comes(t, 'cao')]
  expect(await act(he, moves.suspendCase, number, asked)).toMatchObject({
    refusal: 'suspended_a_year',
  })
  await reacted(t.app)
  expect(await told(cao, number)).toContain('suspend')
  expect((await read(cao, number)).moves).toContainEqual({ move: 'suspend', why: null })
  must(await act(cao, moves.suspendCase, number, asked))
  must(await act(he, moves.resumeCase, number, { reason: '资金到位' }))
  expect(await act(liu, moves.suspendCase, number, asked)).toMatchObject({
    refusal: 'suspended_a_year',
  })
})
