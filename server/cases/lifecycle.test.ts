// One case from the first word to the last, told through HTTP on a real database.

import { beforeAll, expect, test } from 'vitest'
import * as wire from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as wordOf from '#core/cases/contract-report.ts'
import {
  type Town,
  act,
  codes,
  commandId,
  fileAndGive,
  keepPhoto,
  lamp,
  openTown,
  points,
  read,
  report,
} from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})
const gridTeam = { areaCode: codes.grid, unitId: null }

test('a resident reports a lamp and learns its number, a secret, and why it goes where it goes', async () => {
  const receipt = await report(t.client())
  expect(receipt.number).toMatch(/^500108106003-26-\d{5}$/)
  expect(receipt.secret).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  expect(receipt.sentence.zh).toContain('第一网格')
})

test('the same report sent six times at once is one case with six equal answers', async () => {
  const id = commandId()
  const client = t.client()
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      client.call(wordOf.reportCase, { commandId: id, ...lamp, text: '六次都是同一盏灯' }),
    ),
  )
  expect(new Set(answers.map((a) => JSON.stringify(a.ok && a.value))).size).toBe(1)
  const rows = await t.owner.query(
    `select count(*)::int as n from cases.cases where text = '六次都是同一盏灯'`,
  )
  expect(rows.rows[0]).toEqual({ n: 1 })
})

test('filed, given, signed, handled with proof, checked by another, closed, confirmed', async () => {
  const [wu, liu, he] = [await t.as('wu'), await t.as('liu'), await t.as('he')]
  const { number, secret } = await report(t.client(), { phone: '139 0000 0000', name: '张' })
  const given = await fileAndGive(wu, number, gridTeam, { tier: 'T1' })
  expect(given).toMatchObject({ ok: true, value: { state: 'DISPATCHED', version: 4 } })
  expect(await act(liu, moves.acceptDuty, number, {})).toMatchObject({
    ok: true,
    value: { state: 'HANDLING' },
  })
  const proof = {
    text: '换了灯泡，亮了',
    photosBefore: [],
    photosAfter: [] as string[],
    takenAt: null as string | null,
    point: null as { lon: number; lat: number } | null,
  }
  expect(await act(liu, moves.handleCase, number, { proof, outcome: 'solved' })).toMatchObject({
    refusal: 'proof_missing',
    status: 422,
  })
  proof.photosAfter = [await keepPhoto(t)]
  proof.takenAt = t.clock.now()
  proof.point = points.lane
  expect(await act(liu, moves.handleCase, number, { proof, outcome: 'solved' })).toMatchObject({
    ok: true,
    value: { state: 'HANDLED' },
  })
  expect(
    await act(liu, moves.checkCase, number, { passed: true, how: 'on_site', reason: '' }),
  ).toMatchObject({ ok: false, status: 403 })
  expect(
    await act(he, moves.checkCase, number, { passed: true, how: 'on_site', reason: '' }),
  ).toMatchObject({ ok: true, value: { state: 'CHECKED' } })
  expect(
    await act(wu, moves.closeCase, number, {
      outcome: 'solved',
      words: '三盏灯都亮了',
      conditionMet: true,
    }),
  ).toMatchObject({ ok: true, value: { state: 'CLOSED' } })
  const seen = await t.client().call(wire.followCase, { number, secret: secret ?? '' })
  expect(seen).toMatchObject({
    ok: true,
    value: { state: 'CLOSED', contact: { phone: '139****0000' } },
  })
  const confirmed = await t.client().call(wordOf.giveAnswer, {
    number,
    secret: secret ?? '',
    commandId: commandId(),
    answer: 'confirm',
  })
  expect(confirmed).toMatchObject({ ok: true, value: { state: 'CLOSED' } })
  const page = await read(wu, number)
  expect(page.timeline.map((e) => e.move)).toEqual([
    'report',
    'accept',
    'triage',
    'dispatch',
    'acceptDuty',
    'handle',
    'checkPass',
    'close',
    'confirm',
  ])
})

test('a wrong secret and a wrong number get the same answer', async () => {
  const { number } = await report(t.client())
  const wrong = await t.client().call(wire.followCase, { number, secret: 'WRONGX' })
  const nowhere = await t
    .client()
    .call(wire.followCase, { number: '500108106003-26-99999', secret: 'WRONGX' })
  expect([wrong.status, nowhere.status]).toEqual([404, 404])
})

test('the neighbouring community does not see it, and knows of nothing', async () => {
  const { number } = await report(t.client())
  const xu = await t.as('xu')
  expect(await xu.call(wire.getCase, { number })).toMatchObject({
    refusal: 'no_such_case',
    status: 404,
  })
  expect(await fileAndGive(xu, number, gridTeam)).toMatchObject({ refusal: 'no_such_case' })
})
