// Rooms lent: asked for, decided, given back. That a room is promised once is the database's word; fair shares are
// core's, and two bookings of one borrower come one after the other.
import type * as contract from '#core/activities/contract-bookings.ts'
import { openStretches } from '#core/activities/centre.ts'
import type { Group } from '#core/activities/group.ts'
import { firstState, lendingWords, mondayOf, whyCannotLend } from '#core/activities/lending.ts'
import { phoneOfBooking } from '#core/activities/personal.ts'
import { eraseBookingAfterDays } from '#core/activities/registration.ts'
import { type InputOf, type OutputOf, skippedBefore } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate, nextDate, toMs } from '#core/kit/time.ts'
import { instantAt, startOfDay } from '#core/kit/zones.ts'
import { say } from '#core/kit/words.ts'
import { normalisePhone } from '#core/people/contact.ts'
import type { Area } from '#core/places/area.ts'
import { secretHash, voiceSecret } from '../cases/secrets.ts'
import { inScope } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import { recordLook } from '../people/looks.ts'
import { toldOn } from '../people/privacy.ts'
import { openingOf, rulesOf } from './centres.ts'
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
import { nextNumber, phonePlace } from './registrations.ts'
import * as store from './store-bookings.ts'
import { findRoom } from './store-centre.ts'
import { findGroup, findSecret } from './store-groups.ts'
import { tellDesk, whenSaid } from './telling.ts'

type Wish = InputOf<typeof contract.bookRoom>
type Booked = OutputOf<typeof contract.bookRoom>

export async function bookRoom(
  keeper: Keeper,
  { commandId, ...input }: Wish,
): Promise<Result<Booked, string>> {
  const { app, who } = keeper
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  const byStaff = mayKeep(who, area)
  if ((input.channel !== 'web' || input.byKind === 'centre') && !byStaff)
    return refused('not_yours')
  const phone = input.phone === null || input.phone === '' ? null : normalisePhone(input.phone)
  if (input.phone && phone === null) return refused('bad_phone')
  const needsPhone = input.byKind === 'resident' || input.byKind === 'organisation'
  if (needsPhone && phone === null) return refused('phone_needed')
  const secretOf = (number: string) => voiceSecret(app.keys, number, commandId)
  const { groupSecret: _secret, ...content } = input
  const command = {
    commandId,
    content,
    veil: {
      store: ({ secret: _s, ...rest }: Booked) => rest,
      recall: (kept: unknown) => {
        const rest = kept as Omit<Booked, 'secret'>
        return { ...rest, secret: secretOf(rest.number) }
      },
    },
  }
  const by: By = byStaff
    ? { kind: 'person', id: who.actor.id }
    : { kind: input.groupId === null ? 'resident' : 'group', id: input.groupId ?? 'open' }
  return acting<Booked, string>(keeper, area, { command, by }, (at) =>
    lend(at, { ...input, phone, byStaff, secretOf, lang: who.caller.lang }),
  )
}

type Lend = Omit<Wish, 'commandId'> & {
  byStaff: boolean
  secretOf: (number: string) => string
  lang: 'zh' | 'en'
}

async function lend(at: Acting, input: Lend): Promise<Result<Booked, string>> {
  const { app, tx, area, now, today } = at
  const room = await findRoom(tx, area.id, input.roomId)
  if (room === null) return refused('no_such_room')
  const group = await groupOf(at, input)
  if (typeof group === 'string') return refused(group)
  const startsAt = instantAt(`${input.starts}:00`, area.timeZone)
  const endsAt = instantAt(`${input.ends}:00`, area.timeZone)
  if (startsAt === null || endsAt === null || toMs(endsAt) <= toMs(startsAt))
    return refused('bad_span')
  const day = input.starts.slice(0, 10)
  const phoneIndex = input.phone === null ? null : app.keys.blindIndex('phone', input.phone)
  await store.lockBorrower(tx, area.id, input.groupId ?? phoneIndex ?? 'centre')
  const wish = { byKind: input.byKind, people: input.people, startsAt, endsAt }
  const opening = await openingOf(app, tx, area, room.centreId, day)
  const why = whyCannotLend(wish, {
    room,
    open: openStretches(opening, room.id, day),
    rules: await rulesOf(tx, area, { centreId: room.centreId, day: today }),
    group,
    minutesThisWeek: await minutesInWeek(at, day, { groupId: input.groupId, phoneIndex }),
    day,
    today,
    now,
  })
  if (why !== null) return refusedBecause(why.refusal, why.values, input.lang)
  const number = await nextNumber(tx, area, today, 'booking')
  const secret = input.secretOf(number)
  const state = firstState(wish, room, group)
  const row = {
    communityId: area.id,
    id: app.newId(),
    number,
    ...wish,
    roomId: room.id,
    groupId: input.groupId,
    organisation: input.organisation,
    purpose: input.purpose,
    title: input.title,
    state,
    channel: input.channel,
    askedAt: now,
    askedBy: at.by.kind === 'person' ? at.by.id : at.by.kind,
    secretHash: secretHash(app.keys, number, secret),
  }
  if (!(await store.addBooking(tx, row))) return refusedBecause('room_taken', {}, input.lang)
  await keepContact(at, row.id, { name: input.name, phone: input.phone, phoneIndex, day })
  await note(at, {
    act: 'bookRoom',
    subject: ['booking', row.id],
    facts: { number, state, startsAt },
  })
  if (state === 'asked') await askDesk(at, row, room.name.zh)
  return done({ number, secret, state })
}

function refusedBecause(
  refusal: keyof typeof lendingWords,
  values: Record<string, string | number>,
  lang: 'zh' | 'en',
) {
  return refused(refusal, { fields: { starts: say(lendingWords[refusal], lang, values) } })
}

async function groupOf(
  at: Acting,
  input: Lend,
): Promise<Group | null | 'no_such_group' | 'wrong_secret'> {
  if (input.byKind !== 'group' || input.groupId === null)
    return input.byKind === 'group' || input.groupId !== null ? 'no_such_group' : null
  const group = await findGroup(at.tx, at.area.id, input.groupId)
  if (group === null) return 'no_such_group'
  if (input.byStaff) return group
  return (await opensGroup(at, group.id, input.groupSecret)) ? group : 'wrong_secret'
}

export async function opensGroup(
  { app, tx, area }: Pick<Acting, 'app' | 'tx' | 'area'>,
  groupId: string,
  secret: string | null,
): Promise<boolean> {
  const kept = await findSecret(tx, area.id, groupId)
  return kept !== null && secret !== null && secretHash(app.keys, groupId, secret).equals(kept.hash)
}

export async function minutesInWeek(
  { tx, area }: Pick<Acting, 'tx' | 'area'>,
  day: string,
  borrower: { groupId: string | null; phoneIndex: string | null },
): Promise<number> {
  if (borrower.groupId === null && borrower.phoneIndex === null) return 0
  const monday = mondayOf(day)
  const row = await store.minutesTaken(tx, {
    communityId: area.id,
    ...borrower,
    from: startOfDay(monday, area.timeZone),
    to: startOfDay(nextDate(monday, 7), area.timeZone),
  })
  return row?.minutes ?? 0
}

async function keepContact(
  { app, tx, area, now }: Acting,
  bookingId: string,
  contact: { name: string | null; phone: string | null; phoneIndex: string | null; day: string },
): Promise<void> {
  const { name, phone, phoneIndex, day } = contact
  if (phone === null) return
  const place = phonePlace(area.id, bookingId, 'booking_contacts')
  const named = { ...place, column: 'sealed_name' }
  await store.addContact(tx, {
    communityId: area.id,
    bookingId,
    sealedName: name ? app.keys.seal(name, named) : null,
    sealedPhone: app.keys.seal(phone, place),
    phoneIndex,
    eraseAfter: nextDate(day, eraseBookingAfterDays),
    toldOn: toldOn(app, phoneOfBooking, area.id, now),
  })
}

const askDesk = (at: Acting, row: { number: string; startsAt: string }, room: string) =>
  tellDesk(at, {
    cause: `booking ${row.number}`,
    kind: 'bookingAsked',
    topic: 'roomBooking',
    subject: row.number,
    words: {
      zh: `有人想用${room}，${whenSaid(row.startsAt, at.area.timeZone, 'zh')}，等您定`,
      en: `Somebody asks for ${room}, ${whenSaid(row.startsAt, at.area.timeZone, 'en')}; it waits for your decision`,
    },
  })

export async function listBookings(
  keeper: Keeper,
  input: InputOf<typeof contract.listBookings>,
): Promise<Result<OutputOf<typeof contract.listBookings>, 'no_such_area' | 'not_yours'>> {
  const area = findArea(keeper.app, input.code)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(keeper.who, area)) return refused('not_yours')
  const [skip, limit] = [skippedBefore(input.after), input.limit ?? 50]
  const today = localDate(keeper.app.now(), area.timeZone)
  const from = startOfDay(input.from ?? today, area.timeZone)
  const to =
    input.to === undefined ? '9999-12-31T00:00:00Z' : startOfDay(nextDate(input.to), area.timeZone)
  const { state = null, roomId = null } = input
  const rows = await reading(keeper, (tx) =>
    store.listBookings(tx, {
      communityId: area.id,
      from,
      to,
      state,
      roomId,
      skip,
      limit: limit + 1,
    }),
  )
  return done({
    items: rows.slice(0, limit).map(viewOf),
    next: rows.length > limit ? String(skip + limit) : null,
  })
}

function viewOf(row: store.BookingRow) {
  return {
    number: row.number,
    room: { id: row.roomId, name: row.roomName },
    byKind: row.byKind,
    group:
      row.groupId === null || row.groupName === null
        ? null
        : { id: row.groupId, name: row.groupName },
    organisation: row.organisation,
    purpose: row.purpose,
    title: row.title,
    people: row.people,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    state: row.state,
    channel: row.channel,
    askedAt: row.askedAt,
    decidedAt: row.decidedAt,
    reason: row.reason,
    hasContact: row.sealedPhone !== null,
  }
}

/** A booking for its keeper, or for whoever holds its secret. Unknown, foreign and wrong look alike. */
async function opened(keeper: Keeper, number: string, secret: string | undefined) {
  const { app, who } = keeper
  const row = await inScope(app.db, { kind: 'job' }, (tx) => store.findBooking(tx, number))
  if (row === null) return null
  const area = app.places.geography.get(row.communityId)
  if (secret === undefined) return mayKeep(who, area) ? { row, area, byStaff: true } : null
  return secretHash(app.keys, number, secret).equals(row.secretHash)
    ? { row, area, byStaff: false }
    : null
}

export async function followBooking(
  keeper: Keeper,
  input: InputOf<typeof contract.followBooking>,
): Promise<Result<OutputOf<typeof contract.followBooking>, 'no_such_booking'>> {
  const found = await opened(keeper, input.number, input.secret)
  return found === null ? refused('no_such_booking') : done(viewOf(found.row))
}

type View = OutputOf<typeof contract.decideBooking>

async function onBooking<T>(
  keeper: Keeper,
  { commandId, ...content }: { commandId: string; number: string },
  work: (at: Acting, row: store.BookingRow) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  const found = await opened(keeper, content.number, undefined)
  if (found === null) return refused('no_such_booking')
  return keepingAt<T, string>(keeper, found.area, { commandId, content }, async (at) => {
    const row = await store.lockBooking(at.tx, content.number)
    return row === null ? refused('no_such_booking') : work(at, row)
  })
}

const shown = async (at: Acting, number: string): Promise<Result<View, string>> => {
  const row = await store.findBooking(at.tx, number)
  return row === null ? refused('no_such_booking') : done(viewOf(row))
}

export function decideBooking(keeper: Keeper, input: InputOf<typeof contract.decideBooking>) {
  return onBooking<View>(keeper, input, async (at, row) => {
    if (row.state !== 'asked') return refused('booking_closed')
    if (!input.granted && input.reason === null) return refused('reason_needed')
    const state = input.granted ? 'granted' : 'refused'
    const { communityId, id, number } = row
    const { reason } = input
    await store.decide(at.tx, { communityId, id, state, reason, by: at.by.id, at: at.now })
    if (!input.granted) await store.freeRoom(at.tx, communityId, id)
    await note(at, { act: 'decideBooking', subject: ['booking', id], reason, facts: { state } })
    return shown(at, number)
  })
}

export function noteNotUsed(keeper: Keeper, input: InputOf<typeof contract.noteNotUsed>) {
  return onBooking<View>(keeper, input, async (at, row) => {
    if (row.state !== 'granted') return refused('booking_closed')
    if (toMs(at.now) < toMs(row.startsAt)) return refused('not_yet')
    const { communityId, id, number } = row
    await store.end(at.tx, { communityId, id, state: 'notUsed', reason: null, at: at.now })
    await store.freeRoom(at.tx, communityId, id)
    await note(at, { act: 'noteNotUsed', subject: ['booking', id] })
    return shown(at, number)
  })
}

export async function cancelBooking(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.cancelBooking>,
): Promise<Result<{ state: 'cancelled' }, string>> {
  const found = await opened(keeper, input.number, input.secret)
  if (found === null) return refused('no_such_booking')
  const { area, byStaff, row } = found
  const { reason } = input
  if (byStaff && reason === null) return refused('reason_needed')
  const by: By = byStaff
    ? { kind: 'person', id: keeper.who.actor.id }
    : { kind: 'resident', id: input.number }
  const command = { commandId, content: { number: input.number, reason } }
  return acting<{ state: 'cancelled' }, string>(keeper, area, { command, by }, async (at) => {
    const current = await store.lockBooking(at.tx, input.number)
    if (current === null) return refused('no_such_booking')
    if (current.state === 'cancelled') return done({ state: 'cancelled' })
    if (current.state === 'refused' || current.state === 'notUsed') return refused('booking_closed')
    if (toMs(at.now) >= toMs(current.endsAt)) return refused('booking_closed')
    const { communityId, id } = row
    await store.end(at.tx, { communityId, id, state: 'cancelled', reason, at: at.now })
    await store.freeRoom(at.tx, communityId, id)
    await note(at, { act: 'cancelBooking', subject: ['booking', id], reason })
    return done({ state: 'cancelled' })
  })
}

export async function readBookingContact(
  keeper: Keeper,
  input: InputOf<typeof contract.readBookingContact>,
): Promise<
  Result<{ name: string | null; phone: string | null }, 'no_such_booking' | 'no_contact'>
> {
  const { app, who } = keeper
  const found = await opened(keeper, input.number, undefined)
  if (found === null) return refused('no_such_booking')
  const { row, area } = found
  if (row.sealedPhone === null) return refused('no_contact')
  const place = phonePlace(area.id, row.id, 'booking_contacts')
  const phone = app.keys.open(row.sealedPhone, place)
  const name =
    row.sealedName === null
      ? null
      : app.keys.open(row.sealedName, { ...place, column: 'sealed_name' })
  return inScope(app.db, who.scope, async (tx) => {
    await recordLook(tx, {
      communityId: area.id,
      personId: who.actor.id,
      at: app.now(),
      caseId: row.id,
      caseNumber: row.number,
      voice: 1,
      fields: ['name', 'phone'],
      reason: input.reason,
    })
    return done({ name, phone })
  })
}

export type { Area }
