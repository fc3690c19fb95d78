// Whether the rule of a place demands a second factor of somebody, read from the rules in memory.
import type { Grant } from '#core/people/actor.ts'
import { needsSecondFactor, secondFactorRule } from '#core/people/second-factor.ts'
import type { App } from '#server/app.ts'
import { rulesAt } from '#server/places/index-of-places.ts'

/** Demanded of one of these grants by the rule that holds at its place now? */
export function isFactorRequired(
  app: App,
  grants: readonly Pick<Grant, 'role' | 'areaPath'>[],
  now: string,
): boolean {
  return needsSecondFactor(grants, (path) => rulesAt(app, path, secondFactorRule, now))
}
