// What the centre does by itself: dates are made ahead, registered people reminded once, numbers left for a session
// erased when it is past, and last year's tokens turned into a count.
import { sql } from 'kysely'
import { reminderHours } from '#core/activities/registration.ts'
import { addMs, localDate } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { type Tx, inScope, rowsOf } from '../kit/db.ts'
import { actingAt } from './keeping.ts'
import { layOutAll } from './laying-out.ts'
import { findSeries } from './store-series.ts'
import { findSession } from './store-sessions.ts'
import { type DeskNotice, tellDeskNow, tellRegistered } from './telling.ts'

export function addActivityJobs(app: App): void {
  const { tasks, crons } = app.jobs
  tasks['lay_out_series'] = async () => void (await layOutAll(app))
  tasks['remind_registered'] = async () => void (await remindRegistered(app))
  tasks['erase_activity_contacts'] = async () => void (await eraseContacts(app))
  tasks['tell_centre_desk'] = (payload) =>
    tellDeskNow(app, payload as DeskNotice & { areaId: number; at: string })
  crons.push(
    { task: 'lay_out_series', match: '20 17 * * *' },
    { task: 'remind_registered', match: '*/15 * * * *' },
    { task: 'erase_activity_contacts', match: '40 17 * * *' },
  )
}

const job = { kind: 'job' } as const

/** Everybody with a place at a session of the next day, each once: the row of what was told is the memory. */
export async function remindRegistered(app: App): Promise<number> {
  const now = app.now()
  const soon = await inScope(app.db, job, (tx) => sessionsBefore(tx, now))
  let told = 0
  for (const { id } of soon)
    told += await inScope(app.db, job, async (tx) => {
      const session = await findSession(tx, id)
      const series = session === null ? null : await findSeries(tx, session.seriesId)
      if (session === null || series === null) return 0
      const area = app.places.geography.get(session.communityId)
      const acting = actingAt(app, tx, area, { by: { kind: 'job', id: 'job' }, now: () => now })
      const only = await listBooked(tx, session.communityId, id)
      const how = { kind: 'reminder', cause: `reminder ${session.startsAt}`, only } as const
      return (await tellRegistered(acting, { session, series }, how)).told
    })
  return told
}

const sessionsBefore = (tx: Tx, now: string) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    select e.id
      from activities.sessions e
     where e.starts_at > ${now}
       and e.starts_at <= ${addMs(now, reminderHours * 3_600_000)}
       and e.state = 'planned'
       and e.booked > 0
     order by e.starts_at
     limit 5000`,
  )

const listBooked = async (tx: Tx, communityId: number, sessionId: string): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`
    select r.id
      from activities.registrations r
     where r.community_id = ${communityId}
       and r.session_id = ${sessionId}
       and r.state = 'booked'
     limit 5000`,
  )
  return rows.map((row) => row.id)
}

export async function eraseContacts(app: App): Promise<number> {
  const now = app.now()
  const zone = app.places.geography.top()?.timeZone ?? 'UTC'
  const today = localDate(now, zone)
  return inScope(app.db, job, async (tx) => {
    const left = await rowsOf(
      tx,
      sql`
      with gone as (
      update activities.registration_contacts
         set sealed_phone = null,
             told_on      = null,
             erased_at    = ${now}
       where erased_at is null
         and erase_after < ${today}
   returning community_id, registration_id as id)
      ${noteErased('registration', now)}`,
    )
    const lent = await rowsOf(
      tx,
      sql`
      with gone as (
      update activities.booking_contacts
         set sealed_name  = null,
             sealed_phone = null,
             phone_index  = null,
             told_on      = null,
             erased_at    = ${now}
       where erased_at is null
         and erase_after < ${today}
   returning community_id, booking_id as id)
      ${noteErased('booking', now)}`,
    )
    await closeCards(tx, today)
    return left.length + lent.length
  })
}

/** The journal keeps that a number was erased, and not which. */
const noteErased = (subject: 'registration' | 'booking', now: string) => sql`
      insert into activities.entries (community_id, id, at, actor_kind, actor_id, act, subject_kind, subject_id)
      select g.community_id, gen_random_uuid(), ${now}, 'job', 'job', 'eraseContact', ${subject}, g.id
        from gone g
   returning id`

/** From February on, last year is a number and nothing else. */
async function closeCards(tx: Tx, today: string): Promise<void> {
  const year = Number(today.slice(0, 4)) - (today.slice(5, 7) >= '02' ? 1 : 2)
  await sql`
    insert into activities.card_counts (community_id, year, people, visits)
    select c.community_id, c.year, count(distinct v.card), count(v.session_id)
      from activities.cards c
      left join activities.card_visits v on v.community_id = c.community_id
                                        and v.year = c.year
                                        and v.card = c.card
     where c.year <= ${year}
     group by c.community_id, c.year
        on conflict do nothing`.execute(tx.k)
  await sql`delete from activities.cards where year <= ${year}`.execute(tx.k)
}
