// What was done on a stairwell without a signal and arrives later: once, under the name of whoever did it, with the
// phone's own time kept beside ours.
import { beforeEach, expect, test } from 'vitest'
import { uploadPhoto } from '#core/files/contract.ts'
import { followCase } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { reportCase } from '#core/cases/contract-report.ts'
import type { TestClient } from '#testing/harness.ts'
import { comes, must, proofOf, teams } from '#testing/town-life.ts'
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

let t: Town
beforeEach(async () => {
  t = await openTown()
})

const count = async () =>
  (await t.owner.query<{ n: number }>('select count(*)::int as n from cases.cases')).rows[0]?.n
const as = (author: string) => ({ headers: { 'x-linli-person': author } })
const sends = (who: TestClient, body: object, author: string) =>
  who.send({ method: 'POST', path: reportCase.path, body, ...as(author) })

test('the same report sent again is one case, and every answer the first', async () => {
  const zhou = await comes(t, 'zhou')
  const body = { commandId: commandId(), ...lamp }
  const answers = [await sends(zhou, body, zhou.id), await sends(zhou, body, zhou.id)]
  const receipts = answers.map(({ headers }) => headers['x-linli-receipt'])
  expect(receipts).toEqual([body.commandId, body.commandId])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await count()).toBe(1)
})

test('with another person signed in, or nobody, it is nobody’s report: it is not taken and gets no receipt', async () => {
  const [zhou, liu] = [await comes(t, 'zhou'), await comes(t, 'liu')]
  const body = { commandId: commandId(), ...lamp }
  for (const who of [liu, t.client()]) {
    const answer = await sends(who, body, zhou.id)
    expect([answer.status, (answer.json() as { refusal: string }).refusal]).toEqual([
      401,
      'not_signed_in',
    ])
    expect(answer.headers['x-linli-receipt']).toBeUndefined()
  }
  const photo = await t.client().send({ method: 'POST', path: uploadPhoto.path, ...as(zhou.id) })
  expect(photo.status).toBe(401)
  expect(await count()).toBe(0)
  expect((await sends(zhou, body, zhou.id)).status).toBe(200)
  expect(await count()).toBe(1)
})

test('staff read by the phone’s clock when it was done; the due and everybody else know only when it arrived', async () => {
  const { number, secret } = await report(t.client())
  must(await fileAndGive(await comes(t, 'wu'), number, teams.grid))
  const liu = await comes(t, 'liu')
  must(await act(liu, moves.acceptDuty, number, {}))
  t.clock.advance(3 * 3600)
  const [madeAt, arrivedAt] = ['2026-03-03T01:30:00.000Z', '2026-03-03T04:00:00Z']
  const proof = await proofOf(t)
  must(await act(liu, moves.handleCase, number, { proof, outcome: 'solved', madeAt }))
  const view = await read(await comes(t, 'wu'), number)
  const handled = view.timeline.find(({ move }) => move === 'handle')
  expect(handled).toMatchObject({ madeAt: '2026-03-03T01:30:00Z', at: arrivedAt })
  expect(view.timeline.filter((each) => each.madeAt !== null)).toHaveLength(1)
  expect(view.rounds.at(-1)?.handledAt).toBe(arrivedAt)
  const told = await t.client().call(followCase, { number, secret: secret ?? '' })
  expect(told.ok && told.value.timeline.every((each) => each.madeAt === null)).toBe(true)
})
