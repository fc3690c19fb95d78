// The rows of series and sessions, and when rooms are taken by them.
import { sql } from 'kysely'
import type { Series } from '#core/activities/series.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

const seriesColumns = sql`
           s.community_id   as "communityId",
           s.id,
           s.centre_id      as "centreId",
           s.room_id        as "roomId",
           s.group_id       as "groupId",
           s.theme_id       as "themeId",
           s.measure_id     as "measureId",
           s.kind,
           json_build_object('zh', s.title_zh, 'en', s.title_en) as title,
           s.about,
           s.materials,
           s.lecturer,
           s.seats,
           s.registration,
           s.rule,
           s.starts_on::text as "startsOn",
           s.start_time     as "startTime",
           s.minutes,
           s.skips_holidays as "skipsHolidays",
           s.days_added::text[]   as "daysAdded",
           s.days_skipped::text[] as "daysSkipped",
           s.published_at   as "publishedAt",
           s.ended_on::text as "endedOn",
           s.version`

export type SeriesRow = Omit<Series, 'timeZone'>

export const findSeries = (tx: Tx, id: string) =>
  firstOf<SeriesRow>(tx, sql`select ${seriesColumns} from activities.series s where s.id = ${id}`)

export const lockSeries = (tx: Tx, id: string) =>
  firstOf<SeriesRow>(
    tx,
    sql`select ${seriesColumns} from activities.series s where s.id = ${id} for update`,
  )

export const seriesByIds = (tx: Tx, communityId: number, ids: readonly string[]) =>
  rowsOf<SeriesRow>(
    tx,
    sql`
    select ${seriesColumns}
      from activities.series s
     where s.community_id = ${communityId}
       and s.id = any(${[...ids]}::uuid[])
     limit 1000`,
  )

export type SeriesListed = SeriesRow & {
  next: string | null
  sessions: number
  personTimes: number
}

export const listSeries = (
  tx: Tx,
  asked: {
    communityId: number
    id?: string
    ended: boolean
    now: string
    skip: number
    limit: number
  },
) =>
  rowsOf<SeriesListed>(
    tx,
    sql`
    select ${seriesColumns},
           n.next,
           n.sessions,
           n."personTimes"
      from activities.series s
           cross join lateral (
             select min(e.starts_at) filter (where e.starts_at > ${asked.now}) as next,
                    count(*) filter (where e.ends_at <= ${asked.now})::int     as sessions,
                    coalesce(sum(e.came), 0)::int                              as "personTimes"
               from activities.sessions e
              where e.community_id = s.community_id
                and e.series_id = s.id
                and e.state = 'planned'
           ) n
     where s.community_id = ${asked.communityId}
       and (${asked.id ?? null}::uuid is null or s.id = ${asked.id ?? null})
       and (${asked.id ?? null}::uuid is not null or (s.ended_on is not null and s.ended_on < ${asked.now}::timestamptz::date) = ${asked.ended})
     order by n.next nulls last, s.title_zh, s.id
    offset ${asked.skip}
     limit ${asked.limit}`,
  )

export const listOpenSeries = (tx: Tx, since: string) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    select s.id
      from activities.series s
     where s.ended_on is null
        or s.ended_on >= ${since}
     order by s.community_id, s.id
     limit 20000`,
  )

export const saveSeries = (tx: Tx, s: SeriesRow & { madeAt: string }) =>
  sql`
    insert into activities.series (community_id, id, centre_id, room_id, group_id, theme_id, measure_id, kind, title_zh, title_en,
                                   about, materials, lecturer, seats, registration, rule, starts_on, start_time, minutes,
                                   skips_holidays, days_added, days_skipped, published_at, ended_on, version, made_at)
    values (${s.communityId}, ${s.id}, ${s.centreId}, ${s.roomId}, ${s.groupId}, ${s.themeId}, ${s.measureId}, ${s.kind},
            ${s.title.zh}, ${s.title.en}, ${s.about}, ${s.materials}, ${s.lecturer === null ? null : JSON.stringify(s.lecturer)},
            ${s.seats}, ${s.registration}, ${s.rule}, ${s.startsOn}, ${s.startTime}, ${s.minutes}, ${s.skipsHolidays},
            ${[...s.daysAdded]}::date[], ${[...s.daysSkipped]}::date[], ${s.publishedAt}, ${s.endedOn}, ${s.version}, ${s.madeAt})
        on conflict (community_id, id) do update
       set room_id        = excluded.room_id,
           group_id       = excluded.group_id,
           theme_id       = excluded.theme_id,
           measure_id     = excluded.measure_id,
           kind           = excluded.kind,
           title_zh       = excluded.title_zh,
           title_en       = excluded.title_en,
           about          = excluded.about,
           materials      = excluded.materials,
           lecturer       = excluded.lecturer,
           seats          = excluded.seats,
           registration   = excluded.registration,
           rule           = excluded.rule,
           starts_on      = excluded.starts_on,
           start_time     = excluded.start_time,
           minutes        = excluded.minutes,
           skips_holidays = excluded.skips_holidays,
           days_added     = excluded.days_added,
           days_skipped   = excluded.days_skipped,
           published_at   = excluded.published_at,
           ended_on       = excluded.ended_on,
           version        = excluded.version`.execute(tx.k)
