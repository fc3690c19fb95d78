// The two secrets of a receipt: the long one of its link, which nobody finds by trying, and six characters for the hand.

import { beforeAll, expect, test } from 'vitest'
import { followCase } from '#core/cases/contract.ts'
import * as wordOf from '#core/cases/contract-report.ts'
import { openPhotos } from '#core/cases/contract-photos.ts'
import { closedLamp } from '#testing/town-life.ts'
import { type Town, commandId, lamp, openTown, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown({ config: { limitScale: 1 } })
})
/** From another address each time: the limit of the number must hold by itself. */
let address = 0
const follow = (number: string, secret: string) =>
  t.client({ 'x-forwarded-for': `10.1.2.${(address += 1)}` }).call(followCase, { number, secret })
const wrongCode = (i: number): string => `${'23456789'[i % 8]}ZZZZ${'ABCDEFGH'[i % 8]}`

test('a receipt has a link of 80 bits and a short code; either opens the report, and a repeat gives both again', async () => {
  const command = { commandId: commandId(), ...lamp }
  const first = await t.client().call(wordOf.reportCase, command)
  if (!first.ok) throw new Error(first.refusal)
  const { number, secret, link } = first.value
  expect(secret).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  expect(link).toMatch(/^[2-9A-HJ-NP-Z]{16}$/)
  expect(await t.client().call(wordOf.reportCase, command)).toEqual(first)
  for (const known of [secret ?? '', link ?? '', (link ?? '').toLowerCase()])
    expect(await follow(number, known)).toMatchObject({ ok: true, value: { number } })
  expect(await follow(number, (link ?? '').slice(0, 6))).toMatchObject({ status: 404 })
  expect(await follow('500108106003-26-99999', link ?? '')).toMatchObject({ status: 404 })
  const { rows } = await t.owner.query<{ found: string }>(
    "select (to_jsonb(v) || coalesce((select to_jsonb(c) from kit.commands c where c.command_id = $1), '{}'))::text as found from cases.voices v",
    [command.commandId],
  )
  const stored = JSON.stringify(rows)
  expect(stored).not.toContain(secret)
  expect(stored).not.toContain(link)
})

test('a short code may be guessed at eight times an hour, at whatever number; the link goes on opening', async () => {
  const { number, secret, link } = await report(t.client())
  for (let i = 0; i < 8; i += 1)
    expect(await follow(number, wrongCode(i))).toMatchObject({ refusal: 'no_such_case' })
  expect(await follow(number, secret ?? '')).toMatchObject({
    status: 429,
    refusal: 'too_many_tries',
  })
  const photos = { number, secret: secret ?? '' }
  expect(await t.client().call(openPhotos, photos)).toMatchObject({ refusal: 'too_many_tries' })
  expect(await follow(number, link ?? '')).toMatchObject({ ok: true })
  // A number that does not exist answers the same way, so that guessing tells nothing.
  for (let i = 0; i < 8; i += 1) await follow('500108106003-26-88888', wrongCode(i))
  expect(await follow('500108106003-26-88888', 'ABCDEF')).toMatchObject({ status: 429 })
  t.clock.advance(3601)
  expect(await follow(number, secret ?? '')).toMatchObject({ ok: true })
})

test('whoever uses the right code is never counted; a receipt from before links opens by its code alone', async () => {
  const of = await closedLamp(t)
  for (let i = 0; i < 12; i += 1) expect((await follow(of.number, of.secret ?? '')).ok).toBe(true)
  await t.owner.query(
    `update cases.voices v set link_hash = null
       from cases.cases c where c.community_id = v.community_id and c.id = v.case_id and c.number = $1`,
    [of.number],
  )
  expect(await follow(of.number, of.link ?? '')).toMatchObject({ status: 404 })
  expect(await follow(of.number, of.secret ?? '')).toMatchObject({ ok: true })
  const confirm = { number: of.number, commandId: commandId(), answer: 'confirm' as const }
  expect(
    await t.client().call(wordOf.giveAnswer, { ...confirm, secret: of.secret ?? '' }),
  ).toMatchObject({ ok: true })
})
