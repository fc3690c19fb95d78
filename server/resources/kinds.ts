// Kinds of resources at a place: the whole list of the nearest area up the path that has one, else the one for everywhere.
import { sql } from 'kysely'
import type pg from 'pg'
import { assert } from '#core/kit/result.ts'
import { idsOfPath } from '#core/places/area.ts'
import { type Kind, faultsOfKinds } from '#core/resources/kind.ts'
import { type Tx, rowsOf } from '../kit/db.ts'

export type KindPack = { name: string; version: string; kinds: readonly Kind[] }

type Row = { areaId: number | null; definition: Kind }

/** In the order of the pack. */
export async function kindsAt(
  tx: Tx,
  areaPath: string,
  day: string,
): Promise<ReadonlyMap<string, Kind>> {
  const ids = idsOfPath(areaPath)
  const rows = await rowsOf(
    tx,
    sql<Row>`
      select k.area_id as "areaId",
             k.definition
        from resources.kinds k
       where (k.area_id is null or k.area_id = any (${ids}::bigint[]))
         and k.valid_from <= ${day}::date
         and (k.valid_to is null or k.valid_to > ${day}::date)
       order by k.id
       limit 2000`,
  )
  for (const id of [...ids.toReversed(), null]) {
    const own = rows.filter((row) => row.areaId === id)
    if (own.length > 0) return new Map(own.map(({ definition }) => [definition.code, definition]))
  }
  return new Map()
}

/** As the owning role. What was there ends on the day; the pack becomes the whole list of the area, or of everywhere. */
export async function loadKinds(
  client: pg.ClientBase,
  pack: KindPack,
  where: { areaId: number | null; validFrom: string },
): Promise<void> {
  const faults = faultsOfKinds(pack.kinds)
  assert(faults.length === 0, `pack ${pack.name} cannot be used: ${faults.join('; ')}`)
  await client.query(
    `update resources.kinds
        set valid_to = $2::date
      where area_id is not distinct from $1::bigint
        and valid_to is null
        and valid_from < $2::date`,
    [where.areaId, where.validFrom],
  )
  await client.query(
    `insert into resources.kinds (area_id, code, definition, pack, pack_version, valid_from)
     select $1::bigint, d ->> 'code', d, $2::text, $3::text, $4::date
       from jsonb_array_elements($5::jsonb) with ordinality as e (d, place)
      order by e.place`,
    [where.areaId, pack.name, pack.version, where.validFrom, JSON.stringify(pack.kinds)],
  )
}

/** A database that has none yet gets the shipped list for everywhere. Says whether it did. */
export async function layKinds(client: pg.ClientBase, pack: KindPack): Promise<boolean> {
  const { rows } = await client.query('select from resources.kinds limit 1')
  if (rows.length > 0) return false
  await loadKinds(client, pack, { areaId: null, validFrom: '2000-01-01' })
  return true
}
