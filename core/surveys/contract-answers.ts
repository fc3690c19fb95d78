// The wire of answering: by link or code, at the door or counter with a worker, from paper. Commands here are answered
// once by their code, not by the log of commands: that log knows who sent what when, and would lead to the answer.
import { Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AnswersPart, QuestionnairePart, SurveyHead } from './contract-parts.ts'

const tags = ['surveys']
const Code = Type.String({ minLength: 5, maxLength: 40 })
const bodyBytesMax = 200_000

/** Grids to choose from for a question about a place. */
const Places = Type.Array(
  Type.Object({ code: Type.String(), name: Type.String(), nameEn: nullable(Type.String()) }),
)

export const findSheet = endpoint({
  name: 'findSheet',
  method: 'POST',
  path: '/api/sheets/find',
  access: 'open',
  summary: 'The survey that a one-time code, or the id of a survey open to all, belongs to',
  tags,
  input: Type.Object({ code: Type.Optional(Code), survey: Type.Optional(Uuid) }),
  output: Type.Object({
    ...SurveyHead.properties,
    questionnaire: QuestionnairePart,
    places: Places,
  }),
  refusals: {
    no_such_code: 404,
    no_such_survey: 404,
    needs_a_code: 403,
    code_used: 409,
    not_yet_open: 409,
    already_closed: 409,
  },
  limit: { max: 60, per: 'minute' },
})

const sheetRefusals = {
  no_such_code: 404,
  no_such_survey: 404,
  needs_a_code: 403,
  code_used: 409,
  not_yet_open: 409,
  already_closed: 409,
  no_such_version: 422,
  has_faults: 422,
  no_such_photo: 422,
} as const

export const giveAnswers = endpoint({
  name: 'giveAnswers',
  method: 'POST',
  path: '/api/sheets',
  access: 'open',
  summary: 'Hand in one sheet. The code is used up; nothing leads from the answers back to it',
  tags,
  input: Type.Object({
    commandId: CommandId,
    code: Type.Optional(Code),
    survey: Type.Optional(Uuid),
    version: Type.Integer({ minimum: 1 }),
    answers: AnswersPart,
  }),
  output: Type.Object({ receipt: Type.String() }),
  refusals: sheetRefusals,
  bodyBytesMax,
  limit: { max: 30, per: 'minute' },
})

export const assistAnswers = endpoint({
  name: 'assistAnswers',
  method: 'POST',
  path: '/api/surveys/:id/assisted',
  access: 'staff',
  summary: 'Hand in the sheet of somebody present, at the door or the counter',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    code: nullable(Code),
    version: Type.Integer({ minimum: 1 }),
    answers: AnswersPart,
    present: Type.Boolean(),
  }),
  output: Type.Object({ receipt: Type.String() }),
  refusals: { ...sheetRefusals, not_yours: 403, person_absent: 422 },
  bodyBytesMax,
})

export const enterPaper = endpoint({
  name: 'enterPaper',
  method: 'POST',
  path: '/api/surveys/:id/paper',
  access: 'staff',
  summary: 'Type a paper sheet: the first time it waits, the second time both are compared',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    /** The code printed on the sheet; of a survey without codes a number written on it. */
    sheet: Type.String({ minLength: 1, maxLength: 40 }),
    version: Type.Integer({ minimum: 1 }),
    answers: AnswersPart,
    /** Both typings were held against the paper: these answers count. */
    settle: Type.Boolean(),
  }),
  output: Type.Object({
    outcome: oneOf(['first', 'differs', 'taken']),
    differs: Type.Array(
      Type.Object({
        question: Type.String(),
        first: Type.Unknown(),
        second: Type.Unknown(),
      }),
    ),
    samePerson: Type.Boolean(),
  }),
  refusals: { ...sheetRefusals, not_yours: 403, not_compared: 409 },
  bodyBytesMax,
})

export const countPaper = endpoint({
  name: 'countPaper',
  method: 'GET',
  path: '/api/surveys/:id/paper',
  access: 'staff',
  summary: 'Paper sheets that wait for their second typing',
  tags,
  input: Type.Object({ id: Uuid }),
  output: Type.Object({ waiting: Type.Integer(), differing: Type.Integer(), mine: Type.Integer() }),
  refusals: { no_such_survey: 404, not_yours: 403 },
})
