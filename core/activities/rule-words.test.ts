import { describe, expect, test } from 'vitest'
import { sayRule, spokenTime } from './rule-words.ts'

describe('when it takes place, in words', () => {
  test.each([
    ['FREQ=WEEKLY;BYDAY=TU', '14:00', '每周二下午 2 点', 'Every Tuesday at 14:00'],
    [
      'FREQ=WEEKLY;BYDAY=SA,TU',
      '09:30',
      '每周二、六上午 9 点半',
      'Every Tuesday and Saturday at 09:30',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
      '19:05',
      '隔周周五晚上 7 点 05 分',
      'Every 2 weeks on Friday at 19:05',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      '12:00',
      '周一到周五中午 12 点',
      'Monday to Friday at 12:00',
    ],
    ['FREQ=DAILY', '08:30', '每天上午 8 点半', 'Every day at 08:30'],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1',
      '14:00',
      '每月最后一个星期五下午 2 点',
      'On the last Friday of every month at 14:00',
    ],
    [
      'FREQ=MONTHLY;BYDAY=2TU',
      '14:00',
      '每月第二个星期二下午 2 点',
      'On the second Tuesday of every month at 14:00',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=15',
      '10:00',
      '每月 15 日上午 10 点',
      'On day 15 of every month at 10:00',
    ],
  ])('%s at %s', (rule, time, zh, en) => {
    expect(sayRule(rule, time)).toEqual({ zh, en })
  })

  test.each([
    null,
    'FREQ=YEARLY',
    'FREQ=WEEKLY',
    'FREQ=MONTHLY;BYDAY=MO,TU',
    'FREQ=DAILY;BYHOUR=9,14',
    'nonsense',
  ])('%s has no short name', (rule) => expect(sayRule(rule, '14:00')).toBe(null))

  test('midnight is not noon', () => {
    expect(spokenTime('00:00').zh).toBe('凌晨 12 点')
    expect(spokenTime('13:00').zh).toBe('下午 1 点')
  })
})
