// Who is asking: a person by his session's cookie, another system by its token, else anybody. What was read is kept
// for a few seconds, since every call asks; what is ended or changed, here or by another process, is forgotten at once. Whoever
// wants to do something is looked at once more: a role that was taken away does nothing, wherever it was taken.
import { createHash, randomBytes } from 'node:crypto'
import { grantsOn, holdsOn, type Actor, type SystemActor } from '#core/people/actor.ts'
import { addMs, localDate, toMs } from '#core/kit/time.ts'
import { tokenMay } from '#core/people/rights.ts'
import { type App, type Who, anyone } from '#server/app.ts'
import { isLoopback } from '#server/config.ts'
import { type Tx, askInScope, inScope } from '#server/kit/db.ts'
import type { Caller } from '#server/kit/http.ts'
import { isFactorRequired } from './factor-rule.ts'
import { scopeOf } from './scope.ts'
import * as store from './store-sessions.ts'

export const sessionCookie = 'linli'
/** A session ends after so long without a call: a shift and the way to the next one. */
export const idleHoursMax = 36
export const sessionDaysMax = 14
const touchMinutes = 5
const keptMs = 5000
const keptMax = 20_000

type KnownSession = {
  kind: 'session'
  row: store.SessionRow
  grants: store.ZonedGrant[]
  stands: store.ZonedStand[]
}
type KnownToken = { kind: 'token'; row: store.TokenRow }
type Known = KnownSession | KnownToken | null
type Kept = { found: Promise<Known>; readAt: number; minute: number; actor: Actor | null }

const keptOf = new WeakMap<App['db'], Map<string, Kept>>()

function keptBy(app: Pick<App, 'db'>): Map<string, Kept> {
  let kept = keptOf.get(app.db)
  if (kept === undefined) keptOf.set(app.db, (kept = new Map()))
  return kept
}

/** After grants, accounts, sessions or tokens changed: the next call of anybody reads anew. */
export function forgetWho(app: Pick<App, 'db'>): void {
  keptBy(app).clear()
}

/** Somebody's sessions or roles were changed by another process. */
export function forgetPerson(app: Pick<App, 'db'>, personId: string): void {
  const kept = keptBy(app)
  // Whoever is just being read may be read as he was.
  for (const [key, one] of kept)
    if (one.actor === null || one.actor.id === personId) kept.delete(key)
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export async function whoIs(app: App, caller: Caller, toAct = false): Promise<Who> {
  const bearer = /^Bearer (\S+)$/i.exec(caller.header('authorization') ?? '')?.[1]
  const secret = bearer ?? caller.cookie(sessionCookie)
  if (secret == null || secret.length > 200) return anyone(caller)
  const via = bearer === undefined ? 'cookie' : 'token'
  const recognised = await recognise(app, { secret, via, toAct })
  if (recognised === null) return anyone(caller)
  const { actor, sessionId } = recognised
  const signedIn =
    actor.kind === 'person' ||
    (['cases:read', 'figures:read', 'orders'] as const).some((scope) => tokenMay(actor, scope))
  return { actor, scope: scopeOf(actor), signedIn, via, sessionId, caller }
}

/** The system behind an API token, for doors with their own place for it (Open311's api_key). */
export async function systemByToken(app: App, secret: string): Promise<SystemActor | null> {
  const found = await recognise(app, { secret, via: 'token', toAct: true })
  return found?.actor.kind === 'system' ? found.actor : null
}

type Recognised = { actor: Actor; sessionId: string | null }

type Shown = { secret: string; via: 'cookie' | 'token'; toAct: boolean }

async function recognise(app: App, { secret, via, toAct }: Shown): Promise<Recognised | null> {
  const hash = hashOfSecret(secret)
  const key = `${via} ${hash.toString('hex')}`
  const find = () => read(app, hash, via)
  const before = keptBy(app).get(key)
  let kept = keep(app, key, find)
  // What is read for this very call is as new as can be.
  if (toAct && kept === before && !(await stillStands(app, await kept.found, { hash, via }))) {
    if (keptBy(app).get(key) === kept) keptBy(app).delete(key)
    const personId = kept.actor?.id
    kept = keep(app, key, find)
    // What is found out here first is not left to the line between the processes.
    for (const stream of app.streams) if (stream.personId === personId) void stream.lookAgain()
  }
  const known = await kept.found
  if (known === null) return null
  const now = app.now()
  const minute = Math.floor(toMs(now) / 60_000)
  if (kept.actor === null || kept.minute !== minute) {
    kept.actor = actorOf(app, known, now)
    kept.minute = minute
  }
  if (kept.actor === null) return null
  return { actor: kept.actor, sessionId: known.kind === 'session' ? known.row.id : null }
}

function keep(app: App, key: string, find: () => Promise<Known>): Kept {
  const kept = keptBy(app)
  const at = performance.now()
  const known = kept.get(key)
  if (known !== undefined && at - known.readAt < keptMs) return known
  if (kept.size >= keptMax) kept.clear()
  const fresh: Kept = { found: find(), readAt: at, minute: -1, actor: null }
  fresh.found.catch(() => kept.delete(key))
  kept.set(key, fresh)
  return fresh
}

function read(app: App, hash: Buffer, via: 'cookie' | 'token'): Promise<Known> {
  const ahead = via === 'cookie' ? store.sessionStatement(hash) : undefined
  const look = async (tx: Tx): Promise<Known> => {
    if (via === 'token') {
      const row = await store.findToken(tx, hash)
      return row === null ? null : { kind: 'token', row }
    }
    const row = await store.findSession(tx, hash)
    if (row === null) return null
    const now = app.now()
    if (isAlive(row, now) && toMs(now) - toMs(row.lastSeenAt) > touchMinutes * 60_000)
      await store.touchSession(tx, hash, now)
    const grants = await store.listHeld(tx, row.personId)
    return { kind: 'session', row, grants, stands: await store.listStands(tx, row.personId, now) }
  }
  return inScope(app.db, { kind: 'job' }, look, ahead)
}

/** Asked in one message, before something is done in the name of somebody who is remembered. */
async function stillStands(
  app: App,
  known: Known,
  { hash, via }: { hash: Buffer; via: Shown['via'] },
): Promise<boolean> {
  if (known === null) return false
  const [now] = await askInScope<{ version: number; stands: boolean }>(
    app.db,
    { kind: 'job' },
    store.standingText(hash, via),
  )
  return now !== undefined && now.stands && now.version === known.row.version
}

function isAlive(row: store.SessionRow, now: string): boolean {
  return (
    toMs(now) < toMs(row.expiresAt) &&
    toMs(now) < toMs(addMs(row.lastSeenAt, idleHoursMax * 3_600_000))
  )
}

/** Demo accounts and tokens open nothing where others than this machine can knock. */
export function demoMayEnter(app: Pick<App, 'config'>): boolean {
  return isLoopback(app.config.host)
}

function actorOf(app: App, known: KnownSession | KnownToken, now: string): Actor | null {
  if (known.row.demo && !demoMayEnter(app)) return null
  if (known.kind === 'token') return systemOf(known.row, now)
  const { row, grants, stands } = known
  if (!isAlive(row, now)) return null
  const days = new Map<string, string>()
  const dayIn = (zone: string) =>
    days.get(zone) ?? days.set(zone, localDate(now, zone)).get(zone) ?? ''
  const held = grants.flatMap((grant) => grantsOn([grant], dayIn(grant.timeZone)))
  // Whoever still has the password somebody else chose for him changes it first, and whoever must have a second factor
  // enrols it.
  const lacksFactor = !row.hasFactor && isFactorRequired(app, held, now)
  if (row.mustChange || held.length === 0 || lacksFactor)
    return { kind: 'person', id: row.personId, name: row.name, grants: [] }
  const standing = stands.filter((stand) => standsOn(stand, now, dayIn(stand.timeZone)))
  return { kind: 'person', id: row.personId, name: row.name, grants: held, stands: standing }
}

/** A roster counts by the minute, an absence by the local day; both rows carry the one that they have. */
function standsOn(stand: store.ZonedStand, now: string, day: string): boolean {
  const { fromAt, toAt, firstOn, lastOn } = stand
  if (fromAt !== null && toAt !== null) return toMs(fromAt) <= toMs(now) && toMs(now) < toMs(toAt)
  return firstOn !== null && lastOn !== null && firstOn <= day && day <= lastOn
}

function systemOf(row: store.TokenRow, now: string): SystemActor | null {
  if (!holdsOn(row, localDate(now, row.timeZone))) return null
  const { id, name, scopes, areaId, areaPath } = row
  return { kind: 'system', id, name, scopes, areaId, areaPath }
}

/** A person without a session: for what he asked to be sent to him. Null once he has left or holds no post. */
export async function whoIsPerson(app: App, personId: string, caller: Caller): Promise<Who | null> {
  const actor = await actorOfPerson(app, personId)
  if (actor === null) return null
  return { actor, scope: scopeOf(actor), signedIn: true, via: 'none', sessionId: null, caller }
}

/** With what he holds now: also for work that goes on in his name after he has signed out. */
export async function actorOfPerson(app: App, personId: string): Promise<Actor | null> {
  const now = app.now()
  const known = await inScope(app.db, { kind: 'job' }, async (tx) => {
    const person = await store.findStanding(tx, personId)
    if (person === null || (person.demo && !demoMayEnter(app))) return null
    return {
      person,
      grants: await store.listHeld(tx, personId),
      stands: await store.listStands(tx, personId, now),
    }
  })
  if (known === null) return null
  const dayIn = (zone: string) => localDate(now, zone)
  const grants = known.grants.flatMap((grant) => grantsOn([grant], dayIn(grant.timeZone)))
  if (grants.length === 0) return null
  const stands = known.stands.filter((stand) => standsOn(stand, now, dayIn(stand.timeZone)))
  return { kind: 'person', id: personId, name: known.person.name, grants, stands }
}
