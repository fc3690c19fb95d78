// From Voronoi cells to outlines that look drawn: sides wobble, and the outline of a larger area is what its cells do
// not share. Both sides of a border use the same points, so there is never a gap or an overlap.
import type { Outline, Position, Ring } from '#core/places/geometry.ts'
import { selfCrossing } from '#core/places/outline-faults.ts'
import { hashUnit } from './hash.ts'
import { type Cell, type Diagram, type Seed } from './voronoi.ts'

export type Mesh = {
  /** Outline of the union of some cells. */
  outlineOf: (cells: readonly number[]) => Outline
}

type Placing = { toPosition: (at: Seed) => Position; stepMetres: number }

export function meshOf(diagram: Diagram, placing: Placing): Mesh {
  const straight = new Set<string>()
  const drawn = new Map<string, Seed[]>()
  const lineOf = (a: string, b: string) =>
    drawnSide(diagram, { a, b, straight, drawn, step: placing.stepMetres })
  // Where wobbling makes a cell cross itself (a sharp corner), its sides are drawn straight.
  for (let round = 0; round < 4; round++) {
    const bad = diagram.cells.filter(
      (cell) => cell !== null && selfCrossing(ringOf(cell.corners, lineOf, placing)) !== null,
    )
    for (const cell of bad)
      for (const [a, b] of sidesOf(cell!)) {
        straight.add(sideKey(a, b))
        drawn.delete(sideKey(a, b))
      }
    if (bad.length === 0) break
  }
  return {
    outlineOf: (cells) => {
      const loops = loopsAround(cells.flatMap((i) => diagram.cells[i] ?? []))
      return polygons(loops.map((loop) => ringOf(loop, lineOf, placing)))
    },
  }
}

const sidesOf = (cell: Cell): [string, string][] =>
  cell.corners.map((corner, n) => [corner, cell.corners[(n + 1) % cell.corners.length]!])

const sideKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`)

type LineOf = (a: string, b: string) => Seed[]

function ringOf(corners: readonly string[], lineOf: LineOf, placing: Placing): Ring {
  const points = corners.flatMap((corner, n) => lineOf(corner, corners[(n + 1) % corners.length]!))
  const ring = points.map(placing.toPosition)
  const closed = [...ring, ring[0]!]
  return closed.filter(
    (p, i) => i === 0 || p[0] !== closed[i - 1]![0] || p[1] !== closed[i - 1]![1],
  )
}

type Side = {
  a: string
  b: string
  straight: Set<string>
  drawn: Map<string, Seed[]>
  step: number
}

/** From a towards b, without b itself. Drawn once, in the order of the names, and turned round for the other side. */
function drawnSide(diagram: Diagram, { a, b, straight, drawn, step }: Side): Seed[] {
  const key = sideKey(a, b)
  let line = drawn.get(key)
  if (line === undefined) {
    const [from, to] = a < b ? [a, b] : [b, a]
    const [start, end] = [diagram.corners.get(from)!, diagram.corners.get(to)!]
    line = [start, ...(straight.has(key) ? [] : wobble(start, end, { key, step, depth: 0 })), end]
    drawn.set(key, line)
  }
  return a < b ? line.slice(0, -1) : line.slice(1).reverse()
}

/** Midpoints set off to one side, again and again; less each time, so that it stays a line and not a zigzag. */
function wobble(from: Seed, to: Seed, way: { key: string; step: number; depth: number }): Seed[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (way.depth > 3 || Math.hypot(dx, dy) < way.step) return []
  const off = (hashUnit(way.key) - 0.5) * ([0.2, 0.14, 0.11, 0.08][way.depth] ?? 0)
  const middle = { x: from.x + dx / 2 - dy * off, y: from.y + dy / 2 + dx * off }
  const next = (mark: string) => ({ key: way.key + mark, step: way.step, depth: way.depth + 1 })
  return [...wobble(from, middle, next('l')), middle, ...wobble(middle, to, next('r'))]
}

/** Sides that only one of the cells has, chained into loops of corners. Three cells meet at a corner, never four. */
function loopsAround(cells: readonly Cell[]): string[][] {
  const next = new Map<string, string>()
  for (const cell of cells) for (const [a, b] of sidesOf(cell)) next.set(`${a}|${b}`, b)
  const outer = new Map<string, string>()
  for (const cell of cells)
    for (const [a, b] of sidesOf(cell)) if (!next.has(`${b}|${a}`)) outer.set(a, b)
  const loops: string[][] = []
  while (outer.size > 0) {
    const loop: string[] = []
    for (let at = outer.keys().next().value; at !== undefined && outer.has(at);) {
      loop.push(at)
      const to: string = outer.get(at)!
      outer.delete(at)
      at = to
    }
    loops.push(loop)
  }
  return loops
}

/** Cells run counter-clockwise, so outer loops do and holes run clockwise. */
function polygons(rings: Ring[]): Outline {
  const isHole = (ring: Ring) => turn(ring) < 0
  const outers = rings.filter((ring) => !isHole(ring)).map((ring) => [ring])
  for (const hole of rings.filter(isHole)) {
    const around = outers.find(([outer]) => contains(outer!, hole[0]!)) ?? outers[0]
    around?.push(hole)
  }
  return outers.length === 1
    ? { type: 'Polygon', coordinates: outers[0]! }
    : { type: 'MultiPolygon', coordinates: outers }
}

function turn(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] * y - x * ring[i]![1]), 0)
}

function contains(ring: Ring, [x, y]: Position): boolean {
  return ring.slice(1).reduce((inside, [x2, y2], i) => {
    const [x1, y1] = ring[i]!
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside
  }, false)
}
