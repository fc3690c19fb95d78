// The daily brief as a file.

import { Type } from 'typebox'
import { endpoint, oneOf } from '#core/kit/contract.ts'

export const printBrief = endpoint({
  name: 'printBrief',
  method: 'GET',
  path: '/api/cockpit/:area/brief.pdf',
  access: 'staff',
  summary: 'The daily brief of an area on A4, of yesterday unless a day is named; never a ranking.',
  tags: ['cockpit'],
  input: Type.Object({
    area: Type.String({ maxLength: 40 }),
    day: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    lang: Type.Optional(oneOf(['zh', 'en'])),
  }),
  output: Type.Any(),
  refusals: { no_such_area: 404, not_yours: 403 },
  form: 'file',
  limit: { max: 40, per: 'minute' },
})
