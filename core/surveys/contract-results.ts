// The wire of results: who lives here, weights, tables of the desk, what was published.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'
import { Day, Reason } from './contract-parts.ts'

const tags = ['surveys']
const Words = Type.Object({
  zh: Type.String({ maxLength: 400 }),
  en: Type.String({ maxLength: 800 }),
})
const Key = Type.String({ minLength: 1, maxLength: 90 })
const Scheme = nullable(Type.Integer({ minimum: 1 }))

const Category = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 40 }),
    label: Words,
    people: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)
const Figure = Type.Object({
  dimension: Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }),
  title: Words,
  asOf: Day,
  source: Type.String({ minLength: 2, maxLength: 200 }),
  categories: Type.Array(Category, { minItems: 2, maxItems: 60 }),
})

export const readPopulation = endpoint({
  name: 'readPopulation',
  method: 'GET',
  path: '/api/population',
  access: 'staff',
  summary: 'Who lives in an area by known figures: age, sex, tenure and the like, as counts',
  tags,
  input: Type.Object({ area: AreaCode }),
  output: Type.Object({ figures: Type.Array(Figure), mayKeep: Type.Boolean() }),
  refusals: { no_such_area: 404 },
})

export const enterPopulation = endpoint({
  name: 'enterPopulation',
  method: 'POST',
  path: '/api/population',
  access: 'staff',
  summary:
    'Enter a known figure of who lives in an area, with its day and source; earlier ones stay',
  tags,
  input: Type.Object({ commandId: CommandId, area: AreaCode, ...Figure.properties }),
  output: Type.Object({ dimension: Type.String() }),
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    day_to_come: 422,
    twice_the_same: 422,
    nobody_there: 422,
  },
})

const Group = Type.Object(
  {
    label: Words,
    options: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 60 }),
    categories: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 60 }),
  },
  { additionalProperties: false },
)
const Dimension = Type.Object(
  {
    dimension: Type.String({ maxLength: 40 }),
    column: Key,
    groups: Type.Array(Group, { minItems: 2, maxItems: 60 }),
  },
  { additionalProperties: false },
)
const Bounds = nullable(
  Type.Object(
    {
      low: Type.Number({ minimum: 0, maximum: 1 }),
      high: Type.Number({ minimum: 1, maximum: 100 }),
    },
    { additionalProperties: false },
  ),
)
const Report = Type.Object({
  converged: Type.Boolean(),
  rounds: Type.Integer(),
  gapMost: Type.Number(),
  rows: Type.Integer(),
  effective: Type.Number(),
  designEffect: Type.Number(),
  /** Left out where a group is hidden: they would give its number away. */
  least: nullable(Type.Number()),
  most: nullable(Type.Number()),
  atBound: Type.Integer(),
  dimensions: Type.Array(
    Type.Object({
      dimension: Type.String(),
      title: Words,
      unanswered: Type.Integer(),
      groups: Type.Array(
        Type.Object({
          label: Words,
          sheets: nullable(Type.Integer()),
          answered: nullable(Type.Number()),
          lives: Type.Number(),
          weighted: nullable(Type.Number()),
        }),
      ),
    }),
  ),
})
const schemeFaults = {
  no_such_survey: 404,
  not_yours: 403,
  no_answers: 409,
  unknown_question: 422,
  unknown_figure: 422,
  overlapping_groups: 422,
  left_over: 422,
  nobody_answered: 422,
} as const
const schemeInput = {
  id: Uuid,
  dimensions: Type.Array(Dimension, { minItems: 1, maxItems: 6 }),
  bounds: Bounds,
}

export const readWeighting = endpoint({
  name: 'readWeighting',
  method: 'GET',
  path: '/api/surveys/:id/weights',
  access: 'staff',
  summary: 'Ways this survey was weighted, and what it could be weighted by',
  tags,
  input: Type.Object({ id: Uuid }),
  output: Type.Object({
    sheets: Type.Integer(),
    questions: Type.Array(
      Type.Object({
        key: Key,
        title: Words,
        options: Type.Array(Type.Object({ code: Type.String(), label: Words })),
      }),
    ),
    figures: Type.Array(Figure),
    schemes: Type.Array(
      Type.Object({
        number: Type.Integer(),
        version: Type.Integer(),
        dimensions: Type.Array(Dimension),
        bounds: Bounds,
        report: Report,
        reason: Type.String(),
        by: nullable(Type.String()),
        at: Type.String(),
        published: Type.Boolean(),
      }),
    ),
  }),
  refusals: { no_such_survey: 404, not_yours: 403 },
})

export const tryWeights = endpoint({
  name: 'tryWeights',
  method: 'POST',
  path: '/api/surveys/:id/weights/trial',
  access: 'staff',
  summary: 'What weights would come of it, without keeping them',
  tags,
  input: Type.Object(schemeInput),
  output: Report,
  refusals: schemeFaults,
})

export const makeWeights = endpoint({
  name: 'makeWeights',
  method: 'POST',
  path: '/api/surveys/:id/weights',
  access: 'staff',
  summary: 'Keep a way of weighting under the next number; earlier ones stay as they are',
  tags,
  input: Type.Object({ commandId: CommandId, ...schemeInput, reason: Reason }),
  output: Type.Object({ number: Type.Integer(), report: Report }),
  refusals: { ...schemeFaults, not_met: 409 },
})

const Interval = Type.Array(Type.Number(), { minItems: 3, maxItems: 3 })
const Cell = nullable(Type.Object({ n: Type.Integer(), weighted: Interval, plain: Interval }))
const Table = Type.Object({
  key: Type.String(),
  question: Type.String(),
  title: Words,
  kind: oneOf(['one', 'many']),
  by: nullable(Type.Object({ key: Type.String(), title: Words })),
  routed: Type.Boolean(),
  groups: Type.Array(
    Type.Object({
      code: Type.String(),
      label: Words,
      n: nullable(Type.Integer()),
      effective: nullable(Type.Number()),
      mean: nullable(Type.Object({ weighted: Interval, plain: Interval })),
    }),
  ),
  lines: Type.Array(Type.Object({ code: Type.String(), label: Words, cells: Type.Array(Cell) })),
  none: Type.Array(Cell),
  hidden: Type.Integer(),
})
export type TableView = Static<typeof Table>
const FigureResult = Type.Object({
  key: Type.String(),
  title: Words,
  unit: nullable(Words),
  n: Type.Integer(),
  weighted: Interval,
  plain: Interval,
})
const Head = {
  title: Words,
  area: Type.Object({ code: Type.String(), name: Type.String(), nameEn: nullable(Type.String()) }),
  version: Type.Integer(),
  sheets: Type.Integer(),
  /** Households or persons that were to be asked, if the frame is known. */
  frame: nullable(Type.Integer()),
  answersBy: oneOf(['household', 'person', 'anyone']),
  threshold: Type.Integer(),
  weighted: Type.Boolean(),
  effective: Type.Number(),
}
export const ResultsView = Type.Object({
  ...Head,
  scheme: Scheme,
  schemes: Type.Array(Type.Integer()),
  versions: Type.Array(Type.Integer()),
  tables: Type.Array(Table),
  figures: Type.Array(FigureResult),
  /** Questions whose free texts can be grouped. */
  texts: Type.Array(
    Type.Object({ question: Type.String(), title: Words, answered: nullable(Type.Integer()) }),
  ),
})
export type ResultsView = Static<typeof ResultsView>

const chosen = {
  id: Uuid,
  scheme: Type.Optional(Type.Integer({ minimum: 0 })),
  version: Type.Optional(Type.Integer({ minimum: 1 })),
}
const resultRefusals = {
  no_such_survey: 404,
  not_yours: 403,
  no_such_weights: 404,
  no_answers: 409,
} as const

export const readResults = endpoint({
  name: 'readResults',
  method: 'GET',
  path: '/api/surveys/:id/results',
  access: 'staff',
  summary: 'What was answered, question by question, small groups hidden; scheme 0 is unweighted',
  tags,
  input: Type.Object(chosen),
  output: ResultsView,
  refusals: resultRefusals,
})

export const readCrossTab = endpoint({
  name: 'readCrossTab',
  method: 'GET',
  path: '/api/surveys/:id/cross-tab',
  access: 'staff',
  summary: 'One question by the groups of another',
  tags,
  input: Type.Object({ ...chosen, row: Key, group: Key }),
  output: Table,
  refusals: { ...resultRefusals, no_such_question: 404 },
})

const Asked = Type.Object({ row: Key, group: nullable(Key) }, { additionalProperties: false })
export const publishResults = endpoint({
  name: 'publishResults',
  method: 'POST',
  path: '/api/surveys/:id/publications',
  access: 'staff',
  summary: 'Publish chosen tables by a decision, frozen as they are now',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    version: Type.Integer({ minimum: 1 }),
    scheme: Scheme,
    tables: Type.Array(Asked, { minItems: 1, maxItems: 200 }),
    decidedBy: Type.String({ minLength: 2, maxLength: 200 }),
    reason: Reason,
  }),
  output: Type.Object({ number: Type.Integer(), hidden: Type.Integer(), cells: Type.Integer() }),
  refusals: {
    ...resultRefusals,
    no_such_question: 404,
    too_few_answers: 409,
    too_few_new: 409,
    would_reveal: 409,
  },
})

export const withdrawResults = endpoint({
  name: 'withdrawResults',
  method: 'POST',
  path: '/api/surveys/:id/publications/:number/withdrawal',
  access: 'staff',
  summary: 'Take a publication back; the reason is shown in its place',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    number: Type.Integer({ minimum: 1 }),
    reason: Reason,
  }),
  output: Type.Object({ number: Type.Integer() }),
  refusals: {
    no_such_survey: 404,
    not_yours: 403,
    no_such_publication: 404,
    already_withdrawn: 409,
  },
})

const PublicationHead = Type.Object({
  number: Type.Integer(),
  version: Type.Integer(),
  scheme: Scheme,
  sheets: Type.Integer(),
  threshold: Type.Integer(),
  decidedBy: Type.String(),
  reason: Type.String(),
  at: Type.String(),
  withdrawn: nullable(Type.Object({ reason: Type.String(), at: Type.String() })),
})
export const listPublications = endpoint({
  name: 'listPublications',
  method: 'GET',
  path: '/api/surveys/:id/publications',
  access: 'open',
  summary: 'What was published of a survey, newest first, taken back or not',
  tags,
  input: Type.Object({ id: Uuid, ...paged('count') }),
  output: listOf(PublicationHead),
  refusals: { no_such_survey: 404 },
})

export const PublishedView = Type.Object({
  ...PublicationHead.properties,
  ...Head,
  hidden: Type.Integer(),
  weighedBy: Type.Array(Type.Object({ title: Words, source: Type.String(), asOf: Day })),
  tables: Type.Array(Table),
  figures: Type.Array(FigureResult),
})
export type PublishedView = Static<typeof PublishedView>

const publishedInput = Type.Object({
  id: Uuid,
  number: Type.Optional(Type.Integer({ minimum: 1 })),
})
export const readPublished = endpoint({
  name: 'readPublished',
  method: 'GET',
  path: '/api/surveys/:id/published',
  access: 'open',
  summary: 'The results as published, the latest not taken back; small groups hidden',
  tags,
  input: publishedInput,
  output: PublishedView,
  refusals: { no_such_survey: 404, not_published: 404, withdrawn: 404 },
})

export const downloadPublished = endpoint({
  name: 'downloadPublished',
  method: 'GET',
  path: '/api/surveys/:id/published/csv',
  access: 'open',
  form: 'file',
  summary: 'The published results with a code book, as CSV',
  tags,
  input: publishedInput,
  output: Type.String({ format: 'binary' }),
  refusals: { no_such_survey: 404, not_published: 404, withdrawn: 404 },
  limit: { max: 30, per: 'minute' },
})
