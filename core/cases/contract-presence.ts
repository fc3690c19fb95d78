// The wire of presence: a page says that it is open, and hears who else has the case open. Nothing of it is stored.

import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { Uuid } from '#core/kit/ids.ts'
import { CaseNumber, WordsView } from './contract.ts'
import { moves } from './move-names.ts'

export const PresentView = Type.Object({
  name: Type.String(),
  post: WordsView,
  doing: nullable(oneOf(moves)),
})
export type PresentView = Static<typeof PresentView>

export const tellPresence = endpoint({
  name: 'tellPresence',
  method: 'POST',
  path: '/api/cases/:number/presence',
  access: 'staff',
  summary:
    'Says that this page has the case open, every few seconds, and answers who else has. In memory only; it locks nothing.',
  tags: ['cases'],
  input: Type.Object({
    number: CaseNumber,
    tab: Uuid,
    here: Type.Boolean({ description: 'False when the page is left.' }),
    doing: nullable(oneOf(moves)),
  }),
  output: Type.Object({ others: Type.Array(PresentView) }),
  refusals: { no_such_case: 404 },
  limit: { max: 1200, per: 'minute' },
})
