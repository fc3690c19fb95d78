// Units, and which receivers have anybody at all, in memory: asked at every dispatch, changed a few times a day.

import { sql } from 'kysely'
import type { Instant } from '#core/kit/time.ts'
import type { Unit, UnitKind, Section } from '#core/people/units.ts'
import { type Db, inScope, rowsOf } from '../kit/db.ts'

export type Teams = {
  units: ReadonlyMap<number, Unit>
  /** "areaId:unitId" of every receiver with a valid grant; unitId is empty for an area's own team. */
  staffed: ReadonlySet<string>
  refresh: () => Promise<void>
}

export const teamKey = (receiver: { areaId: number; unitId: number | null }): string =>
  `${receiver.areaId}:${receiver.unitId ?? ''}`

type UnitRow = {
  id: number
  code: string
  areaId: number
  kind: UnitKind
  section: Section | null
  post: string | null
  underUnitId: number | null
  zh: string
  en: string
  phone: string | null
}

const unitRows = sql<UnitRow>`
  select u.id,
         u.code,
         u.area_id       as "areaId",
         u.kind,
         u.section,
         u.post,
         u.under_unit_id as "underUnitId",
         u.name_zh       as zh,
         u.name_en       as en,
         u.phone
    from people.units u
   where u.valid_from <= current_date
     and (u.valid_to is null or u.valid_to > current_date)
   order by u.code
   limit 200000`

// A section's or unit's members hold their grant for the unit; the receiver's area is the unit's.
// By the day of the place: in the night after grids were redrawn it is the new ones that are staffed.
const staffedRows = (now: Instant) => sql<{ areaId: number; unitId: number | null }>`
  select distinct
         coalesce(u.area_id, g.area_id) as "areaId",
         g.unit_id                      as "unitId"
    from people.grants g
    join places.areas a on a.id = g.area_id
    left join people.units u on u.id = g.unit_id
   where g.revoked_at is null
     and g.valid_from <= (${now}::timestamptz at time zone a.time_zone)::date
     and (g.valid_to is null or g.valid_to > (${now}::timestamptz at time zone a.time_zone)::date)
   limit 1000000`

/** Empty until its first refresh. */
export function createTeams(db: Db, now: () => Instant): Teams {
  const teams: Teams = {
    units: new Map(),
    staffed: new Set(),
    refresh: () =>
      inScope(db, { kind: 'job' }, async (tx) => {
        const units = await rowsOf(tx, unitRows)
        teams.units = new Map(
          units.map(({ zh, en, ...unit }) => [unit.id, { ...unit, name: { zh, en } }]),
        )
        teams.staffed = new Set((await rowsOf(tx, staffedRows(now()))).map(teamKey))
      }),
  }
  return teams
}

/** Looks again every so often until stopped; a database that does not answer is asked again next time. */
export function watchTeams(teams: Teams, everyMs = 10_000): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    looking = teams.refresh().catch(() => undefined)
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}
