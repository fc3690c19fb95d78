// Requests for resources to come down, on the wire.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'
import { AreaRef, DayText } from './contract-parts.ts'
import { answers, requestMoves, requestStates } from './request.ts'

const tags = ['resources']

const row = {
  id: Type.String(),
  asker: AreaRef,
  to: AreaRef,
  state: oneOf(requestStates),
  what: Type.String(),
  forWhom: Type.String(),
  wantedFrom: nullable(Type.String()),
  wantedUntil: nullable(Type.String()),
  askedOn: Type.String(),
  answerBy: Type.String(),
  /** Days past the day on which an answer was due; 0 while there is time or none is waited for. */
  daysLate: Type.Integer(),
  uses: Type.Integer(),
  units: Type.Integer(),
  personTimes: Type.Integer(),
  resource: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  /** The level that refused before it went up. */
  refusedBy: nullable(AreaRef),
}
export const RequestRow = Type.Object(row)
export type RequestRow = Static<typeof RequestRow>

export const RequestView = Type.Object({
  ...row,
  why: Type.String(),
  answer: nullable(Type.String()),
  alternative: nullable(Type.String()),
  answeredAt: nullable(Type.String()),
  terms: nullable(Type.String()),
  termsUntil: nullable(Type.String()),
  brought: nullable(Type.String()),
  version: Type.Integer(),
  above: nullable(AreaRef),
  usesList: Type.Array(
    Type.Object({
      serial: Type.Integer(),
      usedOn: Type.String(),
      whatFor: Type.String(),
      units: Type.Integer(),
      personTimes: nullable(Type.Integer()),
      corrects: nullable(Type.Integer()),
      reason: nullable(Type.String()),
      /** The serial of the entry that puts this one right: it counts no more. */
      correctedBy: nullable(Type.Integer()),
    }),
  ),
  moves: Type.Array(
    Type.Object({
      version: Type.Integer(),
      move: oneOf(requestMoves),
      toState: oneOf(requestStates),
      at: Type.String(),
      by: nullable(Type.String()),
      role: nullable(Type.String()),
      facts: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  /** What the caller may do, and why not; a move that is another side's business says so. */
  offers: Type.Array(Type.Object({ move: oneOf(requestMoves), whyNot: nullable(Type.String()) })),
})
export type RequestView = Static<typeof RequestView>

export const listRequests = endpoint({
  name: 'listRequests',
  method: 'GET',
  path: '/api/resource-requests',
  access: 'staff',
  summary:
    'Requests an area has to answer (in), or asked itself or below it (out); those due first.',
  tags,
  input: Type.Object({
    area: AreaCode,
    box: Type.Optional(oneOf(['in', 'out'])),
    state: Type.Optional(oneOf(requestStates)),
    ...paged('dayAndUuid'),
  }),
  output: listOf(RequestRow),
  refusals: { not_yours: 403, no_such_area: 404 },
})

export const getRequest = endpoint({
  name: 'getRequest',
  method: 'GET',
  path: '/api/resource-requests/:id',
  access: 'staff',
  summary: 'One request with every move, its uses, and what can be done now.',
  tags,
  input: Type.Object({ id: Uuid }),
  output: RequestView,
  refusals: { no_such_request: 404 },
})

const Moved = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  state: oneOf(requestStates),
})

export const askResource = endpoint({
  name: 'askResource',
  method: 'POST',
  path: '/api/resource-requests',
  access: 'staff',
  summary: 'Asks a level above for a resource: what, for whom, when and why.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    area: AreaCode,
    /** Code of the level asked; without one, the next above. */
    to: Type.Optional(AreaCode),
    what: Type.String({ minLength: 4, maxLength: 120 }),
    forWhom: Type.String({ minLength: 2, maxLength: 120 }),
    why: Type.String({ minLength: 4, maxLength: 1000 }),
    wantedFrom: Type.Optional(nullable(DayText)),
    wantedUntil: Type.Optional(nullable(DayText)),
    answerBy: Type.Optional(nullable(DayText)),
  }),
  output: Moved,
  refusals: {
    not_yours: 403,
    no_such_area: 404,
    not_above: 422,
    day_past: 422,
    person_in_text: 422,
  },
})

const about = { commandId: CommandId, id: Uuid, expectedVersion: Type.Integer({ minimum: 1 }) }
const refusals = {
  no_such_request: 404,
  not_yours: 403,
  not_yet: 409,
  already_over: 409,
  person_in_text: 422,
} as const
const Long = Type.String({ minLength: 2, maxLength: 1000 })

export const answerRequest = endpoint({
  name: 'answerRequest',
  method: 'POST',
  path: '/api/resource-requests/:id/answer',
  access: 'staff',
  summary:
    'The level asked gives, gives in part, or does not, with a reason; a refusal names an alternative.',
  tags,
  input: Type.Object({
    ...about,
    answer: oneOf(answers),
    reason: Long,
    alternative: Type.Optional(nullable(Type.String({ minLength: 2, maxLength: 500 }))),
  }),
  output: Moved,
  refusals: { ...refusals, alternative_needed: 422 },
})

export const escalateRequest = endpoint({
  name: 'escalateRequest',
  method: 'POST',
  path: '/api/resource-requests/:id/escalate',
  access: 'staff',
  summary: 'After a refusal: asks the level above the one that refused, once.',
  tags,
  input: Type.Object({ ...about, reason: Long }),
  output: Moved,
  refusals: { ...refusals, gone_up_before: 409, nobody_above: 409 },
})

export const withdrawRequest = endpoint({
  name: 'withdrawRequest',
  method: 'POST',
  path: '/api/resource-requests/:id/withdraw',
  access: 'staff',
  summary: 'The asker takes the request back, with a reason.',
  tags,
  input: Type.Object({ ...about, reason: Long }),
  output: Moved,
  refusals,
})

export const registerRequest = endpoint({
  name: 'registerRequest',
  method: 'POST',
  path: '/api/resource-requests/:id/register',
  access: 'staff',
  summary: 'Links what was given to an entry of the register, with its terms.',
  tags,
  input: Type.Object({
    ...about,
    resourceId: Uuid,
    terms: Long,
    termsUntil: Type.Optional(nullable(DayText)),
  }),
  output: Moved,
  refusals: { ...refusals, no_such_resource: 404, day_past: 422 },
})

export const useResource = endpoint({
  name: 'useResource',
  method: 'POST',
  path: '/api/resource-requests/:id/uses',
  access: 'staff',
  summary: 'Records one use: the day, what for, how many came. Never who.',
  tags,
  input: Type.Object({
    ...about,
    day: DayText,
    whatFor: Type.String({ minLength: 2, maxLength: 200 }),
    units: Type.Integer({ minimum: 1, maximum: 100_000 }),
    personTimes: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 }))),
  }),
  output: Moved,
  refusals: { ...refusals, day_ahead: 422, before_asked: 422 },
})

export const correctUse = endpoint({
  name: 'correctUse',
  method: 'POST',
  path: '/api/resource-requests/:id/uses/:serial/correction',
  access: 'staff',
  summary:
    'Puts a recorded use right by another that names it and says why; no units: it did not take place. The first one stays.',
  tags,
  input: Type.Object({
    ...about,
    serial: Type.Integer({ minimum: 1 }),
    day: DayText,
    whatFor: Type.String({ minLength: 2, maxLength: 200 }),
    units: Type.Integer({ minimum: 0, maximum: 100_000 }),
    personTimes: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 }))),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  }),
  output: Moved,
  refusals: {
    ...refusals,
    day_ahead: 422,
    before_asked: 422,
    no_such_use: 404,
    already_corrected: 409,
  },
})

export const reportRequest = endpoint({
  name: 'reportRequest',
  method: 'POST',
  path: '/api/resource-requests/:id/report',
  access: 'staff',
  summary: 'Says what it brought. The sums of its uses stand beside it.',
  tags,
  input: Type.Object({ ...about, brought: Type.String({ minLength: 4, maxLength: 2000 }) }),
  output: Moved,
  refusals: { ...refusals, not_used_yet: 409 },
})

export const LedgerRow = Type.Object({
  year: Type.Integer(),
  level: Type.String(),
  levelName: Type.Object({ zh: Type.String(), en: Type.String() }),
  asked: Type.Integer(),
  given: Type.Integer(),
  partly: Type.Integer(),
  refused: Type.Integer(),
  waiting: Type.Integer(),
  /** Of the answers: how many came by the day they were due. */
  answered: Type.Integer(),
  inTime: Type.Integer(),
  uses: Type.Integer(),
  units: Type.Integer(),
  personTimes: Type.Integer(),
})
export type LedgerRow = Static<typeof LedgerRow>

export const listLedger = endpoint({
  name: 'listLedger',
  method: 'GET',
  path: '/api/resource-requests/ledger',
  access: 'staff',
  summary:
    'What was asked, given and used, by the level asked and the year: an area against its own past, never a ranking.',
  tags,
  input: Type.Object({ area: AreaCode, ...paged('count') }),
  output: listOf(LedgerRow),
  refusals: { not_yours: 403, no_such_area: 404 },
})
