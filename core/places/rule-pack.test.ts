import { describe, expect, test } from 'vitest'
import { categories } from '../../packs/cn-community/categories.ts'
import { type RulePack, packChanges, packFormat, readPack } from './rule-pack.ts'

const pack = (more: object = {}) => ({
  format: packFormat,
  area: '500108106',
  takenOn: '2026-03-02',
  rules: { 'routing.borderMetres': 30 },
  hours: {
    segments: [
      ['08:30', '12:00'],
      ['13:30', '17:30'],
    ],
    workDayHours: 7.5,
  },
  days: [{ day: '2026-06-19', kind: 'off', name: '端午' }],
  categories: [],
  ...more,
})

test('a whole pack is read; what is missing is simply not named', () => {
  expect(readPack(pack())).toMatchObject({ ok: true })
  expect(readPack({ format: packFormat })).toMatchObject({
    ok: true,
    value: { rules: {}, hours: null, days: [], categories: [] },
  })
  expect(readPack(pack({ categories }))).toMatchObject({ ok: true })
})

describe('what cannot be used is named by its path', () => {
  test.each<[string, unknown, Record<string, string>]>([
    ['no file of ours', { rules: {} }, { format: 'not_a_pack' }],
    ['nothing', null, { format: 'not_a_pack' }],
    ['another version', pack({ format: 'linli.rules/2' }), { format: 'not_a_pack' }],
    [
      'a rule there is not',
      pack({ rules: { 'routing.magic': 1 } }),
      { 'rules.routing.magic': 'unknown_rule' },
    ],
    [
      'a rule of every object',
      pack({ rules: { toString: 1 } }),
      { 'rules.toString': 'unknown_rule' },
    ],
    [
      'a value out of bounds',
      pack({ rules: { 'figures.smallCell': 3 } }),
      { 'rules.figures.smallCell': 'bad_value' },
    ],
    [
      'hours that overlap',
      pack({
        hours: {
          segments: [
            ['08:00', '12:00'],
            ['11:00', '18:00'],
          ],
          workDayHours: 8,
        },
      }),
      { hours: 'bad_hours' },
    ],
    [
      'a day that is none',
      pack({ days: [{ day: '2026-02-29', kind: 'off', name: 'x' }] }),
      { 'days.0': 'bad_day' },
    ],
    [
      'a kind of day',
      pack({ days: [{ day: '2026-03-01', kind: 'half', name: 'x' }] }),
      { 'days.0': 'bad_day' },
    ],
    [
      'a category without its parent',
      pack({ categories: [{ ...categories[0], parent: 'Z99' }] }),
      { categories: 'bad_category' },
    ],
    [
      'two faults at once',
      pack({ rules: { a: 1, 'figures.smallCell': 'ten' } }),
      { 'rules.a': 'unknown_rule', 'rules.figures.smallCell': 'bad_value' },
    ],
  ])('%s', (_, given, fields) => {
    expect(readPack(given)).toMatchObject({ ok: false, refusal: 'bad_pack', fields })
  })
})

const present = {
  rules: { 'routing.borderMetres': 20, 'figures.smallCell': 12 },
  hours: {
    segments: [
      ['08:00', '12:00'],
      ['14:00', '18:00'],
    ],
    workDayHours: 8,
  },
  days: [{ day: '2026-05-04', kind: 'off' as const, name: '青年节' }],
}

test.each<[string, object, string[]]>([
  [
    'the file as it was taken',
    { rules: present.rules, hours: present.hours, days: present.days },
    [],
  ],
  [
    'the same in another order of keys',
    {
      rules: { 'figures.smallCell': 12, 'routing.borderMetres': 20 },
      hours: { workDayHours: 8, segments: present.hours.segments },
      days: [],
    },
    [],
  ],
  ['what differs, and only that', {}, ['routing.borderMetres', 'workSegments', '2026-06-19']],
  [
    'a rule nobody set here yet',
    { rules: { 'resources.answerDays': 5 }, hours: null, days: [] },
    ['resources.answerDays'],
  ],
  [
    'a day that is over',
    { rules: {}, hours: null, days: [{ day: '2026-01-01', kind: 'work', name: 'x' }] },
    [],
  ],
  [
    'the same day of another kind',
    { rules: {}, hours: null, days: [{ day: '2026-05-04', kind: 'plain', name: '青年节' }] },
    ['2026-05-04'],
  ],
])('%s', (_, more, keys) => {
  const read = readPack(pack(more)) as { value: RulePack }
  expect(packChanges(read.value, present, '2026-03-02').map(({ key }) => key)).toEqual(keys)
})
