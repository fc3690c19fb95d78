// linli import areas FILE: divisions from CSV, outlines from GeoJSON. Everything is judged before anything is written,
// in one transaction; rejected rows go to a file with line and reason; a second run changes nothing.
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import type pg from 'pg'
import {
  type AcceptedArea,
  type KnownArea,
  type Reject,
  judgeAreas,
  reject,
} from '#core/places/area-import.ts'
import type { Level } from '#core/places/area.ts'
import type { Outline } from '#core/places/geometry.ts'
import { type AcceptedOutline, judgeOutlines } from '#core/places/outline-import.ts'
import { ownerClient } from '#server/kit/connect.ts'
import { beginsAsJson } from '#server/kit/geojson.ts'
import { csvByteOrderMark, csvLine } from '#server/kit/csv.ts'
import { type ReferenceSystem, referenceSystems } from '#server/places/coordinates.ts'
import * as store from '#server/places/import-store.ts'
import { type AreaMapping, UnreadableAreas, plainMapping, readAreasCsv } from './areas-csv.ts'
import { type OutlineProposals, readAreasGeoJson } from './areas-geojson.ts'
import { progress } from './progress.ts'

export type AreasImport = OutlineProposals & {
  tree: string
  timeZone: string
  /** The first day of what is new. Null: for ever so long where nothing was known, today where something changes. */
  validFrom: string | null
  today: string
  source: string
  crs: ReferenceSystem
  schematic: boolean
}

export type AreasReport = {
  rows: number
  added: number
  renamed: number
  ended: number
  outlines: number
  unchanged: number
  rejects: Reject[]
}

const longAgo = '2000-01-01'

/** Judges and writes within the caller's transaction. */
export async function importAreas(
  client: pg.ClientBase,
  asked: AreasImport,
  told: (phase: string, done: number, total: number) => void = () => undefined,
): Promise<AreasReport> {
  const levels = await store.readLevels(client, asked.tree)
  if (levels.length === 0)
    throw new UnreadableAreas(
      `There is no tree “${asked.tree}”. Describe its levels with --levels FILE.`,
    )
  const waiting = await store.readWaiting(client, asked.tree)
  if (waiting !== null)
    throw new UnreadableAreas(
      `The grids of ${waiting.code} change on ${waiting.day}, as decided: import after that day, or take it back first.`,
    )
  const known = await store.readTree(client, asked.tree)
  const judged = judgeAreas(asked.areas, { levels, known })
  const replacing = judgeReplaced(judged.accepted, known)
  const accepted = judged.accepted.filter((area) => !replacing.faulty.has(area.code))
  const added = accepted.filter((area) => !known.has(area.code))
  told('areas', added.length, accepted.length)
  const ids = await store.insertAreas(client, added, {
    tree: asked.tree,
    timeZone: asked.timeZone,
    validFrom: asked.validFrom ?? (replacing.ended.length > 0 ? asked.today : longAgo),
    known,
  })
  const renamed = renamedOf(accepted, known)
  await store.renameAreas(client, renamed, asked.validFrom ?? asked.today)
  // A feature whose area was rejected is named once, not twice.
  const refusedLines = new Set([...judged.rejects, ...replacing.rejects].map((each) => each.line))
  const sound = asked.outlines.filter((row) => !refusedLines.has(row.line))
  const outlines = await writeOutlines(
    client,
    { ...asked, outlines: sound },
    {
      levels,
      known,
      accepted,
      ended: replacing.ended,
      ids,
      told,
    },
  )
  await store.endAreas(
    client,
    replacing.ended.map(({ code, by }) => ({ id: known.get(code)!.id, successorId: ids.get(by)! })),
    asked.validFrom ?? asked.today,
  )
  return {
    rows: asked.rows,
    added: added.length,
    renamed: renamed.length,
    ended: new Set(replacing.ended.map((each) => each.code)).size,
    outlines: outlines.written,
    unchanged: accepted.length - added.length - renamed.length + outlines.unchanged,
    rejects: [...asked.rejects, ...judged.rejects, ...replacing.rejects, ...outlines.rejects].sort(
      (a, b) => a.line - b.line,
    ),
  }
}

type Replacing = { ended: { code: string; by: string }[]; faulty: Set<string>; rejects: Reject[] }

/** Areas that end where another begins. A second run finds the old one gone and the new one there: nothing to do. */
function judgeReplaced(
  accepted: readonly AcceptedArea[],
  known: ReadonlyMap<string, KnownArea>,
): Replacing {
  const found: Replacing = { ended: [], faulty: new Set(), rejects: [] }
  for (const area of accepted) {
    if (known.has(area.code)) continue
    for (const code of area.replaces) {
      if (known.has(code)) found.ended.push({ code, by: area.code })
      else {
        found.faulty.add(area.code)
        found.rejects.push(
          reject({ line: area.line, code: area.code }, 'unknown_replaced', { other: code }),
        )
      }
    }
  }
  found.ended = found.ended.filter(({ by }) => !found.faulty.has(by))
  return found
}

function renamedOf(
  accepted: readonly AcceptedArea[],
  known: ReadonlyMap<string, store.StoredArea>,
) {
  return accepted.flatMap(({ code, name, nameEn }) => {
    const before = known.get(code)
    return before === undefined || before.name === name ? [] : [{ id: before.id, name, nameEn }]
  })
}

type Writing = {
  levels: readonly Level[]
  known: ReadonlyMap<string, store.StoredArea>
  accepted: readonly AcceptedArea[]
  ended: readonly { code: string }[]
  ids: ReadonlyMap<string, number>
  told: (phase: string, done: number, total: number) => void
}

async function writeOutlines(client: pg.ClientBase, asked: AreasImport, writing: Writing) {
  if (asked.outlines.length === 0) return { written: 0, unchanged: 0, rejects: [] }
  const gone = new Set(writing.ended.map((each) => each.code))
  const stored = await store.readOutlines(client, asked.tree)
  const areas = new Map<string, KnownArea>([
    ...writing.known,
    ...writing.accepted.map((area) => [area.code, area] as const),
  ])
  for (const code of gone) areas.delete(code)
  const fresh = asked.outlines.filter(
    (row) => !isSame(row.geometry, stored.get(row.code)?.geometry),
  )
  const judged = judgeOutlines(fresh, {
    areas,
    existing: new Map(
      [...stored].flatMap(([code, row]) => (gone.has(code) ? [] : [[code, row.geometry] as const])),
    ),
    levels: writing.levels.map((level) => level.level),
    told: (done) => writing.told('outlines', done, fresh.length),
  })
  const dayOf = ({ code }: AcceptedOutline) =>
    asked.validFrom ?? (stored.has(code) || gone.size > 0 ? asked.today : longAgo)
  const sameDay = judged.accepted.filter(
    (row) => (stored.get(row.code)?.validFrom ?? '') >= dayOf(row),
  )
  const late = new Set(sameDay.map((row) => row.code))
  const written = judged.accepted.filter((row) => !late.has(row.code))
  await store.insertOutlines(
    client,
    written.map((row) => ({
      areaId: writing.ids.get(row.code)!,
      geometry: row.geometry,
      validFrom: dayOf(row),
    })),
    asked,
  )
  const rejects = sameDay.map(({ line, code }) =>
    reject({ line, code }, 'same_day', { day: stored.get(code)!.validFrom }),
  )
  return {
    written: written.length,
    unchanged: asked.outlines.length - fresh.length,
    rejects: [...judged.rejects, ...rejects],
  }
}

function isSame(proposed: unknown, stored: Outline | undefined): boolean {
  if (stored === undefined || typeof proposed !== 'object' || proposed === null) return false
  const { type, coordinates } = proposed as Partial<Outline>
  return stored.type === type && JSON.stringify(stored.coordinates) === JSON.stringify(coordinates)
}

export type ImportAreasOptions = {
  mapping?: string
  crs?: string
  rejects?: string
  levels?: string
  tree?: string
  from?: string
  timeZone?: string
  source?: string
  schematic?: boolean
  dryRun?: boolean
}

/** Exit code: 0 all rows taken, 1 some rejected. */
export async function importAreasCommand(
  file: string,
  options: ImportAreasOptions,
): Promise<number> {
  const asked = await readAsked(file, options)
  const { withApp } = await import('./database.ts')
  const report = await withApp((app) => importInto(app.ownerUrl, asked, options))
  const rejectsFile = options.rejects ?? 'rejects.csv'
  await writeRejects(rejectsFile, report.rejects)
  console.log(
    `${report.rows} rows: ${report.added} areas added, ${report.renamed} renamed, ${report.ended} ended, ` +
      `${report.outlines} outlines, ${report.unchanged} unchanged, ${report.rejects.length} rejected` +
      (options.dryRun === true ? ' (dry run: nothing was kept)' : ''),
  )
  if (report.rejects.length > 0) console.log(`Rejected rows, with line and reason: ${rejectsFile}`)
  return report.rejects.length > 0 ? 1 : 0
}

type Asked = AreasImport & { levels: Level[] | null }

async function importInto(
  ownerUrl: string,
  asked: Asked,
  options: ImportAreasOptions,
): Promise<AreasReport> {
  const client = ownerClient(ownerUrl)
  await client.connect()
  const shown = progress('import', asked.outlines.length || null)
  try {
    await client.query('begin')
    if (asked.levels !== null) await store.writeLevels(client, asked.levels)
    const report = await importAreas(
      client,
      asked,
      (phase, done) => phase === 'outlines' && shown.at(done),
    )
    await client.query(options.dryRun === true ? 'rollback' : 'commit')
    shown.done(`${report.added} areas and ${report.outlines} outlines written`)
    return report
  } finally {
    await client.end()
  }
}

async function readAsked(file: string, options: ImportAreasOptions): Promise<Asked> {
  if (!existsSync(file)) throw new UnreadableAreas(`There is no file ${file}.`)
  const crs = referenceSystems.find((name) => name === (options.crs ?? 'wgs84'))
  if (crs === undefined)
    throw new UnreadableAreas(`--crs is one of ${referenceSystems.join(', ')}.`)
  if (options.from !== undefined && !/^\d{4}-\d\d-\d\d$/.test(options.from))
    throw new UnreadableAreas('--from wants a day such as 2026-05-01.')
  const described = options.levels === undefined ? null : await readLevelsFile(options.levels)
  const mapping = options.mapping === undefined ? null : await readMapping(options.mapping)
  const isJson = beginsAsJson(await readFile(file, 'utf8'))
  const proposals = isJson
    ? await readAreasGeoJson(file, { mapping: mapping ?? plainMapping, crs })
    : { outlines: [], ...(await readAreasCsv(file, mapping)) }
  return {
    ...proposals,
    levels: described?.levels ?? null,
    tree: described?.tree ?? options.tree ?? 'cn',
    timeZone: options.timeZone ?? described?.timeZone ?? 'Asia/Shanghai',
    validFrom: options.from ?? null,
    today: new Date().toISOString().slice(0, 10),
    source: options.source ?? file.split(/[\\/]/).at(-1)!,
    crs,
    schematic: options.schematic === true,
  }
}

async function readJson<T>(file: string): Promise<T> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T
  } catch (cause) {
    throw new UnreadableAreas(`${file} cannot be read as JSON: ${(cause as Error).message}.`, {
      cause,
    })
  }
}

async function readMapping(file: string): Promise<AreaMapping> {
  const mapping = await readJson<Partial<AreaMapping>>(file)
  if (typeof mapping.code !== 'string')
    throw new UnreadableAreas(`${file} names no property for "code".`)
  return { name: 'name', ...mapping, code: mapping.code }
}

type LevelsFile = { tree: string; timeZone?: string; levels: Partial<Level>[] }

/** Another country's tree: {"tree":"us-nyc","timeZone":"America/New_York","levels":[{"level":"city","en":"city","codePattern":"^NYC$"}, …]}. */
async function readLevelsFile(
  file: string,
): Promise<{ tree: string; timeZone?: string; levels: Level[] }> {
  const described = await readJson<LevelsFile>(file)
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(described.tree ?? '') || !Array.isArray(described.levels))
    throw new UnreadableAreas(
      `${file} needs "tree", a short name in small letters, and "levels", top first.`,
    )
  const levels = described.levels.map((level, i): Level => {
    if (!/^[a-z]{2,20}$/.test(level.level ?? '') || typeof level.codePattern !== 'string')
      throw new UnreadableAreas(
        `Level ${i + 1} of ${file} needs "level" (small letters) and "codePattern".`,
      )
    const name = level.level!
    return {
      tree: described.tree,
      level: name,
      ordinal: i + 1,
      zh: level.zh ?? name,
      en: level.en ?? name,
      codePattern: level.codePattern,
      parentLength: level.parentLength ?? null,
      skips: level.skips ?? false,
    }
  })
  return { ...described, levels }
}

/** No rejects, no file: a stale one would mislead. */
async function writeRejects(file: string, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return rm(file, { force: true })
  const rows = rejects.map((each) =>
    csvLine([each.line, each.code, each.fault, each.reason.zh, each.reason.en]),
  )
  await writeFile(
    file,
    csvByteOrderMark + csvLine(['line', 'code', 'fault', '原因', 'reason']) + rows.join(''),
  )
}
