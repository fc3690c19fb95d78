// linli train --from FILE: learns categories from labelled texts, says how often it would have been right on texts held
// out, and writes the model to a file, or into the database for an area.
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Learned, learn, textsMin } from '#core/cases/suggest/learn.ts'
import type { Labelled } from '#core/cases/suggest/sample.ts'
import { seedsOf } from '#core/cases/suggest/seeds.ts'
import { readModel, writeModel } from '#core/cases/suggest/written.ts'
import { cnCommunity } from '#packs/cn-community/categories.ts'
import type { App } from '#server/app.ts'
import { learningAreaOf, keepModel } from '#server/cases/training.ts'
import { inScope } from '#server/kit/db.ts'
import { cutWords } from '#server/kit/segment.ts'
import { categoriesAt } from '#server/places/index-of-places.ts'
import { withApp } from './database.ts'
import { type Columns, type Lines, namesOf, readLines, seedsFor, sortLines } from './labelled.ts'
import { type Fault, faultWords } from './import-words.ts'
import { progress } from './progress.ts'

export type TrainOptions = Columns & { from: string; to?: string; area?: string; rejects?: string }

/** Exit code: 0 all rows used, 1 some rejected, 2 the file cannot be used. */
export async function trainCommand(options: TrainOptions): Promise<number> {
  if (!existsSync(options.from)) return wrong(`There is no file ${options.from}.`)
  const lines = await readLines(options.from, options, true)
  if (!lines.ok) return wrong(lines.refusal)
  if (options.area !== undefined) return withApp((app) => trainFor(app, lines.value, options))
  const seeds = seedsFor(lines.value, cnCommunity.categories)
  const names = seeds.length > 0 ? namesOf(cnCommunity.categories) : new Map<string, string>()
  const trained = await train(lines.value, seeds, (name) => names.get(name) ?? name, options)
  if (typeof trained === 'string') return wrong(trained)
  const file = options.to ?? 'model.linli.gz'
  await writeFile(file, gzipSync(JSON.stringify(writeModel(trained.model, trained.measured))))
  console.log(`The model is in ${file}. linli classify --from FILE --model ${file} uses it.`)
  return trained.rejected > 0 ? 1 : 0
}

async function trainFor(app: App, lines: Lines, options: TrainOptions): Promise<number> {
  await app.places.refresh()
  const asked = app.places.geography.findByCode(options.area ?? '')
  if (asked === null) return wrong(`No area has the code ${options.area}.`)
  const area = learningAreaOf(app.places.geography, asked)
  const categories = [...categoriesAt(app, area.path, app.now()).values()]
  const names = namesOf(categories)
  const trained = await train(
    lines,
    seedsOf(categories),
    (name) => names.get(name) ?? null,
    options,
  )
  if (typeof trained === 'string') return wrong(trained)
  const written = writeModel(trained.model, trained.measured)
  await inScope(app.db, { kind: 'job' }, (tx) =>
    keepModel(app, tx, { areaId: area.id, source: 'history', written }),
  )
  console.log(`The model is in use at ${area.name} (${area.code}) from now on.`)
  return trained.rejected > 0 ? 1 : 0
}

function wrong(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`)
  return 2
}

async function train(
  lines: Lines,
  seeds: Labelled[],
  codeOf: (name: string) => string | null,
  options: TrainOptions,
): Promise<(Learned & { rejected: number }) | string> {
  const path = options.rejects ?? 'rejects.csv'
  await rm(path, { force: true }) // one of an earlier run would mislead
  const { texts, rejected, reasons } = await sortLines(lines, codeOf, path)
  tellRejects(rejected, reasons, path)
  const categories = new Set(texts.map(({ category }) => category)).size
  if (texts.length < textsMin || categories < 2)
    return `${texts.length} usable texts in ${categories} categories: at least ${textsMin} texts in two are needed.`
  const shown = progress('train', 100)
  const learned = learn(texts, seeds, cutWords, (share) => shown.at(Math.round(100 * share)))
  const { texts: used } = learned.measured
  const thinned = used < texts.length ? ` (thinned evenly from ${texts.length})` : ''
  shown.done(`${used} texts${thinned} in ${categories} categories, ${rejected} rows rejected`)
  console.log(toldOf(learned, seeds.length > 0))
  return { ...learned, rejected }
}

export function tellRejects(
  rejected: number,
  reasons: Partial<Record<Fault, number>>,
  path: string,
): void {
  if (rejected === 0) return
  const each = Object.entries(reasons) as [Fault, number][]
  const lines = each.map(([fault, n]) => `  ${n} × ${faultWords[fault].en}`)
  console.log([`Rejected, in ${path}:`, ...lines].join('\n'))
}

export const share = (part: number, of: number) =>
  `${part} ∕ ${of} (${of === 0 ? '–' : ((100 * part) / of).toFixed(1)} %)`

function toldOf({ measured }: Learned, seeded: boolean): string {
  const { texts, first, amongThree, seedsAlone, calibrationError, mixed, tenths } = measured
  return [
    'Measured on texts held out, each judged by a model that had not seen it:',
    `  first suggestion right    ${share(first, texts)}`,
    `  right among three         ${share(amongThree, texts)}`,
    ...(seeded ? [`  by key words alone        ${share(seedsAlone, texts)}`] : []),
    `  confidence off by         ${(100 * calibrationError).toFixed(1)} points on average`,
    ...tenths.map(
      (one) =>
        `    said ${(100 * one.confidence).toFixed(0).padStart(3)} %, was right ${share(one.right, one.texts)}`,
    ),
    ...(mixed.length === 0 ? [] : ['Most often mixed up:']),
    ...mixed.map(({ was, called, times }) => `  ${times} × ${was} taken for ${called}`),
  ].join('\n')
}

/** A model written by `linli train`, or a sentence saying why not. */
export async function readModelFile(file: string) {
  if (!existsSync(file)) return `There is no file ${file}.`
  try {
    const read = readModel(JSON.parse(gunzipSync(await readFile(file)).toString('utf8')))
    return read.ok ? read.value.model : `${file} is not a model of linli train.`
  } catch {
    return `${file} is not a model of linli train.`
  }
}
