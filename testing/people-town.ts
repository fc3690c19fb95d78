// A small town for the stories of the people room: one street with two communities and their grids, a section with
// a post, and one person per part, all with the same password.
import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type pg from 'pg'
import type { Role } from '#core/people/roles.ts'

export const townPassword = 'lamps along the river'

export const areaRows: [code: string, name: string, level: string, parent: string | null][] = [
  ['500000', '重庆市', 'city', null],
  ['500108', '南岸区', 'district', '500000'],
  ['500108106', '长生桥镇', 'street', '500108'],
  ['500108106003', '同景社区', 'community', '500108106'],
  ['500108106004', '邻水社区', 'community', '500108106'],
  ['500108106003001', '第一网格', 'grid', '500108106003'],
  ['500108106003002', '第二网格', 'grid', '500108106003'],
]

export const staffRows: [login: string, name: string, role: Role, area: string, unit?: string][] = [
  ['liu', '刘网格', 'gridLeader', '500108106003001'],
  ['luo', '罗副手', 'deputyLeader', '500108106003001'],
  ['zhou', '周专职', 'gridWorker', '500108106003001'],
  ['wu', '吴值班', 'communityDuty', '500108106003'],
  ['he', '何书记', 'communitySecretary', '500108106003'],
  ['xu', '许书记', 'communitySecretary', '500108106004'],
  ['chen', '陈调度', 'streetDispatcher', '500108106'],
  ['cao', '曹指挥', 'streetCommander', '500108106'],
  ['feng', '冯板块', 'sectionHead', '500108106', '500108106-S'],
  ['qian', '钱岗位', 'postMember', '500108106', '500108106-S1'],
  ['sys', '施系统', 'systemAdmin', '500000'],
  ['sec', '郑安全', 'securityAdmin', '500000'],
  ['aud', '沈审计', 'auditAdmin', '500000'],
]

/** A hash bears its own cost: a town signs in eight hundred times a run, and only the real cost is left out. */
const cheap = { algorithm: 2, memoryCost: 64, timeCost: 1, parallelism: 1 }

export type PeopleTown = {
  area: Record<string, number>
  unit: Record<string, number>
  person: Record<string, string>
}

export async function buildPeopleTown(owner: pg.Client): Promise<PeopleTown> {
  const town: PeopleTown = { area: {}, unit: {}, person: {} }
  const insert = async (text: string, values: unknown[]) =>
    Number((await owner.query<{ id: string }>(`${text} returning id`, values)).rows[0]?.id)
  for (const [code, name, level, parent] of areaRows)
    town.area[code] = await insert(
      'insert into places.areas (code, name, level, parent_id) values ($1, $2, $3, $4)',
      [code, name, level, parent === null ? null : town.area[parent]],
    )
  const street = town.area['500108106']
  town.unit['500108106-S'] = await insert(
    `insert into people.units (code, area_id, kind, section, name_zh, name_en)
     values ('500108106-S', $1, 'section', 'safety', '平安法治板块', 'Safety section')`,
    [street],
  )
  town.unit['500108106-S1'] = await insert(
    `insert into people.units (code, area_id, kind, section, post, under_unit_id, name_zh, name_en)
     values ('500108106-S1', $1, 'post', 'safety', '消防', $2, '消防岗', 'Fire post')`,
    [street, town.unit['500108106-S']],
  )
  const passwordHash = await hash(townPassword, cheap)
  for (const [login, name, role, code, unit] of staffRows) {
    const id = randomUUID()
    town.person[login] = id
    await owner.query(
      'insert into people.people (id, login, name, created_at) values ($1, $2, $3, now())',
      [id, login, name],
    )
    await owner.query(
      'insert into people.credentials (person_id, password_hash, changed_at) values ($1, $2, now())',
      [id, passwordHash],
    )
    await owner.query(
      `insert into people.grants (person_id, role, area_id, unit_id, valid_from, granted_at)
       values ($1, $2, $3, $4, '2026-01-01', now())`,
      [id, role, town.area[code], unit === undefined ? null : town.unit[unit]],
    )
  }
  return town
}
