// How much ground two grids have in common, by level strips between all corners and crossings: within a strip sides do
// not cross, so the common stretch at its middle times its height is exact.
import type { Scale } from './geometry.ts'
import { type Loop, type Side, sidesOf } from './corners.ts'

/** Square metres that both hold. */
export function sharedGround(a: readonly Loop[], b: readonly Loop[], unit: Scale): number {
  const [ofA, ofB] = [a.flatMap(sidesOf), b.flatMap(sidesOf)]
  const [boxA, boxB] = [spanOf(ofA), spanOf(ofB)]
  const south = Math.max(boxA.south, boxB.south)
  const north = Math.min(boxA.north, boxB.north)
  if (south >= north || boxA.west >= boxB.east || boxB.west >= boxA.east) return 0
  const levels = levelsOf(ofA, ofB).filter((y) => y >= south && y <= north)
  let sum = 0
  for (let i = 1; i < levels.length; i++) {
    const [low, high] = [levels[i - 1]!, levels[i]!]
    const middle = (low + high) / 2
    sum += common(crossingsAt(ofA, middle), crossingsAt(ofB, middle)) * (high - low)
  }
  return sum * unit.x * unit.y
}

function spanOf(sides: readonly Side[]) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [[x, y]] of sides) {
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.south = Math.min(box.south, y)
    box.north = Math.max(box.north, y)
  }
  return box
}

function levelsOf(a: readonly Side[], b: readonly Side[]): number[] {
  const levels = new Set([...a, ...b].map(([[, y]]) => y))
  for (const one of a)
    for (const two of b) {
      const y = levelOfCrossing(one, two)
      if (y !== null) levels.add(y)
    }
  return [...levels].toSorted((p, q) => p - q)
}

function levelOfCrossing([p, q]: Side, [r, s]: Side): number | null {
  if (Math.max(p[1], q[1]) <= Math.min(r[1], s[1])) return null
  if (Math.max(r[1], s[1]) <= Math.min(p[1], q[1])) return null
  const [ux, uy, vx, vy] = [q[0] - p[0], q[1] - p[1], s[0] - r[0], s[1] - r[1]]
  const below = ux * vy - uy * vx
  if (below === 0) return null
  const [wx, wy] = [r[0] - p[0], r[1] - p[1]]
  const [t, u] = [(wx * vy - wy * vx) / below, (wx * uy - wy * ux) / below]
  return t > 0 && t < 1 && u > 0 && u < 1 ? p[1] + uy * t : null
}

function crossingsAt(sides: readonly Side[], y: number): number[] {
  const found: number[] = []
  for (const [[x1, y1], [x2, y2]] of sides)
    if (y1 > y !== y2 > y) found.push(((x2 - x1) * (y - y1)) / (y2 - y1) + x1)
  return found.toSorted((p, q) => p - q)
}

/** Length of the stretches that lie between crossings of both. */
function common(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 1; i < a.length; i += 2)
    for (let k = 1; k < b.length; k += 2)
      sum += Math.max(0, Math.min(a[i]!, b[k]!) - Math.max(a[i - 1]!, b[k - 1]!))
  return sum
}
