// What a case page shows of urging and supervising.

import { Type } from 'typebox'
import { nullable } from '#core/kit/contract.ts'

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
