// When a job must look at a case again, because something ends by itself: a wait, a review date, a window.
// The sweeping job (server/cases/wake.ts) acts on it; here it is only said.

import { addDays, toMs } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Instant } from '#core/kit/time.ts'
import { startClock } from './clock.ts'
import { openAppeal, currentRound, openSample } from './case.ts'
import type { CaseFile } from './case.ts'
import type { Settings } from './rules.ts'
import { lastClock, openClock } from './ticking.ts'
import { nextMeetBy } from './meeting-time.ts'

const earliest = (...instants: (Instant | null)[]): Instant | null =>
  instants.reduce((a, b) => (a === null || (b !== null && toMs(b) < toMs(a)) ? b : a), null)

/** When a job must look: at what ends by itself, or at a time to meet that somebody may miss. */
export const wakeAt = (c: CaseFile, s: Settings): Instant | null =>
  earliest(endsAt(c, s), nextMeetBy(c))

/** The instant at which the case moves on by itself if nobody does anything; null if it never does. */
function endsAt(c: CaseFile, s: Settings): Instant | null {
  switch (c.state) {
    case 'WAITING_REPORTER':
      return openClock(c, 'WAIT')?.dueAt ?? null
    case 'SUSPENDED':
      return c.suspension === null ? null : startOfDay(c.suspension.reviewOn, s.calendar.timeZone)
    case 'CHECKED':
      return selfHandledClosing(c, s)
    case 'CLOSED':
      return earliest(
        openClock(c, 'CONFIRM')?.dueAt ?? null,
        // Archiving waits for an open sample or appeal: until it is decided there is nothing to wake for.
        openSample(c) === null && openAppeal(c) === null
          ? (lastClock(c, 'REOPEN')?.dueAt ?? null)
          : null,
      )
    case 'NOT_ACCEPTED':
    case 'VOID':
      return addDays(c.lastAt, s.rules.archiveAfterDays)
    default:
      return null
  }
}

/** Self-handled finds are closed by a job one working day later if nobody else did [D2]. */
function selfHandledClosing(c: CaseFile, s: Settings): Instant | null {
  const round = currentRound(c)
  if (!round.selfHandled || round.handledAt === null) return null
  const { kind, amount } = s.rules.selfHandledClosesAfter
  const span = { serial: 0, kind: 'CHECK', round: c.round, leg: null } as const
  return startClock({ ...span, limitKind: kind, amount, startedAt: round.handledAt }, s.calendar)
    .dueAt
}
