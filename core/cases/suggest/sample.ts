// Texts with their categories, turned into numbers: which terms count at all, how rare each is, and one row of weights a
// text. A term that fewer than three texts share is left out: it may be a name, and it teaches nothing.
import { type Segment, termsOf } from './terms.ts'

export type Labelled = {
  text: string
  category: string
  /** Texts about one matter stay together when some are held out: one would answer for the other. */
  matter?: string
}

/** Counted terms of each text, before it is decided which terms are kept. */
export type Counted = { counts: Map<string, number>; category: string; matter: string }

export type Vocabulary = { at: Map<string, number>; rarity: Float32Array }
/** One text: its terms by number, ascending, and their weights; all weights together have length one. */
export type Row = { terms: Int32Array; weights: Float32Array }

export const sharedByMin = 3
const termsMax = 40_000

export function countTerms(texts: readonly Labelled[], segment: Segment): Counted[] {
  return texts.map(({ text, category, matter }, i) => ({
    counts: countsOf(text, segment),
    category,
    matter: matter ?? String(i),
  }))
}

export function countsOf(text: string, segment: Segment): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of termsOf(text, segment)) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** Seeds bring their words in whether or not anybody has said them yet. */
export function vocabularyOf(counted: readonly Counted[], seeds: readonly Counted[]): Vocabulary {
  const sharedBy = new Map<string, number>()
  for (const { counts } of counted)
    for (const term of counts.keys()) sharedBy.set(term, (sharedBy.get(term) ?? 0) + 1)
  const seeded = new Set(seeds.flatMap(({ counts }) => [...counts.keys()]))
  const kept = [...sharedBy].filter(([term, n]) => n >= sharedByMin || seeded.has(term))
  kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const terms = kept.slice(0, termsMax)
  for (const term of seeded) if (!sharedBy.has(term)) terms.push([term, 0])
  const of = counted.length
  return {
    at: new Map(terms.map(([term], at) => [term, at])),
    rarity: Float32Array.from(terms, ([, n]) => Math.log((1 + of) / (1 + n)) + 1),
  }
}

export function rowOf(counts: ReadonlyMap<string, number>, vocabulary: Vocabulary): Row {
  const found: [number, number][] = []
  for (const [term, n] of counts) {
    const at = vocabulary.at.get(term)
    if (at !== undefined) found.push([at, (1 + Math.log(n)) * (vocabulary.rarity[at] ?? 0)])
  }
  found.sort((a, b) => a[0] - b[0])
  const length = Math.sqrt(found.reduce((sum, [, w]) => sum + w * w, 0)) || 1
  return {
    terms: Int32Array.from(found, ([at]) => at),
    weights: Float32Array.from(found, ([, w]) => w / length),
  }
}
