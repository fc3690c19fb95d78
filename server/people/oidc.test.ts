// Signing in through a real provider that stands on this machine: chen links his account once, then comes in by it.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as oidc from '#core/people/contract-oidc.ts'
import { readMe, signIn } from '#core/people/contract.ts'
import { openHarness, type Harness, type TestClient } from '#testing/harness.ts'
import { buildPeopleTown, townPassword, type PeopleTown } from '#testing/people-town.ts'

let h: Harness
let town: PeopleTown
let listening: Server
/** What the provider says it did, per subject. */
const methods = new Map<string, string[]>()

beforeAll(async () => {
  listening = createServer((request, response) => void answer(request, response))
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  h = await openHarness({
    config: {
      oidc: { issuer, client: 'linli', secret: 'a secret of the story', name: '政务账号' },
    },
  })
  town = await buildPeopleTown(h.owner)
  await h.app.places.refresh()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'linli',
        client_secret: 'a secret of the story',
        redirect_uris: [`${h.app.config.publicUrl}/desk/sign-in/return`],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['cookies of the story'] },
    claims: { openid: ['sub', 'amr'] },
    conformIdTokenClaims: false,
    findAccount: ({ oidc: at }, id) => {
      const said = methods.get(id)
      if (said !== undefined && at.session !== undefined) at.session.amr = said
      return { accountId: id, claims: () => ({ sub: id }) }
    },
  })
  answer = provider.callback()
})
let answer: ReturnType<Provider['callback']>
afterAll(() => new Promise((done) => void listening.close(done)))

/** A browser at the provider: follows, writes its name, agrees, and answers the query it is sent back with. */
async function throughProvider(url: string, subject: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = new URL(url)
  let body: URLSearchParams | null = null
  for (let step = 0; step < 12; step += 1) {
    const response: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body !== null && { method: 'POST', body }),
    })
    for (const each of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (each.split(';')[0] ?? '').split(/=(.*)/s)
      jar.set(name, value)
    }
    body = null
    const location = response.headers.get('location')
    if (location === null) {
      const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1] ?? ''
      body = new URLSearchParams({
        prompt,
        ...(prompt === 'login' && { login: subject, password: 'x' }),
      })
      continue
    }
    next = new URL(location, next)
    if (next.pathname === '/desk/sign-in/return') return next.search
  }
  throw new Error('the provider never came back')
}

const start = async (client: TestClient, aim: 'signIn' | 'link' = 'signIn') => {
  const begun = await client.call(oidc.startOidc, { aim })
  if (!begun.ok) throw new Error(begun.refusal)
  return begun.value.url
}
const comesBy = async (subject: string, client = h.client()) => {
  const query = await throughProvider(await start(client), subject)
  return { client, query, answer: await client.call(oidc.finishOidc, { query }) }
}
const byPassword = async (login: string) => {
  const client = h.client()
  await client.call(signIn, { login, password: townPassword })
  return client
}
const links = async (login: string, subject: string) => {
  const client = await byPassword(login)
  const query = await throughProvider(await start(client, 'link'), subject)
  return client.call(oidc.finishOidc, { query })
}

test('the way there has PKCE, state and nonce, and a stranger to us gets no account by it', async () => {
  const url = new URL(await start(h.client()))
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${h.app.config.publicUrl}/desk/sign-in/return`,
  })
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect((url.searchParams.get(name) ?? '').length).toBeGreaterThan(20)
  const before = await h.owner.query('select count(*) from people.people')
  const { client, answer: refusal } = await comesBy('chen')
  expect(refusal).toMatchObject({ status: 403, refusal: 'not_linked' })
  expect((await client.call(readMe, {})).ok).toBe(false)
  expect((await h.owner.query('select count(*) from people.people')).rows).toEqual(before.rows)
})

test('chen links it while signed in, comes in by it from then on, and takes it off again', async () => {
  expect(await links('chen', 'staff-4711')).toMatchObject({ ok: true, value: { aim: 'link' } })
  const { client, answer: entered } = await comesBy('staff-4711')
  expect(entered).toMatchObject({ ok: true, value: { aim: 'signIn', me: { login: 'chen' } } })
  expect(await client.call(readMe, {})).toMatchObject({ value: { login: 'chen' } })
  // Nobody else can take the same identity, and chen has one.
  expect(await links('wu', 'staff-4711')).toMatchObject({ refusal: 'linked_elsewhere' })
  expect(await links('chen', 'staff-4712')).toMatchObject({ refusal: 'linked_elsewhere' })
  expect((await client.call(oidc.endMyLink, {})).ok).toBe(true)
  expect((await comesBy('staff-4711')).answer).toMatchObject({ refusal: 'not_linked' })
})

test('what was begun in one browser ends in no other, not twice, not with another state, not after ten minutes', async () => {
  await links('he', 'staff-1')
  const client = h.client()
  const query = await throughProvider(await start(client), 'staff-1')
  expect(await h.client().call(oidc.finishOidc, { query })).toMatchObject({
    refusal: 'not_begun_here',
  })
  const victim = h.client()
  await start(victim)
  expect(await victim.call(oidc.finishOidc, { query })).toMatchObject({
    refusal: 'provider_refused',
  })
  expect((await client.call(oidc.finishOidc, { query })).ok).toBe(true)
  expect(await client.call(oidc.finishOidc, { query })).toMatchObject({ refusal: 'not_begun_here' })
  const late = h.client()
  const slow = await throughProvider(await start(late), 'staff-1')
  h.clock.advance(601)
  expect(await late.call(oidc.finishOidc, { query: slow })).toMatchObject({
    refusal: 'not_begun_here',
  })
  const refused = h.client()
  const state = new URL(await start(refused)).searchParams.get('state')
  const no = `?error=access_denied&state=${state}&iss=${h.app.config.oidc?.issuer}`
  expect(await refused.call(oidc.finishOidc, { query: no })).toMatchObject({
    refusal: 'provider_refused',
  })
})

test('where a second factor is demanded, the provider must have asked for one', async () => {
  await links('sec', 'staff-9')
  await h.owner.query(
    `insert into places.rules (area_id, key, value, valid_from, reason, entered_at)
     values ($1, 'people.secondFactor', '["securityAdmin"]', '2026-01-01', '等保要求', now())`,
    [town.area['500000']],
  )
  await h.app.places.refresh()
  expect((await comesBy('staff-9')).answer).toMatchObject({ refusal: 'provider_without_factor' })
  methods.set('staff-9', ['pwd'])
  expect((await comesBy('staff-9')).answer).toMatchObject({ refusal: 'provider_without_factor' })
  methods.set('staff-9', ['pwd', 'otp'])
  expect((await comesBy('staff-9')).answer).toMatchObject({ value: { me: { login: 'sec' } } })
})

test('whoever has left comes in by no way', async () => {
  await links('luo', 'staff-20')
  await h.owner.query("update people.people set left_at = now() where login = 'luo'")
  expect((await comesBy('staff-20')).answer).toMatchObject({ refusal: 'not_linked' })
})
