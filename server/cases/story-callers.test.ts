// The telephone rings at the community: the caller is affected too, or says that the lamp is out again. The desk writes
// it down for a case it knows, and reads out a number and code; nobody is told to go online.

import { beforeAll, expect, test } from 'vitest'
import { followCase } from '#core/cases/contract.ts'
import * as many from '#core/cases/contract-voices.ts'
import { closedLamp, comes, localTime, walksToHandling } from '#testing/town-life.ts'
import { type Town, commandId, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})
const writes = async (login: string, number: string, more: object = {}) =>
  (await comes(t, login)).call(many.affectedToo, {
    number,
    commandId: commandId(),
    source: 'RESIDENT_PHONE',
    ...more,
  })
const hears = async (login: string, number: string, more: object = {}) =>
  (await comes(t, login)).call(many.stillBroken, {
    number,
    commandId: commandId(),
    source: 'RESIDENT_PHONE',
    words: '昨晚又灭了',
    ...more,
  })
const offered = async (login: string, number: string, move: string) =>
  (await read(await comes(t, login), number)).moves.find((one) => one.move === move)?.why

test('a second caller becomes a voice of the lamp in work, and follows it with a code of her own', async () => {
  const { number } = await report(t.client(), { phone: '139 0000 1111' })
  await walksToHandling(t, number)
  expect(await offered('wu', number, 'affectedToo')).toBeNull()
  const wrote = await writes('wu', number, { name: '李女士', phone: '138 2222 3333' })
  if (!wrote.ok) throw new Error(wrote.refusal)
  expect(wrote.value).toMatchObject({ number, voices: 2 })
  const { secret } = wrote.value
  const hers = await t.client().call(followCase, { number, secret: secret ?? '' })
  expect(hers).toMatchObject({ ok: true, value: { joined: true } })
  expect(await writes('wu', number, { phone: '13822223333' })).toMatchObject({
    refusal: 'already_added',
  })
  expect(await writes('xu', number, {})).toMatchObject({ refusal: 'no_such_case' })
})

test('closed last week and dark again: the caller’s word reopens it', async () => {
  const first = await closedLamp(t)
  expect(await offered('wu', first.number, 'stillBroken')).toBeNull()
  expect(await hears('wu', first.number, { words: '' })).toMatchObject({
    refusal: 'reason_missing',
  })
  const heard = await hears('wu', first.number, { phone: '137 1111 2222' })
  expect(heard).toMatchObject({ ok: true, value: { number: first.number, reopened: true } })
  const file = await read(await comes(t, 'wu'), first.number)
  expect([file.state, file.round, file.reporter.voices]).toEqual(['REOPENED', 2, 2])
  expect(file.timeline.at(-1)).toMatchObject({ move: 'stillBroken', reason: '昨晚又灭了' })
})

test('a month later it is still offered to the desk, and goes on as a case of its own', async () => {
  const first = await closedLamp(t)
  t.clock.set(localTime('2026-04-20 09:00'))
  expect(await offered('wu', first.number, 'stillBroken')).toBeNull()
  const heard = await hears('wu', first.number, { phone: '137 1111 2222' })
  if (!heard.ok) throw new Error(heard.refusal)
  expect(heard.value.reopened).toBe(false)
  expect(heard.value.number).not.toBe(first.number)
  const next = await read(await comes(t, 'wu'), heard.value.number)
  expect(next).toMatchObject({ linkedTo: first.number, source: 'RESIDENT_PHONE' })
})
