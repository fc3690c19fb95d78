// The programme of a community for anybody: its days with rooms, sessions and idle times; one session. The web, the calendar feeds and the printed sheets read it here.
import {
  type Opening,
  idleStretches,
  openOn,
  openStretches,
  wordsOf,
} from '#core/activities/centre.ts'
import type * as contract from '#core/activities/contract-programme.ts'
import { sayRule } from '#core/activities/rule-words.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { fromMs, localDate, nextDate, toMs, weekday } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { LocalDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { calendarAt } from '../places/index-of-places.ts'
import { centreLine, dayLine, lentLine, roomLine, sessionLine } from './programme-lines.ts'
import * as store from './store-programme.ts'

export const sessionsShownMax = 400

/** Where and when somebody asks: the community, its zone, its today. */
export type Standing = { area: Area; today: LocalDate; now: string }

export function standingAt(app: App, code: string): Standing | null {
  const area = app.places.geography.findByCode(code)
  const now = app.now()
  return area === null ? null : { area, now, today: localDate(now, area.timeZone) }
}

export const mondayOf = (day: LocalDate) => nextDate(day, 1 - weekday(day))

export const communityView = ({ code, name, nameEn }: Area) => ({
  code,
  name: { zh: name, en: nameEn ?? name },
})

export type ProgrammeAsked = { code: string; centre?: string; from?: string; days?: number }

export function readProgramme(
  app: App,
  asked: ProgrammeAsked,
): Promise<Result<contract.ProgrammeView, 'no_such_area' | 'no_such_centre'>> {
  const standing = standingAt(app, asked.code)
  if (standing === null) return Promise.resolve(refused('no_such_area'))
  // 30 February is 2 March.
  const from = nextDate(asked.from ?? mondayOf(standing.today), 0)
  const to = nextDate(from, (asked.days ?? 7) - 1)
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const { area, today } = standing
    const centres = await store.listOpenCentres(tx, area.id, today)
    const centre =
      asked.centre === undefined ? centres[0] : centres.find((one) => one.id === asked.centre)
    if (centre === undefined && asked.centre !== undefined) return refused('no_such_centre')
    const sessions = await store.listShownSessions(tx, {
      communityId: area.id,
      from,
      to,
      centreId: centre?.id ?? null,
      seriesId: null,
      groupId: null,
      limit: sessionsShownMax + 1,
    })
    const house =
      centre === undefined
        ? null
        : await houseOf(app, tx, { standing, centreId: centre.id, from, to })
    return done({
      community: communityView(area),
      timeZone: area.timeZone,
      today,
      from,
      to,
      centre: centre === undefined ? null : centreLine(centre),
      centres: centres.map(centreLine),
      rooms: house?.rooms ?? [],
      days: daysFrom(from, to).map((day) => dayLine(house?.opening ?? null, day)),
      sessions: sessions.slice(0, sessionsShownMax).map(sessionLine),
      lent: house?.lent ?? [],
      idle: house?.idle ?? [],
      cut: sessions.length > sessionsShownMax,
    })
  })
}

type House = Pick<contract.ProgrammeView, 'rooms' | 'lent' | 'idle'> & { opening: Opening }
type HouseAsked = { standing: Standing; centreId: string; from: LocalDate; to: LocalDate }

async function houseOf(
  app: App,
  tx: Tx,
  { standing, centreId, from, to }: HouseAsked,
): Promise<House> {
  const { area, today, now } = standing
  const { timeZone } = area
  const opening = await openingOf(app, tx, { standing, centreId, from, to })
  const span = {
    communityId: area.id,
    from: startOfDay(from, timeZone),
    to: startOfDay(nextDate(to), timeZone),
  }
  const rooms = await store.listShownRooms(tx, { communityId: area.id, centreId, today })
  const taken = await store.listTaken(tx, span)
  const lent = await store.listLent(tx, span)
  const known = new Set(rooms.map((room) => room.id))
  const idle = rooms
    .filter((room) => room.lends)
    .flatMap((room) =>
      daysFrom(from, to).flatMap((day) => {
        const uses = taken.filter((use) => use.roomId === room.id)
        const free = idleStretches(openStretches(opening, room.id, day), uses, {
          notBefore: toMs(now),
        })
        return free.map((one) => ({
          roomId: room.id,
          day,
          from: fromMs(one.from),
          to: fromMs(one.to),
        }))
      }),
    )
  return {
    opening,
    rooms: rooms.map(roomLine),
    lent: lent.filter((one) => known.has(one.roomId)).map(lentLine),
    idle,
  }
}

export async function openingOf(
  app: App,
  tx: Tx,
  { standing, centreId, from, to }: HouseAsked,
): Promise<Opening> {
  const { area, now } = standing
  const { daysOff } = calendarAt(app, area.path, now)
  return {
    timeZone: area.timeZone,
    hours: await store.listShownHours(tx, area.id, centreId),
    specialDays: await store.listShownDays(tx, { communityId: area.id, centreId, from, to }),
    isHoliday: (day) => daysOff.has(day),
  }
}

export function readSessionPage(
  app: App,
  { code, id }: { code: string; id: string },
): Promise<Result<contract.SessionPage, 'no_such_area' | 'no_such_session'>> {
  const standing = standingAt(app, code)
  if (standing === null) return Promise.resolve(refused('no_such_area'))
  const { area, today, now } = standing
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const row = await store.findShownSession(tx, area.id, id)
    const centre = row === null ? null : await centreWith(tx, standing, row.centreId)
    if (row === null || centre === null) return refused('no_such_session')
    const house = { standing, centreId: row.centreId, from: row.day, to: row.day }
    const opening = await openingOf(app, tx, house)
    const rooms = await store.listShownRooms(tx, {
      communityId: area.id,
      centreId: row.centreId,
      today,
    })
    const next = await store.listShownSessions(tx, {
      communityId: area.id,
      from: today,
      to: nextDate(today, 60),
      centreId: null,
      seriesId: row.seriesId,
      groupId: null,
      limit: 6,
    })
    const coming = next
      .filter((one) => one.id !== row.id && toMs(one.startsAt) > toMs(now))
      .slice(0, 4)
    const room = rooms.find((one) => one.id === row.roomId)
    return done({
      community: communityView(area),
      timeZone: area.timeZone,
      today,
      centre,
      counter: openOn(opening, null, row.day).spans.map(([from, to]): [string, string] => [
        from,
        to,
      ]),
      room: room === undefined ? null : roomLine(room),
      session: sessionLine(row),
      about: row.about,
      materials: row.materials,
      rule: sayRule(row.rule, row.startTime),
      group: await groupName(tx, area.id, row.groupId),
      over: toMs(row.endsAt) <= toMs(now),
      next: coming.map(sessionLine),
    })
  })
}

export async function centreWith(
  tx: Tx,
  { area, today }: Standing,
  id: string,
): Promise<contract.CentreLine | null> {
  const found = (await store.listOpenCentres(tx, area.id, today)).find((one) => one.id === id)
  return found === undefined ? null : centreLine(found)
}

export async function groupName(tx: Tx, communityId: number, id: string | null) {
  const group = id === null ? null : await store.findShownGroup(tx, communityId, id)
  return group === null ? null : { id: group.id, name: wordsOf(group.name) }
}

export const daysFrom = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => nextDate(from, i))
}
