// Shapes as GeoJSON wants them, and whether they meet a box.
import {
  type Box,
  type Outline,
  type Position,
  type Ring,
  boxOf,
  isInside,
  ringsOf,
} from '#core/places/geometry.ts'

export type Geometry = Outline | { type: 'Point'; coordinates: Position }

/** RFC 7946: the outer ring against the clock, holes with it. */
export function wound(outline: Outline): Outline {
  if (outline.type === 'Polygon')
    return { type: 'Polygon', coordinates: woundRings(outline.coordinates) }
  return { type: 'MultiPolygon', coordinates: outline.coordinates.map(woundRings) }
}

const woundRings = (rings: readonly Ring[]): Ring[] =>
  rings.map((ring, i) => (turns(ring) > 0 === (i === 0) ? ring : ring.toReversed()))

/** Twice the signed area: positive against the clock. */
function turns(ring: Ring): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1]!
    const [x2, y2] = ring[i]!
    sum += (x2 - x1) * (y2 + y1)
  }
  return -sum
}

export const meetsAny = (outline: Outline, boxes: readonly Box[]): boolean =>
  boxes.some((box) => meets(outline, box))

function meets(outline: Outline, box: Box): boolean {
  const own = boxOf(outline)
  if (own.west > box.east || own.east < box.west || own.south > box.north || own.north < box.south)
    return false
  if (isInside(outline, box.west, box.south)) return true
  return ringsOf(outline).some((ring) =>
    ring.some((at, i) => crosses(at, ring[i === 0 ? 0 : i - 1]!, box)),
  )
}

/** Whether a side touches the box: clipped against it from four directions, something is left. */
function crosses([x2, y2]: Position, [x1, y1]: Position, box: Box): boolean {
  let [first, last] = [0, 1]
  const sides: [number, number][] = [
    [x1 - x2, x1 - box.west],
    [x2 - x1, box.east - x1],
    [y1 - y2, y1 - box.south],
    [y2 - y1, box.north - y1],
  ]
  for (const [toward, room] of sides) {
    if (toward === 0) {
      if (room < 0) return false
      continue
    }
    const at = room / toward
    if (toward < 0) first = Math.max(first, at)
    else last = Math.min(last, at)
  }
  return first <= last
}

/** The box around all of them; null around none. */
export function boxAround(outlines: readonly Outline[]): Box | null {
  if (outlines.length === 0) return null
  const boxes = outlines.map(boxOf)
  return {
    west: Math.min(...boxes.map((box) => box.west)),
    south: Math.min(...boxes.map((box) => box.south)),
    east: Math.max(...boxes.map((box) => box.east)),
    north: Math.max(...boxes.map((box) => box.north)),
  }
}
