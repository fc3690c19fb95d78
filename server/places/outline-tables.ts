// Tables that spare the index of outlines most of its work. All lie over one box of the world, in typed arrays, with the
// reach as a margin: what is nearer than the reach counts as touching.
import { scaleAt } from '#core/places/geometry.ts'

const cellsMax = 4_000_000

/** Calls back for every side of every outline, in order. */
export type VisitSides = (
  each: (i: number, x1: number, y1: number, x2: number, y2: number) => void,
) => void

/** Squares of one size over the box of all outlines. */
class Lattice {
  readonly columns: number
  readonly rows: number
  readonly padX: number
  readonly padY: number
  private readonly west: number
  private readonly south: number
  private readonly perX: number
  private readonly perY: number

  constructor(boxes: Float64Array, options: { reachMetres: number; cellsPerOutline: number }) {
    const count = boxes.length / 4
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let i = 0; i < count; i++) {
      west = Math.min(west, boxes[i * 4]!)
      south = Math.min(south, boxes[i * 4 + 1]!)
      east = Math.max(east, boxes[i * 4 + 2]!)
      north = Math.max(north, boxes[i * 4 + 3]!)
    }
    const scale = scaleAt(count === 0 ? 0 : Math.max(Math.abs(south), Math.abs(north)))
    this.padX = (options.reachMetres / scale.x) * 1.02
    this.padY = (options.reachMetres / 110_500) * 1.02
    this.west = west - this.padX
    this.south = south - this.padY
    const width = Math.max(east + this.padX - this.west, 1e-9)
    const height = Math.max(north + this.padY - this.south, 1e-9)
    const wanted = Math.min(cellsMax, Math.max(1, count * options.cellsPerOutline))
    const side = Math.sqrt((width * scale.x * height * scale.y) / wanted)
    this.columns = count === 0 ? 0 : Math.ceil((width * scale.x) / side)
    this.rows = count === 0 ? 0 : Math.ceil((height * scale.y) / side)
    this.perX = this.columns / width
    this.perY = this.rows / height
  }

  /** The cell of a point, or −1 beyond the box. */
  at(lon: number, lat: number): number {
    const x = Math.floor((lon - this.west) * this.perX)
    const y = Math.floor((lat - this.south) * this.perY)
    return x >= 0 && x < this.columns && y >= 0 && y < this.rows ? y * this.columns + x : -1
  }

  /** Every cell within reach of a box. */
  around(
    west: number,
    south: number,
    east: number,
    north: number,
    each: (cell: number) => void,
  ): void {
    const [x1, x2] = [this.column(west - this.padX), this.column(east + this.padX)]
    const [y1, y2] = [this.row(south - this.padY), this.row(north + this.padY)]
    for (let y = y1; y <= y2; y++) for (let x = x1; x <= x2; x++) each(y * this.columns + x)
  }

  private column(lon: number): number {
    return Math.min(this.columns - 1, Math.max(0, Math.floor((lon - this.west) * this.perX)))
  }

  private row(lat: number): number {
    return Math.min(this.rows - 1, Math.max(0, Math.floor((lat - this.south) * this.perY)))
  }
}

/** For each cell, the outlines whose box reaches into it. */
export class Candidates {
  readonly starts: Int32Array
  readonly items: Int32Array
  private readonly lattice: Lattice

  constructor(boxes: Float64Array, reachMetres: number) {
    // About eight cells per outline: most then list two or three candidates.
    this.lattice = new Lattice(boxes, { reachMetres, cellsPerOutline: 8 })
    const counts = new Int32Array(this.lattice.columns * this.lattice.rows + 1)
    const visit = (each: (cell: number, i: number) => void) => {
      for (let i = 0; i < boxes.length / 4; i++)
        this.lattice.around(
          boxes[i * 4]!,
          boxes[i * 4 + 1]!,
          boxes[i * 4 + 2]!,
          boxes[i * 4 + 3]!,
          (cell) => each(cell, i),
        )
    }
    visit((cell) => counts[cell + 1]!++)
    for (let cell = 1; cell < counts.length; cell++) counts[cell]! += counts[cell - 1]!
    this.starts = counts
    this.items = new Int32Array(counts.at(-1) ?? 0)
    const filled = counts.slice()
    visit((cell, i) => (this.items[filled[cell]!++] = i))
  }

  at(lon: number, lat: number): number {
    return this.lattice.at(lon, lat)
  }
}

export const quiet = { nothing: -1, unknown: -2, busy: -3 } as const

/**
 * Cells that no border comes near: every point in one has the same answer, which is kept when the first one is found.
 * About half of all ground is quiet, and costs one look into this table.
 */
export class QuietCells {
  private readonly lattice: Lattice
  private readonly states: Int32Array

  constructor(boxes: Float64Array, visit: VisitSides, reachMetres: number) {
    this.lattice = new Lattice(boxes, { reachMetres, cellsPerOutline: 48 })
    this.states = new Int32Array(this.lattice.columns * this.lattice.rows).fill(quiet.unknown)
    const mark = (cell: number) => {
      this.states[cell] = quiet.busy
    }
    visit((_, x1, y1, x2, y2) =>
      this.lattice.around(
        Math.min(x1, x2),
        Math.min(y1, y2),
        Math.max(x1, x2),
        Math.max(y1, y2),
        mark,
      ),
    )
  }

  at(lon: number, lat: number): number {
    return this.lattice.at(lon, lat)
  }

  /** The only outline of the cell, or one of `quiet`. */
  state(cell: number): number {
    return this.states[cell]!
  }

  learn(cell: number, state: number): void {
    this.states[cell] = state
  }
}

/** Bands per outline, south to north. */
const bandCount = 8

/** For each band of each outline, the sides that touch it: x1, y1, x2, y2 one after another, in whole units. */
export class Bands {
  readonly starts: Int32Array
  readonly sides: Int32Array
  private readonly boxes: Float64Array

  constructor(
    boxes: Float64Array,
    visit: VisitSides,
    unit: { reachMetres: number; perDegree: number },
  ) {
    this.boxes = boxes
    const margin = (unit.reachMetres / 110_500) * 1.02
    const counts = new Int32Array((boxes.length / 4) * bandCount + 1)
    const visitBands = (each: (band: number, side: readonly number[]) => void) =>
      visit((i, ...side) => {
        const [, y1, , y2] = side
        const last = this.of(i, Math.max(y1, y2) + margin)
        for (let band = this.of(i, Math.min(y1, y2) - margin); band <= last; band++)
          each(band, side)
      })
    visitBands((band) => counts[band + 1]!++)
    for (let band = 1; band < counts.length; band++) counts[band]! += counts[band - 1]!
    this.starts = counts
    this.sides = new Int32Array((counts.at(-1) ?? 0) * 4)
    const filled = counts.slice()
    visitBands((band, side) => {
      const at = filled[band]!++ * 4
      for (let k = 0; k < 4; k++) this.sides[at + k] = Math.round(side[k]! * unit.perDegree)
    })
  }

  /** A little above or below the outline counts as its highest or lowest band. */
  of(i: number, lat: number): number {
    const south = this.boxes[i * 4 + 1]!
    const band = Math.floor(((lat - south) / (this.boxes[i * 4 + 3]! - south)) * bandCount)
    return i * bandCount + (band > 0 ? (band < bandCount ? band : bandCount - 1) : 0)
  }

  /** Where the sides of an outline begin, all bands together. */
  firstOf(i: number): number {
    return this.starts[i * bandCount]!
  }
}
