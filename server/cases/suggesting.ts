// What a text sounds like: the model of the nearest area that has one, else the key words of the pack. Models are read
// once and kept in memory; a row newer than the one kept is found by its id.

import { gunzipSync } from 'node:zlib'
import type * as contract from '#core/cases/contract-suggest.ts'
import { learnFromSeeds, textsMin } from '#core/cases/suggest/learn.ts'
import { type Model, type Suggestion, suggestFor } from '#core/cases/suggest/model.ts'
import { seedsOf } from '#core/cases/suggest/seeds.ts'
import { readModel } from '#core/cases/suggest/written.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { addDays } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { Category } from '#core/places/category.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { cutWords } from '../kit/segment.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { nameOf } from '../places/places.ts'
import * as store from './store-suggestions.ts'
import { readCase } from './store.ts'
import { learningAreaOf, mayTrain } from './training.ts'

type Suggestions = OutputOf<typeof contract.suggestForText>
type Said = { items: Suggestions['items']; row: store.ModelRow | null }

const most = 3
/** A second or third this unlikely is noise on a form. */
const least = 0.02
const confirmedDays = 90

export function suggestForCase(
  app: App,
  who: Who,
  { number }: InputOf<typeof contract.suggestForCase>,
): Promise<Result<Suggestions, 'no_such_case'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const found = await readCase(tx, number)
    if (found === null) return refused('no_such_case')
    const { file } = found
    const said = await saidOf(app, tx, app.places.geography.get(file.filedAreaId), file.text)
    if (file.filedAt === null && who.actor.kind === 'person' && said.items.length > 0)
      await store.keepOffer(tx, {
        communityId: file.communityId,
        caseId: file.id,
        at: app.now(),
        modelId: said.row?.id ?? null,
        offered: said.items.map(({ category, confidence }) => ({ category, confidence })),
      })
    return done({ items: said.items, learnedFrom: said.row?.texts ?? 0 })
  })
}

export function suggestForText(
  app: App,
  who: Who,
  { area, text }: InputOf<typeof contract.suggestForText>,
): Promise<Result<Suggestions, 'no_such_area'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const found = app.places.geography.findByCode(area)
    if (found === null) return refused('no_such_area')
    const { items, row } = await saidOf(app, tx, found, text)
    return done({ items, learnedFrom: row?.texts ?? 0 })
  })
}

/** The model in use at an area, and its row; none before anything was learned. */
export async function modelFor(app: Pick<App, 'places' | 'now'>, tx: Tx, area: Area) {
  const categories = categoriesAt(app, area.path, app.now())
  const above = app.places.geography.ancestors(area).map(({ id }) => id)
  // Twice, because a newer one may take its weights between the two questions.
  for (let tries = 0; tries < 2; tries += 1) {
    const row = await store.findModel(tx, above)
    const model = row === null ? seedModel(categories) : await learned(tx, row.id)
    if (model !== null) return { row, model, categories }
  }
  return { row: null, model: seedModel(categories), categories }
}

async function saidOf(app: App, tx: Tx, area: Area, text: string): Promise<Said> {
  const { row, model, categories } = await modelFor(app, tx, area)
  const suggestions = suggestFor(model, text, cutWords, {
    most,
    least,
    inUse: (code) => categories.has(code),
  })
  return { row, items: suggestions.flatMap((one) => viewOf(one, categories, row !== null)) }
}

function viewOf(
  { category, confidence, because }: Suggestion,
  categories: ReadonlyMap<string, Category>,
  measured: boolean,
) {
  const known = categories.get(category)
  if (known === undefined) return []
  const { zh, en } = known
  return [{ category, zh, en, confidence: measured ? confidence : null, because }]
}

const seedModels = new WeakMap<ReadonlyMap<string, Category>, Model>()
function seedModel(categories: ReadonlyMap<string, Category>): Model {
  const kept =
    seedModels.get(categories) ?? learnFromSeeds(seedsOf([...categories.values()]), cutWords)
  seedModels.set(categories, kept)
  return kept
}

const keptMax = 8
const kept = new Map<string, Model>()

async function learned(tx: Tx, id: string): Promise<Model | null> {
  const known = kept.get(id)
  if (known !== undefined) return known
  const row = await store.readModelBytes(tx, id)
  if (row?.model == null) return null
  const read = readModel(JSON.parse(gunzipSync(row.model).toString('utf8')))
  assert(read.ok, 'a model we wrote can be read')
  const oldest = kept.keys().next().value
  if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest)
  kept.set(id, read.value.model)
  return read.value.model
}

export async function readSuggestionModel(
  app: App,
  who: Who,
  { area }: InputOf<typeof contract.readSuggestionModel>,
): Promise<Result<OutputOf<typeof contract.readSuggestionModel>, 'no_such_area'>> {
  const { geography } = app.places
  const asked = geography.findByCode(area)
  if (asked === null) return refused('no_such_area')
  const home = learningAreaOf(geography, asked)
  const above = geography.ancestors(asked).map(({ id }) => id)
  const read = await inScope(app.db, who.scope, async (tx) => {
    const row = await store.findModel(tx, above)
    if (row === null) return { row, measured: null, history: [] }
    const measured = (await store.readMeasured(tx, row.id))?.measured ?? null
    return { row, measured, history: await store.listMeasured(tx, row.areaId) }
  })
  // A rule keeper sees no case: these are sums over all of them, without a word of any.
  const since = addDays(app.now(), -confirmedDays)
  const confirmed = await inScope(app.db, { kind: 'job' }, (tx) =>
    store.countConfirmedOffers(tx, { path: home.path, since }),
  )
  const { row, measured, history } = read
  return done({
    area: nameOf(home),
    trainedAt: row?.trainedAt ?? null,
    trainedFor: row === null ? null : nameOf(geography.get(row.areaId)),
    source: row?.source ?? null,
    measured,
    confirmed: { days: confirmedDays, ...confirmed },
    history: history.slice(1),
    textsMin,
    mayTrain: mayTrain(who, home),
  })
}
