// Managed objects: kept by the office that keeps what a community has.
import { Readable } from 'node:stream'
import type * as contract from '#core/patrols/contract-inspections.ts'
import type { ObjectView } from '#core/patrols/contract-inspections.ts'
import { type ObjectKind, objectKinds } from '#core/patrols/plan.ts'
import { objectKindWords } from '#core/patrols/words.ts'
import { type InputOf, type OutputOf, skippedBefore } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import { readCsv } from '../kit/csv.ts'
import { type Tx, inScope, once } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import { type Ground, groundOf, keeps, objectView, walks } from './inspections.ts'
import { isSame, keep } from './keeping.ts'
import { foundOf } from './store-found.ts'
import * as store from './store-inspections.ts'

type No = 'no_such_area' | 'not_yours'
type Stale = 'changed_meanwhile' | 'has_ended'
type Reused = 'command_reused'
export const pageOf = ({ limit = 100, after }: { limit?: number; after?: string }) => ({
  skip: skippedBefore(after),
  limit,
})

export async function listObjects(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listObjects>,
): Promise<Result<OutputOf<typeof contract.listObjects>, No>> {
  const ground = groundOf(app, who, input.code, walks)
  if (!ground.ok) return ground
  const { skip, limit } = pageOf(input)
  const rows = await inScope(app.db, who.scope, (tx) =>
    store.listObjects(tx, ground.value.community.id, { skip, limit: limit + 1 }),
  )
  const next = rows.length > limit ? String(skip + limit) : null
  return done({ items: rows.slice(0, limit).map((row) => objectView(app, row)), next })
}

export async function readObject(
  app: App,
  who: Who,
  { code, id }: InputOf<typeof contract.readObject>,
): Promise<Result<OutputOf<typeof contract.readObject>, No | 'no_such_object'>> {
  const ground = groundOf(app, who, code, walks)
  if (!ground.ok) return ground
  const communityId = ground.value.community.id
  const { object, found, versions } = await inScope(app.db, who.scope, async (tx) => ({
    object: (await store.objectsById(tx, communityId, [id]))[0],
    found: await foundOf(tx, communityId, id),
    versions: await store.versionsOf<store.ObjectSaid>(tx, communityId, id),
  }))
  if (object === undefined) return refused('no_such_object')
  return done({
    object: objectView(app, object),
    found: found.map(({ onDay, result, words, caseNumber }) => ({
      onDay,
      result,
      words,
      caseNumber,
    })),
    versions: versions.map(({ version, onDay, said: { areaId, kind, name, tag, lon, lat } }) => ({
      version,
      onDay,
      kind,
      name,
      tag,
      point: lon === null || lat === null ? null : { lon, lat },
      area: app.places.geography.get(areaId).code,
    })),
  })
}

/** An area within the community; the community itself where none is named. */
export function areaIn(app: App, { community }: Ground, code: string | undefined) {
  if (code === undefined) return community
  const area = findArea(app, code)
  return area?.path.startsWith(community.path) === true ? area : null
}

type KeepObject = InputOf<typeof contract.keepObject>

export async function keepObject(
  app: App,
  who: Who,
  { commandId, ...input }: KeepObject,
): Promise<Result<OutputOf<typeof contract.keepObject>, No | Stale | 'tag_taken' | Reused>> {
  const ground = groundOf(app, who, input.code, keeps)
  if (!ground.ok) return ground
  const area = areaIn(app, ground.value, input.area)
  if (area === null) return refused('no_such_area')
  const { community, today } = ground.value
  const row = {
    communityId: community.id,
    id: input.id,
    areaId: area.id,
    kind: input.kind,
    name: input.name.trim(),
    tag: input.tag?.trim() || null,
    lon: input.point?.lon ?? null,
    lat: input.point?.lat ?? null,
    endedOn: input.ended ? today : null,
  }
  return keep<store.ObjectRow, ObjectView, 'tag_taken'>(app, who, {
    command: { commandId, content: input },
    expected: input.expectedVersion,
    lock: async (tx) => {
      await store.lockTags(tx, community.id)
      return store.lockObject(tx, community.id, row.id)
    },
    next: async (tx) => {
      const other = row.tag === null ? null : await store.objectByTag(tx, community.id, row.tag)
      return other !== null && other.id !== row.id ? refused('tag_taken') : done(row)
    },
    save: (tx, kept) => store.saveObject(tx, kept, today),
    view: (kept) => objectView(app, kept),
  })
}

type Import = InputOf<typeof contract.importObjects>

/** Every line is read before one is stored; what is wrong is said by its line. */
export async function importObjects(
  app: App,
  who: Who,
  { commandId, ...input }: Import,
): Promise<Result<{ taken: number }, No | 'lines_wrong' | Reused>> {
  const ground = groundOf(app, who, input.code, keeps)
  if (!ground.ok) return ground
  const { rows, wrong } = await rowsIn(app, ground.value, input.text)
  if (rows.length === 0 || Object.keys(wrong).length > 0)
    return refused('lines_wrong', { fields: wrong })
  const command = { commandId, content: input }
  return once<{ taken: number }, never>(app, who.actor, who.scope, command, async (tx) => {
    await store.lockTags(tx, ground.value.community.id)
    for (const row of rows) {
      const known = row.tag === null ? null : await store.objectByTag(tx, row.communityId, row.tag)
      await takeIn(tx, row, known, ground.value.today)
    }
    return done({ taken: rows.length })
  })
}

/** A line of a known tag changes that object; one that says what stands already makes no new version of it. */
async function takeIn(
  tx: Tx,
  row: store.ObjectRow,
  known: store.ObjectRow | null,
  today: string,
): Promise<void> {
  if (known === null) return void (await store.saveObject(tx, row, today))
  const { id, endedOn, version } = known
  const next = { ...row, id, endedOn, version }
  if (isSame(known, next)) return
  await store.saveObject(tx, { ...next, version: version + 1 }, today)
}

async function rowsIn(app: App, ground: Ground, text: string) {
  const rows: store.ObjectRow[] = []
  const wrong: Record<string, string> = {}
  let head = true
  for await (const { line, cells } of readCsv(Readable.from([Buffer.from(text)]))) {
    if (head) {
      head = false
      continue
    }
    const row = rowOf(app, ground, cells)
    if (typeof row === 'string') wrong[String(line)] = row
    else rows.push(row)
  }
  return { rows, wrong }
}

const kindNamed = (said: string): ObjectKind | undefined =>
  objectKinds.find((kind) => kind === said || objectKindWords[kind].zh === said)

/** A row, or which column is wrong. */
function rowOf(app: App, ground: Ground, cells: readonly string[]): store.ObjectRow | string {
  const [kind = '', name = '', tag = '', grid = '', lon = '', lat = ''] = cells.map((c) => c.trim())
  const known = kindNamed(kind)
  if (known === undefined) return 'kind'
  const letters = [...name].length
  if (letters < 2 || letters > 60) return 'name'
  if ([...tag].length > 40) return 'tag'
  const area = areaIn(app, ground, grid === '' ? undefined : grid)
  if (area === null) return 'grid'
  const placed = lon !== '' || lat !== ''
  const [x, y] = [Number(lon), Number(lat)]
  if (placed && !(Math.abs(x) <= 180 && Math.abs(y) <= 90 && lon !== '' && lat !== ''))
    return 'lon, lat'
  return {
    communityId: ground.community.id,
    id: app.newId(),
    areaId: area.id,
    kind: known,
    name,
    tag: tag === '' ? null : tag,
    lon: placed ? x : null,
    lat: placed ? y : null,
    endedOn: null,
    version: 1,
  }
}
