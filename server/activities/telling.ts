// Who is told when a session changes: every registration by its page (and by a call, where a number was left), and the
// member of staff who answers for the community. Waiting lists move up here, behind the lock of the session.
import { type Named, wordsOf } from '#core/activities/centre.ts'
import { movingUp, seatsOf } from '#core/activities/registration.ts'
import type { Session } from '#core/activities/series.ts'
import { type TellingKind, toldWords } from '#core/activities/words-told.ts'
import { localDate, localTime } from '#core/kit/time.ts'
import { type Lang, type Words, say } from '#core/kit/words.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { addJob } from '../kit/jobs.ts'
import { tell as tellStaff } from '../notices/notices.ts'
import { responsibleNow } from '../people/responsible.ts'
import type { Acting } from './keeping.ts'
import { findRoom } from './store-centre.ts'
import * as store from './store-registrations.ts'
import { type SeriesRow, findSeries } from './store-series.ts'

export type Changed = { session: Session; series: SeriesRow; why?: Named | null }

export async function tellRegistered(
  acting: Acting,
  { session, series, why = null }: Changed,
  told: { kind: TellingKind; cause: string; only?: readonly string[] },
): Promise<{ told: number; toCall: number }> {
  const { tx, now } = acting
  const words = await wordsTold(acting, { session, series, why }, told.kind)
  const { communityId, id: sessionId } = session
  const rows = await store.tell(
    tx,
    { communityId, sessionId, kind: told.kind, cause: told.cause, words, at: now },
    told.only ?? null,
  )
  return { told: rows.length, toCall: rows.filter((row) => row.byPhone).length }
}

async function wordsTold(acting: Acting, changed: Changed, kind: TellingKind): Promise<Words> {
  const { session, series, why } = changed
  const room =
    session.roomId === null ? null : await findRoom(acting.tx, acting.area.id, session.roomId)
  const title = wordsOf(session.topic ?? series.title)
  const where =
    room === null
      ? { zh: session.place ?? '中心', en: session.place ?? 'the centre' }
      : wordsOf(room.name)
  const filled = (lang: Lang) =>
    say(toldWords[kind], lang, {
      title: title[lang],
      when: whenSaid(session.startsAt, acting.area.timeZone, lang),
      where: where[lang],
      why: why === null || why === undefined ? '' : wordsOf(why)[lang],
    })
  return { zh: filled('zh'), en: filled('en') }
}

/** 11月24日 14:00; 24 November 14:00. */
export function whenSaid(at: string, timeZone: string, lang: Lang): string {
  const day = localDate(at, timeZone)
  const time = localTime(at, timeZone)
  const [, month = '', date = ''] = day.split('-')
  if (lang === 'zh') return `${Number(month)}月${Number(date)}日${time}`
  return `${day} ${time}`
}

export type DeskNotice = {
  cause: string
  kind: string
  topic: 'activitySession' | 'roomBooking'
  subject: string
  words: Words
}

/** Staff write no notices of each other: a job does, in the transaction's wake. */
export async function tellDesk({ tx, area, now }: Acting, notice: DeskNotice): Promise<void> {
  await addJob(tx, { task: 'tell_centre_desk', payload: { areaId: area.id, at: now, ...notice } })
}

/** The member of staff who answers for the community now, once a cause. */
export async function tellDeskNow(
  app: App,
  notice: DeskNotice & { areaId: number; at: string },
): Promise<void> {
  await inScope(app.db, { kind: 'job' }, async (tx) => {
    const answers = await responsibleNow(app, tx, {
      receiver: { areaId: notice.areaId, unitId: null, personId: null },
      gridId: null,
      instant: notice.at,
    })
    if (answers.personId === null) return
    await tellStaff(tx, {
      recipient: answers.personId,
      cause: notice.cause,
      kind: notice.kind,
      communityId: notice.areaId,
      caseNumber: null,
      about: { topic: notice.topic, id: notice.subject },
      words: notice.words,
      urgent: false,
      at: notice.at,
    })
  })
}

/** Under the session's lock: whoever now has a place moves up, in order, and is told. Answers how many did. */
export async function moveUp(acting: Acting, session: Session): Promise<number> {
  const { tx, now } = acting
  const { communityId, id } = session
  const series = await findSeries(tx, session.seriesId)
  if (series === null) return 0
  const seats = await seatsIn(acting, session, series)
  const booked = await bookedNow(acting, session)
  const moved = movingUp(await store.listWaiting(tx, communityId, id), booked, seats)
  const ids = moved.map((each) => each.id)
  if (ids.length > 0) {
    await store.moveUp(tx, communityId, ids, now)
    await tellRegistered(
      acting,
      { session, series },
      { kind: 'movedUp', cause: 'movedUp', only: ids },
    )
  }
  await store.recount(tx, communityId, id)
  return ids.length
}

async function bookedNow(acting: Acting, session: Session): Promise<number> {
  await store.recount(acting.tx, session.communityId, session.id)
  return (await store.findSums(acting.tx, session.communityId, session.id))?.booked ?? 0
}

export async function seatsIn(
  acting: Pick<Acting, 'tx' | 'area'>,
  session: Session,
  series: Pick<SeriesRow, 'seats'>,
): Promise<number | null> {
  if (session.seats !== null || series.seats !== null || session.roomId === null)
    return seatsOf(session, series, null)
  const room = await findRoom(acting.tx, acting.area.id, session.roomId)
  return seatsOf(session, series, room?.seats ?? null)
}
