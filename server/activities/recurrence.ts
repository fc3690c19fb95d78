// A series' rule becomes sessions: which days, at what wall time, at which instant of the place's zone; without the
// days its calendar keeps off, with what was moved, cancelled or added by hand. Pure: the calendar, the window and the
// exceptions are arguments.
//
// The rule is followed on the wall clock of the place, so "every Tuesday 14:00" stays 14:00 on both sides of a change
// to summer time. A wall time that a change skips is held at the hour after, one that comes twice at its first.
import { RRuleTemporal } from 'rrule-temporal'
import { type Rule, type RuleFault, readRule, writeRule } from '#core/activities/rule.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { addMs, localDate, localTime, nextDate } from '#core/kit/time.ts'
import { instantAt } from '#core/kit/zones.ts'
import type { Instant, LocalDate } from '#core/kit/time.ts'
import type { Calendar } from '#core/places/calendar.ts'

/** What of the working calendar the sessions of a series follow. */
export type DaysOfPlace = Pick<Calendar, 'timeZone' | 'makeUpDays'> & {
  daysOff: Pick<ReadonlySet<LocalDate>, 'has'>
}

export type RecurringSeries = {
  rule: string
  /** The first day the rule counts from; it is a session only if the rule says so. */
  startsOn: LocalDate
  /** 'HH:MM' on the wall of the place. */
  startsAt: string
  minutes: number
  /** The last day, whatever the rule says. */
  endsOn: LocalDate | null
  /** A statutory day off: held all the same, left out, or put on the next day that is not off. */
  onDaysOff: 'hold' | 'skip' | 'shift'
  /** A weekend day that is worked: as the rule says, held in addition, or left out. */
  onMakeUpDays: 'asRuled' | 'add' | 'skip'
}

/** Changes by hand. `slot` is the wall time the rule gave ('2026-11-24T14:00') and stays when a session moves. */
export type SeriesException =
  | { kind: 'skip'; slot: Slot }
  | { kind: 'cancel'; slot: Slot }
  | { kind: 'move'; slot: Slot; to: Slot; minutes: number | null }
  | { kind: 'add'; slot: Slot; minutes: number | null }

/** 'YYYY-MM-DDTHH:MM' on the wall of the place. */
export type Slot = string

export type PlannedSession = {
  slot: Slot
  startsAt: Instant
  endsAt: Instant
  origin: 'rule' | 'shifted' | 'moved' | 'makeUp' | 'added'
  cancelled: boolean
}

export type Plan = {
  sessions: PlannedSession[]
  /** What the rule gave and is not held, with the reason. */
  left: { slot: Slot; because: 'dayOff' | 'makeUpDay' | 'skipped' }[]
  /** The bound was reached: the window holds more than this. */
  cut: boolean
}

export type PlanFault = RuleFault | 'series_time_unreadable' | 'window_too_wide'

export const sessionsMax = 1_000
const windowDaysMax = 1_100
const shiftDaysMax = 15

type Window = { from: LocalDate; to: LocalDate }

/** Sessions that are held in [from, to], both local days, in order of time. */
export function planSessions(
  series: RecurringSeries,
  days: DaysOfPlace,
  window: Window,
  exceptions: readonly SeriesException[] = [],
  most = sessionsMax,
): Result<Plan, PlanFault> {
  const rule = readRule(series.rule)
  if (!rule.ok) return rule
  if (!isSlot(`${series.startsOn}T${series.startsAt}`) || series.minutes <= 0)
    return refused('series_time_unreadable')
  if (daysBetween(window.from, window.to) > windowDaysMax) return refused('window_too_wide')
  // A session may be put into the window from a day before it: a festival is at most a fortnight.
  const reach = { from: nextDate(window.from, -shiftDaysMax), to: window.to }
  const slots = slotsOf(rule.value, series, days.timeZone, reach)
  if (!slots.ok) return slots
  const plan = held(series, days, slots.value)
  const changed = withExceptions(plan, { series, reach }, exceptions)
  const inside = changed.held
    .filter((one) => within(one.wall.slice(0, 10), window))
    .toSorted((a, b) => (a.wall < b.wall ? -1 : 1))
  return done({
    // Instants are computed for what is shown and for nothing else: it is the costly part.
    sessions: inside.slice(0, most).map((one) => sessionAt(one, days.timeZone)),
    left: changed.left.filter(({ slot }) => within(slot.slice(0, 10), window)).slice(0, most),
    cut: inside.length > most,
  })
}

/** Wall times in UTC's clothes: the rule is followed without any zone, and no copy of Temporal is handed around. */
const onTheWall = {
  ZonedDateTime: { from: (text: string) => ({ timeZoneId: 'UTC', toString: () => text }) },
}

function slotsOf(
  rule: Rule,
  series: RecurringSeries,
  timeZone: string,
  window: Window,
): Result<Slot[], RuleFault> {
  const last = [window.to, series.endsOn ?? window.to].toSorted()[0]!
  const first = [window.from, series.startsOn].toSorted()[1]!
  if (last < first) return done([])
  const start = `${series.startsOn}T${series.startsAt}:00`.replaceAll(/[-:]/g, '')
  try {
    const recurring = new RRuleTemporal({
      rruleString: `DTSTART:${start}Z\nRRULE:${writeRule(onWallUntil(rule, timeZone))}`,
      temporal: onTheWall,
      // A rule that never comes (30 February) ends by itself; one that is laborious ends here.
      maxIterations: 5_000,
      maxCandidateEvaluations: 200_000,
    })
    const found = recurring.between(new Date(`${first}T00:00Z`), new Date(`${last}T23:59Z`), true)
    return done(found.map((one) => one.toString().slice(0, 16)))
  } catch (error) {
    // The library refuses with plain errors; whatever it could not follow is the rule's fault, not the world's.
    if (error instanceof Error) return refused('rule_unreadable')
    throw error
  }
}

/** UNTIL is an instant in UTC if it ends in Z, else a day or time on the wall. */
function onWallUntil(rule: Rule, timeZone: string): Rule {
  const until = rule.parts['UNTIL']
  if (until === undefined) return rule
  return { ...rule, parts: { ...rule.parts, UNTIL: wallUntil(until, timeZone) } }
}

function wallUntil(until: string, timeZone: string): string {
  const day = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`
  if (until.length === 8) return `${until}T235959Z`
  const time = `${until.slice(9, 11)}:${until.slice(11, 13)}:${until.slice(13, 15)}`
  if (!until.endsWith('Z')) return `${until}Z`
  const instant = `${day}T${time}Z`
  const wall = `${localDate(instant, timeZone)}T${localTime(instant, timeZone)}`
  return `${wall.replaceAll(/[-:]/g, '')}59Z`
}

/** A session on the wall, before it has an instant. */
type Held = {
  slot: Slot
  wall: Slot
  minutes: number
  origin: PlannedSession['origin']
  cancelled: boolean
}
type OnWall = { held: Held[]; left: Plan['left'] }

function held(series: RecurringSeries, days: DaysOfPlace, slots: readonly Slot[]): OnWall {
  const plan: OnWall = { held: [], left: [] }
  const { minutes } = series
  const taken = new Set(slots)
  for (const slot of slots) {
    const day = slot.slice(0, 10)
    if (days.daysOff.has(day) && series.onDaysOff !== 'hold') {
      plan.left.push({ slot, because: 'dayOff' })
      const shifted = series.onDaysOff === 'shift' ? nextOpen(day, days) : null
      const wall = shifted === null ? null : `${shifted}${slot.slice(10)}`
      // Where the series meets on that day anyway, one session is enough.
      if (wall === null || taken.has(wall)) continue
      taken.add(wall)
      plan.held.push({ slot, wall, minutes, origin: 'shifted', cancelled: false })
    } else if (days.makeUpDays.has(day) && series.onMakeUpDays === 'skip') {
      plan.left.push({ slot, because: 'makeUpDay' })
    } else {
      plan.held.push({ slot, wall: slot, minutes, origin: 'rule', cancelled: false })
    }
  }
  return series.onMakeUpDays === 'add' ? withMakeUpDays(plan, { series, days, slots }) : plan
}

/** Worked weekends between the first and the last slot, at the series' hour. */
function withMakeUpDays(
  plan: OnWall,
  { series, days, slots }: { series: RecurringSeries; days: DaysOfPlace; slots: readonly Slot[] },
): OnWall {
  const [first, last] = [slots[0]?.slice(0, 10), slots.at(-1)?.slice(0, 10)]
  if (first === undefined || last === undefined) return plan
  const met = new Set(plan.held.map((one) => one.wall.slice(0, 10)))
  const more = [...days.makeUpDays]
    .filter((day) => day >= first && day <= last && !met.has(day))
    .map((day): Held => {
      const slot = `${day}T${series.startsAt}`
      return { slot, wall: slot, minutes: series.minutes, origin: 'makeUp', cancelled: false }
    })
  return { ...plan, held: [...plan.held, ...more] }
}

function withExceptions(
  plan: OnWall,
  { series, reach }: { series: RecurringSeries; reach: Window },
  exceptions: readonly SeriesException[],
): OnWall {
  const bySlot = new Map(plan.held.map((one) => [one.slot, one]))
  const left = [...plan.left]
  for (const exception of exceptions) {
    const { slot } = exception
    const known = bySlot.get(slot)
    const day = slot.slice(0, 10)
    if (exception.kind === 'add') {
      if (known !== undefined || !isSlot(slot)) continue
      const minutes = exception.minutes ?? series.minutes
      bySlot.set(slot, { slot, wall: slot, minutes, origin: 'added', cancelled: false })
    } else if (known === undefined && (exception.kind !== 'move' || within(day, reach))) {
      // The rule was changed meanwhile, or the exception concerns a day outside the window.
    } else if (exception.kind === 'skip') {
      bySlot.delete(slot)
      left.push({ slot, because: 'skipped' })
    } else if (exception.kind === 'cancel') {
      if (known !== undefined) bySlot.set(slot, { ...known, cancelled: true })
    } else if (isSlot(exception.to)) {
      const minutes = exception.minutes ?? series.minutes
      const cancelled = known?.cancelled ?? false
      bySlot.set(slot, { slot, wall: exception.to, minutes, origin: 'moved', cancelled })
    }
  }
  return { held: [...bySlot.values()], left }
}

function sessionAt({ wall, minutes, ...kept }: Held, timeZone: string): PlannedSession {
  const startsAt = instantAt(`${wall}:00`, timeZone)
  assert(startsAt !== null, `a wall time of a rule exists: ${wall}`)
  return { ...kept, startsAt, endsAt: addMs(startsAt, minutes * 60_000) }
}

function nextOpen(day: LocalDate, days: DaysOfPlace): LocalDate | null {
  for (let ahead = 1; ahead <= shiftDaysMax; ahead += 1) {
    const next = nextDate(day, ahead)
    if (!days.daysOff.has(next)) return next
  }
  return null
}

const within = (day: LocalDate, window: Window) => day >= window.from && day <= window.to

const daysBetween = (from: LocalDate, to: LocalDate) =>
  (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000

/** A day and a time that exist on some wall: 30 February does not. */
export function isSlot(text: string): text is Slot {
  if (!/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(text)) return false
  const day = new Date(`${text}Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
