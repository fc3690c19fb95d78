// Managed objects and the plans to look at them: kept by the office that keeps what a community has.
import { Readable } from 'node:stream'
import type * as contract from '#core/patrols/contract-inspections.ts'
import { type ObjectKind, objectKinds } from '#core/patrols/plan.ts'
import { objectKindWords } from '#core/patrols/words.ts'
import { type InputOf, type OutputOf, skippedBefore } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import { readCsv } from '../kit/csv.ts'
import { inScope, once } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import { type Ground, groundOf, keeps, objectView, planView, walks } from './inspections.ts'
import * as store from './store-inspections.ts'

type No = 'no_such_area' | 'not_yours'
type Reused = 'command_reused'
const pageOf = ({ limit = 100, after }: { limit?: number; after?: string }) => ({
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
  const { object, found } = await inScope(app.db, who.scope, async (tx) => ({
    object: (await store.objectsById(tx, communityId, [id]))[0],
    found: await store.foundOf(tx, communityId, id),
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
  })
}

/** An area within the community; the community itself where none is named. */
function areaIn(app: App, { community }: Ground, code: string | undefined) {
  if (code === undefined) return community
  const area = findArea(app, code)
  return area?.path.startsWith(community.path) === true ? area : null
}

type KeepObject = InputOf<typeof contract.keepObject>

export async function keepObject(
  app: App,
  who: Who,
  { commandId, ...input }: KeepObject,
): Promise<Result<OutputOf<typeof contract.keepObject>, No | 'tag_taken' | Reused>> {
  const ground = groundOf(app, who, input.code, keeps)
  if (!ground.ok) return ground
  const area = areaIn(app, ground.value, input.area)
  if (area === null) return refused('no_such_area')
  const { community, today } = ground.value
  const row: store.ObjectRow = {
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
  type Out = OutputOf<typeof contract.keepObject>
  const command = { commandId, content: input }
  return once<Out, 'tag_taken'>(app, who.actor, who.scope, command, async (tx) => {
    await store.lockTags(tx, community.id)
    const other = row.tag === null ? null : await store.objectByTag(tx, community.id, row.tag)
    if (other !== null && other.id !== row.id) return refused('tag_taken')
    await store.saveObject(tx, row)
    return done(objectView(app, row))
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
      await store.saveObject(tx, { ...row, id: known?.id ?? row.id })
    }
    return done({ taken: rows.length })
  })
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
  }
}

export async function listPlans(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listPlans>,
): Promise<Result<OutputOf<typeof contract.listPlans>, No>> {
  const ground = groundOf(app, who, input.code, walks)
  if (!ground.ok) return ground
  const { skip, limit } = pageOf(input)
  const rows = await inScope(app.db, who.scope, (tx) =>
    store.listPlans(tx, ground.value.area.path, { skip, limit: limit + 1 }),
  )
  const next = rows.length > limit ? String(skip + limit) : null
  return done({ items: rows.slice(0, limit).map((row) => planView(app, row)), next })
}

type KeepPlan = InputOf<typeof contract.keepPlan>

export async function keepPlan(
  app: App,
  who: Who,
  { commandId, ...input }: KeepPlan,
): Promise<Result<OutputOf<typeof contract.keepPlan>, No | 'no_such_object' | Reused>> {
  const ground = groundOf(app, who, input.code, keeps)
  if (!ground.ok) return ground
  const area = areaIn(app, ground.value, input.area)
  if (area === null) return refused('no_such_area')
  const { community, today } = ground.value
  const row: store.PlanRow = {
    communityId: community.id,
    id: input.id,
    areaId: area.id,
    areaPath: area.path,
    name: input.name.trim(),
    everyWeeks: input.everyWeeks,
    months: [...new Set(input.months)].toSorted((a, b) => a - b),
    fromOn: input.fromOn,
    stops: [...new Set(input.stops)],
    endedOn: input.ended ? today : null,
  }
  type Out = OutputOf<typeof contract.keepPlan>
  const command = { commandId, content: input }
  return once<Out, 'no_such_object'>(app, who.actor, who.scope, command, async (tx) => {
    const known = await store.objectsById(tx, community.id, row.stops)
    if (known.length < row.stops.length) return refused('no_such_object')
    await store.savePlan(tx, row)
    return done(planView(app, row))
  })
}
