// Places kept and heads counted. A registration is a number, a secret and how many people: no name is asked for.
import { type Static, Type } from 'typebox'
import { endpoint, listOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import * as part from './contract-parts.ts'
import { Uuid, nullable, oneOf } from './contract-parts.ts'
import { ToldView } from './contract-series.ts'
import { channels, peopleMax, registrationStates } from './registration.ts'

const sessionRefusals = { no_such_session: 404, not_yours: 403 } as const

export const register = endpoint({
  name: 'register',
  method: 'POST',
  path: '/api/sessions/:id/registrations',
  access: 'open',
  summary:
    'Keeps places for one or more people, or puts them on the waiting list. A telephone number may be left (purpose: to be called if this session changes; erased seven days after it).',
  tags: part.tags,
  limit: { max: 20, per: 'minute' },
  input: Type.Object({
    ...part.commandOf,
    id: Uuid,
    people: Type.Integer({ minimum: 1, maximum: peopleMax }),
    channel: oneOf(channels),
    phone: part.maybe(30),
  }),
  output: Type.Object({
    number: Type.String(),
    secret: Type.String(),
    state: oneOf(registrationStates),
    /** People before this registration on the waiting list. */
    ahead: Type.Integer(),
  }),
  refusals: {
    ...sessionRefusals,
    no_registration: 422,
    session_cancelled: 409,
    session_began: 409,
    more_than_seats: 422,
    bad_phone: 422,
  },
})

export const followRegistration = endpoint({
  name: 'followRegistration',
  method: 'POST',
  path: '/api/registrations/:number/follow',
  access: 'open',
  summary: 'What holds of a registration and what it was told, for whoever has its secret.',
  tags: part.tags,
  limit: { max: 30, per: 'minute' },
  input: Type.Object({ number: part.ActivityNumber, secret: part.Secret }),
  output: Type.Object({
    number: Type.String(),
    sessionId: Type.String(),
    people: Type.Integer(),
    state: oneOf(registrationStates),
    ahead: Type.Integer(),
    hasPhone: Type.Boolean(),
    phoneToldOn: nullable(
      Type.String({ description: 'The day of the text by which the number was asked for.' }),
    ),
    told: Type.Array(
      Type.Object({
        kind: oneOf(['movedUp', 'moved', 'cancelled', 'reminder']),
        at: Type.String(),
        words: Type.Object({ zh: Type.String(), en: Type.String() }),
      }),
    ),
  }),
  refusals: { no_such_registration: 404 },
})

export const cancelRegistration = endpoint({
  name: 'cancelRegistration',
  method: 'POST',
  path: '/api/registrations/:number/cancellation',
  access: 'open',
  summary:
    'Gives the places back, by the secret or by staff on behalf; the next on the waiting list move up.',
  tags: part.tags,
  limit: { max: 30, per: 'minute' },
  input: Type.Object({
    ...part.commandOf,
    number: part.ActivityNumber,
    secret: Type.Optional(part.Secret),
  }),
  output: Type.Object({ state: oneOf(registrationStates) }),
  refusals: { no_such_registration: 404, session_over: 409 },
})

export const withdrawPhone = endpoint({
  name: 'withdrawPhone',
  method: 'POST',
  path: '/api/registrations/:number/phone/withdrawal',
  access: 'open',
  summary:
    'Deletes the number left with a registration, by the secret or by staff on behalf; the places stay kept.',
  tags: part.tags,
  limit: { max: 30, per: 'minute' },
  input: Type.Object({
    ...part.commandOf,
    number: part.ActivityNumber,
    secret: Type.Optional(part.Secret),
  }),
  output: Type.Object({ hasPhone: Type.Boolean() }),
  refusals: { no_such_registration: 404, no_contact: 409 },
})

export const RegistrationView = Type.Object({
  number: Type.String(),
  people: Type.Integer(),
  state: oneOf(registrationStates),
  channel: oneOf(channels),
  madeAt: Type.String(),
  movedUpAt: nullable(Type.String()),
  came: nullable(Type.Integer()),
  hasPhone: Type.Boolean(),
  told: Type.Array(ToldView),
})
export type RegistrationView = Static<typeof RegistrationView>

export const listRegistrations = endpoint({
  name: 'listRegistrations',
  method: 'GET',
  path: '/api/sessions/:id/registrations',
  access: 'staff',
  summary: 'Registrations of a session in the order in which they came: numbers and heads.',
  tags: part.tags,
  input: Type.Object({ id: Uuid, ...paged('serial') }),
  output: listOf(RegistrationView),
  refusals: sessionRefusals,
})

export const readRegistrationContact = endpoint({
  name: 'readRegistrationContact',
  method: 'POST',
  path: '/api/registrations/:number/contact',
  access: 'staff',
  summary:
    'The telephone number left for a session, against a reason that is kept with who looked.',
  tags: part.tags,
  input: Type.Object({ number: part.ActivityNumber, reason: part.Reason }),
  output: Type.Object({ phone: Type.String() }),
  refusals: { no_such_registration: 404, no_contact: 404 },
})

export const CallView = Type.Object({
  number: Type.String(),
  sessionId: Type.String(),
  title: part.NamedView,
  startsAt: Type.String(),
  people: Type.Integer(),
  kind: ToldView.properties.kind,
  cause: Type.String(),
  /** What is to be said. */
  words: Type.Object({ zh: Type.String(), en: Type.String() }),
  at: Type.String(),
})
export type CallView = Static<typeof CallView>

export const listCalls = endpoint({
  name: 'listCalls',
  method: 'GET',
  path: '/api/areas/:code/calls',
  access: 'staff',
  summary:
    'Who left a number and is still to be called, over all sessions to come: those that begin first stand first.',
  tags: part.tags,
  input: Type.Object({ code: part.AreaCode, ...paged('count') }),
  output: listOf(CallView),
  refusals: part.keepingRefusals,
})

export const noteCalled = endpoint({
  name: 'noteCalled',
  method: 'POST',
  path: '/api/registrations/:number/called',
  access: 'staff',
  summary: 'Somebody called and told what had changed.',
  tags: part.tags,
  input: Type.Object({
    ...part.commandOf,
    number: part.ActivityNumber,
    cause: Type.String({ maxLength: 120 }),
  }),
  output: part.Done,
  refusals: { no_such_registration: 404 },
})

export const countPeople = endpoint({
  name: 'countPeople',
  method: 'POST',
  path: '/api/sessions/:id/attendance',
  access: 'staff',
  summary:
    'Counts heads: one tap at the door, or a head count afterwards. Person-times; nobody has to give a name or show anything.',
  tags: part.tags,
  input: Type.Object({
    ...part.commandOf,
    id: Uuid,
    change: Type.Integer({ minimum: -2000, maximum: 2000 }),
    way: oneOf(['tap', 'count']),
  }),
  output: Type.Object({ came: Type.Integer() }),
  refusals: {
    ...sessionRefusals,
    session_cancelled: 409,
    not_yet: 409,
    too_late: 409,
    below_known: 422,
    nothing_changed: 422,
  },
})

export const tickOff = endpoint({
  name: 'tickOff',
  method: 'POST',
  path: '/api/registrations/:number/came',
  access: 'open',
  summary:
    'How many of a registration came: ticked off by staff, or by whoever shows its code (number and secret). Nobody has to.',
  tags: part.tags,
  limit: { max: 60, per: 'minute' },
  input: Type.Object({
    ...part.commandOf,
    number: part.ActivityNumber,
    secret: Type.Optional(part.Secret),
    people: Type.Integer({ minimum: 0, maximum: peopleMax }),
  }),
  output: Type.Object({ came: Type.Integer() }),
  refusals: {
    no_such_registration: 404,
    session_cancelled: 409,
    not_yet: 409,
    too_late: 409,
    more_than_registered: 422,
  },
})

const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' })

export const agreeToBeCounted = endpoint({
  name: 'agreeToBeCounted',
  method: 'POST',
  path: '/api/areas/:code/counting-cards',
  access: 'open',
  summary:
    'Gives out a token to whoever agrees to be counted once a year. Only its digest is kept; the token stays with the resident.',
  tags: part.tags,
  limit: { max: 10, per: 'minute' },
  input: Type.Object({ ...part.commandOf, code: part.AreaCode }),
  output: Type.Object({ token: Token, year: Type.Integer() }),
  refusals: { no_such_area: 404 },
})

export const showCard = endpoint({
  name: 'showCard',
  method: 'POST',
  path: '/api/sessions/:id/counting-cards',
  access: 'open',
  summary:
    'Shows the token at a session, so that its holder counts once among those who agreed. Adds no person-time.',
  tags: part.tags,
  limit: { max: 60, per: 'minute' },
  input: Type.Object({ ...part.commandOf, id: Uuid, token: Token }),
  output: part.Done,
  refusals: {
    no_such_session: 404,
    no_such_card: 404,
    not_yet: 409,
    too_late: 409,
    session_cancelled: 409,
  },
})

export const withdrawCard = endpoint({
  name: 'withdrawCard',
  method: 'POST',
  path: '/api/areas/:code/counting-cards/withdrawal',
  access: 'open',
  summary: 'Takes the agreement back: the digest and every visit under it are removed at once.',
  tags: part.tags,
  limit: { max: 10, per: 'minute' },
  input: Type.Object({ ...part.commandOf, code: part.AreaCode, token: Token }),
  output: part.Done,
  refusals: { no_such_area: 404, no_such_card: 404 },
})

export const giveFeedback = endpoint({
  name: 'giveFeedback',
  method: 'POST',
  path: '/api/sessions/:id/feedback',
  access: 'open',
  summary:
    'Two taps after a session: how it was, and whether one would come again. Nobody is asked who.',
  tags: part.tags,
  limit: { max: 30, per: 'minute' },
  input: Type.Object({
    ...part.commandOf,
    id: Uuid,
    grade: Type.Integer({ minimum: 1, maximum: 3, description: '3 good, 2 fair, 1 not for me' }),
    again: nullable(Type.Boolean()),
  }),
  output: part.Done,
  refusals: { no_such_session: 404, not_yet: 409, too_late: 409, session_cancelled: 409 },
})

export const readFeedback = endpoint({
  name: 'readFeedback',
  method: 'GET',
  path: '/api/sessions/:id/feedback',
  access: 'open',
  summary: 'What was said of a session, once enough people said something: fewer are hidden.',
  tags: part.tags,
  input: Type.Object({ id: Uuid }),
  output: Type.Object({
    given: nullable(Type.Integer()),
    good: nullable(Type.Integer()),
    fair: nullable(Type.Integer()),
    notForMe: nullable(Type.Integer()),
    again: nullable(Type.Integer()),
    hiddenBelow: Type.Integer(),
  }),
  refusals: { no_such_session: 404 },
})
