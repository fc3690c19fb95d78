// Answers, repeats, calls: what the vectors do not tell, one short journal a row.
import { expect, test } from 'vitest'
import { ask, at, closed, dispatched, fraction, reported, told } from '#testing/told.ts'
import type { Asked, Line } from '#testing/told.ts'
import type { JournalEntry } from './case-history.ts'
import type { Figures } from './figures.ts'
import { compositeScore } from './figures-answers.ts'

test.each<[string, Line[], Asked, (f: Figures) => unknown, unknown]>([
  [
    'reached late: decided, not in time',
    [...dispatched, ['3 00:01', 'contact']],
    {},
    (f) => fraction(f.k9_response),
    '0/1',
  ],
  [
    'reached at the due, or tried only',
    [...dispatched, ['2 20:00', 'contact', { reached: false }], ['3', 'contact']],
    {},
    (f) => fraction(f.k9_response),
    '1/1',
  ],
  [
    'reached in the old round says nothing of the new one',
    [
      ...closed,
      ['4 15:00', 'contact'],
      ['5', 'object', { wholeDue: at('9') }],
      ['5 01:00', 'dispatch', { leg: 'L2', handleDue: at('8'), respondDue: at('6') }],
    ],
    {},
    (f) => fraction(f.k9_response),
    '0/2',
  ],
  [
    'the last valid answer of the round counts, where it falls',
    [...closed, ['5', 'confirm'], ['33', 'callback', { valid: true, solved: false, grade: null }]],
    {},
    (f) => fraction(f.k9_solved),
    '0/0',
  ],
  [
    'a supervisor or a sample answers nothing for the reporter',
    [...closed, ['5', 'confirm'], ['6', 'reopen', { by: 'sample' }]],
    {},
    (f) => fraction(f.k9_solved),
    '1/1',
  ],
  [
    'the reporter who reopens says no',
    [...closed, ['5', 'confirm'], ['6', 'reopen', { by: 'reporter' }]],
    {},
    (f) => fraction(f.k9_solved),
    '0/1',
  ],
  [
    'an invalid call-back is no answer and no grade',
    [
      ...closed,
      [
        '5',
        'callback',
        { valid: false, solved: false, grade: 1, reason: 'wrong_number', reviewed: true },
      ],
    ],
    {},
    (f) => [fraction(f.k9_solved), fraction(f.k9_satisfied), f.k9_invalidCallbacks],
    ['0/0', '0/0', { wrong_number: 1 }],
  ],
  [
    'a call-back without a grade leaves the earlier one',
    [
      ...closed,
      ['5', 'rate', { grade: 2 }],
      ['6', 'callback', { valid: true, solved: true, grade: null }],
    ],
    {},
    (f) => fraction(f.k9_satisfied),
    '0/1',
  ],
  [
    '基本满意 counts by default',
    [...closed, ['5', 'rate', { grade: 3 }]],
    {},
    (f) => fraction(f.k9_satisfied),
    '1/1',
  ],
  [
    '基本满意 may be decided not to count',
    [...closed, ['5', 'rate', { grade: 3 }]],
    { three: false },
    (f) => fraction(f.k9_satisfied),
    '0/1',
  ],
  [
    'called and never came: decided when the hour is over',
    [
      ...dispatched,
      ['3', 'whistle', { whistle: 'W', units: ['a', 'b', 'c'], meetBy: at('3 02:00') }],
      ['3 01:30', 'arrive', { whistle: 'W', unit: 'a' }],
      ['3 02:01', 'arrive', { whistle: 'W', unit: 'b' }],
      ['3 03:00', 'arrive', { whistle: 'W', unit: 'a' }],
    ],
    {},
    (f) => [fraction(f.k13_arrival), f.k13_minutes.n, f.k13_minutes.median],
    ['1/3', 2, 90],
  ],
  [
    'called and came before asOf, the others undecided',
    [
      ...dispatched,
      ['3', 'whistle', { whistle: 'W', units: ['a', 'b'], meetBy: at('3 02:00') }],
      ['3 01:00', 'arrive', { whistle: 'W', unit: 'a' }],
    ],
    { asOf: '3 01:00' },
    (f) => fraction(f.k13_arrival),
    '1/1',
  ],
])('%s', (_name, lines, asked, of, expected) => {
  expect(of(ask(told('A', ...lines), asked))).toEqual(expected)
})

test('a repeat: same category and place, filed, within 90 days, from any area, not the same instant', () => {
  const second = (facts: Partial<JournalEntry>, when = '20'): JournalEntry[] =>
    told('B', [when, 'report', { ...reported, ...facts }], ['140', 'accept', { tier: 'T2' }])
  const repeats = (facts: Partial<JournalEntry>, when?: string, first: Line[] = dispatched) =>
    fraction(
      ask([...told('A', ...first), ...second(facts, when)], {
        area: 'C2',
        asOf: '200',
        period: { from: at('1'), to: at('150') },
      }).k10_repeat,
    )
  expect(repeats({ filedIn: 'C2' })).toBe('1/1')
  expect(repeats({ filedIn: 'C2', place: 'q' })).toBe('0/1')
  expect(repeats({ filedIn: 'C2', category: 'E04-07' })).toBe('0/1')
  expect(repeats({ filedIn: 'C2' }, '2 09:00')).toBe('0/1')
  expect(repeats({ filedIn: 'C2' }, '92 09:00')).toBe('1/1')
  expect(repeats({ filedIn: 'C2' }, '92 09:01')).toBe('0/1')
  expect(repeats({ filedIn: 'C2' }, '20', dispatched.slice(0, 1))).toBe('0/1')
  expect(repeats({ filedIn: 'C2' }, '20', [...dispatched, ['3', 'merge', { into: 'Z' }]])).toBe(
    '0/1',
  )
})

test('the composite is shown only if none of its parts is hidden', () => {
  const weights = { response: 0.2, solved: 0.4, satisfied: 0.4 }
  const part = (rate: number | null) => ({ num: 1, den: 1, rate, hidden: rate === null })
  const of = (solved: number | null) =>
    compositeScore(
      { k9_response: part(1), k9_solved: part(solved), k9_satisfied: part(0.5) },
      weights,
    )
  expect(of(0.5)).toBeCloseTo(0.6)
  expect(of(null)).toBeNull()
})
