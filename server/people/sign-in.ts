// Signing in and out. Every failure has one answer and takes one time: whether the login exists, is locked or has
// left shows to nobody. Five failures in a row close an account for a minute, then for two, four … up to an hour.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import { addMs, toMs } from '#core/kit/time.ts'
import { isWeakPassword, lockMinutes } from '#core/people/accounts.ts'
import type * as contract from '#core/people/contract.ts'
import type { App, Who } from '#server/app.ts'
import { type Tx, inScope } from '#server/kit/db.ts'
import type { Call } from '#server/kit/http.ts'
import { tryCode } from './factors.ts'
import { readMe } from './me.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { lockFactor } from './store-factors.ts'
import * as store from './store-sessions.ts'
import {
  demoMayEnter,
  forgetWho,
  hashOfSecret,
  newSecret,
  sessionCookie,
  sessionDaysMax,
} from './who.ts'

const job = { kind: 'job' } as const

export async function signIn(
  app: App,
  input: InputOf<typeof contract.signIn>,
  call: Call,
): Promise<Result<OutputOf<typeof contract.signIn>, 'wrong_login' | 'code_needed' | 'wrong_code'>> {
  const login = input.login.trim().toLowerCase()
  const account = await inScope(app.db, job, (tx) => store.findAccount(tx, { login }))
  const right = await isPassword(input.password, account?.passwordHash ?? null)
  let give = () => undefined as void
  const outcome = await inScope(app.db, job, async (tx) => {
    const outcome = await judge(app, tx, { account, right, code: input.code?.trim() ?? '' })
    const userAgent = call.header('user-agent')?.slice(0, 200) ?? null
    const now = app.now()
    await store.logAttempt(tx, {
      at: now,
      personId: account?.id ?? null,
      address: call.address,
      userAgent,
      outcome,
    })
    if (outcome !== 'signed_in' || account === null) return outcome
    give = await openSession(app, tx, account.id, call)
    return outcome
  })
  if (outcome === 'code_asked') return refused('code_needed')
  if (outcome === 'wrong_code') return refused('wrong_code')
  if (outcome !== 'signed_in' || account === null) return refused('wrong_login')
  give()
  return done(await readMe(app, account.id))
}

/** Stores a session; what it answers gives the browser its cookie, once the transaction stands. */
export async function openSession(
  app: App,
  tx: Tx,
  personId: string,
  call: Call,
): Promise<() => void> {
  const secret = newSecret()
  const now = app.now()
  await store.addSession(tx, {
    tokenHash: hashOfSecret(secret),
    id: app.newId(),
    personId,
    at: now,
    expiresAt: addMs(now, sessionDaysMax * 86_400_000),
    userAgent: call.header('user-agent')?.slice(0, 200) ?? null,
    address: call.address,
  })
  return () => call.setCookie(sessionCookie, secret, sessionDaysMax * 86_400)
}

type Tried = { account: store.Account | null; right: boolean; code: string }

/**
 * Under a lock a right password opens nothing and a wrong one adds nothing, so that trying on is pointless. Failures are
 * forgotten when everything was right: a right password alone never clears the count of wrong codes.
 */
async function judge(
  app: App,
  tx: Tx,
  { account, right, code }: Tried,
): Promise<store.Attempt['outcome']> {
  if (account === null) return 'unknown'
  if (account.leftAt !== null || (account.demo && !demoMayEnter(app))) return 'left'
  const now = app.now()
  const locked = (await store.lockCredentials(tx, account.id))?.lockedUntil ?? null
  if (locked !== null && toMs(now) < toMs(locked)) return 'locked'
  const outcome = right ? await judgeCode(app, tx, account.id, code) : 'wrong'
  if (outcome === 'signed_in') await store.clearFailures(tx, account.id)
  if (outcome === 'wrong' || outcome === 'wrong_code') {
    const minutes = lockMinutes(await store.addFailure(tx, account.id, now))
    if (minutes > 0) await store.lockUntil(tx, account.id, addMs(now, minutes * 60_000))
  }
  return outcome
}

async function judgeCode(
  app: App,
  tx: Tx,
  personId: string,
  typed: string,
): Promise<'signed_in' | 'code_asked' | 'wrong_code'> {
  const row = await lockFactor(tx, personId)
  if (row === null || row.sealedSecret === null) return 'signed_in'
  if (typed === '') return 'code_asked'
  return (await tryCode(app, tx, { personId, typed, row })) ? 'signed_in' : 'wrong_code'
}

export async function signOut(app: App, who: Who, call: Call): Promise<Result<object, never>> {
  const { actor, sessionId } = who
  if (actor.kind === 'person' && sessionId !== null)
    await end(app, { personId: actor.id, at: app.now(), only: sessionId })
  call.clearCookie(sessionCookie)
  return done({})
}

export async function signOutEverywhere(
  app: App,
  who: Who,
  call: Call,
): Promise<Result<{ ended: number }, 'not_allowed'>> {
  if (who.actor.kind !== 'person') return refused('not_allowed')
  const ended = await end(app, { personId: who.actor.id, at: app.now() })
  call.clearCookie(sessionCookie)
  return done({ ended })
}

export async function endMySession(
  app: App,
  who: Who,
  id: string,
): Promise<Result<object, 'not_allowed' | 'no_such_session'>> {
  if (who.actor.kind !== 'person') return refused('not_allowed')
  const ended = await end(app, { personId: who.actor.id, at: app.now(), only: id })
  return ended === 0 ? refused('no_such_session') : done({})
}

async function end(app: App, which: Parameters<typeof store.endSessions>[1]): Promise<number> {
  const ended = await inScope(app.db, job, (tx) => store.endSessions(tx, which))
  forgetWho(app)
  return ended
}

export async function changeMyPassword(
  app: App,
  who: Who,
  input: InputOf<typeof contract.changeMyPassword>,
): Promise<Result<object, 'not_allowed' | 'wrong_password' | 'password_too_weak'>> {
  const { actor } = who
  if (actor.kind !== 'person') return refused('not_allowed')
  const account = await inScope(app.db, job, (tx) => store.findAccount(tx, { id: actor.id }))
  if (!(await isPassword(input.current, account?.passwordHash ?? null)))
    return refused('wrong_password')
  if (account === null || isWeakPassword(input.next, account.login) || input.next === input.current)
    return refused('password_too_weak')
  const hash = await hashPassword(input.next)
  await inScope(app.db, job, async (tx) => {
    const at = app.now()
    await store.setPassword(tx, { personId: actor.id, hash, at, mustChange: false })
    await store.endSessions(tx, { personId: actor.id, at, keep: who.sessionId })
  })
  forgetWho(app)
  return done({})
}
