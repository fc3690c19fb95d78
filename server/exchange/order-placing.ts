// Where an order lies, inside the desk that took it in: by its point, by the area it names, by a name in its address, or
// nowhere yet. A point in somebody else's streets is kept as what it is, a sign that the order may have gone astray.
import { type OrderDraft, type OrderPlacing } from '#core/exchange/order.ts'
import type { OrderMapping } from '#core/exchange/order-mapping.ts'
import {
  type NamedPlace,
  calledNames,
  placeNamed,
  placeWithin,
} from '#core/exchange/order-place.ts'
import type { Area } from '#core/places/area.ts'
import type { Point } from '#core/places/geometry.ts'
import type { App } from '../app.ts'
import { categoriesAt, isThereNow, locate } from '../places/index-of-places.ts'

export type Placing = {
  placed: OrderPlacing
  /** Where it would be filed. */
  area: Area
  point: Point | null
  category: string | null
}
export type Placer = (draft: OrderDraft) => Placing

/** Places and categories of the desk, read once for a file. */
export function placerFor(app: App, desk: Area, mapping: OrderMapping): Placer {
  const { geography } = app.places
  const isThere = isThereNow(app)
  const inside = [...geography.all()].filter(
    (area) => area.path.startsWith(desk.path) && area.id !== desk.id && isThere(area),
  )
  const named = (areas: readonly Area[]): NamedPlace[] =>
    areas.map(({ code, name, officialName }) => ({
      code,
      names: [...new Set([...calledNames(name), ...calledNames(officialName)])],
    }))
  const communities = named(inside.filter((area) => geography.isCommunity(area)))
  const all = named(inside)
  const byCode = (code: string | null) =>
    code === null ? null : (inside.find((area) => area.code === code) ?? null)
  const categoryOf = categoriesOf(app, desk, mapping)
  return (draft) => {
    const category = categoryOf(draft.words)
    const located = draft.point === null ? null : pointIn(app, draft.point)
    if (located?.path.startsWith(desk.path) === true)
      return { placed: 'point', area: located, point: draft.point, category }
    const said = mapping.areas?.[draft.area] ?? draft.area
    const area = byCode(placeNamed(said, communities) ?? placeNamed(said, all))
    if (area !== null) return { placed: 'area', area, point: null, category }
    if (located !== null) return { placed: 'elsewhere', area: desk, point: null, category }
    const words = byCode(
      placeWithin(draft.address, communities) ?? placeWithin(draft.text, communities),
    )
    if (words !== null) return { placed: 'words', area: words, point: null, category }
    return { placed: 'none', area: desk, point: null, category }
  }
}

/** Where the routing of every report would file it; a point that cannot be meant is none. */
function pointIn(app: App, point: Point): Area | null {
  const route = locate(app, { point, chosen: null, desk: null, at: app.now() })
  const unsure = route.flags.some((flag) => flag === 'bad_point' || flag === 'swapped_point')
  return unsure ? null : app.places.geography.get(route.areaId)
}

/** By the mapping, else a category of ours of exactly that name; everything else is sorted when it is filed. */
function categoriesOf(app: App, desk: Area, mapping: OrderMapping) {
  const known = categoriesAt(app, desk.path, app.now())
  const byName = new Map([...known.values()].map(({ zh, code }) => [zh, code]))
  return (words: string): string | null => {
    const parts = [words, ...words.split(/\s*[›>/|、-]\s*/).toReversed()]
    const code = parts
      .map((part) => mapping.categories?.[part] ?? byName.get(part))
      .find((found) => found !== undefined && known.has(found))
    return code ?? null
  }
}
