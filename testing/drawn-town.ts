// The small town with those who keep its boundaries: two keepers of its district, and one of the next.
import { randomUUID } from 'node:crypto'
import type { HarnessOptions } from './harness.ts'
import { type Town, openTown } from './town.ts'

export type DrawnTown = Town

const keepers: [login: string, name: string, district: string][] = [
  ['gui', '桂规则', '500108'],
  ['qu', '屈规则', '500108'],
  ['yao', '姚规则', '500109'],
]

export async function openDrawnTown(options: HarnessOptions = {}): Promise<DrawnTown> {
  const t = await openTown(options)
  await addKeepers(t)
  return t
}

export async function addKeepers(t: Pick<Town, 'owner' | 'town' | 'app'>): Promise<void> {
  await t.owner.query(
    `insert into places.areas (code, name, level, parent_id) values ('500109', '北碚区', 'district', $1)`,
    [t.town.area['500000']],
  )
  for (const [login, name, district] of keepers) {
    const id = randomUUID()
    t.town.person[login] = id
    await t.owner.query(
      'insert into people.people (id, login, name, created_at) values ($1, $2, $3, now())',
      [id, login, name],
    )
    await t.owner.query(
      `insert into people.credentials (person_id, password_hash, changed_at)
       select $1, password_hash, now() from people.credentials where person_id = $2`,
      [id, t.town.person['sys']],
    )
    await t.owner.query(
      `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
       select $1, 'ruleKeeper', id, '2026-01-01', now() from places.areas where code = $2`,
      [id, district],
    )
  }
  await t.app.places.refresh()
}
