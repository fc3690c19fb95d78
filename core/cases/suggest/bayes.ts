// Naive Bayes with the place's common tongue as its prior: what a category has not said yet it is expected to say as
// everybody does, more so the less it has been heard. Key words of the pack are heard before the first case.
import type { Model } from './model.ts'
import type { Row, Vocabulary } from './sample.ts'

export type Sample = {
  categories: string[]
  vocabulary: Vocabulary
  rows: readonly Row[]
  labels: readonly number[]
  /** What the pack says about each category, as if it had been reported. */
  seeds: readonly { row: Row; label: number }[]
}

/** How much of the common tongue a category starts with, and how often the pack's words count as said. */
export type BayesSettings = { prior: number; seed: number }
export const learnedSettings: BayesSettings = { prior: 200, seed: 3 }
export const seedSettings: BayesSettings = { prior: 20, seed: 1 }
/** Cases that every category is taken to have had: a rare one is not ruled out. */
const evenness = 5

export function trainBayes(sample: Sample, { prior, seed }: BayesSettings): Model {
  const { categories, vocabulary } = sample
  const size = vocabulary.at.size
  const heard = Array.from({ length: size }, () => new Map<number, number>())
  const everybody = new Float64Array(size).fill(0.1)
  const told = new Float64Array(categories.length)
  const cases = new Float64Array(categories.length).fill(evenness)
  const hear = ({ terms, weights }: Row, label: number, times: number) =>
    terms.forEach((term, i) => {
      const much = times * (weights[i] ?? 0)
      heard[term]?.set(label, (heard[term]?.get(label) ?? 0) + much)
      everybody[term] = (everybody[term] ?? 0) + much
      told[label] = (told[label] ?? 0) + much
    })
  sample.rows.forEach((row, i) => {
    const label = sample.labels[i] ?? 0
    hear(row, label, 1)
    cases[label] = (cases[label] ?? 0) + 1
  })
  for (const { row, label } of sample.seeds) hear(row, label, seed)
  const all = everybody.reduce((sum, each) => sum + each, 0)
  const usual = everybody.map((each) => (prior * each) / all)
  return {
    categories,
    vocabulary,
    ...sparse(heard, (much, term) => Math.log((much + (usual[term] ?? 1)) / (usual[term] ?? 1))),
    bias: Float32Array.from(cases, (n) => Math.log(n)),
    perWeight: Float32Array.from(told, (n) => -Math.log(n + prior)),
    temperature: 1,
  }
}

/** Two models of one vocabulary asked together: what either says counts in full. */
export function together(one: Model, other: Model): Model {
  const added = (a: Float32Array, b: Float32Array) => a.map((each, k) => each + (b[k] ?? 0))
  const said = Array.from({ length: one.vocabulary.at.size }, (_, term) => {
    const all = new Map<number, number>()
    for (const model of [one, other]) {
      const end = model.from[term + 1] ?? 0
      for (let at = model.from[term] ?? 0; at < end; at += 1) {
        const label = model.category[at] ?? 0
        all.set(label, (all.get(label) ?? 0) + (model.weight[at] ?? 0))
      }
    }
    return all
  })
  return {
    ...one,
    ...sparse(said, (much) => much),
    bias: added(one.bias, other.bias),
    perWeight: added(one.perWeight, other.perWeight),
  }
}

/** Only what was heard is kept: most words never meet most categories. */
function sparse(
  heard: readonly ReadonlyMap<number, number>[],
  weigh: (much: number, term: number) => number,
): Pick<Model, 'from' | 'category' | 'weight'> {
  const total = heard.reduce((sum, each) => sum + each.size, 0)
  const from = new Int32Array(heard.length + 1)
  const category = new Uint16Array(total)
  const weight = new Float32Array(total)
  let at = 0
  heard.forEach((each, term) => {
    from[term] = at
    for (const [label, much] of each) {
      category[at] = label
      weight[at] = weigh(much, term)
      at += 1
    }
  })
  from[heard.length] = at
  return { from, category, weight }
}
