// Finding the cases of a caller by the telephone number he gives, for whoever answers calls. Not a way to look at a person:
// it needs a reason, leaves a line the reporter reads, and shows only cases whose contact the asker might open anyway.
import { Type } from 'typebox'
import { endpoint, oneOf } from '#core/kit/contract.ts'
import { states } from './case.ts'
import { CaseNumber, CategoryLabel } from './contract.ts'

export const phoneCasesMax = 20

export const findByPhone = endpoint({
  name: 'findByPhone',
  method: 'POST',
  path: '/api/cases/by-phone',
  access: 'staff',
  summary:
    'Cases with this telephone number, newest first, among those whose contact the asker may open. Each is noted as looked at, with the reason.',
  tags: ['cases'],
  input: Type.Object({
    phone: Type.String({ maxLength: 40 }),
    reason: Type.String({ maxLength: 500 }),
  }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        number: CaseNumber,
        state: oneOf(states),
        category: CategoryLabel,
        reportedAt: Type.String(),
      }),
      { maxItems: phoneCasesMax },
    ),
  }),
  refusals: { bad_phone: 422, reason_missing: 422, not_yours: 403 },
  limit: { max: 20, per: 'minute' },
})
