// Taking back a name or a number, or the leave to be called, by number and code: also through staff at a counter.
import { Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { codeWays } from './by-code.ts'
import { CaseNumber } from './contract.ts'
import { Moved } from './contract-parts.ts'

const wish = {
  number: CaseNumber,
  commandId: CommandId,
  name: Type.Boolean({ description: 'Delete the name.' }),
  phone: Type.Boolean({ description: 'Delete the number.' }),
  calls: nullable(
    Type.Boolean({ description: 'Whether they may be called back; null: as it was.' }),
  ),
}
const refusals = { no_such_case: 404, not_yours: 403, nothing_to_take_back: 409 } as const

export const withdrawContact = endpoint({
  name: 'withdrawContact',
  method: 'POST',
  path: '/api/follow/contact',
  access: 'voice',
  summary:
    'The reporter takes back name or number, or says whether they may be called. At once, in any state; the case goes on.',
  tags: ['residents', 'moves'],
  input: Type.Object({ ...wish, secret: Type.String({ minLength: 4, maxLength: 20 }) }),
  output: Moved,
  refusals,
  limit: { max: 60, per: 'minute' },
})

export const withdrawByCode = endpoint({
  name: 'withdrawByCode',
  method: 'POST',
  path: '/api/desk/by-code/contact',
  access: 'staff',
  summary: 'The same, written down by staff for whoever holds the receipt.',
  tags: ['residents', 'moves'],
  input: Type.Object({
    ...wish,
    code: Type.String({ minLength: 4, maxLength: 20 }),
    way: oneOf(codeWays),
  }),
  output: Moved,
  refusals: { ...refusals, own_work: 403 },
  limit: { max: 60, per: 'minute' },
})
