// Duties, absences and the candidates for responsibility as rows.
import { sql } from 'kysely'
import type { Candidate } from '#core/people/responsible.ts'
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
  asked: { areaId: number; from: string; after: number; limit: number },
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

type CandidateRow = Omit<Candidate, 'away'> & {
  awayKind: AbsenceKind | null
  awayLastOn: string | null
  deputyId: string | null
  deputyName: string | null
}

export type CandidateQuestion = {
  areaIds: readonly number[]
  unitIds: readonly number[]
  personIds: readonly string[]
  instant: string
}

/** Everybody the seven rules could name, whoever asks: the function reads past the wall and keeps names from residents. */
export async function listCandidates(tx: Tx, asked: CandidateQuestion): Promise<Candidate[]> {
  const rows = await tx.prepared<CandidateRow>(
    'people.candidates',
    `select c.area_id      as "areaId",
            c.unit_id      as "unitId",
            c.person_id    as "personId",
            c.name,
            c.source,
            c.role,
            c.ordinal,
            c.until,
            c.away_kind    as "awayKind",
            c.away_last_on as "awayLastOn",
            c.deputy_id    as "deputyId",
            c.deputy_name  as "deputyName"
       from people.candidates($1, $2, $3, $4) c`,
    [asked.areaIds, asked.unitIds, asked.personIds, asked.instant],
  )
  return rows.map(({ awayKind, awayLastOn, deputyId, deputyName, ...row }) => ({
    ...row,
    away:
      awayKind === null || awayLastOn === null
        ? null
        : {
            kind: awayKind,
            lastOn: awayLastOn,
            deputy: deputyId === null ? null : { id: deputyId, name: deputyName },
          },
  }))
}
