// The reporter's side of the wire: the report itself, and the last word by number and secret.

import { Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { sources } from './case.ts'
import { CaseNumber, PointView, WordsView } from './contract.ts'
import { Moved, Photos, Reason } from './contract-parts.ts'

export const reportCase = endpoint({
  name: 'reportCase',
  method: 'POST',
  path: '/api/cases',
  access: 'open',
  summary:
    'Report something. Nobody needs an account; number and secret come back, and why it goes where it goes.',
  tags: ['residents', 'moves'],
  input: Type.Object({
    commandId: CommandId,
    text: Type.String({ maxLength: 4000 }),
    category: Type.Optional(Type.String({ maxLength: 20 })),
    address: Type.Optional(Type.String({ maxLength: 300 })),
    point: Type.Optional(PointView),
    area: Type.Optional(
      Type.String({ maxLength: 40, description: 'Code of the area the reporter chose.' }),
    ),
    photos: Type.Optional(Photos),
    particulars: Type.Optional(
      Type.Record(Type.String({ maxLength: 20 }), Type.String({ maxLength: 20 }), {
        maxProperties: 10,
        description: 'Answers to what the category asks: code of the question, code of the answer.',
      }),
    ),
    name: Type.Optional(Type.String({ maxLength: 40 })),
    phone: Type.Optional(Type.String({ maxLength: 30 })),
    source: Type.Optional(oneOf(sources)),
    urgent: Type.Optional(
      Type.Boolean({ description: 'Staff only: goes straight to the street centre.' }),
    ),
    madeAt: Type.Optional(Type.String()),
  }),
  output: Type.Object({
    number: Type.String(),
    secret: nullable(
      Type.String({
        description:
          'Six characters without 0 O 1 I, to copy by hand; they open with the number and after few tries. Shown once; null for finds of staff.',
      }),
    ),
    link: nullable(
      Type.String({
        description:
          'The long secret of the link `/follow/NUMBER#SECRET`: in the fragment, so that no log on the way reads it. Shown once.',
      }),
    ),
    sentence: WordsView,
    responsible: nullable(WordsView),
    dueAt: nullable(Type.String()),
    offered: nullable(PointView),
  }),
  refusals: {
    place_missing: 422,
    text_missing: 422,
    category_unknown: 422,
    too_many_photos: 422,
    no_such_area: 422,
    no_such_photo: 422,
  },
  limit: { max: 60, per: 'minute' },
})

/** The reporter's moves: by secret, or through staff who write down what was said (代办). */
export const answers = ['confirm', 'object', 'rate', 'reopen', 'answer', 'contest', 'urge'] as const
export const giveAnswer = endpoint({
  name: 'giveAnswer',
  method: 'POST',
  path: '/api/follow/answer',
  access: 'voice',
  summary: 'The reporter confirms, objects, rates, reopens, answers a question, contests or urges.',
  tags: ['residents', 'moves'],
  input: Type.Object({
    number: CaseNumber,
    secret: Type.Optional(Type.String({ minLength: 4, maxLength: 20 })),
    commandId: CommandId,
    answer: oneOf(answers),
    words: Type.Optional(Reason),
    grade: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    onBehalf: Type.Optional(
      Type.String({
        maxLength: 60,
        description: 'Staff without the secret: how the reporter said it (phone, counter, door).',
      }),
    ),
  }),
  output: Moved,
  refusals: {
    no_such_case: 404,
    not_yours: 403,
    not_possible_now: 409,
    window_over: 409,
    already_answered: 409,
    already_contested: 409,
    reason_missing: 422,
    needs_look: 409,
    not_closed_yet: 409,
    grade_wrong: 422,
    urged_today: 409,
  },
  limit: { max: 60, per: 'minute' },
})
