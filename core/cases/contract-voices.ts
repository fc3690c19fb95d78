// Many voices of one matter on the wire: what is offered while somebody types, joining, still broken, merging.

import { Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { sources, states } from './case.ts'
import { AreaLabel, CaseNumber, CategoryLabel, PointView } from './contract.ts'
import { Photos, Reason, staffMove } from './contract-parts.ts'

export const findSimilar = endpoint({
  name: 'findSimilar',
  method: 'POST',
  path: '/api/similar',
  access: 'open',
  summary:
    'Is it this one? Open public matters near by, of the same kind or in like words. Says nothing of who reported them.',
  tags: ['residents'],
  input: Type.Object({
    text: Type.String({ maxLength: 4000 }),
    category: Type.Optional(Type.String({ maxLength: 20 })),
    point: PointView,
  }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        number: Type.String(),
        category: CategoryLabel,
        place: Type.Array(AreaLabel),
        state: oneOf(states),
        reportedAt: Type.String(),
        metres: Type.Integer({ description: 'In tens: how far, not where.' }),
        sameKind: Type.Boolean(),
      }),
    ),
  }),
  refusals: {},
  limit: { max: 60, per: 'minute' },
})

const leaves = {
  name: Type.Optional(Type.String({ maxLength: 40 })),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
  source: Type.Optional(oneOf(sources)),
}

/** Number and secrets of the new voice, shown once: as after a report. */
const joined = {
  number: Type.String(),
  secret: nullable(Type.String()),
  link: nullable(Type.String()),
}
const refusals = {
  no_such_case: 404,
  not_yours: 403,
  not_possible_now: 409,
  already_added: 409,
} as const

export const affectedToo = endpoint({
  name: 'affectedToo',
  method: 'POST',
  path: '/api/cases/:number/voices',
  access: 'open',
  summary:
    'I am affected too: one more voice on an open public matter, with a number and secret of its own.',
  tags: ['residents', 'moves'],
  input: Type.Object({ number: CaseNumber, commandId: CommandId, ...leaves }),
  output: Type.Object({ ...joined, voices: Type.Integer() }),
  refusals,
  limit: { max: 30, per: 'minute' },
})

export const stillBroken = endpoint({
  name: 'stillBroken',
  method: 'POST',
  path: '/api/cases/:number/still-broken',
  access: 'open',
  summary:
    'A neighbour says of a closed matter that it is still broken: within 15 days it is reopened, later a new case is linked to it.',
  tags: ['residents', 'moves'],
  input: Type.Object({
    number: CaseNumber,
    commandId: CommandId,
    secret: Type.Optional(Type.String({ minLength: 4, maxLength: 20 })),
    point: Type.Optional(PointView),
    words: Type.Optional(Reason),
    photos: Type.Optional(Photos),
    ...leaves,
  }),
  output: Type.Object({ ...joined, reopened: Type.Boolean() }),
  refusals: {
    ...refusals,
    reason_missing: 422,
    no_such_photo: 422,
    category_unknown: 422,
    too_many_photos: 422,
  },
  limit: { max: 30, per: 'minute' },
})

export const mergeCase = staffMove(
  'mergeCase',
  'merging',
  'One matter with another case: this one stands still and leaves the figures, its voices follow the other.',
  { into: CaseNumber, reason: Reason },
  { target_not_open: 409, needs_upper_layer: 403, reason_missing: 422 },
)
export const unmergeCase = staffMove(
  'unmergeCase',
  'parting',
  'Two matters after all: it goes on where it stood, with the time it had left.',
  { reason: Reason },
  { target_archived: 409, needs_upper_layer: 403, reason_missing: 422 },
)
