// OpenID Connect against whatever provider the operator names: authorization code with PKCE, state and nonce, bound to the
// browser by a sealed cookie. The provider sends the browser back to a page of ours, and that page sends its query here.
import * as client from 'openid-client'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type * as contract from '#core/people/contract-oidc.ts'
import type { App, Who } from '#server/app.ts'
import { isLoopback } from '#server/config.ts'
import { inScope } from '#server/kit/db.ts'
import type { Call } from '#server/kit/http.ts'
import { isFactorRequired } from './factor-rule.ts'
import { readMe } from './me.ts'
import { readFactor } from './store-factors.ts'
import * as store from './store-identities.ts'
import { findAccount, listHeld, logAttempt } from './store-sessions.ts'
import { openSession } from './sign-in.ts'
import { demoMayEnter } from './who.ts'

const job = { kind: 'job' } as const
const cookieName = 'linli_oidc'
const minutesToReturn = 10

/** Where the provider sends the browser back to; registered there. */
export const returnPath = '/desk/sign-in/return'

type Begun = {
  aim: 'signIn' | 'link'
  state: string
  nonce: string
  verifier: string
  at: string
  /** Who links: another person's browser cannot end it. */
  personId: string | null
  then: string | null
}

const place = { table: 'oidc', column: 'begun', communityId: 0, caseId: '', voice: 0 }

type Silent = 'no_provider' | 'provider_silent'
const known = new WeakMap<App, Promise<client.Configuration>>()

/** The provider's own description is read once; a provider that was silent is asked anew the next time. */
async function provider(app: App): Promise<Result<client.Configuration, Silent>> {
  const { oidc } = app.config
  if (oidc === null) return refused('no_provider')
  const found = known.get(app) ?? discover(oidc)
  known.set(app, found)
  try {
    return done(await found)
  } catch (error) {
    known.delete(app)
    app.log.warn({ err: error }, 'the provider of sign-ins does not answer')
    return refused('provider_silent')
  }
}

function discover(oidc: NonNullable<App['config']['oidc']>): Promise<client.Configuration> {
  const issuer = new URL(oidc.issuer)
  const plain = issuer.protocol === 'http:' && isLoopback(issuer.hostname)
  return client.discovery(issuer, oidc.client, oidc.secret, undefined, {
    timeout: 10,
    ...(plain && { execute: [client.allowInsecureRequests] }),
  })
}

export function readOidc(app: App): Promise<Result<{ name: string | null }, never>> {
  return Promise.resolve(done({ name: app.config.oidc?.name ?? null }))
}

export async function startOidc(
  app: App,
  who: Who,
  input: InputOf<typeof contract.startOidc>,
  call: Call,
): Promise<Result<{ url: string }, Silent | 'not_signed_in'>> {
  const personId = who.actor.kind === 'person' ? who.actor.id : null
  if (input.aim === 'link' && personId === null) return refused('not_signed_in')
  const found = await provider(app)
  if (!found.ok) return found
  const begun: Begun = {
    aim: input.aim,
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    at: app.now(),
    personId,
    then: input.then ?? null,
  }
  const url = client.buildAuthorizationUrl(found.value, {
    redirect_uri: `${app.config.publicUrl}${returnPath}`,
    scope: 'openid',
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  })
  call.setCookie(cookieName, app.keys.seal(JSON.stringify(begun), place), minutesToReturn * 60)
  return done({ url: url.href })
}

function begunHere(app: App, call: Call): Begun | null {
  const sealed = call.cookie(cookieName)
  if (sealed === null || !app.keys.has(sealed.slice(0, Math.max(sealed.indexOf('.'), 0))))
    return null
  let begun: Begun
  try {
    begun = JSON.parse(app.keys.open(sealed, place)) as Begun
  } catch {
    return null // altered, or sealed for something else
  }
  return toMs(app.now()) - toMs(begun.at) > minutesToReturn * 60_000 ? null : begun
}

type Finished = Result<
  OutputOf<typeof contract.finishOidc>,
  | Silent
  | 'not_begun_here'
  | 'provider_refused'
  | 'not_linked'
  | 'linked_elsewhere'
  | 'provider_without_factor'
>

export async function finishOidc(
  app: App,
  who: Who,
  { query }: InputOf<typeof contract.finishOidc>,
  call: Call,
): Promise<Finished> {
  const begun = begunHere(app, call)
  call.clearCookie(cookieName)
  const actor = who.actor.kind === 'person' ? who.actor.id : null
  if (begun === null || (begun.aim === 'link' && begun.personId !== actor))
    return refused('not_begun_here')
  const found = await provider(app)
  if (!found.ok) return found
  const claims = await claimsOf(app, found.value, query, begun)
  if (claims === null) return refused('provider_refused')
  const issuer = found.value.serverMetadata().issuer
  return begun.aim === 'link'
    ? link(app, { issuer, subject: claims.sub, personId: begun.personId ?? '' }, begun.then)
    : enter(app, { issuer, claims, then: begun.then }, call)
}

type Claims = { sub: string; amr?: unknown }

/** The library checks issuer, audience, signature, times, state and nonce; whatever fails is one refusal. */
async function claimsOf(
  app: App,
  config: client.Configuration,
  query: string,
  begun: Begun,
): Promise<Claims | null> {
  const back = new URL(`${app.config.publicUrl}${returnPath}`)
  back.search = query
  try {
    const tokens = await client.authorizationCodeGrant(config, back, {
      pkceCodeVerifier: begun.verifier,
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    return claims === undefined ? null : { sub: claims.sub, amr: claims['amr'] }
  } catch (error) {
    app.log.info({ err: error }, 'a sign-in through the provider failed')
    return null
  }
}

async function link(
  app: App,
  row: { issuer: string; subject: string; personId: string },
  then: string | null,
): Promise<Finished> {
  const linked = await inScope(app.db, job, (tx) =>
    store.addIdentity(tx, { ...row, at: app.now() }),
  )
  if (!linked) return refused('linked_elsewhere')
  return done({ aim: 'link', me: await readMe(app, row.personId), then })
}

/** Methods of RFC 8176 that are a second factor, or say that there were several. */
const strong = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc', 'fpt', 'face', 'sms'])

async function enter(
  app: App,
  { issuer, claims, then }: { issuer: string; claims: Claims; then: string | null },
  call: Call,
): Promise<Finished> {
  const outcome = await inScope(app.db, job, async (tx) => {
    const id = await store.findIdentity(tx, issuer, claims.sub)
    const account = id === null ? null : await findAccount(tx, { id })
    const gone = account === null || account.leftAt !== null || (account.demo && !demoMayEnter(app))
    const now = app.now()
    const log = {
      at: now,
      personId: account?.id ?? null,
      address: call.address,
      userAgent: call.header('user-agent')?.slice(0, 200) ?? null,
    }
    if (gone) {
      await logAttempt(tx, { ...log, outcome: account === null ? 'unknown' : 'left' })
      return refused('not_linked')
    }
    const factor = await readFactor(tx, account.id)
    const needs =
      factor?.enrolledAt != null || isFactorRequired(app, await listHeld(tx, account.id), now)
    const given = Array.isArray(claims.amr) && claims.amr.some((way) => strong.has(String(way)))
    if (needs && !given) {
      await logAttempt(tx, { ...log, outcome: 'code_asked' })
      return refused('provider_without_factor')
    }
    await logAttempt(tx, { ...log, outcome: 'signed_in' })
    return done({ personId: account.id, give: await openSession(app, tx, account.id, call) })
  })
  if (!outcome.ok) return outcome
  outcome.value.give()
  return done({ aim: 'signIn', me: await readMe(app, outcome.value.personId), then })
}

export async function readMyLink(app: App, who: Who) {
  const { actor } = who
  if (actor.kind !== 'person') return refused('not_allowed')
  const linkedAt = await inScope(app.db, job, (tx) => store.linkedAt(tx, actor.id))
  return done({ name: app.config.oidc?.name ?? null, linkedAt })
}

export async function endMyLink(app: App, who: Who) {
  const { actor } = who
  if (actor.kind !== 'person') return refused('not_allowed')
  const ended = await inScope(app.db, job, (tx) => store.removeIdentities(tx, actor.id))
  return ended ? done({}) : refused('not_linked')
}
