// Which parts of a map a shape touches that somebody draws on it: a circle round a point, or a few corners. In the plane of
// the map, on the device: what was drawn is sent to nobody, only the codes of what it touches. Pure.
import { squareToSegment } from './geometry.ts'

export type FlatPoint = readonly [x: number, y: number]
/** In units of the map; a polygon closes itself. */
export type Drawn =
  | { kind: 'circle'; at: FlatPoint; radius: number }
  | { kind: 'corners'; corners: readonly FlatPoint[] }

type Part = { code: string; rings: readonly (readonly number[])[] }
type Side = readonly [FlatPoint, FlatPoint]

export const radiiMetres = [100, 200, 500, 1000, 3000] as const
export const cornersMost = 12

/** Codes of the parts that have ground in common with what was drawn, in their order. */
export const touchedBy = (drawn: Drawn, parts: readonly Part[]): string[] =>
  parts.filter((part) => touches(drawn, sidesOf(part))).map(({ code }) => code)

function touches(drawn: Drawn, sides: readonly Side[]): boolean {
  if (drawn.kind === 'circle')
    return isIn(drawn.at, sides) || sides.some((side) => isNear(side, drawn))
  const { corners } = drawn
  const [first] = corners
  if (first === undefined || corners.length < 3) return false
  const own = closed(corners)
  const [theirs] = sides[0] ?? []
  return (
    isIn(first, sides) ||
    (theirs !== undefined && isIn(theirs, own)) ||
    own.some((one) => sides.some((other) => cross(one, other)))
  )
}

function sidesOf({ rings }: Part): Side[] {
  return rings.flatMap((flat) => {
    const points: FlatPoint[] = []
    for (let i = 0; i + 1 < flat.length; i += 2) points.push([flat[i]!, flat[i + 1]!])
    return closed(points)
  })
}

const closed = (points: readonly FlatPoint[]): Side[] =>
  points.map((point, i) => [point, points[(i + 1) % points.length]!] as const)

const isNear = (
  [[x1, y1], [x2, y2]]: Side,
  { at: [x, y], radius }: Extract<Drawn, { kind: 'circle' }>,
): boolean => squareToSegment(x1 - x, y1 - y, x2 - x, y2 - y) <= radius * radius

/** Even-odd, so that holes and islands need no other mark. */
function isIn([x, y]: FlatPoint, sides: readonly Side[]): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of sides)
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  return inside
}

const turn = ([ax, ay]: FlatPoint, [bx, by]: FlatPoint, [cx, cy]: FlatPoint): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

/** They cross; sides that only meet in a corner or lie along each other share no ground. */
const cross = ([a, b]: Side, [c, d]: Side): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
