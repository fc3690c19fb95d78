import { beforeAll, describe, expect, test } from 'vitest'
import * as contract from '#core/people/contract.ts'
import { openHarness, type Harness, type TestClient } from '#testing/harness.ts'
import { buildPeopleTown, townPassword, type PeopleTown } from '#testing/people-town.ts'
import { forgetWho } from './who.ts'

let h: Harness
let town: PeopleTown

beforeAll(async () => {
  h = await openHarness({ startAt: '2026-03-02T01:00:00.000Z' })
  town = await buildPeopleTown(h.owner)
  await h.app.places.refresh()
})

const enter = async (login: string, password = townPassword) => {
  const client = h.client()
  return { client, answer: await client.call(contract.signIn, { login, password }) }
}
const isIn = async (client: TestClient) => (await client.call(contract.readMe, {})).ok

test('signing in shows who I am and where, and the cookie is out of reach of scripts and other sites', async () => {
  const { client, answer } = await enter('Wu ')
  expect(answer).toMatchObject({
    ok: true,
    value: {
      login: 'wu',
      name: '吴值班',
      grants: [
        {
          role: 'communityDuty',
          areaCode: '500108106003',
          areaName: { zh: '同景社区' },
          areaId: town.area['500108106003'],
        },
      ],
      dutyNow: [],
    },
  })
  expect(await isIn(client)).toBe(true)
  const raw = await h.client().send({
    method: 'POST',
    path: '/api/sign-in',
    body: { login: 'wu', password: townPassword },
  })
  const cookie = String(raw.headers['set-cookie'])
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Strict')
  expect(cookie).not.toContain('Secure')
  const { rows } = await h.owner.query<{ found: boolean }>(
    'select exists (select 1 from people.sessions where token_hash = $1::bytea) as found',
    [Buffer.from(/linli=([^;]+)/.exec(cookie)?.[1] ?? '')],
  )
  expect(rows[0]?.found).toBe(false)
})

test('a section head holds the posts of the section', async () => {
  const { answer } = await enter('feng')
  const units = answer.ok ? answer.value.grants.map((grant) => grant.unitCode) : []
  expect(units).toEqual(['500108106-S', '500108106-S1'])
})

test('a change by cookie without our header is refused: another site cannot sign anybody out', async () => {
  const { client } = await enter('wu')
  const forged = await client.send({
    method: 'POST',
    path: '/api/sign-out',
    body: {},
    headers: { 'x-linli': '0' },
  })
  expect(forged.status).toBe(403)
  expect(await isIn(client)).toBe(true)
})

describe('failing', () => {
  test('a wrong password and an unknown login get one answer', async () => {
    const wrong = (await enter('xu', 'not this one')).answer
    const unknown = (await enter('nobody-here', 'not this one')).answer
    expect(wrong).toMatchObject({ ok: false, refusal: 'wrong_login', status: 401 })
    expect({ ...unknown, requestId: '' }).toEqual({ ...wrong, requestId: '' })
  })

  test('five failures lock for a minute, also against the right password; then longer', async () => {
    for (let i = 0; i < 5; i++) await enter('cao', 'not this one')
    expect((await enter('cao')).answer).toMatchObject({ refusal: 'wrong_login' })
    h.clock.advance(61)
    await enter('cao', 'not this one')
    h.clock.advance(61)
    expect((await enter('cao')).answer.ok).toBe(false)
    h.clock.advance(61)
    expect((await enter('cao')).answer.ok).toBe(true)
    const { rows } = await h.owner.query<{ outcome: string; count: string }>(
      'select outcome, count(*) from people.sign_in_attempts where person_id = $1 group by 1 order by 1',
      [town.person['cao']],
    )
    expect(rows).toEqual([
      { outcome: 'locked', count: 2 },
      { outcome: 'signed_in', count: 1 },
      { outcome: 'wrong', count: 6 },
    ])
  })

  test('of twenty guesses at once the lock lets five through', async () => {
    await Promise.all(Array.from({ length: 20 }, () => enter('luo', 'not this one')))
    expect((await enter('luo')).answer.ok).toBe(false)
    const { rows } = await h.owner.query<{ outcome: string; count: number }>(
      'select outcome, count(*) from people.sign_in_attempts where person_id = $1 group by 1 order by 1',
      [town.person['luo']],
    )
    expect(rows).toEqual([
      { outcome: 'locked', count: 16 },
      { outcome: 'wrong', count: 5 },
    ])
  })

  test('a login is no place for a password: unknown ones are not stored', async () => {
    await enter('my secret password', 'x')
    const { rows } = await h.owner.query(
      "select * from people.sign_in_attempts where outcome = 'unknown'",
    )
    expect(JSON.stringify(rows)).not.toContain('secret')
  })
})

describe('leaving', () => {
  test('signing out ends this session at once, not the other one', async () => {
    const phone = (await enter('he')).client
    const desk = (await enter('he')).client
    const secret = phone.cookies.get('linli') ?? ''
    expect((await phone.call(contract.signOut, {})).ok).toBe(true)
    phone.cookies.set('linli', secret)
    expect(await isIn(phone)).toBe(false)
    expect(await isIn(desk)).toBe(true)
  })

  test('the session list names this one; one or all can be ended', async () => {
    const desk = (await enter('zhou')).client
    const phone = (await enter('zhou')).client
    const tablet = (await enter('zhou')).client
    const list = await desk.call(contract.listMySessions, {})
    const items = list.ok ? list.value.items : []
    expect(items).toHaveLength(3)
    expect(items.filter((session) => session.thisOne)).toHaveLength(1)
    const phones = await phone.call(contract.listMySessions, {})
    const id = (phones.ok ? phones.value.items : []).find((session) => session.thisOne)?.id ?? ''
    expect((await desk.call(contract.endMySession, { id })).ok).toBe(true)
    expect(await isIn(phone)).toBe(false)
    expect(await desk.call(contract.endMySession, { id })).toMatchObject({
      refusal: 'no_such_session',
    })
    const stranger = (await enter('xu')).client
    const own = items.find((session) => session.thisOne)?.id ?? ''
    expect(await stranger.call(contract.endMySession, { id: own })).toMatchObject({ status: 404 })
    const all = await tablet.call(contract.signOutEverywhere, {})
    expect(all).toMatchObject({ ok: true, value: { ended: 2 } })
    expect(await isIn(desk)).toBe(false)
  })

  test('a changed password ends the other sessions and the old password', async () => {
    const desk = (await enter('qian')).client
    const phone = (await enter('qian')).client
    const change = (current: string, next: string) =>
      desk.call(contract.changeMyPassword, { current, next })
    expect(await change('wrong', 'a bridge in the fog')).toMatchObject({
      refusal: 'wrong_password',
    })
    expect(await change(townPassword, '1234567890')).toMatchObject({ refusal: 'password_too_weak' })
    expect((await change(townPassword, 'a bridge in the fog')).ok).toBe(true)
    expect(await isIn(desk)).toBe(true)
    expect(await isIn(phone)).toBe(false)
    expect((await enter('qian')).answer.ok).toBe(false)
    expect((await enter('qian', 'a bridge in the fog')).answer.ok).toBe(true)
  })

  test('a session ends after a day and a half without a call', async () => {
    const { client } = await enter('chen')
    h.clock.advance(30 * 3600)
    expect(await isIn(client)).toBe(true)
    forgetWho(h.app)
    h.clock.advance(37 * 3600)
    expect(await isIn(client)).toBe(false)
  })
})

test('demo accounts open nothing where the server listens to the world', async () => {
  await h.owner.query("update people.people set demo = true where login = 'xu'")
  const { client } = await enter('xu')
  expect(await isIn(client)).toBe(true)
  h.app.config.host = '0.0.0.0'
  forgetWho(h.app)
  expect(await isIn(client)).toBe(false)
  expect((await enter('xu')).answer.ok).toBe(false)
  h.app.config.host = '127.0.0.1'
})
