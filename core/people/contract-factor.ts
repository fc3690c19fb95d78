// The second factor of one's own account, and taking it off an account whose owner lost the telephone.
import { type Static, Type } from 'typebox'
import { endpoint, nullable } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { Login, Password } from './contract.ts'

const none = Type.Object({})
const tags = ['people']
const Code = Type.String({ minLength: 6, maxLength: 20 })

export const FactorView = Type.Object({
  enrolledAt: nullable(Type.String()),
  codesLeft: Type.Integer({ description: 'Recovery codes not used yet.' }),
  required: Type.Boolean({ description: 'Demanded of one of my roles by the rule of its place.' }),
})
export type FactorView = Static<typeof FactorView>

export const readMyFactor = endpoint({
  name: 'readMyFactor',
  method: 'GET',
  path: '/api/me/second-factor',
  access: 'staff',
  summary: 'Whether my account has a second factor, and whether it must.',
  tags,
  input: none,
  output: FactorView,
  refusals: {},
})

export const beginFactor = endpoint({
  name: 'beginFactor',
  method: 'POST',
  path: '/api/me/second-factor',
  access: 'staff',
  summary:
    'Makes a secret for an authenticator (RFC 6238). It counts once a code of it was confirmed; until then an older one goes on.',
  tags,
  input: Type.Object({ password: Password }),
  output: Type.Object({
    uri: Type.String({ description: 'otpauth:// for the QR code.' }),
    secret: Type.String({ description: 'The same in Base32, to type.' }),
  }),
  refusals: { wrong_password: 422 },
  limit: { max: 10, per: 'minute' },
})

export const confirmFactor = endpoint({
  name: 'confirmFactor',
  method: 'POST',
  path: '/api/me/second-factor/confirmation',
  access: 'staff',
  summary: 'Confirms the new secret with one code. Answers ten recovery codes, shown this once.',
  tags,
  input: Type.Object({ code: Code }),
  output: Type.Object({ codes: Type.Array(Type.String()) }),
  refusals: { wrong_code: 422, no_factor_begun: 409 },
  limit: { max: 10, per: 'minute' },
})

export const endFactor = endpoint({
  name: 'endFactor',
  method: 'POST',
  path: '/api/me/second-factor/end',
  access: 'staff',
  summary: 'Takes the second factor off, where no rule demands it.',
  tags,
  input: Type.Object({ password: Password, code: Code }),
  output: none,
  refusals: { wrong_password: 422, wrong_code: 422, factor_required: 409, no_factor_begun: 409 },
  limit: { max: 10, per: 'minute' },
})

export const resetFactor = endpoint({
  name: 'resetFactor',
  method: 'POST',
  path: '/api/staff/:login/second-factor-reset',
  access: 'staff',
  summary:
    'Takes the second factor off an account whose owner lost it, with a reason that is kept. Ends all its sessions.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    login: Login,
    reason: Type.String({ minLength: 2, maxLength: 300 }),
  }),
  output: none,
  refusals: { no_such_person: 404, no_factor_begun: 409 },
})
