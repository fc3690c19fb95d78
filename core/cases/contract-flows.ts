// The board of flows on the wire, for anybody.
import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { AreaCode } from '#core/people/contract.ts'
import { limitKinds } from '#core/places/category.ts'
import { matters, tiers } from './case.ts'
import { WordsView } from './contract.ts'
import { limitSources } from './flows.ts'

export const FlowView = Type.Object({
  code: Type.String(),
  name: WordsView,
  branch: WordsView,
  keywords: Type.Array(Type.String()),
  matter: oneOf(matters),
  tier: oneOf(tiers),
  basis: nullable(WordsView),
  body: WordsView,
  urgent: Type.Boolean(),
  limit: Type.Object({ kind: oneOf(limitKinds), amount: Type.Number() }),
  limitFrom: oneOf(limitSources),
  filing: WordsView,
  closing: WordsView,
})
export type FlowView = Static<typeof FlowView>

const SetBy = nullable(Type.Object({ area: WordsView, since: Type.String() }))

export const readFlows = endpoint({
  name: 'readFlows',
  method: 'GET',
  path: '/api/areas/:code/flows',
  access: 'open',
  summary:
    'Which matters are public functions, common affairs or one’s own at this place: basis, responsible body and time.',
  tags: ['cases'],
  input: Type.Object({ code: AreaCode }),
  output: Type.Object({
    areaCode: Type.String(),
    areaName: WordsView,
    day: Type.String({ description: 'The local day on which these rules are in force.' }),
    /** Who set times for categories, and for tiers, and since when; null where nobody did. */
    categoryTimes: SetBy,
    tierTimes: SetBy,
    items: Type.Array(FlowView),
  }),
  refusals: { no_such_area: 404 },
})
