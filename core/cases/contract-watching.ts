// Urging and supervising on the wire: the commands.

import { Type } from 'typebox'
import { Moment, Reason, staffMove } from './contract-parts.ts'

export const urgeCase = staffMove(
  'urgeCase',
  'urging',
  'Urge it: the holder and its head are told. No clock moves.',
  {
    words: Reason,
    onBehalf: Type.Optional(
      Type.String({ maxLength: 60, description: 'The reporter’s urging, and how it was said.' }),
    ),
  },
  { reason_missing: 422, urged_today: 409 },
)
export const superviseCase = staffMove(
  'superviseCase',
  'supervision',
  'Supervise it from above: the holder owes an answer by a time.',
  { words: Reason, answerBy: Moment },
  { reason_missing: 422, answer_by_past: 422 },
)
export const answerSupervision = staffMove(
  'answerSupervision',
  'supervision/answer',
  'Answer the layer that supervises. The trace stays with the case.',
  { serial: Type.Integer({ minimum: 1 }), words: Reason },
  { reason_missing: 422, nothing_to_answer: 409 },
)
