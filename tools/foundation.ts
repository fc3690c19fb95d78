// What every installation stands on besides its tree: the category pack of its top area, and the days off.
import pg from 'pg'
import { categories } from '#packs/cn-community/categories.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { resourceKinds } from '#packs/cn-community/resource-kinds.ts'
import { themeKinds } from '#packs/cn-community/themes.ts'
import { layKinds } from '#server/resources/kinds.ts'
import { layThemeKinds } from '#server/themes/kind-pack.ts'
import { stateCouncilDays } from '#server/places/calendar-seed.ts'

const pack = { name: 'cn-community', version: '3', validFrom: '2000-01-01' }

/** Nothing is overwritten: a place that already has categories keeps them. */
export async function layFoundation(client: pg.ClientBase, areaId: number): Promise<void> {
  await installPack(client, areaId)
  await installDaysOff(client)
  await layKinds(client, resourceKinds)
  await layThemeKinds(client, themeKinds, areaId)
}

async function installPack(client: pg.ClientBase, areaId: number): Promise<void> {
  await client.query(
    `insert into places.categories (area_id, code, parent, definition, pack, pack_version, valid_from)
     select $1, d ->> 'code', d ->> 'parent', d, $2, $3, $4
       from jsonb_array_elements($5::jsonb) d
      where not exists (select 1 from places.categories c where c.area_id = $1)`,
    [areaId, pack.name, pack.version, pack.validFrom, JSON.stringify(categories)],
  )
}

async function installDaysOff(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into places.calendar_days (area_id, day, kind, name, version)
     select null, (d ->> 'day')::date, d ->> 'kind', d ->> 'name', d ->> 'version'
       from jsonb_array_elements($1::jsonb) d
         on conflict do nothing`,
    [JSON.stringify(stateCouncilDays())],
  )
}

/** An installation from before the register of resources gets its kinds when it starts. */
export async function layKindsAt(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerConfig(ownerUrl))
  await client.connect()
  try {
    await layKinds(client, resourceKinds)
  } finally {
    await client.end()
  }
}
