// Rosters and absences, kept by the head of the area or unit, or of an area above.
import type { InputOf } from '#core/kit/contract.ts'
import { assert, done, refused, type Result } from '#core/kit/result.ts'
import { fromMs, toMs } from '#core/kit/time.ts'
import type * as contract from '#core/people/contract-staff.ts'
import { keepsRoster, type Party } from '#core/people/rights.ts'
import type { App, Who } from '#server/app.ts'
import { type Command, type TakeNow, type Tx, once } from '#server/kit/db.ts'
import { findArea, spotOf, todayAt } from './find-area.ts'
import { forgetRoster } from './roster-memory.ts'
import * as store from './store-roster.ts'
import { forgetWho } from './who.ts'
import * as sessions from './store-sessions.ts'
import * as staff from './store-staff.ts'

const job = { kind: 'job' } as const

/** Somebody's shifts in a span of time, for his own calendar. */
export type Shift = store.Shift
export const shiftsOf = store.listShifts
const dutyDaysMax = 31

/** A command that changes who is where: the very next question sees it. */
async function changing<T, R extends string>(
  app: App,
  who: Who,
  command: Command,
  work: (tx: Tx, now: TakeNow) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'command_reused'>> {
  const answer = await once(app, who.actor, job, command as Command<T>, work)
  forgetRoster(app.db)
  forgetWho(app)
  return answer
}

type DutyRefusal =
  | 'no_such_area'
  | 'no_such_unit'
  | 'no_such_person'
  | 'dates_wrong'
  | 'not_allowed'
  | 'command_reused'

export async function enterDuty(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.enterDuty>,
): Promise<Result<{ id: number }, DutyRefusal>> {
  return changing(app, who, { commandId, content: input }, async (tx, now) => {
    const area = findArea(app, input.code)
    if (area === null) return refused('no_such_area')
    const unit =
      input.unitCode === null ? null : await staff.findUnit(tx, input.unitCode, todayAt(app, area))
    if (input.unitCode !== null && unit?.areaId !== area.id) return refused('no_such_unit')
    const unitId = unit?.id ?? null
    if (!keepsRoster(who.actor, { ...spotOf(area), unitId })) return refused('not_allowed')
    const length = toMs(input.to) - toMs(input.from)
    if (length <= 0 || length > dutyDaysMax * 86_400_000) return refused('dates_wrong')
    const person = await sessions.findAccount(tx, { login: input.login })
    if (person === null || person.leftAt !== null) return refused('no_such_person')
    const row = await store.addDuty(tx, {
      areaId: area.id,
      unitId,
      personId: person.id,
      from: fromMs(toMs(input.from)),
      to: fromMs(toMs(input.to)),
      by: who.actor.id,
      at: now(),
    })
    assert(row !== null, 'a stored duty has an id')
    return done(row)
  })
}

export async function withdrawDuty(
  app: App,
  who: Who,
  { commandId, id }: InputOf<typeof contract.withdrawDuty>,
): Promise<Result<object, 'no_such_duty' | 'command_reused'>> {
  return changing(app, who, { commandId, content: { id } }, async (tx, now) => {
    const duty = await store.lockDuty(tx, id)
    if (duty === null) return refused('no_such_duty')
    const spot = spotOf(app.places.geography.get(duty.areaId))
    if (!keepsRoster(who.actor, { ...spot, unitId: duty.unitId })) return refused('no_such_duty')
    await store.withdrawDuty(tx, { id, by: who.actor.id, at: now() })
    return done({})
  })
}

/** Whoever keeps the roster of one of the places where the person works. */
async function keepsRosterOf(tx: Tx, who: Who, personId: string): Promise<boolean> {
  const grants = await staff.listOwnGrants(tx, personId)
  return grants.some(({ areaId, areaPath, unitId }) => {
    const party: Party = { areaId, areaPath, unitId }
    return keepsRoster(who.actor, party)
  })
}

export async function enterAbsence(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.enterAbsence>,
): Promise<Result<{ id: number }, 'no_such_person' | 'dates_wrong' | 'command_reused'>> {
  return changing(app, who, { commandId, content: input }, async (tx, now) => {
    const person = await sessions.findAccount(tx, { login: input.login })
    if (person === null || !(await keepsRosterOf(tx, who, person.id)))
      return refused('no_such_person')
    const deputy =
      input.deputyLogin === null
        ? null
        : await sessions.findAccount(tx, { login: input.deputyLogin })
    if (input.deputyLogin !== null && (deputy === null || deputy.leftAt !== null))
      return refused('no_such_person')
    if (input.lastOn < input.firstOn || deputy?.id === person.id) return refused('dates_wrong')
    const row = await store.addAbsence(tx, {
      personId: person.id,
      kind: input.kind,
      firstOn: input.firstOn,
      lastOn: input.lastOn,
      deputyId: deputy?.id ?? null,
      by: who.actor.id,
      at: now(),
    })
    assert(row !== null, 'a stored absence has an id')
    return done(row)
  })
}

export async function withdrawAbsence(
  app: App,
  who: Who,
  { commandId, id }: InputOf<typeof contract.withdrawAbsence>,
): Promise<Result<object, 'no_such_absence' | 'command_reused'>> {
  return changing(app, who, { commandId, content: { id } }, async (tx, now) => {
    const absence = await store.lockAbsence(tx, id)
    if (absence === null || !(await keepsRosterOf(tx, who, absence.personId)))
      return refused('no_such_absence')
    await store.withdrawAbsence(tx, { id, by: who.actor.id, at: now() })
    return done({})
  })
}
