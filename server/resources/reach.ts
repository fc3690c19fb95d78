// What lies within reach of an area: a box in the index of points first, then the exact distance. Whoever asks sees what his
// own scope may see: the public what is meant for it.
import { sql } from 'kysely'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import { pointWithin } from '#core/places/geometry.ts'
import { type Opening, sayOpenings } from '#core/resources/hours.ts'
import type { Kind } from '#core/resources/kind.ts'
import {
  type Origin,
  type Reached,
  boxAround,
  reachMetresDefault,
  withinMetres,
} from '#core/resources/reach.ts'
import type { Offer } from '#core/resources/resource.ts'
import type { App } from '../app.ts'
import { type Tx, rowsOf } from '../kit/db.ts'
import { rulesAt } from '../places/index-of-places.ts'
import { kindsAt } from './kinds.ts'

export type WithReach = Pick<App, 'places' | 'now'>

type Asked = { areaId: number; metres: number; on: string }

/** Entries of the register that hold on the day, nearest first. An area without a place on the map reaches nothing. */
export async function withinReach(app: WithReach, tx: Tx, asked: Asked): Promise<Reached[]> {
  const area = app.places.geography.get(asked.areaId)
  const kinds = await kindsAt(tx, area.path, asked.on)
  const origin = await originOf(app, tx, { area, kinds, on: asked.on })
  if (origin === null) return []
  const rows = await listInBox(tx, { ...boxAround(origin.point, asked.metres), on: asked.on })
  return withinMetres(rows, origin.point, asked.metres).map(({ row, distanceMetres }) => ({
    id: row.id,
    name: row.name,
    nameEn: row.nameEn,
    category: { code: row.kind, ...(kinds.get(row.kind)?.words ?? { zh: row.kind, en: row.kind }) },
    capacity: row.capacity === null ? null : { amount: row.capacity, unit: row.capacityUnit ?? '' },
    hours: hoursOf(row),
    offers: row.offers,
    distanceMetres,
    method: 'straightLine',
    validUntil: row.validUntil,
    ownerId: row.ownerId,
  }))
}

/** How far a place reaches: its own rule, else 1,000 m. */
export function reachMetresAt(app: WithReach, area: Area): number {
  const set = rulesAt(app, area.path, 'resources.reachMetres', app.now())
  return typeof set === 'number' ? set : reachMetresDefault
}

type Place = { area: Area; kinds: ReadonlyMap<string, Kind>; on: string }

/** The centre the area itself keeps in the register; without one, the middle of its outline. */
export async function originOf(
  app: WithReach,
  tx: Tx,
  { area, kinds, on }: Place,
): Promise<Origin | null> {
  const centre = [...kinds.values()].find((kind) => kind.centre)?.code ?? null
  const found = centre === null ? undefined : (await listCentres(tx, area.id, centre, on))[0]
  if (found !== undefined)
    return { from: 'centre', point: { lon: found.lon, lat: found.lat }, name: found.name }
  const day = on.length === 10 ? on : localDate(app.now(), area.timeZone)
  const outline = app.places.geography.outlineOf(area.id, day)
  if (outline === null) return null
  return { from: 'outline', point: pointWithin(outline.outline), name: null }
}

export function hoursOf(row: { openings: Opening[]; hoursNote: string | null }) {
  if (row.openings.length === 0 && row.hoursNote === null) return null
  const say = (lang: 'zh' | 'en') =>
    [row.openings.length > 0 ? sayOpenings(row.openings, lang) : '', row.hoursNote ?? '']
      .filter((part) => part !== '')
      .join(lang === 'zh' ? '，' : ', ')
  return { zh: say('zh'), en: say('en') }
}

const listCentres = (tx: Tx, ownerId: number, kind: string, on: string) =>
  rowsOf(
    tx,
    sql<{ lon: number; lat: number; name: string }>`
      select r.lon,
             r.lat,
             r.name
        from resources.resources r
       where r.owner_id = ${ownerId}
         and r.kind = ${kind}
         and r.lon is not null
         and r.valid_from <= ${on}::date
         and (r.valid_until is null or r.valid_until >= ${on}::date)
         and (r.ended_on is null or r.ended_on > ${on}::date)
       order by r.valid_from, r.id
       limit 1`,
  )

type Near = {
  id: string
  kind: string
  name: string
  nameEn: string | null
  capacity: number | null
  capacityUnit: string | null
  openings: Opening[]
  hoursNote: string | null
  offers: Offer[]
  lon: number
  lat: number
  validUntil: string | null
  ownerId: number
}

/** More in one box than anybody reads; a city's whole register stays below it. */
const nearMax = 20_000

const listInBox = (
  tx: Tx,
  box: { west: number; south: number; east: number; north: number; on: string },
) =>
  rowsOf(
    tx,
    sql<Near>`
      select r.id,
             r.kind,
             r.name,
             r.name_en       as "nameEn",
             r.capacity,
             r.capacity_unit as "capacityUnit",
             r.openings,
             r.hours_note    as "hoursNote",
             r.offers,
             r.lon,
             r.lat,
             r.valid_until   as "validUntil",
             r.owner_id      as "ownerId"
        from resources.resources r
       where r.ended_on is null
         and r.lat between ${box.south} and ${box.north}
         and r.lon between ${box.west} and ${box.east}
         and r.valid_from <= ${box.on}::date
         and (r.valid_until is null or r.valid_until >= ${box.on}::date)
       limit ${nearMax}`,
  )
