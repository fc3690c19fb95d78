import { expect, test } from 'vitest'
import { defaultSegments } from '#core/places/calendar.ts'
import type { Calendar } from '#core/places/calendar.ts'
import { endClock, pauseClock, startClock } from './clock.ts'
import type { Clock, LimitKind } from './clock.ts'
import { clockView, countdown, durationWords } from './countdown.ts'

const calendar: Calendar = {
  version: 'CN-2026-1',
  timeZone: 'Asia/Shanghai',
  segments: defaultSegments,
  workDayHours: 8,
  daysOff: new Set(),
  makeUpDays: new Set(),
  knownYears: new Set([2026]),
}
// 2 to 6 March 2026 is an ordinary week from Monday to Friday.
const at = (day: number, time: string): string => {
  const utc = new Date(`2026-03-${String(day).padStart(2, '0')}T${time}+08:00`)
  return utc.toISOString().replace('.000', '')
}
const started = (limitKind: LimitKind, amount: number): Clock =>
  startClock(
    {
      serial: 1,
      kind: 'HANDLE',
      round: 1,
      leg: null,
      limitKind,
      amount,
      startedAt: at(2, '09:00:00'),
    },
    calendar,
  )
const three = started('WORK_DAY', 3)
const paused = (why: string) => pauseClock(three, at(2, '10:00:00'), why, calendar)

test.each<[string, Clock, string, string, string, string]>([
  [
    'running',
    three,
    at(3, '15:00:00'),
    'ok',
    '剩 1 工作日 4 工作时',
    '1 work day 4 work hours left',
  ],
  ['whole days', three, at(3, '09:00:00'), 'ok', '剩 2 工作日', '2 work days left'],
  [
    'from 80 % on',
    three,
    at(4, '14:12:00'),
    'soon',
    '剩 4 工作时 48 分',
    '4 work hours 48 min left',
  ],
  ['last minutes', three, at(5, '08:56:20'), 'soon', '剩 3 分 40 秒', '3 min 40 s left'],
  ['at the due', three, at(5, '09:00:00'), 'soon', '剩 0 分', '0 min left'],
  [
    'late, in time as people feel it',
    three,
    at(6, '12:30:00'),
    'late',
    '超期 1 天 3 小时',
    '1 day 3 hours late',
  ],
  ['late by hours', three, at(5, '11:00:00'), 'late', '超期 2 小时', '2 hours late'],
  [
    'wall hours',
    started('WALL_HOUR', 24),
    at(2, '09:50:00'),
    'ok',
    '剩 23 小时 10 分',
    '23 hours 10 min left',
  ],
  [
    'natural days',
    started('NATURAL_DAY', 3),
    at(2, '10:00:00'),
    'ok',
    '剩 2 天 23 小时',
    '2 days 23 hours left',
  ],
  [
    'waiting',
    paused('waiting'),
    at(4, '10:00:00'),
    'paused',
    '停表 · 等反映人补充',
    'stopped · waiting for the reporter',
  ],
  [
    'suspended',
    paused('suspended'),
    at(4, '10:00:00'),
    'paused',
    '停表 · 挂账',
    'stopped · suspended',
  ],
  ['some other pause', paused('x'), at(4, '10:00:00'), 'paused', '停表', 'stopped'],
  [
    'done',
    endClock(started('WORK_HOUR', 16), at(3, '10:40:00')),
    at(9, '10:00:00'),
    'done',
    '用 9 工作时 40 分',
    'took 9 work hours 40 min',
  ],
])('%s', (_name, clock, now, state, zh, en) => {
  // A view made when the clock started must say the same later as one made now, while its stretches reach.
  for (const asOf of [clock.startedAt, now]) {
    const said = countdown(clockView(clock, calendar, asOf), now)
    expect(said).toMatchObject({ state, words: { zh, en } })
  }
})

test('the due is said as a day, seen from now in the zone of the place', () => {
  const due = (now: string) => countdown(clockView(three, calendar, now), now).dueWords
  expect(due(at(5, '08:00:00'))?.zh).toBe('今天 09:00 到期')
  expect(due(at(4, '08:00:00'))).toEqual({ zh: '明天 09:00 到期', en: 'due tomorrow 09:00' })
  expect(due(at(3, '08:00:00'))?.zh).toBe('3月5日 09:00 到期')
  expect(due('2027-01-01T00:00:00Z')?.zh).toBe('2026年3月5日 09:00 到期')
})

test('a number that stands still at night says when it goes on', () => {
  const sleeps = (now: string) => countdown(clockView(three, calendar, now), now).sleepWords?.zh
  expect(sleeps(at(3, '20:00:00'))).toBe('夜间不走表，明天 08:00 开始')
  expect(sleeps(at(3, '12:30:00'))).toBe('现在不走表，今天 14:00 开始')
  expect(sleeps(at(3, '09:30:00'))).toBeUndefined()
})

test('the view marks a due in a year whose holidays are not published', () => {
  const clock = startClock({ ...three, startedAt: '2026-12-31T08:00:00Z' }, calendar)
  expect(clockView(clock, calendar, clock.startedAt).provisional).toBe(true)
  expect(clockView(three, calendar, three.startedAt).provisional).toBe(false)
})

test('the fraction used runs from nothing to all', () => {
  const fraction = (now: string) => countdown(clockView(three, calendar, now), now).fraction
  expect(
    [at(2, '09:00:00'), at(3, '15:00:00'), at(5, '09:00:00'), at(9, '09:00:00')].map(fraction),
  ).toEqual([0, 0.5, 1, 1])
  const none = started('WORK_DAY', 0)
  expect(countdown(clockView(none, calendar, none.startedAt), none.startedAt).fraction).toBe(1)
})

test('never more than two units', () => {
  const words = (seconds: number) =>
    durationWords(seconds, { limitKind: 'WORK_DAY', workDaySeconds: 28_800 }).zh
  expect([28_800 * 2 + 60, 3600 + 59, 59, 0].map(words)).toEqual([
    '2 工作日',
    '1 工作时',
    '59 秒',
    '0 分',
  ])
})
