// Break-glass 应急查看: one case beyond one's area, for an hour, with a reason. The head of the layer that answers for it
// is told at once and reviews afterwards; the reporter reads that it happened.
import { addMs, toMs, type Instant } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { type Spot, headAt, parentHead } from '#core/people/rights.ts'
import { roles } from '#core/people/roles.ts'
import type { Calendar } from '#core/places/calendar.ts'
import { startClock } from './clock.ts'

export const glassMinutes = 60
/** Open at one time for one person: an emergency is one matter or two, not a list. */
export const glassesMax = 3

export type Glass = {
  personId: string
  openedAt: Instant
  endsAt: Instant
  /** Given back before its hour was over. */
  endedAt: Instant | null
  reviewedAt: Instant | null
}

export type GlassRefusal =
  | 'not_allowed'
  | 'reason_missing'
  | 'already_yours'
  | 'too_many_open'
  | 'no_such_case'

/** Offices that decide about cases somewhere: no grid worker, no administrator, no other system, nobody without a post. */
export function mayBreakGlass(by: Actor): boolean {
  return (
    by.kind === 'person' &&
    by.grants.some(({ role }) => roles[role].marks.some((mark) => mark === 'DP' || mark === 'HD'))
  )
}

export function whyCannotBreak(
  by: Actor,
  asked: { reason: string; sees: boolean; open: number },
): GlassRefusal | null {
  if (!mayBreakGlass(by)) return 'not_allowed'
  if (asked.sees) return 'already_yours'
  if (asked.reason.trim().length < 10) return 'reason_missing'
  return asked.open >= glassesMax ? 'too_many_open' : null
}

export const glassEnds = (openedAt: Instant): Instant => addMs(openedAt, glassMinutes * 60_000)

export const isGlassOpen = (glass: Glass, now: Instant): boolean =>
  glass.endedAt === null && toMs(now) < toMs(glass.endsAt)

/** The head of the layer that answers for the case, or of the one above; never whoever looked. */
export function whyCannotReview(
  by: Actor,
  glass: Glass,
  { home, now }: { home: Spot; now: Instant },
): 'not_allowed' | 'not_to_oneself' | 'still_open' | 'already_reviewed' | null {
  if (!headAt(by, home) && !parentHead(by, home)) return 'not_allowed'
  if (by.id === glass.personId) return 'not_to_oneself'
  if (isGlassOpen(glass, now)) return 'still_open'
  return glass.reviewedAt === null ? null : 'already_reviewed'
}

/** Working days of the place from the end of the access, by its rule. */
export function reviewDue(
  { endsAt, endedAt }: Pick<Glass, 'endsAt' | 'endedAt'>,
  { calendar, days }: { calendar: Calendar; days: number },
): Instant {
  const startedAt = endedAt ?? endsAt
  const span = { serial: 0, kind: 'CHECK', round: 1, leg: null } as const
  const limit = { limitKind: 'WORK_DAY', amount: days } as const
  return startClock({ ...span, ...limit, startedAt }, calendar).dueAt ?? startedAt
}

export const isReviewLate = (
  glass: Pick<Glass, 'reviewedAt'>,
  { due, now }: { due: Instant; now: Instant },
): boolean => glass.reviewedAt === null && toMs(now) > toMs(due)
