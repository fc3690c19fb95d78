// Fills two years: every report lives its life up to now, and all lives are stored through the server's own store.
import pg from 'pg'
import type { App } from '#server/app.ts'
import { isOpen } from '#core/cases/case.ts'
import { saveNew } from '#server/cases/store.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { firstOf, inScope, txOf } from '#server/kit/db.ts'
import { sql } from 'kysely'
import { arrivals, waysOf, type Arrival, type Ways } from './arrivals.ts'
import { loadPack, loadStateCouncilDays } from '#server/places/packs.ts'
import { cnCommunity } from '../../packs/cn-community/categories.ts'
import { districtCode, schematicWorld } from './boundaries.ts'
import { castOf } from './cast.ts'
import { inBulk } from './bulk.ts'
import { live as liveCase, worldOf, type Life, type World } from './life.ts'
import { loadPlaces } from './load-places.ts'
import { loadStaff } from './load-staff.ts'
import { drawAlbum } from './photos.ts'
import { lastOf, nextNumber, savingOf, type Serials } from './savings.ts'
import { staffPlan } from './staff.ts'
import { storyArrival, storyAt, storySerial, tellStory } from './story.ts'

export type FillOptions = {
  seed: string
  count: number
  /** Told how many cases of how many are stored. */
  at?: (stored: number, of: number) => void
}

export type Filled = { cases: number; entries: number; open: number; refusals: string[] }

const batch = 200

/** The whole demo world into an empty, migrated database. Begun and broken off, it is finished the next time. */
export async function fillWorld(app: App, options: FillOptions): Promise<Filled> {
  const { world, ways } = await prepareWorld(app, options.seed, (await howFull(app)) === 'empty')
  const pool = new pg.Pool({ ...ownerConfig(app.ownerUrl), max: 1 })
  const client = await pool.connect()
  try {
    const filled: Filled = { cases: 0, entries: 0, open: 0, refusals: [] }
    await inBulk(client, () => fillCases(app, client, { world, ways, options, filled }))
    await client.query('analyze')
    return filled
  } finally {
    client.release()
    await pool.end()
  }
}

type Filling = { world: World; ways: Ways; options: FillOptions; filled: Filled }

async function fillCases(app: App, client: pg.PoolClient, filling: Filling): Promise<void> {
  const { world, ways, options, filled } = filling
  const until = Date.parse(app.now())
  const serials: Serials = new Map()
  const plans = planned(world, ways, { serials, until, count: options.count })
  const late: Told[] = []
  let waiting: Told[] = []
  let storing: Promise<void> = Promise.resolve()
  const store = async (some: Told[]): Promise<void> => {
    await storing
    storing = saveNew(
      txOf(client),
      some.map(({ life, arrival }) => savingOf(app, world, life, arrival)),
    )
    options.at?.(filled.cases, plans.length)
  }
  for (const plan of plans) {
    const told = { arrival: plan.arrival, life: plan.live() }
    count(filled, told.life)
    if (until - lastOf(told.life) < lateMs) late.push(told)
    else if (waiting.push(told) === batch) {
      await store(waiting)
      waiting = []
    }
    // The statement under way is written and answered while the next lives are told.
    if (filled.cases % 6 === 0) await new Promise(setImmediate)
  }
  const rest = [...waiting, ...late.toSorted((a, b) => lastOf(a.life) - lastOf(b.life))]
  for (let from = 0; from < rest.length; from += batch) await store(rest.slice(from, from + batch))
  await storing
  await settle(client, serials)
  await note(client, demoSetting, 'filled')
}

/** What moved last is stored last, so that the journal's end reads like a day. */
const lateMs = 3 * 86_400_000

function count(filled: Filled, life: Life): void {
  filled.cases += 1
  filled.entries += life.entries.length
  filled.open += isOpen(life.file.state) ? 1 : 0
  filled.refusals.push(...life.refusals)
}

const demoSetting = 'demo_world'

/** 'empty': no areas at all. 'begun': ground and staff are there, the cases are missing. */
export function howFull(app: App): Promise<'empty' | 'begun' | 'full'> {
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const row = await firstOf(
      tx,
      sql<{ areas: boolean; begun: boolean }>`
        select exists (select from places.areas) as areas,
               exists (select from kit.settings
                        where name = ${demoSetting}
                          and value = to_jsonb('begun'::text)) as begun`,
    )
    if (row?.begun === true) return 'begun'
    return row?.areas === true ? 'full' : 'empty'
  })
}

/** Ground, people and pictures; written when `fresh`, else only read again for playing on. */
export async function prepareWorld(
  app: App,
  seed: string,
  fresh: boolean,
): Promise<{ world: World; ways: Ways }> {
  const now = app.now()
  const drawn = schematicWorld()
  const plan = staffPlan(drawn.areas, now)
  if (fresh)
    await asOwner(app, async (owner) => {
      const ids = await loadPlaces(owner, drawn)
      await loadPack(owner, cnCommunity, { areaId: ids.get('500000')!, validFrom: '2020-01-01' })
      await loadStateCouncilDays(owner)
      await nameTop(owner)
      await loadStaff(owner, plan, now)
      await owner.query('analyze')
    })
  await app.places.refresh()
  await app.teams.refresh()
  const outlines = new Map(drawn.boundaries.map(({ code, geometry }) => [code, geometry]))
  const world = worldOf(app, castOf(app, plan), await drawAlbum(app), now)
  return { world, ways: waysOf(app, outlines, seed) }
}

/** The installation is for the district; the rest of the city is the tree around it. */
async function nameTop(owner: pg.Client): Promise<void> {
  await note(owner, 'top_area', districtCode)
  await note(owner, demoSetting, 'begun')
}

async function note(owner: pg.ClientBase, name: string, value: string): Promise<void> {
  await owner.query(
    `insert into kit.settings (name, value) values ($1, to_jsonb($2::text))
         on conflict (name) do update set value = excluded.value`,
    [name, value],
  )
}

async function asOwner(app: App, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client(ownerConfig(app.ownerUrl))
  await owner.connect()
  try {
    await owner.query('begin')
    await work(owner)
    await owner.query('commit')
  } finally {
    await owner.end()
  }
}

type Told = { life: Life; arrival: Arrival }
type Plan = { arrival: Arrival; live: () => Life }

/** Numbered in order of time, then told community by community, so that few rows are shared between batches. */
function planned(
  world: World,
  ways: Ways,
  of: { serials: Serials; until: number; count: number },
): Plan[] {
  const { serials, until } = of
  const story = storyArrival(world, ways.outlines, storyAt(new Date(until).toISOString()))
  const came = arrivals(ways, until, of.count)
  countBefore(serials, story, came)
  const all = [...came, story].toSorted((a, b) => a.at - b.at)
  const plans = all.map((arrival): Plan => {
    const number = nextNumber(serials, arrival.community, arrival.at)
    if (arrival === story) return { arrival, live: () => tellStory(world, story, until) }
    return { arrival, live: () => liveCase(world, arrival, number, until) }
  })
  return plans.toSorted((a, b) => a.arrival.community.id - b.arrival.community.id)
}

/** The story's number is on the drawings, so its community's count for the year begins where it must. */
function countBefore(serials: Serials, story: Arrival, came: readonly Arrival[]): void {
  const year = Number(new Date(story.at).toISOString().slice(2, 4))
  const first = Date.parse(`20${year}-01-01T00:00:00+08:00`)
  const before = came.filter(
    (each) => each.community.id === story.community.id && each.at >= first && each.at <= story.at,
  ).length
  const last = storySerial - 1 - before
  serials.set(`${story.community.id} ${year}`, { areaId: story.community.id, year, last })
}

/** Serials go on where the demo stopped, and nobody is told today of what happened last year. */
async function settle(client: pg.ClientBase, serials: Serials): Promise<void> {
  await client.query(
    `insert into cases.serials (community_id, year, last)
     select r."areaId", r.year, r.last
       from jsonb_to_recordset($1) as r ("areaId" bigint, year smallint, last integer)`,
    [JSON.stringify([...serials.values()])],
  )
  await client.query(
    `insert into kit.settings (name, value)
     select 'reactions', to_jsonb(e.tx::text || '.' || e.seq)
       from cases.entries e
      order by e.seq desc
      limit 1
         on conflict (name) do update set value = excluded.value`,
  )
}
