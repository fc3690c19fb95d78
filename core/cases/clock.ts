// One clock of a case: when it is due, and how a pause, an extension or a correction moves that. Pure; a clock is
// never changed in place. Which clocks a move touches is not decided here (ticking.ts).
// The whole law (loop.md 5.3): due = the earliest instant t ≥ start with active(start, t) ≥ limit.

import { fromMs, toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import { afterWork, workMs } from '#core/places/calendar.ts'
import type { Calendar } from '#core/places/calendar.ts'
import type { LimitKind } from '#core/places/category.ts'

export type { LimitKind } from '#core/places/category.ts'

export const clockKinds = [
  'ACCEPT',
  'VERIFY',
  'CONTEST',
  'DISPATCH',
  'SIGN',
  'RESPOND',
  'HANDLE',
  'CHECK',
  'CONFIRM_ONWARD',
  'WHOLE',
  'WAIT',
  'EXTENSION',
  'CONFIRM',
  'REOPEN',
  'CALLBACK',
  'APPEAL',
] as const
export type ClockKind = (typeof clockKinds)[number]

export type Pause = { from: Instant; to: Instant | null; why: string }
/** The amount is in the unit of the clock's limit. */
export type Extension = { grantedAt: Instant; amount: number }
export type Limit = { limitKind: LimitKind; amount: number }

export type Clock = {
  serial: number
  kind: ClockKind
  round: number
  leg: number | null
  limitKind: LimitKind
  amount: number
  startedAt: Instant
  pauses: Pause[]
  extensions: Extension[]
  /** Null while a pause is open; then remainingSeconds says what is left. */
  dueAt: Instant | null
  remainingSeconds: number | null
  calendarVersion: string
  endedAt: Instant | null
  /** Equal to dueAt, written when lateness was first noticed, never cleared. */
  overdueAt: Instant | null
  /** Thresholds already told: 50, 80, 100 and 103 (three work days, or 24 hours, after due). */
  told: number[]
}

export type Timed = Pick<Clock, 'limitKind' | 'amount' | 'startedAt' | 'pauses' | 'extensions'>

const hour = 3600
const day = 24 * hour

/** Seconds in one unit of the limit; for work kinds these are seconds of work time. */
export function unitSeconds(kind: LimitKind, calendar: Calendar): number {
  switch (kind) {
    case 'URGENT_HOUR':
    case 'WORK_HOUR':
    case 'WALL_HOUR':
      return hour
    case 'URGENT_DAY':
    case 'NATURAL_DAY':
      return day
    case 'WORK_DAY':
      return calendar.workDayHours * hour
  }
}

export function limitSeconds(kind: LimitKind, amount: number, calendar: Calendar): number {
  return Math.round(amount * unitSeconds(kind, calendar))
}

/** Limit with all granted extensions. */
export function wholeSeconds(
  clock: Pick<Timed, 'limitKind' | 'amount' | 'extensions'>,
  calendar: Calendar,
): number {
  const granted = clock.extensions.reduce((sum, e) => sum + e.amount, 0)
  return limitSeconds(clock.limitKind, clock.amount + granted, calendar)
}

export const runsInWorkTime = (kind: LimitKind): boolean =>
  kind === 'WORK_HOUR' || kind === 'WORK_DAY'

/** Seconds of [from, to) in running time and in no pause; overlapping pauses count once. */
export function activeSeconds(
  span: { kind: LimitKind; from: Instant; to: Instant; pauses?: readonly Pause[] },
  calendar: Calendar,
): number {
  const stretches = between(toMs(span.from), toMs(span.to), span.pauses ?? [])
  return stretches.reduce((sum, [a, b]) => sum + runMs(span.kind, a, b, calendar), 0) / 1000
}

/** Null while a pause is open, unless that pause began at or after the due, which then stands. */
export function dueAt(clock: Timed, calendar: Calendar): Instant | null {
  const due = reachedMs(clock, wholeSeconds(clock, calendar), calendar)
  return due === null ? null : fromMs(due)
}

/** What is left at an open pause; null while the clock runs or was due before the pause. */
export function remainingAtPause(clock: Timed, calendar: Calendar): number | null {
  const open = clock.pauses.filter((p) => p.to === null).map((p) => toMs(p.from))
  if (open.length === 0 || dueAt(clock, calendar) !== null) return null
  const used = { kind: clock.limitKind, from: clock.startedAt, to: fromMs(Math.min(...open)) }
  const pauses = clock.pauses
  return wholeSeconds(clock, calendar) - activeSeconds({ ...used, pauses }, calendar)
}

/** The earliest t ≥ start with active(start, t) ≥ seconds; null if an open pause comes first. */
export function reachedMs(clock: Timed, seconds: number, calendar: Calendar): number | null {
  let left = seconds * 1000
  for (const [from, to] of between(secondMs(clock.startedAt), Infinity, clock.pauses)) {
    const reached = afterMs(clock.limitKind, from, left, calendar)
    if (reached <= to) return reached
    left -= runMs(clock.limitKind, from, to, calendar)
  }
  return null
}

/** The unpaused stretches of [from, to) in order, the first one starting at `from` even if it is empty. */
function between(from: number, to: number, pauses: readonly Pause[]): [number, number][] {
  const sorted = pauses
    .map((p) => [toMs(p.from), p.to === null ? Infinity : toMs(p.to)] as const)
    .filter(([stop, go]) => go > stop)
    .toSorted((a, b) => a[0] - b[0])
  const stretches: [number, number][] = []
  let at = from
  for (const [stop, go] of sorted) {
    if (go <= at) continue
    if (stop >= to) break
    stretches.push([at, Math.max(at, stop)])
    at = go
  }
  if (at < to) stretches.push([at, to])
  return stretches
}

function runMs(kind: LimitKind, from: number, to: number, calendar: Calendar): number {
  return runsInWorkTime(kind) ? workMs(calendar, from, to) : Math.max(0, to - from)
}

function afterMs(kind: LimitKind, from: number, amount: number, calendar: Calendar): number {
  return runsInWorkTime(kind) ? afterWork(calendar, from, amount) : from + Math.max(0, amount)
}

/** Sub-second parts are cut where a stretch begins; no other rounding is done anywhere. */
function secondMs(instant: Instant): number {
  return Math.floor(toMs(instant) / 1000) * 1000
}
const toSecond = (instant: Instant): Instant => fromMs(secondMs(instant))

export type Start = Pick<
  Clock,
  'serial' | 'kind' | 'round' | 'leg' | 'limitKind' | 'amount' | 'startedAt'
>

export function startClock(start: Start, calendar: Calendar): Clock {
  const timed = { ...start, startedAt: toSecond(start.startedAt), pauses: [], extensions: [] }
  return {
    ...timed,
    dueAt: dueAt(timed, calendar),
    remainingSeconds: null,
    calendarVersion: calendar.version,
    endedAt: null,
    overdueAt: null,
    told: [],
  }
}

/** A pause at or after due changes nothing: the clock stays overdue, also while the case is suspended [D7]. */
export function pauseClock(clock: Clock, at: Instant, why: string, calendar: Calendar): Clock {
  if (clock.endedAt !== null || clock.dueAt === null) return clock
  const from = Math.max(secondMs(at), toMs(clock.startedAt))
  if (from >= toMs(clock.dueAt)) return clock
  const left = runMs(clock.limitKind, from, toMs(clock.dueAt), calendar) / 1000
  const pauses = [...clock.pauses, { from: fromMs(from), to: null, why }]
  return { ...clock, pauses, dueAt: null, remainingSeconds: left }
}

/** Places what is left in the calendar in force now; what was used stays as it was counted. */
export function resumeClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  const open = clock.pauses.find((p) => p.to === null)
  if (open === undefined || clock.endedAt !== null) return clock
  const to = Math.max(secondMs(at), toMs(open.from))
  const due = afterMs(clock.limitKind, to, (clock.remainingSeconds ?? 0) * 1000, calendar)
  return {
    ...clock,
    pauses: clock.pauses.map((p) => (p === open ? { ...p, to: fromMs(to) } : p)),
    dueAt: fromMs(due),
    remainingSeconds: null,
    calendarVersion: calendar.version,
  }
}

/**
 * Adds to the limit, hence counts from the old due; granted late it may leave the clock overdue.
 * `countedWith` is the calendar of clock.calendarVersion, if another one is in force by now.
 */
export function extendClock(
  clock: Clock,
  grantedAt: Instant,
  amount: number,
  calendar: Calendar,
  countedWith: Calendar = calendar,
): Clock {
  const more = limitSeconds(clock.limitKind, amount, calendar)
  const extensions = [...clock.extensions, { grantedAt, amount }]
  if (clock.dueAt === null) {
    return { ...clock, extensions, remainingSeconds: (clock.remainingSeconds ?? 0) + more }
  }
  const now = Math.max(secondMs(grantedAt), toMs(clock.startedAt))
  const due = laterMs(clock, toMs(clock.dueAt), more * 1000, { now, calendar, countedWith })
  return { ...clock, extensions, dueAt: fromMs(due), calendarVersion: calendar.version }
}

/** `amount` beyond the due: up to now by the calendar the due was counted with, from now on by the present one. */
function laterMs(
  clock: Clock,
  due: number,
  amount: number,
  by: { now: number; calendar: Calendar; countedWith: Calendar },
): number {
  const kind = clock.limitKind
  if (by.now <= due) {
    const left = runMs(kind, by.now, due, by.countedWith) + amount
    return afterMs(kind, by.now, left, by.calendar)
  }
  const reached = afterMs(kind, due, amount, by.countedWith)
  if (reached <= by.now) return reached
  return afterMs(kind, by.now, amount - runMs(kind, due, by.now, by.countedWith), by.calendar)
}

/**
 * A correction of category, tier or urgency [D8]: start, pauses and what was granted stay. The new limit is at
 * least what has been used, so the due is never in the past. The caller refuses it once the clock is overdue.
 */
export function replaceLimit(
  clock: Clock,
  limit: Limit,
  now: Instant,
  calendar: Calendar,
  countedWith: Calendar = calendar,
): Clock {
  const unit = unitSeconds(limit.limitKind, calendar)
  const oldUnit = unitSeconds(clock.limitKind, calendar)
  const extensions = clock.extensions.map((e) => ({ ...e, amount: (e.amount * oldUnit) / unit }))
  const used = usedSeconds(clock, limit.limitKind, now, countedWith)
  const granted = extensions.reduce((sum, e) => sum + e.amount, 0)
  const amount = Math.max(limit.amount, used / unit - granted)
  const replaced = { ...clock, limitKind: limit.limitKind, amount, extensions }
  const left = Math.max(0, wholeSeconds(replaced, calendar) - used)
  if (clock.dueAt === null) return { ...replaced, remainingSeconds: left }
  const from = Math.max(secondMs(now), toMs(clock.startedAt))
  const due = fromMs(afterMs(limit.limitKind, from, left * 1000, calendar))
  return { ...replaced, dueAt: due, calendarVersion: calendar.version }
}

/** Used until now, in the time of another limit kind; what was counted with an older calendar stays counted so. */
function usedSeconds(clock: Clock, kind: LimitKind, now: Instant, countedWith: Calendar): number {
  const whole = wholeSeconds(clock, countedWith)
  if (runsInWorkTime(kind) === runsInWorkTime(clock.limitKind)) {
    if (clock.dueAt === null) return whole - (clock.remainingSeconds ?? 0)
    if (toMs(now) <= toMs(clock.dueAt)) {
      const from = Math.max(secondMs(now), toMs(clock.startedAt))
      return whole - runMs(clock.limitKind, from, toMs(clock.dueAt), countedWith) / 1000
    }
  }
  const span = { kind, from: clock.startedAt, to: toSecond(now), pauses: clock.pauses }
  return activeSeconds(span, countedWith)
}

/** A revised calendar for a running clock, from now on; null if the due would move earlier. */
export function applyCalendar(
  clock: Clock,
  now: Instant,
  calendar: Calendar,
  countedWith: Calendar,
): Clock | null {
  if (clock.endedAt !== null || clock.dueAt === null) return clock
  const due = toMs(clock.dueAt)
  const from = Math.max(secondMs(now), toMs(clock.startedAt))
  if (from >= due) return clock
  const left = runMs(clock.limitKind, from, due, countedWith)
  const moved = afterMs(clock.limitKind, from, left, calendar)
  if (moved < due) return null
  return { ...clock, dueAt: fromMs(moved), calendarVersion: calendar.version }
}

/** Ended at the due is on time; a late end writes the lateness down. */
export function endClock(clock: Clock, at: Instant): Clock {
  return clock.endedAt !== null ? clock : { ...noticeOverdue(clock, at), endedAt: at }
}

/** Overdue from the first instant after due, and for good. */
export function noticeOverdue(clock: Clock, now: Instant): Clock {
  const late = clock.endedAt === null && clock.dueAt !== null && toMs(now) > toMs(clock.dueAt)
  return late && clock.overdueAt === null ? { ...clock, overdueAt: clock.dueAt } : clock
}

/** A refused check: the clock runs as if it had never ended, with the same due [D3]. */
export const rerunClock = (clock: Clock): Clock => ({ ...clock, endedAt: null })

export type Threshold = 50 | 80 | 100 | 103
export const thresholds: readonly Threshold[] = [50, 80, 100, 103]

/**
 * When a threshold is reached: a share of the limit in active time; 103 stands for three work days after the due
 * (24 hours for wall kinds). Null while paused or ended: nothing is told then.
 */
export function tellAt(clock: Clock, percent: number, calendar: Calendar): Instant | null {
  if (clock.endedAt !== null || clock.dueAt === null) return null
  if (percent === 100) return clock.dueAt
  const due = toMs(clock.dueAt)
  if (percent > 100) return fromMs(escalatesMs(clock.limitKind, due, calendar))
  const share = Math.ceil((wholeSeconds(clock, calendar) * percent) / 100)
  const reached = reachedMs(clock, share, calendar) ?? due
  return fromMs(Math.min(reached, due))
}

function escalatesMs(kind: LimitKind, due: number, calendar: Calendar): number {
  if (!runsInWorkTime(kind)) return due + day * 1000
  return afterWork(calendar, due, limitSeconds('WORK_DAY', 3, calendar) * 1000)
}

/** Does the stored due agree with the law? True also for a due set to "now" by a correction outside work time. */
export function dueAgrees(clock: Clock, calendar: Calendar): boolean {
  if (clock.dueAt === null) return dueAt(clock, calendar) === null
  if (dueAt(clock, calendar) === clock.dueAt) return true
  const span = { kind: clock.limitKind, from: clock.startedAt, to: clock.dueAt }
  const used = activeSeconds({ ...span, pauses: clock.pauses }, calendar)
  return Math.abs(used - wholeSeconds(clock, calendar)) < 1
}
