// What is read for everybody: centres with their rooms and hours, sessions over some days, rooms lent. Every statement
// runs under the public scope, so what is not published does not come.
import { sql } from 'kysely'
import type { Hours, Named, Span, SpecialDay } from '#core/activities/centre.ts'
import type { Lecturer, SeriesKind } from '#core/activities/series.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type CentreRow = {
  id: string
  name: Named
  address: string
  phone: string | null
  lift: boolean
  lon: number | null
  lat: number | null
  planPhoto: string | null
}

export const listOpenCentres = (tx: Tx, communityId: number, today: string) =>
  rowsOf<CentreRow>(
    tx,
    sql`
    select c.id,
           json_build_object('zh', c.name_zh, 'en', c.name_en) as name,
           c.address,
           c.phone,
           c.lift,
           c.lon,
           c.lat,
           c.plan_photo as "planPhoto"
      from activities.centres c
     where c.community_id = ${communityId}
       and (c.closed_on is null or c.closed_on > ${today})
     order by c.opened_on, c.id
     limit 50`,
  )

export type RoomRow = {
  id: string
  name: Named
  note: Named | null
  floor: number
  floorName: Named
  floorPlan: string | null
  seats: number | null
  areaSqm: number | null
  equipment: string[]
  stepFree: boolean
  lends: boolean
  needsApproval: boolean
}

export const listShownRooms = (
  tx: Tx,
  asked: { communityId: number; centreId: string; today: string },
) =>
  rowsOf<RoomRow>(
    tx,
    sql`
    select r.id,
           json_build_object('zh', r.name_zh, 'en', r.name_en) as name,
           case when r.note_zh is not null then json_build_object('zh', r.note_zh, 'en', r.note_en) end as note,
           r.floor,
           json_build_object('zh', f.name_zh, 'en', f.name_en) as "floorName",
           f.plan_photo     as "floorPlan",
           r.seats,
           r.area_sqm::float8 as "areaSqm",
           r.equipment,
           r.step_free      as "stepFree",
           r.lends,
           r.needs_approval as "needsApproval"
      from activities.rooms  r
      join activities.floors f on f.community_id = r.community_id
                              and f.centre_id = r.centre_id
                              and f.ordinal = r.floor
     where r.community_id = ${asked.communityId}
       and r.centre_id = ${asked.centreId}
       and r.opened_on <= ${asked.today}
       and (r.closed_on is null or r.closed_on > ${asked.today})
     order by r.floor desc, r.ordinal, r.name_zh
     limit 200`,
  )

export const listShownHours = (tx: Tx, communityId: number, centreId: string) =>
  rowsOf<Hours>(
    tx,
    sql`
    select h.room_id         as "roomId",
           h.valid_from::text as "validFrom",
           h.week,
           h.on_holidays     as "onHolidays"
      from activities.hours h
     where h.community_id = ${communityId}
       and h.centre_id = ${centreId}
     order by h.seq
     limit 2000`,
  )

export const listShownDays = (
  tx: Tx,
  asked: { communityId: number; centreId: string; from: string; to: string },
) =>
  rowsOf<Omit<SpecialDay, 'spans'> & { spans: Span[] | null }>(
    tx,
    sql`
    select d.room_id   as "roomId",
           d.day::text as day,
           d.spans,
           json_build_object('zh', d.reason_zh, 'en', d.reason_en) as reason
      from activities.special_days d
     where d.community_id = ${asked.communityId}
       and d.centre_id = ${asked.centreId}
       and d.day between ${asked.from} and ${asked.to}
     order by d.seq
     limit 2000`,
  )

export type SessionRow = {
  id: string
  seriesId: string
  groupId: string | null
  themeId: string | null
  kind: SeriesKind
  topic: Named | null
  seriesTitle: Named
  centreId: string
  roomId: string | null
  place: string | null
  day: string
  startsAt: string
  endsAt: string
  originalAt: string
  movedAt: string | null
  state: 'planned' | 'cancelled'
  why: Named | null
  lecturer: Lecturer | null
  seats: number | null
  booked: number
  waiting: number
  registration: 'none' | 'open'
  sequence: number
  changedAt: string
  about: string | null
  materials: string | null
  rule: string | null
  startTime: string
  roomName: Named | null
  floorName: Named | null
}

const sessionRows = sql`
    select e.id,
           e.series_id    as "seriesId",
           s.group_id     as "groupId",
           s.theme_id     as "themeId",
           s.kind,
           case when e.topic_zh is not null then json_build_object('zh', e.topic_zh, 'en', e.topic_en) end as topic,
           json_build_object('zh', s.title_zh, 'en', s.title_en) as "seriesTitle",
           s.centre_id    as "centreId",
           e.room_id      as "roomId",
           e.place,
           e.day::text    as day,
           e.starts_at    as "startsAt",
           e.ends_at      as "endsAt",
           e.original_at  as "originalAt",
           e.moved_at     as "movedAt",
           e.state,
           case when e.why_zh is not null then json_build_object('zh', e.why_zh, 'en', e.why_en) end as why,
           coalesce(e.lecturer, s.lecturer) as lecturer,
           coalesce(e.seats, s.seats)       as seats,
           e.booked,
           e.waiting,
           s.registration,
           e.sequence,
           e.changed_at   as "changedAt",
           s.about,
           s.materials,
           s.rule,
           s.start_time   as "startTime",
           case when r.id is not null then json_build_object('zh', r.name_zh, 'en', r.name_en) end as "roomName",
           case when f.ordinal is not null then json_build_object('zh', f.name_zh, 'en', f.name_en) end as "floorName"
      from activities.sessions e
      join activities.series   s on s.community_id = e.community_id
                                and s.id = e.series_id
      left join activities.rooms  r on r.community_id = e.community_id
                                   and r.id = e.room_id
      left join activities.floors f on f.community_id = r.community_id
                                   and f.centre_id = r.centre_id
                                   and f.ordinal = r.floor`

export type SessionsAsked = {
  communityId: number
  from: string
  to: string
  centreId: string | null
  seriesId: string | null
  groupId: string | null
  limit: number
}

/** Dropped dates were never announced; everything else is shown, cancelled ones too. */
export const listShownSessions = (tx: Tx, asked: SessionsAsked) =>
  rowsOf<SessionRow>(
    tx,
    sql`
    ${sessionRows}
     where e.community_id = ${asked.communityId}
       and e.day between ${asked.from} and ${asked.to}
       and e.state <> 'dropped'
       and s.published_at is not null
       and (${asked.centreId}::uuid is null or s.centre_id = ${asked.centreId})
       and (${asked.seriesId}::uuid is null or e.series_id = ${asked.seriesId})
       and (${asked.groupId}::uuid is null or s.group_id = ${asked.groupId})
     order by e.starts_at, e.id
     limit ${asked.limit}`,
  )

export const findShownSession = (tx: Tx, communityId: number, id: string) =>
  firstOf<SessionRow>(
    tx,
    sql`
    ${sessionRows}
     where e.community_id = ${communityId}
       and e.id = ${id}
       and e.state <> 'dropped'
       and s.published_at is not null`,
  )

export type SeriesRow = {
  id: string
  centreId: string
  roomId: string | null
  groupId: string | null
  kind: SeriesKind
  title: Named
  about: string | null
  materials: string | null
  lecturer: Lecturer | null
  rule: string | null
  startTime: string
  held: number
}

export const findShownSeries = (tx: Tx, asked: { communityId: number; id: string; now: string }) =>
  firstOf<SeriesRow>(
    tx,
    sql`
    select s.id,
           s.centre_id  as "centreId",
           s.room_id    as "roomId",
           s.group_id   as "groupId",
           s.kind,
           json_build_object('zh', s.title_zh, 'en', s.title_en) as title,
           s.about,
           s.materials,
           s.lecturer,
           s.rule,
           s.start_time as "startTime",
           (select count(*)::int
              from activities.sessions e
             where e.community_id = s.community_id
               and e.series_id = s.id
               and e.state = 'planned'
               and e.ends_at <= ${asked.now}) as held
      from activities.series s
     where s.community_id = ${asked.communityId}
       and s.id = ${asked.id}
       and s.published_at is not null`,
  )

export type GroupRow = {
  id: string
  name: Named
  about: string | null
  leader: string | null
  leaderPost: string
  members: number | null
  foundedOn: string
  endedOn: string | null
}

export const findShownGroup = (tx: Tx, communityId: number, id: string) =>
  firstOf<GroupRow>(
    tx,
    sql`
    select g.id,
           json_build_object('zh', g.name_zh, 'en', g.name_en) as name,
           g.about,
           g.leader_shown     as leader,
           g.leader_post      as "leaderPost",
           g.members,
           g.founded_on::text as "foundedOn",
           g.ended_on::text   as "endedOn"
      from activities.groups g
     where g.community_id = ${communityId}
       and g.id = ${id}`,
  )

export type LentRow = {
  id: string
  roomId: string
  title: string | null
  group: Named | null
  startsAt: string
  endsAt: string
}

export const listLent = (tx: Tx, asked: { communityId: number; from: string; to: string }) =>
  rowsOf<LentRow>(
    tx,
    sql`
    select b.id,
           b.room_id   as "roomId",
           b.title_zh  as title,
           case when g.id is not null then json_build_object('zh', g.name_zh, 'en', g.name_en) end as "group",
           b.starts_at as "startsAt",
           b.ends_at   as "endsAt"
      from activities.shown_bookings b
      left join activities.groups g on g.community_id = b.community_id
                                   and g.id = b.group_id
     where b.community_id = ${asked.communityId}
       and b.starts_at >= ${asked.from}
       and b.starts_at < ${asked.to}
     order by b.starts_at
     limit 600`,
  )

/** When rooms are taken, by whatever: also by what is asked for and not yet shown. */
export const listTaken = (tx: Tx, asked: { communityId: number; from: string; to: string }) =>
  rowsOf<{ roomId: string; startsAt: string; endsAt: string }>(
    tx,
    sql`
    select u.room_id       as "roomId",
           lower(u.during) as "startsAt",
           upper(u.during) as "endsAt"
      from activities.uses u
     where u.community_id = ${asked.communityId}
       and u.during && tstzrange(${asked.from}::timestamptz, ${asked.to}::timestamptz)
     limit 4000`,
  )
