// The district above the small town, staffed: a bureau that can be given work by the street, its member and head, the
// district's dispatcher, commander and rule keeper. Accounts enter by a session of their own; no password is tried here.

import { randomUUID } from 'node:crypto'
import type { Role } from '#core/people/roles.ts'
import { hashOfSecret } from '#server/people/who.ts'
import type { Staff, Town } from './town.ts'

const bureauCode = '500108-B1'
const rows: [login: string, role: Role, area: string, inBureau: boolean][] = [
  ['guo', 'unitMember', '500108', true],
  ['jiang', 'unitHead', '500108', true],
  ['deng', 'districtDispatcher', '500108', false],
  ['du', 'districtCommander', '500108', false],
  ['sheng', 'cityCommander', '500000', false],
  ['shi', 'ruleKeeper', '500108', false],
  ['ma', 'communityDuty', '500108106003', false],
]

export type District = {
  /** A client whose session is good now, also after days have passed. */
  enters: (login: string) => Promise<Staff>
  bureau: { areaCode: string; unitId: number }
  district: { areaCode: string; unitId: null }
}

export async function openDistrict(t: Town): Promise<District> {
  const { rows: made } = await t.owner.query<{ id: string }>(
    `insert into people.units (code, area_id, kind, name_zh, name_en)
     values ($1, $2, 'department', '区城市管理局', 'District works bureau') returning id`,
    [bureauCode, t.town.area['500108']],
  )
  const unitId = Number(made[0]?.id)
  const person: Record<string, string> = { ...t.town.person }
  for (const [login, role, area, inBureau] of rows)
    person[login] = await addPerson(t, { login, role, area, unitId: inBureau ? unitId : null })
  await t.app.teams.refresh()
  return {
    enters: (login) => enters(t, login, person[login] ?? ''),
    bureau: { areaCode: '500108', unitId },
    district: { areaCode: '500108', unitId: null },
  }
}

type Person = { login: string; role: Role; area: string; unitId: number | null }

async function addPerson(t: Town, { login, role, area, unitId }: Person): Promise<string> {
  const id = randomUUID()
  await t.owner.query(
    'insert into people.people (id, login, name, created_at) values ($1, $2, $3, now())',
    [id, login, `区里${login}`],
  )
  await t.owner.query(
    `insert into people.credentials (person_id, password_hash, changed_at) values ($1, 'none fits', now())`,
    [id],
  )
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, unit_id, valid_from, granted_at)
     values ($1, $2, $3, $4, '2026-01-01', now())`,
    [id, role, t.town.area[area], unitId],
  )
  return id
}

async function enters(t: Town, login: string, id: string): Promise<Staff> {
  const secret = randomUUID()
  await t.owner.query(
    `insert into people.sessions (token_hash, id, person_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $4, $4::timestamptz + interval '10 days')`,
    [hashOfSecret(secret), randomUUID(), id, t.clock.now()],
  )
  const client = t.client()
  client.cookies.set('linli', secret)
  return { ...client, login, id }
}
