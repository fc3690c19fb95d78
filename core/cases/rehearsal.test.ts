// Three days of work, drafted as one or as five: what a rehearsal says of clocks that are long over.
import { expect, test } from 'vitest'
import { type Calendar, defaultSegments } from '#core/places/calendar.ts'
import { defaultLoopRules } from './rules.ts'
import { type Law, type PastClock, examplesMax, openRehearsal } from './rehearsal.ts'

const calendar: Calendar = {
  version: 'test',
  timeZone: 'Asia/Shanghai',
  segments: defaultSegments,
  workDayHours: 8,
  daysOff: new Set(),
  makeUpDays: new Set(),
  knownYears: new Set([2026]),
}
const today: Law = { rules: defaultLoopRules, calendar, category: () => null }
const withT2 = (amount: number): Law => ({
  ...today,
  rules: {
    ...defaultLoopRules,
    handleByTier: { ...defaultLoopRules.handleByTier, T2: { kind: 'WORK_DAY', amount } },
  },
})

/** Monday, 2 March 2026, eight in the morning in Chongqing. */
const start = '2026-03-02T00:00:00.000Z'
const past = (more: Partial<PastClock> = {}): PastClock => ({
  number: '500108106003-260302-0001',
  category: 'E0101',
  tier: 'T2',
  urgent: false,
  limitKind: 'WORK_DAY',
  startedAt: start,
  pauses: [],
  extensions: [],
  endedAt: '2026-03-03T09:00:00.000Z', // Tuesday five in the afternoon: in time by three days, late by one.
  ...more,
})
const rehearse = (draft: Law, clocks: PastClock[], asOf = '2026-04-01T00:00:00.000Z') => {
  const { take, result } = openRehearsal(today, draft, asOf)
  clocks.forEach(take)
  return result()
}

test('one day instead of three: due earlier, newly late, and told at every threshold', () => {
  const seen = rehearse(withT2(1), [past()])
  expect(seen.groups).toEqual([
    { tier: 'T2', clocks: 1, earlier: 1, later: 0, judged: 1, onTime: { now: 1, draft: 0 } },
  ])
  expect(seen).toMatchObject({ newlyLate: 1, newlyInTime: 0 })
  expect(seen.told).toEqual({
    50: { now: 1, draft: 1 },
    80: { now: 0, draft: 1 },
    100: { now: 0, draft: 1 },
  })
  expect(seen.examples[0]).toMatchObject({
    dueNow: '2026-03-04T10:00:00Z',
    dueDraft: '2026-03-02T10:00:00Z',
  })
})

test('the draft of today’s value changes nothing', () => {
  const seen = rehearse(withT2(3), [past(), past({ endedAt: null })])
  expect(seen).toMatchObject({ newlyLate: 0, newlyInTime: 0, examples: [] })
  expect(seen.groups[0]).toMatchObject({ earlier: 0, later: 0, onTime: { now: 1, draft: 1 } })
})

test.each([
  ['another tier is not touched', { tier: 'T3' as const }, { earlier: 0, judged: 1 }],
  ['an urgent matter follows its own promise', { urgent: true }, { earlier: 0, judged: 1 }],
  [
    'what still runs and is late by one law only is judged',
    { endedAt: null },
    { earlier: 1, judged: 1 },
  ],
  [
    'a pause that lasts to the end has no due by either law',
    { endedAt: null, pauses: [{ from: '2026-03-02T01:00:00.000Z', to: null, why: 'x' }] },
    { earlier: 0, judged: 0 },
  ],
])('%s', (_, more, group) => {
  const asOf = '2026-03-03T12:00:00.000Z'
  expect(rehearse(withT2(1), [past(more)], asOf).groups[0]).toMatchObject(group)
})

test('a category with a limit of its own keeps it', () => {
  const own = (law: Law): Law => ({
    ...law,
    category: () => ({ limit: { kind: 'WORK_DAY', amount: 7 } }) as never,
  })
  const { take, result } = openRehearsal(own(today), own(withT2(1)), '2026-04-01T00:00:00.000Z')
  take(past())
  expect(result().groups[0]).toMatchObject({ earlier: 0, onTime: { now: 1, draft: 1 } })
})

test('a granted extension keeps its length where the draft counts in another unit', () => {
  const hours: Law = {
    ...today,
    rules: {
      ...defaultLoopRules,
      handleByTier: { ...defaultLoopRules.handleByTier, T2: { kind: 'WORK_HOUR', amount: 8 } },
    },
  }
  const extended = past({ extensions: [{ grantedAt: start, amount: 1 }] })
  const seen = rehearse(hours, [extended])
  // One day of eight hours and one day more: Tuesday six o'clock, an hour after it was done.
  expect(seen).toMatchObject({ newlyLate: 0 })
  expect(seen.groups[0]).toMatchObject({ earlier: 1, onTime: { now: 1, draft: 1 } })
})

test('longer hours move a due counted in work hours, not the work day of a fixed length', () => {
  const evenings: Law = {
    ...today,
    calendar: { ...calendar, segments: [['08:00', '20:00']], version: 'draft' },
  }
  const seen = rehearse(evenings, [past()])
  expect(seen.groups[0]).toMatchObject({ earlier: 1, later: 0 })
})

test('no more examples than can be read', () => {
  const many = Array.from({ length: examplesMax + 5 }, (_, i) => past({ number: `n${i}` }))
  const seen = rehearse(withT2(1), many)
  expect([seen.newlyLate, seen.examples.length]).toEqual([examplesMax + 5, examplesMax])
})

test('a flag that raises overdue tiers is rehearsed by how many would have risen', () => {
  const raising: Law = { ...today, rules: { ...defaultLoopRules, overdueRaisesTier: true } }
  const late = past({ endedAt: '2026-03-10T09:00:00.000Z' })
  const seen = rehearse(raising, [past(), late, { ...late, tier: 'T5' }])
  expect(seen.raised).toEqual({ now: 0, draft: 1 })
  expect(seen).toMatchObject({ newlyLate: 0, newlyInTime: 0 })
})
