// Voronoi cells of many seeds, with corners that neighbours share exactly: a corner belongs to three seeds and is
// computed from them in the order of their numbers, whichever of the three asks.

export type Seed = { x: number; y: number }
/** Corners in order, each named by its three seeds; beside[i] is the seed beyond the side from corner i to i + 1. */
export type Cell = { corners: string[]; beside: number[] }
export type Diagram = { cells: (Cell | null)[]; corners: Map<string, Seed> }

type Side = { corner: Seed; beyond: number }

/** Seeds at the rim have open cells, for which null is returned: surround what matters by others. */
export function voronoi(seeds: readonly Seed[]): Diagram {
  const near = nearestFirst(seeds)
  const corners = new Map<string, Seed>()
  const cells = seeds.map((_, i) => cellOf(i, seeds, near, corners))
  return { cells, corners }
}

function cellOf(
  i: number,
  seeds: readonly Seed[],
  near: (i: number) => Generator<{ j: number; distance: number }>,
  corners: Map<string, Seed>,
): Cell | null {
  const seed = seeds[i]!
  const far = 1e7
  let sides: Side[] = [
    { corner: { x: seed.x - far, y: seed.y - far }, beyond: -1 },
    { corner: { x: seed.x + far, y: seed.y - far }, beyond: -1 },
    { corner: { x: seed.x + far, y: seed.y + far }, beyond: -1 },
    { corner: { x: seed.x - far, y: seed.y + far }, beyond: -1 },
  ]
  for (const { j, distance } of near(i)) {
    const reach = Math.max(
      ...sides.map(({ corner }) => Math.hypot(corner.x - seed.x, corner.y - seed.y)),
    )
    if (distance > 2 * reach) break
    sides = cut(sides, seed, seeds[j]!, j)
  }
  if (sides.some((side) => side.beyond < 0)) return null
  const names = sides.map((side, n) => {
    const before = sides.at(n - 1)!.beyond
    const key = [i, before, side.beyond].sort((a, b) => a - b).join(' ')
    if (!corners.has(key)) corners.set(key, centre(key, seeds))
    return key
  })
  return { corners: names, beside: sides.map((side) => side.beyond) }
}

/** Keeps what is nearer to the seed than to the other one. */
function cut(sides: Side[], seed: Seed, other: Seed, j: number): Side[] {
  const nx = other.x - seed.x
  const ny = other.y - seed.y
  const limit = (nx * (other.x + seed.x) + ny * (other.y + seed.y)) / 2
  const over = sides.map(({ corner }) => corner.x * nx + corner.y * ny - limit)
  if (over.every((value) => value <= 0)) return sides
  const kept: Side[] = []
  sides.forEach((side, n) => {
    const next = sides[(n + 1) % sides.length]!
    const [here, there] = [over[n]!, over[(n + 1) % sides.length]!]
    if (here <= 0) kept.push(side)
    if (here <= 0 === there <= 0) return
    const t = here / (here - there)
    const corner = {
      x: side.corner.x + (next.corner.x - side.corner.x) * t,
      y: side.corner.y + (next.corner.y - side.corner.y) * t,
    }
    kept.push({ corner, beyond: here <= 0 ? j : side.beyond })
  })
  return kept
}

function centre(key: string, seeds: readonly Seed[]): Seed {
  const [a, b, c] = key.split(' ').map((n) => seeds[Number(n)]!) as [Seed, Seed, Seed]
  const [bx, by, cx, cy] = [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y]
  const twice = 2 * (bx * cy - by * cx)
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy]
  return { x: a.x + (cy * bb - by * cc) / twice, y: a.y + (bx * cc - cx * bb) / twice }
}

/** The other seeds of one, roughly outward from it: by rings of buckets, sorted within each ring. */
function nearestFirst(seeds: readonly Seed[]) {
  const xs = seeds.map((seed) => seed.x)
  const ys = seeds.map((seed) => seed.y)
  const [west, south] = [least(xs), least(ys)]
  const [width, height] = [-least(xs.map((x) => -x)) - west, -least(ys.map((y) => -y)) - south]
  const side = Math.max(1e-6, Math.sqrt((width * height) / Math.max(1, seeds.length / 2)))
  const columns = Math.ceil(width / side) + 1
  const rows = Math.ceil(height / side) + 1
  const buckets: number[][] = Array.from({ length: columns * rows }, () => [])
  const placeOf = (seed: Seed) =>
    [Math.floor((seed.x - west) / side), Math.floor((seed.y - south) / side)] as const
  seeds.forEach((seed, i) => {
    const [x, y] = placeOf(seed)
    buckets[y * columns + x]!.push(i)
  })
  return function* (i: number): Generator<{ j: number; distance: number }> {
    const seed = seeds[i]!
    const [x0, y0] = placeOf(seed)
    let waiting: { j: number; distance: number }[] = []
    for (let ring = 0; ring <= Math.max(columns, rows); ring++) {
      for (let y = y0 - ring; y <= y0 + ring; y++) {
        if (y < 0 || y >= rows) continue
        const step = Math.abs(y - y0) === ring || ring === 0 ? 1 : 2 * ring
        for (let x = x0 - ring; x <= x0 + ring; x += step) {
          if (x < 0 || x >= columns) continue
          for (const j of buckets[y * columns + x]!)
            if (j !== i)
              waiting.push({ j, distance: Math.hypot(seeds[j]!.x - seed.x, seeds[j]!.y - seed.y) })
        }
      }
      // Only what lies within the rings already looked at may go out: nothing nearer can follow.
      const sure = ring * side
      waiting.sort((a, b) => a.distance - b.distance)
      let sent = 0
      while (sent < waiting.length && waiting[sent]!.distance <= sure) yield waiting[sent++]!
      waiting = waiting.slice(sent)
    }
    yield* waiting
  }
}

const least = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.min(a, b), Infinity)
