// Outlines ready for an SVG: projected to a small plane of whole numbers, thinned, in order of code. Neighbours keep
// their shared border exactly: a border's points are kept or dropped by the border itself, never by one of its sides.
import type { Area } from '#core/places/area.ts'
import type { MapShape, MapView } from '#core/places/contract.ts'
import {
  boxOf,
  pointWithin,
  ringsOf,
  scaleAt,
  type Outline,
  type Position,
} from '#core/places/geometry.ts'
import type { Geography } from './geography.ts'

const widthUnits = 4000
/** Corners nearer than this to the last one kept are left out, unless three areas meet there. */
const thinUnits = 9

type Plane = {
  /** The key of a corner: equal for equal corners, and quick to compare. */
  keyOf: (corner: Position) => number
  west: number
  north: number
  perX: number
  perY: number
  height: number
  metresPerUnit: number
}

/** The map of an area by the outlines of a day, or null where none is known. */
export function drawMap(
  geography: Geography,
  area: Area,
  wanted: string | null,
  day: string,
): MapView | null {
  const own = geography.outlineOf(area.id, day)
  const shapes = shapesAt(geography, area, wanted, day)
  const outlines = [...(own === null ? [] : [own.outline]), ...shapes.map((shape) => shape.outline)]
  if (outlines.length === 0) return null
  const plane = planeOf(outlines)
  const between = betweenOf(geography, area, shapes, day)
  const kept = meetingPoints([...outlines, ...between.map((shape) => shape.outline)], plane)
  const draw = ({ area: each, outline, within }: Shape): MapShape => {
    const middle = pointWithin(outline)
    return {
      code: each.code,
      name: each.name,
      nameEn: each.nameEn,
      kind: each.kind,
      within,
      rings: ringsOf(outline).map((ring) => thin(ring, plane, kept)),
      label: project([middle.lon, middle.lat], plane),
    }
  }
  const level = shapes[0]?.area.level ?? area.level
  return {
    code: area.code,
    level,
    schematic: shapes.some((shape) => shape.schematic) || own?.schematic === true,
    boundaryVersion: own?.validFrom ?? day,
    width: widthUnits,
    height: plane.height,
    metresPerUnit: plane.metresPerUnit,
    origin: { west: plane.west, north: plane.north, perX: plane.perX, perY: plane.perY },
    outline: own === null ? [] : ringsOf(own.outline).map((ring) => thin(ring, plane, kept)),
    between: between.map(draw),
    shapes: shapes.map(draw),
  }
}

type Shape = { area: Area; outline: Outline; schematic: boolean; within: string }

/** The wanted level below the area; without a wish, its children; an area without any shows itself. */
function shapesAt(geography: Geography, area: Area, wanted: string | null, day: string): Shape[] {
  const found: Shape[] = []
  const visit = (at: Area, within: string) => {
    for (const child of geography.children(at.id, day)) {
      const inside = at.id === area.id ? child.code : within
      if (wanted === null || child.level === wanted) {
        const known = geography.outlineOf(child.id, day)
        if (known !== null)
          found.push({
            area: child,
            within: inside,
            outline: known.outline,
            schematic: known.schematic,
          })
      } else visit(child, inside)
    }
  }
  visit(area, area.code)
  if (found.length > 0) return found
  const own = geography.outlineOf(area.id, day)
  return own === null
    ? []
    : [{ area, within: area.code, outline: own.outline, schematic: own.schematic }]
}

/** Children of the area that are not themselves the shapes: drawn as heavier lines. */
function betweenOf(
  geography: Geography,
  area: Area,
  shapes: readonly Shape[],
  day: string,
): Shape[] {
  const drawn = new Set(shapes.map((shape) => shape.area.id))
  return geography.children(area.id, day).flatMap((child) => {
    const known = drawn.has(child.id) ? null : geography.outlineOf(child.id, day)
    return known === null
      ? []
      : [{ area: child, within: child.code, outline: known.outline, schematic: known.schematic }]
  })
}

function planeOf(outlines: readonly Outline[]): Plane {
  const boxes = outlines.map(boxOf)
  const west = Math.min(...boxes.map((box) => box.west))
  const east = Math.max(...boxes.map((box) => box.east))
  const south = Math.min(...boxes.map((box) => box.south))
  const north = Math.max(...boxes.map((box) => box.north))
  const scale = scaleAt((south + north) / 2)
  const perX = (east - west) / widthUnits
  // A centimetre, or coarser where the map is so wide that a number could not hold both halves.
  const unit = Math.max(1e-7, Math.max(east - west, north - south) / 2 ** 26)
  const keyOf = ([lon, lat]: Position) =>
    Math.round((lon - west) / unit) * 2 ** 27 + Math.round((lat - south) / unit)
  const metresPerUnit = perX * scale.x
  const perY = metresPerUnit / scale.y
  return {
    keyOf,
    west,
    north,
    perX,
    perY,
    height: Math.ceil((north - south) / perY),
    metresPerUnit,
  }
}

const project = ([lon, lat]: Position, plane: Plane): [number, number] => [
  Math.round((lon - plane.west) / plane.perX),
  Math.round((plane.north - lat) / plane.perY),
]

/**
 * Which corners stay. Where three or more outlines meet, always; between such points a border is walked once, from its
 * lower end, and every corner far enough from the last is kept. Both sides then drop the same corners.
 */
function meetingPoints(outlines: readonly Outline[], plane: Plane): ReadonlySet<number> {
  const links = new Map<number, Set<number>>()
  const link = (a: number, b: number) => links.get(a)?.add(b) ?? links.set(a, new Set([b]))
  const rings = outlines.flatMap((outline) => ringsOf(outline))
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      link(plane.keyOf(ring[i - 1]!), plane.keyOf(ring[i]!))
      link(plane.keyOf(ring[i]!), plane.keyOf(ring[i - 1]!))
    }
  const kept = new Set([...links].flatMap(([corner, to]) => (to.size > 2 ? [corner] : [])))
  for (const ring of rings) keepAlong(ring.slice(0, -1), kept, plane)
  return kept
}

function keepAlong(ring: readonly Position[], kept: Set<number>, plane: Plane): void {
  const fixed = ring.flatMap((corner, i) => (kept.has(plane.keyOf(corner)) ? [i] : []))
  if (fixed.length === 0) {
    const start = lowestOf(ring, plane)
    kept.add(plane.keyOf(ring[start]!))
    fixed.push(start)
  }
  fixed.forEach((from, n) => {
    const to = fixed[(n + 1) % fixed.length]!
    const length = (to - from + ring.length) % ring.length || ring.length
    const line = Array.from({ length: length + 1 }, (_, k) => ring[(from + k) % ring.length]!)
    const [first, last] = [plane.keyOf(line[0]!), plane.keyOf(line.at(-1)!)]
    const turned =
      first > last || (first === last && plane.keyOf(line[1]!) > plane.keyOf(line.at(-2)!))
    const walk = turned ? line.reverse() : line
    let at = project(walk[0]!, plane)
    for (const corner of walk.slice(1, -1)) {
      const here = project(corner, plane)
      if (Math.hypot(here[0] - at[0], here[1] - at[1]) < thinUnits) continue
      kept.add(plane.keyOf(corner))
      at = here
    }
  })
}

function lowestOf(ring: readonly Position[], plane: Plane): number {
  return ring.reduce(
    (least, corner, i) => (plane.keyOf(corner) < plane.keyOf(ring[least]!) ? i : least),
    0,
  )
}

function thin(ring: readonly Position[], plane: Plane, kept: ReadonlySet<number>): number[] {
  const out: number[] = []
  for (const corner of ring) {
    if (!kept.has(plane.keyOf(corner))) continue
    const [x, y] = project(corner, plane)
    if (out.length >= 2 && out.at(-2) === x && out.at(-1) === y) continue
    out.push(x, y)
  }
  return out
}
