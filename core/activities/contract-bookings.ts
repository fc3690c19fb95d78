// Rooms lent: asked for by anybody who leaves a number or holds a group's secret, decided where the room asks for it.
import { type Static, Type } from 'typebox'
import { endpoint, listOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import * as part from './contract-parts.ts'
import { Uuid, nullable, oneOf } from './contract-parts.ts'
import { bookingStates, borrowerKinds, lendingRefusals } from './lending.ts'
import { channels } from './registration.ts'

export const BookingView = Type.Object({
  number: Type.String(),
  room: Type.Object({ id: Type.String(), name: part.NamedView }),
  byKind: oneOf(borrowerKinds),
  group: nullable(Type.Object({ id: Type.String(), name: part.NamedView })),
  organisation: nullable(Type.String()),
  purpose: Type.String(),
  title: nullable(Type.String()),
  people: nullable(Type.Integer()),
  startsAt: Type.String(),
  endsAt: Type.String(),
  state: oneOf(bookingStates),
  channel: oneOf(channels),
  askedAt: Type.String(),
  decidedAt: nullable(Type.String()),
  reason: nullable(Type.String()),
  hasContact: Type.Boolean(),
})
export type BookingView = Static<typeof BookingView>

export const bookRoom = endpoint({
  name: 'bookRoom',
  method: 'POST',
  path: '/api/areas/:code/bookings',
  access: 'open',
  summary:
    'Asks for a room. Residents leave a telephone number (purpose: to call about this booking; erased thirty days after it), a group its secret; staff write down what is asked at the counter or by telephone.',
  tags: part.tags,
  limit: { max: 12, per: 'minute' },
  input: Type.Object({
    ...part.commandOf,
    code: part.AreaCode,
    roomId: Uuid,
    byKind: oneOf(borrowerKinds),
    groupId: nullable(Uuid),
    groupSecret: nullable(part.Secret),
    organisation: nullable(Type.String({ minLength: 2, maxLength: 80 })),
    purpose: part.line(200),
    title: nullable(part.line(60)),
    people: nullable(Type.Integer({ minimum: 1, maximum: 5000 })),
    starts: part.Wall,
    ends: part.Wall,
    channel: oneOf(channels),
    name: part.maybe(40),
    phone: part.maybe(30),
  }),
  output: Type.Object({
    number: Type.String(),
    secret: Type.String(),
    state: oneOf(bookingStates),
  }),
  refusals: {
    ...lendingRefusals,
    no_such_area: 404,
    not_yours: 403,
    no_such_room: 404,
    no_such_group: 404,
    wrong_secret: 403,
    phone_needed: 422,
    bad_phone: 422,
    bad_span: 422,
  },
})

export const listBookings = endpoint({
  name: 'listBookings',
  method: 'GET',
  path: '/api/areas/:code/bookings',
  access: 'staff',
  summary: 'Bookings of an area from a day on: those to decide first, then by time.',
  tags: part.tags,
  input: Type.Object({
    code: part.AreaCode,
    from: Type.Optional(part.Day),
    to: Type.Optional(part.Day),
    state: Type.Optional(oneOf(bookingStates)),
    roomId: Type.Optional(Uuid),
    ...paged('count'),
  }),
  output: listOf(BookingView),
  refusals: { ...part.keepingRefusals },
})

const ofBooking = { ...part.commandOf, number: part.ActivityNumber }
const bookingRefusals = { no_such_booking: 404, not_yours: 403, booking_closed: 409 } as const

export const decideBooking = endpoint({
  name: 'decideBooking',
  method: 'POST',
  path: '/api/bookings/:number/decision',
  access: 'staff',
  summary: 'Grants a booking, or refuses it with the reason its borrower reads.',
  tags: part.tags,
  input: Type.Object({ ...ofBooking, granted: Type.Boolean(), reason: nullable(part.Reason) }),
  output: BookingView,
  refusals: { ...bookingRefusals, reason_needed: 422 },
})

export const cancelBooking = endpoint({
  name: 'cancelBooking',
  method: 'POST',
  path: '/api/bookings/:number/cancellation',
  access: 'open',
  summary: 'Gives the room back: by its borrower with the secret, or by staff with a reason.',
  tags: part.tags,
  limit: { max: 20, per: 'minute' },
  input: Type.Object({
    ...ofBooking,
    secret: Type.Optional(part.Secret),
    reason: nullable(part.Reason),
  }),
  output: Type.Object({ state: oneOf(bookingStates) }),
  refusals: { ...bookingRefusals, reason_needed: 422 },
})

export const noteNotUsed = endpoint({
  name: 'noteNotUsed',
  method: 'POST',
  path: '/api/bookings/:number/not-used',
  access: 'staff',
  summary:
    'Nobody came: the room is free again for the rest of the time. It is counted against nobody.',
  tags: part.tags,
  input: Type.Object(ofBooking),
  output: BookingView,
  refusals: { ...bookingRefusals, not_yet: 409 },
})

export const followBooking = endpoint({
  name: 'followBooking',
  method: 'POST',
  path: '/api/bookings/:number/follow',
  access: 'open',
  summary: 'What became of a booking, for whoever holds its secret.',
  tags: part.tags,
  limit: { max: 30, per: 'minute' },
  input: Type.Object({ number: part.ActivityNumber, secret: part.Secret }),
  output: BookingView,
  refusals: { no_such_booking: 404 },
})

export const readBookingContact = endpoint({
  name: 'readBookingContact',
  method: 'POST',
  path: '/api/bookings/:number/contact',
  access: 'staff',
  summary: 'Name and number of a borrower, against a reason that is kept with who looked.',
  tags: part.tags,
  input: Type.Object({ number: part.ActivityNumber, reason: part.Reason }),
  output: Type.Object({ name: nullable(Type.String()), phone: nullable(Type.String()) }),
  refusals: { no_such_booking: 404, not_yours: 403, no_contact: 404 },
})
