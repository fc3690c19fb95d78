import { expect, test } from 'vitest'
import { faultText, roundOn, type Rhythm } from './plan.ts'

const monthly: Rhythm = { everyWeeks: 4, months: [], fromOn: '2026-03-02', endedOn: null }

test.each<[string, Partial<Rhythm>, string, string | null]>([
  ['the day before the first', {}, '2026-03-01', null],
  ['the first day', {}, '2026-03-02', '2026-03-02 2026-03-29'],
  ['the last day of the first round', {}, '2026-03-29', '2026-03-02 2026-03-29'],
  ['the next round', {}, '2026-03-30', '2026-03-30 2026-04-26'],
  ['every week', { everyWeeks: 1 }, '2026-03-11', '2026-03-09 2026-03-15'],
  ['over the turn of a year', {}, '2027-01-05', '2027-01-04 2027-01-31'],
  ['in season', { months: [3, 4] }, '2026-04-10', '2026-03-30 2026-04-26'],
  // A round belongs to the month in which it begins.
  ['out of season', { months: [4] }, '2026-04-10', null],
  ['the day it ended', { endedOn: '2026-03-10' }, '2026-03-10', null],
])('%s', (_, more, today, expected) => {
  const round = roundOn({ ...monthly, ...more }, today)
  expect(round === null ? null : `${round.dueOn} ${round.untilOn}`).toBe(expected)
})

test('a fault names the thing, its tag and what was seen', () => {
  expect(faultText({ name: '三号梯坎路灯', tag: 'L-03' }, ' 不亮 ')).toBe(
    '三号梯坎路灯（L-03）：不亮',
  )
  expect(faultText({ name: '秋千', tag: null }, '')).toBe('秋千')
})
