// The part of oidc-provider that our stories use; the package brings no types.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  type Account = { accountId: string; claims: () => Record<string, unknown> }
  type Settings = {
    clients: Record<string, unknown>[]
    pkce: { required: () => boolean }
    cookies: { keys: string[] }
    claims: Record<string, string[]>
    conformIdTokenClaims: boolean
    findAccount: (context: { oidc: { session?: { amr?: string[] } } }, id: string) => Account
  }
  export default class Provider {
    constructor(issuer: string, settings: Settings)
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
  }
}
