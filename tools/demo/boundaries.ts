// Schematic outlines of Nan'an: its real streets and communities on invented ground around approximate centres, cut
// into invented grids. Deterministic from names and codes. Every outline made here is marked schematic.
import {
  areaOf,
  metresToBorder,
  pointWithin,
  scaleAt,
  type Outline,
} from '#core/places/geometry.ts'
import { divisions, nananNamesEn, nananStreets } from './chongqing.ts'
import { hashUnit } from './hash.ts'
import { type Mesh, meshOf } from './mesh.ts'
import { type Centre, shareGround, split } from './territory.ts'
import { type Seed, voronoi } from './voronoi.ts'

export type WorldArea = {
  code: string
  name: string
  nameEn: string | null
  level: string
  parent: string | null
  kind: 'basic' | 'dedicated'
}
export type WorldBoundary = { code: string; geometry: Outline }
export type World = { areas: WorldArea[]; boundaries: WorldBoundary[] }

export const schematicSource = 'schematic, drawn for the demo world'
export const districtCode = '500108'

const origin = { lon: 106.62, lat: 29.55 }
const scale = scaleAt(origin.lat)
const toMetres = (at: { lon: number; lat: number }): Seed => ({
  x: (at.lon - origin.lon) * scale.x,
  y: (at.lat - origin.lat) * scale.y,
})
const round7 = (value: number): number => Math.round(value * 1e7) / 1e7
const toPosition = (at: Seed) =>
  [round7(origin.lon + at.x / scale.x), round7(origin.lat + at.y / scale.y)] as const

type Grid = { code: string; ordinal: number; community: string; seed: Seed }

/** The city, the district, its 15 streets, 153 communities and their grids, outlined from the district down. */
export function schematicWorld(): World {
  const communities = divisions().filter((row) => row.areaCode === districtCode)
  const streets = nananStreets()
  const english = nananNamesEn()
  const centres: Centre[] = streets.map((street) => ({ code: street.code, ...toMetres(street) }))
  const { of, beyond } = shareGround(centres)
  const grids = streets.flatMap((street) =>
    gridsOf(
      of.get(street.code)!,
      communities.filter((row) => row.streetCode === street.code),
    ),
  )
  const mesh = meshOf(voronoi([...grids.map((grid) => grid.seed), ...beyond]), {
    toPosition,
    stepMetres: 30,
  })
  const areas: WorldArea[] = [
    {
      code: '500000',
      name: '重庆市',
      nameEn: 'Chongqing',
      level: 'city',
      parent: null,
      kind: 'basic',
    },
    {
      code: districtCode,
      name: '南岸区',
      nameEn: 'Nan’an District',
      level: 'district',
      parent: '500000',
      kind: 'basic',
    },
    ...streets.map((street) => ({
      ...area(street.code, street.name, 'street', districtCode),
      nameEn: english.get(street.code) ?? null,
    })),
    ...communities.map((row) => ({
      ...area(row.code, row.name, 'community', row.streetCode),
      nameEn: english.get(row.code) ?? null,
    })),
    ...grids.map((grid) => ({
      ...area(grid.code, `第${grid.ordinal}网格`, 'grid', grid.community),
      nameEn: `Grid ${grid.ordinal}`,
    })),
  ]
  const boundaries = [
    districtCode,
    ...streets.map((s) => s.code),
    ...communities.map((c) => c.code),
    ...grids.map((g) => g.code),
  ].map((code) => ({ code, geometry: unionOf(mesh, grids, code) }))
  const dedicated = dedicatedGrid(grids, boundaries)
  return { areas: [...areas, dedicated.area], boundaries: [...boundaries, dedicated.boundary] }
}

function area(code: string, name: string, level: string, parent: string): WorldArea {
  return { code, name, nameEn: null, level, parent, kind: 'basic' }
}

/** A code is the beginning of the codes of all grids in it. */
function unionOf(mesh: Mesh, grids: readonly Grid[], code: string): Outline {
  return mesh.outlineOf(grids.flatMap((grid, i) => (grid.code.startsWith(code) ? [i] : [])))
}

/** Communities share a street's ground, each cut into four to eight grids, numbered west to east, north to south. */
function gridsOf(ground: readonly Seed[], communities: readonly { code: string }[]): Grid[] {
  const parts = split(ground, communities.length, communities[0]!.code)
  return communities.flatMap(({ code }, i) => {
    const count = 4 + Math.floor(hashUnit(`grids ${code}`) * 5)
    return split(parts[i]!.ground, count, code).map(({ middle }, n) => ({
      code: `${code}${String(n + 1).padStart(3, '0')}`,
      ordinal: n + 1,
      community: code,
      // A hair's breadth off, so that no four seeds ever lie on one circle.
      seed: { x: middle.x + hashUnit(`x ${code} ${n}`), y: middle.y + hashUnit(`y ${code} ${n}`) },
    }))
  })
}

const dedicatedIn = '500108003005'

/** A shopping street inside the largest grid of its community, as a grid of its own. */
function dedicatedGrid(grids: readonly Grid[], boundaries: readonly WorldBoundary[]) {
  const own = boundaries.filter(({ code }) => code.length === 15 && code.startsWith(dedicatedIn))
  const { geometry } = own.reduce((a, b) => (areaOf(b.geometry) > areaOf(a.geometry) ? b : a))
  const middle = pointWithin(geometry)
  const radius = metresToBorder(geometry, middle.lon, middle.lat) * 0.55
  const at = toMetres(middle)
  const ring = Array.from({ length: 24 }, (_, n) => {
    const far = radius * (0.8 + 0.2 * hashUnit(`mall ${Math.floor(n / 2)}`))
    const angle = (n / 24) * 2 * Math.PI
    return toPosition({ x: at.x + far * Math.cos(angle), y: at.y + far * Math.sin(angle) })
  })
  const ordinal = grids.filter((grid) => grid.community === dedicatedIn).length + 1
  const code = `${dedicatedIn}${String(ordinal).padStart(3, '0')}`
  return {
    area: {
      code,
      name: '步行街专属网格',
      nameEn: 'Shopping street (dedicated grid)',
      level: 'grid',
      parent: dedicatedIn,
      kind: 'dedicated' as const,
    },
    boundary: { code, geometry: { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] } },
  }
}
