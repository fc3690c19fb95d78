// The plain geometry behind AreaMap: fitting boundaries to a picture, where a label stands, who the neighbours are, and
// classes by natural breaks. Pure; a district is small enough for a flat projection.
export type Position = readonly [lon: number, lat: number]
export type Ring = readonly Position[]
export type Point = { x: number; y: number }
export type Frame = { width: number; height: number; project: (at: Position) => Point }

/** A frame of the given width that holds all rings with some air; its height follows their shape within bounds. */
export function frameFor(rings: readonly Ring[], width: number, heightMax: number): Frame {
  const all = rings.flat()
  if (all.length === 0) return { width, height: heightMax, project: () => ({ x: 0, y: 0 }) }
  const [west, east] = extent(all.map(([lon]) => lon))
  const [south, north] = extent(all.map(([, lat]) => lat))
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const pad = 8
  const spanX = Math.max((east - west) * squeeze, 1e-9)
  const spanY = Math.max(north - south, 1e-9)
  const scale = Math.min((width - 2 * pad) / spanX, (heightMax - 2 * pad) / spanY)
  const height = Math.round(spanY * scale + 2 * pad)
  const left = (width - spanX * scale) / 2
  return {
    width,
    height,
    project: ([lon, lat]) => ({
      x: left + (lon - west) * squeeze * scale,
      y: pad + (north - lat) * scale,
    }),
  }
}

function extent(values: number[]): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

export function pathOf(rings: readonly Ring[], frame: Frame): string {
  return rings
    .map((ring) => {
      const points = ring.map((at) => frame.project(at))
      return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}z`
    })
    .join('')
}

type Place = { point: Point; size: number; box: { width: number; height: number } }

/** Where the label of an area stands: the centre of its largest ring, moved inside where the shape is bent. */
export function placeOf(rings: readonly Ring[], frame: Frame): Place {
  let best: { points: Point[]; size: number } = { points: [], size: -1 }
  for (const ring of rings) {
    const points = ring.map((at) => frame.project(at))
    const size = Math.abs(signedSize(points))
    if (size > best.size) best = { points, size }
  }
  const { points, size } = best
  const [left, right] = extent(points.map(({ x }) => x))
  const [top, bottom] = extent(points.map(({ y }) => y))
  const centre = centreOf(points)
  return {
    point: isInside(centre, points) ? centre : widestAt(centre.y, points, centre),
    size,
    box: { width: right - left, height: bottom - top },
  }
}

function signedSize(points: Point[]): number {
  let sum = 0
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length] ?? a
    sum += a.x * b.y - b.x * a.y
  })
  return sum / 2
}

function centreOf(points: Point[]): Point {
  const size = signedSize(points)
  if (Math.abs(size) < 1e-9) return points[0] ?? { x: 0, y: 0 }
  let x = 0
  let y = 0
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length] ?? a
    const cross = a.x * b.y - b.x * a.y
    x += (a.x + b.x) * cross
    y += (a.y + b.y) * cross
  })
  return { x: x / (6 * size), y: y / (6 * size) }
}

function crossingsAt(y: number, points: Point[]): number[] {
  const found: number[] = []
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length] ?? a
    if (a.y > y !== b.y > y) found.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x))
  })
  return found.sort((p, q) => p - q)
}

function isInside(at: Point, points: Point[]): boolean {
  return crossingsAt(at.y, points).filter((x) => x > at.x).length % 2 === 1
}

function widestAt(y: number, points: Point[], otherwise: Point): Point {
  const crossings = crossingsAt(y, points)
  let best = { width: 0, x: otherwise.x }
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const from = crossings[i] ?? 0
    const to = crossings[i + 1] ?? 0
    if (to - from > best.width) best = { width: to - from, x: (from + to) / 2 }
  }
  return { x: best.x, y }
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const headings: Record<Direction, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** The next area in that direction: near counts, straight ahead counts more. */
export function neighbour<T extends { point: Point }>(
  from: Point,
  others: T[],
  direction: Direction,
): T | null {
  const { x: hx, y: hy } = headings[direction]
  let best: { cost: number; area: T } | null = null
  for (const area of others) {
    const dx = area.point.x - from.x
    const dy = area.point.y - from.y
    const ahead = dx * hx + dy * hy
    const aside = Math.abs(dx * hy - dy * hx)
    if (ahead <= 1 || aside > ahead * 2) continue
    const cost = ahead + aside * 1.6
    if (best === null || cost < best.cost) best = { cost, area }
  }
  return best?.area ?? null
}
