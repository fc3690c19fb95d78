// Learning and measuring in one pass: the texts are dealt into five parts, each part is judged by a model that never saw
// it, and what is published is how often that was right. The model in use then learns from all of them.
import { learnedSettings, type Sample, seedSettings, together, trainBayes } from './bayes.ts'
import { type Judged, type Measured, fitTemperature, measure } from './measure.ts'
import { type Model, scoresOf } from './model.ts'
import { type Counted, countTerms, type Labelled, rowOf, vocabularyOf } from './sample.ts'
import { type Segment, signsMax } from './terms.ts'

export const textsMin = 50
export const textsMax = 20_000
/** Of all texts together: what half a gigabyte holds. */
const allSignsMax = 4_000_000
const parts = 5
/** Fitted on invented texts: good enough to leave out what is far behind, not to be said as a confidence. */
const coldTemperature = 0.35

export type Learned = { model: Model; measured: Measured }

/** More than memory is meant for is thinned evenly, the same way every time. */
export function withinBounds(texts: readonly Labelled[]): readonly Labelled[] {
  const signs = texts.reduce((sum, { text }) => sum + Math.min(signsMax, text.length), 0)
  const share = Math.min(1, textsMax / texts.length, allSignsMax / Math.max(1, signs))
  return texts.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share))
}

/** `shown` hears how far it is, from 0 to 1. */
export function learn(
  given: readonly Labelled[],
  seeds: readonly Labelled[],
  segment: Segment,
  shown: (share: number) => void = () => undefined,
): Learned {
  const texts = withinBounds(given)
  const categories = categoriesOf(texts, seeds)
  const counted = countTerms(texts, segment)
  const seeded = countTerms(seeds, segment)
  shown(0.3)
  const judged: Judged[] = []
  for (let part = 0; part < parts; part += 1) {
    const out = (one: Counted) => partOf(one.matter) === part
    const model = modelOf(
      counted.filter((one) => !out(one)),
      seeded,
      categories,
    )
    judged.push(...counted.filter(out).map((one) => judge(model, one, part)))
    shown(0.3 + (0.6 * (part + 1)) / parts)
  }
  const cold = coldModel(seeded, categories)
  const coldRight = judgedRight(counted.map((one) => judge(cold, one, 0)))
  const model = modelOf(counted, seeded, categories)
  return {
    model: { ...model, temperature: fitTemperature(judged) },
    measured: measure(judged, { categories, coldRight }),
  }
}

/** Before anything was confirmed: the pack's own words alone. */
export function learnFromSeeds(seeds: readonly Labelled[], segment: Segment): Model {
  const model = coldModel(countTerms(seeds, segment), categoriesOf([], seeds))
  return { ...model, temperature: coldTemperature }
}

const coldModel = (seeded: readonly Counted[], categories: string[]) =>
  modelOf([], seeded, categories)

const categoriesOf = (...of: (readonly Labelled[])[]): string[] =>
  [...new Set(of.flat().map(({ category }) => category))].toSorted()

function modelOf(
  counted: readonly Counted[],
  seeded: readonly Counted[],
  categories: string[],
): Model {
  const vocabulary = vocabularyOf(counted, seeded)
  const at = new Map(categories.map((code, k) => [code, k]))
  const label = (one: Counted) => at.get(one.category) ?? 0
  const sample: Sample = {
    categories,
    vocabulary,
    rows: counted.map(({ counts }) => rowOf(counts, vocabulary)),
    labels: counted.map(label),
    seeds: seeded.map((one) => ({ row: rowOf(one.counts, vocabulary), label: label(one) })),
  }
  const pack = trainBayes({ ...sample, rows: [], labels: [] }, seedSettings)
  if (counted.length === 0) return pack
  // The pack is asked beside what was learned: words that nobody here has used yet keep their say (decision 0017).
  return together(trainBayes(sample, learnedSettings), pack)
}

function judge(model: Model, { counts, category }: Counted, part: number): Judged {
  const scores = Float32Array.from(scoresOf(model, rowOf(counts, model.vocabulary)))
  return { scores, truth: model.categories.indexOf(category), part }
}

const judgedRight = (judged: readonly Judged[]) =>
  judged.filter(({ scores, truth }) => scores.indexOf(Math.max(...scores)) === truth).length

/** Always the same part for the same matter, wherever it stands in the file. */
function partOf(matter: string): number {
  let hash = 2166136261
  for (let i = 0; i < matter.length; i += 1)
    hash = Math.imul(hash ^ matter.charCodeAt(i), 16777619) >>> 0
  return ((hash ^ (hash >>> 15)) >>> 0) % parts
}
