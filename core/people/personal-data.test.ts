// What is said of a field over time at a place: texts of the program, own words and days of the place, on their days.
import { expect, test } from 'vitest'
import {
  type LocalOn,
  type PersonalField,
  changedParts,
  latestSince,
  lineOf,
  versionOn,
  versionsOf,
} from './personal-data.ts'

const both = (said: string) => ({ zh: said, en: said })
const first = {
  since: '2026-01-01',
  purpose: both('To call you.'),
  kept: both('Gone after {days} days.'),
  seenBy: both('The desk.'),
  without: both('Fine.'),
}
const field: PersonalField = {
  key: 'report.phone',
  name: both('Number'),
  basis: 'consent',
  law: null,
  sealed: true,
  deletedBy: null,
  days: { rule: 'cases.loop', part: 'eraseContactAfterDays', usual: 90 },
  columns: [],
  texts: [first, { ...first, since: '2026-06-01', seenBy: both('The desk and its head.') }],
}
const usual: LocalOn = () => ({ words: {}, days: null })
const told = (turns: string[], localOn: LocalOn) =>
  versionsOf(field, turns, localOn).map(({ since, days, purpose, note }) => [
    since,
    days,
    purpose.en,
    note?.en ?? null,
  ])

test.each<[string, string[], LocalOn, unknown[]]>([
  [
    'a place that set nothing',
    [],
    usual,
    [
      ['2026-01-01', 90, 'To call you.', null],
      ['2026-06-01', 90, 'To call you.', null],
    ],
  ],
  [
    'days that became fewer',
    ['2026-03-01'],
    (day) => ({ words: {}, days: day >= '2026-03-01' ? 30 : null }),
    [
      ['2026-01-01', 90, 'To call you.', null],
      ['2026-03-01', 30, 'To call you.', null],
      ['2026-06-01', 30, 'To call you.', null],
    ],
  ],
  [
    'a rule that changed something else',
    ['2026-03-01', '2026-03-02'],
    usual,
    [
      ['2026-01-01', 90, 'To call you.', null],
      ['2026-06-01', 90, 'To call you.', null],
    ],
  ],
  [
    'own words that end again',
    ['2026-02-01', '2026-02-20'],
    (day) => ({
      days: null,
      words:
        day >= '2026-02-01' && day < '2026-02-20'
          ? { 'report.phone': { purpose: both('To visit.'), note: both('By foot.') } }
          : {},
    }),
    [
      ['2026-01-01', 90, 'To call you.', null],
      ['2026-02-01', 90, 'To visit.', 'By foot.'],
      ['2026-02-20', 90, 'To call you.', null],
      ['2026-06-01', 90, 'To call you.', null],
    ],
  ],
  [
    'own words of another field',
    ['2026-02-01'],
    () => ({ days: null, words: { 'report.name': { note: both('Not here.') } } }),
    [
      ['2026-01-01', 90, 'To call you.', null],
      ['2026-06-01', 90, 'To call you.', null],
    ],
  ],
  [
    'own words from before the first text',
    ['2025-05-01'],
    () => ({ days: null, words: { 'report.phone': { note: both('Ours.') } } }),
    [
      ['2026-01-01', 90, 'To call you.', 'Ours.'],
      ['2026-06-01', 90, 'To call you.', 'Ours.'],
    ],
  ],
])('%s', (_, turns, localOn, versions) => {
  expect(told(turns, localOn)).toEqual(versions)
})

test('what was said on a day, also on a day before anything was said', () => {
  const versions = versionsOf(field, [], usual)
  expect(
    ['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01', '2028-02-29'].map(
      (day) => versionOn(versions, day)?.since,
    ),
  ).toEqual(['2026-01-01', '2026-01-01', '2026-01-01', '2026-06-01', '2026-06-01'])
  expect(changedParts(versions[0]!, versions[1]!)).toEqual(['seenBy'])
  expect(lineOf(versions[0]!)).toEqual({
    zh: 'To call you.Gone after 90 days.',
    en: 'To call you. Gone after 90 days.',
  })
  expect(latestSince([versions[0]!, null, versions[1]!])).toBe('2026-06-01')
  expect(latestSince([])).toBe(null)
})
