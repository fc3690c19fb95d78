// The performance of an area for anybody: twelve whole months against the twelve before, small numbers gone, no league
// table. And what a wall in a community centre shows beside it.

import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { AreaLabel } from '#core/cases/contract.ts'
import { AreaCode } from '#core/places/contract.ts'
import { tileKeys } from './contract.ts'

const Rate = Type.Object({
  rate: nullable(Type.Number()),
  bound: oneOf(['exact', 'atLeast', 'atMost'] as const),
  num: nullable(Type.Integer()),
  den: nullable(Type.Integer()),
})

export const PublicFigure = Type.Object({
  key: oneOf(tileKeys),
  rate: nullable(Rate),
  /** Counts, minutes, hand-overs a case, points of 100. */
  value: nullable(Type.Number()),
  /** Of so many cases, where it is no rate. */
  n: nullable(Type.Integer()),
  past: nullable(Type.Object({ rate: nullable(Rate), value: nullable(Type.Number()) })),
  points: Type.Array(nullable(Type.Number()), {
    description:
      'Twelve whole months, in steps that no month can be counted back from. Counts of months only of communities.',
  }),
})
export type PublicFigure = Static<typeof PublicFigure>

const Count = nullable(Type.Integer({ description: 'Null: under the small cell.' }))
export const publicSums = ['excused', 'refused', 'guided', 'merged', 'void'] as const

export const PerformanceView = Type.Object({
  area: AreaLabel,
  path: Type.Array(AreaLabel),
  from: Type.String(),
  to: Type.String(),
  asOf: Type.String(),
  smallCell: Type.Integer(),
  figures: Type.Array(PublicFigure),
  /** None of areas above communities. */
  sources: Type.Array(Type.Object({ key: Type.String(), count: Count })),
  answers: Type.Object({ confirmed: Count, silent: Count, objected: Count }),
  now: Type.Object({ open: Count, overdue: Count, suspended: Count }),
  sums: Type.Array(Type.Object({ key: oneOf(publicSums), count: Count })),
  /** Filed in the twelve months by the areas right below, for a map; never in another order than their codes. */
  below: Type.Array(Type.Object({ code: Type.String(), filed: Count })),
})
export type PerformanceView = Static<typeof PerformanceView>

export const readPerformance = endpoint({
  name: 'readPerformance',
  method: 'GET',
  path: '/api/areas/:code/performance',
  access: 'open',
  summary:
    'How a community, street or district does, for anybody: only against its own past, small numbers hidden, never a ranking.',
  tags: ['cockpit'],
  input: Type.Object({ code: AreaCode }),
  output: PerformanceView,
  refusals: { no_such_area: 404, not_published: 404 },
  limit: { max: 60, per: 'minute' },
})
