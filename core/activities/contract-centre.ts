// The centre on the wire: the house with its rooms and hours, and what its staff change of it.
import { type Static, Type } from 'typebox'
import { endpoint } from '#core/kit/contract.ts'
import * as part from './contract-parts.ts'
import { Uuid, nullable, oneOf } from './contract-parts.ts'

export const RoomView = Type.Object({
  id: Type.String(),
  floor: Type.Integer(),
  zoneId: nullable(Type.String()),
  ordinal: Type.Integer(),
  name: part.NamedView,
  note: nullable(part.NamedView),
  seats: nullable(Type.Integer()),
  areaSqm: nullable(Type.Number()),
  equipment: Type.Array(Type.String()),
  stepFree: Type.Boolean(),
  lends: Type.Boolean(),
  needsApproval: Type.Boolean(),
  openedOn: Type.String(),
  closedOn: nullable(Type.String()),
})
export type RoomView = Static<typeof RoomView>

export const HoursView = Type.Object({
  roomId: nullable(Type.String()),
  validFrom: Type.String(),
  week: Type.Array(Type.Array(part.Span)),
  onHolidays: oneOf(['closed', 'asUsual']),
})
export const SpecialDayView = Type.Object({
  roomId: nullable(Type.String()),
  day: Type.String(),
  spans: nullable(Type.Array(part.Span)),
  reason: part.NamedView,
})
export const RulesView = Type.Object({
  groupHoursPerWeek: nullable(Type.Integer()),
  residentHoursPerWeek: nullable(Type.Integer()),
  daysAhead: Type.Integer(),
  minutesMin: Type.Integer(),
  minutesMax: Type.Integer(),
})

export const CentreView = Type.Object({
  id: Type.String(),
  name: part.NamedView,
  address: Type.String(),
  phone: nullable(Type.String()),
  lift: Type.Boolean(),
  planPhoto: nullable(Type.String()),
  openedOn: Type.String(),
  floors: Type.Array(
    Type.Object({
      ordinal: Type.Integer(),
      name: part.NamedView,
      planPhoto: nullable(Type.String()),
    }),
  ),
  zones: Type.Array(
    Type.Object({
      id: Type.String(),
      name: part.NamedView,
      purpose: nullable(Type.String()),
      themeId: nullable(Type.String()),
    }),
  ),
  rooms: Type.Array(RoomView),
  hours: Type.Array(HoursView),
  specialDays: Type.Array(SpecialDayView),
  rules: RulesView,
})
export type CentreView = Static<typeof CentreView>

export const readCentres = endpoint({
  name: 'readCentres',
  method: 'GET',
  path: '/api/areas/:code/centres',
  access: 'open',
  summary:
    'The centres of an area: floors, rooms, opening hours in force and to come, and how rooms are lent.',
  tags: part.tags,
  input: Type.Object({ code: part.AreaCode }),
  output: Type.Object({
    area: part.AreaNameView,
    today: Type.String(),
    mayKeep: Type.Boolean(),
    centres: Type.Array(CentreView),
  }),
  refusals: { no_such_area: 404 },
})

const ofCentre = { ...part.commandOf, code: part.AreaCode, centreId: Uuid }
const Added = Type.Object({ id: Type.String() })
const centreRefusals = { ...part.keepingRefusals, no_such_centre: 404 } as const

export const saveCentre = endpoint({
  name: 'saveCentre',
  method: 'PUT',
  path: '/api/areas/:code/centres/:centreId',
  access: 'staff',
  summary: 'Opens a centre under an id made by the caller, or changes what is said of it.',
  tags: part.tags,
  input: Type.Object({
    ...ofCentre,
    name: part.named(2, 60),
    address: Type.String({ minLength: 1, maxLength: 200 }),
    phone: nullable(Type.String({ minLength: 5, maxLength: 40 })),
    lift: Type.Boolean(),
    planPhoto: nullable(part.PhotoHash),
  }),
  output: Added,
  refusals: { ...part.keepingRefusals, no_such_photo: 422, taken_id: 409 },
})

export const saveFloor = endpoint({
  name: 'saveFloor',
  method: 'PUT',
  path: '/api/areas/:code/centres/:centreId/floors/:ordinal',
  access: 'staff',
  summary: 'Adds a floor, or changes its name and the picture of its plan.',
  tags: part.tags,
  input: Type.Object({
    ...ofCentre,
    ordinal: Type.Integer({ minimum: -5, maximum: 60 }),
    name: part.named(1, 20),
    planPhoto: nullable(part.PhotoHash),
  }),
  output: Type.Object({ ordinal: Type.Integer() }),
  refusals: { ...centreRefusals, no_ground_zero: 422, no_such_photo: 422 },
})

export const saveZone = endpoint({
  name: 'saveZone',
  method: 'PUT',
  path: '/api/areas/:code/centres/:centreId/zones/:zoneId',
  access: 'staff',
  summary: 'Adds a functional zone, or changes it.',
  tags: part.tags,
  input: Type.Object({
    ...ofCentre,
    zoneId: Uuid,
    name: part.named(1, 40),
    purpose: part.maybe(400),
  }),
  output: Added,
  refusals: { ...centreRefusals, taken_id: 409 },
})

export const saveRoom = endpoint({
  name: 'saveRoom',
  method: 'PUT',
  path: '/api/areas/:code/centres/:centreId/rooms/:roomId',
  access: 'staff',
  summary: 'Adds a room, or changes it. Closed by a day, never removed.',
  tags: part.tags,
  input: Type.Object({
    ...ofCentre,
    roomId: Uuid,
    floor: Type.Integer({ minimum: -5, maximum: 60 }),
    zoneId: nullable(Uuid),
    ordinal: Type.Integer({ minimum: 1, maximum: 200 }),
    name: part.named(1, 40),
    note: nullable(part.named(1, 60)),
    seats: nullable(Type.Integer({ minimum: 1, maximum: 5000 })),
    areaSqm: nullable(Type.Number({ exclusiveMinimum: 0, maximum: 100_000 })),
    equipment: Type.Array(Type.String({ minLength: 1, maxLength: 30 }), { maxItems: 20 }),
    stepFree: Type.Boolean(),
    lends: Type.Boolean(),
    needsApproval: Type.Boolean(),
    closedOn: nullable(part.Day),
  }),
  output: Added,
  refusals: {
    ...centreRefusals,
    no_such_floor: 422,
    no_such_zone: 422,
    room_in_use: 409,
    taken_id: 409,
  },
})

export const setHours = endpoint({
  name: 'setHours',
  method: 'POST',
  path: '/api/areas/:code/centres/:centreId/hours',
  access: 'staff',
  summary:
    'Opening hours from a day on, of the centre or of one room. Rows are added, never changed.',
  tags: part.tags,
  input: Type.Object({
    ...ofCentre,
    roomId: nullable(Uuid),
    validFrom: part.Day,
    week: Type.Array(Type.Array(part.Span, { maxItems: 6 }), { minItems: 7, maxItems: 7 }),
    onHolidays: oneOf(['closed', 'asUsual']),
    reason: part.Reason,
  }),
  output: Added,
  refusals: {
    ...centreRefusals,
    no_such_room: 404,
    day_past: 422,
    span_order: 422,
    spans_overlap: 422,
  },
})

export const setSpecialDay = endpoint({
  name: 'setSpecialDay',
  method: 'POST',
  path: '/api/areas/:code/centres/:centreId/special-days',
  access: 'staff',
  summary:
    'One day with hours of its own: an empty list is closed, null gives it back to the ordinary week.',
  tags: part.tags,
  input: Type.Object({
    ...ofCentre,
    roomId: nullable(Uuid),
    day: part.Day,
    spans: nullable(Type.Array(part.Span, { maxItems: 6 })),
    reason: part.named(2, 200),
  }),
  output: Added,
  refusals: {
    ...centreRefusals,
    no_such_room: 404,
    day_past: 422,
    span_order: 422,
    spans_overlap: 422,
  },
})

export const setLendingRules = endpoint({
  name: 'setLendingRules',
  method: 'POST',
  path: '/api/areas/:code/centres/:centreId/lending-rules',
  access: 'staff',
  summary: 'Fair shares from a day on: hours a week, how early and for how long a room is lent.',
  tags: part.tags,
  input: Type.Object({
    ...ofCentre,
    validFrom: part.Day,
    rules: Type.Object(
      {
        groupHoursPerWeek: nullable(Type.Integer({ minimum: 1, maximum: 80 })),
        residentHoursPerWeek: nullable(Type.Integer({ minimum: 1, maximum: 80 })),
        daysAhead: Type.Integer({ minimum: 1, maximum: 366 }),
        minutesMin: Type.Integer({ minimum: 5, maximum: 240 }),
        minutesMax: Type.Integer({ minimum: 15, maximum: 960 }),
      },
      { additionalProperties: false },
    ),
    reason: part.Reason,
  }),
  output: Added,
  refusals: { ...centreRefusals, day_past: 422, bad_bounds: 422 },
})

export const readActivityFigures = endpoint({
  name: 'readActivityFigures',
  method: 'GET',
  path: '/api/areas/:code/activity-figures',
  access: 'open',
  summary:
    'Sessions, person-times and the share of open hours in use, from one local day to another; people only as far as they agreed to be counted.',
  tags: part.tags,
  input: Type.Object({ code: part.AreaCode, from: part.Day, to: part.Day }),
  output: Type.Object({
    sessions: Type.Integer(),
    counted: Type.Integer(),
    personTimes: Type.Integer(),
    bookedMinutes: Type.Integer(),
    openMinutes: Type.Integer(),
    /** At least so many people: null when nobody agreed or too few to show. */
    peopleAtLeast: nullable(Type.Integer()),
  }),
  refusals: { no_such_area: 404, bad_span: 422 },
})
