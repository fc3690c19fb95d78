// What an actor may do at a layer of the tree: pure questions over his grants, read by the case moves on the
// server and by the buttons in the browser. A grant acts for exactly the area (or unit) it names. Only four
// things reach further, each by its own function: the street centre standing in for its communities, the duty
// person of the parent area (UP, RV), the supervisor above (SV), and whoever is responsible now by roster.
import type { Actor, Grant, TokenScope } from './actor.ts'
import { roles, type Mark, type Right, type Role } from './roles.ts'

/** An area as the rules need it. */
export type Spot = { readonly areaId: number; readonly areaPath: string }
/** Giver or receiver of a leg; `unitId` null is the area's own team. */
export type Party = Spot & { readonly unitId: number | null }

const noGrants: readonly Grant[] = []

function grantsOf(actor: Actor): readonly Grant[] {
  return actor.kind === 'person' ? actor.grants : noGrants
}

/** "/1/15/230/" → "/1/15/"; the top area has no parent. */
export function parentSpot(spot: Spot): Spot | null {
  const ids = spot.areaPath.split('/').filter((part) => part !== '')
  if (ids.length < 2) return null
  return { areaId: Number(ids[ids.length - 2]), areaPath: `/${ids.slice(0, -1).join('/')}/` }
}

/** Does one of the actor's grants for exactly this area's own team carry the mark? */
function marked(actor: Actor, areaId: number, mark: Mark): boolean {
  return grantsOf(actor).some(
    (grant) =>
      grant.unitId === null && grant.areaId === areaId && roles[grant.role].marks.includes(mark),
  )
}

function inUnit(actor: Actor, unitId: number, mark: Mark): boolean {
  return grantsOf(actor).some(
    (grant) => grant.unitId === unitId && roles[grant.role].marks.includes(mark),
  )
}

const streetCentre: readonly Role[] = ['streetDispatcher', 'streetCommander']

/** The street centre is always staffed, so it may do for its communities what their duty person may. */
function standsIn(actor: Actor, spot: Spot): boolean {
  const parent = parentSpot(spot)
  if (parent === null) return false
  return grantsOf(actor).some(
    (grant) =>
      grant.unitId === null && grant.areaId === parent.areaId && streetCentre.includes(grant.role),
  )
}

/** DP: duty person or dispatcher of this layer, or the street centre in its place. Grids have none. */
export function dutyAt(actor: Actor, spot: Spot): boolean {
  return marked(actor, spot.areaId, 'DP') || standsIn(actor, spot)
}

/** HD: head of this layer, or of the unit. */
export function headAt(actor: Actor, party: Spot & { readonly unitId?: number | null }): boolean {
  if (party.unitId != null) return inUnit(actor, party.unitId, 'HD')
  return marked(actor, party.areaId, 'HD')
}

/** GL: leader or deputy of this grid. */
export function leadsGrid(actor: Actor, gridAreaId: number): boolean {
  return marked(actor, gridAreaId, 'GL')
}

/** GW or GL of this grid, micro-grid heads of its micro-grids included. */
export function gridTeam(actor: Actor, gridAreaId: number): boolean {
  return selfHandling(actor, gridAreaId) !== 'none'
}

/** Part-time workers and micro-grid heads handle on the spot only what its category opens to them. */
export function selfHandling(actor: Actor, gridAreaId: number): 'full' | 'limited' | 'none' {
  if (leadsGrid(actor, gridAreaId)) return 'full'
  const workers = grantsOf(actor).filter(
    (grant) =>
      grant.unitId === null &&
      roles[grant.role].marks.includes('GW') &&
      (grant.areaId === gridAreaId ||
        (grant.role === 'microGridHead' && parentSpot(grant)?.areaId === gridAreaId)),
  )
  if (workers.length === 0) return 'none'
  return workers.some((grant) => grant.role === 'gridWorker') ? 'full' : 'limited'
}

/** A grid instructor advises in his grid, or in every grid of his community: reads, notes, urges. */
export function advisesAt(actor: Actor, spot: Spot): boolean {
  return grantsOf(actor).some(
    (grant) => grant.role === 'gridInstructor' && spot.areaPath.startsWith(grant.areaPath),
  )
}

/** LH by grant: may work on what this receiver holds. Who answers in its place is asked by the moves of a case. */
export function isHolder(actor: Actor, receiver: Party): boolean {
  if (actor.kind !== 'person') return false
  if (receiver.unitId !== null) return inUnit(actor, receiver.unitId, 'LH')
  return marked(actor, receiver.areaId, 'LH')
}

/** LG: answers for the side that gave the leg. Members of a unit do not, its head does. */
export function isGiver(actor: Actor, giver: Party): boolean {
  if (giver.unitId !== null) return inUnit(actor, giver.unitId, 'LG')
  return marked(actor, giver.areaId, 'LG') || standsIn(actor, giver)
}

/**
 * UP and RV: duty person of the parent area. The top area has no parent; there its head reviews, or a refusal
 * there could never be contested. That a reviewer took no part is the case's question.
 */
export function parentDuty(actor: Actor, spot: Spot): boolean {
  const parent = parentSpot(spot)
  return parent === null ? headAt(actor, spot) : dutyAt(actor, parent)
}

/** HD of the parent area, who looks before a third reopening. */
export function parentHead(actor: Actor, spot: Spot): boolean {
  const parent = parentSpot(spot)
  return parent === null ? headAt(actor, spot) : headAt(actor, parent)
}

/** SV: head of any layer above. */
export function supervises(actor: Actor, spot: Spot): boolean {
  return grantsOf(actor).some(
    (grant) =>
      grant.unitId === null &&
      grant.areaId !== spot.areaId &&
      roles[grant.role].marks.includes('HD') &&
      spot.areaPath.startsWith(grant.areaPath),
  )
}

const callingLevels: readonly string[] = ['street', 'district', 'city']

/** HD of a street or higher over this place: the nearest such layer, which may call units together (吹哨). */
export function whistlesFrom(actor: Actor, spot: Spot): number | null {
  const heads = grantsOf(actor).filter(
    (grant) =>
      grant.unitId === null &&
      callingLevels.includes(grant.areaLevel) &&
      roles[grant.role].marks.includes('HD') &&
      spot.areaPath.startsWith(grant.areaPath),
  )
  return heads.toSorted((a, b) => b.areaPath.length - a.areaPath.length)[0]?.areaId ?? null
}

/** Heads a street or a higher layer over this place: the second person who puts its grids in force. */
export const headsLayerOver = (actor: Actor, spot: Spot): boolean =>
  whistlesFrom(actor, spot) !== null

/** Duty person of an area that covers all the given ones: merging across communities asks for it. */
export function dutyOver(actor: Actor, spots: readonly Spot[]): boolean {
  return grantsOf(actor).some(
    (grant) =>
      grant.unitId === null &&
      roles[grant.role].marks.includes('DP') &&
      spots.every((spot) => spot.areaPath.startsWith(grant.areaPath)),
  )
}

/** Every mark the actor has towards one area's team, or one unit. */
export function marksAt(actor: Actor, at: Spot & { readonly unitId?: number | null }): Set<Mark> {
  const party: Party = { areaId: at.areaId, areaPath: at.areaPath, unitId: at.unitId ?? null }
  const unit = party.unitId !== null
  const holds: [Mark, boolean][] = [
    ['GW', !unit && gridTeam(actor, at.areaId) && !leadsGrid(actor, at.areaId)],
    ['GL', !unit && leadsGrid(actor, at.areaId)],
    ['DP', !unit && dutyAt(actor, at)],
    ['LH', isHolder(actor, party)],
    ['LG', isGiver(actor, party)],
    ['HD', headAt(actor, party)],
    ['UP', parentDuty(actor, at)],
    ['RV', parentDuty(actor, at)],
    ['SV', supervises(actor, at)],
  ]
  return new Set(holds.filter(([, has]) => has).map(([mark]) => mark))
}

/** The role under which a move at this party is journalled: the nearest grant, else the first. */
export function roleAt(actor: Actor, at: Spot & { readonly unitId?: number | null }): Role | null {
  const grants = grantsOf(actor)
  const near = (grant: Grant) =>
    at.unitId != null
      ? grant.unitId === at.unitId
      : grant.unitId === null && grant.areaId === at.areaId && roles[grant.role].marks.length > 0
  const above = grants
    .filter((grant) => at.areaPath.startsWith(grant.areaPath))
    .toSorted((a, b) => b.areaPath.length - a.areaPath.length)
  return (grants.find(near) ?? above[0] ?? grants[0])?.role ?? null
}

/** Subtrees whose cases the actor sees, as paths, the contained ones left out. */
export function roots(actor: Actor): string[] {
  const paths =
    actor.kind === 'system'
      ? actor.scopes.includes('cases:read')
        ? [actor.areaPath]
        : []
      : grantsOf(actor)
          .filter((grant) => roles[grant.role].sees === 'area' && grant.unitId === null)
          .map((grant) => grant.areaPath)
  const distinct = [...new Set(paths)].toSorted()
  return distinct.filter(
    (path) => !distinct.some((other) => other !== path && path.startsWith(other)),
  )
}

/** Where he stands in, he must see what he is to answer for: subtrees and units beside those of his grants. */
export function standIns(actor: Actor): { roots: string[]; units: number[] } {
  const stands = actor.kind === 'person' ? (actor.stands ?? []) : []
  return {
    roots: stands.filter((stand) => stand.unitId === null).map((stand) => stand.areaPath),
    units: stands.flatMap((stand) => stand.unitId ?? []),
  }
}

/** Units whose cases the actor sees through the chain. */
export function unitsOf(actor: Actor): number[] {
  const units = grantsOf(actor).flatMap((grant) =>
    roles[grant.role].sees === 'unit' && grant.unitId !== null ? [grant.unitId] : [],
  )
  return [...new Set(units)].toSorted((a, b) => a - b)
}

/** An administrative right, valid in the whole subtree of the grant that carries it. */
export function hasRight(actor: Actor, right: Right, spot: Spot): boolean {
  return grantsOf(actor).some(
    (grant) => roles[grant.role].rights.includes(right) && spot.areaPath.startsWith(grant.areaPath),
  )
}

/** The same right anywhere in this area's chain: in the area, above it, or in a part of it (a grid worker at the door). */
export function hasRightWithin(actor: Actor, right: Right, spot: Spot): boolean {
  return grantsOf(actor).some(
    (grant) =>
      roles[grant.role].rights.includes(right) &&
      (spot.areaPath.startsWith(grant.areaPath) || grant.areaPath.startsWith(spot.areaPath)),
  )
}

/** Roster and absences: the head of the area or of one above it; of a unit also its own head. */
export function keepsRoster(actor: Actor, party: Party): boolean {
  return grantsOf(actor).some(
    (grant) =>
      roles[grant.role].rights.includes('keepRoster') &&
      (grant.unitId === null
        ? party.areaPath.startsWith(grant.areaPath)
        : grant.unitId === party.unitId),
  )
}

/** Figures are sums without persons: staff read them everywhere below what they cover, see hasRight. */
export function tokenMay(actor: Actor, scope: TokenScope): boolean {
  return actor.kind === 'system' && actor.scopes.includes(scope)
}
