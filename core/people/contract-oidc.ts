// Signing in through another provider (OpenID Connect, authorization code with PKCE). Accounts are never made by it: an
// account is linked by its owner, once, while signed in with the password.
import { Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { MeView } from './contract.ts'

const none = Type.Object({})
const tags = ['people']
export const oidcAims = ['signIn', 'link'] as const

export const readOidc = endpoint({
  name: 'readOidc',
  method: 'GET',
  path: '/api/oidc',
  access: 'open',
  summary: 'Whether staff may sign in through another provider, and what it is called.',
  tags,
  input: none,
  output: Type.Object({ name: nullable(Type.String()) }),
  refusals: {},
})

export const startOidc = endpoint({
  name: 'startOidc',
  method: 'POST',
  path: '/api/oidc/start',
  access: 'open',
  summary: 'Begins a sign-in, or the linking of my account: answers where the browser goes next.',
  tags,
  input: Type.Object({
    aim: oneOf(oidcAims),
    then: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  output: Type.Object({ url: Type.String() }),
  refusals: { no_provider: 404, provider_silent: 503 },
  limit: { max: 30, per: 'minute' },
})

export const finishOidc = endpoint({
  name: 'finishOidc',
  method: 'POST',
  path: '/api/oidc/finish',
  access: 'open',
  summary: 'Ends what was begun in this browser, with the query the provider sent it back with.',
  tags,
  input: Type.Object({ query: Type.String({ maxLength: 4000 }) }),
  output: Type.Object({ aim: oneOf(oidcAims), me: MeView, then: nullable(Type.String()) }),
  refusals: {
    no_provider: 404,
    provider_silent: 503,
    not_begun_here: 409,
    provider_refused: 401,
    not_linked: 403,
    linked_elsewhere: 409,
    provider_without_factor: 401,
  },
  limit: { max: 30, per: 'minute' },
})

export const readMyLink = endpoint({
  name: 'readMyLink',
  method: 'GET',
  path: '/api/me/link',
  access: 'staff',
  summary: 'Whether my account is linked to the provider.',
  tags,
  input: none,
  output: Type.Object({ name: nullable(Type.String()), linkedAt: nullable(Type.String()) }),
  refusals: {},
})

export const endMyLink = endpoint({
  name: 'endMyLink',
  method: 'DELETE',
  path: '/api/me/link',
  access: 'staff',
  summary: 'Takes the link off: from then on the password alone.',
  tags,
  input: none,
  output: none,
  refusals: { not_linked: 404 },
})
