// Checking that closed means closed, on the wire: call-backs, samples, and places where the same comes back.

import { Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { invalidReasons } from './case.ts'
import { AreaLabel, CategoryLabel, PointView, WordsView } from './contract.ts'
import { Photos, Reason, staffMove } from './contract-parts.ts'

export const callBack = staffMove(
  'callBack',
  'callbacks',
  'Called the reporter after closing: what was said, or why nothing was, with the second person who looked at that.',
  {
    valid: Type.Boolean(),
    solved: nullable(Type.Boolean()),
    grade: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
    reason: Type.Optional(oneOf(invalidReasons)),
    reviewer: nullable(
      Type.String({ maxLength: 60, description: 'Person id, see listReviewers.' }),
    ),
  },
  {
    called_enough: 409,
    calls_not_wished: 409,
    no_contact_given: 409,
    reviewer_missing: 422,
    reason_missing: 422,
    value_missing: 422,
    grade_wrong: 422,
  },
)
export const listReviewers = endpoint({
  name: 'listReviewers',
  method: 'GET',
  path: '/api/cases/:number/reviewers',
  access: 'staff',
  summary: 'Who may be the second person of an invalid call-back.',
  tags: ['cases'],
  input: Type.Object({ number: Type.String({ maxLength: 60 }) }),
  output: Type.Object({
    items: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), post: WordsView })),
  }),
  refusals: { no_such_case: 404 },
})

export const checkSample = staffMove(
  'checkSample',
  'samples',
  'An outsider looks at a closed case that was drawn. Not done: it is reopened at once.',
  { judgement: oneOf(['done', 'not_done'] as const), words: Reason, photos: Photos },
  { not_drawn: 409, took_part_before: 403, reason_missing: 422, no_such_photo: 422 },
)

export const listHotSpots = endpoint({
  name: 'listHotSpots',
  method: 'GET',
  path: '/api/hot-spots',
  access: 'staff',
  summary: 'Places where the same kind of thing was filed again and again within 90 days.',
  tags: ['cases'],
  input: Type.Object({ area: Type.Optional(Type.String({ maxLength: 40 })) }),
  output: Type.Object({
    days: Type.Integer(),
    items: Type.Array(
      Type.Object({
        category: CategoryLabel,
        place: Type.Array(AreaLabel),
        address: nullable(Type.String()),
        point: nullable(PointView),
        count: Type.Integer(),
        open: Type.Integer(),
        firstAt: Type.String(),
        lastAt: Type.String(),
        numbers: Type.Array(Type.String()),
      }),
    ),
  }),
  refusals: { no_such_area: 404 },
})
