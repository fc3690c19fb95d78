// Surveys, their versions and their steps.
import { sql } from 'kysely'
import type { Instant } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Questionnaire } from '#core/surveys/question.ts'
import type { AnsweredBy, StepKind, SurveyState } from '#core/surveys/survey.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type SurveyRow = {
  communityId: number
  id: string
  areaPath: string
  title: Words
  state: SurveyState
  answersBy: AnsweredBy
  opensOn: string | null
  closesOn: string | null
  version: number | null
  mixMin: number
  createdAt: Instant
}

const columns = sql`
           s.community_id as "communityId",
           s.id,
           s.area_path    as "areaPath",
           s.title,
           s.state,
           s.answers_by   as "answersBy",
           s.opens_on     as "opensOn",
           s.closes_on    as "closesOn",
           s.version,
           s.mix_min      as "mixMin",
           s.created_at   as "createdAt"`

export const findSurvey = (tx: Tx, id: string) =>
  firstOf(tx, sql<SurveyRow>`select ${columns} from surveys.surveys s where s.id = ${id}`)

export const lockSurvey = (tx: Tx, id: string) =>
  firstOf(
    tx,
    sql<SurveyRow>`select ${columns} from surveys.surveys s where s.id = ${id} for update`,
  )

/**
 * Held by every sheet on its way in, and alone by whoever closes: closing waits for those already coming, and those
 * after it read that it is closed. Taken before any row of the survey is locked.
 */
export const holdOpen = (tx: Tx, id: string) =>
  sql`select pg_advisory_xact_lock_shared(hashtextextended(${`survey ${id}`}, 0))`.execute(tx.k)
export const holdClosing = (tx: Tx, id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`survey ${id}`}, 0))`.execute(tx.k)

type Listing = {
  areaIds: readonly number[]
  under: string
  state: SurveyState | null
  before: { at: string; id: string } | null
  limit: number
}

/** Of an area, of the areas above it (their questions reach it too), and of those in it. */
export const listSurveys = (tx: Tx, { areaIds, under, state, before, limit }: Listing) =>
  rowsOf(
    tx,
    sql<SurveyRow & { questionnaire: Questionnaire | null }>`
    select ${columns},
           v.questionnaire
      from surveys.surveys s
      left join lateral (select each.questionnaire
                           from surveys.versions each
                          where each.community_id = s.community_id
                            and each.survey_id = s.id
                          order by each.version = s.version desc nulls last, each.version desc
                          limit 1) v on true
     where (s.community_id = any(${areaIds}) or s.area_path ^@ ${under})
       and (${state}::text is null or s.state = ${state})
       and (${before?.at ?? null}::timestamptz is null
            or (s.created_at, s.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
     order by s.created_at desc, s.id desc
     limit ${limit}`,
  )

/** Those of one area that were opened in a span and are closed, the latest first. */
export const listAskedIn = (
  tx: Tx,
  { areaId, from, to }: { areaId: number; from: string; to: string },
) =>
  rowsOf(
    tx,
    sql<{ id: string }>`
    select s.id
      from surveys.surveys s
     where s.community_id = ${areaId}
       and s.state = 'CLOSED'
       and s.opens_on >= ${from}
       and s.opens_on < ${to}
     order by s.opens_on desc, s.id
     limit 20`,
  )

type NewSurvey = Pick<SurveyRow, 'communityId' | 'id' | 'areaPath' | 'title' | 'answersBy'> & {
  at: Instant
  by: string
}

export const addSurvey = (tx: Tx, s: NewSurvey) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.surveys (community_id, id, area_path, title, answers_by, created_at, created_by)
    values (${s.communityId}, ${s.id}, ${s.areaPath}, ${JSON.stringify(s.title)}::jsonb, ${s.answersBy}, ${s.at}, ${s.by})`,
  )

type Moved = Partial<
  Pick<SurveyRow, 'state' | 'opensOn' | 'closesOn' | 'version'> & {
    closedAt: Instant
    title: Words
  }
>

export const moveSurvey = (tx: Tx, { communityId, id }: SurveyRow, to: Moved) =>
  rowsOf(
    tx,
    sql`
    update surveys.surveys
       set state     = coalesce(${to.state ?? null}, state),
           opens_on  = coalesce(${to.opensOn ?? null}::date, opens_on),
           closes_on = coalesce(${to.closesOn ?? null}::date, closes_on),
           version   = coalesce(${to.version ?? null}::integer, version),
           closed_at = coalesce(${to.closedAt ?? null}::timestamptz, closed_at),
           title     = coalesce(${to.title === undefined ? null : JSON.stringify(to.title)}::jsonb, title)
     where community_id = ${communityId}
       and id = ${id}`,
  )

export type VersionRow = {
  version: number
  questionnaire: Questionnaire
  changedAt: Instant
  openedAt: Instant | null
}

export const listVersions = (tx: Tx, { communityId, id }: Pick<SurveyRow, 'communityId' | 'id'>) =>
  rowsOf(
    tx,
    sql<VersionRow>`
    select v.version,
           v.questionnaire,
           v.changed_at as "changedAt",
           v.opened_at  as "openedAt"
      from surveys.versions v
     where v.community_id = ${communityId}
       and v.survey_id = ${id}
     order by v.version desc
     limit 200`,
  )

export const findVersion = (
  tx: Tx,
  { communityId, id }: Pick<SurveyRow, 'communityId' | 'id'>,
  version: number,
) =>
  firstOf(
    tx,
    sql<VersionRow>`
    select v.version,
           v.questionnaire,
           v.changed_at as "changedAt",
           v.opened_at  as "openedAt"
      from surveys.versions v
     where v.community_id = ${communityId}
       and v.survey_id = ${id}
       and v.version = ${version}`,
  )

type Written = { version: number; questionnaire: Questionnaire; at: Instant; by: string }

export const addVersion = (tx: Tx, { communityId, id }: SurveyRow, w: Written) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.versions (community_id, survey_id, version, questionnaire, changed_at, changed_by)
    values (${communityId}, ${id}, ${w.version}, ${JSON.stringify(w.questionnaire)}::jsonb, ${w.at}, ${w.by})`,
  )

export const writeVersion = (tx: Tx, { communityId, id }: SurveyRow, w: Written) =>
  rowsOf(
    tx,
    sql`
    update surveys.versions
       set questionnaire = ${JSON.stringify(w.questionnaire)}::jsonb,
           changed_at    = ${w.at},
           changed_by    = ${w.by}
     where community_id = ${communityId}
       and survey_id = ${id}
       and version = ${w.version}`,
  )

export const markOpened = (
  tx: Tx,
  { communityId, id }: SurveyRow,
  { version, at }: { version: number; at: Instant },
) =>
  rowsOf(
    tx,
    sql`
    update surveys.versions
       set opened_at = ${at}
     where community_id = ${communityId}
       and survey_id = ${id}
       and version = ${version}`,
  )

export type NewStep = {
  step: StepKind
  at: Instant
  by: string | null
  reason?: string
  detail?: Record<string, unknown>
}

export const addStep = (
  tx: Tx,
  { communityId, id }: Pick<SurveyRow, 'communityId' | 'id'>,
  { step, at, by, reason, detail }: NewStep,
) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.steps (community_id, survey_id, step, at, by_id, reason, detail)
    values (${communityId}, ${id}, ${step}, ${at}, ${by}, ${reason ?? null}, ${JSON.stringify(detail ?? {})}::jsonb)`,
  )

export type StepRow = {
  id: number
  step: StepKind
  at: Instant
  by: string | null
  reason: string | null
  detail: Record<string, unknown>
}

export const listSteps = (
  tx: Tx,
  { communityId, id }: Pick<SurveyRow, 'communityId' | 'id'>,
  { before, limit }: { before: number | null; limit: number },
) =>
  rowsOf(
    tx,
    sql<StepRow>`
    select t.id,
           t.step,
           t.at,
           p.name as by,
           t.reason,
           t.detail
      from surveys.steps t
      left join people.people p on p.id = t.by_id
     where t.community_id = ${communityId}
       and t.survey_id = ${id}
       and (${before}::bigint is null or t.id < ${before})
     order by t.id desc
     limit ${limit}`,
  )

export const listDue = (tx: Tx) =>
  rowsOf(
    tx,
    sql<SurveyRow>`
    select ${columns}
      from surveys.surveys s
     where s.state = 'OPEN'
     order by s.closes_on
     limit 1000`,
  )
