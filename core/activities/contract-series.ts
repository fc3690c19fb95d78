// Series and their sessions on the wire, as staff keep them. What residents read of the week stands apart.
import { type Static, Type } from 'typebox'
import { endpoint, listOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import * as part from './contract-parts.ts'
import { Uuid, nullable, oneOf } from './contract-parts.ts'
import { ruleLengthMax } from './rule.ts'
import { seriesKinds } from './series.ts'

const ruleFields = {
  rule: nullable(
    Type.String({
      minLength: 6,
      maxLength: ruleLengthMax,
      description:
        'A recurrence rule of RFC 5545: FREQ=WEEKLY;BYDAY=TU. Null: once, and on days added by hand.',
    }),
  ),
  startsOn: part.Day,
  startTime: part.Time,
  minutes: Type.Integer({ minimum: 5, maximum: 1440 }),
  skipsHolidays: Type.Boolean(),
  daysAdded: Type.Array(part.Day, { maxItems: 200 }),
  daysSkipped: Type.Array(part.Day, { maxItems: 400 }),
}
const seriesFields = {
  ...ruleFields,
  centreId: Uuid,
  roomId: nullable(Uuid),
  groupId: nullable(Uuid),
  themeId: nullable(Uuid),
  measureId: nullable(Uuid),
  kind: oneOf(seriesKinds),
  title: part.named(2, 60),
  about: part.maybe(1000),
  materials: part.maybe(400),
  lecturer: nullable(part.LecturerView),
  seats: nullable(Type.Integer({ minimum: 1, maximum: 5000 })),
  registration: oneOf(['none', 'open']),
}
const ruleFaults = {
  rule_unreadable: 422,
  rule_too_often: 422,
  rule_part_unknown: 422,
  rule_until_and_count: 422,
  series_time_unreadable: 422,
  window_too_wide: 422,
} as const

export const SeriesView = Type.Object({
  id: Type.String(),
  area: part.AreaNameView,
  ...seriesFields,
  lecturer: nullable(part.LecturerView),
  centreId: Type.String(),
  roomId: nullable(Type.String()),
  groupId: nullable(Type.String()),
  publishedAt: nullable(Type.String()),
  endedOn: nullable(Type.String()),
  version: Type.Integer(),
  next: nullable(Type.String()),
  sessions: Type.Integer(),
  personTimes: Type.Integer(),
})
export type SeriesView = Static<typeof SeriesView>

export const OccurrenceView = Type.Object({
  day: Type.String(),
  startsAt: Type.String(),
  endsAt: Type.String(),
  skipped: nullable(oneOf(['holiday', 'exception'])),
  /** What the room is taken by then, if it is. */
  taken: Type.Boolean(),
  open: Type.Boolean(),
})

export const previewSeries = endpoint({
  name: 'previewSeries',
  method: 'POST',
  path: '/api/areas/:code/series/preview',
  access: 'staff',
  summary:
    'The next dates a rule would give: which are left out and why, and where the room is taken or closed.',
  tags: part.tags,
  input: Type.Object({
    code: part.AreaCode,
    ...ruleFields,
    centreId: Uuid,
    roomId: nullable(Uuid),
    seriesId: nullable(Uuid),
    max: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
  }),
  output: Type.Object({ dates: Type.Array(OccurrenceView) }),
  refusals: { ...part.keepingRefusals, ...ruleFaults },
})

export const saveSeries = endpoint({
  name: 'saveSeries',
  method: 'PUT',
  path: '/api/areas/:code/series/:seriesId',
  access: 'staff',
  summary:
    'Adds a series under an id made by the caller, or changes it; its sessions follow at once. A session somebody is registered for is cancelled and told, never dropped.',
  tags: part.tags,
  input: Type.Object({
    ...part.commandOf,
    code: part.AreaCode,
    seriesId: Uuid,
    ...seriesFields,
    /** 0 for a new one. */
    version: Type.Integer({ minimum: 0 }),
    publish: Type.Boolean(),
  }),
  output: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    /** Days on which the room was taken: those sessions stand without a room. */
    withoutRoom: Type.Array(Type.String()),
  }),
  refusals: {
    ...part.keepingRefusals,
    ...ruleFaults,
    no_such_centre: 404,
    no_such_room: 404,
    no_such_group: 404,
    no_such_theme: 404,
    taken_id: 409,
    series_ended: 409,
  },
})

export const endSeries = endpoint({
  name: 'endSeries',
  method: 'POST',
  path: '/api/series/:seriesId/end',
  access: 'staff',
  summary:
    'Ends a series after a day. Sessions after it are cancelled and told; those before stay.',
  tags: part.tags,
  input: Type.Object({ ...part.commandOf, seriesId: Uuid, lastDay: part.Day, reason: part.Reason }),
  output: Type.Object({ cancelled: Type.Integer() }),
  refusals: { no_such_series: 404, not_yours: 403, series_ended: 409 },
})

export const listSeries = endpoint({
  name: 'listSeries',
  method: 'GET',
  path: '/api/areas/:code/series',
  access: 'open',
  summary: 'Series of an area that go on, by their next session; residents see the published ones.',
  tags: part.tags,
  input: Type.Object({
    code: part.AreaCode,
    ended: Type.Optional(Type.Boolean()),
    ...paged('count'),
  }),
  output: listOf(SeriesView),
  refusals: { no_such_area: 404 },
})

export const readSeries = endpoint({
  name: 'readSeries',
  method: 'GET',
  path: '/api/series/:seriesId',
  access: 'open',
  summary: 'One series.',
  tags: part.tags,
  input: Type.Object({ seriesId: Uuid }),
  output: SeriesView,
  refusals: { no_such_series: 404 },
})

export const ToldView = Type.Object({
  number: Type.String(),
  kind: oneOf(['movedUp', 'moved', 'cancelled', 'reminder']),
  at: Type.String(),
  byPhone: Type.Boolean(),
  calledAt: nullable(Type.String()),
  cause: Type.String(),
})

export const SessionView = Type.Object({
  id: Type.String(),
  area: part.AreaNameView,
  series: Type.Object({
    id: Type.String(),
    title: part.NamedView,
    kind: oneOf(seriesKinds),
    registration: oneOf(['none', 'open']),
    published: Type.Boolean(),
  }),
  topic: nullable(part.NamedView),
  lecturer: nullable(part.LecturerView),
  room: nullable(
    Type.Object({ id: Type.String(), name: part.NamedView, stepFree: Type.Boolean() }),
  ),
  place: nullable(Type.String()),
  day: Type.String(),
  startsAt: Type.String(),
  endsAt: Type.String(),
  originalAt: Type.String(),
  seats: nullable(Type.Integer()),
  state: oneOf(['planned', 'cancelled', 'dropped']),
  why: nullable(part.NamedView),
  movedAt: nullable(Type.String()),
  sequence: Type.Integer(),
  booked: Type.Integer(),
  waiting: Type.Integer(),
  came: nullable(Type.Integer()),
  mayKeep: Type.Boolean(),
})
export type SessionView = Static<typeof SessionView>

export const readSession = endpoint({
  name: 'readSession',
  method: 'GET',
  path: '/api/sessions/:id',
  access: 'open',
  summary: 'One session: what, when, where, how many places are left.',
  tags: part.tags,
  input: Type.Object({ id: Uuid }),
  output: SessionView,
  refusals: { no_such_session: 404 },
})

export const listSessions = endpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/api/areas/:code/sessions',
  access: 'open',
  summary: 'Sessions of an area from one local day to another, by their start.',
  tags: part.tags,
  input: Type.Object({
    code: part.AreaCode,
    from: part.Day,
    to: part.Day,
    seriesId: Type.Optional(Uuid),
    ...paged('count'),
  }),
  output: listOf(SessionView),
  refusals: { no_such_area: 404, bad_span: 422 },
})

const ofSession = { ...part.commandOf, id: Uuid }
const sessionRefusals = {
  no_such_session: 404,
  not_yours: 403,
  session_over: 409,
  session_cancelled: 409,
} as const

export const addSession = endpoint({
  name: 'addSession',
  method: 'POST',
  path: '/api/series/:seriesId/sessions',
  access: 'staff',
  summary: 'One session more, at a time of its own.',
  tags: part.tags,
  input: Type.Object({
    ...part.commandOf,
    seriesId: Uuid,
    id: Uuid,
    starts: part.Wall,
    ends: part.Wall,
    roomId: nullable(Uuid),
    topic: nullable(part.named(2, 80)),
  }),
  output: Type.Object({ id: Type.String() }),
  refusals: {
    no_such_series: 404,
    not_yours: 403,
    no_such_room: 404,
    room_taken: 409,
    in_the_past: 422,
    bad_span: 422,
    taken_id: 409,
    series_ended: 409,
  },
})

export const describeSession = endpoint({
  name: 'describeSession',
  method: 'PUT',
  path: '/api/sessions/:id/description',
  access: 'staff',
  summary: "This time's topic, lecturer and places.",
  tags: part.tags,
  input: Type.Object({
    ...ofSession,
    topic: nullable(part.named(2, 80)),
    lecturer: nullable(part.LecturerView),
    seats: nullable(Type.Integer({ minimum: 1, maximum: 5000 })),
  }),
  output: Type.Object({ movedUp: Type.Integer() }),
  refusals: sessionRefusals,
})

export const cancelSession = endpoint({
  name: 'cancelSession',
  method: 'POST',
  path: '/api/sessions/:id/cancellation',
  access: 'staff',
  summary:
    'Calls a session off. Everybody registered is told, the room is free again, the session stays in the week struck through.',
  tags: part.tags,
  input: Type.Object({ ...ofSession, why: part.named(2, 300) }),
  output: Type.Object({ told: Type.Integer(), toCall: Type.Integer() }),
  refusals: sessionRefusals,
})

export const moveSession = endpoint({
  name: 'moveSession',
  method: 'POST',
  path: '/api/sessions/:id/move',
  access: 'staff',
  summary:
    'Puts a session to another time or room. Everybody registered is told and keeps the place.',
  tags: part.tags,
  input: Type.Object({
    ...ofSession,
    starts: part.Wall,
    ends: part.Wall,
    roomId: nullable(Uuid),
    place: nullable(part.line(120)),
    why: part.named(2, 300),
  }),
  output: Type.Object({ told: Type.Integer(), toCall: Type.Integer() }),
  refusals: {
    ...sessionRefusals,
    no_such_room: 404,
    room_taken: 409,
    in_the_past: 422,
    bad_span: 422,
    nothing_changed: 422,
  },
})
