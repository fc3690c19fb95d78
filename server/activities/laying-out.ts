// A series' dates become rows, some months ahead: on every change of the series, and every night by a job. Doing it
// twice changes nothing; what was moved, cancelled or added by hand stays.
import { openStretches, isOpenDuring } from '#core/activities/centre.ts'
import { type Occurrence, type SeriesRule, layOut } from '#core/activities/series.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { nextDate, toMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { openingOf } from './centres.ts'
import { type Acting, actingAt, holidaysAt } from './keeping.ts'
import { occurrencesOf } from './occurrences.ts'
import type { PlanFault } from './recurrence.ts'
import { type SeriesRow, listOpenSeries, lockSeries } from './store-series.ts'
import * as store from './store-sessions.ts'
import { tellRegistered } from './telling.ts'

export const daysAhead = 120

type Laid = { withoutRoom: string[]; cancelled: number }

/** `why` is what those registered read when the rule no longer gives their date. */
export async function layOutSeries(
  acting: Acting,
  series: SeriesRow,
  why: { zh: string; en: string | null },
): Promise<Result<Laid, PlanFault>> {
  const { app, tx, area, now, today } = acting
  const { communityId } = series
  const wanted = occurrencesOf(
    { ...series, timeZone: area.timeZone },
    { from: today, to: nextDate(today, daysAhead), isHoliday: holidaysAt(app, area, now) },
  )
  if (!wanted.ok) return wanted
  const of = { communityId, id: series.id, timeZone: area.timeZone }
  const plan = layOut(wanted.value, await store.listMade(tx, of, now), now)
  if (plan.add.length > 0)
    await store.addSessions(
      tx,
      series,
      plan.add.map((each) => ({ ...each, id: app.newId() })),
      now,
    )
  if (plan.put.length > 0)
    await store.putTo(
      tx,
      communityId,
      plan.put.map(({ id, to }) => ({ ...to, id })),
      now,
    )
  if (plan.drop.length > 0)
    await store.endSessions(tx, communityId, plan.drop, { state: 'dropped', why: null, at: now })
  if (plan.cancel.length > 0)
    await store.endSessions(tx, communityId, plan.cancel, { state: 'cancelled', why, at: now })
  const changed = await store.followSeries(tx, series, now)
  const withoutRoom = await store.takeRooms(tx, series, now)
  const moved = [...plan.put, ...changed].map((each) => each.id)
  for (const id of new Set([...plan.cancel, ...moved])) await tellOf(acting, series, id, why)
  return done({ withoutRoom: withoutRoom.map((row) => row.day), cancelled: plan.cancel.length })
}

async function tellOf(
  acting: Acting,
  series: SeriesRow,
  id: string,
  why: { zh: string; en: string | null },
): Promise<void> {
  const session = await store.findSession(acting.tx, id)
  if (session === null || session.booked + session.waiting === 0) return
  const kind = session.state === 'planned' ? 'moved' : 'cancelled'
  await tellRegistered(
    acting,
    { session, series, why },
    { kind, cause: `${kind} ${session.sequence}` },
  )
}

const nightly = { zh: '场次安排有调整', en: 'the dates of the series changed' }

/** Every series that goes on, each in its own transaction: one that cannot be laid out stops none of the others. */
export async function layOutAll(app: App): Promise<number> {
  const now = app.now()
  const open = await inScope(app.db, { kind: 'job' }, (tx) => listOpenSeries(tx, now.slice(0, 10)))
  for (const { id } of open)
    await inScope(app.db, { kind: 'job' }, async (tx) => {
      const series = await lockSeries(tx, id)
      if (series === null) return
      const area = app.places.geography.get(series.communityId)
      const by = { kind: 'job', id: 'job' } as const
      const laid = await layOutSeries(
        actingAt(app, tx, area, { by, now: () => now }),
        series,
        nightly,
      )
      if (!laid.ok) app.log.warn({ series: id, refusal: laid.refusal }, 'a series has no dates')
    })
  return open.length
}

export type Preview = {
  rule: SeriesRule
  centreId: string
  roomId: string | null
  seriesId: string | null
  max: number
}

/** The next dates, and whether the room is open and free then. */
export async function previewDates(
  { app, tx, area, now, today }: Acting,
  asked: Preview,
): Promise<Result<{ dates: (Occurrence & { taken: boolean; open: boolean })[] }, PlanFault>> {
  const from = asked.rule.startsOn > today ? asked.rule.startsOn : today
  const isHoliday = holidaysAt(app, area, now)
  const found = occurrencesOf(asked.rule, {
    from,
    to: nextDate(from, 400),
    max: asked.max,
    isHoliday,
  })
  if (!found.ok) return refused(found.refusal)
  const { roomId, seriesId, centreId } = asked
  const taken =
    roomId === null
      ? []
      : await store.takenAmong(tx, { communityId: area.id, roomId, seriesId }, found.value)
  const busy = new Set(taken.map((each) => toMs(each.startsAt)))
  const opening = await openingOf(app, tx, area, centreId, from)
  return done({
    dates: found.value.map((each) => ({
      ...each,
      taken: busy.has(toMs(each.startsAt)),
      open: isOpenDuring(
        openStretches(opening, roomId, each.day),
        toMs(each.startsAt),
        toMs(each.endsAt),
      ),
    })),
  })
}

export function ruleOf(
  input: Omit<SeriesRule, 'timeZone' | 'endedOn'>,
  timeZone: string,
  endedOn: string | null = null,
): SeriesRule {
  const { rule, startsOn, startTime, minutes, skipsHolidays, daysAdded, daysSkipped } = input
  assert(minutes > 0, 'a session has a length')
  return {
    rule,
    startsOn,
    startTime,
    minutes,
    skipsHolidays,
    daysAdded,
    daysSkipped,
    endedOn,
    timeZone,
  }
}
