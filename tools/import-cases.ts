// linli import cases FILE --mapping M: the history of another system, from CSV or xlsx. Every row is imported, known
// from an earlier run, or in the rejects file with its line and reason: the three add up to the file.
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { readTable, type Row, sourceOfFile } from '#server/kit/table-file.ts'
import type { App } from '#server/app.ts'
import { ownerClient } from '#server/kit/connect.ts'
import { localDate } from '#core/kit/time.ts'
import { categoriesAt, timeZoneAt } from '#server/places/index-of-places.ts'
import { withApp } from './database.ts'
import { layFoundation } from './foundation.ts'
import { sendBatch, knownIds, type Ready } from './import-batch.ts'
import { missingHeadings, readMapping, type ImportMapping } from './import-mapping.ts'
import { prepareRow } from './import-prepare.ts'
import { readHistory, type Cells } from './import-row.ts'
import { openRejects, type Rejects } from './import-rejects.ts'
import { faultWords, type Fault } from './import-words.ts'
import { progress, type Progress } from './progress.ts'

export type ImportOptions = { mapping: string; rejects?: string }

export type Summary = {
  rows: number
  imported: number
  unchanged: number
  rejected: number
  /** Rejected rows, and rows kept open, by reason. */
  reasons: Record<string, number>
  remarks: Record<string, number>
}

/** Exit code: 0 all rows taken or known, 1 some rejected, 2 the file or mapping cannot be used. */
export async function importCasesCommand(file: string, options: ImportOptions): Promise<number> {
  const absent = [file, options.mapping].find((path) => !existsSync(path))
  if (absent !== undefined) {
    process.stderr.write(`There is no file ${absent}.\n`)
    return 2
  }
  const mapping = await readMapping(options.mapping)
  if (!mapping.ok) {
    process.stderr.write(`${(mapping.faults ?? []).join('\n')}\n`)
    return 2
  }
  const rejects = options.rejects ?? 'rejects.csv'
  return withApp(async (app) => {
    await Promise.all([app.places.refresh(), app.teams.refresh()])
    const shown = progress('import', null)
    const summary = await importCases(app, { file, mapping: mapping.value, rejects, shown })
    if (typeof summary === 'string') {
      process.stderr.write(`${summary}\n`)
      return 2
    }
    const { rows, imported, unchanged, rejected } = summary
    shown.done(
      `${rows} rows: ${imported} imported, ${unchanged} known already, ${rejected} rejected`,
    )
    const lines = told(summary, rejects)
    if (lines !== '') console.log(lines)
    return rejected > 0 ? 1 : 0
  })
}

function told({ rejected, reasons, remarks }: Summary, rejects: string): string {
  const lines = (of: Record<string, number>) =>
    Object.entries(of).map(([reason, count]) => `  ${count} × ${faultWords[reason as Fault].en}`)
  return [
    ...(rejected > 0 ? [`Rejected, in ${rejects}:`, ...lines(reasons)] : []),
    ...(Object.keys(remarks).length > 0 ? ['Kept open:', ...lines(remarks)] : []),
  ].join('\n')
}

export type Importing = {
  file: string
  mapping: ImportMapping
  rejects: string
  shown?: Progress
}

const batchRows = 200

/** The summary, or a sentence when the file as a whole cannot be read under this mapping. */
export async function importCases(app: App, importing: Importing): Promise<Summary | string> {
  const { mapping } = importing
  const table = await readTable(await sourceOfFile(importing.file), mapping.file)
  if (!table.ok) return `${importing.file}: ${faultWords[table.refusal].en}.`
  const { headings, rows } = table.value
  const missing = missingHeadings(mapping, headings)
  if (missing.length > 0)
    return `${importing.file} has no column ${missing.map((name) => `"${name}"`).join(', ')}.`
  await layFoundations(app)
  await rm(importing.rejects, { force: true }) // one of an earlier run would mislead
  const run: Run = {
    app,
    mapping,
    known: await knownIds(app, mapping.system),
    seen: new Set(),
    rejects: openRejects(importing.rejects, headings),
    batch: [],
    summary: { rows: 0, imported: 0, unchanged: 0, rejected: 0, reasons: {}, remarks: {} },
  }
  for await (const row of rows) {
    take(run, row, headings)
    if (run.batch.length >= batchRows) await send(run)
    importing.shown?.at(run.summary.rows)
  }
  await send(run)
  await run.rejects.close()
  return run.summary
}

/** A tree that nobody gave categories yet gets the shipped pack: nothing can be filed without any. */
async function layFoundations(app: App): Promise<void> {
  const bare = app.places.geography
    .roots(localDate(app.now(), timeZoneAt(app, '')))
    .filter((root) => categoriesAt(app, root.path, app.now()).size === 0)
  if (bare.length === 0) return
  const owner = ownerClient(app.ownerUrl)
  await owner.connect()
  try {
    for (const root of bare) await layFoundation(owner, root.id)
  } finally {
    await owner.end()
  }
  await app.places.refresh()
}

/** One pass through a file. */
type Run = {
  app: App
  mapping: ImportMapping
  /** Ids of earlier runs, and of earlier rows of this one. */
  known: ReadonlySet<string>
  seen: Set<string>
  rejects: Rejects
  batch: Ready[]
  summary: Summary
}

type Rejected = { fault: Fault; about: string }

function take(run: Run, row: Row, headings: readonly string[]): void {
  run.summary.rows += 1
  const fault = row.trouble === null ? judge(run, row, headings) : { fault: row.trouble, about: '' }
  if (fault === null) return
  run.summary.rejected += 1
  count(run.summary.reasons, fault.fault)
  run.rejects.add(row, fault.fault, fault.about)
}

function judge(
  { app, mapping, known, seen, batch, summary }: Run,
  row: Row,
  headings: readonly string[],
): Rejected | null {
  const cells: Cells = new Map(headings.map((heading, at) => [heading, row.cells[at] ?? null]))
  const read = readHistory(cells, mapping, app.now())
  if ('fault' in read) return read
  const { externalId, remark } = read.history
  if (seen.has(externalId)) return { fault: 'repeated_id', about: externalId }
  seen.add(externalId)
  if (known.has(externalId)) {
    summary.unchanged += 1
    return null
  }
  const ready = prepareRow(app, mapping, read.history)
  if ('fault' in ready) return ready
  if (remark !== null) count(summary.remarks, remark)
  batch.push(ready)
  return null
}

async function send({ app, batch, summary }: Run): Promise<void> {
  const ready = batch.splice(0)
  if (ready.length === 0) return
  await sendBatch(app, ready)
  summary.imported += ready.length
}

function count(of: Record<string, number>, key: string): void {
  of[key] = (of[key] ?? 0) + 1
}
