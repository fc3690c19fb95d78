// Places in memory for the whole server: areas, outlines, categories, rules and calendars. Answers without waiting;
// a look at the version rows every few seconds, or refresh() after a write of one's own, keeps it up to date.
import { assert } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import { type Instant, localDate } from '#core/kit/time.ts'
import { type Area, idsOfPath, isValidOn } from '#core/places/area.ts'
import type { Calendar } from '#core/places/calendar.ts'
import { type Category, type CategoryLimits, withOwnLimit } from '#core/places/category.ts'
import { type ParticularsByCategory, withOwnParticulars } from '#core/places/particulars.ts'
import type { Point } from '#core/places/geometry.ts'
import {
  type RoutingDecision,
  type Surroundings,
  decideRoute,
  successionSentence,
  whyUnusable,
} from '#core/places/routing.ts'
import { type Db, inScope } from '../kit/db.ts'
import { type DayOutlines, Geography, heirFirst } from './geography.ts'
import { LocalRules } from './local-rules.ts'
import * as store from './store.ts'

export type Places = {
  geography: Geography
  local: LocalRules
  /** Raised whenever any of it was read again. */
  generation: number
  /** Reads again what changed in the database. */
  refresh: () => Promise<void>
}

type WithPlaces = { places: Places }

const nowhere = () =>
  new Geography({ levels: [], areas: [], boundaries: [], successions: [], topCode: null })

/** Empty until its first refresh. */
export function createPlaces(db: Db): Places {
  let known: store.Versions | null = null
  let running: Promise<void> | null = null
  const read = async () => {
    await inScope(db, { kind: 'public' }, async (tx) => {
      const versions = await store.readVersions(tx)
      const changed = (topic: keyof store.Versions) =>
        known === null || known[topic] !== versions[topic]
      if (changed('geography')) places.geography = await readGeography(tx)
      if (changed('categories') || changed('calendars') || changed('rules'))
        places.local = await readLocal(tx)
      if (JSON.stringify(known) !== JSON.stringify(versions)) places.generation += 1
      known = versions
    })
  }
  const places: Places = {
    geography: nowhere(),
    local: new LocalRules({ categories: [], days: [], segments: [], rules: [] }),
    generation: 0,
    refresh: async () => {
      // A refresh under way may have looked before the caller's write: wait for it, then look again.
      while (running !== null) await running.catch(() => undefined)
      running = read()
      await running.finally(() => (running = null))
    },
  }
  return places
}

/** Looks for changes by others until stopped. A database that does not answer is tried again next time. */
export function watchPlaces(places: Places, everyMs = 3000): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    looking = places.refresh().catch(() => undefined)
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}

async function readGeography(tx: Parameters<typeof store.listAreas>[0]): Promise<Geography> {
  return new Geography({
    levels: await store.listLevels(tx),
    areas: await store.listAreas(tx),
    boundaries: await store.listBoundaries(tx),
    successions: await store.listSuccessions(tx),
    topCode: await store.readTopCode(tx),
  })
}

async function readLocal(tx: Parameters<typeof store.listAreas>[0]): Promise<LocalRules> {
  return new LocalRules({
    categories: await store.listCategories(tx),
    days: await store.listCalendarDays(tx),
    segments: await store.listWorkSegments(tx),
    rules: await store.listRules(tx),
  })
}

/** Whether an area is there today, by its own clock. For looks over the whole tree: a zone's day is found once. */
export function isThereNow(app: WithPlaces & { now: () => Instant }): (area: Area) => boolean {
  const now = app.now()
  const days = new Map<string, string>()
  return (area) => {
    const day = days.get(area.timeZone) ?? localDate(now, area.timeZone)
    days.set(area.timeZone, day)
    return isValidOn(area, day)
  }
}

export function timeZoneAt(app: WithPlaces, areaPath: string): string {
  const id = idsOfPath(areaPath).at(-1)
  const area = id === undefined ? null : app.places.geography.find(id)
  return (area ?? app.places.geography.top())?.timeZone ?? 'Asia/Shanghai'
}

const placed = (app: WithPlaces, areaPath: string, instant: Instant) => ({
  areaPath,
  day: localDate(instant, timeZoneAt(app, areaPath)),
})

/** The categories in force at a place, with the limits and the questions it gives some of them in rows of its own. */
export function categoriesAt(
  app: WithPlaces,
  areaPath: string,
  instant: Instant,
): ReadonlyMap<string, Category> {
  const where = placed(app, areaPath, instant)
  const all = app.places.local.categoriesAt(where)
  const limits = app.places.local.ruleAt(where, 'cases.categoryLimits')
  const asked = app.places.local.ruleAt(where, 'cases.particulars')
  const limited = merged(all, limits as CategoryLimits | undefined, withOwnLimit)
  return merged(limited, asked as ParticularsByCategory | undefined, withOwnParticulars)
}

type Tree = ReadonlyMap<string, Category>
const made = new WeakMap<object, Map<Tree, Tree>>()

/** Merged once per pair of a tree and a row: a move asks many times. */
function merged<Row extends object>(
  all: Tree,
  row: Row | undefined,
  withOwn: (one: Category, row: Row) => Category,
): Tree {
  if (row === undefined) return all
  const known = made.get(row) ?? new Map<Tree, Tree>()
  made.set(row, known)
  const found = known.get(all)
  if (found !== undefined) return found
  const tree = new Map([...all].map(([code, one]) => [code, withOwn(one, row)]))
  known.set(all, tree)
  return tree
}

/** The value a place has for a rule at an instant, or undefined where nobody set it. */
export function rulesAt(app: WithPlaces, areaPath: string, key: string, instant: Instant): unknown {
  return app.places.local.ruleAt(placed(app, areaPath, instant), key)
}

export function allRulesAt(
  app: WithPlaces,
  areaPath: string,
  instant: Instant,
): ReturnType<LocalRules['allRulesAt']> {
  return app.places.local.allRulesAt(placed(app, areaPath, instant))
}

export function segmentsAt(
  app: WithPlaces,
  areaPath: string,
  instant: Instant,
): ReturnType<LocalRules['segmentsAt']> {
  return app.places.local.segmentsAt(placed(app, areaPath, instant))
}

/** The same object for the same calendar, so that what was laid out for it is kept. */
export function calendarAt(app: WithPlaces, areaPath: string, instant: Instant): Calendar {
  return app.places.local.calendarAt(
    placed(app, areaPath, instant),
    instant,
    timeZoneAt(app, areaPath),
  )
}

/** The calendar a due of this place was counted with, by the version it keeps; null if its rows are not those of the place. */
export const calendarOf = (app: WithPlaces, areaPath: string, version: string): Calendar | null =>
  app.places.local.calendarOf(areaPath, version, timeZoneAt(app, areaPath))

export type Asked = {
  point: Point | null
  /** The area the reporter or operator chose. */
  chosen: Area | null
  /** The receiving desk's own area; without one, the installation's top. */
  desk?: Area | null
  at: Instant
  responsible?: Words
}

/** Point → grid, for every channel, with its reason: loop.md 6.1. Never refuses. */
export function locate(app: WithPlaces, asked: Asked): RoutingDecision {
  const { geography } = app.places
  const top = geography.top()
  assert(top !== null, 'an installation has a top area before it receives reports')
  const day = localDate(asked.at, top.timeZone)
  const outlines = geography.on(day, borderMetresMax(app))
  const unusable = asked.point === null ? null : whyUnusable(asked.point, worldOf(outlines))
  const nearMetres = metresRule(app, top, 'routing.nearMetres', day)
  const chosen = asked.chosen === null ? null : geography.standingFor(asked.chosen, day)
  return decideRoute(
    {
      point: asked.point,
      chosen,
      chosenHasOutline: chosen !== null && geography.hasOutline(chosen, day),
      desk: asked.desk ?? top,
      top,
      around:
        asked.point === null || unusable !== null
          ? null
          : around(app, outlines, asked.point, { day, nearMetres }),
      distances: { borderMetres: metresRule(app, top, 'routing.borderMetres', day), nearMetres },
      boundaryVersion: outlines.boundaryVersion,
      label: (area) => geography.label(area),
      communityOf: (area) => geography.communityOf(area),
      ...(asked.responsible === undefined ? {} : { responsible: asked.responsible }),
    },
    unusable,
  )
}

function worldOf(outlines: DayOutlines) {
  return outlines.communityIndex.world ?? outlines.gridIndex.world
}

function borderMetresMax(app: WithPlaces): number {
  const set = app.places.local
    .valuesOf('routing.borderMetres')
    .filter((value) => typeof value === 'number')
  return Math.max(1, ...set)
}

function metresRule(app: WithPlaces, area: Area, key: string, day: string): number {
  const value = app.places.local.ruleAt({ areaPath: area.path, day }, key)
  if (typeof value === 'number') return value
  return key === 'routing.borderMetres' ? 20 : 2000
}

function around(
  app: WithPlaces,
  outlines: DayOutlines,
  point: Point,
  rule: { day: string; nearMetres: number },
): Surroundings {
  const { gridIndex: index, grids } = outlines
  index.probe(point.lon, point.lat)
  const hits = Array.from({ length: index.insideCount }, (_, n) => ({
    area: grids[index.inside[n]!]!,
    squareMetres: index.squareMetres[index.inside[n]!]!,
    onBorder: index.isOnBorder(index.insideMetres[n]!),
    metresToOwnBorder: index.insideMetres[n]!,
  }))
  const winner = index.winner(outlines.gridRank)
  const within = winner < 0 ? 0 : metresRule(app, grids[winner]!, 'routing.borderMetres', rule.day)
  const near = nearOthers(outlines, winner, within)
  const communities = hits.length > 0 ? [] : communitiesAt(outlines, point)
  const seeksNearest = hits.length === 0 && communities.length === 0
  const nearest = seeksNearest
    ? outlines.communityIndex.nearestTo(point.lon, point.lat, rule.nearMetres)
    : null
  const found =
    nearest === null ? null : { area: outlines.communities[nearest.index]!, metres: nearest.metres }
  const touched = [
    ...hits.map((hit) => hit.area),
    ...communities,
    ...(found === null ? [] : [found.area]),
  ]
  return {
    hits,
    near,
    communities,
    nearestCommunity: found,
    schematic: touched.some((area) => outlines.schematic.has(area.id)),
  }
}

/** Other grids whose border is near. Around a dedicated grid the basic one begins at the dedicated grid's own border. */
function nearOthers(outlines: DayOutlines, winner: number, within: number): Surroundings['near'] {
  const { gridIndex: index, grids } = outlines
  if (winner < 0) return []
  const found = new Map<number, number>()
  for (let n = 0; n < index.nearCount; n++)
    if (index.near[n] !== winner && index.nearMetres[n]! < within)
      found.set(index.near[n]!, index.nearMetres[n]!)
  const own = index.inside.indexOf(winner)
  const ownMetres = index.insideMetres[own] ?? Infinity
  if (grids[winner]!.kind === 'dedicated' && ownMetres < within)
    for (let n = 0; n < index.insideCount; n++)
      if (index.inside[n] !== winner)
        found.set(index.inside[n]!, Math.min(ownMetres, found.get(index.inside[n]!) ?? Infinity))
  return [...found]
    .map(([i, metres]) => ({ area: grids[i]!, metres }))
    .sort((a, b) => a.metres - b.metres || (a.area.code < b.area.code ? -1 : 1))
}

function communitiesAt(outlines: DayOutlines, point: Point): Area[] {
  const index = outlines.communityIndex
  index.probe(point.lon, point.lat)
  return Array.from(
    { length: index.insideCount },
    (_, n) => outlines.communities[index.inside[n]!]!,
  )
}

export type Successor = { grid: Area; since: string; sentence: Words }

/** The grid that answers now for a place filed in a grid that has ended or was redrawn; null if it is still the same. */
export function successorOf(
  app: WithPlaces,
  filed: { gridId: number; point: Point | null; at: Instant },
): Successor | null {
  const { geography } = app.places
  const old = geography.get(filed.gridId)
  const day = localDate(filed.at, old.timeZone)
  const grid = filed.point === null ? followed(geography, old, day) : gridAt(app, filed.point, day)
  if (grid === null || grid.id === old.id) return null
  const since = geography.outlineOf(grid.id, day)?.validFrom ?? grid.validFrom
  return {
    grid,
    since,
    sentence: successionSentence({
      filed: geography.label(old),
      now: geography.label(grid),
      since,
    }),
  }
}

function gridAt(app: WithPlaces, point: Point, day: string): Area | null {
  const outlines = app.places.geography.on(day, borderMetresMax(app))
  outlines.gridIndex.probe(point.lon, point.lat)
  const winner = outlines.gridIndex.winner(outlines.gridRank)
  return winner < 0 ? null : outlines.grids[winner]!
}

function followed(geography: Geography, old: Area, day: string): Area | null {
  let at = old
  for (let steps = 0; steps < 50; steps++) {
    const next = geography.successions
      .filter((row) => row.areaId === at.id && row.since <= day)
      .map(({ heir, successorId }) => ({ heir, area: geography.get(successorId) }))
      .toSorted(heirFirst)[0]?.area
    if (next === undefined) return at
    at = next
  }
  return at
}
