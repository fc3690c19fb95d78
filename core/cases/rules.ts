// What a decision must know of the place it is made in: calendar, limits, categories, who stands where.
// The server fills it from dated rows (server/cases/rules.ts); tests and the phone fill it by hand.

import type { Instant } from '#core/kit/time.ts'
import type { Calendar } from '#core/places/calendar.ts'
import type { Category } from '#core/places/category.ts'
import type { Spot } from '#core/people/rights.ts'
import type { Receiver, Tier } from './case.ts'
import type { ClockKind, LimitKind } from './clock.ts'

export type Limit = { kind: LimitKind; amount: number }

/** Amounts a place may change; the defaults are those of loop.md 5.2 and the guards of section 3. */
export type LoopRules = {
  clocks: Record<Exclude<ClockKind, 'HANDLE' | 'WHOLE'>, { normal: Limit; urgent: Limit }>
  handleByTier: Record<Tier, Limit>
  handleUrgent: Limit
  selfHandledClosesAfter: Limit
  returnWithin: Limit
  contestWindowDays: number
  archiveAfterDays: number
  suspensionDaysMax: number
  waitsMax: number
  extensionsMax: number
  transfersMax: number
  returnsByOneUnitMax: number
  photosMax: number
  basicallySatisfiedCounts: boolean
  eraseContactAfterDays: number
  /** Working days in which an emergency access is reviewed. */
  glassReviewDays: number
  /** Of each day's closings and of each day's self-handled ones, in hundredths (loop.md 7.2, figure 12). */
  samplePercent: number
  callbacksMax: number
  /** Who counts as affected without a voice of his own [D13]. */
  neighbourMetres: number
  /** How near an open case must be to be offered while somebody types. */
  similarMetres: number
  hotSpotDays: number
  hotSpotCases: number
  /** At 100 % of the promise the tier rises by itself; a due that has passed stays (loop.md 5.4). */
  overdueRaisesTier: boolean
}

export type Settings = {
  now: Instant
  calendar: Calendar
  rules: LoopRules
  category(code: string): Category | null
  /** The area's place in the tree. */
  spot(areaId: number): Spot
  /** Who answers for the receiver now by roster, absence and fallback; null when only its own members do. */
  responsible(receiver: Receiver): string | null
  /** May this receiver be given this category at this place? (responsible unit, inside its area) */
  mayReceive(receiver: Receiver, category: Category, filedAreaId: number): boolean
  /** Has this receiver anybody with a valid grant, so that work does not fall into a void? */
  isStaffed(receiver: Receiver): boolean
}

const always = (kind: LimitKind, amount: number) => ({
  normal: { kind, amount },
  urgent: { kind, amount },
})
const both = (normal: [LimitKind, number], urgent: [LimitKind, number]) => ({
  normal: { kind: normal[0], amount: normal[1] },
  urgent: { kind: urgent[0], amount: urgent[1] },
})

/** loop.md 5.2, the column "default limit" and the column "urgent". */
export const defaultLoopRules: LoopRules = {
  clocks: {
    ACCEPT: both(['WORK_HOUR', 4], ['URGENT_HOUR', 0.25]),
    VERIFY: always('WORK_DAY', 1),
    CONTEST: always('WORK_DAY', 3),
    DISPATCH: both(['WORK_HOUR', 4], ['URGENT_HOUR', 0.25]),
    SIGN: both(['WORK_HOUR', 4], ['URGENT_HOUR', 0.25]),
    RESPOND: both(['WORK_HOUR', 4], ['URGENT_HOUR', 2]),
    CHECK: both(['WORK_DAY', 1], ['URGENT_HOUR', 4]),
    CONFIRM_ONWARD: both(['WORK_HOUR', 4], ['URGENT_HOUR', 1]),
    WAIT: always('NATURAL_DAY', 7),
    EXTENSION: both(['WORK_HOUR', 4], ['URGENT_HOUR', 0.5]),
    CONFIRM: always('NATURAL_DAY', 7),
    REOPEN: always('NATURAL_DAY', 15),
    CALLBACK: always('WORK_DAY', 3),
    APPEAL: always('WORK_DAY', 5),
  },
  handleByTier: {
    T1: { kind: 'WALL_HOUR', amount: 24 },
    T2: { kind: 'WORK_DAY', amount: 3 },
    T3: { kind: 'WORK_DAY', amount: 5 },
    T4: { kind: 'WORK_DAY', amount: 10 },
    T5: { kind: 'WORK_DAY', amount: 15 },
  },
  handleUrgent: { kind: 'URGENT_HOUR', amount: 4 },
  selfHandledClosesAfter: { kind: 'WORK_DAY', amount: 1 },
  returnWithin: { kind: 'WORK_DAY', amount: 1 },
  contestWindowDays: 15,
  archiveAfterDays: 15,
  suspensionDaysMax: 365,
  waitsMax: 2,
  extensionsMax: 2,
  transfersMax: 2,
  returnsByOneUnitMax: 1,
  photosMax: 9,
  basicallySatisfiedCounts: true,
  eraseContactAfterDays: 90,
  glassReviewDays: 5,
  samplePercent: 8,
  callbacksMax: 3,
  neighbourMetres: 200,
  similarMetres: 200,
  hotSpotDays: 90,
  hotSpotCases: 3,
  overdueRaisesTier: false,
}

const urgentKinds: readonly LimitKind[] = ['URGENT_HOUR', 'URGENT_DAY']

/** The one promise [D5]: the category's own limit, else the tier's; an urgent matter never gets a working-time limit. */
export function handleLimit(
  settings: Settings,
  of: { category: string; tier: Tier; urgent: boolean },
): Limit {
  const own = settings.category(of.category)?.limit ?? null
  if (of.urgent)
    return own !== null && urgentKinds.includes(own.kind) ? own : settings.rules.handleUrgent
  return own ?? settings.rules.handleByTier[of.tier]
}

/** WHOLE is the handling limit and two days more in the same unit [D4]; 48 hours for wall-clock hours. */
export function wholeLimit(handle: Limit): Limit {
  const twoDays: Record<LimitKind, number> = {
    WORK_HOUR: 16,
    WORK_DAY: 2,
    URGENT_HOUR: 48,
    WALL_HOUR: 48,
    URGENT_DAY: 2,
    NATURAL_DAY: 2,
  }
  return { kind: handle.kind, amount: handle.amount + twoDays[handle.kind] }
}
