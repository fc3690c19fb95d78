// How objects were found, as rows: neither a person nor an hour.
import { sql } from 'kysely'
import type { InspectionResult } from '#core/patrols/plan.ts'
import { type Tx, rowsOf } from '../kit/db.ts'

export type FoundRow = {
  communityId: number
  planId: string
  objectId: string
  dueOn: string
  onDay: string
  result: InspectionResult
  words: string | null
  caseNumber: string | null
}

const ofFound = sql`
           r.community_id as "communityId",
           r.plan_id      as "planId",
           r.object_id    as "objectId",
           r.due_on::text as "dueOn",
           r.on_day::text as "onDay",
           r.result,
           r.words,
           r.case_number  as "caseNumber"`

export const foundIn = (tx: Tx, of: { communityId: number; planId: string; dueOn: string }) =>
  rowsOf<FoundRow>(
    tx,
    sql`
    select ${ofFound}
      from patrols.results r
     where r.community_id = ${of.communityId}
       and r.plan_id = ${of.planId}
       and r.due_on = ${of.dueOn}
     limit 200`,
  )

export const foundOf = (tx: Tx, communityId: number, objectId: string) =>
  rowsOf<FoundRow>(
    tx,
    sql`
    select ${ofFound}
      from patrols.results r
     where r.community_id = ${communityId}
       and r.object_id = ${objectId}
     order by r.on_day desc
     limit 100`,
  )

export const addFound = (tx: Tx, r: FoundRow) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    insert into patrols.results (community_id, plan_id, object_id, due_on, on_day, result, words, case_number)
    values (${r.communityId}, ${r.planId}, ${r.objectId}, ${r.dueOn}, ${r.onDay}, ${r.result}, ${r.words}, ${r.caseNumber})
        on conflict do nothing
    returning object_id as id`,
  )

/** The number of the case that a fault became, written once. */
export const nameCase = (
  tx: Tx,
  r: Pick<FoundRow, 'communityId' | 'planId' | 'objectId' | 'dueOn'>,
  caseNumber: string,
) =>
  rowsOf(
    tx,
    sql`
    update patrols.results
       set case_number = ${caseNumber}
     where community_id = ${r.communityId}
       and plan_id = ${r.planId}
       and object_id = ${r.objectId}
       and due_on = ${r.dueOn}
       and result = 'fault'
       and case_number is null`,
  )
