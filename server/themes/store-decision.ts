// SQL of decisions: added, and corrected by another that names them.
import { sql } from 'kysely'
import type { ThemeKind } from '#core/themes/kind.ts'
import type { RuleApplied } from '#core/themes/meeting.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type DecisionRow = {
  communityId: number
  id: string
  choiceId: string
  evidenceId: string
  meetingId: string
  kind: ThemeKind | null
  reasons: string
  yes: number
  no: number
  abstain: number
  rule: RuleApplied
  objections: { text: string; answer: string }[]
  corrects: string | null
  correctedBy: string | null
  sha256: string
  sm3: string | null
  recordedAt: string
}

export const findDecision = (tx: Tx, id: string) =>
  firstOf(
    tx,
    sql<DecisionRow>`
    select d.community_id as "communityId",
           d.id,
           d.choice_id    as "choiceId",
           d.evidence_id  as "evidenceId",
           d.meeting_id   as "meetingId",
           d.kind,
           d.reasons,
           d.yes,
           d.no,
           d.abstain,
           d.rule,
           d.objections,
           d.corrects,
           l.id           as "correctedBy",
           d.sha256,
           d.sm3,
           d.recorded_at  as "recordedAt"
      from themes.decisions d
      left join themes.decisions l on l.community_id = d.community_id
                                  and l.corrects = d.id
     where d.id = ${id}`,
  )

type NewDecision = Omit<DecisionRow, 'correctedBy'> & { by: string }
export const addDecision = (tx: Tx, row: NewDecision) =>
  rowsOf(
    tx,
    sql`
    insert into themes.decisions (community_id, id, choice_id, evidence_id, meeting_id, kind_code, kind, reasons, yes, no, abstain,
                                  rule, objections, corrects, sha256, sm3, recorded_by, recorded_at)
    values (${row.communityId}, ${row.id}, ${row.choiceId}, ${row.evidenceId}, ${row.meetingId}, ${row.kind?.code ?? null},
            ${row.kind === null ? null : JSON.stringify(row.kind)}, ${row.reasons}, ${row.yes}, ${row.no}, ${row.abstain},
            ${JSON.stringify(row.rule)}, ${JSON.stringify(row.objections)}, ${row.corrects}, ${row.sha256}, ${row.sm3}, ${row.by},
            ${row.recordedAt})`,
  )
