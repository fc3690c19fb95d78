// The places of the demo world: the real tree of Chongqing, Nan'an's schematic outlines. Written without judging;
// a test judges the same outlines with the import's own rules.
import type pg from 'pg'
import * as store from '#server/places/import-store.ts'
import { type World, type WorldArea, schematicSource, schematicWorld } from './boundaries.ts'
import { divisions } from './chongqing.ts'

/** Areas of all districts, and the world of Nan'an among them, parents first. */
export function chongqingTree(world: World): WorldArea[] {
  const areas = new Map<string, WorldArea>(world.areas.map((area) => [area.code, area]))
  const add = (code: string, name: string, level: string, parent: string) => {
    if (!areas.has(code))
      areas.set(code, { code, name, nameEn: null, level, parent, kind: 'basic' })
  }
  for (const row of divisions()) {
    add(row.areaCode, row.areaName, 'district', '500000')
    add(row.streetCode, row.streetName, 'street', row.areaCode)
    add(row.code, row.name, 'community', row.streetCode)
  }
  const order = ['city', 'district', 'street', 'community', 'grid']
  return [...areas.values()].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}

/** Within the caller's transaction, as owner. Returns ids by code. */
export async function loadPlaces(
  client: pg.ClientBase,
  world: World = schematicWorld(),
): Promise<Map<string, number>> {
  const validFrom = '2000-01-01'
  const ids = await store.insertAreas(client, chongqingTree(world), {
    tree: 'cn',
    timeZone: 'Asia/Shanghai',
    validFrom,
    known: new Map(),
  })
  await store.insertOutlines(
    client,
    world.boundaries.map(({ code, geometry }) => ({ areaId: ids.get(code)!, geometry, validFrom })),
    { schematic: true, source: schematicSource, crs: 'wgs84' },
  )
  return ids
}
