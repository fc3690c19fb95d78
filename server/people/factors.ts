// The second factor: enrolled with a code of its own, asked for at every sign-in, good once a code; ten recovery codes
// for the day the telephone is lost, and the security administrator after that.
import { randomInt } from 'node:crypto'
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type * as contract from '#core/people/contract-factor.ts'
import * as rules from '#core/people/second-factor.ts'
import type { App, Who } from '#server/app.ts'
import { type Tx, inScope, once } from '#server/kit/db.ts'
import { isFactorRequired } from './factor-rule.ts'
import { isPassword } from './passwords.ts'
import * as store from './store-factors.ts'
import { keptAccount } from './staff.ts'
import * as sessions from './store-sessions.ts'
import { newFactor, stepOf } from './totp.ts'
import { forgetWho } from './who.ts'

const job = { kind: 'job' } as const

const placeOf = (personId: string) => ({
  table: 'people.second_factors',
  column: 'secret',
  communityId: 0,
  caseId: personId,
  voice: 1,
})

const digestOf = (app: App, personId: string, code: string): string =>
  app.keys.blindIndex('secret', `recovery ${personId} ${code}`)

/** Is the code good for this account now? A good one is used up with the transaction. */
export async function tryCode(
  app: App,
  tx: Tx,
  { personId, typed, row }: { personId: string; typed: string; row: store.FactorRow },
): Promise<boolean> {
  const code = rules.kindOfCode(typed)
  if (code === null || row.sealedSecret === null) return false
  const at = app.now()
  if (code.kind === 'recovery') {
    const good = await store.useCode(tx, {
      personId,
      digest: digestOf(app, personId, code.code),
      at,
    })
    if (good) await store.logFactor(tx, { at, personId, byId: personId, act: 'recoveryUsed' })
    return good
  }
  const secret = app.keys.open(row.sealedSecret, placeOf(personId))
  const step = stepOf(secret, code.code, toMs(at))
  if (step === null || !rules.isFreshStep(step, row.lastStep)) return false
  await store.noteStep(tx, personId, step)
  return true
}

export async function readMyFactor(app: App, who: Who) {
  const { actor } = who
  if (actor.kind !== 'person') return refused('not_allowed')
  return inScope(app.db, job, async (tx) => {
    const row = await store.readFactor(tx, actor.id)
    return done({
      enrolledAt: row?.enrolledAt ?? null,
      codesLeft: row?.codesLeft ?? 0,
      required: isFactorRequired(app, await sessions.listHeld(tx, actor.id), app.now()),
    })
  })
}

export async function beginFactor(
  app: App,
  who: Who,
  input: InputOf<typeof contract.beginFactor>,
): Promise<Result<{ uri: string; secret: string }, 'not_allowed' | 'wrong_password'>> {
  if (who.actor.kind !== 'person') return refused('not_allowed')
  const account = await own(app, who.actor.id, input.password)
  if (account === null) return refused('wrong_password')
  const made = newFactor(account.login)
  await inScope(app.db, job, (tx) =>
    store.beginFactor(tx, {
      personId: account.id,
      sealed: app.keys.seal(made.secret, placeOf(account.id)),
      at: app.now(),
    }),
  )
  return done(made)
}

async function own(app: App, id: string, password: string): Promise<sessions.Account | null> {
  const account = await inScope(app.db, job, (tx) => sessions.findAccount(tx, { id }))
  return (await isPassword(password, account?.passwordHash ?? null)) ? account : null
}

export async function confirmFactor(
  app: App,
  who: Who,
  { code }: InputOf<typeof contract.confirmFactor>,
): Promise<Result<{ codes: string[] }, 'not_allowed' | 'wrong_code' | 'no_factor_begun'>> {
  const { actor } = who
  if (actor.kind !== 'person') return refused('not_allowed')
  const personId = actor.id
  const answer = await inScope(
    app.db,
    job,
    async (tx): Promise<Result<{ codes: string[] }, 'wrong_code' | 'no_factor_begun'>> => {
      const row = await store.lockFactor(tx, personId)
      if (row === null || row.sealedPending === null) return refused('no_factor_begun')
      const typed = rules.kindOfCode(code)
      const at = app.now()
      const secret = app.keys.open(row.sealedPending, placeOf(personId))
      const step = typed?.kind === 'totp' ? stepOf(secret, typed.code, toMs(at)) : null
      if (step === null) return refused('wrong_code')
      const codes = Array.from({ length: rules.recoveryCodes }, newCode)
      await store.enrolFactor(tx, { personId, step, at })
      const digests = codes.map((each) => digestOf(app, personId, each.replaceAll('-', '')))
      await store.replaceCodes(tx, personId, digests)
      await store.logFactor(tx, { at, personId, byId: personId, act: 'enrolled' })
      await sessions.endSessions(tx, { personId, at, keep: who.sessionId })
      return done({ codes })
    },
  )
  forgetWho(app)
  return answer
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Sixty bits in three groups. */
function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group()].join('-')
}

export async function endFactor(
  app: App,
  who: Who,
  input: InputOf<typeof contract.endFactor>,
): Promise<
  Result<
    object,
    'not_allowed' | 'wrong_password' | 'wrong_code' | 'factor_required' | 'no_factor_begun'
  >
> {
  if (who.actor.kind !== 'person') return refused('not_allowed')
  const account = await own(app, who.actor.id, input.password)
  if (account === null) return refused('wrong_password')
  const personId = account.id
  const answer = await inScope(
    app.db,
    job,
    async (tx): Promise<Result<object, 'wrong_code' | 'factor_required' | 'no_factor_begun'>> => {
      const row = await store.lockFactor(tx, personId)
      if (row === null || row.sealedSecret === null) return refused('no_factor_begun')
      if (isFactorRequired(app, await sessions.listHeld(tx, personId), app.now()))
        return refused('factor_required')
      if (!(await tryCode(app, tx, { personId, typed: input.code, row })))
        return refused('wrong_code')
      await store.removeFactor(tx, personId)
      await store.logFactor(tx, { at: app.now(), personId, byId: personId, act: 'ended' })
      return done({})
    },
  )
  forgetWho(app)
  return answer
}

/** Whoever keeps the account takes the factor off; where a rule demands one, the owner enrols anew before anything else. */
export async function resetFactor(
  app: App,
  who: Who,
  { commandId, login, reason }: InputOf<typeof contract.resetFactor>,
): Promise<Result<object, 'no_such_person' | 'no_factor_begun' | 'command_reused'>> {
  const answer = await once(
    app,
    who.actor,
    job,
    { commandId, content: { login, reason } },
    async (tx, now): Promise<Result<object, 'no_such_person' | 'no_factor_begun'>> => {
      const account = await keptAccount(app, tx, who, login)
      if (account === null || account.id === who.actor.id) return refused('no_such_person')
      const at = now()
      const personId = account.id
      if (!(await store.removeFactor(tx, personId))) return refused('no_factor_begun')
      await store.logFactor(tx, { at, personId, byId: who.actor.id, act: 'reset', reason })
      await sessions.endSessions(tx, { personId, at })
      return done({})
    },
  )
  forgetWho(app)
  return answer
}
