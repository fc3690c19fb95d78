// The wire of answers collected elsewhere: a file is looked at under a mapping, then taken in.
import { type Static, Type } from 'typebox'
import { endpoint, nullable } from '#core/kit/contract.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import type { AnswerMapping } from './import.ts'

const tags = ['surveys']
const Heading = Type.String({ minLength: 1, maxLength: 500 })
const Cell = Type.String({ maxLength: 2000 })
const Code = Type.String({ maxLength: 80 })
const closed = { additionalProperties: false }

const QuestionColumns = Type.Object(
  {
    column: Type.Optional(Heading),
    separator: Type.Optional(Type.String({ minLength: 1, maxLength: 5 })),
    columns: Type.Optional(Type.Record(Code, Heading)),
    ranks: Type.Optional(Type.Array(Heading, { maxItems: 60 })),
    values: Type.Optional(Type.Record(Cell, Code)),
  },
  closed,
)
const Mapping = Type.Object(
  {
    file: Type.Optional(
      Type.Object(
        {
          sheet: Type.Optional(Type.String({ maxLength: 100 })),
          headingRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
          delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
        },
        closed,
      ),
    ),
    id: Type.Optional(Heading),
    grid: Type.Optional(Heading),
    grids: Type.Optional(Type.Record(Cell, Code)),
    answeredOn: Type.Optional(Heading),
    questions: Type.Record(Code, QuestionColumns),
    missing: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50 })),
  },
  closed,
)
/** What is sent is what the program reads: the wire may not drift from the rule. */
const _same: AnswerMapping = {} as Static<typeof Mapping>
void _same

const file = {
  id: Uuid,
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  content: Type.String({ description: 'The file, as base64.', maxLength: 6_000_000 }),
}
const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const Reject = Type.Object({
  line: Type.Integer(),
  fault: Type.String(),
  words: Words,
  about: Type.String(),
})
const refusals = {
  no_such_survey: 404,
  not_yours: 403,
  not_open: 409,
  unreadable_file: 422,
  too_many_rows: 422,
} as const

export const previewAnswers = endpoint({
  name: 'previewAnswers',
  method: 'POST',
  path: '/api/surveys/:id/import/preview',
  access: 'staff',
  summary:
    'Judges a file of answers and writes nothing: columns found, what cannot be read, what would be rejected',
  tags,
  bodyBytesMax: 6_100_000,
  input: Type.Object({ ...file, mapping: nullable(Mapping) }),
  output: Type.Object({
    headings: Type.Array(Type.String()),
    mapping: Mapping,
    /** Headings of the mapping that the file does not have. */
    missing: Type.Array(Type.String()),
    rows: Type.Integer(),
    ready: Type.Integer(),
    rejected: Type.Integer(),
    /** By question: rows that hold something for it. */
    filled: Type.Record(Type.String(), Type.Integer()),
    unknown: Type.Array(
      Type.Object({ question: Type.String(), text: Type.String(), rows: Type.Integer() }),
    ),
    rejects: Type.Array(Reject),
  }),
  refusals,
})

export const importAnswers = endpoint({
  name: 'importAnswers',
  method: 'POST',
  path: '/api/surveys/:id/import',
  access: 'staff',
  summary:
    'Takes a file of answers in: every row is taken, known already, or rejected with its reason',
  tags,
  bodyBytesMax: 6_100_000,
  input: Type.Object({ commandId: CommandId, ...file, mapping: Mapping }),
  output: Type.Object({
    rows: Type.Integer(),
    taken: Type.Integer(),
    repeated: Type.Integer(),
    rejected: Type.Integer(),
    rejects: Type.Array(Reject),
  }),
  refusals: { ...refusals, column_missing: 422, unknown_question: 422 },
})
