// The parts of the surveys' wire: a questionnaire, its questions, a sheet of answers.
import { type Static, Type } from 'typebox'
import { Day, nullable, oneOf } from '#core/kit/contract.ts'
import { Uuid } from '#core/kit/ids.ts'
import { type Questionnaire, channels, questionKinds } from './question.ts'
import { answeredBy, surveyStates } from './survey.ts'

export { Day }
export const Reason = Type.String({ minLength: 2, maxLength: 500 })
/** Either language may still be empty while it is written. */
const Text = Type.Object(
  { zh: Type.String({ maxLength: 4000 }), en: Type.String({ maxLength: 8000 }) },
  { additionalProperties: false },
)
const Code = Type.String({ maxLength: 40 })

const OptionPart = Type.Object(
  { code: Code, label: Text, exclusive: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
)
const TestPart = Type.Object(
  {
    question: Code,
    has: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 60 }),
    not: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
const ConditionPart = nullable(
  Type.Object(
    {
      all: Type.Optional(Type.Array(TestPart, { maxItems: 10 })),
      any: Type.Optional(Type.Array(TestPart, { maxItems: 10 })),
    },
    { additionalProperties: false },
  ),
)
const ScalePart = Type.Object(
  { from: Type.Integer(), to: Type.Integer(), low: Text, high: Text },
  { additionalProperties: false },
)
const QuestionPart = Type.Object(
  {
    code: Code,
    kind: oneOf(questionKinds),
    title: Text,
    hint: nullable(Text),
    purpose: Text,
    keepMonths: Type.Integer({ minimum: 0, maximum: 1200 }),
    required: Type.Boolean(),
    options: Type.Array(OptionPart, { maxItems: 60 }),
    rows: Type.Array(OptionPart, { maxItems: 60 }),
    scale: nullable(ScalePart),
    pickMax: nullable(Type.Integer()),
    randomOrder: Type.Boolean(),
    showIf: ConditionPart,
    unit: nullable(Text),
    least: nullable(Type.Number()),
    most: nullable(Type.Number()),
  },
  { additionalProperties: false },
)
const SectionPart = Type.Object(
  {
    code: Code,
    title: Text,
    note: nullable(Text),
    showIf: ConditionPart,
    questions: Type.Array(QuestionPart, { maxItems: 210 }),
  },
  { additionalProperties: false },
)
export const QuestionnairePart = Type.Unsafe<Questionnaire>(
  Type.Object(
    { title: Text, intro: Text, sections: Type.Array(SectionPart, { maxItems: 60 }) },
    { additionalProperties: false },
  ),
)

const Value = Type.Union([
  Type.String({ maxLength: 4000 }),
  Type.Number(),
  Type.Array(Type.String({ maxLength: 80 }), { maxItems: 60 }),
  Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 40 })),
])
export const AnswersPart = Type.Record(Type.String({ maxLength: 40 }), Value)

export const SurveyHead = Type.Object({
  id: Uuid,
  area: Type.Object({
    code: Type.String(),
    name: Type.String(),
    nameEn: nullable(Type.String()),
  }),
  title: Type.Object({ zh: Type.String(), en: Type.String() }),
  state: oneOf(surveyStates),
  answersBy: oneOf(answeredBy),
  opensOn: nullable(Day),
  closesOn: nullable(Day),
  version: nullable(Type.Integer()),
  minutes: Type.Integer(),
  questions: Type.Integer(),
})
export type SurveyHead = Static<typeof SurveyHead>

export const ChannelPart = oneOf(channels)
