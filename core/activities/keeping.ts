// Who keeps a centre: the right keepCentre at the area or above it. The same grants, as paths, are what the database
// is told for the caller's transaction.
import type { Actor } from '#core/people/actor.ts'
import { hasRight, type Spot } from '#core/people/rights.ts'
import { roles } from '#core/people/roles.ts'

export const keepsCentre = (actor: Actor, spot: Spot): boolean =>
  hasRight(actor, 'keepCentre', spot)

/** Subtrees in which the actor keeps centres. */
export function keptPaths(actor: Actor): string[] {
  if (actor.kind !== 'person') return []
  const paths = actor.grants
    .filter((grant) => roles[grant.role].rights.includes('keepCentre'))
    .map((grant) => grant.areaPath)
  return [...new Set(paths)].toSorted()
}
