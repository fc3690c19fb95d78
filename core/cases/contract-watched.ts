// What a case page shows of urging, supervising and the whistle.

import { Type } from 'typebox'
import { nullable, oneOf } from '#core/kit/contract.ts'
import { cooperations } from './whistle.ts'

const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })

export const UrgingView = Type.Object({
  times: Type.Integer(),
  byReporter: Type.Integer({ description: 'How many of them were the reporter’s own.' }),
  lastAt: nullable(Type.String()),
})

export const SupervisionView = Type.Object({
  serial: Type.Integer(),
  layer: WordsView,
  at: Type.String(),
  words: Type.String(),
  answerBy: Type.String(),
  answeredAt: nullable(Type.String()),
  answer: nullable(Type.String()),
  late: Type.Boolean({ description: 'Unanswered past its time, or answered after it.' }),
})

const Word = nullable(oneOf(cooperations))

export const WhistleView = Type.Object({
  serial: Type.Integer(),
  layer: WordsView,
  at: Type.String(),
  reason: Type.String(),
  meetBy: Type.String(),
  plan: nullable(Type.String()),
  result: nullable(Type.String()),
  settledAt: nullable(Type.String()),
  mine: Type.Boolean({ description: 'The caller of this view may witness and settle it.' }),
  calls: Type.Array(
    Type.Object({
      areaCode: Type.String(),
      unitId: nullable(Type.Integer()),
      name: WordsView,
      arrivedAt: nullable(Type.String()),
      witnessed: Type.Boolean(),
      late: Type.Boolean({ description: 'Not there by the time set, or there after it.' }),
      mine: Type.Boolean(),
      ratedByCaller: Word,
      ratedByUnit: Word,
    }),
  ),
})

export const AppealView = Type.Object({
  at: Type.String(),
  reason: Type.String(),
  photos: Type.Array(Type.String()),
  overdueAt: Type.String({ description: 'The due that was missed: it stays.' }),
  reviews: Type.Array(
    Type.Object({ at: Type.String(), excused: Type.Boolean(), reason: Type.String() }),
  ),
  excused: nullable(Type.Boolean({ description: 'Null until two have said.' })),
})
