// Point → outlines in memory: all rings in one typed array, a table of cells that lists which outlines reach into
// each, then exact tests. One probe allocates nothing; its findings stand in the index until the next probe.
import Flatbush from 'flatbush'
import {
  areaOf,
  boxOf,
  ringsOf,
  scaleAt,
  squareToSegment,
  type Box,
  type Outline,
} from '#core/places/geometry.ts'

export type Outlined = { outline: Outline; dedicated: boolean }

/** A border is a line without width; readings this close to it lie on it. */
const onBorderMetres = 0.01
const findingsMax = 64

export class OutlineIndex {
  readonly count: number
  readonly world: Box | null
  readonly squareMetres: Float64Array
  private readonly dedicated: Uint8Array
  private readonly boxes: Float64Array
  private readonly corners: Float64Array
  private readonly ringStarts: Int32Array
  private readonly firstRing: Int32Array
  private readonly cells: Cells
  private readonly nearest: Flatbush | null
  private readonly reachMetres: number

  // Findings of the last probe. inside: holds the point, border included.
  insideCount = 0
  readonly inside = new Int32Array(findingsMax)
  readonly insideMetres = new Float64Array(findingsMax)
  nearCount = 0
  readonly near = new Int32Array(findingsMax)
  readonly nearMetres = new Float64Array(findingsMax)

  constructor(items: readonly Outlined[], reachMetres: number) {
    this.count = items.length
    this.reachMetres = reachMetres
    this.squareMetres = Float64Array.from(items, (item) => areaOf(item.outline))
    this.dedicated = Uint8Array.from(items, (item) => (item.dedicated ? 1 : 0))
    this.boxes = new Float64Array(items.length * 4)
    const rings = items.map((item) => ringsOf(item.outline))
    this.corners = new Float64Array(rings.flat().reduce((sum, ring) => sum + ring.length * 2, 0))
    this.ringStarts = new Int32Array(rings.reduce((sum, of) => sum + of.length, 0) + 1)
    this.firstRing = new Int32Array(items.length + 1)
    this.world = this.pack(items, rings)
    this.cells = new Cells(this.boxes, items.length, reachMetres)
    this.nearest = this.plant()
  }

  private pack(
    items: readonly Outlined[],
    rings: (readonly (readonly (readonly [number, number])[])[])[],
  ): Box | null {
    const world = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
    let at = 0
    let ringAt = 0
    items.forEach((item, i) => {
      const box = boxOf(item.outline)
      this.boxes.set([box.west, box.south, box.east, box.north], i * 4)
      world.west = Math.min(world.west, box.west)
      world.south = Math.min(world.south, box.south)
      world.east = Math.max(world.east, box.east)
      world.north = Math.max(world.north, box.north)
      this.firstRing[i] = ringAt
      for (const ring of rings[i]!) {
        this.ringStarts[ringAt++] = at
        for (const [lon, lat] of ring) {
          this.corners[at++] = lon
          this.corners[at++] = lat
        }
      }
    })
    this.firstRing[items.length] = ringAt
    this.ringStarts[ringAt] = at
    return items.length === 0 ? null : world
  }

  /** Boxes scaled to metres-like units, so that the tree's plain distances order them rightly. */
  private plant(): Flatbush | null {
    if (this.world === null) return null
    const tree = new Flatbush(this.count)
    const scale = scaleAt((this.world.south + this.world.north) / 2)
    for (let i = 0; i < this.count; i++)
      tree.add(
        this.boxes[i * 4]! * scale.x,
        this.boxes[i * 4 + 1]! * scale.y,
        this.boxes[i * 4 + 2]! * scale.x,
        this.boxes[i * 4 + 3]! * scale.y,
      )
    tree.finish()
    return tree
  }

  /** Fills the findings: which outlines hold the point, and which others have a border nearer than the reach. */
  probe(lon: number, lat: number): void {
    this.insideCount = 0
    this.nearCount = 0
    const cells = this.cells
    const cell = cells.at(lon, lat)
    if (cell < 0) return
    const { x: kx, y: ky } = scaleAt(lat)
    const padX = this.reachMetres / kx
    const padY = this.reachMetres / ky
    const boxes = this.boxes
    const end = cells.starts[cell + 1]!
    for (let n = cells.starts[cell]!; n < end; n++) {
      const i = cells.items[n]!
      const b = i * 4
      if (
        lon < boxes[b]! - padX ||
        lon > boxes[b + 2]! + padX ||
        lat < boxes[b + 1]! - padY ||
        lat > boxes[b + 3]! + padY
      )
        continue
      this.test(i, lon, lat, kx, ky, padY)
    }
  }

  private test(i: number, lon: number, lat: number, kx: number, ky: number, padY: number): void {
    const corners = this.corners
    const low = lat - padY
    const high = lat + padY
    let isInside = false
    let least = Infinity
    for (let ring = this.firstRing[i]!; ring < this.firstRing[i + 1]!; ring++) {
      const end = this.ringStarts[ring + 1]!
      let at = this.ringStarts[ring]!
      let x1 = corners[at]!
      let y1 = corners[at + 1]!
      for (at += 2; at < end; at += 2) {
        const x2 = corners[at]!
        const y2 = corners[at + 1]!
        if ((y1 >= low || y2 >= low) && (y1 <= high || y2 <= high)) {
          if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1)
            isInside = !isInside
          const square = squareToSegment(
            (x1 - lon) * kx,
            (y1 - lat) * ky,
            (x2 - lon) * kx,
            (y2 - lat) * ky,
          )
          if (square < least) least = square
        }
        x1 = x2
        y1 = y2
      }
    }
    this.note(i, isInside, Math.sqrt(least))
  }

  private note(i: number, isInside: boolean, metres: number): void {
    if ((isInside || metres <= onBorderMetres) && this.insideCount < findingsMax) {
      this.inside[this.insideCount] = i
      this.insideMetres[this.insideCount++] = metres
    }
    if (metres < this.reachMetres && this.nearCount < findingsMax) {
      this.near[this.nearCount] = i
      this.nearMetres[this.nearCount++] = metres
    }
  }

  /** The one outline a point belongs to by the rules of loop.md 6.1, or −1. Reads the findings of the last probe. */
  winner(rank: Int32Array): number {
    let best = -1
    for (let n = 0; n < this.insideCount; n++) {
      const i = this.inside[n]!
      if (best < 0 || this.precedes(n, i, best, rank)) best = i
    }
    return best
  }

  private precedes(n: number, i: number, best: number, rank: Int32Array): boolean {
    if (this.dedicated[i] !== this.dedicated[best]) return this.dedicated[i] === 1
    const iOnBorder = this.insideMetres[n]! <= onBorderMetres
    let bestOnBorder = false
    for (let m = 0; m < n; m++)
      if (this.inside[m] === best) bestOnBorder = this.insideMetres[m]! <= onBorderMetres
    if (iOnBorder !== bestOnBorder) return bestOnBorder
    if (!iOnBorder && this.squareMetres[i] !== this.squareMetres[best])
      return this.squareMetres[i]! < this.squareMetres[best]!
    return rank[i]! < rank[best]!
  }

  isOnBorder(metres: number): boolean {
    return metres <= onBorderMetres
  }

  /** The outline whose border is nearest, up to so many metres away. */
  nearestTo(lon: number, lat: number, metresMax: number): { index: number; metres: number } | null {
    if (this.nearest === null || this.world === null) return null
    const mid = scaleAt((this.world.south + this.world.north) / 2)
    const here = scaleAt(lat)
    // Boxes never lie farther than their outlines; the slack covers the difference of the two scales.
    const slack = 1.05 * Math.max(1, mid.x / here.x)
    let best: { index: number; metres: number } | null = null
    for (const index of this.nearest.neighbors(lon * mid.x, lat * mid.y, 48, metresMax * slack)) {
      const metres = this.metresTo(index, lon, lat, here)
      if (metres <= metresMax && (best === null || metres < best.metres)) best = { index, metres }
    }
    return best
  }

  private metresTo(i: number, lon: number, lat: number, scale: { x: number; y: number }): number {
    let least = Infinity
    for (let ring = this.firstRing[i]!; ring < this.firstRing[i + 1]!; ring++)
      for (let at = this.ringStarts[ring]! + 2; at < this.ringStarts[ring + 1]!; at += 2)
        least = Math.min(
          least,
          squareToSegment(
            (this.corners[at - 2]! - lon) * scale.x,
            (this.corners[at - 1]! - lat) * scale.y,
            (this.corners[at]! - lon) * scale.x,
            (this.corners[at + 1]! - lat) * scale.y,
          ),
        )
    return Math.sqrt(least)
  }
}

/** A table over the world: for each cell, the outlines whose box (and a margin) reaches into it. */
class Cells {
  readonly starts: Int32Array
  readonly items: Int32Array
  private readonly west: number
  private readonly south: number
  private readonly perX: number
  private readonly perY: number
  private readonly columns: number
  private readonly rows: number

  constructor(boxes: Float64Array, count: number, marginMetres: number) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let i = 0; i < count; i++) {
      west = Math.min(west, boxes[i * 4]!)
      south = Math.min(south, boxes[i * 4 + 1]!)
      east = Math.max(east, boxes[i * 4 + 2]!)
      north = Math.max(north, boxes[i * 4 + 3]!)
    }
    const scale = scaleAt(count === 0 ? 0 : (south + north) / 2)
    const padX = (marginMetres / scale.x) * 1.1
    const padY = (marginMetres / scale.y) * 1.1
    this.west = west - padX
    this.south = south - padY
    const width = Math.max(east + padX - this.west, 1e-9)
    const height = Math.max(north + padY - this.south, 1e-9)
    // About eight cells per outline: most then list two or three candidates.
    const side = Math.sqrt((width * scale.x * height * scale.y) / Math.max(1, count * 8))
    this.columns = count === 0 ? 0 : Math.min(4096, Math.ceil((width * scale.x) / side) + 1)
    this.rows = count === 0 ? 0 : Math.min(4096, Math.ceil((height * scale.y) / side) + 1)
    this.perX = this.columns / width
    this.perY = this.rows / height
    const counts = new Int32Array(this.columns * this.rows + 1)
    const visit = (each: (cell: number, i: number) => void) => {
      for (let i = 0; i < count; i++) {
        const [x1, x2] = [this.column(boxes[i * 4]! - padX), this.column(boxes[i * 4 + 2]! + padX)]
        const [y1, y2] = [this.row(boxes[i * 4 + 1]! - padY), this.row(boxes[i * 4 + 3]! + padY)]
        for (let y = y1; y <= y2; y++) for (let x = x1; x <= x2; x++) each(y * this.columns + x, i)
      }
    }
    visit((cell) => counts[cell + 1]!++)
    for (let cell = 1; cell < counts.length; cell++) counts[cell]! += counts[cell - 1]!
    this.starts = counts
    this.items = new Int32Array(counts.at(-1) ?? 0)
    const filled = counts.slice()
    visit((cell, i) => (this.items[filled[cell]!++] = i))
  }

  private column(lon: number): number {
    return Math.min(this.columns - 1, Math.max(0, Math.floor((lon - this.west) * this.perX)))
  }

  private row(lat: number): number {
    return Math.min(this.rows - 1, Math.max(0, Math.floor((lat - this.south) * this.perY)))
  }

  at(lon: number, lat: number): number {
    const x = Math.floor((lon - this.west) * this.perX)
    const y = Math.floor((lat - this.south) * this.perY)
    return x >= 0 && x < this.columns && y >= 0 && y < this.rows ? y * this.columns + x : -1
  }
}
