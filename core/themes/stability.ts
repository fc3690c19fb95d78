// How firm an order is: other people might have answered (resampling), others might weigh differently. Deterministic by
// its seed; no clock and no chance of its own.
import type { ThemeKind } from './kind.ts'
import { type Candidate, type Picks, type Weights, masksOf, reweighed } from './score.ts'

export const resamples = 2000

export type RankTable = {
  resamples: number
  seed: number
  /** Codes in the order of the page, and how often each came first, second, … . */
  rows: { code: string; ranks: number[] }[]
  /** Neighbours in the order that changed places in more than one resample in twenty. */
  ties: [string, string][]
}

/** Each answer's pattern over the kinds (which of them it asks for), as small numbers. */
function patternsOf(picks: Picks, masks: readonly number[]) {
  const known = new Map<number, number>()
  const patterns: number[] = []
  const of = new Uint16Array(picks.n)
  for (let i = 0; i < picks.n; i += 1) {
    let bits = 0
    for (let k = 0; k < masks.length; k += 1)
      if ((picks.picks[i]! & masks[k]!) !== 0) bits |= 1 << k
    let at = known.get(bits)
    if (at === undefined) {
      known.set(bits, (at = patterns.length))
      patterns.push(bits)
    }
    of[i] = at
  }
  return { of, patterns }
}

type Asked = { kinds: readonly ThemeKind[]; picks: Picks | null; candidates: readonly Candidate[] }

/**
 * Draws as many answers as there are, with replacement, two thousand times, and ranks the candidates each time. What
 * lies within reach and who lives here is not drawn: it was counted, not asked.
 */
export function rankTable(
  { kinds, picks, candidates }: Asked,
  { weights, seed, times = resamples }: { weights: Weights; seed: number; times?: number },
): RankTable {
  const size = candidates.length
  const ordered = candidates.map(({ code }) => kinds.find((kind) => kind.code === code)!)
  const counts = Array.from({ length: size }, () => new Uint32Array(size))
  const before = new Uint32Array(size)
  if (picks !== null && picks.n > 0) {
    const fixed = candidates.map(({ addends }) => addends.resources + addends.structure)
    const drawn = sharesDrawn(picks, masksOf(ordered, picks.options), { seed, times })
    const totals = new Float64Array(size)
    const order = Array.from({ length: size }, (_, k) => k)
    for (let t = 0; t < times; t += 1) {
      for (let k = 0; k < size; k += 1) totals[k] = drawn[t * size + k]! * weights.need + fixed[k]!
      order.sort((a, b) => totals[b]! - totals[a]! || a - b)
      order.forEach((k, rank) => (counts[k]![rank]! += 1))
      for (let k = 0; k + 1 < size; k += 1) if (totals[k + 1]! > totals[k]!) before[k]! += 1
    }
  }
  const rows = candidates.map(({ code }, k) => ({ code, ranks: [...counts[k]!] }))
  return { resamples: times, seed, rows, ties: tiesOf(candidates, before, times) }
}

/**
 * Shares of the kinds in each resample, row by row. The generator (sfc32: the same seed draws the same everywhere) stands
 * in the loop itself: a call for each of ten million draws takes longer than the draws.
 */
function sharesDrawn(
  picks: Picks,
  masks: readonly number[],
  { seed, times }: { seed: number; times: number },
): Float64Array {
  const { of, patterns } = patternsOf(picks, masks)
  const { n, weight } = picks
  const scale = n / 4294967296
  const sums = new Float64Array(patterns.length)
  const out = new Float64Array(times * masks.length)
  let [a, b, c, d] = [0x9e3779b9 | 0, seed | 0, (seed * 31 + 7) | 0, 1]
  for (let t = -1; t < times; t += 1) {
    sums.fill(0)
    let all = 0
    for (let i = 0; i < n; i += 1) {
      const sum = (((a + b) | 0) + d) | 0
      d = (d + 1) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (((c << 21) | (c >>> 11)) + sum) | 0
      const at = ((sum >>> 0) * scale) | 0
      const w = weight[at]!
      sums[of[at]!]! += w
      all += w
    }
    if (t < 0) continue // the first round only warms the generator
    for (let p = 0; p < patterns.length; p += 1)
      for (let k = 0; k < masks.length; k += 1)
        if ((patterns[p]! & (1 << k)) !== 0) out[t * masks.length + k]! += sums[p]! / all
  }
  return out
}

function tiesOf(
  candidates: readonly Candidate[],
  before: Uint32Array,
  times: number,
): [string, string][] {
  return candidates.slice(1).flatMap((below, k): [string, string][] => {
    const above = candidates[k]!
    return above.total === below.total || before[k]! * 20 > times ? [[above.code, below.code]] : []
  })
}

export type OtherOrder = {
  name: 'inForce' | 'even' | 'needOnly' | 'needHalved'
  weights: Weights
  first: { code: string; total: number }[]
}

/** The same facts under the weights in force, all alike, need alone, and need halved. */
export function otherOrders(candidates: readonly Candidate[], weights: Weights): OtherOrder[] {
  const half = Math.round(weights.need / 2)
  const rest = weights.resources + weights.structure
  const resources = rest === 0 ? 50 : Math.round(((100 - half) * weights.resources) / rest)
  const asked: [OtherOrder['name'], Weights][] = [
    ['inForce', weights],
    ['even', { need: 34, resources: 33, structure: 33 }],
    ['needOnly', { need: 100, resources: 0, structure: 0 }],
    ['needHalved', { need: half, resources, structure: 100 - half - resources }],
  ]
  return asked.map(([name, tried]) => ({
    name,
    weights: tried,
    first: reweighed(candidates, tried)
      .slice(0, 3)
      .map(({ code, total }) => ({ code, total })),
  }))
}
