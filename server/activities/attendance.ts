// Heads counted, and nobody checked in: a tap at the door, a registration ticked off, a code shown by whoever likes to.
// Person-times are their sum. People are counted only by a token that somebody asked for, and only as a lower bound.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type * as contract from '#core/activities/contract-registrations.ts'
import { whyCannotCount } from '#core/activities/registration.ts'
import { shownBelow } from '#core/activities/small.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { firstOf, inScope, rowsOf } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import { type Keeper, acting, note } from './keeping.ts'
import { onSession, openedBy } from './registrations.ts'
import { areaOfSession } from './sessions.ts'
import * as store from './store-registrations.ts'
import { lockSession } from './store-sessions.ts'

export function countPeople(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.countPeople>,
) {
  return onSession(keeper, { commandId, content: input }, async (at, { session }) => {
    const { tx, app, now, by } = at
    const { change, way } = input
    if (change === 0) return refused('nothing_changed')
    const { communityId, id: sessionId } = session
    const known = (await store.knownToHaveCome(tx, communityId, sessionId))?.n ?? 0
    const why = whyCannotCount(session, { change, known, now })
    if (why !== null) return refused(why)
    const row = {
      communityId,
      id: app.newId(),
      sessionId,
      registrationId: null,
      by: by.id,
      at: now,
    }
    const came = await store.addHeads(tx, { ...row, change, way })
    if (way === 'count')
      await note(at, {
        act: 'countPeople',
        subject: ['session', sessionId],
        facts: { change, came },
      })
    return done({ came })
  })
}

/** How many of a registration came. Said again it corrects; said by code it never exceeds the places kept. */
export async function tickOff(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.tickOff>,
): Promise<Result<OutputOf<typeof contract.tickOff>, string>> {
  const opened = await openedBy(keeper, input.number, input.secret)
  if (opened === null) return refused('no_such_registration')
  const { area, by, row } = opened
  const command = { commandId, content: { number: input.number, people: input.people } }
  return acting<{ came: number }, string>(keeper, area, { command, by }, async (at) => {
    const session = await lockSession(at.tx, row.sessionId)
    const current = await store.findByNumber(at.tx, input.number)
    if (session === null || current === null) return refused('no_such_registration')
    if (input.people > current.people) return refused('more_than_registered')
    const change = input.people - (current.came ?? 0)
    const why = whyCannotCount(session, { change, known: 0, now: at.now })
    if (why !== null) return refused(why)
    const { communityId, id } = current
    await store.setCame(at.tx, { communityId, id, came: input.people })
    if (change === 0) return done({ came: session.came ?? 0 })
    const came = await store.addHeads(at.tx, {
      communityId,
      id: at.app.newId(),
      sessionId: session.id,
      change,
      way: by.kind === 'person' ? 'list' : 'qr',
      registrationId: id,
      by: by.kind === 'person' ? by.id : 'registration',
      at: at.now,
    })
    return done({ came })
  })
}

// People who agreed to be counted once.

/** Another digest for every community and year: neither can be joined. */
function cardOf(app: App, area: Area, year: number, token: string): Buffer {
  return createHash('sha256')
    .update(app.keys.blindIndex('secret', `card ${area.code} ${year} ${token}`))
    .digest()
}

/** Follows from the command, so that a repeat gives the same token; the database never holds it. */
function tokenOf(app: App, area: Area, commandId: string): string {
  return createHash('sha256')
    .update(app.keys.blindIndex('secret', `token ${area.code} ${commandId}`))
    .digest('base64url')
    .slice(0, 22)
}

type Agreed = OutputOf<typeof contract.agreeToBeCounted>

export async function agreeToBeCounted(
  keeper: Keeper,
  { commandId, code }: InputOf<typeof contract.agreeToBeCounted>,
): Promise<Result<Agreed, string>> {
  const { app } = keeper
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  const token = tokenOf(app, area, commandId)
  const command = {
    commandId,
    content: { code },
    veil: {
      store: ({ year }: Agreed) => ({ year }),
      recall: (kept: unknown) => ({ ...(kept as { year: number }), token }),
    },
  }
  const by = { kind: 'resident', id: 'open' } as const
  return acting<Agreed, string>(keeper, area, { command, by }, async ({ tx, today }) => {
    const year = Number(today.slice(0, 4))
    await sql`
      insert into activities.cards (community_id, year, card, since)
      values (${area.id}, ${year}, ${cardOf(app, area, year, token)}, ${today})
          on conflict do nothing`.execute(tx.k)
    return done({ token, year })
  })
}

export async function showCard(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.showCard>,
): Promise<Result<object, string>> {
  const found = await areaOfSession(keeper, input.id)
  if (found === null) return refused('no_such_session')
  const { area } = found
  const command = { commandId, content: { id: input.id } }
  const by = { kind: 'resident', id: 'open' } as const
  return acting<object, string>(keeper, area, { command, by }, async ({ app, tx, now }) => {
    const session = await lockSession(tx, input.id)
    if (session === null) return refused('no_such_session')
    const why = whyCannotCount(session, { change: 0, known: 0, now })
    if (why !== null) return refused(why)
    const year = Number(session.day.slice(0, 4))
    const card = cardOf(app, area, year, input.token)
    const known = await firstOf<{ year: number }>(
      tx,
      sql`
      select c.year
        from activities.cards c
       where c.community_id = ${area.id}
         and c.year = ${year}
         and c.card = ${card}`,
    )
    if (known === null) return refused('no_such_card')
    await sql`
      insert into activities.card_visits (community_id, year, card, session_id)
      values (${area.id}, ${year}, ${card}, ${session.id})
          on conflict do nothing`.execute(tx.k)
    return done({})
  })
}

export async function withdrawCard(
  keeper: Keeper,
  { commandId, code, token }: InputOf<typeof contract.withdrawCard>,
): Promise<Result<object, string>> {
  const { app } = keeper
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  const by = { kind: 'resident', id: 'open' } as const
  const command = { commandId, content: { code } }
  return acting<object, string>(keeper, area, { command, by }, async ({ tx, today }) => {
    const year = Number(today.slice(0, 4))
    const gone = await rowsOf(
      tx,
      sql`
      delete from activities.cards
       where community_id = ${area.id}
         and year in (${year}, ${year - 1})
         and card in (${cardOf(app, area, year, token)}, ${cardOf(app, area, year - 1, token)})
   returning year`,
    )
    return gone.length === 0 ? refused('no_such_card') : done({})
  })
}

// Two taps afterwards.

export async function giveFeedback(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.giveFeedback>,
): Promise<Result<object, string>> {
  const found = await areaOfSession(keeper, input.id)
  if (found === null) return refused('no_such_session')
  const { area } = found
  const by = { kind: 'resident', id: 'open' } as const
  const command = { commandId, content: input }
  return acting<object, string>(keeper, area, { command, by }, async ({ app, tx, now, today }) => {
    const session = await lockSession(tx, input.id)
    if (session === null) return refused('no_such_session')
    if (Date.parse(now) < Date.parse(session.startsAt)) return refused('not_yet')
    const why = whyCannotCount(session, { change: 0, known: 0, now })
    if (why !== null) return refused(why)
    await sql`
      insert into activities.feedback (community_id, session_id, id, grade, again, given_on)
      values (${area.id}, ${session.id}, ${app.newId()}, ${input.grade}, ${input.again}, ${today})`.execute(
      tx.k,
    )
    return done({})
  })
}

export async function readFeedback(
  keeper: Keeper,
  id: string,
): Promise<Result<OutputOf<typeof contract.readFeedback>, 'no_such_session'>> {
  const found = await areaOfSession(keeper, id)
  if (found === null) return refused('no_such_session')
  // Sums only, and only when there are enough: the rows themselves are nobody's to read.
  const sums = await inScope(keeper.app.db, { kind: 'job' }, (tx) =>
    firstOf<{ given: number; good: number; fair: number; notForMe: number; again: number }>(
      tx,
      sql`
      select count(*)::int                            as given,
             count(*) filter (where f.grade = 3)::int as good,
             count(*) filter (where f.grade = 2)::int as fair,
             count(*) filter (where f.grade = 1)::int as "notForMe",
             count(*) filter (where f.again)::int     as again
        from activities.feedback f
       where f.community_id = ${found.area.id}
         and f.session_id = ${id}`,
    ),
  )
  return done(shownBelow(sums ?? { given: 0, good: 0, fair: 0, notForMe: 0, again: 0 }))
}
