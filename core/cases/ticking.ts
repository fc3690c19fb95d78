// Clocks of a whole case: which of them a move starts, ends, stops and lets go on (loop.md 3.2, 5.2).
// One clock's arithmetic is in clock.ts; here only the choice of clocks is made.

import { toMs } from '#core/kit/time.ts'
import {
  endClock,
  extendClock,
  pauseClock,
  replaceLimit,
  resumeClock,
  startClock,
} from './clock.ts'
import type { Clock, ClockKind } from './clock.ts'
import type { CaseFile } from './case.ts'
import { handleLimit, wholeLimit } from './rules.ts'
import type { Limit, Settings } from './rules.ts'

const running = (clock: Clock): boolean => clock.endedAt === null
const inRound = (c: CaseFile) => (clock: Clock) => clock.round === c.round

/** The clock of a kind in the current round that has not ended, if any. */
export const openClock = (c: CaseFile, kind: ClockKind, leg: number | null = null): Clock | null =>
  c.clocks.find(
    (k) => k.kind === kind && running(k) && inRound(c)(k) && (leg === null || k.leg === leg),
  ) ?? null

/** The last clock of a kind in the current round, running or ended. */
export const lastClock = (c: CaseFile, kind: ClockKind): Clock | null =>
  c.clocks.findLast((k) => k.kind === kind && inRound(c)(k)) ?? null

const limitOf = (c: CaseFile, kind: ClockKind, s: Settings): Limit => {
  if (kind === 'HANDLE') return handleLimit(s, c)
  if (kind === 'WHOLE') return wholeLimit(handleLimit(s, c))
  return s.rules.clocks[kind][c.urgent ? 'urgent' : 'normal']
}

/** Starts a clock of the current round; `leg` for the kinds that run per leg. */
export function starts(
  c: CaseFile,
  kind: ClockKind,
  s: Settings,
  leg: number | null = null,
): CaseFile {
  const limit = limitOf(c, kind, s)
  const clock = startClock(
    {
      serial: c.clocks.length + 1,
      kind,
      round: c.round,
      leg,
      limitKind: limit.kind,
      amount: limit.amount,
      startedAt: s.now,
    },
    s.calendar,
  )
  return { ...c, clocks: [...c.clocks, clock] }
}

const change = (c: CaseFile, which: (k: Clock) => boolean, how: (k: Clock) => Clock): CaseFile => {
  if (!c.clocks.some(which)) return c
  return { ...c, clocks: c.clocks.map((k) => (which(k) ? how(k) : k)) }
}

export const ends = (c: CaseFile, kinds: readonly ClockKind[], s: Settings): CaseFile =>
  change(
    c,
    (k) => kinds.includes(k.kind) && running(k) && inRound(c)(k),
    (k) => endClock(k, s.now),
  )

/** Ends every clock of the case, also those of earlier rounds: void, and the return of a round. */
export const endsAll = (c: CaseFile, s: Settings): CaseFile =>
  change(c, running, (k) => endClock(k, s.now))

/** Stops clocks. RESPOND is never among them: talking is always possible. */
export const stops = (
  c: CaseFile,
  kinds: readonly ClockKind[],
  why: string,
  s: Settings,
): CaseFile =>
  change(
    c,
    (k) => kinds.includes(k.kind) && running(k) && inRound(c)(k),
    (k) => pauseClock(k, s.now, why, s.calendar),
  )

/** Merged: the case stands still as a whole, also what never stops otherwise. */
export const stopsAll = (c: CaseFile, why: string, s: Settings): CaseFile =>
  change(
    c,
    (k) => running(k) && inRound(c)(k),
    (k) => pauseClock(k, s.now, why, s.calendar),
  )

export const goesOn = (c: CaseFile, s: Settings): CaseFile =>
  change(
    c,
    (k) => running(k) && k.pauses.some((p) => p.to === null),
    (k) => resumeClock(k, s.now, s.calendar),
  )

export const extends_ = (c: CaseFile, amount: number, s: Settings): CaseFile =>
  change(
    c,
    (k) => (k.kind === 'HANDLE' || k.kind === 'WHOLE') && running(k) && inRound(c)(k),
    (k) => extendClock(k, s.now, amount, s.calendar),
  )

/**
 * After a rise of tier, or a guarded correction [D8]: new limits from the same start, for every clock whose limit
 * depends on what changed between the two files. A due that has passed stays, and so does one that only the
 * configuration has meanwhile changed.
 */
export function relimits(was: CaseFile, c: CaseFile, s: Settings): CaseFile {
  const late = (k: Clock) => k.dueAt !== null && toMs(s.now) > toMs(k.dueAt)
  return change(
    c,
    (k) => running(k) && inRound(c)(k) && !late(k),
    (k) => {
      const [before, limit] = [limitOf(was, k.kind, s), limitOf(c, k.kind, s)]
      const same = limit.kind === before.kind && limit.amount === before.amount
      if (same) return k
      return replaceLimit(k, { limitKind: limit.kind, amount: limit.amount }, s.now, s.calendar)
    },
  )
}

/** A refused check: the handling clock runs again as if it had never ended, with the same due [D3]. */
export const runsAgain = (c: CaseFile, kind: ClockKind): CaseFile => {
  const last = lastClock(c, kind)
  return last === null
    ? c
    : change(
        c,
        (k) => k === last,
        (k) => ({ ...k, endedAt: null }),
      )
}
