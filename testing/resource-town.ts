// Verbs of the register for stories: an entry that stands, a file as it is sent, somebody who answers for the district.
import { randomUUID } from 'node:crypto'
import { signIn } from '#core/people/contract.ts'
import { addResource } from '#core/resources/contract.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { type PeopleTown, townPassword } from './people-town.ts'
import { type Staff, type Town, commandId, points } from './town.ts'

export type EntryInput = InputOf<typeof addResource>['entry']

export const hospital: EntryInput = {
  kind: 'hospital',
  name: '东南医院',
  nameEn: 'Southeast Hospital',
  capacity: 320,
  capacityUnit: '张床位',
  openings: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:30' }],
  hoursNote: '急诊全天',
  address: '同景路',
  lon: points.lane.lon + 0.004,
  lat: points.lane.lat,
  counter: '门诊服务台',
  phone: '023-62450000',
  offers: [{ what: '义诊', conditions: '提前一周约', often: '每月 2 次' }],
  conditions: null,
  validFrom: '2026-01-01',
  validUntil: null,
  isPublic: true,
}

export async function register(who: Staff, area: string, more: Partial<EntryInput> = {}) {
  const entry = { ...hospital, ...more }
  const answer = await who.call(addResource, { commandId: commandId(), area, entry })
  if (!answer.ok)
    throw new Error(`not registered: ${answer.refusal} ${JSON.stringify(answer.fields)}`)
  return answer.value
}

export const asContent = (text: string) => Buffer.from(text).toString('base64')

export async function districtHead(t: Town): Promise<Staff> {
  const town: PeopleTown = t.town
  const id = randomUUID()
  await t.owner.query(
    `insert into people.people (id, login, name, created_at) values ($1, 'dian', '电区长', now())`,
    [id],
  )
  await t.owner.query(
    `insert into people.credentials (person_id, password_hash, changed_at)
     select $1, password_hash, now() from people.credentials where person_id = $2`,
    [id, town.person['cao']],
  )
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     values ($1, 'districtCommander', $2, '2026-01-01', now())`,
    [id, town.area['500108']],
  )
  const client = t.client()
  const answer = await client.call(signIn, { login: 'dian', password: townPassword })
  if (!answer.ok) throw new Error(`the district cannot sign in: ${answer.refusal}`)
  return { ...client, login: 'dian', id }
}
