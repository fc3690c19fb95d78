// The ground of a drawing in whole numbers: corners in ten-millionths of a degree (about a centimetre), joined to loops
// that have their inside on the left. Whole numbers are equal or not, so two grids share a border exactly or not at all.
import { type Outline, type Polygon, type Position, type Scale, scaleAt } from './geometry.ts'

export type Corner = readonly [x: number, y: number]
/** Open: the last corner is joined to the first. Outer loops turn left, holes turn right. */
export type Loop = readonly Corner[]
export type Side = readonly [from: Corner, to: Corner]

const perDegree = 1e7

export const cornerAt = ([lon, lat]: Position): Corner => [
  Math.round(lon * perDegree),
  Math.round(lat * perDegree),
]
export const positionAt = ([x, y]: Corner): Position => [x / perDegree, y / perDegree]
export const keyOf = ([x, y]: Corner): string => `${x} ${y}`
export const isSame = (a: Corner, b: Corner): boolean => a[0] === b[0] && a[1] === b[1]

/** Metres per unit of the drawing, around its loops. */
export function unitsAt(loops: readonly Loop[]): Scale {
  const lats = loops.flatMap((loop) => loop.map(([, y]) => y))
  const middle = lats.reduce((sum, y) => sum + y, 0) / Math.max(1, lats.length)
  const { x, y } = scaleAt(middle / perDegree)
  return { x: x / perDegree, y: y / perDegree }
}

export const metresApart = (a: Corner, b: Corner, unit: Scale): number =>
  Math.hypot((a[0] - b[0]) * unit.x, (a[1] - b[1]) * unit.y)

export function sidesOf(loop: Loop): Side[] {
  return loop.map((from, i) => [from, loop[(i + 1) % loop.length]!] as const)
}

/** Above zero where b lies to the left of the way from o to a. Exact within a city. */
export const turn = (o: Corner, a: Corner, b: Corner): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

/** Twice the area in square units; below zero for a hole. Exact. */
export function twiceArea(loop: Loop): number {
  const [origin] = loop
  if (origin === undefined) return 0
  return sidesOf(loop).reduce((sum, [a, b]) => sum + turn(origin, a, b), 0)
}

export const squareMetres = (loops: readonly Loop[], unit: Scale): number =>
  (loops.reduce((sum, loop) => sum + twiceArea(loop), 0) / 2) * unit.x * unit.y

/** By the even-odd rule, for any point, also between whole numbers. */
export function contains(loops: readonly Loop[], x: number, y: number): boolean {
  let inside = false
  for (const loop of loops)
    for (const [[x1, y1], [x2, y2]] of sidesOf(loop))
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  return inside
}

/** The nearest point of a side, how far along it lies, and how far away in metres. */
export function nearestOn([a, b]: Side, at: Corner, unit: Scale) {
  const [dx, dy] = [(b[0] - a[0]) * unit.x, (b[1] - a[1]) * unit.y]
  const [px, py] = [(at[0] - a[0]) * unit.x, (at[1] - a[1]) * unit.y]
  const long = dx * dx + dy * dy
  const along = long === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / long))
  const corner: Corner = [
    Math.round(a[0] + (b[0] - a[0]) * along),
    Math.round(a[1] + (b[1] - a[1]) * along),
  ]
  return { corner, along, metres: Math.hypot(px - along * dx, py - along * dy) }
}

/** Where two sides cross, both going through: rounded to a corner. Null where they only touch or keep apart. */
export function crossing([a, b]: Side, [c, d]: Side): Corner | null {
  const [o1, o2, o3, o4] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (!(o1 > 0 !== o2 > 0 && o3 > 0 !== o4 > 0)) return null
  if (o1 === 0 || o2 === 0 || o3 === 0 || o4 === 0) return null
  const along = o3 / (o3 - o4)
  return [Math.round(a[0] + (b[0] - a[0]) * along), Math.round(a[1] + (b[1] - a[1]) * along)]
}

/** Loops of an outline as it was imported, whichever way its rings turn there. */
export function loopsOf(outline: Outline): Loop[] {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  return polygons.flatMap((rings) =>
    rings.map((ring, n) => {
      const loop = ring.slice(0, -1).map(cornerAt)
      return twiceArea(loop) > 0 === (n === 0) ? loop : loop.toReversed()
    }),
  )
}

/** Each outer loop with the holes that lie in it. */
export function piecesOf(loops: readonly Loop[]): Loop[][] {
  const outers = loops
    .filter((loop) => twiceArea(loop) > 0)
    .toSorted((a, b) => twiceArea(a) - twiceArea(b))
  const pieces = outers.map((outer) => [outer])
  for (const hole of loops.filter((loop) => twiceArea(loop) < 0)) {
    const [[a, b] = []] = sidesOf(hole)
    if (a === undefined || b === undefined) continue
    const around = pieces.find(([outer]) =>
      contains([outer!], (a[0] + b[0]) / 2, (a[1] + b[1]) / 2),
    )
    around?.push(hole)
  }
  return pieces
}

export function outlineOf(loops: readonly Loop[]): Outline {
  const closed = (loop: Loop) => [...loop, loop[0]!].map(positionAt)
  const polygons = piecesOf(loops).map((piece) => piece.map(closed))
  const [only] = polygons
  if (polygons.length === 1 && only !== undefined)
    return { type: 'Polygon', coordinates: only } satisfies Polygon
  return { type: 'MultiPolygon', coordinates: polygons }
}
