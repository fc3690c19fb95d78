// The wire of a rehearsal: a draft is sent, what it would have changed comes back; nothing is stored.
import { type Static, Type } from 'typebox'
import { Day, endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { AreaCode } from '#core/places/contract.ts'
import { tiers } from './case.ts'
import { examplesMax } from './rehearsal.ts'

const Pair = Type.Object({ now: Type.Integer(), draft: Type.Integer() })

export const RehearsalView = Type.Object({
  from: Day,
  to: Day,
  clocks: Type.Integer({ description: 'Handling clocks that began in these days.' }),
  complete: Type.Boolean({ description: 'False where there were more than are counted at once.' }),
  groups: Type.Array(
    Type.Object({
      tier: oneOf(tiers),
      clocks: Type.Integer(),
      earlier: Type.Integer({ description: 'Due times the draft moves forward.' }),
      later: Type.Integer(),
      judged: Type.Integer({ description: 'Ended or run out: the base of onTime.' }),
      onTime: Pair,
    }),
  ),
  newlyLate: Type.Integer(),
  newlyInTime: Type.Integer(),
  told: Type.Object({ 50: Pair, 80: Pair, 100: Pair }),
  raised: Pair,
  examples: Type.Array(
    Type.Object({
      number: Type.String(),
      category: Type.String(),
      tier: oneOf(tiers),
      dueNow: Type.String(),
      dueDraft: Type.String(),
      endedAt: nullable(Type.String()),
    }),
    { maxItems: examplesMax },
  ),
})
export type RehearsalView = Static<typeof RehearsalView>

export const rehearseRule = endpoint({
  name: 'rehearseRule',
  method: 'POST',
  path: '/api/rules/rehearsal',
  access: 'staff',
  summary: 'What a drafted rule would have changed in the last quarter: dues, lateness, reminders',
  tags: ['places'],
  input: Type.Object({
    area: AreaCode,
    key: Type.String({
      maxLength: 60,
      description: 'cases.loop, cases.categoryLimits, or workSegments.',
    }),
    value: Type.Unknown(),
  }),
  output: RehearsalView,
  refusals: { no_such_area: 404, not_yours: 403, bad_value: 422, not_rehearsable: 422 },
  limit: { max: 20, per: 'minute' },
})
