// 超期申诉 (move 41): a case that was late may be appealed once, and two reviewers say whether the lateness is excused.
// The lateness itself stays where it is written: what is excused is shown beside the figures, never taken out of them.

import { done, refused } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { isHolder } from '#core/people/rights.ts'
import { currentRound, openAppeal } from './case.ts'
import type { CaseFile, Receiver } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { startClock } from './clock.ts'
import type { Settings } from './rules.ts'
import { ends, starts } from './ticking.ts'

export type Review = { by: string; at: Instant; excused: boolean; reason: string }
export type Appeal = {
  by: string
  /** Who held the work that was late. */
  party: Receiver
  at: Instant
  reason: string
  photos: string[]
  /** The due that was missed, as it stands and stays. */
  overdueAt: Instant
  reviews: Review[]
  /** Null until two have said; excused only if both say so. */
  excused: boolean | null
  decidedAt: Instant | null
}

export const appealWorkDays = 10

/** The last who was given the work; the home layer where nobody was. */
export const appealingParty = (c: CaseFile): Receiver =>
  c.legs.findLast((leg) => leg.kind === 'lead')?.receiver ?? {
    areaId: c.homeAreaId,
    unitId: null,
  }

/** The earliest due of handling or closing that was missed, noticed or not. */
export function missedDue(c: CaseFile, now: Instant): Instant | null {
  const missed = c.clocks
    .filter((clock) => clock.kind === 'HANDLE' || clock.kind === 'WHOLE')
    .flatMap((clock) => {
      if (clock.overdueAt !== null) return [clock.overdueAt]
      const until = toMs(clock.endedAt ?? now)
      return clock.dueAt !== null && until > toMs(clock.dueAt) ? [clock.dueAt] : []
    })
  return missed.toSorted((a, b) => toMs(a) - toMs(b))[0] ?? null
}

/** Ten work days from the closing on; while it is open there is no end. */
function tooLate(c: CaseFile, s: Settings): boolean {
  const { closedAt } = currentRound(c)
  if (closedAt === null) return false
  const span = { serial: 0, kind: 'APPEAL', round: c.round, leg: null } as const
  const limit = { limitKind: 'WORK_DAY', amount: appealWorkDays, startedAt: closedAt } as const
  const last = startClock({ ...span, ...limit }, s.calendar).dueAt
  return last !== null && toMs(s.now) > toMs(last)
}

export function decideOverdueAppeal(
  c: CaseFile,
  by: Actor,
  input: { reason: string; photos: string[] },
  s: Settings,
): Decided {
  const may = guard('overdueAppeal', c, by, s)
  if (!may.ok) return may
  const overdueAt = missedDue(c, s.now)
  if (overdueAt === null) return refused('not_overdue')
  if (c.appeal !== null) return refused('already_appealed')
  if (tooLate(c, s)) return refused('window_over')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const appeal: Appeal = {
    by: by.id,
    party: appealingParty(c),
    at: s.now,
    reason: input.reason,
    photos: input.photos,
    overdueAt,
    reviews: [],
    excused: null,
    decidedAt: null,
  }
  return done(
    enter(starts({ ...c, appeal }, 'APPEAL', s), 'overdueAppeal', by, s, {
      reason: input.reason,
      facts: { overdueAt, photos: input.photos },
    }),
  )
}

export function decideAppeal(
  c: CaseFile,
  by: Actor,
  input: { excused: boolean; reason: string },
  s: Settings,
): Decided {
  const may = guard('decideAppeal', c, by, s)
  if (!may.ok) return may
  const appeal = openAppeal(c)
  if (appeal === null) return refused('no_appeal')
  const ofParty = isHolder(by, { ...s.spot(appeal.party.areaId), unitId: appeal.party.unitId })
  if (c.tookPart.includes(by.id) || ofParty || appeal.by === by.id)
    return refused('took_part_before')
  if (appeal.reviews.some((review) => review.by === by.id)) return refused('same_reviewer')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const review = { by: by.id, at: s.now, excused: input.excused, reason: input.reason }
  const reviews = [...appeal.reviews, review]
  const decided = reviews.length >= 2
  const excused = decided ? reviews.every((each) => each.excused) : null
  const reviewed: CaseFile = {
    ...c,
    appeal: { ...appeal, reviews, excused, decidedAt: decided ? s.now : null },
  }
  const next = decided ? ends(reviewed, ['APPEAL'], s) : reviewed
  return done(
    enter(next, 'decideAppeal', by, s, {
      reason: input.reason,
      facts: { says: input.excused, decided, excused },
    }),
  )
}
