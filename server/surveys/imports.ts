// Answers collected elsewhere, taken in row by row: every row is taken, known from an earlier run, or rejected with its
// reason. Taken rows go into the inbox like any other sheet.
import type { Words } from '#core/kit/words.ts'
import { faultsOfAnswers } from '#core/surveys/answer-faults.ts'
import {
  type AnswerMapping,
  type ImportCell,
  type SheetFault,
  readSheetRow,
} from '#core/surveys/import.ts'
import type { Questionnaire } from '#core/surveys/question.ts'
import { countedAnswers } from '#core/surveys/question.ts'
import type { App } from '../app.ts'
import { sql } from 'kysely'
import { type Tx, canonical, firstOf, inScope, rowsOf } from '../kit/db.ts'
import { sha256 } from './sheets.ts'
import { type SurveyRow, addStep, findSurvey, findVersion, holdOpen } from './store.ts'
import { type Sheet, putSheets } from './store-sheets.ts'

const job = { kind: 'job' } as const

export type ImportTarget = { row: SurveyRow; version: number; questionnaire: Questionnaire }

/** The survey whose answers they are, with the version in force; null where none is open or closed under this id. */
export function importTarget(app: App, surveyId: string): Promise<ImportTarget | null> {
  return inScope(app.db, job, async (tx) => {
    const row = await findSurvey(tx, surveyId)
    if (row === null || row.version === null || row.state === 'DRAFT') return null
    const found = await findVersion(tx, row, row.version)
    return found === null ? null : { row, version: row.version, questionnaire: found.questionnaire }
  })
}

export type RowFault = SheetFault | 'answers_wrong' | 'no_answers'
export type Judged =
  | { sheet: Sheet; key: Buffer }
  | { fault: RowFault; about: string; words: Words | null }

type Judging = {
  target: ImportTarget
  mapping: AnswerMapping
  cell: (heading: string) => ImportCell
  /** The whole row, where nothing in it is an id. */
  whole: readonly ImportCell[]
}

export function judgeRow(app: App, { target, mapping, cell, whole }: Judging): Judged {
  const { row, questionnaire, version } = target
  const read = readSheetRow({ mapping, questionnaire, cell })
  if ('fault' in read) return { ...read, words: null }
  const grid = read.gridCode === null ? null : app.places.geography.findByCode(read.gridCode)
  const inside = grid !== null && grid.level === 'grid' && grid.path.startsWith(row.areaPath)
  if (read.gridCode !== null && !inside)
    return { fault: 'grid_unknown', about: read.gridCode, words: null }
  const [wrong] = faultsOfAnswers(questionnaire, read.answers, false)
  if (wrong !== undefined)
    return { fault: 'answers_wrong', about: wrong.question, words: wrong.words }
  const answers = countedAnswers(questionnaire, read.answers)
  if (Object.keys(answers).length === 0) return { fault: 'no_answers', about: '', words: null }
  const id = mapping.id === undefined ? canonical(whole) : String(cell(mapping.id) ?? '')
  // Keyed by the installation: a telephone number as an id is not found out by trying all of them.
  const key = sha256(app.keys.blindIndex('secret', `survey import ${row.id} ${id}`))
  const { answeredOn } = read
  const place = { communityId: row.communityId, surveyId: row.id, gridId: grid?.id ?? null }
  return { sheet: { ...place, version, channel: 'import', answeredOn, answers }, key }
}

/** Puts the new ones among these into the inbox; says how many were new. */
export function takeRows(
  app: App,
  target: ImportTarget,
  rows: readonly { sheet: Sheet; key: Buffer }[],
): Promise<number> {
  return inScope(app.db, job, (tx) => putRows(tx, target, rows))
}

/** The same while the survey is open; null once it is closed. */
export function takeRowsWhileOpen(
  app: App,
  target: ImportTarget,
  rows: readonly { sheet: Sheet; key: Buffer }[],
): Promise<number | null> {
  return inScope(app.db, job, async (tx) => {
    await holdOpen(tx, target.row.id)
    const row = await findSurvey(tx, target.row.id)
    return row?.state === 'OPEN' ? putRows(tx, target, rows) : null
  })
}

async function putRows(
  tx: Tx,
  target: ImportTarget,
  rows: readonly { sheet: Sheet; key: Buffer }[],
): Promise<number> {
  const fresh = await newKeys(
    tx,
    target.row,
    rows.map(({ key }) => key),
  )
  const known = new Set(fresh.map((key) => key.toString('hex')))
  const sheets = rows.flatMap(({ sheet, key }) =>
    known.delete(key.toString('hex')) ? [sheet] : [],
  )
  if (sheets.length > 0) await putSheets(tx, sheets)
  return sheets.length
}

async function newKeys(tx: Tx, { communityId, id }: SurveyRow, keys: Buffer[]): Promise<Buffer[]> {
  const rows = await rowsOf(
    tx,
    sql<{ key: Buffer }>`
    insert into surveys.import_rows (community_id, survey_id, row_key)
    select distinct ${communityId}::bigint, ${id}::uuid, key
      from unnest(${keys}::bytea[]) key
        on conflict do nothing
 returning row_key as key`,
  )
  return rows.map(({ key }) => key)
}

export type ImportCounts = { rows: number; taken: number; repeated: number; rejected: number }

export function noteImport(
  app: App,
  { row }: ImportTarget,
  file: { id: string; by: string | null; name: string; hash: Buffer },
  counts: ImportCounts,
): Promise<void> {
  return inScope(app.db, job, async (tx) => {
    const at = app.now()
    await rowsOf(
      tx,
      sql`
      insert into surveys.imports (community_id, survey_id, id, file_name, file_hash, rows, taken, repeated, rejected, by_id, at)
      values (${row.communityId}, ${row.id}, ${file.id}, ${file.name}, ${file.hash}, ${counts.rows}, ${counts.taken}, ${counts.repeated}, ${counts.rejected}, ${file.by}, ${at})`,
    )
    await addStep(tx, row, {
      step: 'imported',
      at,
      by: file.by,
      detail: { file: file.name, ...counts },
    })
  })
}

/** What became of a file that was sent before: a sender who did not hear the answer hears it again. */
export const findImport = (tx: Tx, { communityId, id }: SurveyRow, importId: string) =>
  firstOf(
    tx,
    sql<ImportCounts>`
    select i.rows,
           i.taken,
           i.repeated,
           i.rejected
      from surveys.imports i
     where i.community_id = ${communityId}
       and i.survey_id = ${id}
       and i.id = ${importId}`,
  )
