// A layer's own closed-loop figures 层层闭环 on the wire: legs it received, by level and by receiver, and the list behind each.

import { type Static, Type } from 'typebox'
import { AreaLabel, CategoryLabel, WordsView } from '#core/cases/contract.ts'
import { states } from '#core/cases/case.ts'
import { layerFacts } from '#core/cases/layer-figures.ts'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { Fraction, Period } from './contract.ts'

const figures = {
  received: Type.Integer(),
  returned: Type.Integer(),
  signed: Fraction,
  handedIn: Type.Integer(),
  refused: Type.Integer({ description: 'Results its giver did not pass.' }),
  confirmedOnward: Type.Integer(),
  confirmMinutes: Type.Object({
    n: Type.Integer(),
    median: nullable(Type.Integer()),
    p90: nullable(Type.Integer()),
    hidden: Type.Boolean(),
  }),
  held: Type.Object({
    ...Fraction.properties,
    rounds: Type.Integer({
      description: 'Overdue rounds it had in hand; num and den are seconds.',
    }),
  }),
}

export const LayerView = Type.Object({
  level: Type.String(),
  own: Type.Boolean({ description: 'The level of the area that was asked about.' }),
  ...figures,
})
export type LayerView = Static<typeof LayerView>

export const ReceiverFigures = Type.Object({
  areaCode: Type.String(),
  unitId: Type.Integer({ description: '0: the own team of the area.' }),
  name: WordsView,
  ...figures,
})
export type ReceiverFigures = Static<typeof ReceiverFigures>

export const getLayerFigures = endpoint({
  name: 'getLayerFigures',
  method: 'GET',
  path: '/api/cockpit/:area/layers',
  access: 'staff',
  summary:
    'What each layer received, handed in and held, in the order of the layers, never a ranking.',
  tags: ['cockpit'],
  input: Type.Object({ area: Type.String({ maxLength: 40 }), period: Type.Optional(Period) }),
  output: Type.Object({
    area: AreaLabel,
    period: Type.Object({ key: Type.String(), from: Type.String(), to: Type.String() }),
    asOf: Type.String(),
    smallCell: Type.Integer(),
    layers: Type.Array(LayerView, { description: 'The area’s own layer first, then those below.' }),
    receivers: Type.Array(ReceiverFigures, {
      description: 'Of the area’s own layer: its team, then the units that stand there.',
    }),
  }),
  refusals: { no_such_area: 404, not_yours: 403 },
})

export const layerLists = [...layerFacts, 'signDue'] as const
export type LayerList = (typeof layerLists)[number]

export const LegRow = Type.Object({
  key: Type.String(),
  number: Type.String(),
  text: Type.String(),
  category: CategoryLabel,
  place: Type.Array(AreaLabel),
  state: oneOf(states),
  receiver: nullable(WordsView),
  giver: nullable(WordsView),
  at: Type.String({ description: 'When it happened; of a time limit, when it ran out.' }),
  since: nullable(
    Type.String({
      description: 'Confirmed onward: when the work above had passed. Signed: when it was signed.',
    }),
  ),
  heldSeconds: nullable(Type.Integer()),
  wholeSeconds: nullable(Type.Integer()),
})
export type LegRow = Static<typeof LegRow>

export const listLegsBehind = endpoint({
  name: 'listLegsBehind',
  method: 'GET',
  path: '/api/cockpit/:area/layers/legs',
  access: 'staff',
  summary: 'The list behind a layer figure, row for row, newest first.',
  tags: ['cockpit'],
  input: Type.Object({
    area: Type.String({ maxLength: 40 }),
    level: Type.Optional(Type.String({ maxLength: 20 })),
    unit: Type.Optional(Type.Integer({ minimum: 0 })),
    fact: Type.Optional(oneOf(layerLists)),
    period: Type.Optional(Period),
    ...paged('digitsAndNumber'),
  }),
  output: listOf(LegRow),
  refusals: { no_such_area: 404, not_yours: 403 },
})
