// Break-glass on the wire: open, read, show the contact, give back, review.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { states } from './case.ts'
import { AreaLabel, CaseNumber, CategoryLabel, EntryView, WordsView } from './contract.ts'

const tags = ['cases']
const Reason = Type.String({ maxLength: 500 })
export const verdicts = ['inOrder', 'notInOrder'] as const

export const GlassView = Type.Object({
  id: Uuid,
  number: CaseNumber,
  home: AreaLabel,
  name: Type.String(),
  post: WordsView,
  reason: Type.String(),
  openedAt: Type.String(),
  endsAt: Type.String(),
  endedAt: nullable(Type.String()),
  open: Type.Boolean(),
  mine: Type.Boolean(),
  contactSeenAt: nullable(Type.String()),
  mayReview: Type.Boolean(),
  reviewBy: Type.String({ description: 'Until when the review is owed.' }),
  reviewLate: Type.Boolean(),
  review: nullable(
    Type.Object({
      at: Type.String(),
      by: Type.String(),
      verdict: oneOf(verdicts),
      words: Type.String(),
    }),
  ),
})
export type GlassView = Static<typeof GlassView>

export const breakGlass = endpoint({
  name: 'breakGlass',
  method: 'POST',
  path: '/api/break-glass',
  access: 'staff',
  summary:
    'Opens one case beyond one’s area for an hour. The reason is kept, the head of the place is told at once, the reporter can read it.',
  tags,
  input: Type.Object({ commandId: CommandId, number: CaseNumber, reason: Reason }),
  output: Type.Object({ id: Uuid, endsAt: Type.String() }),
  refusals: { no_such_case: 404, already_yours: 409, reason_missing: 422, too_many_open: 409 },
  limit: { max: 10, per: 'minute' },
})

export const listGlasses = endpoint({
  name: 'listGlasses',
  method: 'GET',
  path: '/api/break-glass',
  access: 'staff',
  summary:
    'What I opened, and what others opened in places of which I am the head, or whose looks I audit.',
  tags,
  input: Type.Object({
    toReview: Type.Optional(Type.Boolean()),
    late: Type.Optional(Type.Boolean()),
    ...paged('instant'),
  }),
  output: listOf(GlassView),
  refusals: {},
})

export const readGlass = endpoint({
  name: 'readGlass',
  method: 'GET',
  path: '/api/break-glass/:id',
  access: 'staff',
  summary: 'The case behind an open access, for whoever opened it.',
  tags,
  input: Type.Object({ id: Uuid }),
  output: Type.Object({
    access: GlassView,
    state: oneOf(states),
    category: CategoryLabel,
    urgent: Type.Boolean(),
    text: Type.String(),
    address: nullable(Type.String()),
    place: AreaLabel,
    contact: Type.Object({ name: nullable(Type.String()), phone: nullable(Type.String()) }),
    timeline: Type.Array(EntryView),
  }),
  refusals: { no_such_access: 404, access_over: 409 },
})

export const showGlassContact = endpoint({
  name: 'showGlassContact',
  method: 'POST',
  path: '/api/break-glass/:id/contact',
  access: 'staff',
  summary: 'Opens name and number through an open access; kept like every look.',
  tags,
  input: Type.Object({ id: Uuid }),
  output: Type.Object({
    contacts: Type.Array(
      Type.Object({
        voice: Type.Integer(),
        name: nullable(Type.String()),
        phone: nullable(Type.String()),
      }),
    ),
  }),
  refusals: { no_such_access: 404, access_over: 409, no_contact_given: 409 },
  limit: { max: 30, per: 'minute' },
})

export const endGlass = endpoint({
  name: 'endGlass',
  method: 'POST',
  path: '/api/break-glass/:id/end',
  access: 'staff',
  summary: 'Gives an access back before its hour is over.',
  tags,
  input: Type.Object({ commandId: CommandId, id: Uuid }),
  output: Type.Object({}),
  refusals: { no_such_access: 404, access_over: 409 },
})

export const reviewGlass = endpoint({
  name: 'reviewGlass',
  method: 'POST',
  path: '/api/break-glass/:id/review',
  access: 'staff',
  summary: 'The head of the place says afterwards whether it was in order. Once, in words.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    verdict: oneOf(verdicts),
    words: Type.String({ minLength: 2, maxLength: 500 }),
  }),
  output: Type.Object({}),
  refusals: { no_such_access: 404, not_to_oneself: 409, still_open: 409, already_reviewed: 409 },
})
