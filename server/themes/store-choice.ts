// SQL of choices, what was frozen for them, and other weights that were tried.
import { sql } from 'kysely'
import type { EvidenceContent } from '#core/themes/contract-choice.ts'
import type { Weights } from '#core/themes/score.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type ChoiceRow = {
  communityId: number
  id: string
  surveyId: string | null
  question: string | null
  openedAt: string
  publicAt: string | null
  endedAt: string | null
  endKind: 'decided' | 'givenUp' | null
  endReason: string | null
}

const columns = sql`
           c.community_id as "communityId",
           c.id,
           c.survey_id    as "surveyId",
           c.question,
           c.opened_at    as "openedAt",
           c.public_at    as "publicAt",
           c.ended_at     as "endedAt",
           c.end_kind     as "endKind",
           c.end_reason   as "endReason"`

export const findChoice = (tx: Tx, id: string, how: 'read' | 'lock' = 'read') =>
  firstOf(
    tx,
    sql<ChoiceRow>`
    select ${columns}
      from themes.choices c
     where c.id = ${id}
     ${how === 'lock' ? sql`for update` : sql``}`,
  )

export const findOpenChoice = (tx: Tx, communityId: number) =>
  firstOf(
    tx,
    sql<ChoiceRow>`
    select ${columns}
      from themes.choices c
     where c.community_id = ${communityId}
       and c.ended_at is null`,
  )

export type ListedChoice = ChoiceRow & {
  waiting: number
  openObjections: number
  decisionId: string | null
}

/** How many nobody has looked at, how many shown objections have no answer, and the decision that holds. */
const tallies = sql`
           (select count(*)::int
              from themes.voices v
             where v.community_id = c.community_id
               and v.choice_id = c.id
               and v.shown_at is null
               and v.withheld_at is null) as waiting,
           (select count(*)::int
              from themes.voices v
             where v.community_id = c.community_id
               and v.choice_id = c.id
               and v.kind = 'objection'
               and v.shown_at is not null
               and not exists (select from themes.answers a
                                where a.community_id = v.community_id
                                  and a.voice_id = v.id)) as "openObjections",
           (select d.id
              from themes.decisions d
             where d.community_id = c.community_id
               and d.choice_id = c.id
               and not exists (select from themes.decisions l
                                where l.community_id = d.community_id
                                  and l.corrects = d.id)
             limit 1) as "decisionId"`

export const findListed = (tx: Tx, id: string) =>
  firstOf(
    tx,
    sql<ListedChoice>`
    select ${columns}, ${tallies}
      from themes.choices c
     where c.id = ${id}`,
  )

export const listChoices = (
  tx: Tx,
  { path, limit, after }: { path: string; limit: number; after: number },
) =>
  rowsOf(
    tx,
    sql<ListedChoice>`
    select ${columns}, ${tallies}
      from themes.choices c
      join places.areas   p on p.id = c.community_id
     where p.path like ${`${path}%`}
     order by c.ended_at is not null, c.opened_at desc, c.id
     limit ${limit}
    offset ${after}`,
  )

type NewChoice = {
  communityId: number
  id: string
  surveyId: string | null
  question: string | null
  by: string
  at: string
}
export const addChoice = (tx: Tx, row: NewChoice) =>
  rowsOf(
    tx,
    sql`
    insert into themes.choices (community_id, id, survey_id, question, opened_by, opened_at)
    values (${row.communityId}, ${row.id}, ${row.surveyId}, ${row.question}, ${row.by}, ${row.at})`,
  )

type Key = { communityId: number; id: string }

export const setSurvey = (tx: Tx, key: Key, to: { surveyId: string; question: string }) =>
  rowsOf(
    tx,
    sql`
    update themes.choices
       set survey_id = ${to.surveyId},
           question = ${to.question}
     where community_id = ${key.communityId}
       and id = ${key.id}`,
  )

export const setPublic = (tx: Tx, key: Key, done: { by: string; at: string }) =>
  rowsOf(
    tx,
    sql`
    update themes.choices
       set public_at = ${done.at},
           public_by = ${done.by}
     where community_id = ${key.communityId}
       and id = ${key.id}`,
  )

type Ending = { kind: 'decided' | 'givenUp'; reason: string | null; by: string; at: string }
export const endChoice = (tx: Tx, key: Key, end: Ending) =>
  rowsOf(
    tx,
    sql`
    update themes.choices
       set ended_at = ${end.at},
           ended_by = ${end.by},
           end_kind = ${end.kind},
           end_reason = ${end.reason}
     where community_id = ${key.communityId}
       and id = ${key.id}`,
  )

export type EvidenceRow = {
  id: string
  choiceId: string
  content: EvidenceContent
  sha256: string
  sm3: string | null
  frozenAt: string
}

const evidenceColumns = sql`
           e.id,
           e.choice_id as "choiceId",
           e.content,
           e.sha256,
           e.sm3,
           e.frozen_at as "frozenAt"`

export const findEvidence = (tx: Tx, communityId: number, id: string) =>
  firstOf(
    tx,
    sql<EvidenceRow>`
    select ${evidenceColumns}
      from themes.evidence e
     where e.community_id = ${communityId}
       and e.id = ${id}`,
  )

export const latestEvidence = (tx: Tx, communityId: number, choiceId: string) =>
  firstOf(
    tx,
    sql<EvidenceRow>`
    select ${evidenceColumns}
      from themes.evidence e
     where e.community_id = ${communityId}
       and e.choice_id = ${choiceId}
     order by e.frozen_at desc
     limit 1`,
  )

export const listFrozen = (tx: Tx, communityId: number, choiceId: string) =>
  rowsOf(
    tx,
    sql<{ id: string; frozenAt: string; sha256: string }>`
    select e.id,
           e.frozen_at as "frozenAt",
           e.sha256
      from themes.evidence e
     where e.community_id = ${communityId}
       and e.choice_id = ${choiceId}
     order by e.frozen_at desc
     limit 20`,
  )

type NewEvidence = EvidenceRow & { communityId: number; by: string }
export const addEvidence = (tx: Tx, row: NewEvidence) =>
  rowsOf(
    tx,
    sql`
    insert into themes.evidence (community_id, id, choice_id, content, sha256, sm3, frozen_by, frozen_at)
    values (${row.communityId}, ${row.id}, ${row.choiceId}, ${JSON.stringify(row.content)}, ${row.sha256}, ${row.sm3},
            ${row.by}, ${row.frozenAt})`,
  )

export type WhatIfRow = {
  id: string
  name: string
  reason: string
  weights: Weights
  ranking: { code: string; total: number }[]
  at: string
}

export const listWhatIfs = (tx: Tx, communityId: number, choiceId: string) =>
  rowsOf(
    tx,
    sql<WhatIfRow>`
    select w.id,
           w.name,
           w.reason,
           w.weights,
           w.ranking,
           w.at
      from themes.what_ifs w
     where w.community_id = ${communityId}
       and w.choice_id = ${choiceId}
     order by w.at desc
     limit 50`,
  )

type NewWhatIf = WhatIfRow & { communityId: number; choiceId: string; by: string }
export const addWhatIf = (tx: Tx, row: NewWhatIf) =>
  rowsOf(
    tx,
    sql`
    insert into themes.what_ifs (community_id, id, choice_id, name, reason, weights, ranking, by, at)
    values (${row.communityId}, ${row.id}, ${row.choiceId}, ${row.name}, ${row.reason}, ${JSON.stringify(row.weights)},
            ${JSON.stringify(row.ranking)}, ${row.by}, ${row.at})`,
  )
