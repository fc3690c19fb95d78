// A city's worth of grids for measuring: the schematic district again and again, side by side. Dense streets and wide
// villages lie together as in a real city, and as many corners are drawn.
import { type Outline, boxOf } from '#core/places/geometry.ts'
import { districtCode, schematicWorld } from './boundaries.ts'

/** So many grids, lowest code first within each copy. */
export function bigWorld(gridCount: number): Outline[] {
  const { areas, boundaries } = schematicWorld()
  const basic = new Set(
    areas.flatMap((area) => (area.level === 'grid' && area.kind === 'basic' ? [area.code] : [])),
  )
  const grids = boundaries.filter(({ code }) => basic.has(code)).map(({ geometry }) => geometry)
  const box = boxOf(boundaries.find(({ code }) => code === districtCode)!.geometry)
  const perRow = Math.ceil(Math.sqrt(gridCount / grids.length / 2))
  const world: Outline[] = []
  for (let copy = 0; world.length < gridCount; copy++) {
    const shift = [
      (copy % perRow) * (box.east - box.west + 0.01) - 1,
      Math.floor(copy / perRow) * (box.north - box.south + 0.01),
    ] as const
    for (const grid of grids.slice(0, gridCount - world.length)) world.push(moved(grid, shift))
  }
  return world
}

const round7 = (value: number): number => Math.round(value * 1e7) / 1e7

function moved(outline: Outline, [east, north]: readonly [number, number]): Outline {
  const rings = (outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()).map(
    (ring) => ring.map(([lon, lat]) => [round7(lon + east), round7(lat + north)] as const),
  )
  return { type: 'Polygon', coordinates: rings }
}
