// Writing the tree and its outlines, in bulk, as the owning role: for imports, setup and the demo world. Rows are
// never changed into something else: an area keeps its place, an outline ends and another follows.
import type pg from 'pg'
import type { KnownArea } from '#core/places/area-import.ts'
import type { Level } from '#core/places/area.ts'
import { boxOf, type Outline } from '#core/places/geometry.ts'

export type StoredArea = KnownArea & { id: number }

export async function readTree(
  client: pg.ClientBase,
  tree: string,
): Promise<Map<string, StoredArea>> {
  const { rows } = await client.query<StoredArea>(
    `select a.id, a.code, a.level, a.name, a.kind, p.code as parent
       from places.areas a
       left join places.areas p on p.id = a.parent_id
      where a.tree = $1
        and a.valid_to is null
      order by a.id`,
    [tree],
  )
  return new Map(rows.map((row) => [row.code, row]))
}

/** Grids put in force whose day has not come: an import in between would write over what is decided. */
export async function readWaiting(
  client: pg.ClientBase,
  tree: string,
): Promise<{ code: string; day: string } | null> {
  const { rows } = await client.query<{ code: string; day: string }>(
    `select a.code, r.begins_on::text as day
       from places.redrawings r
       join places.areas a on a.id = r.area_id
      where r.state = 'in_force'
        and r.carried_at is null
        and a.tree = $1
      order by r.begins_on
      limit 1`,
    [tree],
  )
  return rows[0] ?? null
}

export async function readLevels(client: pg.ClientBase, tree: string): Promise<Level[]> {
  const { rows } = await client.query<Level>(
    `select tree, level, ordinal, name_zh as zh, name_en as en, code_pattern as "codePattern",
            parent_length as "parentLength", skips
       from places.levels
      where tree = $1
      order by ordinal`,
    [tree],
  )
  return rows
}

/** Adds the levels of a tree, or brings their names and patterns up to date. */
export async function writeLevels(client: pg.ClientBase, levels: readonly Level[]): Promise<void> {
  for (const level of levels)
    await client.query(
      `insert into places.levels (tree, level, ordinal, name_zh, name_en, code_pattern, parent_length, skips)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tree, level) do update
          set ordinal = excluded.ordinal, name_zh = excluded.name_zh, name_en = excluded.name_en,
              code_pattern = excluded.code_pattern, parent_length = excluded.parent_length, skips = excluded.skips
        where (levels.ordinal, levels.name_zh, levels.name_en, levels.code_pattern, levels.parent_length, levels.skips)
              is distinct from
              (excluded.ordinal, excluded.name_zh, excluded.name_en, excluded.code_pattern, excluded.parent_length, excluded.skips)`,
      [
        level.tree,
        level.level,
        level.ordinal,
        level.zh,
        level.en,
        level.codePattern,
        level.parentLength,
        level.skips,
      ],
    )
}

export type NewArea = {
  code: string
  name: string
  nameEn: string | null
  level: string
  parent: string | null
  kind: 'basic' | 'dedicated'
}
export type Common = { tree: string; timeZone: string; validFrom: string }

/** Parents come before their children in the list. Returns the ids by code of all, known ones included. */
export async function insertAreas(
  client: pg.ClientBase,
  areas: readonly NewArea[],
  common: Common & { known: ReadonlyMap<string, { id: number }> },
): Promise<Map<string, number>> {
  const ids = new Map([...common.known].map(([code, area]) => [code, area.id]))
  for (let from = 0; from < areas.length;) {
    let to = from
    while (to < areas.length && areas[to]!.level === areas[from]!.level && to - from < 5000) to++
    const batch = areas.slice(from, to)
    const { rows } = await client.query<{ id: number; code: string }>(
      `insert into places.areas (tree, time_zone, valid_from, level, code, name, name_en, parent_id, kind)
       select $1::text, $2::text, $3::date, $4::text, r.*
         from unnest($5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[]) as r
       returning id, code`,
      [
        common.tree,
        common.timeZone,
        common.validFrom,
        batch[0]!.level,
        batch.map((area) => area.code),
        batch.map((area) => area.name),
        batch.map((area) => area.nameEn),
        batch.map((area) => (area.parent === null ? null : (ids.get(area.parent) ?? null))),
        batch.map((area) => area.kind),
      ],
    )
    for (const row of rows) ids.set(row.code, row.id)
    from = to
  }
  return ids
}

export async function renameAreas(
  client: pg.ClientBase,
  renamed: readonly { id: number; name: string; nameEn: string | null }[],
  until: string,
): Promise<void> {
  if (renamed.length === 0) return
  await client.query(
    `with renamed as (select * from unnest($1::bigint[], $2::text[], $3::text[]) as r (id, name, name_en)),
          former as (
            insert into places.former_names (area_id, name, until)
            select a.id, a.name, $4::date from places.areas a join renamed using (id)
            on conflict (area_id, until) do nothing)
     update places.areas a
        set name = renamed.name, name_en = coalesce(renamed.name_en, a.name_en)
       from renamed
      where a.id = renamed.id`,
    [renamed.map((r) => r.id), renamed.map((r) => r.name), renamed.map((r) => r.nameEn), until],
  )
}

/** Ends areas and their outlines on a day, and says who follows. */
export async function endAreas(
  client: pg.ClientBase,
  ended: readonly { id: number; successorId: number }[],
  day: string,
): Promise<void> {
  if (ended.length === 0) return
  const ids = ended.map((each) => each.id)
  await client.query(
    `insert into places.successions (area_id, successor_id, since)
     select old, successor, $3::date from unnest($1::bigint[], $2::bigint[]) as pair (old, successor)
     on conflict do nothing`,
    [ids, ended.map((each) => each.successorId), day],
  )
  await client.query(
    `update places.boundaries set valid_to = $2::date where area_id = any ($1) and valid_to is null and valid_from < $2::date`,
    [ids, day],
  )
  await client.query(
    `update places.areas set valid_to = $2::date where id = any ($1) and valid_to is null`,
    [ids, day],
  )
}

export type StoredOutline = { areaId: number; code: string; validFrom: string; geometry: Outline }

/** The newest outline of each area of a tree. */
export async function readOutlines(
  client: pg.ClientBase,
  tree: string,
): Promise<Map<string, StoredOutline>> {
  const { rows } = await client.query<StoredOutline>(
    `select distinct on (a.id) a.id as "areaId", a.code, b.valid_from as "validFrom", b.geometry
       from places.boundaries b
       join places.areas a on a.id = b.area_id
      where a.tree = $1
        and a.valid_to is null
        and b.valid_to is null
      order by a.id, b.valid_from desc`,
    [tree],
  )
  return new Map(rows.map((row) => [row.code, row]))
}

export type NewOutline = { areaId: number; geometry: Outline; validFrom: string }
export type OutlineSource = { schematic: boolean; source: string; crs: string }

/** The outline that held until then ends on the day the new one begins. */
export async function insertOutlines(
  client: pg.ClientBase,
  outlines: readonly NewOutline[],
  { schematic, source, crs }: OutlineSource,
): Promise<void> {
  await client.query(
    `update places.boundaries b
        set valid_to = new.valid_from
       from unnest($1::bigint[], $2::date[]) as new (area_id, valid_from)
      where b.area_id = new.area_id
        and b.valid_to is null`,
    [outlines.map((each) => each.areaId), outlines.map((each) => each.validFrom)],
  )
  for (let from = 0; from < outlines.length; from += 1000) {
    const batch = outlines.slice(from, from + 1000)
    const boxes = batch.map((each) => boxOf(each.geometry))
    await client.query(
      `insert into places.boundaries (schematic, source, source_crs, area_id, valid_from, geometry, west, south, east, north)
       select $1::boolean, $2::text, $3::text, r.*
         from unnest($4::bigint[], $5::date[], $6::jsonb[], $7::float8[], $8::float8[], $9::float8[], $10::float8[]) as r`,
      [
        schematic,
        source,
        crs,
        batch.map((each) => each.areaId),
        batch.map((each) => each.validFrom),
        batch.map((each) => JSON.stringify(each.geometry)),
        boxes.map((box) => box.west),
        boxes.map((box) => box.south),
        boxes.map((box) => box.east),
        boxes.map((box) => box.north),
      ],
    )
  }
}
