// From rows to what the wire shows: areas by code and name, kinds in words, standing as of the place's own day.
import type { OutputOf } from '#core/kit/contract.ts'
import { localDate, localTime, weekday } from '#core/kit/time.ts'
import { hasRight } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import { idsOfPath } from '#core/places/area.ts'
import { type Point, metresBetween } from '#core/places/geometry.ts'
import type { getResource } from '#core/resources/contract.ts'
import type { KindView, ResourceRow } from '#core/resources/contract-parts.ts'
import { isOpenAt } from '#core/resources/hours.ts'
import type { Kind } from '#core/resources/kind.ts'
import { standingOf, warnDaysDefault } from '#core/resources/resource.ts'
import type { App, Who } from '../app.ts'
import { areaWords } from '../people/me.ts'
import { rulesAt } from '../places/index-of-places.ts'
import { hoursOf } from './reach.ts'
import type { StoredResource } from './store.ts'

export type AreaRef = { code: string; name: { zh: string; en: string }; level: string }

export function areaRef(app: App, areaId: number): AreaRef {
  const area = app.places.geography.get(areaId)
  return { code: area.code, name: areaWords(app, areaId), level: area.level }
}

export const kindView = (kinds: ReadonlyMap<string, Kind>, code: string): KindView => {
  const kind = kinds.get(code)
  const plain = { zh: code, en: code }
  return kind === undefined
    ? { code, words: plain, group: 'service', mark: { zh: '?', en: '?' }, unit: { zh: '', en: '' } }
    : { code, words: kind.words, group: kind.group, mark: kind.mark, unit: kind.unit }
}

/** The levels over an area, nearest first, up to the top of this installation. */
export function areasAbove(app: App, area: Area): Area[] {
  const { geography } = app.places
  return idsOfPath(area.path)
    .slice(0, -1)
    .toReversed()
    .map((id) => geography.get(id))
}

export const mayKeep = (who: Who, area: { id: number; path: string }): boolean =>
  hasRight(who.actor, 'keepResources', { areaId: area.id, areaPath: area.path })

export function daysRule(app: App, path: string, key: string, otherwise: number): number {
  const set = rulesAt(app, path, key, app.now())
  return typeof set === 'number' ? set : otherwise
}

export const warnDaysAt = (app: App, path: string) =>
  daysRule(app, path, 'resources.warnDays', warnDaysDefault)

type Shown = { app: App; kinds: ReadonlyMap<string, Kind>; origin: Point | null }

export function rowView({ app, kinds, origin }: Shown, row: StoredResource): ResourceRow {
  const owner = app.places.geography.get(row.ownerId)
  const today = localDate(app.now(), owner.timeZone)
  const { lon, lat } = row
  const point = lon === null || lat === null ? null : { lon, lat }
  return {
    id: row.id,
    kind: kindView(kinds, row.kind),
    name: row.name,
    nameEn: row.nameEn,
    capacity: row.capacity,
    capacityUnit: row.capacityUnit,
    hours: hoursOf(row),
    address: row.address,
    lon,
    lat,
    counter: row.counter,
    phone: row.phone,
    offers: row.offers,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    endedOn: row.endedOn,
    standing: standingOf(row, today, warnDaysAt(app, owner.path)),
    isPublic: row.isPublic,
    owner: areaRef(app, row.ownerId),
    metres: point === null || origin === null ? null : Math.round(metresBetween(point, origin)),
  }
}

export function openNow(
  app: App,
  zone: string,
  openings: StoredResource['openings'],
): boolean | null {
  const now = app.now()
  return isOpenAt(openings, weekday(localDate(now, zone)), localTime(now, zone))
}

export type ResourceView = OutputOf<typeof getResource>
