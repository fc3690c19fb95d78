// Point → outlines in memory: tables that say which outlines a point can concern, then exact tests of the sides that lie
// level with it. A probe allocates nothing; its findings stand in the index until the next probe. What costs time is
// memory far apart, so sides lie in order of use, in whole ten-millionths of a degree (a centimetre), as stored.
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
import { Bands, Candidates, QuietCells, quiet } from './outline-tables.ts'

export type Outlined = { outline: Outline; dedicated: boolean }

/** A border is a line without width; readings this close to it lie on it. */
const onBorderMetres = 0.01
const findingsMax = 64
const perDegree = 1e7

export class OutlineIndex {
  readonly count: number
  readonly world: Box | null
  readonly squareMetres: Float64Array
  private readonly dedicated: Uint8Array
  private readonly boxes: Float64Array
  private readonly candidates: Candidates
  private readonly bands: Bands
  private readonly quietCells: QuietCells
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
    items.forEach(({ outline }, i) => {
      const box = boxOf(outline)
      this.boxes.set([box.west, box.south, box.east, box.north], i * 4)
    })
    this.world = worldOf(this.boxes)
    const visit = (each: (i: number, x1: number, y1: number, x2: number, y2: number) => void) =>
      items.forEach(({ outline }, i) => {
        for (const ring of ringsOf(outline))
          for (let n = 1; n < ring.length; n++)
            each(i, ring[n - 1]![0], ring[n - 1]![1], ring[n]![0], ring[n]![1])
      })
    this.candidates = new Candidates(this.boxes, reachMetres)
    this.bands = new Bands(this.boxes, visit, { reachMetres, perDegree })
    this.quietCells = new QuietCells(this.boxes, visit, reachMetres)
    this.nearest = plant(this.boxes, this.world)
  }

  /** Fills the findings: which outlines hold the point, and which others have a border nearer than the reach. */
  probe(lon: number, lat: number): void {
    this.insideCount = 0
    this.nearCount = 0
    const cell = this.quietCells.at(lon, lat)
    if (cell < 0) return
    const state = this.quietCells.state(cell)
    if (state === quiet.nothing) return
    if (state >= 0) {
      this.inside[0] = state
      this.insideMetres[0] = Infinity
      this.insideCount = 1
      return
    }
    this.look(lon, lat)
    if (state === quiet.unknown) this.quietCells.learn(cell, this.onlyAnswer())
  }

  private onlyAnswer(): number {
    if (this.insideCount === 0) return quiet.nothing
    return this.insideCount === 1 ? this.inside[0]! : quiet.busy
  }

  private look(lon: number, lat: number): void {
    const { starts, items } = this.candidates
    const cell = this.candidates.at(lon, lat)
    if (cell < 0) return
    const { x, y } = scaleAt(lat)
    const padX = this.reachMetres / x
    const padY = this.reachMetres / y
    const boxes = this.boxes
    for (let n = starts[cell]!; n < starts[cell + 1]!; n++) {
      const i = items[n]!
      const b = i * 4
      if (
        lon >= boxes[b]! - padX &&
        lon <= boxes[b + 2]! + padX &&
        lat >= boxes[b + 1]! - padY &&
        lat <= boxes[b + 3]! + padY
      )
        this.test(i, lon, lat, x / perDegree, y / perDegree)
    }
  }

  /** One outline, by its sides in the point's band: a ray to the east for inside, and the distance to near sides. */
  private test(i: number, lon: number, lat: number, kx: number, ky: number): void {
    const { sides, starts } = this.bands
    const band = this.bands.of(i, lat)
    const end = starts[band + 1]! * 4
    const px = lon * perDegree
    const py = lat * perDegree
    const padX = this.reachMetres / kx
    const padY = this.reachMetres / ky
    let isInside = false
    let least = Infinity
    for (let at = starts[band]! * 4; at < end; at += 4) {
      const x1 = sides[at]! - px
      const x2 = sides[at + 2]! - px
      if (x1 < -padX && x2 < -padX) continue
      const y1 = sides[at + 1]! - py
      const y2 = sides[at + 3]! - py
      const isRight = x1 > padX && x2 > padX
      if (y1 > 0 !== y2 > 0 && (isRight || ((x2 - x1) * -y1) / (y2 - y1) + x1 > 0))
        isInside = !isInside
      if (isRight || (y1 < -padY && y2 < -padY) || (y1 > padY && y2 > padY)) continue
      const square = squareToSegment(x1 * kx, y1 * ky, x2 * kx, y2 * ky)
      if (square < least) least = square
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
    let bestMetres = Infinity
    for (let n = 0; n < this.insideCount; n++) {
      const i = this.inside[n]!
      const metres = this.insideMetres[n]!
      if (best >= 0 && !this.precedes({ i, metres }, { i: best, metres: bestMetres }, rank))
        continue
      best = i
      bestMetres = metres
    }
    return best
  }

  private precedes(
    a: { i: number; metres: number },
    b: { i: number; metres: number },
    rank: Int32Array,
  ): boolean {
    if (this.dedicated[a.i] !== this.dedicated[b.i]) return this.dedicated[a.i] === 1
    if (this.isOnBorder(a.metres) !== this.isOnBorder(b.metres)) return this.isOnBorder(b.metres)
    const [sizeA, sizeB] = [this.squareMetres[a.i]!, this.squareMetres[b.i]!]
    if (!this.isOnBorder(a.metres) && sizeA !== sizeB) return sizeA < sizeB
    return rank[a.i]! < rank[b.i]!
  }

  isOnBorder(metres: number): boolean {
    return metres <= onBorderMetres
  }

  /** The outline whose border is nearest, up to so many metres away. */
  nearestTo(lon: number, lat: number, metresMax: number): { index: number; metres: number } | null {
    if (this.nearest === null || this.world === null) return null
    const middle = scaleAt((this.world.south + this.world.north) / 2)
    const here = scaleAt(lat)
    // Boxes never lie farther than their outlines; the slack covers the difference of the two scales.
    const slack = 1.05 * Math.max(1, middle.x / here.x)
    let best: { index: number; metres: number } | null = null
    for (const index of this.nearest.neighbors(
      lon * middle.x,
      lat * middle.y,
      48,
      metresMax * slack,
    )) {
      const metres = this.metresTo(index, lon, lat, here)
      if (metres <= metresMax && (best === null || metres < best.metres)) best = { index, metres }
    }
    return best
  }

  private metresTo(i: number, lon: number, lat: number, scale: { x: number; y: number }): number {
    const { sides } = this.bands
    const [kx, ky] = [scale.x / perDegree, scale.y / perDegree]
    const [px, py] = [lon * perDegree, lat * perDegree]
    let least = Infinity
    for (let at = this.bands.firstOf(i) * 4; at < this.bands.firstOf(i + 1) * 4; at += 4)
      least = Math.min(
        least,
        squareToSegment(
          (sides[at]! - px) * kx,
          (sides[at + 1]! - py) * ky,
          (sides[at + 2]! - px) * kx,
          (sides[at + 3]! - py) * ky,
        ),
      )
    return Math.sqrt(least)
  }
}

function worldOf(boxes: Float64Array): Box | null {
  const world = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (let b = 0; b < boxes.length; b += 4) {
    world.west = Math.min(world.west, boxes[b]!)
    world.south = Math.min(world.south, boxes[b + 1]!)
    world.east = Math.max(world.east, boxes[b + 2]!)
    world.north = Math.max(world.north, boxes[b + 3]!)
  }
  return boxes.length === 0 ? null : world
}

/** Boxes scaled to metres-like units, so that the tree's plain distances order them rightly. */
function plant(boxes: Float64Array, world: Box | null): Flatbush | null {
  if (world === null) return null
  const tree = new Flatbush(boxes.length / 4)
  const scale = scaleAt((world.south + world.north) / 2)
  for (let b = 0; b < boxes.length; b += 4)
    tree.add(
      boxes[b]! * scale.x,
      boxes[b + 1]! * scale.y,
      boxes[b + 2]! * scale.x,
      boxes[b + 3]! * scale.y,
    )
  tree.finish()
  return tree
}
