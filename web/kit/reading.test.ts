// What people read: dates, figures, and the air between 汉字 and digits.
import { expect, test } from 'vitest'
import { clockTime, dayTime, longDay, lunarDay, mastDay, nearTime, type Reading } from './dates.ts'
import { fraction, percent, sparse, yuan } from './numbers.ts'
import { withAir } from './spacing.ts'

const staff: Reading = { lang: 'zh', zone: 'Asia/Shanghai', elder: false }
const elder: Reading = { ...staff, elder: true }
const now = '2026-11-24T13:40:00.000Z'

test.each([
  [clockTime('2026-11-24T06:32:00Z', staff), '14:32'],
  [clockTime('2026-11-24T06:00:00Z', elder), '下午 2 点'],
  [clockTime('2026-11-24T06:30:00Z', elder), '下午 2 点半'],
  [clockTime('2026-11-23T16:05:00Z', elder), '凌晨 12 点 05 分'],
  [dayTime('2026-11-24T06:32:00Z', staff, now), '11月24日 14:32'],
  [dayTime('2025-11-24T06:32:00Z', staff, now), '2025年11月24日 14:32'],
  [nearTime('2026-11-24T06:32:00Z', staff, now), '14:32'],
  [nearTime('2026-11-23T06:32:00Z', staff, now), '11月23日 14:32'],
  [longDay(now, staff), '2026 年 11 月 24 日 星期二'],
  [mastDay(now, staff), '11 月 24 日 周二'],
  [lunarDay(now, 'Asia/Shanghai'), '十月十六'],
  [dayTime('2026-11-24T06:32:00Z', { ...staff, lang: 'en' }, now), '24 Nov, 14:32'],
])('a time is read as %s', (read, expected) => expect(read).toBe(expected))

test('no percentage under ten, no decimals under a hundred', () => {
  expect(percent({ numerator: 8, denominator: 9 })).toBeNull()
  expect(percent({ numerator: 30, denominator: 40 })).toBe('75')
  expect(percent({ numerator: 662, denominator: 709 })).toBe('93.4')
  expect(fraction({ numerator: 8734, denominator: 9412 })).toBe('8,734 ∕ 9,412')
  expect([sparse(0), sparse(-3), yuan(693000), yuan(-5)]).toEqual(['–', '−3', '6,930.00', '−0.05'])
})

test('air stands between 汉字 and digits, once', () => {
  expect(withAir('剩 4工作时28分，找12345')).toBe(
    '剩\u20094\u2009工作时\u200928\u2009分，找\u200912345',
  )
})
