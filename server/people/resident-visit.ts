// Who is signed in as a resident: by a cookie of its own, which no door of staff looks at.
import { addDays, toMs } from '#core/kit/time.ts'
import { isOngoing, visitDaysMax } from '#core/people/resident.ts'
import type { App } from '#server/app.ts'
import { type Tx, inScope } from '#server/kit/db.ts'
import type { Call, Caller } from '#server/kit/http.ts'
import * as store from './store-residents.ts'
import { hashOfSecret, newSecret } from './who.ts'

const job = { kind: 'job' } as const
const cookieName = 'linli_resident'
const touchHours = 6

const secretOf = (caller: Caller): string | null => {
  const secret = caller.cookie(cookieName)
  return secret === null || secret.length > 200 ? null : secret
}

/** Null for anybody else, and then without asking the database if there is no cookie. */
export async function residentOf(app: App, caller: Caller): Promise<store.ResidentRow | null> {
  const secret = secretOf(caller)
  if (secret === null) return null
  const tokenHash = hashOfSecret(secret)
  return inScope(app.db, job, async (tx) => {
    const visit = await store.findVisit(tx, tokenHash)
    const now = app.now()
    if (visit === null || !isOngoing(visit, now)) return null
    if (toMs(now) - toMs(visit.lastSeenAt) > touchHours * 3_600_000)
      await store.touchVisit(tx, { tokenHash, residentId: visit.id, at: now })
    return visit
  })
}

/** Stores a visit; what it answers gives the browser its cookie, once the transaction stands. */
export async function openVisit(
  app: App,
  tx: Tx,
  residentId: string,
  call: Call,
): Promise<() => void> {
  const secret = newSecret()
  const at = app.now()
  const expiresAt = addDays(at, visitDaysMax)
  const tokenHash = hashOfSecret(secret)
  await store.addVisit(tx, { tokenHash, residentId, at, expiresAt })
  await store.touchVisit(tx, { tokenHash, residentId, at })
  return () => call.setCookie(cookieName, secret, visitDaysMax * 86_400)
}

export async function endVisit(app: App, call: Call): Promise<void> {
  const secret = secretOf(call)
  if (secret !== null) await inScope(app.db, job, (tx) => store.endVisit(tx, hashOfSecret(secret)))
  call.clearCookie(cookieName)
}
