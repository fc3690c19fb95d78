// GeoJSON boundaries as proposals: outlines in WGS-84, and areas for features that also carry a name. A feature is
// known by the line on which it begins, so that whoever made the file finds it again.
import { readFile } from 'node:fs/promises'
import { type ProposedArea, type Reject, reject } from '#core/places/area-import.ts'
import type { ProposedOutline } from '#core/places/outline-import.ts'
import { featuresOf } from '#server/kit/geojson.ts'
import { type ReferenceSystem, toWgs84 } from '#server/places/coordinates.ts'
import { type AreaMapping, UnreadableAreas, proposalFrom } from './areas-csv.ts'

export type OutlineProposals = {
  areas: ProposedArea[]
  outlines: ProposedOutline[]
  rejects: Reject[]
  rows: number
}

export async function readAreasGeoJson(
  file: string,
  options: { mapping: AreaMapping; crs: ReferenceSystem },
): Promise<OutlineProposals> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
  const found: OutlineProposals = { areas: [], outlines: [], rejects: [], rows: 0 }
  const features = featuresOf(text)
  if ('fault' in features) throw new UnreadableAreas(`${file} ${features.fault}`)
  for (const { line, feature } of features) {
    found.rows += 1
    const properties = feature.properties ?? {}
    const area = proposalFrom(line, options.mapping, (name) => textOf(properties[name]))
    if (area.code === '') found.rejects.push(reject({ line, code: '' }, 'bad_code'))
    else {
      if (area.name !== '') found.areas.push(area)
      found.outlines.push({
        line,
        code: area.code,
        geometry: inWgs84(feature.geometry, options.crs),
      })
    }
  }
  return found
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

function inWgs84(geometry: unknown, crs: ReferenceSystem): unknown {
  if (typeof geometry !== 'object' || geometry === null) return geometry
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  return { type, coordinates: movedAll(coordinates, crs) }
}

/** A third number (height) is left off. */
function movedAll(value: unknown, crs: ReferenceSystem): unknown {
  if (!Array.isArray(value)) return value
  const [lon, lat] = value as unknown[]
  return typeof lon === 'number' && typeof lat === 'number'
    ? toWgs84(lon, lat, crs)
    : value.map((item) => movedAll(item, crs))
}
