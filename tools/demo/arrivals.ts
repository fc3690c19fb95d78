// Who reports what, where and when: two years of days, each with its own amount and mix, at places that come up
// again. Places are drawn once per community and routed like any point a resident would mark.
import type { Source } from '#core/cases/case.ts'
import { nextDate, toMs } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Area } from '#core/places/area.ts'
import { boxOf, isInside, type Outline, type Point } from '#core/places/geometry.ts'
import type { RoutingDecision } from '#core/places/routing.ts'
import { locate } from '#server/places/index-of-places.ts'
import type { Ground } from '#server/cases/settings.ts'
import { leafCategories } from '../../packs/cn-community/categories.ts'
import { dice, type Dice } from './dice.ts'
import { phrasesOf, report } from './reports.ts'
import { hoursOf, sourcesOf, volumeOn, weightOn } from './rhythm.ts'
import { fiveCommunities } from './staff.ts'
import { surroundingsOf, whereabouts, type Surroundings, type Whereabouts } from './whereabouts.ts'

export type Arrival = {
  at: number
  community: Area
  category: string
  source: Source
  text: string
  address: string
  point: Point | null
  route: RoutingDecision
}

type Spot = { point: Point; route: RoutingDecision; named: Map<string, Whereabouts> }
type Quarter = { community: Area; around: Surroundings; spots: Spot[] }

export type Ways = {
  by: Dice
  ground: Ground
  outlines: ReadonlyMap<string, Outline>
  quarters: (readonly [weight: number, Quarter])[]
}

const since = '2024-11-24'
const zone = 'Asia/Shanghai'
const leaves = leafCategories().filter((leaf) => leaf.code !== 'C99')

/** Spots for every community with outlines; the five of the article have more of everything. */
export function waysOf(ground: Ground, outlines: ReadonlyMap<string, Outline>, seed: string): Ways {
  const by = dice(`${seed}/arrivals`)
  const quarters = [...outlines.keys()]
    .filter((code) => code.length === 12)
    .toSorted()
    .map((code) => quarterOf(ground, outlines, code, by.for(code)))
  return { by, ground, outlines, quarters }
}

function quarterOf(
  ground: Ground,
  outlines: ReadonlyMap<string, Outline>,
  code: string,
  by: Dice,
): readonly [number, Quarter] {
  const community = ground.places.geography.findByCode(code)
  if (community === null) throw new Error(`the demo world has no community ${code}`)
  const isKnown = fiveCommunities.some((each) => each === code)
  const village = community.officialName.includes('村民')
  const count = isKnown ? 130 : village ? 22 : 42
  const grids = [...outlines].filter(([grid]) => grid.length === 15 && grid.startsWith(code))
  const spots = Array.from({ length: count }, () => spotIn(ground, by.pick(grids)[1], by))
  const weight = isKnown ? 14 : village ? 1.2 : 3 * by.lognormal(1, 0.3)
  return [
    weight,
    { community, around: surroundingsOf({ code, name: community.officialName }), spots },
  ]
}

function spotIn(ground: Ground, outline: Outline, by: Dice): Spot {
  const box = boxOf(outline)
  for (;;) {
    const lon = Math.round((box.west + (box.east - box.west) * by.next()) * 1e6) / 1e6
    const lat = Math.round((box.south + (box.north - box.south) * by.next()) * 1e6) / 1e6
    if (!isInside(outline, lon, lat)) continue
    const point = { lon, lat }
    const route = locate(ground, { point, chosen: null, at: '2026-01-01T00:00:00.000Z' })
    return { point, route, named: new Map() }
  }
}

/** All reports of the years before `until`, about so many, in order of time. */
export function arrivals(ways: Ways, until: number, count: number): Arrival[] {
  const days = daysUntil(until)
  const total = days.reduce((sum, date) => sum + volumeOn(date), 0)
  const came: Arrival[] = []
  for (const date of days) {
    const wanted = (count * volumeOn(date)) / total
    const today = Math.floor(wanted) + (ways.by.chance(wanted % 1) ? 1 : 0)
    const mix = leaves.map((leaf) => [weightOn(leaf.code, date), leaf.code] as const)
    for (let n = 0; n < today; n += 1) came.push(arrivalOn(ways, date, mix))
  }
  return came.filter((each) => each.at < until).toSorted((a, b) => a.at - b.at)
}

function daysUntil(until: number): string[] {
  const days: string[] = []
  for (let date = since; toMs(startOfDay(date, zone)) < until; date = nextDate(date))
    days.push(date)
  return days
}

function arrivalOn(ways: Ways, date: string, mix: readonly (readonly [number, string])[]): Arrival {
  const { by } = ways
  const category = by.weighed(mix)
  const source = by.weighed(sourcesOf(category))
  const hour = by.weighed(hoursOf(category, source).map((weight, at) => [weight, at] as const))
  const at = toMs(startOfDay(date, zone)) + (hour * 3600 + by.int(0, 3599)) * 1000
  return arrivalAt(ways, { at, category, source, month: Number(date.slice(5, 7)), hour })
}

export type Moment = { at: number; category: string; source: Source; month: number; hour: number }

/** One report somewhere in the district at a given moment. */
export function arrivalAt(ways: Ways, moment: Moment): Arrival {
  const { by, ground } = ways
  const { community, around, spots } = by.weighed(ways.quarters)
  // The same corners come up again and again: low numbers far more often.
  const spot = spots[Math.floor(spots.length * by.next() ** 1.9)] ?? spots[0]!
  const phrases = phrasesOf(moment.category)
  const place = spot.named.get(phrases.at) ?? whereabouts(by, phrases.at, around)
  spot.named.set(phrases.at, place)
  const said = report(by, { ...moment, around }, place)
  const unmarked = moment.source !== 'GRID_PATROL' && by.chance(0.035)
  const route = unmarked
    ? locate(ground, { point: null, chosen: community, at: new Date(moment.at).toISOString() })
    : spot.route
  const { at, category, source } = moment
  return { at, community, category, source, ...said, point: unmarked ? null : spot.point, route }
}

/** What somebody reports right now: drawn from today's own mix and this hour. */
export function arrivalNow(ways: Ways, now: number): Arrival {
  const local = new Date(now + 8 * 3_600_000).toISOString()
  const date = local.slice(0, 10)
  const hour = Number(local.slice(11, 13))
  const sources = leaves.map((leaf) => {
    const source = ways.by.weighed(sourcesOf(leaf.code))
    const due = hoursOf(leaf.code, source)[hour] ?? 0
    return [weightOn(leaf.code, date) * (due + 0.05), { code: leaf.code, source }] as const
  })
  const { code, source } = ways.by.weighed(sources)
  return arrivalAt(ways, { at: now, category: code, source, month: Number(date.slice(5, 7)), hour })
}
