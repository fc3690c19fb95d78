// What is wrong with an outline, alone or beside others. Borders that touch are right, borders that overlap are not;
// drawing is never exact, so up to `toleranceMetres` of overlap or overhang is let pass.
import { boxesTouch, sidesOf, type Side } from './sides.ts'
import {
  boxOf,
  isInside,
  metresToBorder,
  pointWithin,
  ringsOf,
  signedArea,
  squareToSegment,
  type Outline,
  type Position,
  type Ring,
} from './geometry.ts'

/** How far a border may reach into a neighbour or out of its parent before it is a fault. */
export const toleranceMetres = 1

export type OutlineFault =
  | { fault: 'not_an_outline' }
  | { fault: 'bad_coordinate'; at: Position }
  | { fault: 'ring_too_short' }
  | { fault: 'ring_not_closed' }
  | { fault: 'ring_crosses_itself'; at: Position }
  | { fault: 'no_area' }

/** Faults of one outline by itself; the first found. */
export function faultOfOutline(geometry: unknown): OutlineFault | null {
  if (!isOutlineShape(geometry)) return { fault: 'not_an_outline' }
  for (const ring of ringsOf(geometry)) {
    const fault = faultOfRing(ring)
    if (fault !== null) return fault
  }
  return null
}

function faultOfRing(ring: Ring): OutlineFault | null {
  const bad = ring.find(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
  if (bad !== undefined) return { fault: 'bad_coordinate', at: bad }
  const first = ring[0]
  const last = ring.at(-1)
  if (first === undefined || last === undefined || ring.length < 4)
    return { fault: 'ring_too_short' }
  if (first[0] !== last[0] || first[1] !== last[1]) return { fault: 'ring_not_closed' }
  const at = selfCrossing(ring)
  if (at !== null) return { fault: 'ring_crosses_itself', at }
  return Math.abs(signedArea(ring)) < 1 ? { fault: 'no_area' } : null
}

function isOutlineShape(geometry: unknown): geometry is Outline {
  if (typeof geometry !== 'object' || geometry === null) return false
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (!Array.isArray(coordinates) || coordinates.length === 0) return false
  if (type === 'Polygon') return coordinates.every(isRingShape)
  return (
    type === 'MultiPolygon' &&
    coordinates.every((part) => Array.isArray(part) && part.length > 0 && part.every(isRingShape))
  )
}

function isRingShape(ring: unknown): boolean {
  return (
    Array.isArray(ring) &&
    ring.every(
      (p) => Array.isArray(p) && p.length >= 2 && Number.isFinite(p[0]) && Number.isFinite(p[1]),
    )
  )
}

/** Where a ring meets itself other than from one segment to the next: a crossing, a touch or a doubled stretch. */
export function selfCrossing(ring: Ring): Position | null {
  const points = ring.filter(
    (p, i) => i === 0 || p[0] !== ring[i - 1]![0] || p[1] !== ring[i - 1]![1],
  )
  const count = points.length - 1
  const order = Array.from({ length: count }, (_, i) => i)
  const left = (i: number) => Math.min(points[i]![0], points[i + 1]![0])
  const right = (i: number) => Math.max(points[i]![0], points[i + 1]![0])
  order.sort((i, j) => left(i) - left(j))
  for (let a = 0; a < count; a++) {
    const i = order[a]!
    for (let b = a + 1; b < count && left(order[b]!) <= right(i); b++) {
      const at = meeting(points, Math.min(i, order[b]!), Math.max(i, order[b]!), count)
      if (at !== null) return at
    }
  }
  return null
}

function meeting(points: Ring, i: number, j: number, count: number): Position | null {
  const [p, q, r, s] = [points[i]!, points[i + 1]!, points[j]!, points[j + 1]!]
  const isNext = j === i + 1
  const isWrap = i === 0 && j === count - 1
  if (isNext || isWrap) {
    // Neighbours share one end. They are at fault only where one runs back over the other.
    const [tip, shared, other] = isNext ? [p, q, s] : [q, p, r]
    const turn = cross(shared, tip, other)
    const ahead =
      (tip[0] - shared[0]) * (other[0] - shared[0]) + (tip[1] - shared[1]) * (other[1] - shared[1])
    return turn === 0 && ahead > 0 ? shared : null
  }
  return segmentsMeet(p, q, r, s) ? p : null
}

const cross = (o: Position, a: Position, b: Position): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

function segmentsMeet(p: Position, q: Position, r: Position, s: Position): boolean {
  if (Math.max(p[1], q[1]) < Math.min(r[1], s[1]) || Math.max(r[1], s[1]) < Math.min(p[1], q[1]))
    return false
  const [a, b, c, d] = [cross(p, q, r), cross(p, q, s), cross(r, s, p), cross(r, s, q)]
  if (a > 0 !== b > 0 && c > 0 !== d > 0 && a !== 0 && b !== 0 && c !== 0 && d !== 0) return true
  const within = (t: Position, u: Position, v: Position) =>
    Math.min(u[0], v[0]) <= t[0] &&
    t[0] <= Math.max(u[0], v[0]) &&
    Math.min(u[1], v[1]) <= t[1] &&
    t[1] <= Math.max(u[1], v[1])
  return (
    (a === 0 && within(r, p, q)) ||
    (b === 0 && within(s, p, q)) ||
    (c === 0 && within(p, r, s)) ||
    (d === 0 && within(q, r, s))
  )
}

/** How deep, in metres, one outline reaches into another; null while that is within the tolerance. */
export function overlapOf(a: Outline, b: Outline): number | null {
  if (!boxesTouch(boxOf(a), boxOf(b))) return null
  const within = pointWithin(a)
  const deepest = Math.max(
    reach(a, b, true),
    reach(b, a, true),
    isInside(b, within.lon, within.lat) ? metresToBorder(b, within.lon, within.lat) : 0,
  )
  return deepest > toleranceMetres ? deepest : null
}

/** How far, in metres, an outline sticks out of its parent's; null while that is within the tolerance. */
export function overhangOf(inner: Outline, outer: Outline): number | null {
  const within = pointWithin(inner)
  const away = isInside(outer, within.lon, within.lat)
    ? 0
    : metresToBorder(outer, within.lon, within.lat)
  const farthest = Math.max(away, reach(inner, outer, false))
  return farthest > toleranceMetres ? farthest : null
}

/** The farthest that the border of `a` goes into `b` (or out of it), sampled at its corners and between all crossings. */
function reach(a: Outline, b: Outline, into: boolean): number {
  const box = boxOf(b)
  const other = sidesOf(b)
  let farthest = 0
  for (const side of sidesOf(a).all) {
    if (into && !boxesTouch(side.box, box)) continue
    const near = other.around(side.box)
    for (const [lon, lat] of samplesOf(side, near)) {
      if (isOn(near, lon, lat) || other.holds(lon, lat) !== into) continue
      farthest = Math.max(farthest, metresToBorder(b, lon, lat))
    }
  }
  return farthest
}

/** Within a thousandth of a millimetre: a shared border, not an overlap. */
const isOn = (edges: readonly Side[], lon: number, lat: number): boolean =>
  edges.some(
    ({ from, to }) =>
      squareToSegment(from[0] - lon, from[1] - lat, to[0] - lon, to[1] - lat) < 1e-22,
  )

function samplesOf({ from: p, to: q }: Side, near: readonly Side[]): Position[] {
  const stops = [0, 1]
  for (const { from: r, to: s } of near) {
    const below = (q[0] - p[0]) * (s[1] - r[1]) - (q[1] - p[1]) * (s[0] - r[0])
    if (below === 0) continue
    const t = ((r[0] - p[0]) * (s[1] - r[1]) - (r[1] - p[1]) * (s[0] - r[0])) / below
    if (t > 0 && t < 1) stops.push(t)
  }
  stops.sort((x, y) => x - y)
  const middles = stops.slice(1).map((t, i) => (t + stops[i]!) / 2)
  return [0, ...middles].map((t) => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t] as const)
}
