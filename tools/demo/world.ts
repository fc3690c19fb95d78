// The ground and the people of the demo world: written once into an empty database, read again wherever lives are told.
import type pg from 'pg'
import { sql } from 'kysely'
import type { App } from '#server/app.ts'
import { ownerClient } from '#server/kit/connect.ts'
import { firstOf, inScope } from '#server/kit/db.ts'
import { loadPack, loadStateCouncilDays } from '#server/places/packs.ts'
import { cnCommunity } from '../../packs/cn-community/categories.ts'
import { waysOf, type Ways } from './arrivals.ts'
import { districtCode, type World as Drawn } from './boundaries.ts'
import { castOf } from './cast.ts'
import { worldOf, type World } from './life.ts'
import { loadPlaces } from './load-places.ts'
import { loadStaff } from './load-staff.ts'
import type { Album } from './photos.ts'
import { staffPlan } from './staff.ts'

const demoSetting = 'demo_world'

/** What is told in turn; each is noted when it is done, so that a fill that broke off goes on where it stopped. */
export const chapters = [
  'cases',
  'surveys',
  'results',
  'activities',
  'board',
  'rally',
  'hotline',
  'themes',
] as const
export type Chapter = (typeof chapters)[number]

/** 'empty': no areas at all. 'begun': ground and staff are there, and a chapter after them is missing. */
export function howFull(app: Pick<App, 'db'>): Promise<'empty' | 'begun' | 'full'> {
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const row = await firstOf(
      tx,
      sql<{ areas: boolean; begun: boolean }>`
        select exists (select from places.areas) as areas,
               exists (select from kit.settings
                        where name = ${demoSetting}
                          and value <> to_jsonb('filled'::text)) as begun`,
    )
    if (row?.begun === true) return 'begun'
    return row?.areas === true ? 'full' : 'empty'
  })
}

export async function writeWorld(app: App, drawn: Drawn): Promise<void> {
  const now = app.now()
  const owner = ownerClient(app.ownerUrl)
  await owner.connect()
  try {
    await owner.query('begin')
    const ids = await loadPlaces(owner, drawn)
    await loadPack(owner, cnCommunity, { areaId: ids.get('500000')!, validFrom: '2020-01-01' })
    await loadStateCouncilDays(owner)
    // The installation is for the district; the rest of the city is the tree around it.
    await note(owner, 'top_area', districtCode)
    await loadStaff(owner, staffPlan(drawn.areas, now), now)
    await note(owner, demoSetting, 'begun')
    await owner.query('commit')
    await owner.query('analyze')
  } finally {
    await owner.end()
  }
}

export const noteTold = (owner: pg.ClientBase, chapter: Chapter): Promise<void> =>
  note(owner, demoSetting, chapter === chapters.at(-1) ? 'filled' : chapter)

/** The chapters that are still missing. */
export async function untold(owner: pg.ClientBase): Promise<readonly Chapter[]> {
  const { rows } = await owner.query<{ told: string }>(
    `select value #>> '{}' as told from kit.settings where name = $1`,
    [demoSetting],
  )
  const told = rows[0]?.told
  return told === 'filled' ? [] : chapters.slice(chapters.findIndex((each) => each === told) + 1)
}

async function note(owner: pg.ClientBase, name: string, value: string): Promise<void> {
  await owner.query(
    `insert into kit.settings (name, value) values ($1, to_jsonb($2::text))
         on conflict (name) do update set value = excluded.value`,
    [name, value],
  )
}

/** What lives are told from; the database must hold the world already. */
export async function readWorld(
  app: App,
  seed: string,
  given: { album: Album; drawn: Drawn },
): Promise<{ world: World; ways: Ways }> {
  const now = app.now()
  const { album, drawn } = given
  await app.places.refresh()
  await app.teams.refresh()
  const outlines = new Map(drawn.boundaries.map(({ code, geometry }) => [code, geometry]))
  const world = worldOf(app, castOf(app, staffPlan(drawn.areas, now)), album, now)
  return { world, ways: waysOf(app, outlines, seed) }
}
