// Groups, volunteers, thanks and idle spaces on the wire.
import { type Static, Type } from 'typebox'
import { endpoint, listOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import * as part from './contract-parts.ts'
import { Uuid, nullable, oneOf } from './contract-parts.ts'
import { groupKinds } from './group.ts'

const groupFields = {
  name: part.NamedView,
  kind: oneOf(groupKinds),
  about: nullable(Type.String()),
  leaderPost: Type.String(),
  leaderShown: nullable(Type.String()),
  members: nullable(Type.Integer()),
  rooms: Type.Array(Type.String()),
  hoursPerWeek: nullable(Type.Integer()),
}
export const GroupView = Type.Object({
  id: Type.String(),
  ...groupFields,
  foundedOn: Type.String(),
  endedOn: nullable(Type.String()),
})
export type GroupView = Static<typeof GroupView>

export const listGroups = endpoint({
  name: 'listGroups',
  method: 'GET',
  path: '/api/areas/:code/groups',
  access: 'open',
  summary:
    'Groups of residents of an area: what they do, who leads them by post, never who is in them.',
  tags: part.tags,
  input: Type.Object({ code: part.AreaCode, ...paged('count') }),
  output: listOf(GroupView),
  refusals: { no_such_area: 404 },
})

const ofArea = { ...part.commandOf, code: part.AreaCode }
const groupRefusals = { ...part.keepingRefusals, no_such_group: 404 } as const

export const saveGroup = endpoint({
  name: 'saveGroup',
  method: 'PUT',
  path: '/api/areas/:code/groups/:groupId',
  access: 'staff',
  summary: 'Adds a group, or changes what is said of it and which rooms it may use without asking.',
  tags: part.tags,
  input: Type.Object({
    ...ofArea,
    groupId: Uuid,
    name: part.named(2, 40),
    kind: oneOf(groupKinds),
    about: part.maybe(600),
    leaderPost: Type.String({ minLength: 1, maxLength: 40 }),
    leaderShown: nullable(Type.String({ minLength: 1, maxLength: 40 })),
    members: nullable(Type.Integer({ minimum: 1, maximum: 5000 })),
    rooms: Type.Array(Uuid, { maxItems: 20 }),
    hoursPerWeek: nullable(Type.Integer({ minimum: 0, maximum: 80 })),
    endedOn: nullable(part.Day),
  }),
  output: Type.Object({ id: Type.String() }),
  refusals: { ...part.keepingRefusals, no_such_room: 404, day_past: 422 },
})

export const giveGroupSecret = endpoint({
  name: 'giveGroupSecret',
  method: 'POST',
  path: '/api/areas/:code/groups/:groupId/secret',
  access: 'staff',
  summary: 'A new secret for the leader, shown once; the old one no longer opens anything.',
  tags: part.tags,
  input: Type.Object({ ...ofArea, groupId: Uuid }),
  output: Type.Object({ secret: Type.String() }),
  refusals: groupRefusals,
})

export const openGroup = endpoint({
  name: 'openGroup',
  method: 'POST',
  path: '/api/areas/:code/groups/:groupId/open',
  access: 'open',
  summary: "The leader's page: the group's bookings to come and its share of the week.",
  tags: part.tags,
  limit: { max: 20, per: 'minute' },
  input: Type.Object({ code: part.AreaCode, groupId: Uuid, secret: part.Secret }),
  output: Type.Object({
    group: GroupView,
    minutesThisWeek: Type.Integer(),
    bookings: Type.Array(
      Type.Object({
        number: Type.String(),
        roomId: Type.String(),
        startsAt: Type.String(),
        endsAt: Type.String(),
        state: Type.String(),
      }),
    ),
  }),
  refusals: { no_such_area: 404, no_such_group: 404 },
})

export const VolunteerView = Type.Object({
  id: Type.String(),
  shown: Type.String(),
  kind: oneOf(['team', 'organisation', 'person']),
  offers: Type.String(),
  since: Type.String(),
})
export type VolunteerView = Static<typeof VolunteerView>

export const listVolunteers = endpoint({
  name: 'listVolunteers',
  method: 'GET',
  path: '/api/areas/:code/volunteers',
  access: 'open',
  summary: 'Who offers help, as they want to be called, in the order in which they came.',
  tags: part.tags,
  input: Type.Object({ code: part.AreaCode, ...paged('count') }),
  output: listOf(VolunteerView),
  refusals: { no_such_area: 404 },
})

export const saveVolunteer = endpoint({
  name: 'saveVolunteer',
  method: 'PUT',
  path: '/api/areas/:code/volunteers/:volunteerId',
  access: 'staff',
  summary: 'Enters somebody who offers help and agreed to be shown, or ends the entry.',
  tags: part.tags,
  input: Type.Object({
    ...ofArea,
    volunteerId: Uuid,
    shown: Type.String({ minLength: 1, maxLength: 60 }),
    kind: oneOf(['team', 'organisation', 'person']),
    offers: part.line(300),
    agreed: Type.Boolean(),
    ended: Type.Boolean(),
  }),
  output: Type.Object({ id: Type.String() }),
  refusals: { ...part.keepingRefusals, agreement_needed: 422 },
})

export const ThanksView = Type.Object({
  id: Type.String(),
  shown: Type.String(),
  deed: Type.String(),
  day: Type.String(),
  hours: nullable(Type.Number()),
  isPublic: Type.Boolean(),
})
export type ThanksView = Static<typeof ThanksView>

export const listThanks = endpoint({
  name: 'listThanks',
  method: 'GET',
  path: '/api/areas/:code/thanks',
  access: 'open',
  summary: 'Thanks for deeds, newest first. Never summed per person.',
  tags: part.tags,
  input: Type.Object({ code: part.AreaCode, ...paged('count') }),
  output: listOf(ThanksView),
  refusals: { no_such_area: 404 },
})

export const giveThanks = endpoint({
  name: 'giveThanks',
  method: 'POST',
  path: '/api/areas/:code/thanks',
  access: 'staff',
  summary: 'Thanks somebody for a deed; public only if whoever is thanked agreed.',
  tags: part.tags,
  input: Type.Object({
    ...ofArea,
    shown: Type.String({ minLength: 1, maxLength: 60 }),
    deed: part.line(300),
    day: part.Day,
    hours: nullable(Type.Number({ exclusiveMinimum: 0, maximum: 999 })),
    agreed: Type.Boolean(),
  }),
  output: Type.Object({ id: Type.String() }),
  refusals: { ...part.keepingRefusals, day_to_come: 422 },
})

export const withdrawThanks = endpoint({
  name: 'withdrawThanks',
  method: 'POST',
  path: '/api/areas/:code/thanks/:thanksId/withdrawal',
  access: 'staff',
  summary: 'Takes a thank-you off the page, for instance because whoever is thanked asks.',
  tags: part.tags,
  input: Type.Object({ ...ofArea, thanksId: Uuid }),
  output: part.Done,
  refusals: { ...part.keepingRefusals, no_such_thanks: 404 },
})

export const spaceUses = ['startUp', 'incubator', 'shared', 'centre', 'other'] as const
export const SpaceView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  address: Type.String(),
  areaSqm: Type.Number(),
  idleSince: Type.String(),
  owner: Type.String(),
  state: oneOf(['listed', 'allocated', 'withdrawn']),
  uses: Type.Array(
    Type.Object({
      id: Type.String(),
      use: oneOf(spaceUses),
      byWhom: Type.String(),
      words: Type.String(),
      state: oneOf(['proposed', 'allocated', 'refused', 'ended']),
      fromOn: nullable(Type.String()),
      toOn: nullable(Type.String()),
      terms: nullable(Type.String()),
      reason: nullable(Type.String()),
    }),
  ),
})
export type SpaceView = Static<typeof SpaceView>

export const listSpaces = endpoint({
  name: 'listSpaces',
  method: 'GET',
  path: '/api/areas/:code/spaces',
  access: 'open',
  summary: 'Idle spaces of an area and what became of them. What was proposed for them, staff see.',
  tags: part.tags,
  input: Type.Object({ code: part.AreaCode, ...paged('count') }),
  output: listOf(SpaceView),
  refusals: { no_such_area: 404 },
})

export const saveSpace = endpoint({
  name: 'saveSpace',
  method: 'PUT',
  path: '/api/areas/:code/spaces/:spaceId',
  access: 'staff',
  summary: 'Lists an idle space, changes it, or takes it back.',
  tags: part.tags,
  input: Type.Object({
    ...ofArea,
    spaceId: Uuid,
    name: part.line(60),
    address: Type.String({ minLength: 1, maxLength: 200 }),
    areaSqm: Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 }),
    idleSince: part.Day,
    owner: part.line(80),
    withdrawn: Type.Boolean(),
  }),
  output: Type.Object({ id: Type.String() }),
  refusals: { ...part.keepingRefusals, space_allocated: 409 },
})

export const proposeUse = endpoint({
  name: 'proposeUse',
  method: 'POST',
  path: '/api/areas/:code/spaces/:spaceId/uses',
  access: 'staff',
  summary:
    'What an organisation or a group of residents would do with the space, written down by staff.',
  tags: part.tags,
  input: Type.Object({
    ...ofArea,
    spaceId: Uuid,
    use: oneOf(spaceUses),
    byWhom: part.line(80),
    words: part.line(600),
  }),
  output: Type.Object({ id: Type.String() }),
  refusals: { ...part.keepingRefusals, no_such_space: 404, space_withdrawn: 409 },
})

export const decideUse = endpoint({
  name: 'decideUse',
  method: 'POST',
  path: '/api/areas/:code/spaces/:spaceId/uses/:useId/decision',
  access: 'staff',
  summary: 'Gives the space on terms, refuses with a reason, or ends a use.',
  tags: part.tags,
  input: Type.Object({
    ...ofArea,
    spaceId: Uuid,
    useId: Uuid,
    decision: oneOf(['allocated', 'refused', 'ended']),
    reason: nullable(part.Reason),
    fromOn: nullable(part.Day),
    toOn: nullable(part.Day),
    terms: nullable(part.line(600)),
  }),
  output: part.Done,
  refusals: {
    ...part.keepingRefusals,
    no_such_use: 404,
    use_decided: 409,
    space_allocated: 409,
    terms_needed: 422,
    reason_needed: 422,
  },
})
