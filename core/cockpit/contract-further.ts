// Figures that are read when somebody asks for them: what comes back, what the work asks of staff, what is still held of
// people, and the months of medians. Beside the cockpit, which they would make slow.

import { type Static, Type } from 'typebox'
import { endpoint, oneOf, nullable } from '#core/kit/contract.ts'
import { Period, Tile } from './contract.ts'

export const furtherKeys = ['10', '26a', '26b', '26c', '27a', '27b', '27c'] as const
/** These need a walk over every case of the period: above so many filed, an area below has to be chosen. */
export const walkedKeys: readonly string[] = ['10', '26a', '26b', '26c']
export const walkedMax = 20_000

export const FurtherView = Type.Object({
  tiles: Type.Array(Tile),
  tooMany: Type.Boolean({
    description:
      'So much was filed in the period that figures 10 and 26 are left to the areas below.',
  }),
  /** Twelve months up to now, the last one still running. */
  points: Type.Array(
    Type.Object({ key: oneOf(['5', '8'] as const), points: Type.Array(nullable(Type.Number())) }),
  ),
})
export type FurtherView = Static<typeof FurtherView>

export const getFurtherFigures = endpoint({
  name: 'getFurtherFigures',
  method: 'GET',
  path: '/api/cockpit/:area/further',
  access: 'staff',
  summary:
    'Figures 10, 26 and 27 of an area and the months of the medians: only against its own past, never a ranking.',
  tags: ['cockpit'],
  input: Type.Object({ area: Type.String({ maxLength: 40 }), period: Type.Optional(Period) }),
  output: FurtherView,
  refusals: { no_such_area: 404, not_yours: 403 },
})
