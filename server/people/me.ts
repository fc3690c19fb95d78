// What a signed-in person reads of himself.
import { done, refused, assert, type Result } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import { holdsOn } from '#core/people/actor.ts'
import type { MeView } from '#core/people/contract.ts'
import { roles } from '#core/people/roles.ts'
import type { App, Who } from '#server/app.ts'
import { inScope } from '#server/kit/db.ts'
import { isFactorRequired } from './factor-rule.ts'
import { readFactor } from './store-factors.ts'
import * as roster from './store-roster.ts'
import * as sessions from './store-sessions.ts'
import * as staff from './store-staff.ts'

const job = { kind: 'job' } as const

export function areaWords(app: App, areaId: number): Words {
  return app.places.geography.label(app.places.geography.get(areaId))
}

export function readMe(app: App, personId: string): Promise<MeView> {
  return inScope(app.db, job, async (tx) => {
    const now = app.now()
    const account = await sessions.findAccount(tx, { id: personId })
    assert(account !== null, 'a session belongs to an account')
    const held = await sessions.listHeld(tx, personId)
    const factor = await readFactor(tx, personId)
    const duties = await roster.listDutiesNow(tx, personId, now)
    const unitIds = [...held, ...duties].flatMap((row) => (row.unitId === null ? [] : [row.unitId]))
    const units = await staff.unitsById(tx, unitIds)
    const place = (row: { areaId: number; unitId: number | null }) => {
      const unit = row.unitId === null ? null : (units.get(row.unitId) ?? null)
      return {
        areaCode: app.places.geography.get(row.areaId).code,
        areaName: areaWords(app, row.areaId),
        unitCode: unit?.code ?? null,
        unitName: unit?.name ?? null,
      }
    }
    const valid = held.filter((grant) => holdsOn(grant, localDate(now, grant.timeZone)))
    return {
      id: account.id,
      login: account.login,
      name: account.name,
      mustChangePassword: account.mustChange,
      mustEnrol: isFactorRequired(app, valid, now) && factor?.enrolledAt == null,
      grants: valid.map(({ role, areaId, areaPath, areaLevel, unitId, validTo }) => ({
        role,
        roleName: roles[role].name,
        areaId,
        areaPath,
        areaLevel,
        unitId,
        validTo,
        ...place({ areaId, unitId }),
      })),
      dutyNow: duties.map((duty) => ({ ...place(duty), until: duty.to })),
    }
  })
}

export async function readMyself(app: App, who: Who): Promise<Result<MeView, 'not_allowed'>> {
  if (who.actor.kind !== 'person') return refused('not_allowed')
  return done(await readMe(app, who.actor.id))
}

type SessionView = {
  id: string
  createdAt: string
  lastSeenAt: string
  userAgent: string | null
  address: string | null
  thisOne: boolean
}

export async function listMySessions(
  app: App,
  who: Who,
): Promise<Result<{ items: SessionView[]; next: string | null }, 'not_allowed'>> {
  const { actor } = who
  if (actor.kind !== 'person') return refused('not_allowed')
  const rows = await inScope(app.db, job, (tx) => sessions.listSessions(tx, actor.id, app.now()))
  return done({
    items: rows.map((row) => ({ ...row, thisOne: row.id === who.sessionId })),
    next: null,
  })
}
