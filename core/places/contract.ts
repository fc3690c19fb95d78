// The wire of places: areas, their maps, the search for a place, where a point belongs, what can be reported there.
import { type Static, Type } from 'typebox'
import { Day, endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { limitKinds } from './category.ts'

export const AreaCode = Type.String({
  pattern: '^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$',
  description: 'The official code of an area: 6, 9, 12, 15 or 17 digits in China.',
})
const DateText = Day
const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })

export const AreaName = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: nullable(Type.String()),
  level: Type.String(),
  kind: oneOf(['basic', 'dedicated']),
})
export type AreaName = Static<typeof AreaName>

export const AreaView = Type.Object({
  code: Type.String(),
  name: Type.String(),
  officialName: Type.String(),
  nameEn: nullable(Type.String()),
  level: Type.String(),
  levelName: WordsView,
  kind: oneOf(['basic', 'dedicated']),
  timeZone: Type.String(),
  hours: Type.Array(Type.Array(Type.String()), {
    description: 'When its counters are open on a work day, as pairs of local times.',
  }),
  validFrom: DateText,
  validTo: nullable(DateText),
  path: Type.Array(AreaName, { description: 'From the top down, without the area itself.' }),
  children: Type.Array(AreaName, { description: 'In order of code.' }),
  boundary: nullable(
    Type.Object({
      validFrom: DateText,
      schematic: Type.Boolean(),
    }),
  ),
})
export type AreaView = Static<typeof AreaView>

export const readArea = endpoint({
  name: 'readArea',
  method: 'GET',
  path: '/api/areas/:code',
  access: 'open',
  summary: 'An area of the tree with its ancestors and children',
  tags: ['places'],
  input: Type.Object({ code: AreaCode }),
  output: AreaView,
  refusals: { no_such_area: 404 },
})

const Ring = Type.Array(Type.Number(), {
  description:
    'One closed ring as x, y, x, y, … in whole units of the map’s own plane; y grows to the south.',
})

export const MapShape = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: nullable(Type.String()),
  kind: oneOf(['basic', 'dedicated']),
  /** The child of the map's area in which it lies: which community a grid of a street's map belongs to. */
  within: Type.String(),
  rings: Type.Array(Ring),
  label: Type.Tuple([Type.Number(), Type.Number()]),
})
export type MapShape = Static<typeof MapShape>

export const MapView = Type.Object({
  code: Type.String(),
  level: Type.String(),
  schematic: Type.Boolean(),
  boundaryVersion: Type.String(),
  width: Type.Number(),
  height: Type.Number(),
  metresPerUnit: Type.Number(),
  /** Degrees of the plane's corner and per unit: a point of the ground is ((lon − west) / perX, (north − lat) / perY). */
  origin: Type.Object({
    west: Type.Number(),
    north: Type.Number(),
    perX: Type.Number(),
    perY: Type.Number(),
  }),
  outline: Type.Array(Ring),
  /** Outlines of the levels between the area and its shapes, for heavier lines. */
  between: Type.Array(MapShape),
  shapes: Type.Array(MapShape),
})
export type MapView = Static<typeof MapView>

export const AreaRecord = Type.Object({
  code: Type.String(),
  validFrom: DateText,
  validTo: nullable(DateText),
  counts: Type.Array(
    Type.Object({ level: Type.String(), levelName: WordsView, count: Type.Integer() }),
    { description: 'How many areas of each level lie in it today.' },
  ),
  formerNames: Type.Array(Type.Object({ name: Type.String(), until: DateText })),
  before: Type.Array(Type.Object({ area: AreaName, since: DateText }), {
    description: 'Areas that ended and whose place it took.',
  }),
  after: Type.Array(Type.Object({ area: AreaName, since: DateText }), {
    description: 'Areas that took its place.',
  }),
  ended: Type.Array(Type.Object({ area: AreaName, validTo: DateText }), {
    description: 'Areas that lay in it and have ended.',
  }),
  outlines: Type.Array(
    Type.Object({
      validFrom: DateText,
      validTo: nullable(DateText),
      schematic: Type.Boolean(),
      source: Type.String(),
      sourceCrs: Type.String(),
      squareKilometres: Type.Number(),
    }),
    { description: 'Every version, newest first, as the imports brought them.' },
  ),
})
export type AreaRecord = Static<typeof AreaRecord>

export const readAreaRecord = endpoint({
  name: 'readAreaRecord',
  method: 'GET',
  path: '/api/areas/:code/record',
  access: 'staff',
  summary: 'The history of an area: names, predecessors, every version of its outline',
  tags: ['places'],
  input: Type.Object({ code: AreaCode }),
  output: AreaRecord,
  refusals: { no_such_area: 404 },
})

export const readAreaMap = endpoint({
  name: 'readAreaMap',
  method: 'GET',
  path: '/api/areas/:code/map',
  access: 'open',
  summary: 'Outlines of an area and of the areas in it, ready for drawing',
  tags: ['places'],
  input: Type.Object({
    code: AreaCode,
    level: Type.Optional(oneOf(['district', 'street', 'community', 'grid', 'micro'])),
    on: Type.Optional(DateText),
  }),
  output: MapView,
  refusals: { no_such_area: 404, no_outline: 404 },
})

export const searchPlaces = endpoint({
  name: 'searchPlaces',
  method: 'GET',
  path: '/api/places/search',
  access: 'open',
  summary: 'Areas by name or by the beginning of a code',
  tags: ['places'],
  input: Type.Object({
    q: Type.String({ minLength: 1, maxLength: 60 }),
    within: Type.Optional(AreaCode),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        ...AreaName.properties,
        path: Type.String({ description: 'Names of its ancestors.' }),
      }),
    ),
  }),
  refusals: {},
  limit: { max: 120, per: 'minute' },
})

export const LocationView = Type.Object({
  situation: Type.Integer({ minimum: 1, maximum: 12 }),
  grid: nullable(AreaName),
  community: nullable(AreaName),
  area: AreaName,
  flags: Type.Array(Type.String()),
  neighbours: Type.Array(Type.Object({ ...AreaName.properties, metres: Type.Number() })),
  boundaryVersion: Type.String(),
  sentence: WordsView,
  offered: nullable(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
})
export type LocationView = Static<typeof LocationView>

export const locatePlace = endpoint({
  name: 'locatePlace',
  method: 'POST',
  path: '/api/places/locate',
  access: 'open',
  summary: 'Which grid a point lies in, and why; stores nothing',
  tags: ['places'],
  input: Type.Object({
    lon: Type.Optional(Type.Number()),
    lat: Type.Optional(Type.Number()),
    area: Type.Optional(AreaCode),
  }),
  output: LocationView,
  refusals: { no_such_area: 404, not_set_up: 409 },
  limit: { max: 120, per: 'minute' },
})

export const ParticularView = Type.Object({
  code: Type.String(),
  ask: WordsView,
  options: Type.Array(
    Type.Object({
      code: Type.String(),
      label: WordsView,
      urgent: Type.Optional(Type.Boolean({ description: 'So answered it enters as urgent.' })),
      advice: Type.Optional(WordsView),
    }),
  ),
  after: Type.Optional(
    Type.Object(
      { code: Type.String(), option: Type.String() },
      { description: 'Asked only after this answer to one before it.' },
    ),
  ),
})

export const CategoryView = Type.Object({
  code: Type.String(),
  parent: nullable(Type.String()),
  class: oneOf(['P', 'E', 'C']),
  zh: Type.String(),
  en: Type.String(),
  keywords: Type.Array(Type.String()),
  filing: WordsView,
  closing: WordsView,
  limit: nullable(Type.Object({ kind: oneOf(limitKinds), amount: Type.Number() })),
  tier: oneOf(['T1', 'T2', 'T3', 'T4', 'T5']),
  section: oneOf(['party', 'economy', 'livelihood', 'safety']),
  evidence: Type.Object({
    text: Type.Boolean(),
    photoAfter: Type.Boolean(),
    photoBefore: Type.Boolean(),
    placeWithinM: nullable(Type.Number()),
    takenAfterDispatch: Type.Boolean(),
    onSite: Type.Boolean(),
  }),
  selfHandle: Type.Object({ fullTime: Type.Boolean(), partTime: Type.Boolean() }),
  urgent: Type.Boolean(),
  matter: oneOf(['major', 'minor', 'private']),
  openToPublic: Type.Boolean(),
  placePrecision: oneOf(['point', 'stretch', 'grid']),
  things: Type.Array(Type.String(), {
    description: 'Kinds of managed things that have such troubles.',
  }),
  particulars: Type.Array(ParticularView, {
    description: 'Asked beside it while somebody reports.',
  }),
})

export const listCategories = endpoint({
  name: 'listCategories',
  method: 'GET',
  path: '/api/categories',
  access: 'open',
  summary: 'What can be reported at a place, with conditions and limits',
  tags: ['places'],
  input: Type.Object({ area: Type.Optional(AreaCode) }),
  output: Type.Object({ items: Type.Array(CategoryView) }),
  refusals: { no_such_area: 404 },
})
