// Duties, absences and the candidates for responsibility as rows.
import { sql } from 'kysely'
import type { Role } from '#core/people/roles.ts'
import type { AbsenceKind } from '#core/people/words.ts'
import { type Tx, firstOf, rowsOf } from '#server/kit/db.ts'

export const listDutiesNow = (tx: Tx, personId: string, now: string) =>
  rowsOf<{ areaId: number; unitId: number | null; to: string }>(
    tx,
    sql`
    select d.area_id as "areaId",
           d.unit_id as "unitId",
           d.to_at   as "to"
      from people.duties d
     where d.person_id = ${personId}
       and d.withdrawn_at is null
       and d.from_at <= ${now}
       and ${now} < d.to_at
     order by d.to_at
     limit 50`,
  )

export const listDuties = (
  tx: Tx,
  asked: { areaId: number; from: string; to: string | null; after: number; limit: number },
) =>
  rowsOf<{
    id: number
    login: string
    name: string
    unitId: number | null
    from: string
    to: string
  }>(
    tx,
    sql`
    select d.id,
           p.login,
           p.name,
           d.unit_id as "unitId",
           d.from_at as "from",
           d.to_at   as "to"
      from people.duties d
      join people.people p on p.id = d.person_id
     where d.area_id = ${asked.areaId}
       and d.withdrawn_at is null
       and d.to_at > ${asked.from}
       and (${asked.to}::timestamptz is null or d.from_at < ${asked.to})
       and d.id > ${asked.after}
     order by d.id
     limit ${asked.limit}`,
  )

export type NewDuty = {
  areaId: number
  unitId: number | null
  personId: string
  from: string
  to: string
  by: string
  at: string
}

export const addDuty = (tx: Tx, d: NewDuty) =>
  firstOf<{ id: number }>(
    tx,
    sql`
    insert into people.duties (area_id, unit_id, person_id, from_at, to_at, entered_by, entered_at)
    values (${d.areaId}, ${d.unitId}, ${d.personId}, ${d.from}, ${d.to}, ${d.by}, ${d.at})
    returning id`,
  )

export const lockDuty = (tx: Tx, id: number) =>
  firstOf<{ areaId: number; unitId: number | null }>(
    tx,
    sql`
    select d.area_id as "areaId",
           d.unit_id as "unitId"
      from people.duties d
     where d.id = ${id}
       and d.withdrawn_at is null
       for update`,
  )

export const withdrawDuty = (tx: Tx, row: { id: number; by: string; at: string }) =>
  rowsOf(
    tx,
    sql`update people.duties set withdrawn_by = ${row.by}, withdrawn_at = ${row.at} where id = ${row.id}`,
  )

export type NewAbsence = {
  personId: string
  kind: AbsenceKind
  firstOn: string
  lastOn: string
  deputyId: string | null
  by: string
  at: string
}

export const addAbsence = (tx: Tx, a: NewAbsence) =>
  firstOf<{ id: number }>(
    tx,
    sql`
    insert into people.absences (person_id, kind, first_on, last_on, deputy_id, entered_by, entered_at)
    values (${a.personId}, ${a.kind}, ${a.firstOn}, ${a.lastOn}, ${a.deputyId}, ${a.by}, ${a.at})
    returning id`,
  )

export const lockAbsence = (tx: Tx, id: number) =>
  firstOf<{ personId: string }>(
    tx,
    sql`
    select b.person_id as "personId"
      from people.absences b
     where b.id = ${id}
       and b.withdrawn_at is null
       for update`,
  )

export const withdrawAbsence = (tx: Tx, row: { id: number; by: string; at: string }) =>
  rowsOf(
    tx,
    sql`update people.absences set withdrawn_by = ${row.by}, withdrawn_at = ${row.at} where id = ${row.id}`,
  )

/** Absences of these people that have not passed. */
export const listAbsences = (tx: Tx, personIds: readonly string[], day: string) =>
  rowsOf<{
    id: number
    personId: string
    kind: AbsenceKind
    firstOn: string
    lastOn: string
    deputyLogin: string | null
  }>(
    tx,
    sql`
    select b.id,
           b.person_id as "personId",
           b.kind,
           b.first_on  as "firstOn",
           b.last_on   as "lastOn",
           d.login     as "deputyLogin"
      from people.absences b
      left join people.people d on d.id = b.deputy_id
     where b.person_id = any (${[...personIds]}::uuid[])
       and b.withdrawn_at is null
       and b.last_on >= ${day}
     order by b.first_on
     limit 1000`,
  )

export type GrantFact = {
  areaId: number
  unitId: number | null
  personId: string
  role: Role
  ordinal: number
  validFrom: string
  validTo: string | null
}

type Keys = { areaIds: readonly number[]; unitIds: readonly number[] }

/** What is granted for these areas' own teams and these units and has not ended before a day; by rank. */
export const listGrantFacts = (tx: Tx, keys: Keys, since: string) =>
  rowsOf<GrantFact>(
    tx,
    sql`
    select g.area_id    as "areaId",
           g.unit_id    as "unitId",
           g.person_id  as "personId",
           g.role,
           g.ordinal,
           g.valid_from as "validFrom",
           g.valid_to   as "validTo"
      from people.grants g
     where g.revoked_at is null
       and (g.valid_to is null or g.valid_to >= ${since}::date)
       and ((g.unit_id is null and g.area_id = any (${[...keys.areaIds]}::bigint[]))
            or g.unit_id = any (${[...keys.unitIds]}::bigint[]))
     order by g.ordinal, g.id
     limit 100000`,
  )

export type DutyFact = {
  areaId: number
  unitId: number | null
  personId: string
  from: string
  to: string
}

export const listDutyFacts = (tx: Tx, keys: Keys, since: string) =>
  rowsOf<DutyFact>(
    tx,
    sql`
    select d.area_id   as "areaId",
           d.unit_id   as "unitId",
           d.person_id as "personId",
           d.from_at   as "from",
           d.to_at     as "to"
      from people.duties d
     where d.withdrawn_at is null
       and d.to_at > ${since}
       and ((d.unit_id is null and d.area_id = any (${[...keys.areaIds]}::bigint[]))
            or d.unit_id = any (${[...keys.unitIds]}::bigint[]))
     order by d.from_at, d.id
     limit 100000`,
  )

export type PersonFact = {
  id: string
  name: string
  grants: { validFrom: string; validTo: string | null }[]
  absences: { kind: AbsenceKind; firstOn: string; lastOn: string; deputyId: string | null }[]
}

/** Accounts that have not left, with the days on which they hold anything and the days on which they are away. */
export const listPersonFacts = (tx: Tx, ids: readonly string[], since: string) =>
  rowsOf<PersonFact>(
    tx,
    sql`
    select p.id,
           p.name,
           (select coalesce(jsonb_agg(jsonb_build_object('validFrom', g.valid_from, 'validTo', g.valid_to)), '[]')
              from people.grants g
             where g.person_id = p.id
               and g.revoked_at is null) as grants,
           (select coalesce(jsonb_agg(jsonb_build_object('kind', b.kind, 'firstOn', b.first_on, 'lastOn', b.last_on,
                                                         'deputyId', b.deputy_id) order by b.last_on desc, b.id), '[]')
              from people.absences b
             where b.person_id = p.id
               and b.withdrawn_at is null
               and b.last_on >= ${since}::date) as absences
      from people.people p
     where p.id = any (${[...ids]}::uuid[])
       and p.left_at is null
     limit 100000`,
  )

export const readRosterVersion = async (tx: Tx): Promise<number> => {
  const rows = await tx.prepared<{ version: number }>(
    'people.version',
    "select version from people.versions where topic = 'roster'",
    [],
  )
  return rows[0]?.version ?? 0
}

export type Shift = {
  id: number
  areaId: number
  unitName: string | null
  from: string
  to: string
  enteredAt: string
}

export const listShifts = (tx: Tx, asked: { personId: string; from: string; to: string }) =>
  rowsOf<Shift>(
    tx,
    sql`
    select d.id,
           d.area_id    as "areaId",
           u.name_zh    as "unitName",
           d.from_at    as "from",
           d.to_at      as "to",
           d.entered_at as "enteredAt"
      from people.duties d
      left join people.units u on u.id = d.unit_id
     where d.person_id = ${asked.personId}
       and d.withdrawn_at is null
       and d.to_at > ${asked.from}
       and d.from_at < ${asked.to}
     order by d.from_at, d.id
     limit 500`,
  )

export type ShiftOfDesk = { personId: string; from: string; to: string }

/** What is still to come, or under way, at the desk of an area's own team. */
export const listDeskShifts = (tx: Tx, areaId: number, after: string) =>
  rowsOf<ShiftOfDesk>(
    tx,
    sql`
    select d.person_id as "personId",
           d.from_at   as "from",
           d.to_at     as "to"
      from people.duties d
     where d.area_id = ${areaId}
       and d.unit_id is null
       and d.withdrawn_at is null
       and d.to_at > ${after}
     order by d.from_at, d.id
     limit 20`,
  )
