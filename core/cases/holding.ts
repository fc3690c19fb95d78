// Who had the matter in hand, from when to when: the layer that works, or the giver while it checks (loop.md 4, [D5]).
// Legs have no deadline of their own; how long each layer held it, in the time of the clock of the whole matter and
// without its pauses, explains afterwards where lateness came from. Nothing is stored: it follows from the legs.

import { fromMs, toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import type { Calendar } from '#core/places/calendar.ts'
import { chain, isOpen } from './case.ts'
import type { CaseFile, Leg } from './case.ts'
import { activeSeconds } from './clock.ts'
import type { Clock } from './clock.ts'

/** A stretch in which one layer had it: a leg by its serial, null for the home layer. */
export type Hold = { leg: number | null; from: Instant; to: Instant }

type Change = { at: Instant; leg: number | null }

/** Given, handed in, refused, given back: each puts the matter into other hands. */
function changesOf(leg: Leg): Change[] {
  const { serial, parent } = leg
  return [
    { at: leg.dispatchedAt, leg: serial },
    ...leg.results.flatMap(({ at, refusedAt }) => [
      { at, leg: parent },
      ...(refusedAt === null ? [] : [{ at: refusedAt, leg: serial }]),
    ]),
    ...(leg.howEnded === 'returned' && leg.endedAt !== null
      ? [{ at: leg.endedAt, leg: parent }]
      : []),
  ]
}

/** The stretches of one round from its filing to its end, or to now. Zero-length ones are left out. */
export function holdsOf(legs: readonly Leg[], whole: Clock, now: Instant): Hold[] {
  const end = whole.endedAt ?? now
  const lead = legs.filter((leg) => leg.kind === 'lead' && leg.round === whole.round)
  // Of one instant: given on upwards, then come back downwards.
  const down = lead.toReversed().flatMap((leg) => changesOf(leg).slice(1))
  const up = lead.map((leg) => ({ at: leg.dispatchedAt, leg: leg.serial }))
  const changes: Change[] = [{ at: whole.startedAt, leg: null }, ...up, ...down].toSorted(
    (a, b) => toMs(a.at) - toMs(b.at),
  )
  return changes.flatMap(({ leg, at }, i) => {
    const next = changes[i + 1]
    const to = Math.min(next === undefined ? Infinity : toMs(next.at), toMs(end))
    if (to <= toMs(at)) return []
    return [{ leg: next === undefined ? handsNow(lead) : leg, from: at, to: fromMs(to) }]
  })
}

/** In whose hands it is, by the open legs alone: with the giver of what was handed in, else with the top layer. */
function handsNow(lead: readonly Leg[]): number | null {
  const top = lead.findLast((leg) => leg.endedAt === null)
  if (top === undefined) return null
  return top.handedInAt === null ? top.serial : top.parent
}

/** Seconds in the clock's own time, by leg; null stands for the home layer. */
export function heldByLeg(
  legs: readonly Leg[],
  whole: Clock,
  calendar: Calendar,
  now: Instant,
): Map<number | null, number> {
  const held = new Map<number | null, number>()
  for (const { leg, from, to } of holdsOf(legs, whole, now)) {
    const span = { kind: whole.limitKind, from, to, pauses: whole.pauses }
    held.set(leg, (held.get(leg) ?? 0) + activeSeconds(span, calendar))
  }
  return held
}

/** The clock of the whole matter in the current round: none before it is filed, none where the grid settled it itself. */
export const wholeClock = (c: CaseFile): Clock | null =>
  c.clocks.findLast((clock) => clock.kind === 'WHOLE' && clock.round === c.round) ?? null

/** Which layer has the ball now: a leg, the home layer (null), or nobody any more (undefined). */
export function holdingLeg(c: CaseFile): number | null | undefined {
  return isOpen(c.state) ? handsNow(chain(c)) : undefined
}
