// Many hands at once: the same command again, two clerks, twenty notes, a job and a person.

import { beforeAll, expect, test } from 'vitest'
import { followCase, getCase } from '#core/cases/contract.ts'
import { unmaskContact } from '#core/cases/contract-contact.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as wordOf from '#core/cases/contract-report.ts'
import type { Endpoint, InputOf } from '#core/kit/contract.ts'
import type { TestClient } from '#testing/harness.ts'
import {
  checks,
  comes,
  must,
  postOf,
  proofOf,
  rowOf,
  says,
  teams,
  walksToClosing,
  walksToHandled,
  walksToHandling,
} from '#testing/town-life.ts'
import {
  type Town,
  act,
  commandId,
  fileAndGive,
  lamp,
  openTown,
  read,
  report,
} from '#testing/town.ts'
import { wakeCases } from './wake.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

/** Six times at once with one command id: equal answers, one journal entry. */
async function sixTimes<E extends Endpoint>(
  who: TestClient,
  declared: E,
  number: string,
  input: object,
  move: string,
) {
  const whole = { number, commandId: commandId(), ...input } as unknown as InputOf<E>
  const answers = await Promise.all(Array.from({ length: 6 }, () => who.call(declared, whole)))
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 6 }, () => 200))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const { n } = await rowOf<{ n: number }>(
    t,
    `select count(*)::int as n from cases.entries e join cases.cases c on c.id = e.case_id
      where c.number = $1 and e.move = '${move}'`,
    number,
  )
  expect({ move, n }).toEqual({ move, n: 1 })
}

test('each of five moves, sent six times at once, happens once', async () => {
  const of = await report(t.client())
  const { number } = of
  const [wu, liu, he] = [await t.as('wu'), await t.as('liu'), await t.as('he')]
  const sorted = { matter: 'major', category: lamp.category, tier: 'T3', urgent: false }
  const given = { ...sorted, guidance: null, nextStep: null, conditionMet: true, note: null }
  await sixTimes(
    wu,
    moves.fileAndDispatch,
    number,
    { ...given, lead: teams.grid, assists: [] },
    'dispatch',
  )
  await sixTimes(liu, moves.acceptDuty, number, {}, 'acceptDuty')
  await sixTimes(
    liu,
    moves.handleCase,
    number,
    { proof: await proofOf(t), outcome: 'solved' },
    'handle',
  )
  await sixTimes(
    he,
    moves.checkCase,
    number,
    { passed: true, how: 'on_site', reason: '' },
    'checkPass',
  )
  const closing = { outcome: 'solved', words: '灯已经亮了', conditionMet: true }
  await sixTimes(wu, moves.closeCase, number, closing, 'close')
  const word = { secret: of.secret, answer: 'confirm' }
  await sixTimes(t.client(), wordOf.giveAnswer, number, word, 'confirm')
})

test('the same command with other content is refused, and a refusal is repeated as it was', async () => {
  const { number } = await report(t.client())
  const wu = await t.as('wu')
  const id = commandId()
  const note = (words: string) =>
    wu.call(moves.noteCase, { number, commandId: id, words, photos: [] })
  must(await note('先记下'))
  expect(await note('后来改了')).toMatchObject({ refusal: 'command_reused', status: 409 })
  const early = {
    number,
    commandId: commandId(),
    outcome: 'solved',
    words: '好了',
    conditionMet: true,
  } as const
  expect(await wu.call(moves.closeCase, early)).toMatchObject({ refusal: 'not_possible_now' })
  await walksToHandled(t, number)
  must(await checks(await t.as('he'), number))
  expect(await wu.call(moves.closeCase, early)).toMatchObject({ refusal: 'not_possible_now' })
})

test('two clerks dispatch at once: one succeeds, the other reads who was quicker', async () => {
  const { number } = await report(t.client())
  const [wu, chen] = [await t.as('wu'), await t.as('chen')]
  const both = await Promise.all([
    fileAndGive(wu, number, teams.grid, { expectedVersion: 1 }),
    fileAndGive(chen, number, postOf(t), { expectedVersion: 1, category: 'E04-96' }),
  ])
  expect(new Set(both.map((answer) => answer.status))).toEqual(new Set([200, 409]))
  const second = both.find((answer) => !answer.ok)
  expect(second).toMatchObject({
    refusal: 'changed_meanwhile',
    current: { number, state: 'DISPATCHED', version: 4 },
  })
  const page = await read(wu, number)
  expect(page.ladder).toHaveLength(2)
})

test('without a version the guards alone decide: both may note, only one can dispatch', async () => {
  const { number } = await report(t.client())
  const [wu, chen] = [await t.as('wu'), await t.as('chen')]
  const both = await Promise.all([
    fileAndGive(wu, number, teams.grid),
    fileAndGive(chen, number, postOf(t), { category: 'E04-96' }),
  ])
  expect(new Set(both.map((answer) => answer.status))).toEqual(new Set([200, 409]))
  expect(both.find((answer) => !answer.ok)).toMatchObject({ refusal: 'not_possible_now' })
})

test('twenty notes at once: all are kept, in one order, and nobody waits for ever', async () => {
  const { number } = await report(t.client())
  const hands = await Promise.all(['wu', 'he', 'chen', 'cao'].map((login) => t.as(login)))
  const notes = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      act(hands[i % 4]!, moves.noteCase, number, { words: `第${i}条备注`, photos: [] }),
    ),
  )
  expect(notes.every((answer) => answer.ok)).toBe(true)
  const versions = notes.map((answer) => (answer.ok ? answer.value.version : 0))
  expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2))
  const { rows } = await t.owner.query<{ back: boolean }>(
    `select e.at < lag(e.at) over (order by e.version) as back
       from cases.entries e join cases.cases c on c.id = e.case_id where c.number = $1`,
    [number],
  )
  expect(rows.filter(({ back }) => back)).toEqual([])
})

test('many cases under many hands come to their ends without a deadlock', async () => {
  const numbers = (await Promise.all(Array.from({ length: 8 }, () => report(t.client())))).map(
    (receipt) => receipt.number,
  )
  const hands = await Promise.all(['wu', 'he', 'chen', 'cao'].map((login) => t.as(login)))
  const answers = await Promise.all(
    hands.flatMap((who, i) =>
      (i % 2 === 0 ? numbers : numbers.toReversed()).map((number) =>
        fileAndGive(who, number, teams.grid),
      ),
    ),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(8)
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 409]))
})

test('the reporter answers at the instant the window passes: the person wins, the job does nothing', async () => {
  const of = await report(t.client())
  await walksToClosing(t, of.number)
  t.clock.advance(7 * 86_400)
  const [said] = await Promise.all([says(t, of, 'confirm'), wakeCases(t.app)])
  expect(said).toMatchObject({ ok: true })
  t.clock.advance(1)
  await wakeCases(t.app)
  const page = await read(await comes(t, 'wu'), of.number)
  expect(page.timeline.map((entry) => entry.move)).not.toContain('windowPasses')
  expect(page.rounds[0]?.answer).toBe('confirm')
})

test('whoever opens the reporter’s number is shown to the reporter, and the handling unit cannot', async () => {
  const of = await report(t.client(), { phone: '139 0000 0000', name: '张' })
  const liu = await walksToHandling(t, of.number)
  const reason = '核对地点'
  expect(await liu.call(unmaskContact, { number: of.number, reason })).toMatchObject({
    status: 403,
  })
  const wu = await comes(t, 'wu')
  expect(await wu.call(unmaskContact, { number: of.number, reason: ' ' })).toMatchObject({
    refusal: 'reason_missing',
  })
  const opened = await wu.call(unmaskContact, { number: of.number, reason })
  expect(opened).toMatchObject({ ok: true, value: { contacts: [{ phone: '13900000000' }] } })
  const seen = await t.client().call(followCase, { number: of.number, secret: of.secret ?? '' })
  expect(seen.ok && seen.value.looks).toMatchObject([{ reason, at: t.clock.now() }])
  const page = await liu.call(getCase, { number: of.number })
  expect(JSON.stringify(page)).not.toContain('13900000000')
})
