import { expect, test } from 'vitest'
import type { Calendar } from '#core/places/calendar.ts'
import { defaultSegments } from '#core/places/calendar.ts'
import {
  applyCalendar,
  dueAgrees,
  endClock,
  extendClock,
  noticeOverdue,
  pauseClock,
  replaceLimit,
  rerunClock,
  resumeClock,
  startClock,
  tellAt,
} from './clock.ts'
import type { Clock, LimitKind } from './clock.ts'

// 2 to 6 March 2026 is an ordinary week from Monday to Friday.
const calendar: Calendar = {
  version: 'CN-2026-1',
  timeZone: 'Asia/Shanghai',
  segments: defaultSegments,
  workDayHours: 8,
  daysOff: new Set(['2026-02-16']),
  makeUpDays: new Set(),
  knownYears: new Set([2026]),
}
/** The same, but Wednesday 4 March was declared a day off afterwards. */
const revised: Calendar = { ...calendar, version: 'CN-2026-2', daysOff: new Set(['2026-03-04']) }

const at = (day: number, time: string): string =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${time}+08:00`)
    .toISOString()
    .replace('.000', '')

const started = (limitKind: LimitKind, amount: number, startedAt: string): Clock =>
  startClock(
    { serial: 1, kind: 'HANDLE', round: 1, leg: null, limitKind, amount, startedAt },
    calendar,
  )

const monday = started('WORK_DAY', 2, at(2, '09:00:00'))

test('sub-second parts are cut at the start', () => {
  const clock = started('WORK_HOUR', 4, '2026-03-02T00:00:00.900Z')
  expect(clock).toMatchObject({ startedAt: at(2, '08:00:00'), dueAt: at(2, '12:00:00') })
})

test('on time up to the due, late from the first moment after it, and for good', () => {
  const due = monday.dueAt!
  expect(endClock(monday, due).overdueAt).toBeNull()
  const late = endClock(monday, due.replace('Z', '.001Z'))
  expect(late.overdueAt).toBe(due)
  expect(endClock(late, at(9, '09:00:00'))).toBe(late)
  expect(rerunClock(late)).toMatchObject({ endedAt: null, dueAt: due, overdueAt: due })
  expect(noticeOverdue(monday, due)).toBe(monday)
})

test('a pause keeps what is left and a resume places it', () => {
  const paused = pauseClock(monday, at(2, '10:00:00'), 'suspended', calendar)
  expect(paused).toMatchObject({ dueAt: null, remainingSeconds: 15 * 3600 })
  expect(pauseClock(paused, at(2, '11:00:00'), 'waiting', calendar)).toBe(paused)
  const resumed = resumeClock(paused, at(3, '20:00:00'), calendar)
  expect(resumed).toMatchObject({ dueAt: at(5, '17:00:00'), remainingSeconds: null })
  expect(dueAgrees(resumed, calendar)).toBe(true)
})

test('a pause at or after due changes nothing, and neither does its resume', () => {
  for (const when of [monday.dueAt!, at(9, '09:00:00')]) {
    const paused = pauseClock(monday, when, 'suspended', calendar)
    expect(paused).toBe(monday)
    expect(resumeClock(paused, at(10, '09:00:00'), calendar)).toBe(monday)
  }
})

test('used time stays as it was counted, what is left goes by the calendar in force at the resume', () => {
  const paused = pauseClock(monday, at(3, '09:00:00'), 'suspended', calendar)
  const resumed = resumeClock(paused, at(3, '18:30:00'), revised)
  expect(resumed).toMatchObject({ dueAt: at(5, '18:00:00'), calendarVersion: 'CN-2026-2' })
})

test('an extension counts from the old due, also when granted after it', () => {
  const inTime = extendClock(monday, at(3, '10:00:00'), 1, calendar)
  const tooLate = extendClock(monday, at(4, '10:30:00'), 1, calendar)
  expect([inTime.dueAt, tooLate.dueAt]).toEqual([at(5, '09:00:00'), at(5, '09:00:00')])
  const stillLate = extendClock(monday, at(9, '10:00:00'), 1, calendar)
  expect(noticeOverdue(stillLate, at(9, '10:00:00')).overdueAt).toBe(at(5, '09:00:00'))
  const paused = pauseClock(monday, at(2, '10:00:00'), 'waiting', calendar)
  expect(extendClock(paused, at(2, '11:00:00'), 1, calendar)).toMatchObject({
    dueAt: null,
    remainingSeconds: 23 * 3600,
  })
})

test('an extension under a newer calendar leaves the part already run', () => {
  const extended = extendClock(monday, at(3, '10:00:00'), 1, revised, calendar)
  // 7 hours were left on Tuesday at 10:00, 8 more were granted, Wednesday is off by now.
  expect(extended.dueAt).toBe(at(6, '09:00:00'))
})

test.each<[string, LimitKind, number, string, string]>([
  ['a longer limit from the same start', 'WORK_DAY', 5, at(3, '10:00:00'), at(9, '09:00:00')],
  ['a shorter one not yet used up', 'WORK_DAY', 1.5, at(2, '10:00:00'), at(3, '15:00:00')],
  ['a shorter one used up is due now', 'WORK_HOUR', 4, at(3, '10:30:00'), at(3, '10:30:00')],
  ['used up and now is night', 'WORK_HOUR', 4, at(2, '22:00:00'), at(2, '22:00:00')],
  ['urgent: wall time from the same start', 'URGENT_HOUR', 4, at(2, '10:00:00'), at(2, '13:00:00')],
  ['urgent, long since used up', 'URGENT_HOUR', 4, at(3, '10:00:00'), at(3, '10:00:00')],
])('correction: %s', (_name, limitKind, amount, now, due) => {
  const corrected = replaceLimit(monday, { limitKind, amount }, now, calendar)
  expect(corrected.dueAt).toBe(due)
  expect(dueAgrees(corrected, calendar)).toBe(true)
})

test('a correction keeps pauses and what was granted', () => {
  const paused = pauseClock(monday, at(2, '10:00:00'), 'suspended', calendar)
  const longer = replaceLimit(
    paused,
    { limitKind: 'WORK_DAY', amount: 3 },
    at(2, '11:00:00'),
    calendar,
  )
  expect(longer).toMatchObject({ dueAt: null, remainingSeconds: 23 * 3600 })
  const extended = extendClock(monday, at(2, '11:00:00'), 1, calendar)
  const inHours = replaceLimit(
    extended,
    { limitKind: 'WORK_HOUR', amount: 20 },
    at(2, '12:00:00'),
    calendar,
  )
  expect(inHours.extensions[0]!.amount).toBe(8)
  expect(inHours.dueAt).toBe(at(5, '15:00:00'))
})

test('a revised calendar moves a running due later, never earlier, and no pause or end', () => {
  const later = applyCalendar(monday, at(3, '10:00:00'), revised, calendar)
  expect(later).toMatchObject({ dueAt: at(5, '09:00:00'), calendarVersion: 'CN-2026-2' })
  expect(applyCalendar(later!, at(3, '11:00:00'), calendar, revised)).toBeNull()
  const paused = pauseClock(monday, at(2, '10:00:00'), 'suspended', calendar)
  expect(applyCalendar(paused, at(3, '10:00:00'), revised, calendar)).toBe(paused)
})

test('thresholds are shares of the limit in active time, and move with the due', () => {
  expect([50, 80, 100, 103].map((percent) => tellAt(monday, percent, calendar))).toEqual([
    at(3, '09:00:00'),
    at(3, '15:48:00'),
    at(4, '09:00:00'),
    at(9, '09:00:00'),
  ])
  const paused = pauseClock(monday, at(2, '10:00:00'), 'waiting', calendar)
  expect(tellAt(paused, 50, calendar)).toBeNull()
  expect(tellAt(endClock(monday, at(3, '08:00:00')), 50, calendar)).toBeNull()
  const resumed = resumeClock(paused, at(3, '10:00:00'), calendar)
  expect(tellAt(resumed, 50, calendar)).toBe(at(4, '09:00:00'))
  const wall = started('WALL_HOUR', 24, at(6, '20:00:00'))
  expect(tellAt(wall, 103, calendar)).toBe(at(8, '20:00:00'))
})
