import { describe, expect, test } from 'vitest'
import {
  type BookingWish,
  type LendingFacts,
  type LendingRefusal,
  firstState,
  lendingRefusals,
  mondayOf,
  usualRules,
  whyCannotLend,
} from './lending.ts'

// Wednesday, 4 March 2026, open from nine to nine; it is the Monday before.
const at = (time: string, day = '2026-03-04') => `${day}T${time}:00+08:00`
const open = [{ from: Date.parse(at('09:00')), to: Date.parse(at('21:00')) }]
const wish = (change: Partial<BookingWish> = {}): BookingWish => ({
  byKind: 'resident',
  people: 10,
  startsAt: at('10:00'),
  endsAt: at('12:00'),
  ...change,
})
const room = { id: 'hall', lends: true, seats: 30, openedOn: '2026-01-01', closedOn: null }
const facts = (change: Partial<LendingFacts> = {}): LendingFacts => ({
  room,
  open,
  rules: usualRules,
  group: null,
  minutesThisWeek: 0,
  day: '2026-03-04',
  today: '2026-03-02',
  now: at('08:00', '2026-03-02'),
  ...change,
})
const group = { hoursPerWeek: null, rooms: ['hall'], endedOn: null }

type Row = [string, BookingWish, LendingFacts, LendingRefusal | null]
const rows: Row[] = [
  ['nothing stands in the way', wish(), facts(), null],
  ['the room is not lent', wish(), facts({ room: { ...room, lends: false } }), 'room_not_lent'],
  [
    'the centre uses a room that is not lent',
    wish({ byKind: 'centre' }),
    facts({ room: { ...room, lends: false } }),
    null,
  ],
  [
    'the room is closed from that day on',
    wish(),
    facts({ room: { ...room, closedOn: '2026-03-04' } }),
    'room_not_lent',
  ],
  [
    'the room opens later',
    wish(),
    facts({ room: { ...room, openedOn: '2026-03-05' } }),
    'room_not_lent',
  ],
  [
    'the group has ended',
    wish({ byKind: 'group' }),
    facts({ group: { ...group, endedOn: '2026-03-04' } }),
    'group_ended',
  ],
  ['the hour is past', wish(), facts({ now: at('10:01') }), 'in_the_past'],
  ['the last day ahead', wish(), facts({ today: '2026-02-02' }), null],
  ['a day too far ahead', wish(), facts({ today: '2026-02-01' }), 'too_far_ahead'],
  [
    'the centre plans ahead as it likes',
    wish({ byKind: 'centre' }),
    facts({ today: '2025-03-01' }),
    null,
  ],
  ['half an hour less a minute', wish({ endsAt: at('10:29') }), facts(), 'too_short'],
  ['four hours', wish({ endsAt: at('14:00') }), facts(), null],
  ['a minute more', wish({ endsAt: at('14:01') }), facts(), 'too_long'],
  ['before it opens', wish({ startsAt: at('08:30') }), facts(), 'not_open_then'],
  ['more people than seats', wish({ people: 31 }), facts(), 'too_many_people'],
  ['as many as seats', wish({ people: 30 }), facts(), null],
  ['the last two hours of four', wish(), facts({ minutesThisWeek: 120 }), null],
  ['a minute over the share', wish(), facts({ minutesThisWeek: 121 }), 'share_used'],
  [
    'a group has a share of its own',
    wish({ byKind: 'group' }),
    facts({ group: { ...group, hoursPerWeek: 1 } }),
    'share_used',
  ],
  [
    'no share was set',
    wish(),
    facts({ rules: { ...usualRules, residentHoursPerWeek: null }, minutesThisWeek: 9000 }),
    null,
  ],
]

describe('whether a room may be had', () => {
  test.each(rows)('%s', (_when, asked, given, refusal) => {
    expect(whyCannotLend(asked, given)?.refusal ?? null).toBe(refusal)
  })

  test('every refusal stands in a row, but the one the database gives', () => {
    const told = new Set(rows.map(([, , , refusal]) => refusal))
    const silent = Object.keys(lendingRefusals).filter((each) => !told.has(each as LendingRefusal))
    expect(silent).toEqual(['room_taken'])
  })

  test('a used share says what is left and when the next week begins', () => {
    expect(whyCannotLend(wish(), facts({ minutesThisWeek: 210 }))?.values).toEqual({
      hours: 4,
      used: 3.5,
      left: 0.5,
      monday: '2026-03-09',
    })
  })
})

test.each([
  ['centre', true, null, 'granted'],
  ['resident', false, null, 'granted'],
  ['resident', true, null, 'asked'],
  ['group', true, group, 'granted'],
  ['group', true, { ...group, rooms: [] }, 'asked'],
] as const)('%s, where somebody decides: %s', (byKind, needsApproval, of, state) => {
  expect(firstState({ byKind }, { id: 'hall', needsApproval }, of)).toBe(state)
})

test.each([
  ['2026-03-02', '2026-03-02'],
  ['2026-03-08', '2026-03-02'],
  ['2026-01-01', '2025-12-29'],
])('the week of %s begins on %s', (day, monday) => expect(mondayOf(day)).toBe(monday))
