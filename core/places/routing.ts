// Where a report goes, and the sentence that says why: every row of loop.md 6.1. Pure: what lies around the point is
// found before (server/places/outline-index.ts) and handed in. It never refuses a report.
import type { Words } from '#core/kit/words.ts'
import { say } from '#core/kit/words.ts'
import type { Area } from './area.ts'
import type { Box, Point } from './geometry.ts'
import { routingWords as w } from './words.ts'

export type Flag =
  | 'bad_point'
  | 'swapped_point'
  | 'near_border'
  | 'overlap'
  | 'unplaced'
  | 'outside'
  | 'no_outline'
  | 'other_community'
  | 'schematic'

export type Neighbour = { areaId: number; metres: number }

/** Stored with the case as JSON, with its inputs: "why did this come to me" can be read years later. */
export type RoutingDecision = {
  /** The row of loop.md 6.1 that fitted. */
  situation: number
  gridId: number | null
  communityId: number | null
  /** Where it is filed: the grid, else the area whose queue "unplaced" holds it. */
  areaId: number
  flags: Flag[]
  neighbours: Neighbour[]
  boundaryVersion: string
  sentence: Words
  offered?: Point
}

/** A grid the point lies in, or on the border of. */
export type Hit = { area: Area; squareMetres: number; onBorder: boolean; metresToOwnBorder: number }

/** What lies around a usable point. Distances beyond the configured ones need not be reported. */
export type Surroundings = {
  hits: Hit[]
  /** Other grids whose border is nearer than N metres, nearest first. */
  near: { area: Area; metres: number }[]
  communities: Area[]
  nearestCommunity: { area: Area; metres: number } | null
  schematic: boolean
}

export type Question = {
  point: Point | null
  /** The area the reporter or operator chose. */
  chosen: Area | null
  chosenHasOutline: boolean
  /** The receiving desk's own area. */
  desk: Area
  /** The installation's top area. */
  top: Area
  around: Surroundings | null
  distances: { borderMetres: number; nearMetres: number }
  boundaryVersion: string
  /** "社区 + 网格", as people say it. */
  label: (area: Area) => Words
  communityOf: (area: Area) => Area | null
  /** Who is meant by "responsible": a post, never a person, since the sentence is kept. */
  responsible?: Words
}

/** Why a point is not usable, or null. `world` is the box of everything this installation has outlines for. */
export function whyUnusable(point: Point, world: Box | null): 'bad_point' | 'swapped_point' | null {
  const { lon, lat } = point
  if (!Number.isFinite(lon) || !Number.isFinite(lat) || (lon === 0 && lat === 0)) return 'bad_point'
  const swappedFits = world !== null && isIn(world, { lon: lat, lat: lon })
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return swappedFits ? 'swapped_point' : 'bad_point'
  return swappedFits && world !== null && !isIn(world, point) ? 'swapped_point' : null
}

// A tenth of a degree of margin: a place just beyond the border is not a swapped one.
const isIn = (box: Box, p: Point): boolean =>
  p.lon >= box.west - 0.1 &&
  p.lon <= box.east + 0.1 &&
  p.lat >= box.south - 0.1 &&
  p.lat <= box.north + 0.1

export function decideRoute(
  q: Question,
  unusable: 'bad_point' | 'swapped_point' | null,
): RoutingDecision {
  if (q.point !== null && unusable !== null) return withoutUsablePoint(q, q.point, unusable)
  if (q.point === null || q.around === null) return withoutPoint(q)
  const hits = preferDedicated(q.around.hits)
  const inner = hits.filter((hit) => !hit.onBorder)
  if (inner.length > 1) return overlapping(q, inner)
  if (inner.length === 0 && hits.length > 1) return betweenGrids(q, hits)
  const only = inner[0] ?? hits[0]
  return only === undefined ? inNoGrid(q, q.around) : inOneGrid(q, only, q.around)
}

/** Situation 12: the case keeps its filing grid; today's responsibility is said beside it. */
export function successionSentence(q: { filed: Words; now: Words; since: string }): Words {
  return both(w.succeeded, (lang) => ({ old: q.filed[lang], grid: q.now[lang], date: q.since }))
}

function withoutUsablePoint(
  q: Question,
  point: Point,
  why: 'bad_point' | 'swapped_point',
): RoutingDecision {
  const rest = withoutPoint(q)
  const offered = why === 'swapped_point' ? { lon: point.lat, lat: point.lon } : null
  const hint =
    offered === null ? null : both(w.swapped, () => ({ lon: offered.lon, lat: offered.lat }))
  return {
    ...rest,
    situation: 1,
    flags: [why, ...rest.flags],
    sentence: joined(w.badPoint, hint, rest.sentence),
    ...(offered === null ? {} : { offered }),
  }
}

function withoutPoint(q: Question): RoutingDecision {
  const area = q.chosen ?? q.desk
  const sentence = both(q.chosen === null ? w.byDesk : w.byChosenArea, (lang) => ({
    area: q.label(area)[lang],
  }))
  return unplaced(q, q.chosen === null ? 3 : 2, area, sentence)
}

function inOneGrid(q: Question, hit: Hit, around: Surroundings): RoutingDecision {
  const nearest = around.near[0]
  if (nearest === undefined) {
    const who = q.responsible ?? w.gridTeam
    return placed(
      q,
      4,
      hit.area,
      both(w.inGrid, (lang) => ({ grid: q.label(hit.area)[lang], who: who[lang] })),
    )
  }
  const sentence = both(w.nearBorder, (lang) => ({
    grid: q.label(hit.area)[lang],
    other: q.label(nearest.area)[lang],
    metres: Math.round(nearest.metres),
  }))
  const decision = placed(q, 5, hit.area, sentence)
  return {
    ...decision,
    flags: [
      'near_border',
      ...acrossCommunities(
        q,
        hit.area,
        around.near.map((n) => n.area),
      ),
      ...decision.flags,
    ],
  }
}

function betweenGrids(q: Question, hits: Hit[]): RoutingDecision {
  const [first, ...others] = [...hits].sort((a, b) => byCode(a.area, b.area))
  const sentence = both(w.onBorder, (lang) => ({
    grid: q.label(first!.area)[lang],
    other: others.map((hit) => q.label(hit.area)[lang]).join(lang === 'zh' ? '、' : ', '),
  }))
  const decision = placed(q, 6, first!.area, sentence)
  const across = acrossCommunities(
    q,
    first!.area,
    others.map((hit) => hit.area),
  )
  return { ...decision, flags: ['near_border', ...across, ...decision.flags] }
}

function overlapping(q: Question, inner: Hit[]): RoutingDecision {
  const ordered = [...inner].sort(
    (a, b) => a.squareMetres - b.squareMetres || byCode(a.area, b.area),
  )
  const first = ordered[0]!.area
  const sentence = both(w.overlap, (lang) => ({
    grids: ordered.map((hit) => q.label(hit.area)[lang]).join(lang === 'zh' ? '、' : ', '),
    grid: q.label(first)[lang],
  }))
  const decision = placed(q, 7, first, sentence)
  return {
    ...decision,
    flags: ['overlap', ...decision.flags],
    neighbours: ordered.slice(1).map((hit) => ({ areaId: hit.area.id, metres: 0 })),
  }
}

function inNoGrid(q: Question, around: Surroundings): RoutingDecision {
  const community = [...around.communities].sort(byCode)[0]
  if (community !== undefined)
    return unplaced(
      q,
      8,
      community,
      both(w.inCommunity, (lang) => ({ community: q.label(community)[lang] })),
    )
  // "In none" can only be said of an area whose outline is known, so row 11 comes before the nearest one.
  if (q.chosen !== null && !q.chosenHasOutline) {
    const chosen = q.chosen
    const decision = unplaced(
      q,
      11,
      chosen,
      both(w.noOutline, (lang) => ({ area: q.label(chosen)[lang] })),
    )
    return { ...decision, flags: ['no_outline', ...decision.flags] }
  }
  const nearest = around.nearestCommunity
  if (nearest !== null && nearest.metres <= q.distances.nearMetres) {
    const sentence = both(w.nearestCommunity, (lang) => ({
      community: q.label(nearest.area)[lang],
      metres: Math.round(nearest.metres),
    }))
    const decision = unplaced(q, 9, nearest.area, sentence)
    return { ...decision, neighbours: [{ areaId: nearest.area.id, metres: round(nearest.metres) }] }
  }
  const decision = unplaced(
    q,
    10,
    q.top,
    both(w.outside, (lang) => ({ area: q.label(q.top)[lang] })),
  )
  return { ...decision, flags: ['outside', ...decision.flags] }
}

function placed(q: Question, situation: number, grid: Area, sentence: Words): RoutingDecision {
  return {
    situation,
    gridId: grid.id,
    communityId: q.communityOf(grid)?.id ?? null,
    areaId: grid.id,
    flags: q.around?.schematic === true ? ['schematic'] : [],
    neighbours: neighboursOf(q, grid),
    boundaryVersion: q.boundaryVersion,
    sentence,
  }
}

function unplaced(q: Question, situation: number, area: Area, sentence: Words): RoutingDecision {
  const community = q.communityOf(area)
  return {
    situation,
    gridId: null,
    communityId: community?.id ?? null,
    // A chosen grid is a guess: without a point the community's duty officer places it.
    areaId: community?.id ?? area.id,
    flags: q.around?.schematic === true ? ['unplaced', 'schematic'] : ['unplaced'],
    neighbours: [],
    boundaryVersion: q.boundaryVersion,
    sentence,
  }
}

function neighboursOf(q: Question, grid: Area): Neighbour[] {
  const onBorder = (q.around?.hits ?? []).filter((hit) => hit.onBorder && hit.area.id !== grid.id)
  const near = (q.around?.near ?? []).filter(
    (n) => n.area.id !== grid.id && !onBorder.some((hit) => hit.area.id === n.area.id),
  )
  return [
    ...onBorder
      .sort((a, b) => byCode(a.area, b.area))
      .map((hit) => ({ areaId: hit.area.id, metres: 0 })),
    ...near.map((n) => ({ areaId: n.area.id, metres: round(n.metres) })),
  ]
}

/** A dedicated grid (a mall, a school) lies inside basic ones: there it alone counts, and nothing overlaps. */
function preferDedicated(hits: Hit[]): Hit[] {
  const dedicated = hits.filter((hit) => hit.area.kind === 'dedicated')
  return dedicated.length === 0 ? hits : dedicated
}

function acrossCommunities(q: Question, grid: Area, others: Area[]): Flag[] {
  const own = q.communityOf(grid)?.id
  return others.some((other) => q.communityOf(other)?.id !== own) ? ['other_community'] : []
}

const round = (metres: number): number => Math.round(metres * 10) / 10
const byCode = (a: Area, b: Area): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : a.id - b.id

function both(words: Words, values: (lang: 'zh' | 'en') => Record<string, string | number>): Words {
  return { zh: say(words, 'zh', values('zh')), en: say(words, 'en', values('en')) }
}

function joined(...parts: (Words | null)[]): Words {
  const said = parts.filter((part) => part !== null)
  return { zh: said.map((part) => part.zh).join(''), en: said.map((part) => part.en).join(' ') }
}
