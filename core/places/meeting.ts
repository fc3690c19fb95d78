// Makes borders that lie on each other the same border: corners a hand's breadth apart become one, and where a corner of
// one loop lies on a side of another, that side gets the corner too. Surveyed and imported outlines need it, and so does
// a border that ends in the middle of a neighbour's side.
import type { Scale } from './geometry.ts'
import {
  type Corner,
  type Loop,
  type Side,
  crossing,
  isSame,
  keyOf,
  metresApart,
  nearestOn,
  sidesOf,
} from './corners.ts'

const roundsMax = 4

/** The same groups of loops, with shared corners wherever they come nearer than so many metres. */
export function meet(groups: readonly (readonly Loop[])[], within: number, unit: Scale): Loop[][] {
  const known = new NearCorners(within, unit)
  let met = groups.map((loops) =>
    loops.map((loop) => loop.map((corner) => known.same(corner))).flatMap(tidied),
  )
  for (let round = 0; round < roundsMax; round++) {
    const stops = stopsOn(met.flat(), within, unit)
    if (stops.size === 0) return met
    met = met.map((loops) => loops.map((loop) => withStops(loop, stops)).flatMap(tidied))
  }
  return met
}

/** Without a corner twice in a row, and without going out and straight back. Nothing, if nothing is left. */
function tidied(loop: Loop): Loop[] {
  const kept: Corner[] = []
  for (const corner of loop) {
    if (kept.length > 0 && isSame(kept.at(-1)!, corner)) continue
    if (kept.length > 1 && isSame(kept.at(-2)!, corner)) kept.pop()
    else kept.push(corner)
  }
  while (kept.length > 2) {
    if (isSame(kept[0]!, kept.at(-1)!)) kept.pop()
    else if (isSame(kept[1]!, kept.at(-1)!)) kept.shift()
    else if (isSame(kept[0]!, kept.at(-2)!)) kept.pop()
    else break
  }
  return kept.length > 2 ? [kept] : []
}

/** The first corner that came to a spot stands for all that come near it. */
class NearCorners {
  private readonly cells = new Map<string, Corner[]>()
  private readonly within: number
  private readonly unit: Scale

  constructor(within: number, unit: Scale) {
    this.within = within
    this.unit = unit
  }

  same(corner: Corner): Corner {
    const size = Math.max(1, this.within / Math.min(this.unit.x, this.unit.y))
    const [cx, cy] = [Math.floor(corner[0] / size), Math.floor(corner[1] / size)]
    for (let x = cx - 1; x <= cx + 1; x++)
      for (let y = cy - 1; y <= cy + 1; y++)
        for (const other of this.cells.get(`${x} ${y}`) ?? [])
          if (metresApart(corner, other, this.unit) <= this.within) return other
    const key = `${cx} ${cy}`
    this.cells.set(key, [...(this.cells.get(key) ?? []), corner])
    return corner
  }
}

type Stops = Map<string, Corner[]>
const sideKey = ([a, b]: Side) =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
    ? `${keyOf(a)},${keyOf(b)}`
    : `${keyOf(b)},${keyOf(a)}`

/** For each side that needs them, the corners that lie on it or where another side crosses it. */
function stopsOn(loops: readonly Loop[], within: number, unit: Scale): Stops {
  const sides = new Map(loops.flatMap(sidesOf).map((side) => [sideKey(side), side]))
  const corners = new Map(loops.flat().map((corner) => [keyOf(corner), corner]))
  const pad = within / Math.min(unit.x, unit.y)
  const near = new SideCells([...sides.values()], pad)
  const stops: Stops = new Map()
  const stop = (side: Side, corner: Corner) => {
    if (isSame(side[0], corner) || isSame(side[1], corner)) return
    const key = sideKey(side)
    const known = stops.get(key) ?? []
    if (!known.some((each) => isSame(each, corner))) stops.set(key, [...known, corner])
  }
  for (const corner of corners.values())
    for (const side of near.around([corner, corner]))
      if (nearestOn(side, corner, unit).metres <= within) stop(side, corner)
  for (const side of sides.values())
    for (const other of near.around(side)) {
      const at = crossing(side, other)
      if (at !== null) stop(side, at)
    }
  return stops
}

function withStops(loop: Loop, stops: Stops): Loop {
  return sidesOf(loop).flatMap((side) => {
    const on = stops.get(sideKey(side))
    if (on === undefined) return [side[0]]
    const [from] = side
    const far = (corner: Corner) => Math.hypot(corner[0] - from[0], corner[1] - from[1])
    return [from, ...on.toSorted((a, b) => far(a) - far(b))]
  })
}

/** Sides by the cells of a lattice they reach into. */
class SideCells {
  private readonly cells = new Map<string, Side[]>()
  private readonly size: number
  private readonly pad: number

  constructor(sides: readonly Side[], pad: number) {
    const spans = sides.map(([a, b]) => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])))
    const mean = spans.reduce((sum, span) => sum + span, 0) / Math.max(1, spans.length)
    this.size = Math.max(1, mean)
    this.pad = pad
    for (const side of sides)
      for (const key of this.keysOf(side)) {
        const known = this.cells.get(key)
        if (known === undefined) this.cells.set(key, [side])
        else known.push(side)
      }
  }

  around(side: Side): Set<Side> {
    return new Set(this.keysOf(side).flatMap((key) => this.cells.get(key) ?? []))
  }

  private keysOf([a, b]: Side): string[] {
    const cell = (value: number) => Math.floor(value / this.size)
    const keys: string[] = []
    for (
      let x = cell(Math.min(a[0], b[0]) - this.pad);
      x <= cell(Math.max(a[0], b[0]) + this.pad);
      x++
    )
      for (
        let y = cell(Math.min(a[1], b[1]) - this.pad);
        y <= cell(Math.max(a[1], b[1]) + this.pad);
        y++
      )
        keys.push(`${x} ${y}`)
    return keys
  }
}
