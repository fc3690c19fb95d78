// What Open311 reads: the public view, and for its own reports what the system that made them may know of them.
import { sql, type RawBuilder } from 'kysely'
import type { State } from '#core/cases/case.ts'
import type { RequestsQuery } from '#core/cases/open311.ts'
import type { Instant } from '#core/kit/time.ts'
import { rowsOf, type Tx } from '../kit/db.ts'

export type RequestRow = {
  number: string
  state: State
  category: string
  filedAreaId: number
  reportedAt: Instant
  lastAt: Instant
  dueAt: Instant | null
  closedAt: Instant | null
  lon: number | null
  lat: number | null
}

const utc = (column: RawBuilder<unknown>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const columns = sql`
         p.number,
         p.state,
         p.category,
         p.filed_area_id          as "filedAreaId",
         ${utc(sql`p.reported_at`)} as "reportedAt",
         ${utc(sql`p.last_at`)}     as "lastAt",
         ${utc(sql`p.due_at`)}      as "dueAt",
         p.lon,
         p.lat`

/** The last closing of a public matter; undone ones are followed by a later state, which is asked first. */
const closing = sql`
    left join lateral (
      select ${utc(sql`max(e.at)`)} as "closedAt"
        from cases.public_entries e
       where e.community_id = p.community_id
         and e.case_id = p.id
         and e.move = 'close'
    ) k on true`

const closedStates = sql`('CLOSED', 'MERGED', 'ARCHIVED')`

/** Which categories tell their place, and with how many decimals: distance is measured to what is told, not to what is known. */
export type Told = { codes: string[]; decimals: number }

export const listRequests = (tx: Tx, asked: RequestsQuery & { within: string; told: Told[] }) =>
  rowsOf<RequestRow>(
    tx,
    sql`
    select ${columns},
           k."closedAt"
      from cases.public_cases p
           ${closing}
     where p.filed_path ^@ ${asked.within}
       and p.reported_at >= ${asked.from}
       and p.reported_at <= ${asked.to}
       and (${asked.serviceCodes}::text[] is null or p.category = any (${asked.serviceCodes}::text[]))
       and (${asked.status}::text is null or (${asked.status} = 'closed') = (p.state in ${closedStates}))
       and ${nearness(asked.near, asked.told)}
     order by p.reported_at desc, p.number
     limit ${asked.pageSize}
    offset ${(asked.page - 1) * asked.pageSize}`,
  )

function nearness(near: RequestsQuery['near'], told: Told[]): RawBuilder<unknown> {
  if (near === null) return sql`true`
  const parts = told.map(
    ({ codes, decimals }) => sql`(
           p.category = any (${codes}::text[])
       and 6371000 * acos(least(1, sin(radians(${near.lat})) * sin(radians(round(p.lat::numeric, ${decimals})))
                                 + cos(radians(${near.lat})) * cos(radians(round(p.lat::numeric, ${decimals})))
                                   * cos(radians(round(p.lon::numeric, ${decimals}) - ${near.lon})))) <= ${near.metres})`,
  )
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
}

export const findRequests = (tx: Tx, numbers: readonly string[]) =>
  rowsOf<RequestRow>(
    tx,
    sql`
    select ${columns},
           k."closedAt"
      from cases.public_cases p
           ${closing}
     where p.number = any (${[...numbers]}::text[])
     order by p.reported_at desc, p.number
     limit 1000`,
  )

export type OwnRow = RequestRow & {
  id: string
  systemId: string
  filed: boolean
  externalId: string | null
}

const own = sql`
    select ${columns},
           p.id,
           null                     as "closedAt",
           e.actor_id               as "systemId",
           p.filed_at is not null   as filed,
           p.external_id            as "externalId"
      from cases.cases p
      join cases.entries e on e.community_id = p.community_id
                          and e.case_id = p.id
                          and e.version = 1
                          and e.actor_kind = 'system'`

/** Job scope: those of the numbers that a system reported, public or not, and which system it was. */
export const findSystemRequests = (tx: Tx, numbers: readonly string[]) =>
  rowsOf<OwnRow>(
    tx,
    sql`
    ${own}
     where p.number = any (${[...numbers]}::text[])
     limit 1000`,
  )

/** Job scope: what a system reported under this number of its own. */
export const findByExternalId = (tx: Tx, externalId: string) =>
  rowsOf<OwnRow>(
    tx,
    sql`
    ${own}
     where p.external_id = ${externalId}
     limit 10`,
  )

export type UpdateRow = {
  number: string
  version: number
  state: State
  at: Instant
  /** What the reporter was told with this step; only to the system that reported it. */
  words: string | null
}

type UpdatesAsked = RequestsQuery & { within: string }

const updatePage = (asked: UpdatesAsked) => sql`
       and c.filed_path ^@ ${asked.within}
       and (${asked.ids}::text[] is null or c.number = any (${asked.ids}::text[]))
       and (${asked.ids}::text[] is not null or e.at between ${asked.from} and ${asked.to})
       and e.to_state is distinct from e.from_state
     order by e.at, c.number, e.version
     limit ${asked.pageSize}
    offset ${(asked.page - 1) * asked.pageSize}`

/** Steps of public matters that anybody may read. */
export const listUpdates = (tx: Tx, asked: UpdatesAsked) =>
  rowsOf<UpdateRow>(
    tx,
    sql`
    select c.number,
           e.version,
           e.to_state       as state,
           ${utc(sql`e.at`)} as at,
           null             as words
      from cases.public_entries e
      join cases.public_cases   c on c.community_id = e.community_id
                                 and c.id = e.case_id
     where true
       ${updatePage(asked)}`,
  )

/** Job scope: the same, and every step of what this system reported, public or not. */
export const listUpdatesFor = (tx: Tx, asked: UpdatesAsked & { systemId: string }) =>
  rowsOf<UpdateRow>(
    tx,
    sql`
    select c.number,
           e.version,
           e.to_state       as state,
           ${utc(sql`e.at`)} as at,
           case when r.actor_id is null then null
                when e.move = 'close' then e.facts ->> 'words'
                when e.move = 'notAccept' then e.reason
           end              as words
      from cases.entries e
      join cases.cases   c on c.community_id = e.community_id
                          and c.id = e.case_id
      left join cases.entries r on r.community_id = c.community_id
                               and r.case_id = c.id
                               and r.version = 1
                               and r.actor_kind = 'system'
                               and r.actor_id = ${asked.systemId}
     where (   (c.is_public and e.audience = 'public')
            or (e.audience <> 'staff' and r.actor_id is not null))
       ${updatePage(asked)}`,
  )
