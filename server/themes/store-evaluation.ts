// SQL of evaluations: added, never changed.
import { sql } from 'kysely'
import type { GoalResult } from '#core/themes/evaluation.ts'
import { type Tx, rowsOf } from '../kit/db.ts'

export type EvaluationRow = {
  id: string
  fromOn: string
  toOn: string
  results: GoalResult[]
  conclusion: string
  corrects: string | null
  at: string
  sha256: string
  sm3: string | null
}

export const listEvaluations = (tx: Tx, communityId: number, themeIds: readonly string[]) =>
  rowsOf(
    tx,
    sql<EvaluationRow & { themeId: string }>`
    select e.id,
           e.theme_id as "themeId",
           e.from_on  as "fromOn",
           e.to_on    as "toOn",
           e.results,
           e.conclusion,
           e.corrects,
           e.at,
           e.sha256,
           e.sm3
      from themes.evaluations e
     where e.community_id = ${communityId}
       and e.theme_id = any (${themeIds}::uuid[])
     order by e.at desc
     limit 50`,
  )

type NewEvaluation = EvaluationRow & { communityId: number; themeId: string; by: string }
export const addEvaluation = (tx: Tx, row: NewEvaluation) =>
  rowsOf(
    tx,
    sql`
    insert into themes.evaluations (community_id, id, theme_id, from_on, to_on, results, conclusion, corrects, sha256, sm3, by, at)
    values (${row.communityId}, ${row.id}, ${row.themeId}, ${row.fromOn}, ${row.toOn}, ${JSON.stringify(row.results)},
            ${row.conclusion}, ${row.corrects}, ${row.sha256}, ${row.sm3}, ${row.by}, ${row.at})`,
  )
