// Who has which ground in the schematic district: a lattice of points, each given to the nearest street centre (with
// some drift, so that borders wander), and each street's points shared out among its communities and their grids.
import { hashPoint, hashUnit } from './hash.ts'
import type { Seed } from './voronoi.ts'

export type Centre = Seed & { code: string }

const latticeMetres = 60

/** Smooth drift from −1 to 1, repeating nowhere within a district. */
export function drift(at: Seed, scale: number, salt: number): number {
  const [x, y] = [at.x / scale, at.y / scale]
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  const ease = (t: number) => t * t * (3 - 2 * t)
  const [u, v] = [ease(x - x0), ease(y - y0)]
  const corner = (dx: number, dy: number) => hashPoint(x0 + dx, y0 + dy, salt) * 2 - 1
  const low = corner(0, 0) * (1 - u) + corner(1, 0) * u
  const high = corner(0, 1) * (1 - u) + corner(1, 1) * u
  return low * (1 - v) + high * v
}

/** The lattice points of each centre, and seeds outside but near, whose cells lie beyond the border. */
export function shareGround(centres: readonly Centre[]): {
  of: Map<string, Seed[]>
  beyond: Seed[]
} {
  const reach = new Map(centres.map((centre) => [centre.code, reachOf(centre, centres)]))
  const links = linksOf(centres)
  const of = new Map<string, Seed[]>(centres.map((centre) => [centre.code, []]))
  const beyond: Seed[] = []
  const margin = 5000
  const [west, east] = [
    Math.min(...centres.map((c) => c.x)) - margin,
    Math.max(...centres.map((c) => c.x)) + margin,
  ]
  const [south, north] = [
    Math.min(...centres.map((c) => c.y)) - margin,
    Math.max(...centres.map((c) => c.y)) + margin,
  ]
  for (let y = south; y <= north; y += latticeMetres)
    for (let x = west; x <= east; x += latticeMetres) {
      const at = { x, y }
      const moved = {
        x: x + 360 * drift(at, 1100, 1) + 110 * drift(at, 330, 2),
        y: y + 360 * drift(at, 1100, 3) + 110 * drift(at, 330, 4),
      }
      const depth = depthAt(moved, centres, reach, links)
      if (depth > 0) of.get(nearestOf(moved, centres).code)!.push(at)
      else if (depth > -1500 && depth < -100 && isBeyondSeed(at)) beyond.push(at)
    }
  return { of, beyond }
}

/** Scattered, about one in thirty: the border runs midway between these and the outermost grids. */
const isBeyondSeed = (at: Seed): boolean => hashPoint(Math.round(at.x), Math.round(at.y), 5) < 0.035

/** Metres into the district: within reach of a centre, or of the road between two neighbouring ones. */
function depthAt(
  at: Seed,
  centres: readonly Centre[],
  reach: ReadonlyMap<string, number>,
  links: Link[],
): number {
  let depth = -Infinity
  for (const centre of centres)
    depth = Math.max(depth, reach.get(centre.code)! - Math.hypot(at.x - centre.x, at.y - centre.y))
  for (const link of links) {
    if (depth > 0) return depth
    depth = Math.max(depth, link.width - toLink(at, link))
  }
  return depth
}

function reachOf(centre: Centre, centres: readonly Centre[]): number {
  const distances = centres
    .filter((other) => other !== centre)
    .map((other) => Math.hypot(other.x - centre.x, other.y - centre.y))
    .sort((a, b) => a - b)
  return Math.min(2900, Math.max(1150, ((distances[0]! + distances[1]!) / 2) * 0.62))
}

/** Farther apart, two centres are not neighbours; the farthest of Nan'an is still within it. */
const linkMetresMax = 10_800

type Link = { from: Seed; to: Seed; width: number }

/** The ground between neighbouring centres, wider where they lie far apart: it fills the hollows of the outline. */
function linksOf(centres: readonly Centre[]): Link[] {
  return centres.flatMap((from, i) =>
    centres.slice(i + 1).flatMap((to) => {
      const length = Math.hypot(from.x - to.x, from.y - to.y)
      return length > linkMetresMax
        ? []
        : [{ from, to, width: Math.min(2000, 600 + length * 0.16) }]
    }),
  )
}

function toLink(at: Seed, { from, to }: Link): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const t = Math.min(
    1,
    Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy)),
  )
  return Math.hypot(at.x - from.x - t * dx, at.y - from.y - t * dy)
}

function nearestOf<T extends Seed>(at: Seed, places: readonly T[]): T {
  let best = places[0]!
  let least = Infinity
  for (const place of places) {
    const square = (place.x - at.x) ** 2 + (place.y - at.y) ** 2
    if (square < least) [least, best] = [square, place]
  }
  return best
}

/** Splits ground into so many compact parts of about one size (Lloyd's method), in reading order: north first, then west. */
export function split(
  ground: readonly Seed[],
  count: number,
  name: string,
): { middle: Seed; ground: Seed[] }[] {
  let middles = spread(ground, count, name)
  let parts: Seed[][] = []
  for (let round = 0; round < 7; round++) {
    parts = middles.map(() => [])
    for (const at of ground) parts[indexOfNearest(at, middles)]!.push(at)
    middles = parts.map((part, i) => (part.length === 0 ? middles[i]! : meanOf(part)))
  }
  const band = Math.sqrt((ground.length / count) * latticeMetres ** 2)
  return middles
    .map((middle, i) => ({ middle, ground: parts[i]! }))
    .sort((a, b) => Math.round((b.middle.y - a.middle.y) / band) || a.middle.x - b.middle.x)
}

function indexOfNearest(at: Seed, places: readonly Seed[]): number {
  let best = 0
  let least = Infinity
  for (let i = 0; i < places.length; i++) {
    const square = (places[i]!.x - at.x) ** 2 + (places[i]!.y - at.y) ** 2
    if (square < least) [least, best] = [square, i]
  }
  return best
}

/** Each next one as far as can be from those before it. */
function spread(ground: readonly Seed[], count: number, name: string): Seed[] {
  const chosen = [ground[Math.floor(hashUnit(name) * ground.length)]!]
  const distances = ground.map(() => Infinity)
  while (chosen.length < count) {
    const last = chosen.at(-1)!
    let farthest = 0
    ground.forEach((at, i) => {
      distances[i] = Math.min(distances[i]!, (at.x - last.x) ** 2 + (at.y - last.y) ** 2)
      if (distances[i]! > distances[farthest]!) farthest = i
    })
    chosen.push(ground[farthest]!)
  }
  return chosen
}

function meanOf(ground: readonly Seed[]): Seed {
  return {
    x: ground.reduce((sum, at) => sum + at.x, 0) / ground.length,
    y: ground.reduce((sum, at) => sum + at.y, 0) / ground.length,
  }
}
