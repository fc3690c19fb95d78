// A city's worth of grids for measuring: jittered seeds on a lattice, drawn like the schematic district.
import { type Outline, scaleAt } from '#core/places/geometry.ts'
import { hashPoint } from './hash.ts'
import { meshOf } from './mesh.ts'
import { type Seed, voronoi } from './voronoi.ts'

const spacingMetres = 420
const origin = { lon: 105.5, lat: 28.9 }
const scale = scaleAt(30)

/** So many grids side by side, each with some thirty corners, and the box they fill. */
export function bigWorld(gridCount: number): {
  outlines: Outline[]
  west: number
  south: number
  east: number
  north: number
} {
  const columns = Math.ceil(Math.sqrt(gridCount))
  const rows = Math.ceil(gridCount / columns)
  const seeds: Seed[] = []
  const inner: number[] = []
  for (let y = -2; y < rows + 2; y++)
    for (let x = -2; x < columns + 2; x++) {
      const isInner = x >= 0 && y >= 0 && x < columns && y < rows && inner.length < gridCount
      if (isInner) inner.push(seeds.length)
      seeds.push({
        x: (x + 0.7 * hashPoint(x, y, 11)) * spacingMetres,
        y: (y + 0.7 * hashPoint(x, y, 12)) * spacingMetres,
      })
    }
  const mesh = meshOf(voronoi(seeds), { toPosition, stepMetres: 55 })
  const [west, south] = toPosition({ x: 0, y: 0 })
  const [east, north] = toPosition({ x: columns * spacingMetres, y: rows * spacingMetres })
  return { outlines: inner.map((i) => mesh.outlineOf([i])), west, south, east, north }
}

const round7 = (value: number): number => Math.round(value * 1e7) / 1e7
const toPosition = (at: Seed) =>
  [round7(origin.lon + at.x / scale.x), round7(origin.lat + at.y / scale.y)] as const
