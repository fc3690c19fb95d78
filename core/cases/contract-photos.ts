import { Type } from 'typebox'
import { FileHash } from '#core/files/contract.ts'
import { endpoint } from '#core/kit/contract.ts'
import { CaseNumber } from './contract.ts'

export const openPhotos = endpoint({
  name: 'openPhotos',
  method: 'POST',
  path: '/api/follow/photos',
  access: 'voice',
  summary:
    'For a reporter, by number and secret: a pass for each photo of the report and its result, good for an hour ' +
    'in `/api/files/HASH?pass=…`.',
  tags: ['residents', 'files'],
  input: Type.Object({
    number: CaseNumber,
    secret: Type.String({ minLength: 4, maxLength: 20 }),
  }),
  output: Type.Object({
    passes: Type.Array(Type.Object({ hash: FileHash, pass: Type.String() })),
  }),
  refusals: { no_such_case: 404 },
  limit: { max: 60, per: 'minute' },
})
