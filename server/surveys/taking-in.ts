// A file of answers at the desk: judged with a preview, then taken in row by row. A row is known by its key, and the file
// by its command, so that sending twice doubles nothing; who sent it and how many rows stands among the steps.
import { createHash } from 'node:crypto'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/surveys/contract-import.ts'
import {
  type AnswerMapping,
  headingsOf,
  readSheetRow,
  strangeQuestions,
} from '#core/surveys/import.ts'
import { suggestedMapping } from '#core/surveys/import-suggest.ts'
import { answerFaultWords, fileFaultWords } from '#core/surveys/words-import.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { type Row, readTable, sourceOfBytes } from '../kit/table-file.ts'
import { isThereNow } from '../places/index-of-places.ts'
import {
  type ImportCounts,
  type ImportTarget,
  type Judged,
  findImport,
  importTarget,
  judgeRow,
  noteImport,
  takeRowsWhileOpen,
} from './imports.ts'
import { keptSurvey } from './results.ts'

const rowsMax = 20_000
const rejectsShown = 500
const unknownShown = 60
const batchRows = 500

type File = { headings: string[]; rows: Row[] }
type Asked = { id: string; content: string; mapping: AnswerMapping | null }
type Opened = { target: ImportTarget; file: File; mapping: AnswerMapping }
type OpenFault = 'no_such_survey' | 'not_yours' | 'not_open' | 'unreadable_file' | 'too_many_rows'

async function openFile(app: App, who: Who, asked: Asked): Promise<Result<Opened, OpenFault>> {
  const survey = await keptSurvey(app, who, asked.id)
  if (!survey.ok) return survey
  if (survey.value.state !== 'OPEN') return refused('not_open')
  const target = await importTarget(app, asked.id)
  if (target === null) return refused('not_open')
  const bytes = Buffer.from(asked.content, 'base64')
  const table = await readTable(sourceOfBytes(bytes), asked.mapping?.file)
  if (!table.ok) return refused('unreadable_file')
  const rows: Row[] = []
  for await (const row of table.value.rows) {
    rows.push(row)
    if (rows.length > rowsMax) return refused('too_many_rows')
  }
  const { headings } = table.value
  const mapping = asked.mapping ?? suggestedMapping(target.questionnaire, headings)
  return done({ target, file: { headings, rows }, mapping: withGridNames(app, target, mapping) })
}

/** Grids are named in files as people name them. */
function withGridNames(app: App, { row }: ImportTarget, mapping: AnswerMapping): AnswerMapping {
  const isThere = isThereNow(app)
  const here = [...app.places.geography.all()].filter(
    (area) => area.level === 'grid' && isThere(area) && area.path.startsWith(row.areaPath),
  )
  const named = Object.fromEntries(here.map(({ name, code }) => [name, code]))
  return { ...mapping, grids: { ...named, ...mapping.grids } }
}

type Rejects = OutputOf<typeof contract.previewAnswers>['rejects']
type Ready = Exclude<Judged, { fault: unknown }>

function judgeAll(app: App, { target, file, mapping }: Opened) {
  const { found, missing } = headingsOf(mapping, file.headings)
  const ready: Ready[] = []
  const rejects: Rejects = []
  for (const { cells, line, trouble } of file.rows) {
    const cell = (heading: string) => cells[found.get(heading) ?? -1] ?? null
    const judged = trouble === null ? judgeRow(app, { target, mapping, whole: cells, cell }) : null
    if (judged !== null && 'sheet' in judged) ready.push(judged)
    else if (judged === null && trouble !== null)
      rejects.push({ line, fault: trouble, words: fileFaultWords[trouble], about: '' })
    else if (judged !== null) {
      const { fault, about } = judged
      rejects.push({ line, fault, about, words: judged.words ?? answerFaultWords[fault] })
    }
  }
  return { ready, rejects, missing }
}

/** Question by question, so that one look shows all there is to say, not the first fault of each row. */
function readByQuestion({ target, file, mapping }: Opened) {
  const { found } = headingsOf(mapping, file.headings)
  const filled: Record<string, number> = {}
  const unknown = new Map<string, { question: string; text: string; rows: number }>()
  for (const [question, columns] of Object.entries(mapping.questions)) {
    const { missing, grids } = mapping
    const only: AnswerMapping = {
      questions: { [question]: columns },
      ...(missing !== undefined && { missing }),
      ...(grids !== undefined && { grids }),
    }
    filled[question] = 0
    for (const { cells } of file.rows) {
      const cell = (heading: string) => cells[found.get(heading) ?? -1] ?? null
      const read = readSheetRow({ mapping: only, questionnaire: target.questionnaire, cell })
      if (!('fault' in read)) {
        if (read.answers[question] !== undefined) filled[question] += 1
        continue
      }
      filled[question] += 1
      if (read.fault !== 'value_unknown') continue
      const text = read.about.slice(question.length + 2)
      const key = `${question} ${text}`
      const known = unknown.get(key) ?? { question, text, rows: 0 }
      unknown.set(key, { ...known, rows: known.rows + 1 })
    }
  }
  const most = [...unknown.values()].toSorted((a, b) => b.rows - a.rows)
  return { filled, unknown: most.slice(0, unknownShown) }
}

export async function previewAnswers(
  app: App,
  who: Who,
  input: InputOf<typeof contract.previewAnswers>,
): Promise<Result<OutputOf<typeof contract.previewAnswers>, OpenFault>> {
  const opened = await openFile(app, who, input)
  if (!opened.ok) return opened
  const { mapping, file } = opened.value
  const { ready, rejects, missing } = judgeAll(app, opened.value)
  return done({
    headings: file.headings.filter((heading) => heading !== ''),
    mapping,
    missing,
    rows: file.rows.length,
    ready: ready.length,
    rejected: rejects.length,
    ...readByQuestion(opened.value),
    rejects: rejects.slice(0, rejectsShown),
  })
}

type Taken = OutputOf<typeof contract.importAnswers>

export async function importAnswers(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.importAnswers>,
): Promise<Result<Taken, OpenFault | 'column_missing' | 'unknown_question'>> {
  const opened = await openFile(app, who, input)
  if (!opened.ok) return opened
  const { target, file, mapping } = opened.value
  const { ready, rejects, missing } = judgeAll(app, opened.value)
  if (missing.length > 0) return refused('column_missing')
  if (strangeQuestions(mapping, target.questionnaire).length > 0) return refused('unknown_question')
  const before = await inScope(app.db, { kind: 'job' }, (tx) =>
    findImport(tx, target.row, commandId),
  )
  if (before !== null) return done({ ...before, rejects: rejects.slice(0, rejectsShown) })
  let taken = 0
  for (let at = 0; at < ready.length; at += batchRows) {
    const batch = await takeRowsWhileOpen(app, target, ready.slice(at, at + batchRows))
    if (batch === null) return refused('not_open')
    taken += batch
  }
  const counts: ImportCounts = {
    rows: file.rows.length,
    taken,
    repeated: ready.length - taken,
    rejected: rejects.length,
  }
  const hash = createHash('sha256').update(Buffer.from(input.content, 'base64')).digest()
  const of = { id: commandId, by: who.actor.id, name: input.fileName, hash }
  await noteImport(app, target, of, counts)
  return done({ ...counts, rejects: rejects.slice(0, rejectsShown) })
}
