// GeoJSON boundaries as proposals: outlines in WGS-84, and areas for features that also carry a name. A feature is
// known by the line on which it begins, so that whoever made the file finds it again.
import { readFile } from 'node:fs/promises'
import { type ProposedArea, type Reject, reject } from '#core/places/area-import.ts'
import type { ProposedOutline } from '#core/places/outline-import.ts'
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
  for (const { line, feature } of featuresOf(text, file)) {
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

type Feature = { properties?: Record<string, unknown> | null; geometry?: unknown }

/** A collection, one feature, or one feature a line (GeoJSON text sequence). */
function featuresOf(text: string, file: string): { line: number; feature: Feature }[] {
  try {
    const whole = JSON.parse(text) as { type?: string; features?: Feature[] }
    if (whole.type === 'Feature') return [{ line: 1, feature: whole as Feature }]
    if (whole.type === 'FeatureCollection' && Array.isArray(whole.features)) {
      const lines = featureLines(text)
      return whole.features.map((feature, i) => ({ line: lines[i] ?? 1, feature }))
    }
  } catch (cause) {
    const rows = text.split(/\r?\n/)
    if (!rows.some((row) => /^\{.*"Feature".*\}$/.test(withoutMark(row))))
      throw new UnreadableAreas(`${file} is not JSON: ${(cause as Error).message}.`, { cause })
    return rows.flatMap((row, i) => {
      const json = withoutMark(row)
      return json === '' ? [] : [{ line: i + 1, feature: readLine(json) }]
    })
  }
  throw new UnreadableAreas(`${file} holds no features: give a GeoJSON FeatureCollection.`)
}

/** Text sequences begin each record with the character RS. */
const withoutMark = (row: string): string => (row.charCodeAt(0) === 30 ? row.slice(1) : row).trim()

/** A line that is no JSON becomes a feature without anything, which is rejected with its line. */
function readLine(json: string): Feature {
  try {
    return JSON.parse(json) as Feature
  } catch {
    return {}
  }
}

/** The line on which each element of the top "features" list begins. */
function featureLines(text: string): number[] {
  const lines: number[] = []
  let line = 1
  let depth = 0
  let listDepth = -1
  let key = ''
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]
    if (mark === '\n') line++
    else if (mark === '"') {
      const end = endOfString(text, i)
      if (depth === 1) key = text.slice(i + 1, end)
      i = end
    } else if (mark === '{' || mark === '[') {
      if (mark === '[' && depth === 1 && key === 'features') listDepth = 2
      else if (mark === '{' && depth === listDepth) lines.push(line)
      depth++
    } else if (mark === '}' || mark === ']') {
      depth--
      if (depth < listDepth) listDepth = -1
    }
  }
  return lines
}

function endOfString(text: string, from: number): number {
  let i = from + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i
}

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
