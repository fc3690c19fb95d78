// Areas as features: one collection a level, from the tree and the outlines in memory.
import type { FeaturesQuery } from '#core/exchange/features-query.ts'
import type { Collection, Feature, FeaturePage } from '#core/exchange/features-pages.ts'
import { boxAround, meetsAny, wound } from '#core/exchange/shapes.ts'
import { localDate } from '#core/kit/time.ts'
import { type Area, dayWithin as lifeDay } from '#core/places/area.ts'
import type { App } from '../app.ts'

const prefix = 'areas-'

export function areaCollections(app: App): Collection[] {
  const { geography } = app.places
  const used = new Set([...geography.all()].map((area) => area.level))
  const seen = new Set<string>()
  return geography.levels
    .filter(({ level }) => used.has(level) && !seen.has(level) && seen.add(level))
    .map(({ level, zh, en }) => ({
      id: `${prefix}${level}`,
      title: { zh: `区划：${zh}`, en: `Areas: ${en}` },
      description: {
        zh: '名称、代码、上级和边界。不写时间是今天的边界，写时间是当时的边界。',
        en: 'Names, codes, the area above and outlines: of today, or of the day that datetime names.',
      },
      box: boxAround(
        areasAt(app, level, null).flatMap(({ shape }) => (shape === null ? [] : [shape.outline])),
      ),
      since: null,
    }))
}

/** The level a collection is of, or null if it is none of areas. */
export const levelOfCollection = (app: App, id: string): string | null =>
  areaCollections(app).some((each) => each.id === id) ? id.slice(prefix.length) : null

export function areaItems(app: App, level: string, query: FeaturesQuery): FeaturePage {
  const { boxes, span, after, offset, limit, filters } = query
  const within = filters['within'] === undefined ? null : pathOf(app, filters['within'])
  const found = areasAt(app, level, span)
    .filter(({ area }) => within === null || area.path.startsWith(within))
    .filter(({ shape }) => boxes === null || (shape !== null && meetsAny(shape.outline, boxes)))
    .toSorted((a, b) => (a.area.code < b.area.code ? -1 : 1))
  const rest = after === null ? found : found.filter(({ area }) => area.code > after)
  const shown = rest.slice(offset, offset + limit)
  return {
    features: shown.map((each) => featureOf(app, each)),
    matched: found.length,
    next: rest.length > offset + limit ? (shown.at(-1)?.area.code ?? null) : null,
  }
}

export function areaItem(app: App, level: string, code: string): Feature | null {
  const area = app.places.geography.findByCode(code)
  if (area === null || area.level !== level) return null
  const day = lifeDay(area, dayOf(area, app.now()))
  return featureOf(app, { area, shape: app.places.geography.outlineOf(area.id, day) })
}

/** No area has this code: then nothing lies in it. */
const pathOf = (app: App, code: string): string =>
  app.places.geography.findByCode(code)?.path ?? 'none'

type Placed = { area: Area; shape: ReturnType<App['places']['geography']['outlineOf']> }

/** Those that were there at any time of the span, each as it was when the span ended; without one, those of today. */
function areasAt(app: App, level: string, span: FeaturesQuery['span']): Placed[] {
  const { geography } = app.places
  const newest = new Map<string, Placed>()
  for (const area of geography.all()) {
    if (area.level !== level) continue
    const day = dayWithin(app, area, span)
    if (day === null) continue
    const known = newest.get(area.code)
    if (known === undefined || known.area.validFrom < area.validFrom)
      newest.set(area.code, { area, shape: geography.outlineOf(area.id, day) })
  }
  return [...newest.values()]
}

/** The last day of the span on which the area was there, or null if on none. */
function dayWithin(app: App, area: Area, span: FeaturesQuery['span']): string | null {
  const today = dayOf(area, app.now())
  const from = span === null ? today : span.from === null ? null : dayOf(area, span.from)
  const to = span === null ? today : span.to === null ? null : dayOf(area, span.to)
  if (from !== null && area.validTo !== null && area.validTo <= from) return null
  if (to !== null && area.validFrom > to) return null
  if (area.validTo !== null && (to === null || area.validTo <= to)) return lastDayOf(area)
  return to ?? (today > area.validFrom ? today : area.validFrom)
}

const dayOf = (area: Area, instant: string) => localDate(instant, area.timeZone)

/** `validTo` is the first day without it. */
const lastDayOf = (area: Area): string =>
  new Date(Date.parse(`${area.validTo}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function featureOf(app: App, { area, shape }: Placed): Feature {
  const parent = area.parentId === null ? null : app.places.geography.find(area.parentId)
  return {
    id: area.code,
    geometry: shape === null ? null : wound(shape.outline),
    properties: {
      code: area.code,
      name: area.name,
      nameEn: area.nameEn,
      officialName: area.officialName,
      level: area.level,
      kind: area.kind,
      parentCode: parent?.code ?? null,
      validFrom: area.validFrom,
      validTo: area.validTo,
      /** Drawn for orientation and never surveyed. */
      schematic: shape?.schematic ?? null,
      outlineFrom: shape?.validFrom ?? null,
    },
  }
}
