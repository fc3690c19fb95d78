// SQL of places: whole tables, since they are kept in memory. Rows that ended are read too: history asks for them.
import { sql } from 'kysely'
import { type Area, type Level, shownName } from '#core/places/area.ts'
import type { Category } from '#core/places/category.ts'
import type { Outline } from '#core/places/geometry.ts'
import { type Tx, rowsOf } from '../kit/db.ts'

export type Versions = { geography: number; categories: number; calendars: number; rules: number }

export type BoundaryRow = {
  areaId: number
  validFrom: string
  validTo: string | null
  geometry: Outline
  schematic: boolean
  source: string
  sourceCrs: string
}

export async function readVersions(tx: Tx): Promise<Versions> {
  const rows = await rowsOf(
    tx,
    sql<{ topic: keyof Versions; version: number }>`select topic, version from places.versions`,
  )
  const versions: Versions = { geography: 0, categories: 0, calendars: 0, rules: 0 }
  for (const row of rows) versions[row.topic] = row.version
  return versions
}

export const listLevels = (tx: Tx): Promise<Level[]> =>
  rowsOf(
    tx,
    sql<Level>`
    select tree,
           level,
           ordinal,
           name_zh       as "zh",
           name_en       as "en",
           code_pattern  as "codePattern",
           parent_length as "parentLength",
           skips
      from places.levels
     order by tree, ordinal`,
  )

export async function listAreas(tx: Tx): Promise<Area[]> {
  const rows = await rowsOf(
    tx,
    sql<Omit<Area, 'name'>>`
    select id,
           tree,
           code,
           name       as "officialName",
           name_en    as "nameEn",
           level,
           parent_id  as "parentId",
           path,
           kind,
           time_zone  as "timeZone",
           valid_from as "validFrom",
           valid_to   as "validTo"
      from places.areas
     order by code, id`,
  )
  return rows.map((row) => ({ ...row, name: shownName(row.officialName) }))
}

export const listBoundaries = (tx: Tx): Promise<BoundaryRow[]> =>
  rowsOf(
    tx,
    sql<BoundaryRow>`
    select area_id    as "areaId",
           valid_from as "validFrom",
           valid_to   as "validTo",
           geometry,
           schematic,
           source,
           source_crs as "sourceCrs"
      from places.boundaries
     order by area_id, valid_from`,
  )

export const listFormerNames = (tx: Tx, areaId: number) =>
  rowsOf(
    tx,
    sql<{ name: string; until: string }>`
    select name,
           until
      from places.former_names
     where area_id = ${areaId}
     order by until desc
     limit 50`,
  )

export type Succession = { areaId: number; successorId: number; since: string; heir: boolean }
export const listSuccessions = (tx: Tx): Promise<Succession[]> =>
  rowsOf(
    tx,
    sql<Succession>`
    select area_id      as "areaId",
           successor_id as "successorId",
           since,
           heir
      from places.successions
     order by area_id, successor_id`,
  )

export type CategoryRow = {
  areaId: number
  definition: Category
  pack: string
  packVersion: string
  validFrom: string
  validTo: string | null
}
export const listCategories = (tx: Tx): Promise<CategoryRow[]> =>
  rowsOf(
    tx,
    sql<CategoryRow>`
    select area_id      as "areaId",
           definition,
           pack,
           pack_version as "packVersion",
           valid_from   as "validFrom",
           valid_to     as "validTo"
      from places.categories
     order by area_id, id`,
  )

export type CalendarDay = {
  id: number
  areaId: number | null
  day: string
  kind: 'off' | 'work' | 'plain'
  name: string
  version: string
  enteredAt: string
}
export const listCalendarDays = (tx: Tx): Promise<CalendarDay[]> =>
  rowsOf(
    tx,
    sql<CalendarDay>`
    select id,
           area_id    as "areaId",
           day,
           kind,
           name,
           version,
           entered_at as "enteredAt"
      from places.calendar_days
     order by entered_at, id`,
  )

export type WorkSegments = {
  id: number
  areaId: number | null
  validFrom: string
  segments: [string, string][]
  workDayHours: number
}
export const listWorkSegments = (tx: Tx): Promise<WorkSegments[]> =>
  rowsOf(
    tx,
    sql<WorkSegments>`
    select id,
           area_id    as "areaId",
           valid_from as "validFrom",
           segments,
           work_day_hours::float8 as "workDayHours"
      from places.work_segments
     order by valid_from, entered_at, id`,
  )

export type RuleRow = {
  areaId: number | null
  key: string
  value: unknown
  validFrom: string
  validTo: string | null
}
export const listRules = (tx: Tx): Promise<RuleRow[]> =>
  rowsOf(
    tx,
    sql<RuleRow>`
    select area_id    as "areaId",
           key,
           value,
           valid_from as "validFrom",
           valid_to   as "validTo"
      from places.rules
     order by key, area_id`,
  )

/** The code of the area this installation is for, if setup or the demo named one. */
export async function readTopCode(tx: Tx): Promise<string | null> {
  const rows = await rowsOf(
    tx,
    sql<{ value: unknown }>`select value from kit.settings where name = 'top_area'`,
  )
  const value = rows[0]?.value
  return typeof value === 'string' ? value : null
}
