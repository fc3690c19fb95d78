// One's own calendar: shifts of the roster and deadlines of the cases one answers for, for the program of one's phone. It
// names a case by number, category and area; what was written stays behind the sign-in.
import { sql } from 'kysely'
import { type FeedEvent, writeFeed } from '#core/activities/ical.ts'
import type { CaseRow } from '#core/cases/contract.ts'
import type * as contract from '#core/exchange/contract-calendar.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { addDays, addMs } from '#core/kit/time.ts'
import type { Lang } from '#core/kit/words.ts'
import type { App, Who } from '../app.ts'
import { listCases } from '../cases/lists.ts'
import { type Tx, firstOf, inScope, once, rowsOf } from '../kit/db.ts'
import { type PlainAnswer, type PlainRequest, type Server, mountPlain } from '../kit/http.ts'
import { type Shift, shiftsOf } from '../people/roster.ts'
import { hashOfSecret, newSecret, whoIsPerson } from '../people/who.ts'

const job = { kind: 'job' } as const
const path = '/ical/duty/:secret.ics'
const daysBack = 7
const daysAhead = 60
const casesMax = 200
const halfHourMs = 30 * 60_000

export function mountDutyCalendar(server: Server, app: App): void {
  const limit = { max: 60, per: 'minute' } as const
  mountPlain(server, app, { method: 'GET', path, limit }, (request) => answer(app, request))
}

type NotAPerson = 'not_allowed'

export async function readMyCalendar(
  app: App,
  who: Who,
): Promise<Result<OutputOf<typeof contract.readMyCalendar>, NotAPerson>> {
  if (who.actor.kind !== 'person') return refused('not_allowed')
  const { id } = who.actor
  const row = await inScope(app.db, job, (tx) =>
    firstOf<{ madeAt: string }>(
      tx,
      sql`
      select c.made_at as "madeAt"
        from exchange.calendars c
       where c.person_id = ${id}
         and c.ended_at is null`,
    ),
  )
  return done({ madeAt: row?.madeAt ?? null })
}

type Made = OutputOf<typeof contract.makeMyCalendar>

export async function makeMyCalendar(
  app: App,
  who: Who,
  { commandId }: InputOf<typeof contract.makeMyCalendar>,
): Promise<Result<Made, NotAPerson | 'command_reused'>> {
  if (who.actor.kind !== 'person') return refused('not_allowed')
  const { actor } = who
  const veil = { store: () => ({}), recall: (): Made => ({ url: null }) }
  return once(app, actor, job, { commandId, content: {}, veil }, async (tx, now) => {
    const at = now()
    await endCalendar(tx, actor.id, at)
    const secret = newSecret()
    await rowsOf(
      tx,
      sql`
      insert into exchange.calendars (id, person_id, token_hash, made_at)
      values (${app.newId()}, ${actor.id}, ${hashOfSecret(secret)}, ${at})`,
    )
    return done({ url: `${app.config.publicUrl}/ical/duty/${secret}.ics` })
  })
}

export async function endMyCalendar(
  app: App,
  who: Who,
  { commandId }: InputOf<typeof contract.endMyCalendar>,
): Promise<Result<object, NotAPerson | 'command_reused'>> {
  if (who.actor.kind !== 'person') return refused('not_allowed')
  const { id } = who.actor
  return once(app, who.actor, job, { commandId, content: {} }, async (tx, now) => {
    await endCalendar(tx, id, now())
    return done({})
  })
}

const endCalendar = (tx: Tx, personId: string, at: string) =>
  rowsOf(
    tx,
    sql`
    update exchange.calendars set ended_at = ${at} where person_id = ${personId} and ended_at is null`,
  )

const none: PlainAnswer = {
  status: 404,
  contentType: 'text/plain; charset=utf-8',
  body: '没有这个日历。There is no such calendar.\n',
}

async function answer(app: App, request: PlainRequest): Promise<PlainAnswer> {
  const secret = request.params['secret'] ?? ''
  const found = await inScope(app.db, job, (tx) =>
    firstOf<{ personId: string }>(
      tx,
      sql`
      select c.person_id as "personId"
        from exchange.calendars c
       where c.token_hash = ${hashOfSecret(secret)}
         and c.ended_at is null`,
    ),
  )
  // Whoever left his posts has no calendar any more, also if he kept the address.
  const who = found === null ? null : await whoIsPerson(app, found.personId, request)
  if (who === null || who.actor.kind !== 'person') return none
  const now = app.now()
  const { id: personId, grants } = who.actor
  const zone = app.places.geography.get(grants[0]?.areaId ?? 0).timeZone
  const span = { personId, from: addDays(now, -daysBack), to: addDays(now, daysAhead) }
  const shifts = await inScope(app.db, job, (tx) => shiftsOf(tx, span))
  const cases = await listCases(app, who, { queue: 'mine', limit: casesMax })
  const lang: Lang = request.query['lang'] === 'en' ? 'en' : 'zh'
  const events = [
    ...shifts.map((shift) => shiftEvent(app, shift, lang)),
    ...(cases.ok ? cases.value.items : []).flatMap((row) => dueEvent(app, row, lang)),
  ]
  const body = writeFeed({
    name: { zh: '值班和到期', en: 'Duty and deadlines' }[lang],
    description: {
      zh: '排班和到期变了，会自己跟着变。',
      en: 'Follows the roster and the deadlines.',
    }[lang],
    timeZone: zone,
    url: `${app.config.publicUrl}/desk`,
    events,
  })
  const headers = { 'cache-control': 'private, max-age=900', 'referrer-policy': 'no-referrer' }
  return { status: 200, contentType: 'text/calendar; charset=utf-8', body, headers }
}

const host = (app: App) => new URL(app.config.publicUrl).hostname

function shiftEvent(app: App, shift: Shift, lang: Lang): FeedEvent {
  const place = app.places.geography.label(app.places.geography.get(shift.areaId))[lang]
  const where = shift.unitName === null ? place : `${place} ${shift.unitName}`
  return {
    ...bare,
    uid: `duty-${shift.id}@${host(app)}`,
    startsAt: shift.from,
    endsAt: shift.to,
    summary: lang === 'zh' ? `值班：${where}` : `On duty: ${where}`,
    changedAt: shift.enteredAt,
  }
}

/** The half hour before it is due, so that a calendar's reminder comes in time. */
function dueEvent(app: App, row: CaseRow, lang: Lang): FeedEvent[] {
  const dueAt = row.clock?.dueAt ?? null
  if (dueAt === null) return []
  const place = row.place.at(-1)
  const name = lang === 'en' ? (place?.nameEn ?? place?.name) : place?.name
  const what = `${row.category[lang]} ${name ?? ''}`.trim()
  const url = `${app.config.publicUrl}/desk/cases/${row.number}`
  return [
    {
      ...bare,
      uid: `due-${row.number}@${host(app)}`,
      startsAt: addMs(dueAt, -halfHourMs),
      endsAt: dueAt,
      summary: lang === 'zh' ? `到期：${what}` : `Due: ${what}`,
      description: `${row.number}\n${url}`,
      url,
      changedAt: row.lastAt,
    },
  ]
}

const bare = {
  description: null,
  location: null,
  point: null,
  url: null,
  category: null,
  sequence: 0,
  cancelled: false,
}
