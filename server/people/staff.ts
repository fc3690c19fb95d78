// Accounts and grants. Rows of people are written in job scope, after the rule in core said yes.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { assert, done, refused, type Result } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import {
  isWeakPassword,
  mayKeepAccount,
  whyCannotGrant,
  type GrantRefusal,
} from '#core/people/accounts.ts'
import type * as contract from '#core/people/contract-staff.ts'
import { hasRight } from '#core/people/rights.ts'
import type { App, Who } from '#server/app.ts'
import { type Tx, once } from '#server/kit/db.ts'
import { findArea, spotOf } from './find-area.ts'
import { hashPassword } from './passwords.ts'
import { forgetRoster } from './roster-memory.ts'
import * as sessions from './store-sessions.ts'
import * as store from './store-staff.ts'
import { forgetWho } from './who.ts'

const job = { kind: 'job' } as const

export async function addPerson(
  app: App,
  who: Who,
  input: InputOf<typeof contract.addPerson>,
): Promise<
  Result<{ login: string }, 'not_allowed' | 'login_taken' | 'password_too_weak' | 'command_reused'>
> {
  const { commandId, login, name, password } = input
  if (!mayKeepAccount(who.actor, { id: '', grants: [] }, '')) return refused('not_allowed')
  if (isWeakPassword(password, login)) return refused('password_too_weak')
  const hash = await hashPassword(password)
  return once(app, who.actor, job, { commandId, content: { login, name } }, async (tx, now) => {
    const id = app.newId()
    const at = now()
    const added = await store.addPerson(tx, { id, login, name, at, by: who.actor.id })
    if (added.length === 0) return refused('login_taken')
    await sessions.setPassword(tx, { personId: id, hash, at, mustChange: true })
    return done({ login })
  })
}

/** Finds the account and asks whether the actor may keep it; strangers and others' accounts look alike. */
export async function keptAccount(app: App, tx: Tx, who: Who, login: string) {
  const account = await sessions.findAccount(tx, { login })
  if (account === null || account.leftAt !== null) return null
  const grants = await store.listOwnGrants(tx, account.id)
  const day = localDate(app.now(), app.places.geography.top()?.timeZone ?? 'UTC')
  return mayKeepAccount(who.actor, { id: account.id, grants }, day) ? account : null
}

export async function endAccount(
  app: App,
  who: Who,
  { commandId, login }: InputOf<typeof contract.endAccount>,
): Promise<Result<object, 'no_such_person' | 'not_allowed' | 'command_reused'>> {
  const answer = await once(
    app,
    who.actor,
    job,
    { commandId, content: { login } },
    async (tx, now) => {
      const account = await keptAccount(app, tx, who, login)
      if (account === null) return refused('no_such_person')
      if (account.id === who.actor.id) return refused('not_allowed')
      const at = now()
      await store.endPerson(tx, { personId: account.id, at, by: who.actor.id })
      await sessions.endSessions(tx, { personId: account.id, at })
      return done({})
    },
  )
  forgetWho(app)
  forgetRoster(app.db)
  return answer
}

export async function resetPassword(
  app: App,
  who: Who,
  { commandId, login, password }: InputOf<typeof contract.resetPassword>,
): Promise<Result<object, 'no_such_person' | 'password_too_weak' | 'command_reused'>> {
  if (isWeakPassword(password, login)) return refused('password_too_weak')
  const hash = await hashPassword(password)
  const answer = await once(
    app,
    who.actor,
    job,
    { commandId, content: { login } },
    async (tx, now) => {
      const account = await keptAccount(app, tx, who, login)
      if (account === null) return refused('no_such_person')
      const at = now()
      await sessions.setPassword(tx, { personId: account.id, hash, at, mustChange: true })
      await sessions.endSessions(tx, { personId: account.id, at })
      return done({})
    },
  )
  forgetWho(app)
  return answer
}

type GrantAnswer = Result<
  { id: number },
  GrantRefusal | 'no_such_person' | 'no_such_area' | 'no_such_unit' | 'command_reused'
>

export async function grantRole(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.grantRole>,
): Promise<GrantAnswer> {
  const answer = await once(app, who.actor, job, { commandId, content: input }, async (tx, now) => {
    const area = findArea(app, input.areaCode)
    if (area === null) return refused('no_such_area')
    if (!hasRight(who.actor, 'keepGrants', spotOf(area))) return refused('not_allowed')
    const unit =
      input.unitCode === null ? null : await store.findUnit(tx, input.unitCode, input.validFrom)
    if (input.unitCode !== null && unit === null) return refused('no_such_unit')
    const account = await sessions.findAccount(tx, { login: input.login })
    if (account === null || account.leftAt !== null) return refused('no_such_person')
    const to = { id: account.id, grants: await store.listOwnGrants(tx, account.id) }
    const { role, validFrom, validTo } = input
    const wish = { role, area: { ...spotOf(area), level: area.level }, unit, validFrom, validTo }
    const why = whyCannotGrant(wish, to, who.actor)
    if (why !== null) return refused(why)
    const row = await store.addGrant(tx, {
      personId: account.id,
      role,
      areaId: area.id,
      unitId: unit?.id ?? null,
      ordinal: input.ordinal ?? 1,
      validFrom,
      validTo,
      by: who.actor.id,
      at: now(),
    })
    assert(row !== null, 'a stored grant has an id')
    return done(row)
  })
  forgetWho(app)
  forgetRoster(app.db)
  return answer
}

export async function revokeGrant(
  app: App,
  who: Who,
  { commandId, id }: InputOf<typeof contract.revokeGrant>,
): Promise<Result<object, 'no_such_grant' | 'command_reused'>> {
  const answer = await once(
    app,
    who.actor,
    job,
    { commandId, content: { id } },
    async (tx, now) => {
      const grant = await store.lockGrant(tx, id)
      if (grant === null) return refused('no_such_grant')
      const area = app.places.geography.get(grant.areaId)
      if (!hasRight(who.actor, 'keepGrants', spotOf(area))) return refused('no_such_grant')
      await store.revokeGrant(tx, { id, at: now(), by: who.actor.id })
      return done({})
    },
  )
  forgetWho(app)
  forgetRoster(app.db)
  return answer
}

export type StaffList = OutputOf<typeof contract.listStaff>
