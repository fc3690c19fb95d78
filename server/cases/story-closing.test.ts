// Given back, handed in, checked by somebody else, closed, and the reporter's last word.

import { beforeAll, expect, test } from 'vitest'
import { followCase, listPublicCases } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { wakeCases } from './wake.ts'
import {
  checks,
  clockOf,
  closedLamp,
  closes,
  comes,
  handles,
  must,
  postOf,
  proofOf,
  rowOf,
  says,
  teams,
  walksToHandled,
  walksToHandling,
} from '#testing/town-life.ts'
import { type Town, act, codes, fileAndGive, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})
const back = { code: 'not_ours', words: '这是物业的灯', whose: '物业' } as const
const roundOf = async (number: string, round = 1) =>
  (await read(await comes(t, 'wu'), number)).rounds.find((each) => each.round === round)

test('it is given back with written words only, and the clock of handling runs on', async () => {
  const { number } = await report(t.client())
  const liu = await walksToHandling(t, number)
  const due = await clockOf(t, number, 'HANDLE')
  expect(await act(liu, moves.returnCase, number, { ...back, words: ' ' })).toMatchObject({
    refusal: 'reason_missing',
    status: 422,
  })
  must(await act(liu, moves.returnCase, number, back))
  expect(await clockOf(t, number, 'HANDLE')).toEqual(due)
  const wu = await comes(t, 'wu')
  // Nobody works on what was given back, and only who gave it says how it goes on.
  for (const who of [liu, wu]) expect(await handles(t, who, number)).toMatchObject({ status: 409 })
  const again = { to: teams.grid, reason: '还是这里' }
  expect(await act(liu, moves.rerouteCase, number, again)).toMatchObject({ status: 403 })
  expect(await act(wu, moves.rerouteCase, number, again)).toMatchObject({
    refusal: 'same_receiver',
  })
  must(await act(wu, moves.rerouteCase, number, { to: teams.street, reason: '由街道办' }))
  const { judged } = await rowOf<{ judged: string }>(
    t,
    `select r.first_dispatch as judged from cases.rounds r join cases.cases c on c.id = r.case_id where c.number = $1`,
    number,
  )
  expect(judged).toBe('wrong')
})

test('a return that is upheld leaves the first dispatch right', async () => {
  const { number } = await report(t.client())
  const liu = await walksToHandling(t, number)
  must(await act(liu, moves.returnCase, number, back))
  must(await act(await comes(t, 'he'), moves.upholdDispatch, number, { reason: '灯在公共步道上' }))
  const { judged } = await rowOf<{ judged: string }>(
    t,
    `select r.first_dispatch as judged from cases.rounds r join cases.cases c on c.id = r.case_id where c.number = $1`,
    number,
  )
  expect(judged).toBe('standing')
})

test('passed to another unit with an hour left: the due is the same', async () => {
  const { number } = await report(t.client(), { category: 'E04-96' })
  const wu = await comes(t, 'wu')
  must(await fileAndGive(wu, number, postOf(t), { category: 'E04-96' }))
  const due = await clockOf(t, number, 'HANDLE')
  t.clock.advance(3600)
  const pass = { to: teams.grid, code: 'other', reason: '网格更近' } as const
  must(await act(await comes(t, 'wu'), moves.transferCase, number, pass))
  expect((await clockOf(t, number, 'HANDLE')).due).toEqual(due.due)
  expect((await read(wu, number)).ladder.at(-1)?.heldSeconds).toBe(0)
})

test('without the photo its category demands nothing is handed in, and raw SQL closes nothing either', async () => {
  const { number } = await report(t.client())
  const liu = await walksToHandling(t, number)
  const proof = { ...(await proofOf(t)), photosAfter: [] }
  expect(await act(liu, moves.handleCase, number, { proof, outcome: 'solved' })).toMatchObject({
    refusal: 'proof_missing',
    fields: { photosAfter: 'proof_photo_after' },
  })
  const far = { ...(await proofOf(t)), point: { lon: 106.606, lat: 29.505 } }
  expect(await act(liu, moves.handleCase, number, { proof: far, outcome: 'solved' })).toMatchObject(
    {
      refusal: 'proof_too_far',
    },
  )
  await t.owner.query('begin')
  await t.owner.query("update cases.cases set state = 'CLOSED' where number = $1", [number])
  await t.owner.query(
    `update cases.rounds set closed_at = now(), outcome = 'solved', closed_by = 'x'
      where case_id = (select id from cases.cases where number = $1)`,
    [number],
  )
  await expect(t.owner.query('commit')).rejects.toThrow('proof its category demands is missing')
  await t.owner.query('rollback')
})

test('who handled it neither checks nor closes it, even as head of the giving layer', async () => {
  const { number } = await report(t.client())
  const [wu, he] = [await comes(t, 'wu'), await comes(t, 'he')]
  must(await fileAndGive(wu, number, teams.community))
  must(await act(he, moves.acceptDuty, number, {}))
  must(await handles(t, he, number))
  expect(await checks(he, number)).toMatchObject({ refusal: 'handler_cannot_check', status: 403 })
  must(await checks(wu, number))
  expect(await closes(he, number)).toMatchObject({ refusal: 'handler_cannot_close', status: 403 })
  must(await closes(wu, number))
})

test('a failed check keeps the proof and the due, and counts once', async () => {
  const { number, secret } = await report(t.client())
  await walksToHandled(t, number)
  const due = await clockOf(t, number, 'HANDLE')
  const [he, liu] = [await comes(t, 'he'), await comes(t, 'liu')]
  must(await checks(he, number, false))
  const page = await read(he, number)
  expect([page.state, page.proofs.length]).toEqual(['REWORK', 1])
  expect(await clockOf(t, number, 'HANDLE')).toMatchObject({ due: due.due, ended: null })
  expect(await roundOf(number)).toMatchObject({ failedChecks: 1, handledAt: null })
  must(await handles(t, liu, number))
  const { proofs } = await read(he, number)
  expect(proofs).toHaveLength(2)
  // The reporter is shown how it looks now, not what was sent back.
  const followed = await t.client().call(followCase, { number, secret: secret ?? '' })
  const mended = proofs.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.photosAfter
  expect(followed.ok && followed.value.resultPhotos).toEqual(mended)
})

test('through two layers, each boundary is checked once before it closes', async () => {
  const { number } = await report(t.client(), { category: 'E04-96' })
  const [wu, chen, qian] = [await comes(t, 'wu'), await comes(t, 'chen'), await comes(t, 'qian')]
  must(await fileAndGive(wu, number, teams.street, { category: 'E04-96' }))
  const onward = { lead: postOf(t), assists: [], tier: null, note: null }
  must(await act(chen, moves.dispatchCase, number, onward))
  must(await act(qian, moves.acceptDuty, number, {}))
  must(await handles(t, qian, number))
  expect(await closes(wu, number)).toMatchObject({ refusal: 'not_possible_now' })
  must(await checks(chen, number))
  expect((await read(wu, number)).state).toBe('PASSING_BACK')
  must(await act(chen, moves.confirmOnward, number, {}))
  must(await checks(await comes(t, 'he'), number, false))
  const page = await read(wu, number)
  expect([page.state, page.rounds[0]?.handledAt]).toEqual(['REWORK', null])
  // The post's part stays passed; the street, whose result was refused, has it in hand again.
  expect(page.ladder.map((rung) => rung.state).slice(1)).toEqual(['in_hand', 'confirmed'])
})

test('confirmed, objected, silent: three outcomes, counted apart', async () => {
  const [yes, no, silent] = [await closedLamp(t), await closedLamp(t), await closedLamp(t)]
  must(await says(t, yes, 'confirm'))
  expect(await says(t, yes, 'object')).toMatchObject({ refusal: 'already_answered' })
  t.clock.advance(3 * 86_400)
  must(await says(t, no, 'object'))
  expect((await read(await comes(t, 'wu'), no.number)).state).toBe('REOPENED')
  expect(await roundOf(no.number, 2)).toMatchObject({ handledAt: null, closedAt: null })
  t.clock.advance(4 * 86_400 + 1)
  await wakeCases(t.app)
  const words = await Promise.all(
    [yes, no, silent].map(async (of) => (await roundOf(of.number))?.answer),
  )
  expect(words).toEqual(['confirm', 'object', 'silence'])
  const { rows } = await t.owner.query(
    `select sum(confirmed)::int as confirmed, sum(objected)::int as objected, sum(silent)::int as silent
       from cases.tallies where grain = 'month'`,
  )
  // The other silence is that of the case which he handled and wu closed.
  expect(rows[0]).toEqual({ confirmed: 1, objected: 1, silent: 2 })
})

test('fifteen days are fifteen days: then reopening is over, and the case is laid away', async () => {
  const [intime, late] = [await closedLamp(t), await closedLamp(t)]
  t.clock.advance(15 * 86_400)
  expect(await says(t, intime, 'reopen', { words: '' })).toMatchObject({
    refusal: 'reason_missing',
  })
  must(await says(t, intime, 'reopen', { words: '又不亮了' }))
  t.clock.advance(1)
  expect(await says(t, late, 'reopen', { words: '又不亮了' })).toMatchObject({
    refusal: 'window_over',
    status: 409,
  })
  // First the silence is noted, then the case archived.
  await wakeCases(t.app)
  await wakeCases(t.app)
  const seen = await t.client().call(followCase, { number: late.number, secret: late.secret ?? '' })
  expect(seen).toMatchObject({ ok: true, value: { state: 'ARCHIVED' } })
})

test('neighbours read in the list the day it was closed, also once it is laid away; reopened it has none', async () => {
  const category = 'P01-37-3'
  const [laid, again] = [await closedLamp(t, { category }), await closedLamp(t, { category })]
  const closedAt = t.clock.now()
  t.clock.advance(10 * 86_400)
  must(await says(t, again, 'reopen', { words: '又不亮了' }))
  t.clock.advance(6 * 86_400)
  await wakeCases(t.app)
  await wakeCases(t.app)
  const listed = await t.client().call(listPublicCases, { area: codes.community })
  const stands = (number: string) =>
    listed.ok ? listed.value.items.find((row) => row.number === number) : null
  expect(stands(laid.number)).toMatchObject({ state: 'ARCHIVED', closedAt })
  expect(stands(again.number)).toMatchObject({ closedAt: null })
})

test('what is done stands by the day it was closed, page after page, though an older one is laid away later', async () => {
  const category = 'P01-37-3'
  const older = await closedLamp(t, { category })
  t.clock.advance(14 * 86_400)
  const newer = await closedLamp(t, { category })
  t.clock.advance(2 * 86_400)
  await wakeCases(t.app)
  await wakeCases(t.app)
  const asked = { area: codes.community, state: 'closed', limit: 1 } as const
  const listed = async (more = {}) => {
    const answer = await t.client().call(listPublicCases, { ...asked, ...more })
    if (!answer.ok) throw new Error(answer.refusal)
    return answer.value
  }
  const first = await listed()
  const second = await listed({ after: first.next })
  expect([...first.items, ...second.items]).toMatchObject([
    { number: newer.number, state: 'CLOSED' },
    { number: older.number, state: 'ARCHIVED' },
  ])
  expect(second.items[0]!.lastAt > first.items[0]!.lastAt).toBe(true)
})

test('what somebody else reported is not voided, and an unwelcome case is no mistake', async () => {
  const he = await comes(t, 'he')
  const own = await report(await comes(t, 'wu'), { source: 'COUNTER', phone: '13900000000' })
  const mistake = { code: 'entered_by_mistake', reason: '录错了' }
  expect(await act(he, moves.voidCase, own.number, mistake)).toMatchObject({
    refusal: 'others_reported_it',
  })
  const find = await report(await comes(t, 'zhou'))
  expect(
    await act(he, moves.voidCase, find.number, { ...mistake, code: 'unwelcome' }),
  ).toMatchObject({
    refusal: 'not_a_void_reason',
  })
  must(await act(he, moves.voidCase, find.number, mistake))
})
