// How candidates are counted: a sum of three addends that anybody can follow on one screen. It lays facts side by side;
// which theme it becomes is decided by residents.
import type { Words } from '#core/kit/words.ts'
import type { ThemeKind } from './kind.ts'
import { type PopulationShare, groupShare } from './population.ts'

/** In hundredths; together 100. */
export type Weights = { need: number; resources: number; structure: number }

export type Interval = { share: number; low: number; high: number }

/** One category of resources: how many are in reach, how many are enough, and what that fills of it. */
export type ResourcePart = {
  category: string
  weight: number
  enough: number
  within: number
  filled: number
}

/** `share`: of the population here, in hundredths; null where nothing was published or the cell is too small. */
export type GroupPart = {
  dimension: string
  categories: string[]
  name: Words
  full: number
  share: number | null
  voice: number
}

export type Candidate = {
  code: string
  name: Words
  need: Interval
  resources: { score: number; parts: ResourcePart[] }
  structure: { score: number; parts: GroupPart[] }
  addends: { need: number; resources: number; structure: number }
  total: number
}

/** Answers to one question: who picked what as bits in the order of the options, and what each answer weighs. */
export type Picks = {
  options: readonly { code: string }[]
  weight: Float64Array
  picks: Uint32Array
  n: number
  effective: number
}

export type Inputs = {
  kinds: readonly ThemeKind[]
  picks: Picks | null
  /** The category of each resource within reach, one entry an offer. */
  reached: readonly string[]
  population: readonly PopulationShare[]
}

export const rounded = (value: number, decimals = 1): number => {
  const scale = 10 ** decimals
  return Math.round(value * scale + Number.EPSILON) / scale
}

export function areWeights({ need, resources, structure }: Weights): boolean {
  const all = [need, resources, structure]
  return (
    all.every((part) => Number.isInteger(part) && part >= 0) &&
    all.reduce((a, b) => a + b, 0) === 100
  )
}

/** The bits that count for each kind, in the order of the kinds. */
export function masksOf(
  kinds: readonly ThemeKind[],
  options: readonly { code: string }[],
): number[] {
  const bit = new Map(options.map(({ code }, at) => [code, at]))
  return kinds.map(({ needs }) =>
    needs.reduce((mask, code) => (bit.has(code) ? (mask | (1 << bit.get(code)!)) >>> 0 : mask), 0),
  )
}

/** Wilson's interval at 95 %, with the effective number of answers; in hundredths. */
export function wilson(share: number, effective: number): Interval {
  if (effective <= 0) return { share: 0, low: 0, high: 100 }
  const z = 1.959964
  const [n, p] = [effective, share]
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return {
    share: rounded(p * 100),
    low: rounded(Math.max(0, middle - half) * 100),
    high: rounded(Math.min(1, middle + half) * 100),
  }
}

export function needsOf(kinds: readonly ThemeKind[], picks: Picks | null): Interval[] {
  if (picks === null || picks.n === 0) return kinds.map(() => ({ share: 0, low: 0, high: 0 }))
  const masks = masksOf(kinds, picks.options)
  const sums = new Float64Array(kinds.length)
  let all = 0
  for (let i = 0; i < picks.n; i += 1) {
    const [w, bits] = [picks.weight[i]!, picks.picks[i]!]
    all += w
    for (let k = 0; k < masks.length; k += 1) if ((bits & masks[k]!) !== 0) sums[k]! += w
  }
  return kinds.map((_, k) => wilson(all === 0 ? 0 : sums[k]! / all, picks.effective))
}

/** 100 × the mean of what each category is filled, by its weight; a category fills up to one and no further. */
export function resourcesOf(kind: ThemeKind, reached: readonly string[]) {
  const parts = kind.resources.map(({ category, weight, enough }): ResourcePart => {
    const within = reached.filter((each) => each === category).length
    return { category, weight, enough, within, filled: rounded(Math.min(1, within / enough), 3) }
  })
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0)
  const filled = parts.reduce((sum, { weight, filled: part }) => sum + weight * part, 0)
  return { score: weights === 0 ? 0 : rounded((100 * filled) / weights, 0), parts }
}

/** The mean voice of the groups: a group speaks in proportion to its share, fully from `full` on. */
export function structureOf(kind: ThemeKind, population: readonly PopulationShare[]) {
  const parts = kind.groups.map((group): GroupPart => {
    const { dimension, categories, name, full } = group
    const found = groupShare(group, population)
    const share = found === null ? null : rounded(found)
    const voice = share === null ? 0 : rounded(Math.min(100, (100 * share) / full), 0)
    return { dimension, categories: [...categories], name, full, share, voice }
  })
  const sum = parts.reduce((all, { voice }) => all + voice, 0)
  return { score: parts.length === 0 ? 0 : rounded(sum / parts.length, 0), parts }
}

/** Addends are rounded first and then added, so that the sum on the page is the sum of the page. */
export function addendsOf(
  scores: { need: number; resources: number; structure: number },
  weights: Weights,
): { need: number; resources: number; structure: number; total: number } {
  const need = rounded((scores.need * weights.need) / 100)
  const resources = rounded((scores.resources * weights.resources) / 100)
  const structure = rounded((scores.structure * weights.structure) / 100)
  return { need, resources, structure, total: rounded(need + resources + structure) }
}

/** Highest sum first; equal sums in the order of codes, which says nothing about them. */
export function candidatesOf(inputs: Inputs, weights: Weights): Candidate[] {
  const needs = needsOf(inputs.kinds, inputs.picks)
  return inputs.kinds
    .map((kind, k): Candidate => {
      const need = needs[k]!
      const resources = resourcesOf(kind, inputs.reached)
      const structure = structureOf(kind, inputs.population)
      const { total, ...addends } = addendsOf(
        { need: need.share, resources: resources.score, structure: structure.score },
        weights,
      )
      return { code: kind.code, name: kind.name, need, resources, structure, addends, total }
    })
    .toSorted((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1))
}

/** The same candidates under other weights, for sliders: nothing has to be counted again. */
export function reweighed(candidates: readonly Candidate[], weights: Weights): Candidate[] {
  return candidates
    .map((each) => {
      const scores = {
        need: each.need.share,
        resources: each.resources.score,
        structure: each.structure.score,
      }
      const { total, ...addends } = addendsOf(scores, weights)
      return { ...each, addends, total }
    })
    .toSorted((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1))
}
