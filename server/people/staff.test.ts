import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Endpoint, InputOf } from '#core/kit/contract.ts'
import * as mine from '#core/people/contract.ts'
import * as staff from '#core/people/contract-staff.ts'
import { inScope, type Scope } from '#server/kit/db.ts'
import { openHarness, type Harness, type TestClient } from '#testing/harness.ts'
import { buildPeopleTown, townPassword, type PeopleTown } from '#testing/people-town.ts'
import { recordLook } from './looks.ts'
import { systemByToken } from './who.ts'

let h: Harness
let town: PeopleTown
const community = '500108106003'

beforeAll(async () => {
  h = await openHarness({ startAt: '2026-03-02T01:00:00.000Z' })
  town = await buildPeopleTown(h.owner)
  await h.app.places.refresh()
})

async function as(login: string, password = townPassword): Promise<TestClient> {
  const client = h.client()
  await client.call(mine.signIn, { login, password })
  return client
}

/** Each call is a command of its own. */
async function does<E extends Endpoint>(
  login: string,
  declared: E,
  input: Omit<InputOf<E>, 'commandId'>,
) {
  const client = await as(login)
  return client.call(declared, { commandId: randomUUID(), ...input } as InputOf<E>)
}

const grant = {
  login: 'newcomer',
  role: 'communityDuty',
  areaCode: community,
  unitCode: null,
  validFrom: '2026-03-01',
  validTo: '2026-04-01',
} as const

test('an account begins without rights, changes its password, gets a role with dates and loses it', async () => {
  const first = 'first words given'
  const account = { login: 'newcomer', name: '新来者', password: first }
  expect(await does('wu', staff.addPerson, account)).toMatchObject({
    refusal: 'not_allowed',
    status: 403,
  })
  expect(await does('sys', staff.addPerson, { ...account, password: 'newcomer1' })).toMatchObject({
    refusal: 'password_too_weak',
  })
  expect((await does('sys', staff.addPerson, account)).ok).toBe(true)
  expect(await does('sys', staff.addPerson, account)).toMatchObject({ refusal: 'login_taken' })
  expect(await does('sys', staff.grantRole, grant)).toMatchObject({ refusal: 'not_allowed' })
  const given = await does('sec', staff.grantRole, grant)
  expect(given.ok).toBe(true)
  expect(await does('sec', staff.grantRole, grant)).toMatchObject({ refusal: 'already_granted' })
  const newcomer = await as('newcomer', first)
  const team = () => newcomer.call(staff.listDuties, { code: community })
  const me = await newcomer.call(mine.readMe, {})
  expect(me).toMatchObject({
    value: { mustChangePassword: true, grants: [{ role: 'communityDuty' }] },
  })
  await newcomer.call(mine.changeMyPassword, { current: first, next: 'second words chosen' })
  const who = await h.app.whoIs(callerWith(newcomer))
  expect(who.scope).toMatchObject({
    kind: 'staff',
    roots: [h.app.places.geography.findByCode(community)?.path],
  })
  expect(await team()).toMatchObject({ refusal: 'not_allowed' })
  expect((await does('sec', staff.revokeGrant, { id: given.ok ? given.value.id : 0 })).ok).toBe(
    true,
  )
  expect((await h.app.whoIs(callerWith(newcomer))).scope).toMatchObject({ roots: [] })
})

function callerWith(client: TestClient) {
  return {
    requestId: '',
    address: '127.0.0.1',
    lang: 'zh' as const,
    origin: '',
    header: (name: string) => (name === 'authorization' ? null : null),
    cookie: (name: string) => client.cookies.get(name) ?? null,
  }
}

test.each([
  ['no_such_area', { areaCode: '999' }],
  ['no_such_unit', { unitCode: 'nothing' }],
  ['no_such_person', { login: 'nobody' }],
  ['wrong_level', { role: 'streetDispatcher' }],
  ['unit_needed', { role: 'unitHead' }],
  ['unit_not_fitting', { unitCode: '500108106-S' }],
  ['dates_wrong', { validTo: '2026-03-01' }],
  ['administrators_stay_apart', { login: 'sys' }],
  ['not_to_oneself', { login: 'sec' }],
] as const)('granting is refused: %s', async (refusal, more) => {
  const wish = { ...grant, login: 'xu', ...more }
  expect(await does('sec', staff.grantRole, wish)).toMatchObject({ ok: false, refusal })
})

test('administrators find an account without a role, keepers of rosters only their own people', async () => {
  const account = { login: 'waits', name: '候岗', password: 'first words given' }
  expect((await does('sys', staff.addPerson, account)).ok).toBe(true)
  const [sys, he] = [await as('sys'), await as('he')]
  const asked = { code: '500000', only: 'unassigned', q: '候' } as const
  expect(await sys.call(staff.listStaff, asked)).toMatchObject({
    value: { items: [{ login: 'waits', grants: [] }] },
  })
  const here = { ...asked, code: community }
  expect(await he.call(staff.listStaff, here)).toMatchObject({ refusal: 'not_allowed' })
  expect(await he.call(staff.readPerson, { login: 'waits' })).toMatchObject({
    refusal: 'no_such_person',
  })
  expect(await sys.call(staff.readPerson, { login: 'waits' })).toMatchObject({
    value: { name: '候岗', may: { keepAccount: true, keepAbsences: false, revoke: [] } },
  })
  expect(await he.call(staff.readPerson, { login: 'liu' })).toMatchObject({
    value: { may: { keepAccount: false, keepAbsences: true, revoke: [] } },
  })
  expect(await he.call(staff.readPerson, { login: 'xu' })).toMatchObject({
    refusal: 'no_such_person',
  })
  const leaders = await he.call(staff.listStaff, { code: community, role: 'gridLeader' })
  expect(leaders).toMatchObject({ value: { items: [{ login: 'liu' }] } })
  expect(await he.call(staff.listUnits, { code: '500108106' })).toMatchObject({
    value: { items: [{ kind: 'section' }, { kind: 'post', under: '500108106-S' }] },
  })
})

test('a grant that begins tomorrow is not yet held, and one that ends today no more', async () => {
  const add = (from: string, to: string | null) =>
    h.owner.query(
      `insert into people.grants (person_id, role, area_id, valid_from, valid_to, granted_at)
       values ($1, 'communityDuty', $2, $3, $4, now())`,
      [town.person['qian'], town.area[community], from, to],
    )
  await add('2026-03-03', null)
  await add('2026-01-01', '2026-03-02')
  const client = await as('qian')
  const roles = async () => {
    const me = await client.call(mine.readMe, {})
    return me.ok ? me.value.grants.map((one) => one.role) : []
  }
  expect(await roles()).toEqual(['postMember'])
  h.clock.set('2026-03-02T16:00:00.000Z')
  expect(await roles()).toEqual(['postMember', 'communityDuty'])
  h.clock.set('2026-03-02T01:00:00.000Z')
})

test('the secretary keeps the roster of the own community and of its grids, not of the neighbour', async () => {
  const duty = {
    code: community,
    unitCode: null,
    login: 'wu',
    from: '2026-03-02T00:00:00Z',
    to: '2026-03-02T10:00:00Z',
  }
  expect(await does('xu', staff.enterDuty, duty)).toMatchObject({ refusal: 'not_allowed' })
  expect(await does('wu', staff.enterDuty, duty)).toMatchObject({ refusal: 'not_allowed' })
  expect(await does('he', staff.enterDuty, { ...duty, to: duty.from })).toMatchObject({
    refusal: 'dates_wrong',
  })
  expect(await does('he', staff.enterDuty, { ...duty, unitCode: '500108106-S' })).toMatchObject({
    refusal: 'no_such_unit',
  })
  expect(await does('he', staff.enterDuty, { ...duty, login: 'nobody' })).toMatchObject({
    refusal: 'no_such_person',
  })
  expect(await does('he', staff.enterDuty, { ...duty, code: '1' })).toMatchObject({
    refusal: 'no_such_area',
  })
  const entered = await does('he', staff.enterDuty, duty)
  const id = entered.ok ? entered.value.id : 0
  const list = await (await as('he')).call(staff.listDuties, { code: community })
  expect(list).toMatchObject({ value: { items: [{ id, login: 'wu', name: '吴值班' }] } })
  const me = await (await as('wu')).call(mine.readMe, {})
  expect(me).toMatchObject({
    value: { dutyNow: [{ areaCode: community, until: '2026-03-02T10:00:00.000Z' }] },
  })
  expect(await does('xu', staff.withdrawDuty, { id })).toMatchObject({ refusal: 'no_such_duty' })
  expect((await does('cao', staff.withdrawDuty, { id })).ok).toBe(true)
  expect(await does('he', staff.withdrawDuty, { id })).toMatchObject({ refusal: 'no_such_duty' })
})

test('absences name who stands in, and are kept by the head of the place', async () => {
  const absence = {
    login: 'liu',
    kind: 'leave',
    firstOn: '2026-03-02',
    lastOn: '2026-03-04',
    deputyLogin: 'zhou',
  } as const
  expect(await does('xu', staff.enterAbsence, absence)).toMatchObject({ refusal: 'no_such_person' })
  expect(await does('he', staff.enterAbsence, { ...absence, lastOn: '2026-03-01' })).toMatchObject({
    refusal: 'dates_wrong',
  })
  const entered = await does('he', staff.enterAbsence, absence)
  const id = entered.ok ? entered.value.id : 0
  const team = await (await as('wu')).call(mine.readTeam, { code: '500108106003001' })
  expect(team.ok && team.value.responsible.sentence.zh).toBe('网格长休假，由周专职代理至3月4日。')
  const list = await (await as('he')).call(staff.listStaff, { code: community })
  const items = list.ok ? list.value.items : []
  expect(items.map((one) => one.login)).toEqual(['he', 'liu', 'luo', 'qian', 'wu', 'zhou'])
  expect(items[1]?.absences).toMatchObject([{ id, deputyLogin: 'zhou', lastOn: '2026-03-04' }])
  expect(await (await as('xu')).call(staff.listStaff, { code: community })).toMatchObject({
    refusal: 'not_allowed',
  })
  expect(await does('xu', staff.withdrawAbsence, { id })).toMatchObject({
    refusal: 'no_such_absence',
  })
  expect((await does('he', staff.withdrawAbsence, { id })).ok).toBe(true)
})

test('an account that ends is out at once; another administrator is not the system administrator’s', async () => {
  const client = await as('zhou')
  expect(await does('sys', staff.endAccount, { login: 'sec' })).toMatchObject({
    refusal: 'no_such_person',
  })
  expect((await does('sys', staff.endAccount, { login: 'zhou' })).ok).toBe(true)
  expect((await client.call(mine.readMe, {})).status).toBe(401)
  expect(await as('zhou').then((again) => again.call(mine.readMe, {}))).toMatchObject({
    status: 401,
  })
  const reset = { login: 'luo', password: 'given by the desk' }
  expect((await does('sys', staff.resetPassword, reset)).ok).toBe(true)
  expect((await does('sys', staff.resetPassword, { ...reset, login: 'sec' })).ok).toBe(false)
  expect((await (await as('luo', reset.password)).call(mine.readMe, {})).ok).toBe(true)
})

test('an API token opens what its scopes say, is shown once and ends at once', async () => {
  const client = await as('sys')
  const wish = {
    commandId: randomUUID(),
    name: '数据平台',
    scopes: ['open311'] as const,
    areaCode: '500108',
    validFrom: '2026-03-01',
    validTo: null,
  }
  const command = { ...wish, scopes: [...wish.scopes] }
  expect(await (await as('sec')).call(staff.makeToken, command)).toMatchObject({
    refusal: 'not_allowed',
  })
  const made = await client.call(staff.makeToken, command)
  const token = (made.ok && made.value.token) || ''
  expect(await client.call(staff.makeToken, command)).toMatchObject({ value: { token: null } })
  expect(await systemByToken(h.app, token)).toMatchObject({
    kind: 'system',
    name: '数据平台',
    scopes: ['open311'],
  })
  expect(await systemByToken(h.app, `${token}x`)).toBeNull()
  const bearer = h.client({ authorization: `Bearer ${token}` })
  expect((await bearer.call(mine.readMe, {})).status).toBe(401)
  const list = await client.call(staff.listTokens, {})
  expect(list).toMatchObject({ value: { items: [{ name: '数据平台', areaCode: '500108' }] } })
  const id = made.ok ? made.value.id : ''
  expect((await does('sys', staff.revokeToken, { id })).ok).toBe(true)
  expect(await systemByToken(h.app, token)).toBeNull()
  expect(await does('sys', staff.revokeToken, { id })).toMatchObject({ refusal: 'no_such_token' })
})

test('a look leaves a line that only its author, the voice and the auditor read, and nobody alters', async () => {
  const personId = town.person['chen'] ?? ''
  const scope: Scope = { kind: 'staff', personId, roots: [], units: [] }
  const look = {
    communityId: town.area[community] ?? 0,
    personId,
    at: h.app.now(),
    caseId: 'case-1',
    caseNumber: `${community}-26-00001`,
    voice: 1,
    fields: ['phone'],
    reason: '回访需要联系反映人',
  }
  await inScope(h.app.db, scope, (tx) => recordLook(tx, look))
  const forged = inScope(h.app.db, scope, (tx) =>
    recordLook(tx, { ...look, personId: town.person['cao'] ?? '' }),
  )
  await expect(forged).rejects.toThrow('row-level security')
  const auditor = await as('aud')
  expect(await auditor.call(staff.listLooks, { areaCode: '500108' })).toMatchObject({
    value: { items: [{ login: 'chen', fields: ['phone'], reason: '回访需要联系反映人' }] },
  })
  expect(await (await as('sec')).call(staff.listLooks, { areaCode: '500108' })).toMatchObject({
    refusal: 'not_allowed',
  })
})
