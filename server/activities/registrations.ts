// Places kept: given, given back, moved up. Everything that changes how many are taken holds the lock of the session's
// row, so that two who come for the last place at one instant come one after the other.
import type * as contract from '#core/activities/contract-registrations.ts'
import {
  eraseAfterDays,
  placeFor,
  whyCannotChange,
  whyCannotRegister,
} from '#core/activities/registration.ts'
import { phoneOfRegistration } from '#core/activities/personal.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { nextDate } from '#core/kit/time.ts'
import { normalisePhone } from '#core/people/contact.ts'
import type { Area } from '#core/places/area.ts'
import { secretHash, voiceSecret } from '../cases/secrets.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { recordLook } from '../people/looks.ts'
import { toldOn } from '../people/privacy.ts'
import {
  type Acting,
  type By,
  type Keeper,
  acting,
  keepingAt,
  mayKeep,
  note,
  reading,
} from './keeping.ts'
import { areaOfSession, onSession } from './sessions.ts'
import * as store from './store-registrations.ts'
import { findSeries } from './store-series.ts'
import { lockSession } from './store-sessions.ts'
import { moveUp, seatsIn } from './telling.ts'

type Register = InputOf<typeof contract.register>
type Registered = OutputOf<typeof contract.register>

export const phonePlace = (communityId: number, id: string, table: string) => ({
  table,
  column: 'sealed_phone',
  communityId,
  caseId: id,
  voice: 0,
})

/** At the counter and by telephone staff write for somebody; on the web anybody does for himself and his neighbours. */
export async function register(
  keeper: Keeper,
  { commandId, ...input }: Register,
): Promise<Result<Registered, string>> {
  const { app, who } = keeper
  const found = await areaOfSession(keeper, input.id)
  if (found === null) return refused('no_such_session')
  const byStaff = input.channel !== 'web'
  if (byStaff && !mayKeep(who, found.area)) return refused('not_yours')
  const phone = input.phone === null || input.phone === '' ? null : normalisePhone(input.phone)
  if (input.phone !== null && input.phone !== '' && phone === null) return refused('bad_phone')
  const secretOf = (number: string) => voiceSecret(app.keys, number, commandId)
  const command = {
    commandId,
    content: input,
    veil: {
      store: ({ secret: _secret, ...rest }: Registered) => rest,
      recall: (kept: unknown) => {
        const rest = kept as Omit<Registered, 'secret'>
        return { ...rest, secret: secretOf(rest.number) }
      },
    },
  }
  const by: By = byStaff ? { kind: 'person', id: who.actor.id } : { kind: 'resident', id: 'open' }
  return acting<Registered, string>(keeper, found.area, { command, by }, (at) =>
    keepPlace(at, { ...input, phone, byStaff, secretOf }),
  )
}

type Keep = Omit<Register, 'commandId'> & {
  byStaff: boolean
  secretOf: (number: string) => string
}

async function keepPlace(at: Acting, input: Keep): Promise<Result<Registered, string>> {
  const { app, tx, area, now, today } = at
  const session = await lockSession(tx, input.id)
  const series = session === null ? null : await findSeries(tx, session.seriesId)
  if (session === null || series === null) return refused('no_such_session')
  const seats = await seatsIn(at, session, series)
  const { people } = input
  const why = whyCannotRegister(session, series, { people, seats, now })
  if (why !== null) return refused(why)
  const state = placeFor(session, people, seats)
  const number = await nextNumber(tx, area, today, 'registration')
  const secret = input.secretOf(number)
  const row = {
    communityId: area.id,
    id: app.newId(),
    sessionId: session.id,
    number,
    people,
    state,
    channel: input.channel,
    secretHash: secretHash(app.keys, number, secret),
  }
  await store.addRegistration(tx, { ...row, byStaff: input.byStaff, at: now })
  if (input.phone !== null)
    await store.addContact(tx, {
      communityId: area.id,
      registrationId: row.id,
      sealedPhone: app.keys.seal(input.phone, phonePlace(area.id, row.id, 'registration_contacts')),
      eraseAfter: nextDate(session.day, eraseAfterDays),
      toldOn: toldOn(app, phoneOfRegistration, area.id, now),
    })
  await store.recount(tx, area.id, session.id)
  return done({ number, secret, state, ahead: state === 'waiting' ? session.waiting : 0 })
}

/** 500108106003-26-H00042: H for a place at an activity, B for a room. */
export async function nextNumber(
  tx: Tx,
  area: Area,
  today: string,
  kind: 'registration' | 'booking',
): Promise<string> {
  const year = Number(today.slice(2, 4))
  const serial = await store.nextSerial(tx, { communityId: area.id, kind, year })
  const letter = kind === 'registration' ? 'H' : 'B'
  return `${area.code}-${today.slice(2, 4)}-${letter}${String(serial).padStart(5, '0')}`
}

/** The registration behind number and secret; a wrong secret and an unknown number look alike. */
async function openedBy(keeper: Keeper, number: string, secret: string | undefined) {
  const { app, who } = keeper
  const row = await inScope(app.db, { kind: 'job' }, (tx) => store.findByNumber(tx, number))
  if (row === null) return null
  const area = app.places.geography.get(row.communityId)
  const byStaff = secret === undefined && mayKeep(who, area)
  if (
    !byStaff &&
    (secret === undefined || !secretHash(app.keys, number, secret).equals(row.secretHash))
  )
    return null
  const by: By = byStaff ? { kind: 'person', id: who.actor.id } : { kind: 'resident', id: number }
  return { row, area, by }
}

export async function followRegistration(
  keeper: Keeper,
  input: InputOf<typeof contract.followRegistration>,
): Promise<Result<OutputOf<typeof contract.followRegistration>, 'no_such_registration'>> {
  const opened = await openedBy(keeper, input.number, input.secret)
  if (opened === null) return refused('no_such_registration')
  const { row } = opened
  return inScope(keeper.app.db, { kind: 'job' }, async (tx) => {
    const told = await store.listTold(tx, row.communityId, [row.id])
    const ahead = row.state === 'waiting' ? ((await store.peopleAhead(tx, row))?.n ?? 0) : 0
    return done({
      number: row.number,
      sessionId: row.sessionId,
      people: row.people,
      state: row.state,
      ahead,
      hasPhone: row.sealedPhone !== null,
      phoneToldOn: row.toldOn,
      told: told.map(({ kind, at, zh, en }) => ({ kind, at, words: { zh, en } })),
    })
  })
}

export async function cancelRegistration(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.cancelRegistration>,
): Promise<Result<OutputOf<typeof contract.cancelRegistration>, string>> {
  const opened = await openedBy(keeper, input.number, input.secret)
  if (opened === null) return refused('no_such_registration')
  const { area, by, row } = opened
  const command = { commandId, content: { number: input.number } }
  return acting<{ state: 'cancelled' }, string>(keeper, area, { command, by }, async (at) => {
    const session = await lockSession(at.tx, row.sessionId)
    const current = await store.findByNumber(at.tx, input.number)
    if (session === null || current === null) return refused('no_such_registration')
    if (current.state === 'cancelled') return done({ state: 'cancelled' })
    if (whyCannotChange(session, at.now) === 'session_over') return refused('session_over')
    await store.endRegistration(at.tx, current, at.now)
    await moveUp(at, session)
    return done({ state: 'cancelled' })
  })
}

/** The number goes, the places stay: changes are then read on the page of the registration. */
export async function withdrawPhone(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.withdrawPhone>,
): Promise<Result<{ hasPhone: boolean }, string>> {
  const opened = await openedBy(keeper, input.number, input.secret)
  if (opened === null) return refused('no_such_registration')
  const { area, by, row } = opened
  const command = { commandId, content: { number: input.number } }
  return acting<{ hasPhone: boolean }, string>(keeper, area, { command, by }, async (at) => {
    const gone = await store.eraseContact(at.tx, row, at.now)
    if (gone === null) return refused('no_contact')
    await note(at, { act: 'withdrawContact', subject: ['registration', row.id] })
    return done({ hasPhone: false })
  })
}

export async function listRegistrations(
  keeper: Keeper,
  input: InputOf<typeof contract.listRegistrations>,
): Promise<Result<OutputOf<typeof contract.listRegistrations>, 'no_such_session' | 'not_yours'>> {
  const found = await areaOfSession(keeper, input.id)
  if (found === null) return refused('no_such_session')
  if (!mayKeep(keeper.who, found.area)) return refused('not_yours')
  const limit = input.limit ?? 100
  const communityId = found.area.id
  return reading(keeper, async (tx) => {
    const asked = { communityId, sessionId: input.id, after: Number(input.after ?? 0) || 0 }
    const rows = await store.listOf(tx, { ...asked, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const told = await store.listTold(
      tx,
      communityId,
      shown.map((row) => row.id),
    )
    return done({
      items: shown.map(({ id, sealedPhone, toldOn: _t, secretHash: _h, queue: _q, ...row }) => ({
        ...row,
        hasPhone: sealedPhone !== null,
        told: told.filter((each) => each.registrationId === id),
      })),
      next: rows.length > limit ? String(shown.at(-1)?.queue) : null,
    })
  })
}

export async function readRegistrationContact(
  keeper: Keeper,
  input: InputOf<typeof contract.readRegistrationContact>,
): Promise<Result<{ phone: string }, 'no_such_registration' | 'no_contact'>> {
  const { app, who } = keeper
  const opened = await openedBy(keeper, input.number, undefined)
  if (opened === null) return refused('no_such_registration')
  const { row, area } = opened
  const { sealedPhone } = row
  if (sealedPhone === null) return refused('no_contact')
  return inScope(app.db, who.scope, async (tx) => {
    await recordLook(tx, {
      communityId: area.id,
      personId: who.actor.id,
      at: app.now(),
      caseId: row.id,
      caseNumber: row.number,
      voice: 1,
      fields: ['phone'],
      reason: input.reason,
    })
    return done({
      phone: app.keys.open(sealedPhone, phonePlace(area.id, row.id, 'registration_contacts')),
    })
  })
}

export async function noteCalled(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.noteCalled>,
): Promise<Result<object, string>> {
  const opened = await openedBy(keeper, input.number, undefined)
  if (opened === null) return refused('no_such_registration')
  const { row, area } = opened
  return keepingAt<object, string>(keeper, area, { commandId, content: input }, async (at) => {
    const called = { communityId: area.id, registrationId: row.id, cause: input.cause }
    await store.noteCalled(at.tx, { ...called, by: at.by.id, at: at.now })
    return done({})
  })
}

export { onSession, openedBy }
