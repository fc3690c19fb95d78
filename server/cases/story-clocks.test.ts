// What moves a due and what does not, told with the State Council's calendar: festivals, make-up days, pauses, more time.

import { beforeAll, expect, test } from 'vitest'
import { listCases } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { listNotices } from '#core/notices/contract.ts'
import { loadStateCouncilDays } from '#server/places/packs.ts'
import { reacted } from '#testing/reacted.ts'
import { tellClocks } from './tells.ts'
import { wakeCases } from './wake.ts'
import {
  clockOf,
  comes,
  handles,
  localTime,
  must,
  rowOf,
  says,
  teams,
  walksToHandling,
} from '#testing/town-life.ts'
import { type Town, act, fileAndGive, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown({ startAt: localTime('2026-02-14 16:50') })
  await loadStateCouncilDays(t.owner)
  await t.app.places.refresh()
})
const stall = { category: 'E04-06' }
const dueOf = async (number: string, kind = 'HANDLE') => {
  const { due } = await clockOf(t, number, kind)
  return due === null ? null : new Date(due).toISOString()
}
/** Wu gives a stall on the pavement, four work hours, to the grid. */
async function givenStall() {
  const of = await report(t.client(), { ...stall, phone: '13900000000' })
  must(await fileAndGive(await comes(t, 'wu'), of.number, teams.grid, stall))
  return of
}

test('given on the make-up Saturday before Spring Festival at five, due on the first day of work at eleven', async () => {
  t.clock.set(localTime('2026-02-14 17:00'))
  const { number } = await givenStall()
  expect(await dueOf(number)).toBe(localTime('2026-02-24 11:00'))
})

test('four work hours from eight end at noon: handled at noon is on time, a second later is not', async () => {
  t.clock.set(localTime('2026-03-03 08:00'))
  const [early, late] = [await givenStall(), await givenStall()]
  expect(await dueOf(early.number)).toBe(localTime('2026-03-03 12:00'))
  const liu = await comes(t, 'liu')
  for (const { number } of [early, late]) must(await act(liu, moves.acceptDuty, number, {}))
  t.clock.set(localTime('2026-03-03 12:00'))
  must(await handles(t, liu, early.number))
  expect((await clockOf(t, early.number, 'HANDLE')).overdue).toBeNull()
  t.clock.advance(1)
  must(await handles(t, liu, late.number))
  expect((await clockOf(t, late.number, 'HANDLE')).overdue).not.toBeNull()
})

test('a remark and a photo move no due, and tell nobody twice', async () => {
  t.clock.set(localTime('2026-03-04 08:00'))
  const { number } = await givenStall()
  const liu = await comes(t, 'liu')
  t.clock.set(localTime('2026-03-04 10:00'))
  await reacted(t.app)
  await tellClocks(t.app)
  const before = await clockOf(t, number, 'HANDLE')
  const count = () =>
    rowOf<{ n: number }>(
      t,
      'select count(*)::int as n from notices.notices where case_number = $1',
      number,
    )
  const told = await count()
  must(await act(liu, moves.noteCase, number, { words: '去看过，人不在', photos: [] }))
  must(
    await act(await comes(t, 'wu'), moves.correctCase, number, {
      field: 'place',
      area: '500108106003002',
      reason: '其实在路对面',
    }),
  )
  await reacted(t.app)
  await tellClocks(t.app)
  expect(await clockOf(t, number, 'HANDLE')).toEqual(before)
  expect(await count()).toEqual(told)
})

test('more time is asked before the due, granted by another, twice at most; refusals do not count', async () => {
  t.clock.set(localTime('2026-03-05 08:00'))
  const of = await report(t.client())
  const liu = await walksToHandling(t, of.number, { category: 'E04-08' })
  const [he, first] = [await comes(t, 'he'), await dueOf(of.number)]
  const ask = () => act(liu, moves.requestExtension, of.number, { amount: 1, reason: '等配件' })
  const decide = (grant: boolean) =>
    act(he, moves.decideExtension, of.number, { grant, reason: '厂家缺货，最迟周五到' })
  expect(first).toBe(localTime('2026-03-05 18:00'))
  must(await ask())
  expect(await ask()).toMatchObject({ refusal: 'request_open' })
  must(await decide(false))
  expect(await dueOf(of.number)).toBe(first)
  for (const due of ['2026-03-06 18:00', '2026-03-09 18:00']) {
    must(await ask())
    must(await decide(true))
    expect(await dueOf(of.number)).toBe(localTime(due))
  }
  expect(await ask()).toMatchObject({ refusal: 'two_granted' })
})

test('nobody grants what he asked for himself, and lateness is not bought back', async () => {
  t.clock.set(localTime('2026-03-06 08:00'))
  const { number } = await givenStall()
  const luo = await comes(t, 'luo')
  must(await act(luo, moves.acceptDuty, number, {}))
  must(await act(luo, moves.requestExtension, number, { amount: 1, reason: '等人' }))
  const own = { grant: true, reason: '自己同意' }
  expect(await act(luo, moves.decideExtension, number, own)).toMatchObject({ status: 403 })
  t.clock.set(localTime('2026-03-06 14:00'))
  must(
    await act(await comes(t, 'he'), moves.decideExtension, number, {
      grant: false,
      reason: '不行',
    }),
  )
  expect(
    await act(luo, moves.requestExtension, number, { amount: 1, reason: '再等' }),
  ).toMatchObject({
    refusal: 'already_overdue',
  })
})

test('two persons set it aside with a review date; on that day it goes on by itself with what was left', async () => {
  t.clock.set(localTime('2026-09-29 10:00'))
  const { number } = await givenStall()
  const liu = await comes(t, 'liu')
  must(await act(liu, moves.acceptDuty, number, {}))
  const ask = { publicReason: '等街道专项整治', condition: '整治开始', madeSafe: true }
  const wrong = await act(liu, moves.suspendCase, number, { ...ask, reviewOn: '2027-10-10' })
  expect(wrong).toMatchObject({ refusal: 'review_date_wrong' })
  must(await act(liu, moves.suspendCase, number, { ...ask, reviewOn: '2026-10-08' }))
  expect((await read(liu, number)).state).toBe('HANDLING')
  must(
    await act(await comes(t, 'he'), moves.suspendCase, number, { ...ask, reviewOn: '2026-10-08' }),
  )
  expect([(await read(liu, number)).state, await dueOf(number)]).toEqual(['SUSPENDED', null])
  t.clock.set(localTime('2026-10-07 23:00'))
  expect(await wakeCases(t.app)).toBe(0)
  t.clock.set(localTime('2026-10-08 09:00'))
  await wakeCases(t.app)
  const page = await read(await comes(t, 'wu'), number)
  expect([page.state, page.timeline.at(-1)?.move]).toEqual(['HANDLING', 'resume'])
  // Four hours from ten, none used: the day after the festival has room for two before noon.
  expect(await dueOf(number)).toBe(localTime('2026-10-08 15:00'))
})

test('no answer for seven days: the clock goes on, nobody closes for silence', async () => {
  t.clock.set(localTime('2026-10-12 08:00'))
  const of = await givenStall()
  const liu = await comes(t, 'liu')
  must(await act(liu, moves.acceptDuty, of.number, {}))
  must(await act(liu, moves.waitForReporter, of.number, { question: '摊子每天几点来？' }))
  expect(await dueOf(of.number)).toBeNull()
  t.clock.set(localTime('2026-10-19 07:59'))
  expect(await wakeCases(t.app)).toBe(0)
  t.clock.set(localTime('2026-10-19 08:00'))
  await wakeCases(t.app)
  expect((await read(await comes(t, 'wu'), of.number)).state).toBe('HANDLING')
  expect(await dueOf(of.number)).toBe(localTime('2026-10-19 12:00'))
  expect(await says(t, of, 'answer', { words: '六点' })).toMatchObject({
    refusal: 'not_possible_now',
  })
})

test('what is set aside after its due stays overdue', async () => {
  t.clock.set(localTime('2026-10-20 08:00'))
  const { number } = await givenStall()
  const [liu, he] = [await comes(t, 'liu'), await comes(t, 'he')]
  must(await act(liu, moves.acceptDuty, number, {}))
  t.clock.set(localTime('2026-10-20 14:30'))
  const ask = { publicReason: '等整治', condition: '整治', madeSafe: true, reviewOn: '2026-11-20' }
  must(await act(liu, moves.suspendCase, number, ask))
  must(await act(he, moves.suspendCase, number, ask))
  expect(await dueOf(number)).toBe(localTime('2026-10-20 12:00'))
  await tellClocks(t.app)
  expect((await clockOf(t, number, 'HANDLE')).overdue).not.toBeNull()
  expect((await read(he, number)).state).toBe('SUSPENDED')
  const late = must(await he.call(listCases, { queue: 'overdue', limit: 200 }))
  expect(late.ok && late.value.items.map((row) => row.number)).toContain(number)
})

test('at eighty per cent the leader is told once, also when the server dies between telling and noting it', async () => {
  t.clock.set(localTime('2026-11-02 08:00'))
  const { number } = await givenStall()
  t.clock.set(localTime('2026-11-02 11:15'))
  const liu = await comes(t, 'liu')
  const told = async () => {
    const inbox = must(await liu.call(listNotices, { limit: 100 }))
    const items = inbox.ok ? inbox.value.items : []
    return items.filter(
      ({ caseNumber, kind, words }) =>
        caseNumber === number && kind === 'clock80' && words.zh.startsWith('处置'),
    ).length
  }
  await t.owner.query(`create function public.power_goes_out() returns trigger language plpgsql
                       as $$ begin raise exception 'the power goes out'; end $$`)
  await t.owner.query(`create trigger out before update on cases.clocks
                       for each row execute function public.power_goes_out()`)
  await expect(tellClocks(t.app)).rejects.toThrow('the power goes out')
  expect(await told()).toBe(0)
  await t.owner.query('drop trigger out on cases.clocks')
  await tellClocks(t.app)
  await Promise.all([tellClocks(t.app), tellClocks(t.app)])
  expect(await told()).toBe(1)
  expect((await clockOf(t, number, 'HANDLE')).told).toEqual([50, 80])
})
