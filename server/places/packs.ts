// Putting categories and calendars into a place, dated, as the owning role: for setup, the demo world and a change of
// pack. Loading the same again changes nothing; what changed ends on the given day and is followed by the new.
import type pg from 'pg'
import { assert } from '#core/kit/result.ts'
import { type Category, faultsOfPack } from '#core/places/category.ts'
import { canonical } from '../kit/db.ts'
import { stateCouncilDays } from './calendar-seed.ts'

export type Pack = { name: string; version: string; categories: readonly Category[] }

export type Loaded = { added: number; changed: number; ended: number; unchanged: number }

type Held = { id: number; code: string; definition: Category; validFrom: string }

/** The pack becomes the whole category tree of the area and everything below that has none of its own. */
export async function loadPack(
  client: pg.ClientBase,
  pack: Pack,
  where: { areaId: number; validFrom: string },
): Promise<Loaded> {
  const faults = faultsOfPack(pack.categories)
  assert(faults.length === 0, `pack ${pack.name} cannot be used: ${faults.join('; ')}`)
  const { rows } = await client.query<Held>(
    `select id, code, definition, valid_from as "validFrom"
       from places.categories
      where area_id = $1
        and valid_to is null`,
    [where.areaId],
  )
  const held = new Map(rows.map((row) => [row.code, row]))
  const codes = new Set(pack.categories.map((category) => category.code))
  const fresh = pack.categories.filter(
    (category) => !isSame(held.get(category.code)?.definition, category),
  )
  const changed = fresh.filter((category) => held.has(category.code))
  const over = rows.filter(
    (row) => !codes.has(row.code) || changed.some((category) => category.code === row.code),
  )
  const tooLate = over.find((row) => row.validFrom >= where.validFrom)
  assert(
    tooLate === undefined,
    `category ${tooLate?.code} holds since ${tooLate?.validFrom}: a change must begin later`,
  )
  await client.query('update places.categories set valid_to = $2 where id = any ($1)', [
    over.map((row) => row.id),
    where.validFrom,
  ])
  await insertCategories(client, fresh, { ...where, pack })
  return {
    added: fresh.length - changed.length,
    changed: changed.length,
    ended: over.length - changed.length,
    unchanged: pack.categories.length - fresh.length,
  }
}

const isSame = (held: Category | undefined, wanted: Category): boolean =>
  held !== undefined && canonical(held) === canonical(wanted)

async function insertCategories(
  client: pg.ClientBase,
  categories: readonly Category[],
  { areaId, validFrom, pack }: { areaId: number; validFrom: string; pack: Pack },
): Promise<void> {
  await client.query(
    `insert into places.categories (area_id, pack, pack_version, valid_from, code, parent, definition)
     select $1::bigint, $2::text, $3::text, $4::date, definition ->> 'code', definition ->> 'parent', definition
       from unnest($5::jsonb[]) as definition`,
    [
      areaId,
      pack.name,
      pack.version,
      validFrom,
      categories.map((category) => JSON.stringify(category)),
    ],
  )
}

/** The State Council's days of every published year, everywhere. Returns how many rows are new. */
export async function loadStateCouncilDays(client: pg.ClientBase): Promise<number> {
  const days = stateCouncilDays()
  const { rowCount } = await client.query(
    `insert into places.calendar_days (day, kind, name, version, entered_at)
     select day, kind, name, version, make_timestamptz(extract(year from day)::int - 1, 11, 15, 0, 0, 0, 'UTC')
       from unnest($1::date[], $2::text[], $3::text[], $4::text[]) as d (day, kind, name, version)
      order by day
     on conflict do nothing`,
    [
      days.map((day) => day.day),
      days.map((day) => day.kind),
      days.map((day) => day.name),
      days.map((day) => day.version),
    ],
  )
  return rowCount ?? 0
}
