// The wire of suggested categories: what a text sounds like and because of which words, and how often that was right.
import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { AreaCode, AreaName } from '#core/places/contract.ts'
import { CaseNumber } from './contract.ts'

const Count = Type.Integer({ minimum: 0 })

export const SuggestionView = Type.Object({
  category: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  confidence: nullable(
    Type.Number({ description: 'Measured on texts held out; null while nothing was learned.' }),
  ),
  because: Type.Array(Type.String(), { description: 'Words of the text that spoke for it.' }),
})
export type SuggestionView = Static<typeof SuggestionView>

const Suggestions = Type.Object({
  items: Type.Array(SuggestionView, { description: 'At most three, likeliest first.' }),
  learnedFrom: Count,
})

export const suggestForCase = endpoint({
  name: 'suggestForCase',
  method: 'GET',
  path: '/api/cases/:number/suggestions',
  access: 'staff',
  summary:
    'What category a case sounds like; a person decides. Before filing, what is offered is kept to measure it',
  tags: ['cases'],
  input: Type.Object({ number: CaseNumber }),
  output: Suggestions,
  refusals: { no_such_case: 404 },
})

export const suggestForText = endpoint({
  name: 'suggestForText',
  method: 'POST',
  path: '/api/suggestions',
  access: 'staff',
  summary: 'What category a text sounds like while it is being written; nothing is kept',
  tags: ['cases'],
  input: Type.Object({ area: AreaCode, text: Type.String({ maxLength: 4000 }) }),
  output: Suggestions,
  refusals: { no_such_area: 404 },
})

const MeasuredView = Type.Object({
  texts: Count,
  categories: Count,
  first: Count,
  amongThree: Count,
  seedsAlone: Count,
  calibrationError: Type.Number(),
  tenths: Type.Array(
    Type.Object({
      from: Type.Number(),
      texts: Count,
      confidence: Type.Number(),
      right: Count,
    }),
  ),
  byCategory: Type.Array(
    Type.Object({ category: Type.String(), texts: Count, called: Count, right: Count }),
  ),
  mixed: Type.Array(Type.Object({ was: Type.String(), called: Type.String(), times: Count })),
})

export const readSuggestionModel = endpoint({
  name: 'readSuggestionModel',
  method: 'GET',
  path: '/api/suggestion-models',
  access: 'staff',
  summary:
    'What suggestions at a place have learned from, how well they held, and what was then confirmed',
  tags: ['cases'],
  input: Type.Object({ area: AreaCode }),
  output: Type.Object({
    area: AreaName,
    trainedAt: nullable(Type.String()),
    trainedFor: nullable(AreaName),
    source: nullable(oneOf(['cases', 'history'])),
    measured: nullable(MeasuredView),
    confirmed: Type.Object(
      { days: Count, cases: Count, first: Count, amongThree: Count },
      { description: 'Filed in the last days after something was offered: what became of it.' },
    ),
    history: Type.Array(Type.Object({ trainedAt: Type.String(), texts: Count, first: Count }), {
      description: 'Earlier measurements of the same area, newest first.',
    }),
    textsMin: Count,
    mayTrain: Type.Boolean(),
  }),
  refusals: { no_such_area: 404 },
})

export const trainSuggestions = endpoint({
  name: 'trainSuggestions',
  method: 'POST',
  path: '/api/suggestion-models',
  access: 'staff',
  summary:
    'Learn now from the confirmed cases of the district; a job does it, as it does every week',
  tags: ['cases'],
  input: Type.Object({ commandId: CommandId, area: AreaCode }),
  output: Type.Object({ area: AreaName, texts: Count }),
  refusals: { no_such_area: 404, not_yours: 403, too_few_cases: 409 },
})
