// Whoever is named as responsible now can act: for an empty grid, for somebody on leave, by the roster of the hour.

import { beforeEach, expect, test } from 'vitest'
import { listCases } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as staff from '#core/people/contract-staff.ts'
import type { TestClient } from '#testing/harness.ts'
import { checks, comes, handles, must, teams } from '#testing/town-life.ts'
import {
  type Town,
  act,
  codes,
  commandId,
  fileAndGive,
  openTown,
  read,
  report,
} from '#testing/town.ts'

let t: Town
beforeEach(async () => {
  t = await openTown()
})

const onLeave = async (login: string, deputyLogin: string | null = null) => {
  const he = await comes(t, 'he')
  const days = { firstOn: '2026-03-03', lastOn: '2026-03-04', kind: 'leave' } as const
  must(await he.call(staff.enterAbsence, { commandId: commandId(), login, deputyLogin, ...days }))
}
const lampInGrid = async () => {
  const { number } = await report(t.client())
  must(await fileAndGive(await comes(t, 'wu'), number, teams.grid))
  return number
}
const mine = async (who: TestClient) => {
  const answer = must(await who.call(listCases, { queue: 'mine' }))
  return answer.ok ? answer.value.items.map((each) => each.number) : []
}
const whyNot = async (who: TestClient, number: string, move: string) =>
  (await read(who, number)).moves.find((each) => each.move === move)?.why

test('nobody is left in the grid: its secretary is named, signs and hands in, and does not check himself', async () => {
  const number = await lampInGrid()
  const [he, wu] = [await comes(t, 'he'), await comes(t, 'wu')]
  expect(await whyNot(he, number, 'acceptDuty')).toBe('not_yours')
  expect(await mine(he)).not.toContain(number)
  for (const login of ['liu', 'luo', 'zhou']) await onLeave(login)
  expect((await read(he, number)).responsible?.zh).toContain('何书记')
  expect(await whyNot(he, number, 'acceptDuty')).toBeNull()
  expect(await whyNot(wu, number, 'acceptDuty')).toBe('not_yours')
  expect(await mine(he)).toContain(number)
  expect(await mine(wu)).not.toContain(number)
  expect(await act(wu, moves.acceptDuty, number, {})).toMatchObject({ refusal: 'not_yours' })
  must(await act(he, moves.acceptDuty, number, {}))
  must(await handles(t, he, number))
  expect(await checks(he, number)).toMatchObject({ refusal: 'handler_cannot_check' })
  must(await checks(wu, number))
  t.clock.set('2026-03-05T01:00:00.000Z')
  const next = await lampInGrid()
  expect(await whyNot(await comes(t, 'he'), next, 'acceptDuty')).toBe('not_yours')
})

test('the leader is away and named xu from next door: for these days xu sees and does his work, then no more', async () => {
  const number = await lampInGrid()
  const xu = await comes(t, 'xu')
  expect(await act(xu, moves.acceptDuty, number, {})).toMatchObject({ status: 404 })
  await onLeave('liu', 'xu')
  expect((await read(await comes(t, 'wu'), number)).responsible?.zh).toContain('许书记')
  expect(await mine(xu)).toContain(number)
  must(await act(xu, moves.acceptDuty, number, {}))
  must(await handles(t, xu, number))
  // Seeing is not acting: what is given to somebody else stays theirs.
  expect(await checks(xu, number)).toMatchObject({ refusal: 'not_yours' })
  t.clock.set('2026-03-04T16:00:00.000Z')
  const back = await comes(t, 'xu')
  expect(await act(back, moves.noteCase, number, { words: '后来', photos: [] })).toMatchObject({
    status: 404,
  })
  expect(await mine(back)).toEqual([])
})

test('the roster of the hour opens the desk of the community, and closes it with the hour', async () => {
  const { number } = await report(t.client())
  const he = await comes(t, 'he')
  const file = async () =>
    act(await comes(t, 'xu'), moves.acceptCase, number, { category: 'P01-37', conditionMet: true })
  const [from, to] = ['2026-03-03T02:00:00.000Z', '2026-03-03T10:00:00.000Z']
  must(
    await he.call(staff.enterDuty, {
      commandId: commandId(),
      code: codes.community,
      unitCode: null,
      login: 'xu',
      from,
      to,
    }),
  )
  expect(await file()).toMatchObject({ status: 404 })
  t.clock.set(from)
  expect((await read(he, number)).responsible?.zh).toContain('值班许书记')
  must(await file())
  t.clock.set(to)
  expect(await file()).toMatchObject({ status: 404 })
})
