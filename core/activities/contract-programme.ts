// What anybody may know of the centre: its rooms and hours, what takes place when, one session, one series, one group;
// the same as calendar feeds and as sheets to print. No person's name but what somebody wants on a poster.
import { type Static, Type } from 'typebox'
import { Day, endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'
import { seriesKinds } from './series.ts'

const DateText = Day
const Instant = Type.String()
const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })
const Span = Type.Tuple([Type.String(), Type.String()])

export const LecturerView = Type.Object({
  organisation: nullable(Type.String()),
  role: nullable(Type.String()),
  shown: nullable(Type.String()),
})

export const RoomLine = Type.Object({
  id: Uuid,
  name: WordsView,
  note: nullable(WordsView),
  floor: Type.Integer(),
  floorName: WordsView,
  seats: nullable(Type.Integer()),
  areaSqm: nullable(Type.Number()),
  equipment: Type.Array(Type.String()),
  stepFree: Type.Boolean(),
  lends: Type.Boolean(),
  needsApproval: Type.Boolean(),
})
export type RoomLine = Static<typeof RoomLine>

export const CentreLine = Type.Object({
  id: Uuid,
  name: WordsView,
  address: Type.String(),
  phone: nullable(Type.String()),
  lift: Type.Boolean(),
  point: nullable(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
})
export type CentreLine = Static<typeof CentreLine>

export const SessionLine = Type.Object({
  id: Uuid,
  seriesId: Uuid,
  groupId: nullable(Uuid),
  themeId: nullable(Uuid),
  kind: oneOf(seriesKinds),
  title: WordsView,
  seriesTitle: WordsView,
  centreId: Uuid,
  roomId: nullable(Uuid),
  place: nullable(Type.String()),
  day: DateText,
  startsAt: Instant,
  endsAt: Instant,
  /** Where it was before it was moved. */
  movedFrom: nullable(Instant),
  cancelled: Type.Boolean(),
  why: nullable(WordsView),
  lecturer: nullable(LecturerView),
  seats: nullable(Type.Integer()),
  booked: Type.Integer(),
  waiting: Type.Integer(),
  registration: oneOf(['none', 'open']),
  sequence: Type.Integer(),
  changedAt: Instant,
})
export type SessionLine = Static<typeof SessionLine>

/** A room lent: which group, or its title if the borrower wants it shown; never who. */
export const LentLine = Type.Object({
  id: Uuid,
  roomId: Uuid,
  title: nullable(WordsView),
  group: nullable(WordsView),
  startsAt: Instant,
  endsAt: Instant,
})
export type LentLine = Static<typeof LentLine>

export const IdleLine = Type.Object({ roomId: Uuid, day: DateText, from: Instant, to: Instant })
export type IdleLine = Static<typeof IdleLine>

const DayLine = Type.Object({
  day: DateText,
  /** Of the whole centre. */
  open: Type.Array(Span),
  /** Why it differs from its weekday. */
  because: nullable(WordsView),
})

export const ProgrammeView = Type.Object({
  community: Type.Object({ code: Type.String(), name: WordsView }),
  timeZone: Type.String(),
  today: DateText,
  from: DateText,
  to: DateText,
  centre: nullable(CentreLine),
  centres: Type.Array(CentreLine, { description: 'All of the community; the first one first.' }),
  rooms: Type.Array(RoomLine, { description: 'Of the centre shown, the highest floor first.' }),
  days: Type.Array(DayLine),
  sessions: Type.Array(SessionLine, { description: 'In order of time; cancelled ones are said.' }),
  lent: Type.Array(LentLine),
  idle: Type.Array(IdleLine, {
    description: 'Open, taken by nobody, an hour or longer, to be borrowed.',
  }),
  /** More than could be listed. */
  cut: Type.Boolean(),
})
export type ProgrammeView = Static<typeof ProgrammeView>

const ofCommunity = { code: AreaCode, centre: Type.Optional(Uuid) }

export const readProgramme = endpoint({
  name: 'readProgramme',
  method: 'GET',
  path: '/api/communities/:code/programme',
  access: 'open',
  summary: 'What takes place at the centre of a community, by day and by room',
  tags: ['activities'],
  input: Type.Object({
    ...ofCommunity,
    from: Type.Optional(DateText),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 42 })),
  }),
  output: ProgrammeView,
  refusals: { no_such_area: 404, no_such_centre: 404 },
})

export const SessionPage = Type.Object({
  community: Type.Object({ code: Type.String(), name: WordsView }),
  timeZone: Type.String(),
  today: DateText,
  centre: CentreLine,
  /** When somebody is at the counter on the day of the session. */
  counter: Type.Array(Span),
  room: nullable(RoomLine),
  session: SessionLine,
  about: nullable(Type.String()),
  materials: nullable(Type.String()),
  rule: nullable(WordsView),
  group: nullable(Type.Object({ id: Uuid, name: WordsView })),
  over: Type.Boolean(),
  next: Type.Array(SessionLine, { description: 'The next ones of the same series.' }),
})
export type SessionPage = Static<typeof SessionPage>

export const readSessionPage = endpoint({
  name: 'readSessionPage',
  method: 'GET',
  path: '/api/communities/:code/sessions/:id',
  access: 'open',
  summary: 'One session: what, when, where, who speaks, places left',
  tags: ['activities'],
  input: Type.Object({ code: AreaCode, id: Uuid }),
  output: SessionPage,
  refusals: { no_such_area: 404, no_such_session: 404 },
})

export const SeriesPage = Type.Object({
  community: Type.Object({ code: Type.String(), name: WordsView }),
  timeZone: Type.String(),
  today: DateText,
  id: Uuid,
  kind: oneOf(seriesKinds),
  title: WordsView,
  about: nullable(Type.String()),
  materials: nullable(Type.String()),
  lecturer: nullable(LecturerView),
  rule: nullable(WordsView),
  group: nullable(Type.Object({ id: Uuid, name: WordsView })),
  centre: CentreLine,
  room: nullable(RoomLine),
  coming: Type.Array(SessionLine),
  past: Type.Array(SessionLine, { description: 'The latest first.' }),
  held: Type.Integer({ description: 'Sessions of this series that have taken place.' }),
})
export type SeriesPage = Static<typeof SeriesPage>

export const readSeriesPage = endpoint({
  name: 'readSeriesPage',
  method: 'GET',
  path: '/api/communities/:code/series/:id',
  access: 'open',
  summary: 'A series with what is coming and what was',
  tags: ['activities'],
  input: Type.Object({ code: AreaCode, id: Uuid }),
  output: SeriesPage,
  refusals: { no_such_area: 404, no_such_series: 404 },
})

export const GroupPage = Type.Object({
  community: Type.Object({ code: Type.String(), name: WordsView }),
  timeZone: Type.String(),
  today: DateText,
  id: Uuid,
  name: WordsView,
  about: nullable(Type.String()),
  leader: nullable(Type.String()),
  leaderPost: Type.String(),
  members: nullable(Type.Integer()),
  foundedOn: DateText,
  endedOn: nullable(DateText),
  centre: nullable(CentreLine),
  coming: Type.Array(SessionLine),
})
export type GroupPage = Static<typeof GroupPage>

export const readGroupPage = endpoint({
  name: 'readGroupPage',
  method: 'GET',
  path: '/api/communities/:code/groups/:id',
  access: 'open',
  summary: 'A group of residents and when it meets',
  tags: ['activities'],
  input: Type.Object({ code: AreaCode, id: Uuid }),
  output: GroupPage,
  refusals: { no_such_area: 404, no_such_group: 404 },
})

export const CentrePage = Type.Object({
  community: Type.Object({ code: Type.String(), name: WordsView }),
  timeZone: Type.String(),
  today: DateText,
  centre: CentreLine,
  planPhoto: nullable(Type.String()),
  floors: Type.Array(
    Type.Object({
      ordinal: Type.Integer(),
      name: WordsView,
      planPhoto: nullable(Type.String()),
      rooms: Type.Array(RoomLine),
    }),
  ),
  days: Type.Array(DayLine, { description: 'The hours of the coming seven days.' }),
})
export type CentrePage = Static<typeof CentrePage>

export const readCentrePage = endpoint({
  name: 'readCentrePage',
  method: 'GET',
  path: '/api/communities/:code/centre',
  access: 'open',
  summary: 'A centre: its floors, rooms and hours',
  tags: ['activities'],
  input: Type.Object(ofCommunity),
  output: CentrePage,
  refusals: { no_such_area: 404, no_such_centre: 404 },
})

const printed = { form: 'file', limit: { max: 40, per: 'minute' } } as const
const sheetLang = Type.Optional(oneOf(['zh', 'en']))

export const printWeek = endpoint({
  name: 'printWeek',
  method: 'GET',
  path: '/api/communities/:code/programme/week.pdf',
  access: 'open',
  summary: 'The week of the centre on one page, A4 across',
  tags: ['activities'],
  input: Type.Object({ ...ofCommunity, from: Type.Optional(DateText), lang: sheetLang }),
  output: Type.Any(),
  refusals: { no_such_area: 404, no_such_centre: 404 },
  ...printed,
})

export const printWeekPoster = endpoint({
  name: 'printWeekPoster',
  method: 'GET',
  path: '/api/communities/:code/programme/poster.pdf',
  access: 'open',
  summary: 'The programme of the week in large print, A4',
  tags: ['activities'],
  input: Type.Object({ ...ofCommunity, from: Type.Optional(DateText), lang: sheetLang }),
  output: Type.Any(),
  refusals: { no_such_area: 404, no_such_centre: 404 },
  ...printed,
})

export const printMonth = endpoint({
  name: 'printMonth',
  method: 'GET',
  path: '/api/communities/:code/programme/month.pdf',
  access: 'open',
  summary: 'The plan of a month, A3 across',
  tags: ['activities'],
  input: Type.Object({ ...ofCommunity, from: Type.Optional(DateText), lang: sheetLang }),
  output: Type.Any(),
  refusals: { no_such_area: 404, no_such_centre: 404 },
  ...printed,
})

export const printPoster = endpoint({
  name: 'printPoster',
  method: 'GET',
  path: '/api/communities/:code/sessions/:id/poster.pdf',
  access: 'open',
  summary: 'The poster of one session in large print, A4',
  tags: ['activities'],
  input: Type.Object({ code: AreaCode, id: Uuid, lang: sheetLang }),
  output: Type.Any(),
  refusals: { no_such_area: 404, no_such_session: 404 },
  ...printed,
})
