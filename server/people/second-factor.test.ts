// A second factor, told by four people: who sets it up, who steals a password, who loses the telephone, and the place
// that begins to demand it.
import { Secret, TOTP } from 'otpauth'
import { beforeAll, expect, test } from 'vitest'
import * as factor from '#core/people/contract-factor.ts'
import * as contract from '#core/people/contract.ts'
import * as staff from '#core/people/contract-staff.ts'
import { openHarness, type Harness, type TestClient } from '#testing/harness.ts'
import { buildPeopleTown, townPassword, type PeopleTown } from '#testing/people-town.ts'
import { commandId } from '#testing/town.ts'

let h: Harness
let town: PeopleTown

beforeAll(async () => {
  h = await openHarness({ startAt: '2026-03-02T01:00:00.000Z' })
  town = await buildPeopleTown(h.owner)
  await h.app.places.refresh()
})

const enter = async (login: string, code?: string, password = townPassword) => {
  const client = h.client()
  const input = { login, password, ...(code !== undefined && { code }) }
  return { client, answer: await client.call(contract.signIn, input) }
}
/** The telephone: shows what RFC 6238 says at this second. */
const shown = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.parse(h.clock.now()),
  })
const must = <T>(answer: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
const enrols = async (client: TestClient) => {
  const { secret, uri } = must(await client.call(factor.beginFactor, { password: townPassword }))
  const { codes } = must(await client.call(factor.confirmFactor, { code: shown(secret) }))
  return { secret, uri, codes }
}

test('chen sets it up: the secret counts only once a code of it was shown, and other devices are signed out', async () => {
  const { client } = await enter('chen')
  const other = (await enter('chen')).client
  expect(await client.call(factor.beginFactor, { password: 'not this one' })).toMatchObject({
    refusal: 'wrong_password',
  })
  expect(await client.call(factor.confirmFactor, { code: '000000' })).toMatchObject({
    refusal: 'no_factor_begun',
  })
  const { secret, uri } = must(await client.call(factor.beginFactor, { password: townPassword }))
  expect(uri).toMatch(/^otpauth:\/\/totp\/.*chen\?.*secret=/)
  expect((await enter('chen')).answer.ok).toBe(true)
  const wrong = shown(secret) === '111111' ? '222222' : '111111'
  expect(await client.call(factor.confirmFactor, { code: wrong })).toMatchObject({
    refusal: 'wrong_code',
  })
  const { codes } = must(await client.call(factor.confirmFactor, { code: shown(secret) }))
  expect(new Set(codes).size).toBe(10)
  expect((await other.call(contract.readMe, {})).ok).toBe(false)
  expect(await client.call(factor.readMyFactor, {})).toMatchObject({
    value: { enrolledAt: h.clock.now(), codesLeft: 10, required: false },
  })
  const { rows } = await h.owner.query<{ kept: string }>(
    `select (select jsonb_agg(to_jsonb(f))::text from people.second_factors f)
         || (select jsonb_agg(to_jsonb(r))::text from people.recovery_codes r) as kept`,
  )
  expect(rows[0]?.kept).not.toContain(secret)
  for (const code of codes) expect(rows[0]?.kept).not.toContain(code.replaceAll('-', ''))
})

test('a stolen password opens nothing; a code counts once, and one of an hour ago not at all', async () => {
  const { secret } = await enrols((await enter('wu')).client)
  expect((await enter('wu')).answer).toMatchObject({ status: 401, refusal: 'code_needed' })
  // The code that enrolled it is used up.
  expect((await enter('wu', shown(secret))).answer).toMatchObject({ refusal: 'wrong_code' })
  const old = shown(secret)
  h.clock.advance(30)
  const code = shown(secret)
  expect((await enter('wu', `${code.slice(0, 3)} ${code.slice(3)}`)).answer.ok).toBe(true)
  expect((await enter('wu', code)).answer).toMatchObject({ refusal: 'wrong_code' })
  h.clock.advance(3600)
  expect((await enter('wu', old)).answer).toMatchObject({ refusal: 'wrong_code' })
  expect((await enter('wu', shown(secret), 'not this one')).answer).toMatchObject({
    refusal: 'wrong_login',
  })
})

test('two sign-ins with one code at the same moment: one comes in', async () => {
  const { secret } = await enrols((await enter('liu')).client)
  h.clock.advance(30)
  const code = shown(secret)
  const both = await Promise.all([enter('liu', code), enter('liu', code)])
  expect(both.filter(({ answer }) => answer.ok)).toHaveLength(1)
})

test('five wrong codes lock the account, and asking without a code in between does not unlock it', async () => {
  const { secret } = await enrols((await enter('luo')).client)
  h.clock.advance(30)
  const wrong = shown(secret) === '111111' ? '222222' : '111111'
  for (let i = 0; i < 5; i += 1) {
    expect((await enter('luo')).answer).toMatchObject({ refusal: 'code_needed' })
    expect((await enter('luo', wrong)).answer).toMatchObject({ refusal: 'wrong_code' })
  }
  expect((await enter('luo', shown(secret))).answer).toMatchObject({ refusal: 'wrong_login' })
  h.clock.advance(61)
  expect((await enter('luo', shown(secret))).answer.ok).toBe(true)
})

test('the telephone is lost: a recovery code opens once, then the administrator takes the factor off', async () => {
  const { codes } = await enrols((await enter('zhou')).client)
  const [first = ''] = codes
  const { client, answer } = await enter('zhou', first.toLowerCase())
  expect(answer.ok).toBe(true)
  expect((await enter('zhou', first)).answer).toMatchObject({ refusal: 'wrong_code' })
  expect(await client.call(factor.readMyFactor, {})).toMatchObject({ value: { codesLeft: 9 } })
  const reset = { login: 'zhou', reason: '手机丢了，当面核实过' }
  const chief = (await enter('he')).client
  expect(await chief.call(factor.resetFactor, { commandId: commandId(), ...reset })).toMatchObject({
    refusal: 'no_such_person',
  })
  const sec = (await enter('sec')).client
  must(await sec.call(factor.resetFactor, { commandId: commandId(), ...reset }))
  expect((await client.call(contract.readMe, {})).ok).toBe(false)
  expect((await enter('zhou')).answer.ok).toBe(true)
  const { rows } = await h.owner.query(
    `select e.act, e.reason, p.login as by from people.factor_events e join people.people p on p.id = e.by_id
      where e.person_id = $1 order by e.id`,
    [town.person['zhou']],
  )
  expect(rows).toEqual([
    { act: 'enrolled', reason: null, by: 'zhou' },
    { act: 'recoveryUsed', reason: null, by: 'zhou' },
    { act: 'reset', reason: '手机丢了，当面核实过', by: 'sec' },
  ])
})

test('from a day on the city demands it of its security administrator: until it is there, he may do nothing else', async () => {
  await h.owner.query(
    `insert into places.rules (area_id, key, value, valid_from, reason, entered_at)
     values ($1, 'people.secondFactor', '["securityAdmin"]', '2026-03-03', '等保要求', now())`,
    [town.area['500000']],
  )
  await h.app.places.refresh()
  const before = await enter('sec')
  expect(before.answer).toMatchObject({ value: { mustEnrol: false } })
  h.clock.set('2026-03-03T01:00:00.000Z')
  const { client, answer } = await enter('sec')
  expect(answer).toMatchObject({ ok: true, value: { mustEnrol: true } })
  const list = { code: '500108' }
  expect(await client.call(staff.listStaff, list)).toMatchObject({ ok: false })
  // A session from before the day is no way around.
  expect(await before.client.call(staff.listStaff, list)).toMatchObject({ ok: false })
  const { secret } = await enrols(client)
  expect(await client.call(staff.listStaff, list)).toMatchObject({ ok: true })
  h.clock.advance(60)
  const end = { password: townPassword, code: shown(secret) }
  expect(await client.call(factor.endFactor, end)).toMatchObject({ refusal: 'factor_required' })
  expect((await enter('sys')).answer).toMatchObject({ value: { mustEnrol: false } })
})

test('where no rule demands it, it can be given up again, with password and code', async () => {
  const { client } = await enter('cao')
  const { secret } = await enrols(client)
  h.clock.advance(30)
  const code = shown(secret)
  const end = (more: object) =>
    client.call(factor.endFactor, { password: townPassword, code, ...more })
  expect(await end({ password: 'not this one' })).toMatchObject({ refusal: 'wrong_password' })
  expect(await end({ code: code === '111111' ? '222222' : '111111' })).toMatchObject({
    refusal: 'wrong_code',
  })
  expect((await end({})).ok).toBe(true)
  expect((await enter('cao')).answer.ok).toBe(true)
})
