import { describe, expect, test } from 'vitest'
import {
  movingUp,
  placeFor,
  seatsOf,
  whyCannotChange,
  whyCannotCount,
  whyCannotRegister,
} from './registration.ts'

const session = {
  state: 'planned',
  startsAt: '2026-03-04T06:00:00Z',
  endsAt: '2026-03-04T08:00:00Z',
  seats: null,
  booked: 0,
  waiting: 0,
  came: null,
} as const
const series = { registration: 'open', publishedAt: '2026-01-01T00:00:00Z' } as const
const before = '2026-03-04T05:59:59Z'

describe('whether one may register', () => {
  const asked = { people: 2, seats: 30, now: before }
  test.each([
    ['a second before it begins', session, series, asked, null],
    ['when it begins', session, series, { ...asked, now: session.startsAt }, 'session_began'],
    [
      'after it was called off',
      { ...session, state: 'cancelled' as const },
      series,
      asked,
      'session_cancelled',
    ],
    [
      'without registration',
      session,
      { ...series, registration: 'none' as const },
      asked,
      'no_registration',
    ],
    ['before it is published', session, { ...series, publishedAt: null }, asked, 'no_registration'],
    ['more people than seats', session, series, { ...asked, people: 31 }, 'more_than_seats'],
    [
      'any number where there is no limit',
      session,
      series,
      { ...asked, people: 20, seats: null },
      null,
    ],
  ])('%s', (_when, of, its, how, refusal) => {
    expect(whyCannotRegister(of, its, how)).toBe(refusal)
  })
})

test.each([
  [{ seats: 12 }, { seats: 20 }, 30, 12],
  [{ seats: null }, { seats: 20 }, 30, 20],
  [{ seats: null }, { seats: null }, 30, 30],
  [{ seats: null }, { seats: null }, null, null],
])('seats: session %j, series %j, room %s: %s', (own, of, room, seats) => {
  expect(seatsOf(own, of, room)).toBe(seats)
})

test.each([
  ['the last seats', { booked: 28, waiting: 0 }, 2, 30, 'booked'],
  ['one too many', { booked: 29, waiting: 0 }, 2, 30, 'waiting'],
  ['a seat is free, but others wait', { booked: 29, waiting: 2 }, 1, 30, 'waiting'],
  ['no limit', { booked: 900, waiting: 0 }, 20, null, 'booked'],
] as const)('%s', (_when, standing, people, seats, place) => {
  expect(placeFor(standing, people, seats)).toBe(place)
})

test.each([
  ['nobody fits', 30, 30, []],
  ['the first fits', 28, 30, ['a']],
  ['a smaller party does not pass a larger one', 29, 30, []],
  ['all fit', 20, 30, ['a', 'b', 'c']],
  ['the limit was lifted', 30, null, ['a', 'b', 'c']],
])('%s', (_when, booked, seats, moved) => {
  const queue = [
    { id: 'a', people: 2 },
    { id: 'b', people: 3 },
    { id: 'c', people: 1 },
  ]
  expect(movingUp(queue, booked, seats).map(({ id }) => id)).toEqual(moved)
})

test.each([
  ['planned', '2026-03-04T07:59:59Z', null],
  ['planned', '2026-03-04T08:00:00Z', 'session_over'],
  ['cancelled', before, 'session_cancelled'],
] as const)('a session %s changes at %s: %s', (state, now, refusal) => {
  expect(whyCannotChange({ ...session, state }, now)).toBe(refusal)
})

describe('counting heads', () => {
  const one = { change: 1, known: 0, now: '2026-03-04T07:00:00Z' }
  test.each([
    ['while it goes on', session, one, null],
    ['two hours before', session, { ...one, now: '2026-03-04T04:00:00Z' }, null],
    ['earlier than that', session, { ...one, now: '2026-03-04T03:59:59Z' }, 'not_yet'],
    ['a month after', session, { ...one, now: '2026-04-04T08:00:00Z' }, null],
    ['later than that', session, { ...one, now: '2026-04-04T08:00:01Z' }, 'too_late'],
    [
      'one that was called off',
      { ...session, state: 'cancelled' as const },
      one,
      'session_cancelled',
    ],
    [
      'below those ticked off',
      { ...session, came: 5 },
      { ...one, change: -1, known: 5 },
      'below_known',
    ],
    ['below nothing', session, { ...one, change: -1 }, 'below_known'],
  ])('%s', (_when, of, how, refusal) => {
    expect(whyCannotCount(of, how)).toBe(refusal)
  })
})
