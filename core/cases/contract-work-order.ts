// The work order as a file: what is handed to whoever goes there.

import { Type } from 'typebox'
import { endpoint, oneOf } from '#core/kit/contract.ts'
import { CaseNumber } from './contract.ts'

export const printWorkOrder = endpoint({
  name: 'printWorkOrder',
  method: 'GET',
  path: '/api/cases/:number/work-order.pdf',
  access: 'staff',
  summary: 'The work order of a case, A4: never with name or number of the reporter.',
  tags: ['cases'],
  input: Type.Object({ number: CaseNumber, lang: Type.Optional(oneOf(['zh', 'en'])) }),
  output: Type.Any(),
  refusals: { no_such_case: 404 },
  form: 'file',
  limit: { max: 40, per: 'minute' },
})
