// The wall in the database, tried with raw SQL under the application's role.
import { beforeAll, expect, test } from 'vitest'
import { inScope, type Scope } from '#server/kit/db.ts'
import { openHarness, type Harness } from '#testing/harness.ts'
import { buildPeopleTown, type PeopleTown } from '#testing/people-town.ts'

let h: Harness
let town: PeopleTown

beforeAll(async () => {
  h = await openHarness()
  town = await buildPeopleTown(h.owner)
  await h.app.places.refresh()
  await h.owner.query(
    `insert into people.looks (community_id, person_id, at, case_id, case_number, voice, fields, reason)
     values ($1, $2, now(), 'c1', 'n-1', 1, '{phone}', '回访')`,
    [town.area['500108106003'], town.person['chen']],
  )
  await h.owner.query(
    `insert into people.duties (area_id, person_id, from_at, to_at, entered_at)
     values ($1, $2, now(), now() + interval '1 day', now())`,
    [town.area['500108106003'], town.person['wu']],
  )
})

const path = (code: string) => h.app.places.geography.findByCode(code)?.path ?? ''
const staff = (login: string, roots: string[], units: number[] = []): Scope => ({
  kind: 'staff',
  personId: town.person[login] ?? '',
  roots,
  units,
})
const rows = (scope: Scope, text: string) =>
  inScope(
    h.app.db,
    scope,
    async (tx) => (await tx.client.query(text)).rows as Record<string, unknown>[],
  )
const logins = async (scope: Scope) =>
  (await rows(scope, 'select login from people.people order by login')).map((row) => row['login'])

test('staff see people of their own subtree, of their units, and themselves', async () => {
  expect(await logins(staff('he', [path('500108106003')]))).toEqual([
    'he',
    'liu',
    'luo',
    'wu',
    'zhou',
  ])
  expect(await logins(staff('xu', [path('500108106004')]))).toEqual(['xu'])
  expect(await logins(staff('qian', [], [town.unit['500108106-S1'] ?? 0]))).toEqual(['qian'])
  expect(await logins(staff('sys', []))).toEqual(['sys'])
})

test.each<[string, () => Scope]>([
  ['public', () => ({ kind: 'public' })],
  ['intake', () => ({ kind: 'intake' })],
  ['a voice', () => ({ kind: 'voice', caseId: 'c1', voice: 1 })],
])('%s sees no person, grant, duty, absence, session, token or password', async (_, scope) => {
  for (const table of [
    'people',
    'grants',
    'duties',
    'absences',
    'sessions',
    'tokens',
    'credentials',
    'held',
  ])
    expect({ table, rows: await rows(scope(), `select 1 from people.${table}`) }).toEqual({
      table,
      rows: [],
    })
})

test('passwords, sessions, tokens and attempts are hidden from staff too', async () => {
  for (const table of [
    'credentials',
    'sessions',
    'tokens',
    'sign_in_attempts',
    'placed_tokens',
    'second_factors',
    'recovery_codes',
    'factor_events',
    'identities',
  ])
    expect({
      table,
      rows: await rows(staff('cao', ['/']), `select 1 from people.${table}`),
    }).toEqual({ table, rows: [] })
})

test('a voice reads who looked at it, another voice does not', async () => {
  const look = 'select reason from people.looks'
  expect(await rows({ kind: 'voice', caseId: 'c1', voice: 1 }, look)).toEqual([{ reason: '回访' }])
  expect(await rows({ kind: 'voice', caseId: 'c1', voice: 2 }, look)).toEqual([])
  expect(await rows(staff('cao', ['/']), look)).toEqual([])
  expect(await rows(staff('chen', []), look)).toHaveLength(1)
})

test('no scope, no row', async () => {
  const client = await h.app.db.pool.connect()
  const { rows: found } = await client.query(
    'select 1 from people.people union all select 1 from people.grants',
  )
  client.release()
  expect(found).toEqual([])
})

test.each([
  "update people.looks set reason = 'x'",
  'delete from people.looks',
  'delete from people.sign_in_attempts',
  'delete from people.factor_events',
  "update people.factor_events set act = 'ended'",
  'update people.recovery_codes set digest = digest',
  "update people.sign_in_attempts set outcome = 'signed_in'",
  'delete from people.people',
  'delete from people.grants',
  "update people.grants set role = 'cityCommander'",
  'update people.tokens set scopes = scopes',
  'update people.sessions set person_id = person_id',
  'truncate people.sessions',
])('even a job may not: %s', async (text) => {
  await expect(rows({ kind: 'job' }, text)).rejects.toThrow('permission denied')
})

test('staff write nothing here but their own looks', async () => {
  const grant = `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
                 values ('${town.person['cao']}', 'systemAdmin', ${town.area['500000']}, '2026-01-01', now())`
  await expect(rows(staff('cao', ['/']), grant)).rejects.toThrow('row-level security')
  await rows(staff('cao', ['/']), "update people.people set name = 'x'")
  await rows(staff('cao', ['/']), 'update people.grants set valid_to = current_date')
  const { rows: changed } = await h.owner.query(
    "select 1 from people.people where name = 'x' union all select 1 from people.grants where valid_to is not null",
  )
  expect(changed).toEqual([])
})
