import { expect, test } from 'vitest'
import { readWallTime } from './sheet-dates.ts'

test.each([
  [46086, '2026-03-05T00:00:00'],
  [46086.604166666664, '2026-03-05T14:30:00'],
  ['46086.5', '2026-03-05T12:00:00'],
  ['2026/3/5', '2026-03-05T00:00:00'],
  ['2026-03-05 14:30', '2026-03-05T14:30:00'],
  ['2026.3.5 9:05:07', '2026-03-05T09:05:07'],
  ['2026-03-05T14:30:00.000', '2026-03-05T14:30:00'],
  ['2026年3月5日 14:30', '2026-03-05T14:30:00'],
  ['2026年3月5日14时30分', '2026-03-05T14:30:00'],
  ['2026年3月5日 下午2点', '2026-03-05T14:00:00'],
  ['2026年3月5日 星期四 上午9:00', '2026-03-05T09:00:00'],
  ['２０２６／３／５　１４：３０', '2026-03-05T14:30:00'],
  ['20260305', '2026-03-05T00:00:00'],
  ['20260305143000', '2026-03-05T14:30:00'],
] as const)('%j is %s', (cell, wall) => {
  expect(readWallTime(cell)?.wall).toBe(wall)
})

test('a text without a year takes the year it is told, or is no date', () => {
  expect(readWallTime('3月5日', { year: 2025 })?.wall).toBe('2025-03-05T00:00:00')
  expect(readWallTime('3月5日')).toBeNull()
})

test('03/05/2026 is a date only where its order is known', () => {
  expect(readWallTime('03/05/2026')).toBeNull()
  expect(readWallTime('03/05/2026 12:19:00 AM', { order: 'mdy' })?.wall).toBe('2026-03-05T00:19:00')
  expect(readWallTime('03/05/2026 12:19:00 PM', { order: 'dmy' })?.wall).toBe('2026-05-03T12:19:00')
})

test('an offset that the text names is kept', () => {
  expect(readWallTime('2026-03-05T14:30:00Z')).toEqual({
    wall: '2026-03-05T14:30:00',
    offset: 'Z',
    dateOnly: false,
  })
  expect(readWallTime('2026-03-05 14:30:00+0800')?.offset).toBe('+08:00')
})

test.each(['', '不详', '2026/2/30', '2026/13/1', '2026-03-05 25:00', '138', 12, true, null])(
  '%j is no date',
  (cell) => {
    expect(readWallTime(cell)).toBeNull()
  },
)
