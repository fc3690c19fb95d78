// linli import answers FILE --survey ID --mapping M: answers that were collected with another program, from CSV or xlsx.
// Every row is taken, known from an earlier run, or in the rejects file with its line and reason.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { isUuid } from '#core/kit/ids.ts'
import { type AnswerMapping, headingsOf, strangeQuestions } from '#core/surveys/import.ts'
import type { App } from '#server/app.ts'
import { csvByteOrderMark, csvLine } from '#server/kit/csv.ts'
import { type Row, readTable, sourceOfFile } from '#server/kit/table-file.ts'
import {
  type ImportCounts,
  type ImportTarget,
  type Judged,
  importTarget,
  judgeRow,
  noteImport,
  takeRows,
} from '#server/surveys/imports.ts'
import { withApp } from './database.ts'
import { answerFaultWords } from '#core/surveys/words-import.ts'
import { faultWords } from './import-words.ts'

export type AnswerOptions = { survey: string; mapping: string; rejects?: string }

/** Exit code: 0 all rows taken or known, 1 some rejected, 2 the file, mapping or survey cannot be used. */
export async function importAnswersCommand(file: string, options: AnswerOptions): Promise<number> {
  const absent = [file, options.mapping].find((path) => !existsSync(path))
  if (absent !== undefined) return unusable(`There is no file ${absent}.`)
  const mapping = await readAnswerMapping(options.mapping)
  if (typeof mapping === 'string') return unusable(mapping)
  const rejects = options.rejects ?? 'rejects.csv'
  return withApp(async (app) => {
    await app.places.refresh()
    const counts = await importAnswers(app, { file, mapping, rejects, survey: options.survey })
    if (typeof counts === 'string') return unusable(counts)
    console.log(
      `${counts.rows} rows: ${counts.taken} taken, ${counts.repeated} known already, ${counts.rejected} rejected`,
    )
    if (counts.rejected > 0) console.log(`Rejected, with reasons, in ${rejects}.`)
    return counts.rejected > 0 ? 1 : 0
  })
}

function unusable(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

export async function readAnswerMapping(path: string): Promise<AnswerMapping | string> {
  try {
    const read = JSON.parse(await readFile(path, 'utf8')) as Partial<AnswerMapping>
    if (typeof read.questions !== 'object') return `${path} names no questions.`
    return { ...read, questions: read.questions }
  } catch (error) {
    return `${path}: ${(error as Error).message}`
  }
}

type Importing = { file: string; mapping: AnswerMapping; rejects: string; survey: string }
const batchRows = 500

/** The counts, or a sentence when nothing of it can be used. */
export async function importAnswers(app: App, given: Importing): Promise<ImportCounts | string> {
  const { file, mapping, rejects, survey } = given
  const target = isUuid(survey) ? await importTarget(app, survey) : null
  if (target === null) return `There is no survey ${survey} that has been opened.`
  const strange = strangeQuestions(mapping, target.questionnaire)
  if (strange.length > 0) return `The questionnaire cannot take ${strange.join(', ')}.`
  const table = await readTable(await sourceOfFile(file), mapping.file)
  if (!table.ok) return `${file}: ${faultWords[table.refusal].en}.`
  const { headings, rows } = table.value
  const { found, missing } = headingsOf(mapping, headings)
  if (missing.length > 0)
    return `${file} has no column ${missing.map((name) => `"${name}"`).join(', ')}.`
  await rm(rejects, { force: true }) // one of an earlier run would mislead
  const run = openRun(app, { target, mapping, found, headings, rejects })
  for await (const row of rows) await run.take(row)
  const counts = await run.end()
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest()
  const of = { id: app.newId(), by: null, name: basename(file).slice(0, 200), hash }
  await noteImport(app, target, of, counts)
  return counts
}

type Opening = {
  target: ImportTarget
  mapping: AnswerMapping
  found: Map<string, number>
  headings: readonly string[]
  rejects: string
}

function openRun(app: App, { target, mapping, found, headings, rejects }: Opening) {
  const counts: ImportCounts = { rows: 0, taken: 0, repeated: 0, rejected: 0 }
  const batch: Exclude<Judged, { fault: unknown }>[] = []
  const out = openRejects(rejects, headings)
  const send = async () => {
    const ready = batch.splice(0)
    if (ready.length === 0) return
    const taken = await takeRows(app, target, ready)
    counts.taken += taken
    counts.repeated += ready.length - taken
  }
  const judge = (row: Row): Judged =>
    judgeRow(app, {
      target,
      mapping,
      whole: row.cells,
      cell: (heading) => row.cells[found.get(heading) ?? -1] ?? null,
    })
  return {
    take: async (row: Row) => {
      counts.rows += 1
      const judged = row.trouble === null ? judge(row) : null
      if (judged !== null && 'sheet' in judged) {
        batch.push(judged)
        if (batch.length >= batchRows) await send()
        return
      }
      counts.rejected += 1
      out.add(row, judged)
    },
    end: async () => {
      await send()
      await out.close()
      return counts
    },
  }
}

/** Made with the first rejected row: a clean run leaves no empty file behind. */
function openRejects(path: string, headings: readonly string[]) {
  let out: ReturnType<typeof createWriteStream> | null = null
  return {
    add: (row: Row, judged: Exclude<Judged, { sheet: unknown }> | null) => {
      if (out === null) {
        out = createWriteStream(path)
        const heads = ['line', 'reason', 'reason_zh', 'reason_en', 'about', ...headings]
        out.write(csvByteOrderMark + csvLine(heads))
      }
      const reason = judged?.fault ?? row.trouble ?? 'value_unknown'
      const { zh, en } =
        judged === null
          ? faultWords[row.trouble ?? 'unreadable_character']
          : (judged.words ?? answerFaultWords[judged.fault])
      out.write(csvLine([row.line, reason, zh, en, judged?.about ?? '', ...row.cells]))
    },
    close: async () => {
      if (out === null) return
      out.end()
      await once(out, 'finish')
    },
  }
}
