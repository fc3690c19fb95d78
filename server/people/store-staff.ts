// People, units, grants and the log of looks as rows.
import { sql } from 'kysely'
import type { DatedGrant } from '#core/people/actor.ts'
import type { LookHow } from '#core/people/contract-looks.ts'
import type { Role } from '#core/people/roles.ts'
import type { Section, Unit, UnitKind } from '#core/people/units.ts'
import { type Tx, firstOf, rowsOf } from '#server/kit/db.ts'

type UnitRow = Omit<Unit, 'name'> & { nameZh: string; nameEn: string }

const unitColumns = sql`
           u.id,
           u.code,
           u.area_id       as "areaId",
           u.kind,
           u.section,
           u.post,
           u.under_unit_id as "underUnitId",
           u.name_zh       as "nameZh",
           u.name_en       as "nameEn",
           u.phone`

function unitOf({ nameZh, nameEn, ...row }: UnitRow): Unit {
  return { ...row, name: { zh: nameZh, en: nameEn } }
}

export async function unitsById(tx: Tx, ids: readonly number[]): Promise<Map<number, Unit>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<UnitRow>(
    tx,
    sql`select ${unitColumns} from people.units u where u.id = any (${[...new Set(ids)]}::bigint[])`,
  )
  return new Map(rows.map((row) => [row.id, unitOf(row)]))
}

export async function findUnit(tx: Tx, code: string, day: string): Promise<Unit | null> {
  const row = await firstOf<UnitRow>(
    tx,
    sql`
    select ${unitColumns}
      from people.units u
     where u.code = ${code}
       and u.valid_from <= ${day}
       and (u.valid_to is null or ${day} < u.valid_to)`,
  )
  return row === null ? null : unitOf(row)
}

/** Units that stand at these areas on a day, sections with their posts first. */
export async function listUnitsAt(
  tx: Tx,
  areaIds: readonly number[],
  day: string,
): Promise<Unit[]> {
  const rows = await rowsOf<UnitRow>(
    tx,
    sql`
    select ${unitColumns}
      from people.units u
     where u.area_id = any (${[...areaIds]}::bigint[])
       and u.valid_from <= ${day}
       and (u.valid_to is null or ${day} < u.valid_to)
     order by u.area_id, u.section nulls last, u.under_unit_id nulls first, u.id
     limit 500`,
  )
  return rows.map(unitOf)
}

export type NewUnit = {
  code: string
  areaId: number
  kind: UnitKind
  section: Section | null
  post: string | null
  underUnitId: number | null
  nameZh: string
  nameEn: string
  phone: string | null
}

export const addPerson = (
  tx: Tx,
  row: { id: string; login: string; name: string; at: string; by: string },
) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    insert into people.people (id, login, name, created_at, created_by)
    values (${row.id}, ${row.login}, ${row.name}, ${row.at}, ${row.by})
        on conflict (login) do nothing
    returning id`,
  )

export const endPerson = async (tx: Tx, row: { personId: string; at: string; by: string }) => {
  await rowsOf(tx, sql`update people.people set left_at = ${row.at} where id = ${row.personId}`)
  await rowsOf(
    tx,
    sql`
    update people.grants
       set revoked_at = ${row.at},
           revoked_by = ${row.by}
     where person_id = ${row.personId}
       and revoked_at is null`,
  )
}

/** What the person himself was granted and has not lost, future grants included; posts of a section left out. */
export const listOwnGrants = (tx: Tx, personId: string) =>
  rowsOf<DatedGrant & { id: number }>(
    tx,
    sql`
    select h.id,
           h.role,
           h.area_id    as "areaId",
           h.area_path  as "areaPath",
           h.area_level as "areaLevel",
           h.unit_id    as "unitId",
           h.valid_from as "validFrom",
           h.valid_to   as "validTo"
      from people.held h
     where h.person_id = ${personId}
       and not h.through_section
     limit 500`,
  )

export type NewGrant = {
  personId: string
  role: Role
  areaId: number
  unitId: number | null
  ordinal: number
  validFrom: string
  validTo: string | null
  by: string
  at: string
}

export const addGrant = (tx: Tx, g: NewGrant) =>
  firstOf<{ id: number }>(
    tx,
    sql`
    insert into people.grants (person_id, role, area_id, unit_id, ordinal, valid_from, valid_to, granted_by, granted_at)
    values (${g.personId}, ${g.role}, ${g.areaId}, ${g.unitId}, ${g.ordinal}, ${g.validFrom}, ${g.validTo}, ${g.by}, ${g.at})
    returning id`,
  )

export const lockGrant = (tx: Tx, id: number) =>
  firstOf<{ id: number; areaId: number; personId: string }>(
    tx,
    sql`
    select g.id,
           g.area_id   as "areaId",
           g.person_id as "personId"
      from people.grants g
     where g.id = ${id}
       and g.revoked_at is null
       for update`,
  )

export const revokeGrant = (tx: Tx, row: { id: number; at: string; by: string }) =>
  rowsOf(
    tx,
    sql`update people.grants set revoked_at = ${row.at}, revoked_by = ${row.by} where id = ${row.id}`,
  )

export type StaffRow = {
  id: string
  login: string
  name: string
  leftAt: string | null
}

export type StaffAsked = {
  path: string
  day: string
  q: string | null
  role: Role | null
  away: boolean
  after: string
  limit: number
}

/** People with a grant in the subtree that has not ended, by login. */
export const listStaff = (tx: Tx, asked: StaffAsked) =>
  rowsOf<StaffRow>(
    tx,
    sql`
    select p.id,
           p.login,
           p.name,
           p.left_at as "leftAt"
      from people.people p
     where p.login > ${asked.after}
       and (${asked.q}::text is null
            or position(lower(${asked.q}) in lower(p.name)) > 0
            or position(lower(${asked.q}) in p.login) > 0)
       and (not ${asked.away} or exists (select 1
                     from people.absences b
                    where b.person_id = p.id
                      and b.withdrawn_at is null
                      and ${asked.day} between b.first_on and b.last_on))
       and exists (select 1
                     from people.held h
                    where h.person_id = p.id
                      and h.area_path like ${`${asked.path}%`}
                      and (${asked.role}::text is null or h.role = ${asked.role})
                      and (h.valid_to is null or ${asked.day} < h.valid_to))
     order by p.login
     limit ${asked.limit}`,
  )

/** Accounts that were made and have no role yet, or no more: nobody's area, so only administrators find them. */
export const listUnassigned = (tx: Tx, asked: Pick<StaffAsked, 'q' | 'day' | 'after' | 'limit'>) =>
  rowsOf<StaffRow>(
    tx,
    sql`
    select p.id,
           p.login,
           p.name,
           p.left_at as "leftAt"
      from people.people p
     where p.login > ${asked.after}
       and p.left_at is null
       and (${asked.q}::text is null
            or position(lower(${asked.q}) in lower(p.name)) > 0
            or position(lower(${asked.q}) in p.login) > 0)
       and not exists (select 1
                         from people.held h
                        where h.person_id = p.id
                          and (h.valid_to is null or ${asked.day} < h.valid_to))
     order by p.login
     limit ${asked.limit}`,
  )

export type Look = {
  communityId: number
  personId: string
  at: string
  caseId: string
  caseNumber: string
  voice: number
  fields: readonly string[]
  reason: string
  /** The office in which it was looked at; null for who stands in by roster. */
  role?: Role | null
  areaId?: number | null
  how?: LookHow | null
}

export const addLook = (tx: Tx, l: Look) =>
  rowsOf(
    tx,
    sql`
    insert into people.looks (community_id, person_id, at, case_id, case_number, voice, fields, reason, role, area_id, how)
    values (${l.communityId}, ${l.personId}, ${l.at}, ${l.caseId}, ${l.caseNumber}, ${l.voice},
            ${[...l.fields]}::text[], ${l.reason}, ${l.role ?? null}, ${l.areaId ?? null}, ${l.how ?? null})`,
  )

export const listLooks = (
  tx: Tx,
  asked: { areaIds: readonly number[]; before: number; limit: number },
) =>
  rowsOf<{
    id: number
    at: string
    name: string
    login: string
    caseNumber: string
    voice: number
    fields: string[]
    how: LookHow | null
    reason: string
  }>(
    tx,
    sql`
    select l.id,
           l.at,
           p.name,
           p.login,
           l.case_number as "caseNumber",
           l.voice,
           l.fields,
           l.how,
           l.reason
      from people.looks  l
      join people.people p on p.id = l.person_id
     where l.community_id = any (${[...asked.areaIds]}::bigint[])
       and l.id < ${asked.before}
     order by l.id desc
     limit ${asked.limit}`,
  )
