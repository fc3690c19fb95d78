import { describe, expect, test } from 'vitest'
import {
  type Hours,
  type Opening,
  type Span,
  type SpecialDay,
  faultOfSpans,
  idleStretches,
  isOpenDuring,
  openOn,
  openStretches,
} from './centre.ts'

const usual: Span[] = [['09:00', '21:00']]
const everyDay = (spans: Span[]) => Array.from({ length: 7 }, () => spans)
const hours = (change: Partial<Hours> = {}): Hours => ({
  roomId: null,
  validFrom: '2026-01-01',
  week: everyDay(usual),
  onHolidays: 'closed',
  ...change,
})
const special = (change: Partial<SpecialDay> = {}): SpecialDay => ({
  roomId: null,
  day: '2026-03-04',
  spans: [],
  reason: { zh: '停电', en: null },
  ...change,
})
const opening = (change: Partial<Opening> = {}): Opening => ({
  timeZone: 'Asia/Shanghai',
  hours: [hours()],
  specialDays: [],
  isHoliday: (day) => day === '2026-05-01',
  ...change,
})
const short: Span[] = [['14:00', '17:00']]

describe('when a room is open', () => {
  test.each<[string, Opening, string, Span[]]>([
    ['on an ordinary day', opening(), '2026-03-04', usual],
    ['before any hours were set', opening(), '2025-12-31', []],
    ['on a holiday', opening(), '2026-05-01', []],
    [
      'on a holiday a centre keeps open',
      opening({ hours: [hours({ onHolidays: 'asUsual' })] }),
      '2026-05-01',
      usual,
    ],
    ['on a day it is closed', opening({ specialDays: [special()] }), '2026-03-04', []],
    [
      'on a day given back to the week',
      opening({ specialDays: [special(), special({ spans: null })] }),
      '2026-03-04',
      usual,
    ],
    [
      'once newer hours hold',
      opening({ hours: [hours(), hours({ validFrom: '2026-03-01', week: everyDay(short) })] }),
      '2026-03-04',
      short,
    ],
    [
      'where hours of one day were entered twice, the later',
      opening({ hours: [hours({ week: everyDay(short) }), hours()] }),
      '2026-03-04',
      usual,
    ],
    [
      'where the room has hours of its own',
      opening({ hours: [hours({ roomId: 'hall', week: everyDay(short) }), hours()] }),
      '2026-03-04',
      short,
    ],
    [
      'where the room opens on a day the house is closed',
      opening({ specialDays: [special({ roomId: 'hall', spans: short }), special()] }),
      '2026-03-04',
      short,
    ],
  ])('%s', (_when, given, day, spans) => {
    expect(openOn(given, 'hall', day).spans).toEqual(spans)
  })

  test('a day ends at midnight, whatever was written', () => {
    const late = opening({ hours: [hours({ week: everyDay([['20:00', '24:00']]) })] })
    const [evening] = openStretches(late, null, '2026-03-04')
    expect(new Date(evening?.to ?? 0).toISOString()).toBe('2026-03-04T16:00:00.000Z')
  })
})

test.each<[Span[], ReturnType<typeof faultOfSpans>]>([
  [[], null],
  [
    [
      ['14:00', '21:00'],
      ['09:00', '14:00'],
    ],
    null,
  ],
  [[['09:00', '09:00']], 'span_order'],
  [[['21:00', '09:00']], 'span_order'],
  [
    [
      ['14:00', '21:00'],
      ['09:00', '14:01'],
    ],
    'spans_overlap',
  ],
])('the spans %j have the fault %s', (spans, fault) => expect(faultOfSpans(spans)).toBe(fault))

describe('what is left of open hours', () => {
  const hour = 3_600_000
  const open = [{ from: 9 * hour, to: 17 * hour }]
  const use = (from: number, to: number) => ({
    startsAt: new Date(from * hour).toISOString(),
    endsAt: new Date(to * hour).toISOString(),
  })
  test.each<[string, ReturnType<typeof use>[], object, [number, number][]]>([
    ['nothing is taken', [], {}, [[9, 17]]],
    [
      'the middle is taken',
      [use(10, 12)],
      {},
      [
        [9, 10],
        [12, 17],
      ],
    ],
    ['a rest is too short', [use(9.5, 17)], {}, []],
    ['a shorter rest will do', [use(9.5, 17)], { minutesMin: 30 }, [[9, 9.5]]],
    ['two uses overlap and come late first', [use(11, 14), use(8, 12)], {}, [[14, 17]]],
    ['part of the day is past', [], { notBefore: 15 * hour }, [[15, 17]]],
    ['all of it is taken', [use(8, 18)], {}, []],
  ])('%s', (_when, uses, asked, left) => {
    const free = idleStretches(open, uses, asked)
    expect(free.map(({ from, to }) => [from / hour, to / hour])).toEqual(left)
  })

  test.each([
    [9, 17, true],
    [8.9, 17, false],
    [16, 17.1, false],
  ])('from %d to %d lies inside: %s', (from, to, inside) => {
    expect(isOpenDuring(open, from * hour, to * hour)).toBe(inside)
  })
})
