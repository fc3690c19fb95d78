// The front door of sessions: one date of a series, added, described, moved or called off, and who hears of it.
import type * as contract from '#core/activities/contract-series.ts'
import { wordsOf } from '#core/activities/centre.ts'
import { seatsOf, whyCannotChange } from '#core/activities/registration.ts'
import type { Session } from '#core/activities/series.ts'
import { type InputOf, type OutputOf, skippedBefore } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import { instantAt } from '#core/kit/zones.ts'
import type { Area } from '#core/places/area.ts'
import type { Tx } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import { type Acting, type Keeper, areaView, keepingAt, mayKeep, note, reading } from './keeping.ts'
import { areaOfSeries } from './series.ts'
import * as centre from './store-centre.ts'
import { type SeriesRow, findSeries, lockSeries, seriesByIds } from './store-series.ts'
import * as store from './store-sessions.ts'
import { moveUp, tellDesk, tellRegistered, whenSaid } from './telling.ts'

export async function areaOfSession(
  keeper: Keeper,
  id: string,
): Promise<{ area: Area; session: Session } | null> {
  const session = await reading(keeper, (tx) => store.findSession(tx, id))
  if (session === null) return null
  return { area: keeper.app.places.geography.get(session.communityId), session }
}

export async function readSession(
  keeper: Keeper,
  id: string,
): Promise<Result<OutputOf<typeof contract.readSession>, 'no_such_session'>> {
  const found = await areaOfSession(keeper, id)
  if (found === null) return refused('no_such_session')
  const [view] = await reading(keeper, (tx) => viewsOf(keeper, tx, found.area, [found.session]))
  return view === undefined ? refused('no_such_session') : done(view)
}

const spanDaysMax = 400

export async function listSessions(
  keeper: Keeper,
  input: InputOf<typeof contract.listSessions>,
): Promise<Result<OutputOf<typeof contract.listSessions>, 'no_such_area' | 'bad_span'>> {
  const area = findArea(keeper.app, input.code)
  if (area === null) return refused('no_such_area')
  const { from, to, seriesId = null } = input
  const days = (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000
  if (!(days >= 0 && days <= spanDaysMax)) return refused('bad_span')
  const [skip, limit] = [skippedBefore(input.after), input.limit ?? 100]
  const asked = { communityId: area.id, from, to, seriesId, skip, limit: limit + 1 }
  return reading(keeper, async (tx) => {
    const rows = await store.listSessions(tx, asked)
    return done({
      items: await viewsOf(keeper, tx, area, rows.slice(0, limit)),
      next: rows.length > limit ? String(skip + limit) : null,
    })
  })
}

/** Sessions of one area as they are shown; of series the caller may not know of there are none. */
export async function viewsOf(
  { who }: Keeper,
  tx: Tx,
  area: Area,
  sessions: readonly Session[],
): Promise<OutputOf<typeof contract.readSession>[]> {
  const rooms = new Map((await centre.listRooms(tx, area.id)).map((room) => [room.id, room]))
  const ids = [...new Set(sessions.map((each) => each.seriesId))]
  const series = new Map((await seriesByIds(tx, area.id, ids)).map((each) => [each.id, each]))
  return sessions.flatMap((session) => {
    const of = series.get(session.seriesId)
    if (of === undefined) return []
    const room = session.roomId === null ? null : (rooms.get(session.roomId) ?? null)
    const { communityId: _c, seriesId: _s, roomId: _r, byHand: _b, ...facts } = session
    return [
      {
        ...facts,
        area: areaView(area),
        series: {
          id: of.id,
          title: of.title,
          kind: of.kind,
          registration: of.registration,
          published: of.publishedAt !== null,
        },
        lecturer: session.lecturer ?? of.lecturer,
        room: room === null ? null : { id: room.id, name: room.name, stepFree: room.stepFree },
        seats: seatsOf(session, of, room?.seats ?? null),
        mayKeep: mayKeep(who, area),
      },
    ]
  })
}

type Held = { session: Session; series: SeriesRow }

/** One command on a session under its lock, for whoever keeps its centre. */
export async function onSession<T, R extends string>(
  keeper: Keeper,
  command: { commandId: string; content: { id: string } },
  work: (acting: Acting, held: Held) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'no_such_session' | 'not_yours' | 'command_reused'>> {
  const found = await areaOfSession(keeper, command.content.id)
  if (found === null) return refused('no_such_session')
  return keepingAt<T, R | 'no_such_session'>(keeper, found.area, command, async (acting) => {
    const session = await store.lockSession(acting.tx, command.content.id)
    const series = session === null ? null : await findSeries(acting.tx, session.seriesId)
    if (session === null || series === null) return refused('no_such_session')
    return work(acting, { session, series })
  })
}

/** Two walls of a clock as instants, or why not. */
function spanOf(area: Area, starts: string, ends: string, now: string) {
  const startsAt = instantAt(`${starts}:00`, area.timeZone)
  const endsAt = instantAt(`${ends}:00`, area.timeZone)
  if (startsAt === null || endsAt === null || toMs(endsAt) <= toMs(startsAt))
    return refused('bad_span')
  if (toMs(endsAt) - toMs(startsAt) > 86_400_000) return refused('bad_span')
  if (toMs(startsAt) < toMs(now)) return refused('in_the_past')
  return done({ startsAt, endsAt, day: starts.slice(0, 10) })
}

async function unknownRoom({ tx, area }: Acting, roomId: string | null): Promise<boolean> {
  return roomId !== null && (await centre.findRoom(tx, area.id, roomId)) === null
}

export async function addSession(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.addSession>,
): Promise<Result<OutputOf<typeof contract.addSession>, string>> {
  const found = await areaOfSeries(keeper, input.seriesId)
  if (found === null) return refused('no_such_series')
  return keepingAt<{ id: string }, string>(
    keeper,
    found.area,
    { commandId, content: input },
    (acting) => addByHand(acting, input),
  )
}

export async function addByHand(
  acting: Acting,
  input: Omit<InputOf<typeof contract.addSession>, 'commandId'>,
): Promise<Result<{ id: string }, string>> {
  const { tx, area, now } = acting
  const series = await lockSeries(tx, input.seriesId)
  if (series === null) return refused('no_such_series')
  if (series.endedOn !== null) return refused('series_ended')
  if (await unknownRoom(acting, input.roomId)) return refused('no_such_room')
  const span = spanOf(area, input.starts, input.ends, now)
  if (!span.ok) return span
  const of = { communityId: area.id, id: series.id, roomId: input.roomId }
  const row = { id: input.id, ...span.value, byHand: true, topic: input.topic }
  await store.addSessions(tx, of, [row], now)
  if ((await store.findSession(tx, input.id)) === null) return refused('taken_id')
  const use = { communityId: area.id, sessionId: input.id, roomId: input.roomId, ...span.value }
  if (!(await store.takeRoom(tx, use))) return refused('room_taken')
  const { starts, ends, roomId, topic } = input
  await note(acting, {
    act: 'addSession',
    subject: ['session', input.id],
    facts: { starts, ends, roomId, topic },
  })
  return done({ id: input.id })
}

export function describeSession(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.describeSession>,
) {
  return onSession(keeper, { commandId, content: input }, async (acting, { session }) => {
    const why = whyCannotChange(session, acting.now)
    if (why !== null) return refused(why)
    const { topic, lecturer, seats } = input
    await store.describeSession(acting.tx, { ...session, topic, lecturer, seats, at: acting.now })
    const movedUp = await moveUp(acting, { ...session, topic, seats })
    await note(acting, {
      act: 'describeSession',
      subject: ['session', session.id],
      facts: { topic, lecturer, seats },
    })
    return done({ movedUp })
  })
}

export function cancelSession(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.cancelSession>,
) {
  return onSession(keeper, { commandId, content: input }, async (acting, held) => {
    const { session } = held
    const why = whyCannotChange(session, acting.now)
    if (why !== null) return refused(why)
    const { communityId, id } = session
    const how = { state: 'cancelled', why: input.why, at: acting.now } as const
    await store.endSessions(acting.tx, communityId, [id], how)
    await store.freeRoom(acting.tx, { communityId, sessionId: id })
    const told = await tellRegistered(
      acting,
      { ...held, why: input.why },
      { kind: 'cancelled', cause: 'cancelled' },
    )
    await noteAndTellDesk(acting, held, { act: 'cancelSession', why: input.why.zh, ...told })
    return done(told)
  })
}

export function moveSession(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.moveSession>,
) {
  return onSession(keeper, { commandId, content: input }, async (acting, held) => {
    const { session } = held
    const why = whyCannotChange(session, acting.now)
    if (why !== null) return refused(why)
    if (await unknownRoom(acting, input.roomId)) return refused('no_such_room')
    const span = spanOf(acting.area, input.starts, input.ends, acting.now)
    if (!span.ok) return span
    const { roomId, place } = input
    const to: Session = { ...session, ...span.value, roomId, place }
    if (sameTimeAndPlace(session, to)) return refused('nothing_changed')
    const { communityId, id: sessionId } = session
    const taken = await store.takeRoom(acting.tx, { communityId, sessionId, roomId, ...span.value })
    if (!taken) return refused('room_taken')
    await store.moveSession(acting.tx, { ...to, at: acting.now })
    const told = await tellRegistered(
      acting,
      { session: to, series: held.series, why: input.why },
      { kind: 'moved', cause: `moved ${session.sequence + 1}` },
    )
    await moveUp(acting, to)
    await noteAndTellDesk(acting, held, { act: 'moveSession', why: input.why.zh, ...told })
    return done(told)
  })
}

const sameTimeAndPlace = (a: Session, b: Session) =>
  toMs(a.startsAt) === toMs(b.startsAt) &&
  toMs(a.endsAt) === toMs(b.endsAt) &&
  a.roomId === b.roomId &&
  a.place === b.place

async function noteAndTellDesk(
  acting: Acting,
  { session, series }: Held,
  what: { act: 'cancelSession' | 'moveSession'; why: string; told: number; toCall: number },
): Promise<void> {
  const { act, why: reason, told, toCall } = what
  const before = { startsAt: session.startsAt, roomId: session.roomId }
  await note(acting, {
    act,
    subject: ['session', session.id],
    reason,
    facts: { before, told, toCall },
  })
  const title = wordsOf(session.topic ?? series.title)
  const when = (lang: 'zh' | 'en') => whenSaid(session.startsAt, acting.area.timeZone, lang)
  const off = act === 'cancelSession'
  await tellDesk(acting, {
    cause: `session ${session.id} ${session.sequence + 1}`,
    kind: off ? 'sessionCancelled' : 'sessionMoved',
    topic: 'activitySession',
    subject: session.id,
    words: {
      zh: `${when('zh')}“${title.zh}”${off ? '停一次' : '改了时间或地点'}，${toCall}位要打电话告诉`,
      en: `“${title.en}”, ${when('en')}, ${off ? 'does not take place' : 'was moved'}; ${toCall} to call`,
    },
  })
}
