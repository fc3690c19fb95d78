// The pages of a series, a group and the centre, for anybody.
import { wordsOf } from '#core/activities/centre.ts'
import type * as contract from '#core/activities/contract-programme.ts'
import { sayRule } from '#core/activities/rule-words.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { nextDate, toMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import {
  centreWith,
  communityView,
  daysFrom,
  groupName,
  openingOf,
  standingAt,
} from './programme.ts'
import { centreLine, dayLine, roomLine, sessionLine } from './programme-lines.ts'
import * as store from './store-programme.ts'

export function readSeriesPage(
  app: App,
  { code, id }: { code: string; id: string },
): Promise<Result<contract.SeriesPage, 'no_such_area' | 'no_such_series'>> {
  const standing = standingAt(app, code)
  if (standing === null) return Promise.resolve(refused('no_such_area'))
  const { area, today, now } = standing
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const row = await store.findShownSeries(tx, { communityId: area.id, id, now })
    const centre = row === null ? null : await centreWith(tx, standing, row.centreId)
    if (row === null || centre === null) return refused('no_such_series')
    const all = await store.listShownSessions(tx, {
      communityId: area.id,
      from: nextDate(today, -120),
      to: nextDate(today, 120),
      centreId: null,
      seriesId: id,
      groupId: null,
      limit: 300,
    })
    const rooms = await store.listShownRooms(tx, {
      communityId: area.id,
      centreId: row.centreId,
      today,
    })
    const room = rooms.find((one) => one.id === row.roomId)
    const { id: seriesId, kind, about, materials, lecturer, held } = row
    return done({
      community: communityView(area),
      timeZone: area.timeZone,
      today,
      id: seriesId,
      kind,
      about,
      materials,
      lecturer,
      held,
      title: wordsOf(row.title),
      rule: sayRule(row.rule, row.startTime),
      group: await groupName(tx, area.id, row.groupId),
      centre,
      room: room === undefined ? null : roomLine(room),
      coming: all
        .filter((one) => toMs(one.endsAt) > toMs(now))
        .slice(0, 12)
        .map(sessionLine),
      past: all
        .filter((one) => toMs(one.endsAt) <= toMs(now))
        .slice(-8)
        .toReversed()
        .map(sessionLine),
    })
  })
}

export function readGroupPage(
  app: App,
  { code, id }: { code: string; id: string },
): Promise<Result<contract.GroupPage, 'no_such_area' | 'no_such_group'>> {
  const standing = standingAt(app, code)
  if (standing === null) return Promise.resolve(refused('no_such_area'))
  const { area, today } = standing
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const group = await store.findShownGroup(tx, area.id, id)
    if (group === null) return refused('no_such_group')
    const coming = await store.listShownSessions(tx, {
      communityId: area.id,
      from: today,
      to: nextDate(today, 60),
      centreId: null,
      seriesId: null,
      groupId: id,
      limit: 20,
    })
    const centreId = coming[0]?.centreId
    const centres = await store.listOpenCentres(tx, area.id, today)
    const centre = centres.find((one) => one.id === centreId) ?? centres[0]
    return done({
      community: communityView(area),
      timeZone: area.timeZone,
      today,
      ...group,
      name: wordsOf(group.name),
      centre: centre === undefined ? null : centreLine(centre),
      coming: coming.map(sessionLine),
    })
  })
}

export function readCentrePage(
  app: App,
  { code, centre: asked }: { code: string; centre?: string },
): Promise<Result<contract.CentrePage, 'no_such_area' | 'no_such_centre'>> {
  const standing = standingAt(app, code)
  if (standing === null) return Promise.resolve(refused('no_such_area'))
  const { area, today } = standing
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const centres = await store.listOpenCentres(tx, area.id, today)
    const centre = asked === undefined ? centres[0] : centres.find((one) => one.id === asked)
    if (centre === undefined) return refused('no_such_centre')
    const to = nextDate(today, 6)
    const opening = await openingOf(app, tx, { standing, centreId: centre.id, from: today, to })
    const rooms = await store.listShownRooms(tx, {
      communityId: area.id,
      centreId: centre.id,
      today,
    })
    const floors = [...new Set(rooms.map((room) => room.floor))]
    return done({
      community: communityView(area),
      timeZone: area.timeZone,
      today,
      centre: centreLine(centre),
      planPhoto: centre.planPhoto,
      floors: floors.map((ordinal) => {
        const there = rooms.filter((room) => room.floor === ordinal)
        const name = there[0] === undefined ? { zh: '', en: '' } : wordsOf(there[0].floorName)
        return { ordinal, name, planPhoto: there[0]?.floorPlan ?? null, rooms: there.map(roomLine) }
      }),
      days: daysFrom(today, to).map((day) => dayLine(opening, day)),
    })
  })
}
