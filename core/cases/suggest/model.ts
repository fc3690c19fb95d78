// What learning leaves behind: for each term, how strongly it speaks for which categories. A suggestion is a sum of such
// weights, so it can say which words spoke for it. It proposes; who decides is a person.
import { isPair, said, type Segment } from './terms.ts'
import { countsOf, type Row, rowOf, type Vocabulary } from './sample.ts'

export type Model = {
  categories: string[]
  vocabulary: Vocabulary
  /** Of term t: entries from[t] up to from[t + 1]. */
  from: Int32Array
  category: Uint16Array
  weight: Float32Array
  bias: Float32Array
  /** What each unit of known text takes from a category whatever its words: large categories expect more. */
  perWeight: Float32Array
  /** Divides the sums before they are read as chances; fitted on texts that were held out. */
  temperature: number
}

export type Suggestion = {
  category: string
  /** A chance between 0 and 1, as it was measured on texts held out. */
  confidence: number
  /** Words of the text that spoke for it, strongest first. */
  because: string[]
}

export function scoresOf(model: Model, { terms, weights }: Row): Float64Array {
  const scores = Float64Array.from(model.bias)
  let total = 0
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i] ?? 0
    const x = weights[i] ?? 0
    total += x
    const end = model.from[term + 1] ?? 0
    for (let at = model.from[term] ?? 0; at < end; at += 1) {
      const k = model.category[at] ?? 0
      scores[k] = (scores[k] ?? 0) + x * (model.weight[at] ?? 0)
    }
  }
  for (let k = 0; k < scores.length; k += 1)
    scores[k] = (scores[k] ?? 0) + total * (model.perWeight[k] ?? 0)
  return scores
}

export function chancesOf(scores: Float64Array, temperature: number): Float64Array {
  let top = -Infinity
  for (const score of scores) if (score > top) top = score
  const chances = scores.map((score) => Math.exp((score - top) / temperature))
  let sum = 0
  for (const each of chances) sum += each
  return chances.map((each) => each / sum)
}

const reasonsMax = 4

export type Wanted = {
  most?: number
  /** A second or third less likely than this is left out. */
  least?: number
  inUse?: (category: string) => boolean
}

/** The likeliest categories of a text. Nothing where no word of it is known: silence is better than a guess. */
export function suggestFor(
  model: Model,
  text: string,
  segment: Segment,
  { most = 3, least = 0, inUse = () => true }: Wanted = {},
): Suggestion[] {
  const row = rowOf(countsOf(text, segment), model.vocabulary)
  if (row.terms.length === 0) return []
  const open = (score: number, k: number) => (inUse(model.categories[k] ?? '') ? score : -Infinity) // a category that was given up since
  const chances = chancesOf(scoresOf(model, row).map(open), model.temperature)
  const best = [...chances.keys()].toSorted((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0))
  const names = [...termNames(model)]
  return best
    .slice(0, most)
    .filter((k, i) => (chances[k] ?? 0) > (i === 0 ? 0 : least))
    .map((k) => ({
      category: model.categories[k] ?? '',
      confidence: chances[k] ?? 0,
      because: reasonsFor(model, row, k, names),
    }))
}

const namesKept = new WeakMap<Vocabulary, string[]>()
function termNames({ vocabulary }: Model): string[] {
  const kept = namesKept.get(vocabulary) ?? [...vocabulary.at.keys()]
  namesKept.set(vocabulary, kept)
  return kept
}

/** How much more a term speaks for this category than for the others on average; pairs of signs count to their word. */
function reasonsFor(model: Model, { terms, weights }: Row, k: number, names: string[]): string[] {
  const share = new Map<string, number>()
  terms.forEach((term, i) => {
    const much = (weights[i] ?? 0) * speaksFor(model, term, k)
    if (much > 0) share.set(names[term] ?? '', much)
  })
  const words = [...share].filter(([term]) => !isPair(term))
  const pairs = [...share].filter(([term]) => isPair(term))
  const weighed = (words.length > 0 ? words : pairs).map(([term, much]): [string, number] => [
    said(term),
    much +
      pairs.reduce(
        (sum, [pair, own]) => sum + (isPair(term) || !term.includes(said(pair)) ? 0 : own),
        0,
      ),
  ])
  const strongest = weighed.toSorted((a, b) => b[1] - a[1])
  return strongest
    .filter(([, much]) => much > 0.05 * (strongest[0]?.[1] ?? 0))
    .slice(0, reasonsMax)
    .map(([word]) => word)
}

function speaksFor(model: Model, term: number, k: number): number {
  let own = 0
  let all = 0
  const end = model.from[term + 1] ?? 0
  for (let at = model.from[term] ?? 0; at < end; at += 1) {
    const weight = model.weight[at] ?? 0
    all += weight
    if (model.category[at] === k) own = weight
  }
  return own - all / model.categories.length
}
