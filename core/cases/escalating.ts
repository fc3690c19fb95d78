// Going up a layer. By hand it is one act: the layer that has the matter hands it to the layer above with the tier that
// belongs there, or gives it back to the layer above where that one gave it. By rule (loop.md 5.4, off unless a place says
// so) the tier rises when the promise is missed; no clock changes, least of all a due that has passed.

import { done, refused } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { tiers, topLeg } from './case.ts'
import type { CaseFile, Receiver, Tier } from './case.ts'
import { enter, guard } from './change.ts'
import type { Decided } from './change.ts'
import { whyCannotReceive } from './dispatch.ts'
import { whyCannot } from './moves.ts'
import type { Settings } from './rules.ts'
import { openClock } from './ticking.ts'

export const escalateJob: Actor = { kind: 'job', id: 'escalate' }

/** The tier at which a layer handles; a rise of tier never lowers it. */
export const tierOfLevel: Readonly<Record<string, Tier>> = {
  community: 'T2',
  street: 'T3',
  district: 'T4',
  city: 'T5',
}

export const higherTier = (tier: Tier): Tier | null => tiers[tiers.indexOf(tier) + 1] ?? null

export function decideEscalate(c: CaseFile, s: Settings): Decided {
  const may = guard('escalate', c, escalateJob, s)
  if (!may.ok) return may
  const clock = openClock(c, 'HANDLE')
  const late = clock !== null && clock.dueAt !== null && toMs(s.now) > toMs(clock.dueAt)
  const tier = higherTier(c.tier)
  if (!s.rules.overdueRaisesTier || !late || tier === null) return refused('not_due')
  return done(enter({ ...c, tier }, 'escalate', escalateJob, s, { facts: { was: c.tier, tier } }))
}

/** An area as going up asks for it: itself and what lies above it, nearest first. */
export type Above = { areaId: number; level: string }

export type Upward =
  | { way: 'return'; to: Receiver; tier: null }
  | { way: 'dispatch'; to: Receiver; tier: Tier }

/**
 * What going up means for this person here: give it back where the layer above gave it, else hand it to the nearest
 * layer above that may receive it. Null where he can do neither.
 */
export function upwardOf(
  c: CaseFile,
  by: Actor,
  above: (areaId: number) => readonly Above[],
  s: Settings,
): Upward | null {
  const top = topLeg(c)
  const here = top?.receiver ?? { areaId: c.homeAreaId, unitId: null }
  const layers = above(here.areaId)
  const fromAbove = top !== null && layers.some(({ areaId }) => areaId === top.giver.areaId)
  if (top !== null && fromAbove && whyCannot('return', c, by, s) === null)
    return { way: 'return', to: top.giver, tier: null }
  if (whyCannot('dispatch', c, by, s) !== null) return null
  for (const { areaId, level } of layers.slice(here.unitId === null ? 1 : 0)) {
    const tier = tierOfLevel[level]
    const to = { areaId, unitId: null }
    if (tier === undefined || !whyCannotReceive({ ...c, tier }, to, s).ok) continue
    return {
      way: 'dispatch',
      to,
      tier: tiers.indexOf(tier) > tiers.indexOf(c.tier) ? tier : c.tier,
    }
  }
  return null
}
