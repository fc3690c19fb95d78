// The receipt on the wire: printed large, and good for an answer through staff wherever its holder comes.
import { Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { codeAnswers, codeWays } from './by-code.ts'
import { states } from './case.ts'
import { AreaLabel, CaseNumber, CategoryLabel } from './contract.ts'
import { Moved, Reason } from './contract-parts.ts'

const Code = Type.String({ minLength: 4, maxLength: 20, description: 'Six characters.' })

export const readByCode = endpoint({
  name: 'readByCode',
  method: 'POST',
  path: '/api/desk/by-code',
  access: 'staff',
  summary:
    'For somebody at the counter or on the telephone: what the holder of this receipt can answer now. No words, no contact, no place closer than the grid. Wrong codes are counted.',
  tags: ['cases'],
  input: Type.Object({ number: CaseNumber, code: Code }),
  output: Type.Object({
    number: CaseNumber,
    category: CategoryLabel,
    place: Type.Array(AreaLabel),
    state: oneOf(states),
    reportedAt: Type.String(),
    result: nullable(Type.String({ description: 'What was said at the closing.' })),
    question: nullable(Type.String({ description: 'What the reporter was asked.' })),
    confirmBy: nullable(Type.String()),
    contact: Type.Object(
      { name: Type.Boolean(), phone: Type.Boolean(), calls: Type.Boolean() },
      { description: 'Whether something is kept that can be taken back; never what it is.' },
    ),
    answers: Type.Array(Type.Object({ answer: oneOf(codeAnswers), why: nullable(Type.String()) })),
    handled: Type.Boolean({ description: 'The asker worked on it: somebody else writes it down.' }),
  }),
  refusals: { no_such_case: 404, not_yours: 403 },
  limit: { max: 60, per: 'minute' },
})

export const answerByCode = endpoint({
  name: 'answerByCode',
  method: 'POST',
  path: '/api/desk/by-code/answer',
  access: 'staff',
  summary:
    'Writes down what the holder of the receipt says. It is the reporter’s own word, marked as written down by staff.',
  tags: ['residents', 'moves'],
  input: Type.Object({
    number: CaseNumber,
    code: Code,
    commandId: CommandId,
    way: oneOf(codeWays),
    answer: oneOf(codeAnswers),
    words: Type.Optional(Reason),
    grade: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  }),
  output: Moved,
  refusals: {
    no_such_case: 404,
    not_yours: 403,
    own_work: 403,
    not_possible_now: 409,
    window_over: 409,
    already_answered: 409,
    already_contested: 409,
    reason_missing: 422,
    needs_look: 409,
    not_closed_yet: 409,
    grade_wrong: 422,
  },
  limit: { max: 60, per: 'minute' },
})

export const printReceipt = endpoint({
  name: 'printReceipt',
  method: 'POST',
  path: '/api/follow/receipt',
  access: 'voice',
  form: 'file',
  summary:
    'The receipt as A5 in large print: number, code, what happens next and until when, whom to call, and a slip to answer on. By number and code.',
  tags: ['residents'],
  input: Type.Object({
    number: CaseNumber,
    code: Code,
    link: Type.Optional(
      Type.String({
        minLength: 12,
        maxLength: 20,
        description: 'The long secret: with it the square code opens the case by itself.',
      }),
    ),
    lang: Type.Optional(oneOf(['zh', 'en'])),
  }),
  output: Type.String({ format: 'binary' }),
  refusals: { no_such_case: 404 },
  limit: { max: 60, per: 'minute' },
})
