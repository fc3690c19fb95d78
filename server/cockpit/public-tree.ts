// The counts behind the public figures of all areas of a district, or whatever stands highest among what is published, and
// which of them are left out: reckoned once for all of them and kept for ten minutes, so that no two pages differ.

import { setImmediate as otherWork } from 'node:timers/promises'
import { type Span, lastMonths, spanOf, yearBefore } from '#core/cockpit/period.ts'
import {
  type Counts,
  type PublicArea,
  countsOf,
  familiesOf,
  leftOutOf,
  withOnly,
} from '#core/cockpit/public-tree.ts'
import { type Facts, filedOf } from '#core/cockpit/tiles.ts'
import { tallyFacts } from '#core/cases/tallies.ts'
import { addMs, localDate } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import { type Area, idsOfPath } from '#core/places/area.ts'
import type { App } from '../app.ts'
import * as figures from '../cases/figures.ts'
import * as below from '../cases/figures-below.ts'
import { publicStanding } from '../cases/public-standing.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { rulesAt } from '../places/index-of-places.ts'
import { keeper } from './kept.ts'

/** A grid is a few houses: its figures are for whoever works there; on its community's page stands what was filed in it. */
export const published: readonly string[] = ['community', 'street', 'district']

export type PublicTree = {
  asOf: string
  span: Span
  months: readonly string[]
  /** The last moment of the months: what is due later is undecided then. */
  last: string
  limitOf: (area: Area) => number
  has: (area: Area, key: string) => boolean
  countOf: (area: Area, key: string) => number
  /** All that are open, of which those in the public list are no secret. */
  openOf: (area: Area, key: OpenKey) => number
  /** The count, or null where it is left out. */
  said: (area: Area, key: string) => number | null
}

const openKeys = ['open', 'overdue', 'suspended'] as const
type OpenKey = (typeof openKeys)[number]
export const asideKey = (key: OpenKey): string => `${key} and not listed`

const kept = keeper<PublicTree>(600_000, 50)

export function readPublicTree(app: App, area: Area): Promise<PublicTree> {
  const top = app.places.geography.ancestors(area).find(({ level }) => published.includes(level))
  const root = top ?? area
  return kept(app, { key: String(root.id), now: app.now(), read: () => reckon(app, root) })
}

async function reckon(app: App, root: Area): Promise<PublicTree> {
  const now = app.now()
  const span = spanOf('12m', localDate(now, root.timeZone))
  const places = await inScope(app.db, { kind: 'job' }, (tx) =>
    gatherPlaces(tx, root, { span, now }),
  )
  const nodes = nodesOf(app, root, now)
  const indexOf = new Map(nodes.map(({ area }, i) => [area.id, i]))
  const months = lastMonths(span.to, 13).slice(0, 12)
  const areas = countAreas(app, nodes, { places, months })
  const out = await leftOut(areas)
  const at = (area: Area) => indexOf.get(area.id) ?? -1
  return {
    asOf: now,
    span,
    months,
    last: addMs(startOfDay(span.to, root.timeZone), -1),
    limitOf: (area) => areas[at(area)]!.limit,
    has: (area, key) => areas[at(area)]?.counts[key] !== undefined,
    countOf: (area, key) => areas[at(area)]?.counts[key] ?? 0,
    openOf: (area, key) => areas[at(area)]?.open[key] ?? 0,
    said: (area, key) => (out(at(area), key) ? null : (areas[at(area)]?.counts[key] ?? null)),
  }
}

/** A district of a quarter of a thousand communities takes most of a second: others are served in between. */
async function leftOut(areas: readonly PublicArea[]) {
  const byKey = new Map<string, ReturnType<typeof leftOutOf>>()
  for (const keys of familiesOf(areas)) {
    const out = leftOutOf(withOnly(areas, keys))
    for (const key of keys) byKey.set(key, out)
    await otherWork()
  }
  return (area: number, key: string) => byKey.get(key)?.(area, key) ?? true
}

type Place = {
  inPeriod: Record<string, number>
  inPast: Record<string, number>
  months: Record<string, number>
  further: Record<string, number>
  open: Record<string, number>
  listed: Record<string, number>
}
const parts = ['inPeriod', 'inPast', 'months', 'further', 'open', 'listed'] as const
const add = (to: Record<string, number>, counts: Readonly<Record<string, number>>): void => {
  for (const [key, n] of Object.entries(counts)) to[key] = (to[key] ?? 0) + n
}
const noPlace = (): Place => ({
  inPeriod: {},
  inPast: {},
  months: {},
  further: {},
  open: {},
  listed: {},
})

/** What is counted at each area itself, by its id; nothing of what lies below it. */
async function gatherPlaces(
  tx: Tx,
  root: Area,
  { span, now }: { span: Span; now: string },
): Promise<Map<number, Place>> {
  const bounds = {
    from: startOfDay(span.from, root.timeZone),
    to: startOfDay(span.to, root.timeZone),
  }
  const places = new Map<number, Place>()
  const placeOf = (id: number): Place => {
    const place = places.get(id) ?? noPlace()
    places.set(id, place)
    return place
  }
  const idOf = (path: string): number => idsOfPath(path).at(-1) ?? root.id
  const both = await below.factsByPlace(tx, root.path, span, yearBefore(span))
  for (const { areaId, before, ...facts } of both)
    add(placeOf(areaId)[before ? 'inPast' : 'inPeriod'], facts)
  for (const { areaId, month, reported } of await below.reportsByPlace(tx, root.path, span))
    add(placeOf(areaId).months, { [month]: reported })
  for (const { path, ...counts } of await below.roundsByPlace(tx, root.path, bounds))
    add(placeOf(idOf(path)).further, counts)
  for (const { path, ...counts } of await below.setAsideByPlace(tx, root.path, bounds))
    add(placeOf(idOf(path)).further, counts)
  for (const { areaId, state, overdueDays } of await figures.openCases(tx, root.path, now)) {
    const [overdue, suspended] = [overdueDays === null ? 0 : 1, state === 'SUSPENDED' ? 1 : 0]
    add(placeOf(areaId).open, { open: 1, overdue, suspended })
  }
  // Whatever stands in the public list can be counted by anybody: what is to be kept is the rest.
  for (const { areaId, open, overdue, suspended } of await publicStanding(tx, root.path, now))
    add(placeOf(areaId).listed, { open, overdue, suspended })
  return places
}

type Node = { area: Area; above: number | null; limit: number; page: boolean }

/** The published areas of a tree, and right below the lowest of them those that its page names. */
function nodesOf(app: App, root: Area, now: string): Node[] {
  const limitOf = (path: string) => Number(rulesAt(app, path, 'figures.smallCell', now) ?? 10)
  const nodes: Node[] = []
  const visit = (area: Area, above: number | null): void => {
    const page = published.includes(area.level)
    const named = above !== null && nodes[above]!.page && nodes[above]!.area.id === area.parentId
    const own = page || named
    const next = own ? nodes.push({ area, above, limit: limitOf(area.path), page }) - 1 : above
    for (const child of app.places.geography.childrenEver(area.id)) visit(child, next)
  }
  visit(root, null)
  return nodes
}

type Counted = PublicArea & { open: Readonly<Record<string, number>> }

function countAreas(
  app: App,
  nodes: readonly Node[],
  { places, months }: { places: ReadonlyMap<number, Place>; months: readonly string[] },
): Counted[] {
  const totals = new Map(nodes.map(({ area }) => [area.id, noPlace()]))
  for (const [id, place] of places)
    for (const above of idsOfPath(app.places.geography.get(id).path)) {
      const total = totals.get(above)
      if (total) for (const part of parts) add(total[part], place[part])
    }
  const aboveOthers = new Set(nodes.flatMap(({ page, above }) => (page ? [above] : [])))
  return nodes.map(({ area, above, limit, page }, i) => {
    const total = totals.get(area.id) ?? noPlace()
    const own = aboveOthers.has(i) ? null : months
    const counts = page ? pageCounts(total, own) : { filed: filedOf(factsOf(total.inPeriod)) }
    return { above, limit, counts, open: total.open }
  })
}

const factsOf = (counts: Readonly<Record<string, number>>): Facts =>
  Object.fromEntries(tallyFacts.map((fact) => [fact, counts[fact] ?? 0])) as unknown as Facts

function pageCounts(place: Place, months: readonly string[] | null): Counts {
  const { inPeriod, inPast, further, open, listed } = place
  const facts = factsOf(inPeriod)
  const { handled = 0, handed = 0, merged = 0, void: voided = 0 } = further
  return countsOf({
    inPeriod: facts,
    inPast: factsOf(inPast),
    months: months && Object.fromEntries(months.map((month) => [month, place.months[month] ?? 0])),
    further: {
      handled,
      handed,
      merged,
      void: voided,
      excused: facts.excused,
      refused: facts.refused,
      guided: facts.closed_guided,
      ...Object.fromEntries(
        openKeys.map((key) => [asideKey(key), (open[key] ?? 0) - (listed[key] ?? 0)]),
      ),
    },
  })
}
