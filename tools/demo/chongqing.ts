// The real names and codes of the demo world, from the files beside this one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { packageRoot } from '#server/kit/package-root.ts'

export type Division = {
  code: string
  name: string
  streetCode: string
  streetName: string
  areaCode: string
  areaName: string
}

/** These files hold no quotes and no commas within cells. */
function rows(file: string): string[][] {
  const text = gunzipSync(readFileSync(join(packageRoot, 'tools/demo/data', file))).toString('utf8')
  return text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
}

/** Every village and community of Chongqing, in order of code. */
export function divisions(): Division[] {
  return rows('chongqing-divisions-2023.csv.gz').map((cells) => {
    const [code = '', name = '', streetCode = '', streetName = '', areaCode = '', areaName = ''] =
      cells
    return { code, name, streetCode, streetName, areaCode, areaName }
  })
}

/** Nan'an's streets and towns with an approximate centre. */
export function nananStreets(): { code: string; name: string; lon: number; lat: number }[] {
  return rows('nanan-streets.csv.gz').map(([code = '', name = '', lon, lat]) => ({
    code,
    name,
    lon: Number(lon),
    lat: Number(lat),
  }))
}

/** Names in pinyin for English screens, by code. */
export function nananNamesEn(): Map<string, string> {
  return new Map(rows('nanan-names-en.csv.gz').map(([code = '', name = '']) => [code, name]))
}

export function metroStations(): { name: string; lines: string[]; lon: number; lat: number }[] {
  return rows('chongqing-metro-stations.csv.gz').map(([name = '', , lines = '', lon, lat]) => ({
    name,
    lines: lines.split('/'),
    lon: Number(lon),
    lat: Number(lat),
  }))
}
