// A Monday with a full queue: several cases selected, one move for all of them. Each is a command of its own, each says
// for itself whether it was done, and a line that breaks in the middle costs nothing.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { bulkMax } from '#core/cases/bulk.ts'
import { readBulk } from '#core/cases/contract-bulk.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { urgeCase } from '#core/cases/contract-watching.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { must, rowOf, teams, walksToHandled } from '#testing/town-life.ts'
import { type Town, act, codes, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const reported = async (more: object = {}) => (await report(t.client(), more)).number
type Asked = Pick<InputOf<typeof readBulk>, 'numbers' | 'areaCode'> & { move: string }
const asked = async (login: string, input: Asked) =>
  (await t.as(login)).call(readBulk, input as InputOf<typeof readBulk>)
const looked = async (login: string, input: Asked) => {
  const answer = await asked(login, input)
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
const whys = async (login: string, move: string, numbers: string[], more = {}) =>
  Object.fromEntries(
    (await looked(login, { move, numbers, ...more })).items.map(({ number, why }) => [number, why]),
  )

test('of four selected two may be filed, and each of the others says why not', async () => {
  const [lamp, second, filed] = [await reported(), await reported(), await reported()]
  const unsorted = await reported({ category: 'C99' })
  const wu = await t.as('wu')
  must(await act(wu, moves.acceptCase, filed, { category: 'P01-37', conditionMet: true }))
  const nowhere = `${codes.community}-26-99999`
  expect(await whys('wu', 'accept', [lamp, second, filed, unsorted, nowhere])).toEqual({
    [lamp]: null,
    [second]: null,
    [filed]: 'not_possible_now',
    [unsorted]: 'not_sorted_yet',
    [nowhere]: 'no_such_case',
  })
  const { items } = await looked('wu', { move: 'accept', numbers: [lamp] })
  expect(items[0]?.case).toMatchObject({
    version: 1,
    state: 'REPORTED',
    category: { code: 'P01-37' },
  })
})

test('whoever may not see a case learns nothing of it by selecting it', async () => {
  const lamp = await reported()
  expect((await looked('xu', { move: 'note', numbers: [lamp] })).items).toEqual([
    { number: lamp, why: 'no_such_case', case: null },
  ])
  expect(await t.client().call(readBulk, { move: 'note', numbers: [lamp] })).toMatchObject({
    refusal: 'not_signed_in',
  })
})

test('fifty at most, and none of them twice', async () => {
  const many = (n: number) =>
    Array.from({ length: n }, (_, i) => `${codes.community}-26-${String(50_000 + i)}`)
  expect(await asked('wu', { move: 'note', numbers: many(bulkMax) })).toMatchObject({ ok: true })
  expect(await asked('wu', { move: 'note', numbers: many(bulkMax + 1) })).toMatchObject({
    refusal: 'bad_input',
  })
  expect(await asked('wu', { move: 'note', numbers: [...many(1), ...many(1)] })).toMatchObject({
    refusal: 'bad_input',
  })
  expect(await asked('wu', { move: 'close', numbers: many(1) })).toMatchObject({
    refusal: 'bad_input',
  })
})

test('three filed and sorted one by one, a colleague quicker at one, a line that broke at another', async () => {
  const numbers = [await reported(), await reported(), await reported()]
  const wu = await t.as('wu')
  const { items } = await looked('wu', { move: 'accept', numbers })
  const commands = items.map((item) => ({
    number: item.number,
    commandId: randomUUID(),
    expectedVersion: item.case?.version ?? 0,
    category: item.case?.category.code ?? '',
    conditionMet: true,
  }))
  const [first, second, third] = commands
  if (first === undefined || second === undefined || third === undefined) throw new Error('three')
  must(
    await act(await t.as('he'), moves.noteCase, second.number, { words: '先看一眼', photos: [] }),
  )
  const answers = []
  for (const command of commands) answers.push(await wu.call(moves.acceptCase, command))
  expect(answers.map((answer) => (answer.ok ? answer.value.state : answer.refusal))).toEqual([
    'ACCEPTED',
    'changed_meanwhile',
    'ACCEPTED',
  ])
  // The answer to the third never arrived: the list goes on from there, with the same command.
  expect(await wu.call(moves.acceptCase, third)).toEqual(answers[2])
  const { n } = await rowOf<{ n: string }>(
    t,
    `select count(*) as n from cases.entries e join cases.cases c
         on c.community_id = e.community_id and c.id = e.case_id
      where c.number = $1 and e.move = 'accept'`,
    third.number,
  )
  expect(Number(n)).toBe(1)
  expect((await read(wu, second.number)).state).toBe('REPORTED')
})

test('given to one receiver: who fits how many is said first, and who does not fit stays out', async () => {
  const lamps = [await reported(), await reported()]
  const wu = await t.as('wu')
  for (const number of lamps) {
    must(await act(wu, moves.acceptCase, number, { category: 'P01-37', conditionMet: true }))
    must(
      await act(wu, moves.triageCase, number, {
        matter: 'major',
        category: 'P01-37',
        tier: 'T3',
        urgent: false,
        guidance: null,
        nextStep: null,
      }),
    )
  }
  const fresh = await reported()
  const numbers = [...lamps, fresh]
  const { receivers } = await looked('wu', { move: 'dispatch', numbers })
  expect(receivers.length).toBeGreaterThan(0)
  expect(receivers.every(({ why, fits }) => why === null && fits >= 1 && fits <= 2)).toBe(true)
  expect(receivers[0]?.fits).toBe(2)
  const grid = { areaCode: codes.grid }
  expect(await whys('wu', 'dispatch', numbers, grid)).toEqual({
    [lamps[0] ?? '']: null,
    [lamps[1] ?? '']: null,
    [fresh]: 'not_possible_now',
  })
  expect(await whys('wu', 'dispatch', lamps, { areaCode: codes.grid2 })).toEqual({
    [lamps[0] ?? '']: 'receiver_not_responsible',
    [lamps[1] ?? '']: 'receiver_not_responsible',
  })
  expect(await asked('wu', { move: 'dispatch', numbers, areaCode: '999999' })).toMatchObject({
    refusal: 'no_such_receiver',
  })
  for (const number of lamps)
    must(
      await act(wu, moves.dispatchCase, number, {
        lead: teams.grid,
        assists: [],
        tier: null,
        note: '一并看看',
      }),
    )
  expect(await whys('liu', 'acceptDuty', lamps)).toEqual(
    Object.fromEntries(lamps.map((number) => [number, null])),
  )
})

test('a check by proof shows the proof of each, and urging reaches what is in work', async () => {
  const done = await reported()
  await walksToHandled(t, done)
  const open = await reported()
  const { items } = await looked('he', { move: 'checkPass', numbers: [done, open] })
  expect(items.map(({ why }) => why)).toEqual([null, 'not_possible_now'])
  expect(items[0]?.case?.proof).toMatchObject({ text: '换了灯泡，亮了', metresOff: 0 })
  expect(items[0]?.case?.proof?.photosAfter).toHaveLength(1)
  expect(items[1]?.case?.proof).toBeNull()
  expect(JSON.stringify(items)).not.toContain('point')
  expect(await whys('liu', 'checkPass', [done])).toEqual({ [done]: 'not_yours' })
  must(
    await act(await t.as('he'), moves.checkCase, done, {
      passed: true,
      how: 'by_proof',
      reason: '照片看过',
    }),
  )
  expect(await whys('wu', 'urge', [open])).toEqual({ [open]: null })
  must(await act(await t.as('wu'), urgeCase, open, { words: '今天之内受理' }))
})
