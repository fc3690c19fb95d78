// Objects, plans and rounds on the wire: kept by an office, walked by a team; no person and no hour anywhere.
import { type Static, Type } from 'typebox'
import { FileHash } from '#core/files/contract.ts'
import { Day, endpoint, listOf, nameOfTwo, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { objectKinds, results, stopsMax } from './plan.ts'

const tags = ['patrols']
const Code = Type.String({ minLength: 1, maxLength: 40 })
const Name = Type.String({ minLength: 2, maxLength: 60, pattern: nameOfTwo })
const Point = Type.Object({
  lon: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
})

export const ObjectView = Type.Object({
  id: Type.String(),
  area: Type.String(),
  kind: oneOf(objectKinds),
  name: Type.String(),
  tag: nullable(Type.String()),
  point: nullable(Point),
  endedOn: nullable(Type.String()),
  version: Type.Integer(),
})
export type ObjectView = Static<typeof ObjectView>

export const PlanView = Type.Object({
  id: Type.String(),
  area: Type.String(),
  name: Type.String(),
  everyWeeks: Type.Integer(),
  months: Type.Array(Type.Integer()),
  fromOn: Type.String(),
  stops: Type.Array(Type.String()),
  endedOn: nullable(Type.String()),
  version: Type.Integer(),
  before: nullable(
    Type.Object(
      {
        everyWeeks: Type.Integer(),
        months: Type.Array(Type.Integer()),
        fromOn: Type.String(),
      },
      { description: 'The rhythm that still holds until fromOn.' },
    ),
  ),
})
export type PlanView = Static<typeof PlanView>

/** How it stood, and from which day. */
const Since = { version: Type.Integer(), onDay: Type.String() }
export const ObjectVersion = Type.Object({
  ...Since,
  area: Type.String(),
  kind: oneOf(objectKinds),
  name: Type.String(),
  tag: nullable(Type.String()),
  point: nullable(Point),
})
export type ObjectVersion = Static<typeof ObjectVersion>
export const PlanVersion = Type.Object({
  ...Since,
  area: Type.String(),
  name: Type.String(),
  everyWeeks: Type.Integer(),
  months: Type.Array(Type.Integer()),
  fromOn: Type.String(),
  stops: Type.Integer({ description: 'How many.' }),
})
export type PlanVersion = Static<typeof PlanVersion>

const ExpectedVersion = Type.Optional(
  Type.Integer({
    minimum: 0,
    description: 'The version that was read; 0 or none to lay something new.',
  }),
)
const keeping = { changed_meanwhile: 409, has_ended: 409 } as const

const StopView = Type.Object({
  object: ObjectView,
  result: nullable(oneOf(results)),
  caseNumber: nullable(Type.String()),
})
export const RoundView = Type.Object({
  plan: Type.String(),
  name: Type.String(),
  area: Type.String(),
  dueOn: Type.String(),
  untilOn: Type.String(),
  stops: Type.Array(StopView),
})
export type RoundView = Static<typeof RoundView>

const FoundView = Type.Object({
  onDay: Type.String(),
  result: oneOf(results),
  words: nullable(Type.String()),
  caseNumber: nullable(Type.String()),
})
export type FoundView = Static<typeof FoundView>

export const listObjects = endpoint({
  name: 'listObjects',
  method: 'GET',
  path: '/api/areas/:code/objects',
  access: 'staff',
  summary: 'Managed objects of a community, by name.',
  tags,
  input: Type.Object({ code: Code, ...paged('count') }),
  output: listOf(ObjectView),
  refusals: { no_such_area: 404, not_yours: 403 },
})

export const readObject = endpoint({
  name: 'readObject',
  method: 'GET',
  path: '/api/areas/:code/objects/:id',
  access: 'staff',
  summary:
    'One object with how it was found, newest first: the day and the result, no person and no hour; and its versions.',
  tags,
  input: Type.Object({ code: Code, id: Uuid }),
  output: Type.Object({
    object: ObjectView,
    found: Type.Array(FoundView),
    versions: Type.Array(ObjectVersion),
  }),
  refusals: { no_such_area: 404, not_yours: 403, no_such_object: 404 },
})

export const keepObject = endpoint({
  name: 'keepObject',
  method: 'POST',
  path: '/api/areas/:code/objects',
  access: 'staff',
  summary:
    'Adds an object, or changes the one with this id whose version is named. What it was stays among its versions.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    code: Code,
    id: Uuid,
    area: Type.Optional(Code),
    kind: oneOf(objectKinds),
    name: Name,
    tag: nullable(Type.String({ minLength: 1, maxLength: 40 })),
    point: nullable(Point),
    ended: Type.Boolean(),
    expectedVersion: ExpectedVersion,
  }),
  output: ObjectView,
  refusals: { no_such_area: 404, not_yours: 403, tag_taken: 409, ...keeping },
})

export const importObjects = endpoint({
  name: 'importObjects',
  method: 'POST',
  path: '/api/areas/:code/objects/import',
  access: 'staff',
  summary:
    'Takes in a table as text: kind, name, tag, grid, lon, lat, with a heading line. An object whose tag is known is changed. All lines or none.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    code: Code,
    text: Type.String({ minLength: 1, maxLength: 200_000 }),
  }),
  output: Type.Object({ taken: Type.Integer() }),
  refusals: { no_such_area: 404, not_yours: 403, lines_wrong: 422 },
})

export const listPlans = endpoint({
  name: 'listPlans',
  method: 'GET',
  path: '/api/areas/:code/plans',
  access: 'staff',
  summary: 'Plans of the area and of the areas in it.',
  tags,
  input: Type.Object({ code: Code, ...paged('count') }),
  output: listOf(PlanView),
  refusals: { no_such_area: 404, not_yours: 403 },
})

export const readPlan = endpoint({
  name: 'readPlan',
  method: 'GET',
  path: '/api/areas/:code/plans/:id',
  access: 'staff',
  summary: 'One plan with its versions, newest first.',
  tags,
  input: Type.Object({ code: Code, id: Uuid }),
  output: Type.Object({ plan: PlanView, versions: Type.Array(PlanVersion) }),
  refusals: { no_such_area: 404, not_yours: 403, no_such_plan: 404 },
})

export const keepPlan = endpoint({
  name: 'keepPlan',
  method: 'POST',
  path: '/api/areas/:code/plans',
  access: 'staff',
  summary:
    'Adds a plan, or changes the one with this id whose version is named: which objects in which order, how often, in which months. A new rhythm begins on fromOn, today at the earliest; until then the old one holds.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    code: Code,
    id: Uuid,
    area: Code,
    name: Name,
    everyWeeks: Type.Integer({ minimum: 1, maximum: 52 }),
    months: Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), { maxItems: 12 }),
    fromOn: Day,
    stops: Type.Array(Uuid, { minItems: 1, maxItems: stopsMax }),
    ended: Type.Boolean(),
    expectedVersion: ExpectedVersion,
  }),
  output: PlanView,
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    no_such_object: 422,
    from_past: 422,
    ...keeping,
  },
})

export const listRounds = endpoint({
  name: 'listRounds',
  method: 'GET',
  path: '/api/areas/:code/rounds',
  access: 'staff',
  summary: 'What is to be looked at now by the team of this area, stop by stop.',
  tags,
  input: Type.Object({ code: Code }),
  output: Type.Object({ items: Type.Array(RoundView) }),
  refusals: { no_such_area: 404, not_yours: 403 },
})

export const recordFound = endpoint({
  name: 'recordFound',
  method: 'POST',
  path: '/api/areas/:code/rounds/:plan/found',
  access: 'staff',
  summary:
    'How an object was found on this round. A fault becomes a case in the same step; its number comes back.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    code: Code,
    plan: Uuid,
    object: Uuid,
    dueOn: Day,
    result: oneOf(results),
    words: Type.Optional(Type.String({ maxLength: 200 })),
    photos: Type.Optional(Type.Array(FileHash, { maxItems: 6 })),
  }),
  output: Type.Object({ result: oneOf(results), number: nullable(Type.String()) }),
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    no_such_plan: 404,
    no_such_object: 404,
    round_over: 409,
    found_already: 409,
    no_such_photo: 422,
  },
})
