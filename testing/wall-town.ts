// The town with its walls: one person for each role, a case at every place, so that everybody can be let knock at
// every door. What each role should meet stands in tables here, written from the specification, never asked of the
// rules that are under test.

import { randomUUID } from 'node:crypto'
import type { Role } from '#core/people/roles.ts'
import { hashOfSecret } from '#server/people/who.ts'
import type { TestClient } from './harness.ts'
import { type Town, fileAndGive, openTown, points, report } from './town.ts'

/** A place of each level, and its neighbour, as paths of codes: whoever holds a part of it holds the rest. */
export const places = {
  city: '500000',
  district: '500000/500108',
  otherDistrict: '500000/500109',
  street: '500000/500108/500108106',
  otherStreet: '500000/500108/500108107',
  community: '500000/500108/500108106/500108106003',
  otherCommunity: '500000/500108/500108106/500108106004',
  grid: '500000/500108/500108106/500108106003/500108106003001',
  otherGrid: '500000/500108/500108106/500108106003/500108106003002',
} as const
export type Place = keyof typeof places
export const codeOf = (place: Place): string => places[place].split('/').at(-1) ?? ''
const inside = (inner: Place, outer: Place) => `${places[inner]}/`.startsWith(`${places[outer]}/`)

type Standing = { at: Place; unit?: string; sees: 'area' | 'chain' | 'nothing' }
const here = (at: Place): Standing => ({ at, sees: 'area' })
const office = (at: Place): Standing => ({ at, sees: 'nothing' })

/** Where each role is granted in this town, and what of the cases it may know of (loop.md 3 and 8.2). */
export const standing: Record<Role, Standing> = {
  gridWorker: here('grid'),
  partTimeWorker: here('grid'),
  microGridHead: here('grid'),
  gridLeader: here('grid'),
  deputyLeader: here('grid'),
  gridInstructor: here('community'),
  communityDuty: here('community'),
  communitySecretary: here('community'),
  centreStaff: office('community'),
  streetDispatcher: here('street'),
  streetCommander: here('street'),
  sectionHead: { at: 'street', unit: '500108106-S', sees: 'chain' },
  postMember: { at: 'street', unit: '500108106-S1', sees: 'chain' },
  unitHead: { at: 'street', unit: '500108106-U', sees: 'chain' },
  unitMember: { at: 'street', unit: '500108106-U', sees: 'chain' },
  districtDispatcher: here('district'),
  districtCommander: here('district'),
  cityDispatcher: here('city'),
  cityCommander: here('city'),
  ruleKeeper: office('district'),
  supervisionCommittee: office('community'),
  systemAdmin: office('district'),
  securityAdmin: office('district'),
  auditAdmin: office('district'),
}
export const everyRole = Object.keys(standing) as Role[]

/** The case that was given to the fire post: the one thing the post and its section know of. */
export type Where = Place | 'given'
export const everywhere: Where[] = [...(Object.keys(places) as Place[]), 'given']
const filedAt = (where: Where): Place => (where === 'given' ? 'grid' : where)
const posts: readonly Role[] = ['sectionHead', 'postMember']

/** A grid's case is its community's too: whoever holds the place of filing sees it. */
export function knowsOf(role: Role, where: Where): boolean {
  const { at, sees } = standing[role]
  if (sees === 'chain') return where === 'given' && posts.includes(role)
  return sees === 'area' && inside(filedAt(where), at)
}

/** Does the place lie in what the role was granted? */
export const covers = (role: Role, place: Place): boolean => inside(place, standing[role].at)

/** Own, neighbour, above and below, for each level at which a role can stand. */
export const around: Record<'grid' | 'community' | 'street' | 'district' | 'city', Where[]> = {
  grid: ['grid', 'otherGrid', 'community', 'given'],
  community: ['community', 'otherCommunity', 'street', 'grid', 'given'],
  street: ['street', 'otherStreet', 'district', 'community', 'given'],
  district: ['district', 'otherDistrict', 'city', 'street'],
  city: ['city', 'district', 'otherCommunity'],
}
export const aroundOf = (role: Role): Where[] => around[standing[role].at as keyof typeof around]

export type WallTown = {
  town: Town
  number: Record<Where, string>
  secret: Record<Where, string>
  staff: Record<Role, TestClient>
  person: Record<Role, string>
}

export async function openWallTown(): Promise<WallTown> {
  const town = await openTown()
  await moreAreas(town)
  const person = {} as Record<Role, string>
  const staff = {} as Record<Role, TestClient>
  for (const role of everyRole) {
    person[role] = await addOf(town, role)
    staff[role] = await enters(town, person[role])
  }
  await town.app.places.refresh()
  await town.app.teams.refresh()
  const number = {} as Record<Where, string>
  const secret = {} as Record<Where, string>
  for (const where of everywhere) {
    const place = filedAt(where)
    // A grid is found by a point only; every other area is chosen.
    const found = place === 'grid' ? points.lane : place === 'otherGrid' ? points.market : undefined
    const at = { area: codeOf(place), ...(found !== undefined && { point: found }) }
    const given = { text: `墙边的事 ${where}`, phone: '13900000000', name: '张' }
    const receipt = await report(town.client(), { point: undefined as never, ...given, ...at })
    number[where] = receipt.number
    secret[where] = receipt.secret ?? ''
  }
  const post = { areaCode: codeOf('street'), unitId: town.town.unit['500108106-S1'] ?? 0 }
  const sent = await fileAndGive(staff.communityDuty, number.given, post, { category: 'E04-96' })
  if (!sent.ok) throw new Error(`the case of the post was not given: ${sent.refusal}`)
  return { town, number, secret, staff, person }
}

async function moreAreas(t: Town): Promise<void> {
  const add = async (code: string, name: string, level: string, parent: string) => {
    const { rows } = await t.owner.query<{ id: string }>(
      'insert into places.areas (code, name, level, parent_id) values ($1, $2, $3, $4) returning id',
      [code, name, level, t.town.area[parent]],
    )
    t.town.area[code] = Number(rows[0]?.id)
  }
  await add('500109', '邻区', 'district', '500000')
  await add('500108107', '邻镇', 'street', '500108')
  const { rows } = await t.owner.query<{ id: string }>(
    `insert into people.units (code, area_id, kind, name_zh, name_en)
     values ('500108106-U', $1, 'stationed', '派出所', 'Police post') returning id`,
    [t.town.area['500108106']],
  )
  t.town.unit['500108106-U'] = Number(rows[0]?.id)
}

async function addOf(t: Town, role: Role): Promise<string> {
  const id = randomUUID()
  const { at, unit } = standing[role]
  await t.owner.query(
    'insert into people.people (id, login, name, created_at) values ($1, $2, $3, now())',
    [id, `w-${role.toLowerCase()}`, `墙边${role.slice(0, 6)}`],
  )
  await t.owner.query(
    `insert into people.credentials (person_id, password_hash, changed_at) values ($1, 'none fits', now())`,
    [id],
  )
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, unit_id, valid_from, granted_at)
     values ($1, $2, $3, $4, '2026-01-01', now())`,
    [id, role, t.town.area[codeOf(at)], unit === undefined ? null : t.town.unit[unit]],
  )
  return id
}

/** A session without the cost of a password: twenty-three hashes are not what is tried here. */
async function enters(t: Town, personId: string): Promise<TestClient> {
  const secret = randomUUID()
  await t.owner.query(
    `insert into people.sessions (token_hash, id, person_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $4, $4::timestamptz + interval '10 days')`,
    [hashOfSecret(secret), randomUUID(), personId, t.clock.now()],
  )
  const client = t.client()
  client.cookies.set('linli', secret)
  return client
}

/** An API token for one subtree, as other systems hold it. */
export async function tokenOf(t: Town, scopes: string[], place: Place): Promise<string> {
  const secret = randomUUID()
  await t.owner.query(
    `insert into people.tokens (id, token_hash, name, scopes, area_id, valid_from, created_at)
     values ($1, $2, 'story', $3, $4, '2026-01-01', now())`,
    [randomUUID(), hashOfSecret(secret), scopes, t.town.area[codeOf(place)]],
  )
  return secret
}
