// The due against a model that knows nothing but minutes: walk from the start, one minute after the other, and ask
// the wall clock of the zone whether work time is running and whether a pause is open.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMs, toMs } from '#core/kit/time.ts'
import type { Calendar } from '#core/places/calendar.ts'
import { limitKinds } from '#core/places/category.ts'
import {
  activeSeconds,
  dueAgrees,
  dueAt,
  extendClock,
  pauseClock,
  remainingAtPause,
  resumeClock,
  runsInWorkTime,
  startClock,
  wholeSeconds,
} from './clock.ts'
import type { Clock, Timed } from './clock.ts'

const minute = 60_000
const shapes: Calendar['segments'][] = [
  [
    ['08:00', '12:00'],
    ['14:00', '18:00'],
  ],
  [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ],
  [['00:00', '24:00']],
  [
    ['01:30', '02:30'],
    ['19:00', '24:00'],
  ],
]
// Weeks with a change of daylight saving, made workdays of all seven days.
const weeks = [
  ['Asia/Shanghai', '2026-02-11'],
  ['America/New_York', '2026-03-06'],
  ['America/New_York', '2026-10-30'],
  ['Australia/Lord_Howe', '2026-04-03'],
  ['Africa/Cairo', '2026-04-22'],
] as const

const dates = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    fromMs(toMs(`${from}T00:00:00Z`) + i * 86_400_000).slice(0, 10),
  )

const calendars = fc
  .record({
    week: fc.constantFrom(...weeks),
    segments: fc.constantFrom(...shapes),
    off: fc.uniqueArray(fc.nat(9), { maxLength: 4 }),
  })
  .map(({ week: [timeZone, from], segments, off }) => {
    const days = dates(from, 10)
    const calendar: Calendar = {
      version: 'model',
      timeZone,
      segments,
      workDayHours: 8,
      daysOff: new Set(off.map((i) => days[i]!)),
      makeUpDays: new Set(days.filter((_, i) => !off.includes(i))),
      knownYears: new Set([2026]),
    }
    return { calendar, from: toMs(`${from}T00:00:00Z`) }
  })

const timings = fc.record({
  limitKind: fc.constantFrom(...limitKinds),
  minutes: fc.integer({ min: 0, max: 1800 }),
  start: fc.nat(3 * 1440),
  pauses: fc.array(fc.tuple(fc.nat(5 * 1440), fc.nat(1440)), { maxLength: 3 }),
  open: fc.option(fc.nat(6 * 1440), { freq: 4 }),
  granted: fc.array(fc.integer({ min: 1, max: 240 }), { maxLength: 2 }),
})

const formats = new Map<string, Intl.DateTimeFormat>()
function wallTime(ms: number, timeZone: string): { date: string; time: string; weekday: string } {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
    })
  formats.set(timeZone, format)
  const part = Object.fromEntries(format.formatToParts(ms).map((p) => [p.type, p.value]))
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
    weekday: part.weekday!,
  }
}

function runs(clock: Timed, ms: number, calendar: Calendar): boolean {
  const paused = clock.pauses.some((p) => toMs(p.from) <= ms && (p.to === null || ms < toMs(p.to)))
  if (paused) return false
  if (!runsInWorkTime(clock.limitKind)) return true
  const { date, time, weekday } = wallTime(ms, calendar.timeZone)
  const ordinary = !['Sat', 'Sun'].includes(weekday) && !calendar.daysOff.has(date)
  if (!calendar.makeUpDays.has(date) && !ordinary) return false
  return calendar.segments.some(([from, to]) => from <= time && time < to)
}

/** The first minute mark with the whole limit before it; null if a pause that stays open comes first. */
function naiveDue(clock: Timed, calendar: Calendar): number | null {
  let left = wholeSeconds(clock, calendar) / 60
  const open = clock.pauses.find((p) => p.to === null)
  for (let at = toMs(clock.startedAt); ; at += minute) {
    if (left === 0) return at
    if (open !== undefined && at >= toMs(open.from)) return null
    if (runs(clock, at, calendar)) left -= 1
  }
}

const unitMinutes = { HOUR: 60, WORK_DAY: 480, DAY: 1440 } as const
function timedOf(
  {
    limitKind,
    minutes,
    start,
    pauses,
    open,
    granted,
  }: typeof timings extends fc.Arbitrary<infer T> ? T : never,
  from: number,
): Timed {
  const unit = limitKind.endsWith('HOUR')
    ? unitMinutes.HOUR
    : limitKind === 'WORK_DAY'
      ? unitMinutes.WORK_DAY
      : unitMinutes.DAY
  const at = (minutesIn: number) => fromMs(from + minutesIn * minute)
  const closed = pauses.map(([p, length]) => ({
    from: at(p),
    to: at(p + length),
    why: 'suspended',
  }))
  return {
    limitKind,
    amount: minutes / unit,
    startedAt: at(start),
    pauses:
      open === null ? closed : [...closed, { from: at(start + open), to: null, why: 'waiting' }],
    extensions: granted.map((m) => ({ grantedAt: at(start), amount: m / unit })),
  }
}

test('due is the earliest instant with enough active time', () => {
  fc.assert(
    fc.property(calendars, timings, ({ calendar, from }, timing) => {
      const clock = timedOf(timing, from)
      const expected = naiveDue(clock, calendar)
      expect(dueAt(clock, calendar)).toBe(expected === null ? null : fromMs(expected))
      const remaining = remainingAtPause(clock, calendar)
      expect(remaining === null).toBe(expected !== null || clock.pauses.every((p) => p.to !== null))
    }),
    { numRuns: 300 },
  )
})

type Step = { after: number; do: 'pause' | 'resume' | 'extend' }
const steps = fc.array(
  fc.record({
    after: fc.nat(1440),
    do: fc.constantFrom<Step['do'][]>('pause', 'resume', 'extend'),
  }),
  { maxLength: 8 },
)

test('a clock moved step by step is always where the law puts it', () => {
  fc.assert(
    fc.property(calendars, timings, steps, ({ calendar, from }, timing, moves) => {
      const { limitKind, amount, startedAt } = timedOf(timing, from)
      const start = {
        serial: 1,
        kind: 'HANDLE',
        round: 1,
        leg: null,
        limitKind,
        amount,
        startedAt,
      } as const
      let clock: Clock = startClock(start, calendar)
      let at = toMs(startedAt)
      for (const move of moves) {
        at += move.after * minute
        const now = fromMs(at)
        if (move.do === 'pause') clock = pauseClock(clock, now, 'suspended', calendar)
        else if (move.do === 'resume') clock = resumeClock(clock, now, calendar)
        else clock = extendClock(clock, now, amount / 4, calendar)
        expect(dueAgrees(clock, calendar)).toBe(true)
        expect(clock.dueAt === null).toBe(clock.pauses.some((p) => p.to === null))
        expect(clock.remainingSeconds).toBe(remainingAtPause(clock, calendar))
      }
    }),
    { numRuns: 300 },
  )
})

test('active time is additive over any cut', () => {
  fc.assert(
    fc.property(
      calendars,
      timings,
      fc.nat(4000),
      fc.nat(4000),
      ({ calendar, from }, timing, a, b) => {
        const { limitKind: kind, pauses } = timedOf(timing, from)
        const at = (minutesIn: number) => fromMs(from + minutesIn * minute)
        const span = (x: number, y: number) =>
          activeSeconds({ kind, from: at(x), to: at(y), pauses }, calendar)
        expect(span(0, a) + span(a, a + b)).toBe(span(0, a + b))
      },
    ),
  )
})
