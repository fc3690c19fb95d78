// What took place and how much of the open hours was used: for the centre's own page, the cockpit and the themes.
import { sql } from 'kysely'
import { openOn, minutesOf } from '#core/activities/centre.ts'
import type * as contract from '#core/activities/contract-centre.ts'
import { peopleShown } from '#core/activities/small.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate, nextDate } from '#core/kit/time.ts'
import type { LocalDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { type Tx, firstOf, inScope, rowsOf } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import { openingOf } from './centres.ts'
import type { Keeper } from './keeping.ts'
import { listCentres, listRooms } from './store-centre.ts'

export type Span = { from: LocalDate; to: LocalDate }
export type HeldSums = { sessions: number; counted: number; personTimes: number }

/** Sessions held and person-times of a subtree, up to yesterday or what has ended today; of one theme, if asked. */
export async function heldIn(
  tx: Tx,
  asked: Span & {
    areaPath: string
    themeId?: string | null
    kind?: string | null
    now: string
  },
): Promise<HeldSums> {
  const row = await firstOf<HeldSums>(
    tx,
    sql`
    select count(*)::int                  as sessions,
           count(e.came)::int             as counted,
           coalesce(sum(e.came), 0)::int  as "personTimes"
      from activities.sessions e
      join activities.series   s on s.community_id = e.community_id
                                and s.id = e.series_id
     where e.community_id in (select a.id from places.areas a where a.path ^@ ${asked.areaPath})
       and e.day between ${asked.from} and ${asked.to}
       and e.state = 'planned'
       and e.ends_at <= ${asked.now}
       and s.published_at is not null
       and (${asked.themeId ?? null}::uuid is null or s.theme_id = ${asked.themeId ?? null})
       and (${asked.kind ?? null}::text is null or s.kind = ${asked.kind ?? null})`,
  )
  return row ?? { sessions: 0, counted: 0, personTimes: 0 }
}

/** 场地利用率: minutes taken over minutes open, of the rooms that are lent, day by day. */
export async function roomUse(
  app: App,
  tx: Tx,
  area: Area,
  { from, to }: Span,
): Promise<{ bookedMinutes: number; openMinutes: number }> {
  const rooms = (await listRooms(tx, area.id)).filter((room) => room.lends)
  const taken = await firstOf<{ minutes: number }>(
    tx,
    sql`
    select coalesce(sum(m.minutes), 0)::int as minutes
      from activities.room_minutes m
     where m.community_id = ${area.id}
       and m.day between ${from} and ${to}
       and m.room_id = any(${rooms.map((room) => room.id)}::uuid[])`,
  )
  let openMinutes = 0
  for (const centre of await listCentres(tx, area.id)) {
    const opening = await openingOf(app, tx, area, centre.id, from)
    for (const room of rooms.filter((each) => each.centreId === centre.id))
      for (let day = from; day <= to; day = nextDate(day)) {
        if (room.openedOn > day || (room.closedOn !== null && room.closedOn <= day)) continue
        for (const [opens, shuts] of openOn(opening, room.id, day).spans)
          openMinutes += minutesOf(shuts) - minutesOf(opens)
      }
  }
  return { bookedMinutes: taken?.minutes ?? 0, openMinutes }
}

/** The communities of a subtree that have a centre, and how many. */
export const centresIn = (
  tx: Tx,
  areaPath: string,
): Promise<{ areaId: number; centres: number }[]> =>
  rowsOf(
    tx,
    sql`
    select a.id          as "areaId",
           count(*)::int as centres
      from activities.centres c
      join places.areas       a on a.id = c.community_id
     where a.path ^@ ${areaPath}
     group by a.id
     order by a.id
     limit 2000`,
  )

/** How many different people, of those alone who agreed to be counted: a lower bound, hidden when it is small. */
async function peopleCounted(tx: Tx, area: Area, { from, to }: Span): Promise<number> {
  const row = await firstOf<{ people: number }>(
    tx,
    sql`
    select count(distinct v.card)::int as people
      from activities.card_visits v
      join activities.sessions    e on e.community_id = v.community_id
                                   and e.id = v.session_id
     where v.community_id = ${area.id}
       and e.day between ${from} and ${to}`,
  )
  return row?.people ?? 0
}

const daysMax = 800

export async function readFigures(
  { app }: Keeper,
  input: InputOf<typeof contract.readActivityFigures>,
): Promise<Result<OutputOf<typeof contract.readActivityFigures>, 'no_such_area' | 'bad_span'>> {
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  const { from, to } = input
  const days = (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000
  if (!(days >= 0 && days <= daysMax)) return refused('bad_span')
  const now = app.now()
  const today = localDate(now, area.timeZone)
  // Sums without a person in them; the token's visits are only ever counted.
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const held = await heldIn(tx, { from, to, areaPath: area.path, now })
    const used = await roomUse(app, tx, area, { from, to: to < today ? to : maxDay(from, to) })
    const people = peopleShown(await peopleCounted(tx, area, { from, to }))
    return done({ ...held, ...used, peopleAtLeast: people })
  })
}

const maxDay = (a: LocalDate, b: LocalDate) => (a > b ? a : b)
