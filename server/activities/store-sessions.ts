// The rows of sessions, and the rooms they take.
import { sql } from 'kysely'
import type { MadeDate, Occurrence, Session } from '#core/activities/series.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

const sessionColumns = sql`
           e.community_id as "communityId",
           e.id,
           e.series_id    as "seriesId",
           e.original_at  as "originalAt",
           e.by_hand      as "byHand",
           e.room_id      as "roomId",
           e.place,
           e.starts_at    as "startsAt",
           e.ends_at      as "endsAt",
           e.day::text    as day,
           case when e.topic_zh is not null then json_build_object('zh', e.topic_zh, 'en', e.topic_en) end as topic,
           e.lecturer,
           e.seats,
           e.state,
           e.cancelled_at as "cancelledAt",
           case when e.why_zh is not null then json_build_object('zh', e.why_zh, 'en', e.why_en) end as why,
           e.moved_at     as "movedAt",
           e.sequence,
           e.changed_at   as "changedAt",
           e.booked,
           e.waiting,
           e.came`

export const findSession = (tx: Tx, id: string) =>
  firstOf<Session>(tx, sql`select ${sessionColumns} from activities.sessions e where e.id = ${id}`)

export const lockSession = (tx: Tx, id: string) =>
  firstOf<Session>(
    tx,
    sql`select ${sessionColumns} from activities.sessions e where e.id = ${id} for update`,
  )

export const listSessions = (
  tx: Tx,
  asked: {
    communityId: number
    from: string
    to: string
    seriesId: string | null
    skip: number
    limit: number
  },
) =>
  rowsOf<Session>(
    tx,
    sql`
    select ${sessionColumns}
      from activities.sessions e
     where e.community_id = ${asked.communityId}
       and e.day between ${asked.from} and ${asked.to}
       and e.state <> 'dropped'
       and (${asked.seriesId}::uuid is null or e.series_id = ${asked.seriesId})
     order by e.starts_at, e.id
    offset ${asked.skip}
     limit ${asked.limit}`,
  )

export const listMade = (
  tx: Tx,
  s: { communityId: number; id: string; timeZone: string },
  since: string,
) =>
  rowsOf<MadeDate>(
    tx,
    sql`
    select e.id,
           e.original_at           as "originalAt",
           (e.original_at at time zone ${s.timeZone})::date::text as day,
           e.starts_at             as "startsAt",
           e.by_hand               as "byHand",
           e.moved_at is not null  as moved,
           e.state,
           e.booked + e.waiting    as registered
      from activities.sessions e
     where e.community_id = ${s.communityId}
       and e.series_id = ${s.id}
       and (e.starts_at >= ${since} or e.original_at >= ${since})
     order by e.original_at
     limit 2000`,
  )

export type NewSession = Pick<Occurrence, 'day' | 'startsAt' | 'endsAt'> & {
  id: string
  byHand?: boolean
  topic?: Session['topic']
}

export const addSessions = (
  tx: Tx,
  s: { communityId: number; id: string; roomId: string | null },
  rows: readonly NewSession[],
  at: string,
) =>
  sql`
    insert into activities.sessions (community_id, id, series_id, original_at, by_hand, room_id, starts_at, ends_at, day,
                                     topic_zh, topic_en, changed_at)
    select ${s.communityId}, n.id, ${s.id}, n."startsAt", coalesce(n."byHand", false), ${s.roomId}, n."startsAt", n."endsAt", n.day,
           n.topic ->> 'zh', n.topic ->> 'en', ${at}
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as n(id uuid, "startsAt" timestamptz, "endsAt" timestamptz, day date, "byHand" boolean, topic json)
        on conflict (community_id, series_id, original_at) do nothing`.execute(tx.k)

/** Put to the series' time of that day; whatever a calendar shows has changed with it. */
export const putTo = (
  tx: Tx,
  communityId: number,
  rows: readonly { id: string; startsAt: string; endsAt: string; day: string }[],
  at: string,
) =>
  sql`
    update activities.sessions e
       set original_at  = n."startsAt",
           starts_at    = n."startsAt",
           ends_at      = n."endsAt",
           day          = n.day,
           state        = 'planned',
           cancelled_at = null,
           sequence     = e.sequence + 1,
           changed_at   = ${at}
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as n(id uuid, "startsAt" timestamptz, "endsAt" timestamptz, day date)
     where e.community_id = ${communityId}
       and e.id = n.id`.execute(tx.k)

export const endSessions = (
  tx: Tx,
  communityId: number,
  ids: readonly string[],
  how: {
    state: 'cancelled' | 'dropped'
    why: { zh: string; en: string | null } | null
    at: string
  },
) =>
  sql`
    update activities.sessions
       set state        = ${how.state},
           cancelled_at = ${how.at},
           why_zh       = ${how.why?.zh ?? null},
           why_en       = ${how.why?.en ?? null},
           sequence     = sequence + 1,
           changed_at   = ${how.at}
     where community_id = ${communityId}
       and id = any(${[...ids]}::uuid[])`.execute(tx.k)

/** Sessions to come that follow the series' room and length; answers those that changed. */
export const followSeries = (
  tx: Tx,
  s: { communityId: number; id: string; roomId: string | null; minutes: number },
  now: string,
) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    update activities.sessions
       set room_id    = ${s.roomId},
           ends_at    = starts_at + make_interval(mins => ${s.minutes}),
           sequence   = sequence + 1,
           changed_at = ${now}
     where community_id = ${s.communityId}
       and series_id = ${s.id}
       and starts_at > ${now}
       and state = 'planned'
       and not by_hand
       and moved_at is null
       and (room_id is distinct from ${s.roomId} or ends_at <> starts_at + make_interval(mins => ${s.minutes}))
 returning id`,
  )

/** Takes the rooms of a series' sessions to come, where they are free; answers the days that stand without one. */
export async function takeRooms(
  tx: Tx,
  s: { communityId: number; id: string },
  now: string,
): Promise<{ day: string }[]> {
  await sql`
    delete from activities.uses u
     using activities.sessions e
     where e.community_id = ${s.communityId}
       and e.series_id = ${s.id}
       and e.starts_at > ${now}
       and u.community_id = e.community_id
       and u.session_id = e.id
       and (e.state <> 'planned' or e.room_id is distinct from u.room_id or u.during <> tstzrange(e.starts_at, e.ends_at))`.execute(
    tx.k,
  )
  await sql`
    insert into activities.uses (community_id, room_id, session_id, during)
    select e.community_id, e.room_id, e.id, tstzrange(e.starts_at, e.ends_at)
      from activities.sessions e
     where e.community_id = ${s.communityId}
       and e.series_id = ${s.id}
       and e.starts_at > ${now}
       and e.state = 'planned'
       and e.room_id is not null
     order by e.starts_at
        on conflict do nothing`.execute(tx.k)
  return rowsOf(
    tx,
    sql`
    update activities.sessions e
       set room_id = null
     where e.community_id = ${s.communityId}
       and e.series_id = ${s.id}
       and e.starts_at > ${now}
       and e.state = 'planned'
       and e.room_id is not null
       and not exists (select from activities.uses u
                        where u.community_id = e.community_id
                          and u.session_id = e.id)
 returning e.day::text as day`,
  )
}

/** Frees what a session holds, and takes the room it shall have; false when somebody else has it. */
export async function takeRoom(
  tx: Tx,
  use: {
    communityId: number
    sessionId: string
    roomId: string | null
    startsAt: string
    endsAt: string
  },
): Promise<boolean> {
  await freeRoom(tx, use)
  if (use.roomId === null) return true
  const taken = await rowsOf(
    tx,
    sql`
    insert into activities.uses (community_id, room_id, session_id, during)
    values (${use.communityId}, ${use.roomId}, ${use.sessionId}, tstzrange(${use.startsAt}, ${use.endsAt}))
        on conflict do nothing
 returning session_id`,
  )
  return taken.length > 0
}

export const freeRoom = (tx: Tx, use: { communityId: number; sessionId: string }) =>
  sql`
    delete from activities.uses
     where community_id = ${use.communityId}
       and session_id = ${use.sessionId}`.execute(tx.k)

export const moveSession = (
  tx: Tx,
  m: Pick<Session, 'communityId' | 'id' | 'startsAt' | 'endsAt' | 'day' | 'roomId' | 'place'> & {
    at: string
  },
) =>
  sql`
    update activities.sessions
       set starts_at  = ${m.startsAt},
           ends_at    = ${m.endsAt},
           day        = ${m.day},
           room_id    = ${m.roomId},
           place      = ${m.place},
           moved_at   = ${m.at},
           sequence   = sequence + 1,
           changed_at = ${m.at}
     where community_id = ${m.communityId}
       and id = ${m.id}`.execute(tx.k)

export const describeSession = (
  tx: Tx,
  d: Pick<Session, 'communityId' | 'id' | 'topic' | 'lecturer' | 'seats'> & { at: string },
) =>
  sql`
    update activities.sessions
       set topic_zh   = ${d.topic?.zh ?? null},
           topic_en   = ${d.topic?.en ?? null},
           lecturer   = ${d.lecturer === null ? null : JSON.stringify(d.lecturer)},
           seats      = ${d.seats},
           sequence   = sequence + 1,
           changed_at = ${d.at}
     where community_id = ${d.communityId}
       and id = ${d.id}`.execute(tx.k)

/** Which of these stretches find the room taken by another series or a booking. */
export const takenAmong = (
  tx: Tx,
  asked: { communityId: number; roomId: string; seriesId: string | null },
  spans: readonly { startsAt: string; endsAt: string }[],
) =>
  rowsOf<{ startsAt: string }>(
    tx,
    sql`
    select distinct n."startsAt"
      from json_to_recordset(${JSON.stringify(spans)}::json) as n("startsAt" timestamptz, "endsAt" timestamptz)
      join activities.uses u on u.community_id = ${asked.communityId}
                            and u.room_id = ${asked.roomId}
                            and u.during && tstzrange(n."startsAt", n."endsAt")
      left join activities.sessions e on e.community_id = u.community_id
                                     and e.id = u.session_id
     where e.series_id is distinct from ${asked.seriesId}::uuid
        or e.series_id is null
     limit 500`,
  )
