// Opening the name and number of a reporter: with a reason, kept and shown to the reporter.

import { Type } from 'typebox'
import { endpoint, nullable } from '#core/kit/contract.ts'
import { CaseNumber } from './contract.ts'

export const unmaskContact = endpoint({
  name: 'unmaskContact',
  method: 'POST',
  path: '/api/cases/:number/contact',
  access: 'staff',
  summary: "Reads the reporter's name and number. The reason is kept and shown to the reporter.",
  tags: ['cases'],
  input: Type.Object({ number: CaseNumber, reason: Type.String({ maxLength: 500 }) }),
  output: Type.Object({
    contacts: Type.Array(
      Type.Object({
        voice: Type.Integer(),
        name: nullable(Type.String()),
        phone: nullable(Type.String()),
      }),
    ),
  }),
  refusals: { no_such_case: 404, not_yours: 403, reason_missing: 422, no_contact_given: 409 },
  limit: { max: 30, per: 'minute' },
})
