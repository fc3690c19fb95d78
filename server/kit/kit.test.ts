import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { beforeAll, expect, test } from 'vitest'
import { endpoint } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { done, refused } from '#core/kit/result.ts'
import { type Harness, openHarness } from '#testing/harness.ts'
import { firstOf, inScope, once } from './db.ts'
import { mount, mountFile } from './http.ts'
import { addJob } from './jobs.ts'

// A tiny room of its own: a counter that may be raised up to a bound.
const raise = endpoint({
  name: 'raiseCounter',
  method: 'POST',
  path: '/api/counters/:name/raise',
  access: 'open',
  summary: 'Raises a counter.',
  tags: ['counters'],
  input: Type.Object({
    commandId: CommandId,
    name: Type.String({ minLength: 2 }),
    by: Type.Integer({ minimum: 1 }),
  }),
  output: Type.Object({ total: Type.Integer() }),
  refusals: { too_high: 409 },
})
const read = endpoint({
  name: 'readCounter',
  method: 'GET',
  path: '/api/counters/:name',
  access: 'open',
  summary: 'Reads a counter.',
  tags: ['counters'],
  input: Type.Object({ name: Type.String(), times: Type.Optional(Type.Integer()) }),
  output: Type.Object({ total: Type.Integer() }),
  refusals: { no_such_counter: 404 },
})
const staffOnly = endpoint({
  ...read,
  name: 'staffOnly',
  path: '/api/staff-only/:name',
  access: 'staff',
})
const file = endpoint({ ...read, name: 'file', path: '/api/counter-files/:name', form: 'file' })

let h: Harness

beforeAll(async () => {
  h = await openHarness()
  await h.owner.query('create table kit.counters (name text primary key, total int not null)')
  await h.owner.query('grant select, insert, update on kit.counters to linli_app')
  mount(h.server, h.app, raise, (who, { commandId, ...content }) =>
    once(h.app, who.actor, who.scope, { commandId, content }, async (tx) => {
      const row = await firstOf(
        tx,
        sql<{ total: number }>`
        insert into kit.counters values (${content.name}, ${content.by})
            on conflict (name) do update set total = kit.counters.total + ${content.by}
         returning total`,
      )
      const total = row?.total ?? 0
      return total > 100 ? refused('too_high') : done({ total })
    }),
  )
  mount(h.server, h.app, read, (who, { name, times }) =>
    inScope(h.app.db, who.scope, async (tx) => {
      const rows = await tx.prepared<{ total: number; name: string }>(
        'counter',
        'select total, name from kit.counters where name = $1',
        [name],
      )
      const row = rows[0]
      return row ? done({ ...row, total: row.total * (times ?? 1) }) : refused('no_such_counter')
    }),
  )
  mount(h.server, h.app, staffOnly, async () => done({ total: 1 }))
  mountFile(h.server, h.app, file, async () =>
    done({ contentType: 'text/csv', body: 'a,b', fileName: '表.csv' }),
  )
})

test('a command sent six times at once has one effect and one answer', async () => {
  const client = h.client()
  const input = { commandId: randomUUID(), name: 'six', by: 3 }
  const answers = await Promise.all(Array.from({ length: 6 }, () => client.call(raise, input)))
  expect(answers).toEqual(
    Array.from({ length: 6 }, () => ({ ok: true, value: { total: 3 }, status: 200 })),
  )
  expect(await client.call(read, { name: 'six' })).toMatchObject({ value: { total: 3 } })
})

test('the same id with other content is refused', async () => {
  const client = h.client()
  const commandId = randomUUID()
  await client.call(raise, { commandId, name: 'reuse', by: 1 })
  const second = await client.call(raise, { commandId, name: 'reuse', by: 2 })
  expect(second).toMatchObject({ ok: false, refusal: 'command_reused', status: 409 })
})

test('a refusal leaves nothing behind, and is the answer of every repeat', async () => {
  const client = h.client()
  const input = { commandId: randomUUID(), name: 'bound', by: 101 }
  expect(await client.call(raise, input)).toMatchObject({ refusal: 'too_high', status: 409 })
  await client.call(raise, { commandId: randomUUID(), name: 'bound', by: 1 })
  expect(await client.call(raise, input)).toMatchObject({ refusal: 'too_high', status: 409 })
  expect(await client.call(read, { name: 'bound' })).toMatchObject({ value: { total: 1 } })
})

test('nobody reads the answers of another actor', async () => {
  const commandId = randomUUID()
  await h.client().call(raise, { commandId, name: 'mine', by: 1 })
  const seen = await inScope(h.app.db, { kind: 'public' }, (tx) =>
    firstOf(tx, sql<{ n: number }>`select count(*)::int as n from kit.commands`),
  )
  expect(seen).toEqual({ n: 0 })
  await expect(
    inScope(h.app.db, { kind: 'job' }, (tx) => sql`delete from kit.commands`.execute(tx.k)),
  ).rejects.toThrow(/permission denied/)
})

test('unknown keys, wrong types and missing keys are named beside their fields', async () => {
  const answer = await h.client({ 'accept-language': 'en' }).send({
    method: 'POST',
    path: '/api/counters/x/raise',
    body: { commandId: 'no', by: '3', more: 1 },
  })
  expect(answer.status).toBe(422)
  expect(answer.json()).toMatchObject({
    refusal: 'bad_input',
    fields: {
      commandId: 'does not have the right form',
      by: 'must be of type integer',
      more: 'is not known here',
      name: 'needs at least 2 characters',
    },
  })
})

test('query texts are read as the contract wants them, and unnamed columns stay inside', async () => {
  const client = h.client()
  await client.call(raise, { commandId: randomUUID(), name: 'leak', by: 2 })
  const answer = await client.send({ path: '/api/counters/leak?times=4' })
  expect(answer.json()).toEqual({ total: 8 })
})

test('the door for staff, unknown paths, broken JSON, files', async () => {
  const client = h.client()
  expect(await client.call(staffOnly, { name: 'x' })).toMatchObject({
    refusal: 'not_signed_in',
    status: 401,
  })
  expect((await client.send({ path: '/api/nothing' })).status).toBe(404)
  const broken = await client.send({
    method: 'POST',
    path: '/api/counters/x/raise',
    body: '{',
    headers: { 'content-type': 'application/json' },
  })
  expect(broken.status).toBe(422)
  const sheet = await client.send({ path: '/api/counter-files/x' })
  expect(sheet.text).toBe('a,b')
  expect(sheet.headers['content-disposition']).toContain('%E8%A1%A8.csv')
  expect(sheet.headers['content-security-policy']).toContain("default-src 'self'")
})

test('a page loads from its own server and from nowhere else', async () => {
  const { headers } = await h.client().send({ path: '/api/counter-files/x' })
  const policy = String(headers['content-security-policy'])
    .split(';')
    .map((part) => part.trim().split(/\s+/))
  expect(policy.map(([directive]) => directive)).toContain('default-src')
  expect(policy.map(([directive]) => directive)).toContain('connect-src')
  const sources = new Set(policy.flatMap(([, ...rest]) => rest))
  for (const source of sources) expect(["'self'", "'none'", 'data:', 'blob:']).toContain(source)
})

test('health is ready; metrics answer on loopback', async () => {
  expect((await h.client().send({ path: '/health' })).json()).toEqual({ ready: true })
  expect((await h.client().send({ path: '/metrics' })).text).toContain('linli_request_seconds')
  const far = await h.client({ 'x-forwarded-for': '203.0.113.9' }).send({ path: '/metrics' })
  expect(far.status).toBe(401)
})

test('a page of somebody else changes nothing in the name of a cookie', async () => {
  const whoIs = h.app.whoIs
  h.app.whoIs = async (caller) => ({ ...(await whoIs(caller)), signedIn: true, via: 'cookie' })
  try {
    const send = (headers: Record<string, string>) =>
      h.client().send({
        method: 'POST',
        path: '/api/counters/cookie/raise',
        body: { commandId: randomUUID(), by: 1 },
        headers,
      })
    expect((await send({ 'x-linli': '' })).json()).toMatchObject({ refusal: 'foreign_origin' })
    expect((await send({ origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await send({ origin: 'http://localhost:80', host: 'localhost:80' })).status).toBe(200)
    expect((await send({})).status).toBe(200)
  } finally {
    h.app.whoIs = whoIs
  }
})

test('a limit is counted per address', async () => {
  const strict = await openHarness({ config: { limitScale: 1, trustProxy: true } })
  const limited = { ...read, path: '/api/limited/:name', limit: { max: 3, per: 'minute' as const } }
  mount(strict.server, strict.app, limited, async () => done({ total: 1 }))
  const statuses = async (address: string) => {
    const client = strict.client({ 'x-forwarded-for': address })
    const found = []
    for (let n = 0; n < 4; n += 1) found.push((await client.call(limited, { name: 'x' })).status)
    return found
  }
  expect(await statuses('203.0.113.7')).toEqual([200, 200, 200, 429])
  expect(await statuses('203.0.113.8')).toEqual([200, 200, 200, 429])
})

test('a job enqueued in a transaction that fails does not run; one that is kept does, by a role that sees only the queue', async () => {
  const ran: unknown[] = []
  h.app.jobs.tasks['note'] = async (payload) => void ran.push(payload)
  const add = (n: number, fails: boolean) =>
    inScope(h.app.db, { kind: 'job' }, async (tx) => {
      await addJob(tx, { task: 'note', payload: { n } })
      if (fails) throw new Error('changed my mind')
    })
  await add(1, false)
  await add(2, true).catch(() => undefined)
  await h.runJobs()
  expect(ran).toEqual([{ n: 1 }])
  await expect(
    inScope(h.app.db, { kind: 'job' }, (tx) =>
      sql`select 1 from graphile_worker._private_jobs`.execute(tx.k),
    ),
  ).rejects.toThrow(/permission denied/)
})
