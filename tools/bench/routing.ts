// Point → grid over 62,000 grids: the index beside the plain way, which asks every grid in turn. Both answer the same
// points in the same process; their answers are compared, and a difference ends the measurement.
import { type Outline, boxOf, isInside, ringsOf } from '#core/places/geometry.ts'
import { OutlineIndex } from '#server/places/outline-index.ts'
import { bigWorld } from '../demo/big-world.ts'
import type { BenchResult } from './result.ts'

const gridCount = 62_000
const borderMetres = 20

export async function benchRouting(options: { seconds?: number } = {}): Promise<BenchResult> {
  const outlines = bigWorld(gridCount)
  const corners = outlines.reduce((sum, outline) => sum + ringsOf(outline).flat().length, 0)
  const buildBegan = performance.now()
  const index = new OutlineIndex(
    outlines.map((outline) => ({ outline, dedicated: false })),
    borderMetres,
  )
  const buildMs = performance.now() - buildBegan
  const rank = Int32Array.from(outlines, (_, i) => i)
  const points = pointsIn(outlines, 1 << 17)
  const seconds = options.seconds ?? 3
  measure(index, rank, points, 1)
  const measured = measure(index, rank, points, seconds)
  const plain = measurePlain(outlines, points, Math.min(seconds, 3))
  compare(index, rank, points, plain.winners)
  return {
    name: 'routing',
    figures: {
      lookups: Math.round(measured.perSecond),
      found: round(measured.found, 4),
      nearBorder: round(measured.near, 4),
      grids: outlines.length,
      cornersPerGrid: round(corners / outlines.length, 1),
      build: Math.round(buildMs),
    },
    units: {
      lookups: 'points/s, one thread, border distance included',
      found: 'share of points in a grid',
      nearBorder: 'share of points within 20 m of another grid',
      grids: 'grids',
      cornersPerGrid: 'corners',
      build: 'ms to build the index',
    },
    baseline: { lookups: round(plain.perSecond, 1) },
    ratio: round(measured.perSecond / plain.perSecond, 0),
    note: 'baseline: every grid asked in turn with the same point-in-polygon test, without border distances',
  }
}

const round = (value: number, places: number): number =>
  Math.round(value * 10 ** places) / 10 ** places

/** Anywhere in the box of some grid: each grid is asked for as often, and some points lie beyond every border. */
function pointsIn(outlines: readonly Outline[], count: number): Float64Array {
  const points = new Float64Array(count * 2)
  let state = 20260302
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  for (let i = 0; i < count; i++) {
    const outline = outlines[Math.floor(next() * outlines.length)]!
    const box = boxOf(outline)
    points[i * 2] = box.west + (box.east - box.west) * next()
    points[i * 2 + 1] = box.south + (box.north - box.south) * next()
  }
  return points
}

function measure(index: OutlineIndex, rank: Int32Array, points: Float64Array, seconds: number) {
  const count = points.length / 2
  const began = performance.now()
  let [asked, found, near] = [0, 0, 0]
  while (performance.now() - began < seconds * 1000) {
    for (let n = 0; n < 8192; n++, asked++) {
      const i = (asked % count) * 2
      index.probe(points[i]!, points[i + 1]!)
      if (index.winner(rank) >= 0) found++
      if (index.nearCount > 1) near++
    }
  }
  const perSecond = asked / ((performance.now() - began) / 1000)
  return { perSecond, found: found / asked, near: near / asked }
}

function measurePlain(outlines: readonly Outline[], points: Float64Array, seconds: number) {
  const began = performance.now()
  const winners: number[] = []
  while (performance.now() - began < seconds * 1000 && winners.length * 2 < points.length) {
    const i = winners.length * 2
    winners.push(outlines.findIndex((outline) => isInside(outline, points[i]!, points[i + 1]!)))
  }
  return { winners, perSecond: winners.length / ((performance.now() - began) / 1000) }
}

function compare(
  index: OutlineIndex,
  rank: Int32Array,
  points: Float64Array,
  winners: readonly number[],
): void {
  winners.forEach((plain, n) => {
    index.probe(points[n * 2]!, points[n * 2 + 1]!)
    const winner = index.winner(rank)
    if (winner !== plain)
      throw new Error(`point ${n}: the index says ${winner}, the plain way ${plain}.`)
  })
}
