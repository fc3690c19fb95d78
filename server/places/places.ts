// What others may ask of places through the wire. All of it is public, answered from memory, and stores nothing.
import { type Refusal, type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { type Area, dayWithin } from '#core/places/area.ts'
import type {
  AreaName,
  AreaView,
  LocationView,
  MapView,
  listCategories,
  locatePlace,
  searchPlaces,
} from '#core/places/contract.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import type { App } from '../app.ts'
import { drawMap } from './area-map.ts'
import { calendarAt, categoriesAt, isThereNow, locate, timeZoneAt } from './index-of-places.ts'

type Asking = Pick<App, 'places' | 'now'>

export const nameOf = ({ code, name, nameEn, level, kind }: Area): AreaName => ({
  code,
  name,
  nameEn,
  level,
  kind,
})

/** Today at the area: dates of places are local. */
export const dayAt = (app: Asking, area: Area): string =>
  localDate(app.now(), timeZoneAt(app, area.path))

export function describeArea(app: Asking, code: string): Result<AreaView, 'no_such_area'> {
  const { geography } = app.places
  const area = geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  const day = dayWithin(area, dayAt(app, area))
  const level = geography.levelOf(area)
  const known = geography.outlineOf(area.id, day)
  return done({
    ...nameOf(area),
    officialName: area.officialName,
    levelName: { zh: level.zh, en: level.en },
    timeZone: area.timeZone,
    hours: calendarAt(app, area.path, app.now()).segments.map((segment) => [...segment]),
    validFrom: area.validFrom,
    validTo: area.validTo,
    path: geography.ancestors(area).slice(0, -1).map(nameOf),
    children: geography.children(area.id, day).map(nameOf),
    boundary: known === null ? null : { validFrom: known.validFrom, schematic: known.schematic },
  })
}

/** Maps drawn since the geography was read; a map costs some milliseconds and changes with it alone. */
const drawn = new WeakMap<object, Map<string, MapView | null>>()

export function describeMap(
  app: Asking,
  asked: { code: string; level: string | null; on: string | null },
): Result<MapView, 'no_such_area' | 'no_outline'> {
  const { geography } = app.places
  const area = geography.findByCode(asked.code)
  if (area === null) return refused('no_such_area')
  const day = asked.on ?? dayWithin(area, dayAt(app, area))
  const maps = drawn.get(geography) ?? new Map<string, MapView | null>()
  drawn.set(geography, maps)
  const key = `${area.id} ${asked.level ?? ''} ${geography.versionOn(day)}`
  if (!maps.has(key)) {
    if (maps.size >= mapsKept) maps.clear()
    maps.set(key, drawMap(geography, area, asked.level, day))
  }
  const map = maps.get(key) ?? null
  return map === null ? refused('no_outline') : done(map)
}

const mapsKept = 500

export function searchAreas(
  app: Asking,
  asked: InputOf<typeof searchPlaces>,
): Result<OutputOf<typeof searchPlaces>, never> {
  const { geography } = app.places
  const q = asked.q.trim().toLowerCase()
  const within = asked.within === undefined ? null : geography.findByCode(asked.within)
  const isThere = isThereNow(app)
  const scored = [...geography.all()].flatMap((area) => {
    if (!isThere(area) || (within !== null && !area.path.startsWith(within.path))) return []
    const score = scoreOf(area, q)
    return score === 0 ? [] : [{ area, score: score + geography.levelOf(area).ordinal / 100 }]
  })
  scored.sort((a, b) => a.score - b.score || (a.area.code < b.area.code ? -1 : 1))
  return done({
    items: scored.slice(0, asked.limit ?? 20).map(({ area }) => ({
      ...nameOf(area),
      path: geography
        .ancestors(area)
        .slice(0, -1)
        .map((each) => each.name)
        .join(' › '),
    })),
  })
}

/** 0: does not fit; 1 is the best. */
function scoreOf(area: Area, q: string): number {
  if (area.code === q || area.name === q) return 1
  if (area.name.startsWith(q) || area.nameEn?.toLowerCase().startsWith(q)) return 2
  if (/^\d{2,}$/.test(q) && area.code.startsWith(q)) return 3
  return area.officialName.includes(q) || area.nameEn?.toLowerCase().includes(q) ? 4 : 0
}

export function locatePoint(
  app: Asking,
  asked: InputOf<typeof locatePlace>,
): Result<LocationView, 'no_such_area' | 'not_set_up'> {
  const { geography } = app.places
  if (geography.top() === null) return refused('not_set_up')
  const chosen = asked.area === undefined ? null : geography.findByCode(asked.area)
  if (asked.area !== undefined && chosen === null) return refused('no_such_area')
  const { lon, lat } = asked
  const point = lon === undefined || lat === undefined ? null : { lon, lat }
  const decision = locate(app, { point, chosen, at: app.now() })
  const named = (id: number | null) => (id === null ? null : nameOf(geography.get(id)))
  return done({
    situation: decision.situation,
    grid: named(decision.gridId),
    community: named(decision.communityId),
    area: nameOf(geography.get(decision.areaId)),
    flags: decision.flags,
    neighbours: decision.neighbours.map((each) => ({
      ...nameOf(geography.get(each.areaId)),
      metres: each.metres,
    })),
    boundaryVersion: decision.boundaryVersion,
    sentence: decision.sentence,
    offered: decision.offered ?? null,
  })
}

export function categoriesOf(
  app: Asking,
  code: string | null,
): Result<OutputOf<typeof listCategories>, 'no_such_area'> {
  const area = code === null ? app.places.geography.top() : app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area') satisfies Refusal<'no_such_area'>
  const all = [...categoriesAt(app, area.path, app.now()).values()]
  return done({ items: all.map((each) => ({ particulars: [], things: [], ...each })) })
}
