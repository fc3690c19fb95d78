// Frame, one-time codes, the inbox and paper between two typings. Of the inbox there is only a way in.
import { sql } from 'kysely'
import type { Answers, Channel } from '#core/surveys/question.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

type Of = { communityId: number; id: string }

export type CellRow = { gridId: number; building: string; households: number; quota: number | null }

export const clearFrame = (tx: Tx, { communityId, id }: Of) =>
  rowsOf(
    tx,
    sql`delete from surveys.frame where community_id = ${communityId} and survey_id = ${id}`,
  )

export const addFrame = (tx: Tx, { communityId, id }: Of, cells: CellRow[], source: string) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.frame (community_id, survey_id, grid_id, building, households, quota, source)
    select ${communityId}, ${id}, cell.grid, cell.building, cell.households, cell.quota, ${source}
      from json_to_recordset(${JSON.stringify(
        cells.map(({ gridId, ...rest }) => ({ grid: gridId, ...rest })),
      )}::json) as cell(grid bigint, building text, households integer, quota integer)`,
  )

export const listFrame = (tx: Tx, { communityId, id }: Of) =>
  rowsOf(
    tx,
    sql<CellRow & { source: string }>`
    select f.grid_id as "gridId",
           f.building,
           f.households,
           f.quota,
           f.source
      from surveys.frame f
     where f.community_id = ${communityId}
       and f.survey_id = ${id}
     order by f.grid_id, f.building
     limit 2000`,
  )

/** Sums by grid and batch; single codes are shown to nobody. */
export const countCodes = (tx: Tx, { communityId, id }: Of) =>
  rowsOf(
    tx,
    sql<{ gridId: number | null; batch: string; made: number; used: number; void: number }>`
    select c.grid_id as "gridId",
           c.batch,
           count(*)                       as made,
           count(*) filter (where c.used) as used,
           count(*) filter (where c.void) as void
      from surveys.codes c
     where c.community_id = ${communityId}
       and c.survey_id = ${id}
     group by c.grid_id, c.batch
     order by c.grid_id nulls last, c.batch
     limit 2000`,
  )

export const countMixed = (tx: Tx, { communityId, id }: Of) =>
  rowsOf(
    tx,
    sql<{ channel: Channel; gridId: number | null; sheets: number }>`
    select a.channel,
           a.grid_id as "gridId",
           count(*)  as sheets
      from surveys.answers a
     where a.community_id = ${communityId}
       and a.survey_id = ${id}
     group by a.channel, a.grid_id
     order by a.channel, a.grid_id
     limit 2000`,
  )

export const addCodes = (
  tx: Tx,
  { communityId, id }: Of,
  codes: { batch: string; gridId: number | null; hashes: Buffer[] },
) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.codes (community_id, survey_id, code_hash, batch, grid_id)
    select ${communityId}, ${id}, hash, ${codes.batch}, ${codes.gridId}
      from unnest(${codes.hashes}::bytea[]) hash`,
  )

export const voidBatch = (tx: Tx, { communityId, id }: Of, batch: string) =>
  rowsOf(
    tx,
    sql<{ one: number }>`
    update surveys.codes
       set void = true
     where community_id = ${communityId}
       and survey_id = ${id}
       and batch = ${batch}
       and not used
       and not void
 returning 1 as one`,
  )

export type CodeRow = {
  communityId: number
  surveyId: string
  gridId: number | null
  used: boolean
  void: boolean
  commandHash: Buffer | null
}

/** With the row held, so that two sheets with one code do not both count. */
export const lockCode = (tx: Tx, hash: Buffer) =>
  firstOf(
    tx,
    sql<CodeRow>`
    select c.community_id as "communityId",
           c.survey_id    as "surveyId",
           c.grid_id      as "gridId",
           c.used,
           c.void,
           c.command_hash as "commandHash"
      from surveys.codes c
     where c.code_hash = ${hash}
       for update`,
  )

export const useCode = (tx: Tx, hash: Buffer, commandHash: Buffer) =>
  rowsOf(
    tx,
    sql`
    update surveys.codes
       set used         = true,
           command_hash = ${commandHash}
     where code_hash = ${hash}`,
  )

export type Sheet = {
  communityId: number
  surveyId: string
  version: number
  channel: Channel
  gridId: number | null
  answeredOn: string | null
  answers: Answers
}

export const putSheets = (tx: Tx, sheets: Sheet[]) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.inbox (community_id, survey_id, version, channel, grid_id, answered_on, answers)
    select s."communityId", s."surveyId", s.version, s.channel, s."gridId", s."answeredOn", s.answers
      from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb)
        as s("communityId" bigint, "surveyId" uuid, version integer, channel text, "gridId" bigint, "answeredOn" date, answers jsonb)`,
  )

export const mix = async (tx: Tx, today: string): Promise<number> =>
  (await firstOf(tx, sql<{ moved: number }>`select surveys.mix(${today}::date) as moved`))?.moved ??
  0

export type PaperRow = {
  pass: 1 | 2
  version: number
  gridId: number | null
  answers: Answers
  enteredBy: string
  commandHash: Buffer
}

export const findPaper = (tx: Tx, { communityId, id }: Of, key: Buffer) =>
  rowsOf(
    tx,
    sql<PaperRow>`
    select p.pass,
           p.version,
           p.grid_id    as "gridId",
           p.answers,
           p.entered_by   as "enteredBy",
           p.command_hash as "commandHash"
      from surveys.paper p
     where p.community_id = ${communityId}
       and p.survey_id = ${id}
       and p.sheet_key = ${key}
     order by p.pass
     limit 2
       for update`,
  )

type Typed = PaperRow & { key: Buffer; at: string }

export const addPaper = (tx: Tx, { communityId, id }: Of, t: Typed) =>
  rowsOf(
    tx,
    sql`
    insert into surveys.paper (community_id, survey_id, sheet_key, pass, version, grid_id, answers, command_hash, entered_by, entered_at)
    values (${communityId}, ${id}, ${t.key}, ${t.pass}, ${t.version}, ${t.gridId}, ${JSON.stringify(t.answers)}::jsonb, ${t.commandHash}, ${t.enteredBy}, ${t.at})
        on conflict (community_id, survey_id, sheet_key, pass) do update
       set answers      = excluded.answers,
           command_hash = excluded.command_hash,
           entered_by   = excluded.entered_by,
           entered_at   = excluded.entered_at`,
  )

export const removePaper = (tx: Tx, { communityId, id }: Of, key: Buffer) =>
  rowsOf(
    tx,
    sql`
    delete from surveys.paper
     where community_id = ${communityId}
       and survey_id = ${id}
       and sheet_key = ${key}`,
  )

export const countPaper = (tx: Tx, { communityId, id }: Of, person: string) =>
  firstOf(
    tx,
    sql<{ waiting: number; differing: number; mine: number }>`
    select count(*) filter (where p.pass = 1)                              as waiting,
           count(*) filter (where p.pass = 2)                              as differing,
           count(*) filter (where p.pass = 1 and p.entered_by = ${person}) as mine
      from surveys.paper p
     where p.community_id = ${communityId}
       and p.survey_id = ${id}`,
  )

/** Takes the answers to these questions out of every sheet; says how many held one. */
export const forgetAnswers = (tx: Tx, { communityId, id }: Of, codes: readonly string[]) =>
  rowsOf(
    tx,
    sql<{ one: number }>`
    update surveys.answers
       set answers = answers - ${codes}::text[]
     where community_id = ${communityId}
       and survey_id = ${id}
       and answers ?| ${codes}::text[]
 returning 1 as one`,
  )

/** Closed surveys some of whose answers may have been kept long enough. */
export const listClosed = (tx: Tx) =>
  rowsOf(
    tx,
    sql<Of & { closedAt: string; areaPath: string }>`
    select s.community_id as "communityId",
           s.id,
           s.closed_at    as "closedAt",
           s.area_path    as "areaPath"
      from surveys.surveys s
     where s.state = 'CLOSED'
       and exists (select from surveys.answers a
                    where a.community_id = s.community_id
                      and a.survey_id = s.id
                      and a.answers <> '{}')
     order by s.closed_at
     limit 1000`,
  )
