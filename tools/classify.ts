// linli classify --from FILE: what each text of a file sounds like, with confidence and reasons, beside its own columns.
// Where the file has a category, it is compared.
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type Model, suggestFor, type Suggestion } from '#core/cases/suggest/model.ts'
import { csvByteOrderMark, csvLine } from '#server/kit/csv.ts'
import type { App } from '#server/app.ts'
import { modelFor } from '#server/cases/suggesting.ts'
import { inScope } from '#server/kit/db.ts'
import { cutWords } from '#server/kit/segment.ts'
import { withApp } from './database.ts'
import { openRejects } from './import-rejects.ts'
import { type Columns, type Lines, readLines } from './labelled.ts'
import { progress } from './progress.ts'
import { readModelFile, share, tellRejects } from './train.ts'

export type ClassifyOptions = Columns & {
  from: string
  model?: string
  area?: string
  to?: string
  rejects?: string
}

const most = 3

/** Exit code: 0 every row answered, 1 some rejected, 2 file or model cannot be used. */
export async function classifyCommand(options: ClassifyOptions): Promise<number> {
  if (!existsSync(options.from)) return wrong(`There is no file ${options.from}.`)
  const lines = await readLines(options.from, options, false)
  if (!lines.ok) return wrong(lines.refusal)
  const { area } = options
  const model =
    area === undefined
      ? await readModelFile(options.model ?? 'model.linli.gz')
      : await withApp((app) => inUseAt(app, area))
  return typeof model === 'string' ? wrong(model) : classify(model, lines.value, options)
}

async function inUseAt(app: App, code: string): Promise<Model | string> {
  await app.places.refresh()
  const area = app.places.geography.findByCode(code)
  if (area === null) return `No area has the code ${code}.`
  return inScope(app.db, { kind: 'job' }, async (tx) => (await modelFor(app, tx, area)).model)
}

function wrong(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`)
  return 2
}

const added = Array.from({ length: most }, (_, i) => [
  `suggestion_${i + 1}`,
  `confidence_${i + 1}`,
  `because_${i + 1}`,
]).flat()

async function classify(model: Model, read: Lines, options: ClassifyOptions): Promise<number> {
  const { headings, lines, labelled } = read
  const [to, rejectsTo] = [options.to ?? 'suggestions.csv', options.rejects ?? 'rejects.csv']
  await rm(rejectsTo, { force: true }) // one of an earlier run would mislead
  const rejects = openRejects(rejectsTo, headings)
  const out = createWriteStream(to)
  out.write(csvByteOrderMark + csvLine([...headings, ...added]))
  const shown = progress('classify', lines.length)
  const counted = { answered: 0, first: 0, amongThree: 0, labelled: 0, rejected: 0 }
  for (const [at, { row, text, category }] of lines.entries()) {
    shown.at(at)
    if (row.trouble !== null || text === '') {
      rejects.add(row, row.trouble ?? 'text_missing', '')
      counted.rejected += 1
      continue
    }
    const suggestions = suggestFor(model, text, cutWords, { most })
    out.write(csvLine([...headings.map((_, i) => row.cells[i] ?? null), ...cellsOf(suggestions)]))
    counted.answered += 1
    if (category === null || category === '') continue
    counted.labelled += 1
    if (suggestions[0]?.category === category) counted.first += 1
    if (suggestions.some((one) => one.category === category)) counted.amongThree += 1
  }
  out.end()
  await Promise.all([once(out, 'finish'), rejects.close()])
  shown.done(`${counted.answered} texts in ${to}, ${counted.rejected} rows rejected`)
  tellRejects(counted.rejected, { text_missing: counted.rejected }, rejectsTo)
  if (labelled)
    console.log(
      [
        'Compared with the categories in the file (flattering if the model learned from these texts):',
        `  first suggestion right    ${share(counted.first, counted.labelled)}`,
        `  right among three         ${share(counted.amongThree, counted.labelled)}`,
      ].join('\n'),
    )
  return counted.rejected > 0 ? 1 : 0
}

function cellsOf(suggestions: Suggestion[]): string[] {
  return Array.from({ length: most }, (_, i) => {
    const one = suggestions[i]
    if (one === undefined) return ['', '', '']
    return [one.category, one.confidence.toFixed(3), one.because.join(' ')]
  }).flat()
}
