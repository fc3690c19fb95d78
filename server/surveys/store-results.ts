// Margins, schemes, publications and edits of topics; and the answers, which only a job may read.
import { sql } from 'kysely'
import type { Instant } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Answers } from '#core/surveys/question.ts'
import type { KnownFigure, Scheme, WeightingReport } from '#core/surveys/weighting.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'
import type { SurveyRow } from './store.ts'

type Key = Pick<SurveyRow, 'communityId' | 'id'>

/** Changes when sheets arrive, when all are mixed once more, and when old answers are taken out. */
export const stampOf = (tx: Tx, { communityId, id }: Key, version: number) =>
  firstOf(
    tx,
    sql<{ sheets: number; stamp: string }>`
    select count(*)::int as sheets,
           concat(count(*), ' ', max(a.answered_on), ' ',
                  (select max(t.id)
                     from surveys.steps t
                    where t.community_id = ${communityId}
                      and t.survey_id = ${id}
                      and t.step = 'forgotten')) as stamp
      from surveys.answers a
     where a.community_id = ${communityId}
       and a.survey_id = ${id}
       and a.version = ${version}`,
  )

/** The whole of one version, in the order of random ids. No list: it is read once and kept in columns. */
export const readSheets = (tx: Tx, { communityId, id }: Key, version: number) =>
  rowsOf(
    tx,
    sql<{ answers: Answers; gridId: number | null }>`
    select a.answers,
           a.grid_id as "gridId"
      from surveys.answers a
     where a.community_id = ${communityId}
       and a.survey_id = ${id}
       and a.version = ${version}
     order by a.sheet
     limit 2000000`,
  )

export const frameOf = (tx: Tx, { communityId, id }: Key) =>
  firstOf(
    tx,
    sql<{ households: number | null }>`
    select sum(f.households)::int as households
      from surveys.frame f
     where f.community_id = ${communityId}
       and f.survey_id = ${id}`,
  )

type MarginRow = {
  dimension: string
  asOf: string
  title: Words
  source: string
  category: string
  label: Words
  people: number
}

/** Of each dimension the latest day, and of that what was entered last. */
export const listMargins = (tx: Tx, areaId: number) =>
  rowsOf(
    tx,
    sql<MarginRow>`
    select m.dimension,
           m.as_of::text as "asOf",
           m.title,
           m.source,
           m.category,
           m.label,
           m.people::float8 as people
      from surveys.margins m
      join (select distinct on (each.dimension) each.dimension, each.as_of, each.entered_at
              from surveys.margins each
             where each.area_id = ${areaId}
             order by each.dimension, each.as_of desc, each.entered_at desc) last
        on last.dimension = m.dimension and last.as_of = m.as_of and last.entered_at = m.entered_at
     where m.area_id = ${areaId}
     order by m.dimension, m.ordinal
     limit 1000`,
  )

export type NewMargin = {
  areaId: number
  areaPath: string
  figure: KnownFigure
  by: string | null
  at: Instant
}

export const addMargin = (tx: Tx, { areaId, areaPath, figure, by, at }: NewMargin) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.margins (area_id, area_path, dimension, as_of, entered_at, title, source, entered_by,
                                 category, label, people, ordinal)
    select ${areaId}, ${areaPath}, ${figure.dimension}, ${figure.asOf}::date, ${at}::timestamptz,
           ${JSON.stringify(figure.title)}::jsonb, ${figure.source}, ${by}::uuid,
           c.value ->> 'code', c.value -> 'label', (c.value ->> 'people')::bigint, c.nth
      from jsonb_array_elements(${JSON.stringify(figure.categories)}::jsonb) with ordinality as c(value, nth)`,
  )

export type SchemeRow = {
  number: number
  version: number
  scheme: Scheme
  report: WeightingReport
  reason: string
  by: string | null
  at: Instant
  published: boolean
}

export const listSchemes = (tx: Tx, { communityId, id }: Key) =>
  rowsOf(
    tx,
    sql<SchemeRow>`
    select s.number,
           s.version,
           s.scheme,
           s.report,
           s.reason,
           p.name as by,
           s.made_at as at,
           exists (select from surveys.publications u
                    where u.community_id = s.community_id
                      and u.survey_id = s.survey_id
                      and u.scheme = s.number) as published
      from surveys.schemes s
      left join people.people p on p.id = s.made_by
     where s.community_id = ${communityId}
       and s.survey_id = ${id}
     order by s.number desc
     limit 100`,
  )

type NewScheme = Pick<SchemeRow, 'number' | 'version' | 'scheme' | 'report' | 'reason' | 'at'> & {
  by: string | null
}

export const addScheme = (tx: Tx, { communityId, id }: Key, s: NewScheme) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.schemes (community_id, survey_id, number, version, scheme, report, reason, made_by, made_at)
    values (${communityId}, ${id}, ${s.number}, ${s.version}, ${JSON.stringify(s.scheme)}::jsonb,
            ${JSON.stringify(s.report)}::jsonb, ${s.reason}, ${s.by}, ${s.at})`,
  )

export type PublicationHeadRow = {
  number: number
  version: number
  scheme: number | null
  threshold: number
  sheets: number
  decidedBy: string
  reason: string
  at: Instant
  withdrawn: { reason: string; at: Instant } | null
}

const headColumns = sql`
           p.number,
           p.version,
           p.scheme,
           p.threshold,
           p.sheets,
           p.decided_by   as "decidedBy",
           p.reason,
           p.published_at as at,
           case when w.number is not null
                then json_build_object('reason', w.reason, 'at', w.withdrawn_at) end as withdrawn`
const withWithdrawal = sql`
      from surveys.publications p
      left join surveys.withdrawals w
             on w.community_id = p.community_id and w.survey_id = p.survey_id and w.number = p.number`

export const listPublications = (
  tx: Tx,
  { communityId, id }: Key,
  { before, limit }: { before: number | null; limit: number },
) =>
  rowsOf(
    tx,
    sql<PublicationHeadRow>`
    select ${headColumns}
           ${withWithdrawal}
     where p.community_id = ${communityId}
       and p.survey_id = ${id}
       and (${before}::integer is null or p.number < ${before})
     order by p.number desc
     limit ${limit}`,
  )

/** The one asked for, or the latest that stands. */
export const findPublication = (tx: Tx, { communityId, id }: Key, number: number | null) =>
  firstOf(
    tx,
    sql<PublicationHeadRow & { results: unknown }>`
    select ${headColumns},
           p.results
           ${withWithdrawal}
     where p.community_id = ${communityId}
       and p.survey_id = ${id}
       and (p.number = ${number} or (${number}::integer is null))
     order by w.number is null desc, p.number desc
     limit 1`,
  )

export type PublishedCells = { hidden: string[]; shown: string[] }

/** What earlier publications of this version hid and showed; taken back or not, somebody has read them. */
export const listPublishedCells = (tx: Tx, { communityId, id }: Key, version: number) =>
  rowsOf(
    tx,
    sql<{ sheets: number; cells: PublishedCells; tables: { row: string; group: string | null }[] }>`
    select p.sheets,
           p.cells - 'tables' as cells,
           p.cells -> 'tables' as tables
      from surveys.publications p
     where p.community_id = ${communityId}
       and p.survey_id = ${id}
       and p.version = ${version}
     order by p.number desc
     limit 100`,
  )

type NewPublication = Omit<PublicationHeadRow, 'withdrawn'> & {
  results: unknown
  cells: PublishedCells & { tables: unknown }
  by: string | null
}

export const addPublication = (tx: Tx, { communityId, id }: Key, p: NewPublication) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.publications (community_id, survey_id, number, version, scheme, threshold, sheets, results, cells,
                                      decided_by, reason, published_by, published_at)
    values (${communityId}, ${id}, ${p.number}, ${p.version}, ${p.scheme}, ${p.threshold}, ${p.sheets},
            ${JSON.stringify(p.results)}::jsonb, ${JSON.stringify(p.cells)}::jsonb,
            ${p.decidedBy}, ${p.reason}, ${p.by}, ${p.at})`,
  )

export const addWithdrawal = (
  tx: Tx,
  { communityId, id }: Key,
  w: { number: number; reason: string; by: string; at: Instant },
) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.withdrawals (community_id, survey_id, number, reason, withdrawn_by, withdrawn_at)
    values (${communityId}, ${id}, ${w.number}, ${w.reason}, ${w.by}, ${w.at})`,
  )

export type TopicEdit = { topic: string; name: string | null; into: string | null; hidden: boolean }

export const listTopicEdits = (tx: Tx, { communityId, id }: Key, question: string) =>
  rowsOf(
    tx,
    sql<TopicEdit>`
    select distinct on (e.topic)
           e.topic,
           e.name,
           e.into_topic as into,
           e.hidden
      from surveys.topic_edits e
     where e.community_id = ${communityId}
       and e.survey_id = ${id}
       and e.question = ${question}
     order by e.topic, e.id desc
     limit 500`,
  )

export const addTopicEdit = (
  tx: Tx,
  { communityId, id }: Key,
  e: TopicEdit & { question: string; by: string; at: Instant },
) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.topic_edits (community_id, survey_id, question, topic, name, into_topic, hidden, edited_by, edited_at)
    values (${communityId}, ${id}, ${e.question}, ${e.topic}, ${e.name}, ${e.into}, ${e.hidden}, ${e.by}, ${e.at})`,
  )
