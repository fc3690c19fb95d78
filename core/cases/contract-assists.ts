// Who helps the lead with a case, and the team from which somebody is sent to look before filing.

import { Type } from 'typebox'
import { endpoint, nullable } from '#core/kit/contract.ts'

const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })

export const AssistView = Type.Object({
  leg: Type.Integer(),
  name: WordsView,
  task: nullable(Type.String()),
  meetBy: nullable(Type.String()),
  doneAt: nullable(Type.String()),
  mine: Type.Boolean({ description: 'The caller answers for this part.' }),
})

export const listVerifiers = endpoint({
  name: 'listVerifiers',
  method: 'GET',
  path: '/api/cases/:number/verifiers',
  access: 'staff',
  summary: 'Who may be sent to look at a report before it is filed.',
  tags: ['cases'],
  input: Type.Object({ number: Type.String({ maxLength: 60 }) }),
  output: Type.Object({
    items: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), post: WordsView })),
  }),
  refusals: { no_such_case: 404 },
})
