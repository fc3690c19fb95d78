// The sides of an outline in bands of latitude, so that comparing it with many others looks only at what lies level.
import { boxOf, ringsOf, type Box, type Outline, type Position } from './geometry.ts'

export type Side = { from: Position; to: Position; box: Box }
export type Sides = {
  all: readonly Side[]
  /** Those whose own box touches this one. */
  around: (box: Box) => Side[]
  holds: (lon: number, lat: number) => boolean
}

const known = new WeakMap<Outline, Sides>()

/** Kept for as long as the outline is: a parent is asked by all its children. */
export function sidesOf(outline: Outline): Sides {
  const kept = known.get(outline)
  if (kept !== undefined) return kept
  const built = build(outline)
  known.set(outline, built)
  return built
}

function build(outline: Outline): Sides {
  const box = boxOf(outline)
  const all = ringsOf(outline).flatMap((ring) =>
    ring.slice(1).map((to, i) => ({ from: ring[i]!, to, box: boxOfSide(ring[i]!, to) })),
  )
  const count = Math.max(1, Math.min(200, Math.round(all.length / 8)))
  const bandOf = (lat: number) =>
    Math.min(
      count - 1,
      Math.max(0, Math.floor(((lat - box.south) / (box.north - box.south || 1)) * count)),
    )
  const bands: number[][] = Array.from({ length: count }, () => [])
  all.forEach((side, i) => {
    for (let band = bandOf(side.box.south); band <= bandOf(side.box.north); band++)
      bands[band]!.push(i)
  })
  return {
    all,
    around: (wanted) => {
      const found = new Set<number>()
      for (let band = bandOf(wanted.south); band <= bandOf(wanted.north); band++)
        for (const i of bands[band]!) if (boxesTouch(wanted, all[i]!.box)) found.add(i)
      return Array.from(found, (i) => all[i]!)
    },
    holds: (lon, lat) => {
      let inside = false
      for (const i of bands[bandOf(lat)]!) {
        const { from, to } = all[i]!
        if (from[1] > lat === to[1] > lat) continue
        if (lon < ((to[0] - from[0]) * (lat - from[1])) / (to[1] - from[1]) + from[0])
          inside = !inside
      }
      return inside
    },
  }
}

export function boxesTouch(a: Box, b: Box): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north
}

function boxOfSide(p: Position, q: Position): Box {
  return {
    west: Math.min(p[0], q[0]),
    east: Math.max(p[0], q[0]),
    south: Math.min(p[1], q[1]),
    north: Math.max(p[1], q[1]),
  }
}
