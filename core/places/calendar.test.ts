import { expect, test } from 'vitest'
import { fromMs, toMs } from '#core/kit/time.ts'
import {
  afterWork,
  defaultSegments,
  isProvisional,
  isWorkday,
  workMs,
  workStretches,
} from './calendar.ts'
import type { Calendar } from './calendar.ts'

const hour = 3_600_000
const at = (timeZone: string, segments: Calendar['segments'] = defaultSegments): Calendar => ({
  version: 'test',
  timeZone,
  segments,
  workDayHours: 8,
  daysOff: new Set(['2026-05-01', '2026-05-04', '2026-05-05']),
  makeUpDays: new Set(['2026-05-09']),
  knownYears: new Set([2026]),
})

test('a workday is a make-up day, or Monday to Friday and no day off', () => {
  const calendar = at('Asia/Shanghai')
  const worked = ['2026-04-30', '2026-05-06', '2026-05-09']
  const free = ['2026-05-01', '2026-05-02', '2026-05-04', '2026-05-10']
  expect(worked.filter((day) => !isWorkday(calendar, day))).toEqual([])
  expect(free.filter((day) => isWorkday(calendar, day))).toEqual([])
})

test('a year without a notice makes a stretch provisional', () => {
  const calendar = at('Asia/Shanghai')
  expect(isProvisional(calendar, '2026-12-01', '2026-12-31')).toBe(false)
  expect(isProvisional(calendar, '2026-12-31', '2027-01-04')).toBe(true)
})

test.each([
  // New York: spring forward on Sunday 8 March 2026, back on 1 November; segments are wall time of the place.
  [
    'day shift in winter',
    'America/New_York',
    defaultSegments,
    '2026-03-06T13:00:00Z',
    8,
    '2026-03-06T23:00:00Z',
  ],
  [
    'day shift in summer',
    'America/New_York',
    defaultSegments,
    '2026-03-09T12:00:00Z',
    8,
    '2026-03-09T22:00:00Z',
  ],
  [
    'over the change',
    'America/New_York',
    defaultSegments,
    '2026-03-06T22:00:00Z',
    2,
    '2026-03-09T13:00:00Z',
  ],
  [
    'another zone',
    'Asia/Shanghai',
    defaultSegments,
    '2026-03-06T00:00:00Z',
    8,
    '2026-03-06T10:00:00Z',
  ],
] as const)('%s', (_name, zone, segments, start, hours, due) => {
  expect(fromMs(afterWork(at(zone, segments), toMs(start), hours * hour))).toBe(due)
})

test('a night of daylight saving has as many work hours as it really has', () => {
  // Cairo changes on Fridays, a workday here: 24 April 2026 loses an hour at midnight, 30 October gains one.
  const nights = at('Africa/Cairo', [['00:00', '24:00']])
  const lost = [toMs('2026-04-23T22:00:00Z'), toMs('2026-04-24T21:00:00Z')] as const
  expect(workMs(nights, ...lost)).toBe(23 * hour)
  const gained = [toMs('2026-10-29T21:00:00Z'), toMs('2026-10-30T22:00:00Z')] as const
  expect(workMs(nights, ...gained)).toBe(25 * hour)
})

test('work ahead begins now while at work, else with the next stretch', () => {
  const calendar = at('Asia/Shanghai')
  const ahead = (from: string) =>
    workStretches(calendar, toMs(from), 2).map((stretch) => stretch.map(fromMs))
  expect(ahead('2026-04-30T03:30:00Z')).toEqual([
    ['2026-04-30T03:30:00Z', '2026-04-30T04:00:00Z'],
    ['2026-04-30T06:00:00Z', '2026-04-30T10:00:00Z'],
  ])
  expect(ahead('2026-04-30T10:00:00Z')[0]).toEqual(['2026-05-06T00:00:00Z', '2026-05-06T04:00:00Z'])
})

test('a calendar without work time is our fault, said so and not an endless search', () => {
  expect(() => afterWork(at('Asia/Shanghai', []), 0, 1)).toThrow('no work time')
})
