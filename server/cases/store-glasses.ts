// Accesses by break-glass as rows.
import { sql } from 'kysely'
import type { Glass } from '#core/cases/break-glass.ts'
import type { Role } from '#core/people/roles.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type GlassRow = Glass & {
  id: string
  communityId: number
  caseId: string
  number: string
  homeAreaId: number
  name: string
  role: Role | null
  roleAreaId: number | null
  reason: string
  contactAt: string | null
  reviewer: string | null
  verdict: 'inOrder' | 'notInOrder' | null
  review: string | null
  overdueToldAt: string | null
}

const columns = sql`
           g.id,
           g.community_id as "communityId",
           g.case_id      as "caseId",
           g.case_number  as "number",
           g.home_area_id as "homeAreaId",
           g.person_id    as "personId",
           p.name,
           g.role,
           g.role_area_id as "roleAreaId",
           g.reason,
           g.opened_at    as "openedAt",
           g.ends_at      as "endsAt",
           g.ended_at     as "endedAt",
           g.contact_at   as "contactAt",
           g.reviewed_at  as "reviewedAt",
           r.name         as reviewer,
           g.verdict,
           g.review,
           g.overdue_told_at as "overdueToldAt"`
const tables = sql`
      from cases.glasses g
      join people.people p on p.id = g.person_id
      left join people.people r on r.id = g.reviewed_by`

export const findGlass = (tx: Tx, id: string) =>
  firstOf<GlassRow>(tx, sql`select ${columns} ${tables} where g.id = ${id} limit 1`)

/** Under the row lock, so that two reviews are one. */
export const lockGlass = (tx: Tx, id: string) =>
  firstOf<GlassRow>(tx, sql`select ${columns} ${tables} where g.id = ${id} limit 1 for update of g`)

export const countOpen = async (tx: Tx, personId: string, now: string): Promise<number> => {
  const row = await firstOf<{ n: number }>(
    tx,
    sql`
    select count(*)::int as n
      from cases.glasses g
     where g.person_id = ${personId}
       and g.ended_at is null
       and g.ends_at > ${now}`,
  )
  return row?.n ?? 0
}

export type NewGlass = {
  id: string
  communityId: number
  caseId: string
  number: string
  homeAreaId: number
  personId: string
  role: Role | null
  roleAreaId: number
  reason: string
  at: string
  endsAt: string
}

export const addGlass = (tx: Tx, g: NewGlass) =>
  rowsOf(
    tx,
    sql`
    insert into cases.glasses (community_id, id, case_id, case_number, home_area_id, person_id, role, role_area_id, reason, opened_at, ends_at)
    values (${g.communityId}, ${g.id}, ${g.caseId}, ${g.number}, ${g.homeAreaId}, ${g.personId}, ${g.role}, ${g.roleAreaId},
            ${g.reason}, ${g.at}, ${g.endsAt})`,
  )

export const noteContact = (tx: Tx, g: GlassRow, at: string) =>
  rowsOf(
    tx,
    sql`
    update cases.glasses
       set contact_at = coalesce(contact_at, ${at})
     where community_id = ${g.communityId}
       and id = ${g.id}`,
  )

export const endGlass = (tx: Tx, g: GlassRow, at: string) =>
  rowsOf(
    tx,
    sql`update cases.glasses set ended_at = ${at} where community_id = ${g.communityId} and id = ${g.id}`,
  )

export type Review = { by: string; at: string; verdict: 'inOrder' | 'notInOrder'; words: string }

export const reviewGlass = (tx: Tx, g: GlassRow, r: Review) =>
  rowsOf(
    tx,
    sql`
    update cases.glasses
       set reviewed_at = ${r.at},
           reviewed_by = ${r.by},
           verdict     = ${r.verdict},
           review      = ${r.words}
     where community_id = ${g.communityId}
       and id = ${g.id}`,
  )

export type GlassesAsked = {
  personId: string
  /** Areas of which the reader is the head, and those right below them. */
  homes: readonly number[]
  toReview: boolean
  /** Those of which it was said that the review is late. */
  late: boolean
  before: string | null
  limit: number
}

export const listGlasses = (tx: Tx, asked: GlassesAsked) =>
  rowsOf<GlassRow>(
    tx,
    sql`
    select ${columns}
    ${tables}
     where (g.person_id = ${asked.personId} or g.home_area_id = any (${[...asked.homes]}::bigint[]))
       and (not ${asked.toReview} or (g.reviewed_at is null and g.person_id <> ${asked.personId}))
       and (not ${asked.late} or (g.reviewed_at is null and g.overdue_told_at is not null))
       and (${asked.before}::timestamptz is null or g.opened_at < ${asked.before}::timestamptz)
     order by g.opened_at desc, g.id
     limit ${asked.limit}`,
  )

/** Closed for a day at least: no review is due before. */
export const listUnreviewed = (tx: Tx, now: string, limit: number) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    select g.id
      from cases.glasses g
     where g.reviewed_at is null
       and g.overdue_told_at is null
       and g.ends_at < ${now}::timestamptz - interval '8 hours'
     order by g.ends_at, g.id
     limit ${limit}`,
  )

export const noteOverdueTold = (tx: Tx, g: GlassRow, at: string) =>
  rowsOf(
    tx,
    sql`
    update cases.glasses
       set overdue_told_at = ${at}
     where community_id = ${g.communityId}
       and id = ${g.id}`,
  )
