// What is happening in a community, for anybody: public matters, public columns.

import { sql } from 'kysely'
import type { PublicRow, listPublicCases as contract } from '#core/cases/contract.ts'
import { clockView } from '#core/cases/countdown.ts'
import type { State } from '#core/cases/case.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { App } from '../app.ts'
import { inScope, rowsOf } from '../kit/db.ts'
import { categoryLabel, placeOf } from './case-view.ts'
import { clockFromRow } from './rows.ts'
import type { Row } from './rows.ts'
import { settingsAt } from './settings.ts'

/** A public matter as it is read; `publicRowColumns` names the columns. */
export type FoundPublic = {
  number: string
  category: string
  filedAreaId: number
  state: State
  urgent: boolean
  reportedAt: string
  lastAt: string
  closedAt: string | null
  clock: Row | null
}
type Found = FoundPublic & { key: string }

export const publicRowColumns = sql`
        select c.number,
               c.category,
               c.filed_area_id as "filedAreaId",
               c.state,
               c.urgent,
               c.reported_at   as "reportedAt",
               c.last_at       as "lastAt",
               c.closed_at     as "closedAt",
               to_jsonb(k)     as clock`

export function listPublicCases(
  app: App,
  input: InputOf<typeof contract>,
): Promise<Result<{ items: PublicRow[]; next: string | null }>> {
  const area = app.places.geography.findByCode(input.area)
  if (area === null) return Promise.resolve(refused('no_such_area'))
  const limit = input.limit ?? 20
  const now = app.now()
  const wanted =
    input.state === undefined
      ? sql`true`
      : input.state === 'open'
        ? sql`c.state not in ('CLOSED', 'ARCHIVED', 'MERGED')`
        : sql`c.state in ('CLOSED', 'ARCHIVED')`
  // What is done stands by when it was closed; a case that is laid away later is no news.
  const stands = input.state === 'closed' ? sql`coalesce(c.closed_at, c.last_at)` : sql`c.last_at`
  const key = sql`to_char(${stands} at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || c.number`
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const rows = await rowsOf(
      tx,
      sql<Found>`
        ${publicRowColumns},
               ${key} as key
          from cases.public_cases c
          left join cases.public_clocks k on k.community_id = c.community_id
                                         and k.case_id = c.id
                                         and k.serial = c.shown_clock
         where c.filed_path like ${`${area.path}%`}
           and ${wanted}
           and (${input.after ?? null}::text is null or ${key} < ${input.after ?? null})
         order by ${stands} desc, c.number desc
         limit ${limit + 1}`,
    )
    const shown = rows.slice(0, limit)
    return done({
      items: shown.map(({ key: _key, ...row }) => publicRow(app, row, now)),
      next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null,
    })
  })
}

export function publicRow(app: App, row: FoundPublic, now: string): PublicRow {
  const settings = settingsAt(app, row.filedAreaId, now)
  const { clock, filedAreaId, category, ...rest } = row
  return {
    ...rest,
    category: categoryLabel(settings, category),
    place: placeOf(app, filedAreaId),
    clock:
      clock === null
        ? null
        : clockView({ ...clockFromRow(clock), leg: null, told: [] }, settings.calendar, now),
  }
}
