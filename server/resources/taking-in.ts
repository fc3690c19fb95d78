// A file of resources, judged whole and then written in one transaction: from the desk with a preview, or by command.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { roleAt } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import { type Outline, pointWithin } from '#core/places/geometry.ts'
import type * as contract from '#core/resources/contract.ts'
import {
  type Columns,
  type FileRow,
  type Judged,
  type KnownEntry,
  fileFields,
  guessColumns,
  judgeRows,
} from '#core/resources/file.ts'
import { changesBetween } from '#core/resources/resource.ts'
import type { App, Who } from '../app.ts'
import { readCsv } from '../kit/csv.ts'
import { type Tx, inScope, once } from '../kit/db.ts'
import { beginsAsJson, featuresOf } from '../kit/geojson.ts'
import { findArea, spotOf } from '../people/find-area.ts'
import { type ReferenceSystem, toWgs84 } from '../places/coordinates.ts'
import { isThereNow } from '../places/index-of-places.ts'
import { kindsAt } from './kinds.ts'
import { hoursOf } from './reach.ts'
import * as store from './store.ts'
import { mayKeep } from './views.ts'

export type File = { headings: string[]; rows: FileRow[] }
export type Taking = {
  area: Area
  file: File
  columns: Columns
  kindWords: Readonly<Record<string, string>>
  system: string
  crs: ReferenceSystem
  /** Which areas named in rows are the importer's to keep. */
  mayKeepAt: (area: Area) => boolean
}
export type Counts = Omit<OutputOf<typeof contract.importResources>, 'rejects'> & {
  rejects: Judged['rejects']
}

/** A point farther than this from the area is a mistake of coordinates. */
const kmMax = 150
const rowsMax = 20_000
const shownRejects = 500
const systemDefault = 'register'

export async function readFileOf(bytes: Uint8Array): Promise<File | null> {
  const text = Buffer.from(bytes).toString('utf8')
  return beginsAsJson(text) ? ofGeoJson(text.replace(/^\uFEFF/, '')) : ofCsv(bytes)
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function ofCsv(bytes: Uint8Array): Promise<File | null> {
  let headings: string[] | null = null
  const rows: FileRow[] = []
  for await (const row of readCsv(whole(bytes))) {
    if (headings === null) {
      headings = row.cells.map((cell) => cell.trim())
      continue
    }
    const cells = new Map(headings.map((heading, at) => [heading, row.cells[at] ?? '']))
    rows.push({ line: row.line, cells, point: null, trouble: row.trouble })
    if (rows.length > rowsMax) return null
  }
  return headings === null || headings.length < 2 ? null : { headings, rows }
}

function ofGeoJson(text: string): File | null {
  const features = featuresOf(text)
  if ('fault' in features || features.length > rowsMax) return null
  const headings = new Set<string>()
  const rows = features.map(({ line, feature }): FileRow => {
    const cells = new Map<string, string>()
    for (const [name, value] of Object.entries(feature.properties ?? {})) {
      headings.add(name)
      if (['string', 'number', 'boolean'].includes(typeof value)) cells.set(name, String(value))
    }
    const point = pointOf(feature.geometry)
    return { line, cells, point, trouble: feature.properties == null ? 'no properties' : null }
  })
  return { headings: [...headings], rows }
}

/** The point itself, or one well inside an area. */
function pointOf(geometry: unknown): FileRow['point'] {
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: unknown }
  if (type === 'Point' && Array.isArray(coordinates)) {
    const [lon, lat] = coordinates as unknown[]
    return typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null
  }
  if (type === 'Polygon' || type === 'MultiPolygon') {
    const found = pointWithin({ type, coordinates } as Outline)
    return Number.isFinite(found.lon) && Number.isFinite(found.lat) ? found : null
  }
  return null
}

/** Judges every row within the caller's transaction. */
export async function judgeFile(app: App, tx: Tx, taking: Taking): Promise<Judged> {
  const { area, file, columns, system } = taking
  const today = localDate(app.now(), area.timeZone)
  const kinds = await kindsAt(tx, area.path, today)
  const keyColumn = columns.key ?? ''
  const keys = file.rows
    .map((row) => row.cells.get(keyColumn)?.trim() ?? '')
    .filter((key) => key !== '')
  const known = new Map<string, KnownEntry>(
    (await store.listByKeys(tx, system, keys)).map((row) => [row.externalId ?? '', row]),
  )
  return judgeRows(file.rows, {
    columns,
    kinds,
    kindWords: taking.kindWords,
    owner: { id: area.id, path: area.path, code: area.code },
    areaOf: (text) => areaNamed(app, taking, text),
    known,
    toWgs84: ({ lon, lat }) => {
      const [x, y] = toWgs84(lon, lat, taking.crs)
      return { lon: x, lat: y }
    },
    today,
    around: somewhereIn(app, area, today),
    kmMax,
  })
}

/** Any point of the area: the middle of its outline, of one below it, or of one above. */
function somewhereIn(app: App, area: Area, day: string) {
  const { geography } = app.places
  const ofOne = (id: number) => geography.outlineOf(id, day)?.outline ?? null
  const below = [...geography.all()].filter(({ path }) => path.startsWith(area.path))
  const near = [area, ...below, ...geography.ancestors(area).toReversed()]
  for (const { id } of near) {
    const outline = ofOne(id)
    if (outline !== null) return pointWithin(outline)
  }
  return null
}

/** By code, else by its name among the areas below. */
function areaNamed(app: App, { area, mayKeepAt }: Taking, text: string) {
  const { geography } = app.places
  const isThere = isThereNow(app)
  const byId = /^\d{1,9}$/.test(text) ? geography.find(Number(text)) : null
  const byCode = geography.findByCode(text) ?? byId
  const found =
    byCode ??
    [...geography.all()].find(
      (each) =>
        isThere(each) &&
        each.path.startsWith(area.path) &&
        [each.name, each.officialName].includes(text),
    ) ??
    null
  const keeps =
    found !== null && found.level !== 'grid' && found.level !== 'micro' && mayKeepAt(found)
  return keeps ? { id: found.id, path: found.path, code: found.code } : null
}

type Author = { personId: string | null; roleOf: (area: Area) => string | null; at: string }

/** Writes what was accepted: new entries, and changes with their line in the history. */
export async function writeJudged(
  app: App,
  tx: Tx,
  judged: Judged,
  { system, author }: { system: string; author: Author },
): Promise<Counts> {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  for (const { act, key, entry, owner, before } of judged.plans) {
    if (act === 'same') {
      counts.unchanged += 1
      continue
    }
    const id = before?.id ?? app.newId()
    const version = (before?.version ?? 0) + 1
    if (before === null)
      await store.insertResource(
        tx,
        { id, ownerId: owner.id, ownerPath: owner.path, entry },
        { system, id: key },
      )
    else await store.updateResource(tx, id, version, entry)
    await store.addLine(tx, {
      communityId: owner.id,
      resourceId: id,
      version,
      act: 'imported',
      at: author.at,
      personId: author.personId,
      role: author.roleOf(app.places.geography.get(owner.id)),
      changed: before === null ? [] : changesBetween(before, entry),
      reason: null,
    })
    counts[before === null ? 'added' : 'changed'] += 1
  }
  return {
    rows: judged.plans.length + judged.rejects.length,
    ...counts,
    rejected: judged.rejects.length,
    rejects: judged.rejects,
  }
}

type FileInput = Omit<InputOf<typeof contract.previewResources>, never>
type FileNo = 'no_such_area' | 'not_yours' | 'unreadable_file' | 'no_key_column'

async function takingOf(app: App, who: Who, input: FileInput): Promise<Result<Taking, FileNo>> {
  const area = findArea(app, input.area)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(who, area)) return refused('not_yours')
  const file = await readFileOf(Buffer.from(input.content, 'base64'))
  if (file === null) return refused('unreadable_file')
  const columns = columnsFrom(input.columns, file.headings)
  if (columns.key === undefined) return refused('no_key_column')
  return done({
    area,
    file,
    columns,
    kindWords: input.kinds ?? {},
    system: input.system ?? systemDefault,
    crs: input.crs ?? 'wgs84',
    mayKeepAt: (each) => mayKeep(who, each),
  })
}

/** What the caller named, where the file has it; the rest by its usual headings. */
export function columnsFrom(
  named: Record<string, string> | undefined,
  headings: readonly string[],
): Columns {
  const columns = guessColumns(headings)
  for (const field of fileFields) {
    const heading = named?.[field]
    if (heading === '') delete columns[field]
    else if (heading !== undefined && headings.includes(heading)) columns[field] = heading
  }
  return columns
}

const sampleRows = 50

export async function previewFile(
  app: App,
  who: Who,
  input: InputOf<typeof contract.previewResources>,
): Promise<Result<OutputOf<typeof contract.previewResources>, FileNo>> {
  const taking = await takingOf(app, who, input)
  if (!taking.ok) return taking
  const { file, columns } = taking.value
  const judged = await inScope(app.db, who.scope, (tx) => judgeFile(app, tx, taking.value))
  const of = (act: string) => judged.plans.filter((plan) => plan.act === act).length
  return done({
    rows: file.rows.length,
    added: of('add'),
    changed: of('change'),
    unchanged: of('same'),
    rejected: judged.rejects.length,
    rejects: judged.rejects.slice(0, shownRejects),
    headings: file.headings,
    columns: columns as Record<string, string>,
    unknownKinds: judged.unknownKinds,
    sample: judged.plans.slice(0, sampleRows).map(({ line, key, act, entry, owner }) => ({
      line,
      key,
      act,
      name: entry.name,
      kind: entry.kind,
      owner: owner.code,
      hours: hoursOf(entry),
      lon: entry.lon,
      lat: entry.lat,
      validUntil: entry.validUntil,
    })),
  })
}

export async function importFile(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.importResources>,
): Promise<Result<OutputOf<typeof contract.importResources>, FileNo | 'command_reused'>> {
  const taking = await takingOf(app, who, input)
  if (!taking.ok) return taking
  const { system } = taking.value
  return once<OutputOf<typeof contract.importResources>, FileNo>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      const judged = await judgeFile(app, tx, taking.value)
      const author: Author = {
        personId: who.actor.kind === 'person' ? who.actor.id : null,
        roleOf: (area) => roleAt(who.actor, spotOf(area)),
        at: now(),
      }
      const counts = await writeJudged(app, tx, judged, { system, author })
      return done({ ...counts, rejects: counts.rejects.slice(0, shownRejects) })
    },
  )
}
