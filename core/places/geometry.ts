// Outlines on the ground: rings of WGS-84 degrees, distances in metres. Within a city the earth is treated as flat
// around the point in question, which is off by less than one part in a thousand over M = 2,000 m.

export type Position = readonly [lon: number, lat: number]
/** Closed: first and last position are equal. */
export type Ring = readonly Position[]
export type Polygon = { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
export type MultiPolygon = {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly Ring[])[]
}
export type Outline = Polygon | MultiPolygon
export type Point = { lon: number; lat: number }
export type Box = { west: number; south: number; east: number; north: number }
/** Metres per degree. */
export type Scale = { x: number; y: number }

/** All rings. With the even-odd rule holes and islands need no other mark. */
export function ringsOf(outline: Outline): readonly Ring[] {
  return outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
}

export function boxOf(outline: Outline): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const ring of ringsOf(outline))
    for (const [lon, lat] of ring) {
      if (lon < box.west) box.west = lon
      if (lon > box.east) box.east = lon
      if (lat < box.south) box.south = lat
      if (lat > box.north) box.north = lat
    }
  return box
}

/** Series of the WGS-84 ellipsoid; exact to a metre per degree. */
export function scaleAt(lat: number): Scale {
  const c = Math.cos((lat * Math.PI) / 180)
  const c2 = 2 * c * c - 1
  const c3 = c * (4 * c * c - 3)
  return { x: 111412.84 * c - 93.5 * c3, y: 111132.92 - 559.82 * c2 + 1.175 * (2 * c2 * c2 - 1) }
}

export function metresBetween(a: Point, b: Point): number {
  const scale = scaleAt((a.lat + b.lat) / 2)
  return Math.hypot((a.lon - b.lon) * scale.x, (a.lat - b.lat) * scale.y)
}

export function isInside(outline: Outline, lon: number, lat: number): boolean {
  let inside = false
  for (const ring of ringsOf(outline)) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!
      const [x2, y2] = ring[i]!
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}

/** Square of the distance in metres from the origin to the segment (x1, y1)–(x2, y2), all in metres. */
export function squareToSegment(x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1
  const dy = y2 - y1
  const long = dx * dx + dy * dy
  const at = long === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / long))
  const x = x1 + at * dx
  const y = y1 + at * dy
  return x * x + y * y
}

/** Metres from a point to the nearest border of an outline, from inside or outside. */
export function metresToBorder(
  outline: Outline,
  lon: number,
  lat: number,
  scale = scaleAt(lat),
): number {
  let least = Infinity
  for (const ring of ringsOf(outline)) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!
      const [x2, y2] = ring[i]!
      least = Math.min(
        least,
        squareToSegment(
          (x1 - lon) * scale.x,
          (y1 - lat) * scale.y,
          (x2 - lon) * scale.x,
          (y2 - lat) * scale.y,
        ),
      )
    }
  }
  return Math.sqrt(least)
}

/** Square metres; holes are taken off whichever way they turn. */
export function areaOf(outline: Outline): number {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  let sum = 0
  for (const rings of polygons)
    rings.forEach((ring, n) => {
      sum += (n === 0 ? 1 : -1) * Math.abs(signedArea(ring))
    })
  return sum
}

export function signedArea(ring: Ring): number {
  const [lon0, lat0] = ring[0] ?? [0, 0]
  const scale = scaleAt(ring.reduce((sum, [, lat]) => sum + lat, 0) / Math.max(1, ring.length))
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1]!
    const [x2, y2] = ring[i]!
    twice += (x1 - lon0) * (y2 - lat0) - (x2 - lon0) * (y1 - lat0)
  }
  return (twice / 2) * scale.x * scale.y
}

/** A point well inside: the middle of the widest stretch on a few level lines. For labels, and for comparing outlines. */
export function pointWithin(outline: Outline): Point {
  const box = boxOf(outline)
  let best = { lon: (box.west + box.east) / 2, lat: (box.south + box.north) / 2, width: -1 }
  for (const part of [0.5, 0.38, 0.62, 0.27, 0.73, 0.44, 0.56]) {
    const lat = box.south + (box.north - box.south) * part
    const crossings = crossingsAt(outline, lat)
    for (let i = 1; i < crossings.length; i += 2) {
      const width = crossings[i]! - crossings[i - 1]!
      if (width > best.width * 1.1)
        best = { lon: (crossings[i]! + crossings[i - 1]!) / 2, lat, width }
    }
  }
  return { lon: best.lon, lat: best.lat }
}

function crossingsAt(outline: Outline, lat: number): number[] {
  const found: number[] = []
  for (const ring of ringsOf(outline))
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!
      const [x2, y2] = ring[i]!
      if (y1 > lat !== y2 > lat) found.push(((x2 - x1) * (lat - y1)) / (y2 - y1) + x1)
    }
  return found.sort((a, b) => a - b)
}
