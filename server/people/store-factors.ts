// Second factors and recovery codes as rows, in job scope.
import { sql } from 'kysely'
import { type Tx, firstOf, rowsOf } from '#server/kit/db.ts'

export type FactorRow = {
  sealedSecret: string | null
  enrolledAt: string | null
  lastStep: number | null
  sealedPending: string | null
}

/** Locked: two sign-ins with one code meet here, and the second comes too late. */
export const lockFactor = (tx: Tx, personId: string) =>
  firstOf<FactorRow>(
    tx,
    sql`
    select f.sealed_secret  as "sealedSecret",
           f.enrolled_at    as "enrolledAt",
           f.last_step      as "lastStep",
           f.sealed_pending as "sealedPending"
      from people.second_factors f
     where f.person_id = ${personId}
       for update`,
  )

export const beginFactor = (tx: Tx, row: { personId: string; sealed: string; at: string }) =>
  rowsOf(
    tx,
    sql`
    insert into people.second_factors (person_id, sealed_pending, begun_at)
    values (${row.personId}, ${row.sealed}, ${row.at})
        on conflict (person_id) do update
       set sealed_pending = excluded.sealed_pending,
           begun_at       = excluded.begun_at`,
  )

/** The same sealed text: its place names the person, not whether it counts yet. */
export const enrolFactor = (tx: Tx, row: { personId: string; step: number; at: string }) =>
  rowsOf(
    tx,
    sql`
    update people.second_factors
       set sealed_secret  = sealed_pending,
           sealed_pending = null,
           enrolled_at    = ${row.at},
           last_step      = ${row.step}
     where person_id = ${row.personId}
       and sealed_pending is not null`,
  )

export const noteStep = (tx: Tx, personId: string, step: number) =>
  rowsOf(
    tx,
    sql`update people.second_factors set last_step = ${step} where person_id = ${personId}`,
  )

export const removeFactor = async (tx: Tx, personId: string): Promise<boolean> => {
  await rowsOf(tx, sql`delete from people.recovery_codes where person_id = ${personId}`)
  const gone = await rowsOf(
    tx,
    sql`delete from people.second_factors where person_id = ${personId} returning person_id`,
  )
  return gone.length > 0
}

export const replaceCodes = async (tx: Tx, personId: string, digests: readonly string[]) => {
  await rowsOf(tx, sql`delete from people.recovery_codes where person_id = ${personId}`)
  await rowsOf(
    tx,
    sql`
    insert into people.recovery_codes (person_id, digest)
    select ${personId}, d from unnest(${[...digests]}::text[]) d`,
  )
}

/** True once for each code. */
export const useCode = async (tx: Tx, row: { personId: string; digest: string; at: string }) => {
  const used = await rowsOf(
    tx,
    sql`
    update people.recovery_codes
       set used_at = ${row.at}
     where person_id = ${row.personId}
       and digest    = ${row.digest}
       and used_at is null
    returning digest`,
  )
  return used.length > 0
}

export const readFactor = (tx: Tx, personId: string) =>
  firstOf<{ enrolledAt: string | null; codesLeft: number }>(
    tx,
    sql`
    select f.enrolled_at as "enrolledAt",
           (select count(*)::int
              from people.recovery_codes r
             where r.person_id = f.person_id
               and r.used_at is null) as "codesLeft"
      from people.second_factors f
     where f.person_id = ${personId}`,
  )

export type FactorEvent = {
  at: string
  personId: string
  byId: string
  act: 'enrolled' | 'ended' | 'reset' | 'recoveryUsed'
  reason?: string
}

export const logFactor = (tx: Tx, e: FactorEvent) =>
  rowsOf(
    tx,
    sql`
    insert into people.factor_events (at, person_id, by_id, act, reason)
    values (${e.at}, ${e.personId}, ${e.byId}, ${e.act}, ${e.reason ?? null})`,
  )
