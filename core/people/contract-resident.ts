// A resident's own account on the wire. Its session is a cookie beside that of staff, and opens nothing of theirs.
import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { WordsView } from './contract.ts'
import { consentPurposes } from './consent.ts'

const none = Type.Object({})
const Phone = Type.String({ minLength: 3, maxLength: 30 })

export const ConsentView = Type.Object({
  purpose: oneOf(consentPurposes),
  version: Type.String(),
  about: WordsView,
  text: Type.Array(WordsView),
})
export type ConsentView = Static<typeof ConsentView>

export const ResidentView = Type.Object({
  available: Type.Boolean({ description: 'Whether codes can be sent here at all.' }),
  demoInbox: Type.Boolean({ description: 'The demo world: codes are read at /demo/inbox.' }),
  consent: ConsentView,
  resident: nullable(
    Type.Object({
      phone: Type.String({ description: 'Masked.' }),
      name: nullable(Type.String()),
      since: Type.String(),
      agreed: Type.Array(
        Type.Object({ purpose: Type.String(), version: Type.String(), at: Type.String() }),
      ),
    }),
  ),
})
export type ResidentView = Static<typeof ResidentView>

export const readResident = endpoint({
  name: 'readResident',
  method: 'GET',
  path: '/api/resident',
  access: 'resident',
  summary: 'Who is signed in as a resident, or nobody; and what an account means.',
  tags: ['residents'],
  input: none,
  output: ResidentView,
  refusals: {},
})

export const askCode = endpoint({
  name: 'askCode',
  method: 'POST',
  path: '/api/resident/code',
  access: 'resident',
  summary:
    'Sends six digits to a telephone. The answer is the same whether the number has an account or not.',
  tags: ['residents'],
  input: Type.Object({ phone: Phone }),
  output: Type.Object({ againInSeconds: Type.Integer(), goodForMinutes: Type.Integer() }),
  refusals: { no_codes_here: 404, phone_wrong: 422, too_many_codes: 429 },
  limit: { max: 30, per: 'minute' },
})

export const enterCode = endpoint({
  name: 'enterCode',
  method: 'POST',
  path: '/api/resident/sign-in',
  access: 'resident',
  summary:
    'Signs a resident in by the code; the first time an account begins, for which the text named by its version is agreed to.',
  tags: ['residents'],
  input: Type.Object({
    phone: Phone,
    code: Type.String({ minLength: 1, maxLength: 20 }),
    agreed: Type.Optional(Type.String({ maxLength: 20, description: 'Version of the consent.' })),
  }),
  output: ResidentView,
  refusals: { wrong_code: 401, consent_needed: 409 },
  limit: { max: 30, per: 'minute' },
})

export const leaveResident = endpoint({
  name: 'leaveResident',
  method: 'POST',
  path: '/api/resident/sign-out',
  access: 'resident',
  summary: 'Ends this visit. Without one nothing happens.',
  tags: ['residents'],
  input: none,
  output: none,
  refusals: {},
})

export const renameResident = endpoint({
  name: 'renameResident',
  method: 'PUT',
  path: '/api/resident/name',
  access: 'resident',
  summary: 'What the resident wants to be called here; empty: nothing.',
  tags: ['residents'],
  input: Type.Object({ name: Type.String({ maxLength: 40 }) }),
  output: none,
  refusals: {},
})

export const deleteResident = endpoint({
  name: 'deleteResident',
  method: 'DELETE',
  path: '/api/resident',
  access: 'resident',
  summary:
    'Erases the account with its number, at once. Reports stay, and open by number and code.',
  tags: ['residents'],
  input: none,
  output: none,
  refusals: {},
})
