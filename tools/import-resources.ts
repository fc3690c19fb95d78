// linli import resources FILE --area CODE: a register kept elsewhere, from CSV or GeoJSON. Everything is judged before
// anything is written; rejected rows go to a file with line and reason; a second run changes only what has changed.
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import type { Reject } from '#core/resources/file.ts'
import type { App } from '#server/app.ts'
import { csvByteOrderMark, csvLine } from '#server/kit/csv.ts'
import { inScope } from '#server/kit/db.ts'
import { referenceSystems } from '#server/places/coordinates.ts'
import {
  type Counts,
  type Taking,
  columnsFrom,
  judgeFile,
  readFileOf,
  writeJudged,
} from '#server/resources/taking-in.ts'
import { withApp } from './database.ts'
import { layKindsAt } from './foundation.ts'

export type ImportResourcesOptions = {
  area: string
  mapping?: string
  crs?: string
  system?: string
  rejects?: string
  dryRun?: boolean
}

/** `{"columns": {"key": "序号", …}, "kinds": {"卫生": "clinic", …}}`, each part where it is needed. */
type Mapping = { columns?: Record<string, string>; kinds?: Record<string, string> }

/** Exit code: 0 all rows taken, 1 some rejected, 2 the file, its mapping or the area cannot be used. */
export async function importResourcesCommand(
  file: string,
  options: ImportResourcesOptions,
): Promise<number> {
  const absent = [file, options.mapping ?? file].find((path) => !existsSync(path))
  if (absent !== undefined) return cannot(`There is no file ${absent}.`)
  return withApp(async (app) => {
    await layKindsAt(app.ownerUrl)
    await app.places.refresh()
    const taking = await takingOf(app, file, options)
    if (typeof taking === 'string') return cannot(taking)
    const counts = await take(app, taking, options.dryRun === true)
    const rejects = options.rejects ?? 'rejects.csv'
    await writeRejects(rejects, counts.rejects)
    console.log(
      `${counts.rows} rows: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged, ` +
        `${counts.rejected} rejected${options.dryRun === true ? ' (dry run: nothing was kept)' : ''}`,
    )
    if (counts.rejected > 0) console.log(`Rejected rows, with line and reason: ${rejects}`)
    return counts.rejected > 0 ? 1 : 0
  })
}

function cannot(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

/** What to take in, or a sentence that says why it cannot be. */
async function takingOf(
  app: App,
  path: string,
  options: ImportResourcesOptions,
): Promise<Taking | string> {
  const area = app.places.geography.findByCode(options.area)
  if (area === null) return `There is no area ${options.area}.`
  const crs = referenceSystems.find((name) => name === (options.crs ?? 'wgs84'))
  if (crs === undefined) return `--crs is one of ${referenceSystems.join(', ')}.`
  const file = await readFileOf(await readFile(path))
  if (file === null)
    return `${path} is neither a CSV whose first line names its columns nor a GeoJSON.`
  const mapping = options.mapping === undefined ? {} : await readMapping(options.mapping)
  if (mapping === null) return `${String(options.mapping)} cannot be read as JSON.`
  const columns = columnsFrom(mapping.columns, file.headings)
  if (columns.key === undefined)
    return `${path} has no column for the key. Name it in the mapping as "key".`
  const system = options.system ?? 'register'
  const mayKeepAt: Taking['mayKeepAt'] = (each) => each.path.startsWith(area.path)
  return { area, file, columns, kindWords: mapping.kinds ?? {}, system, crs, mayKeepAt }
}

async function readMapping(path: string): Promise<Mapping | null> {
  const text = await readFile(path, 'utf8')
  try {
    return JSON.parse(text) as Mapping
  } catch {
    return null // said with the name of the file
  }
}

const author = (app: App) => ({ personId: null, roleOf: () => null, at: app.now() })

async function take(app: App, taking: Taking, dryRun: boolean): Promise<Counts> {
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const judged = await judgeFile(app, tx, taking)
    if (!dryRun) return writeJudged(app, tx, judged, { system: taking.system, author: author(app) })
    const of = (act: string) => judged.plans.filter((plan) => plan.act === act).length
    return {
      rows: taking.file.rows.length,
      added: of('add'),
      changed: of('change'),
      unchanged: of('same'),
      rejected: judged.rejects.length,
      rejects: judged.rejects,
    }
  })
}

/** No rejects, no file: a stale one would mislead. */
async function writeRejects(path: string, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return rm(path, { force: true })
  const rows = rejects.map((row) =>
    csvLine([row.line, row.key, row.fault, row.reason.zh, row.reason.en]),
  )
  const heading = csvLine(['line', 'key', 'fault', '原因', 'reason'])
  await writeFile(path, csvByteOrderMark + heading + rows.join(''))
}
