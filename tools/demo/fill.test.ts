import { beforeAll, expect, test } from 'vitest'
import { openHarness, type Harness } from '#testing/harness.ts'
import type { Counted } from './batches.ts'
import { fillWorld } from './fill.ts'
import { schematicWorld } from './boundaries.ts'
import { dice } from './dice.ts'
import { drawAlbum } from './photos.ts'
import { playOnce } from './play.ts'
import { howFull, readWorld } from './world.ts'
import { demoAccounts, demoPassword } from './staff.ts'
import { storyNumber } from './story.ts'
import { signIn } from '#core/people/contract.ts'
import { readThemeDecision } from '#core/themes/contract-decision.ts'
import { readTheme } from '#core/themes/contract-programme.ts'

let town: Harness
let filled: Counted

beforeAll(async () => {
  town = await openHarness({ startAt: '2026-11-23T08:00:00.000Z' })
  filled = await fillWorld(town.app, { seed: 'test', count: 260 })
})

const count = async (sql: string): Promise<number> =>
  Number((await town.owner.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]?.n)

test('no move of the demo world was refused, and it is there as a whole', async () => {
  expect(filled.refusals).toEqual([])
  expect(await count('cases.cases')).toBe(filled.cases)
  expect(await count('cases.entries')).toBe(filled.entries)
  expect(await howFull(town.app)).toBe('full')
  expect(await count("places.areas where level = 'community'")).toBe(11_270)
})

test('the journal tells of every case from its report to its state, in order of time', async () => {
  const lost = `cases.cases c where c.version <> (select count(*) from cases.entries e where e.case_id = c.id)
    or c.state <> (select e.to_state from cases.entries e where e.case_id = c.id order by e.version desc limit 1)`
  expect(await count(lost)).toBe(0)
  const backwards = `(select at < lag(at) over (partition by case_id order by version) as back from cases.entries) e where back`
  expect(await count(backwards)).toBe(0)
  expect(await count(`cases.cases where last_at > '2026-11-23T08:00:00Z'`)).toBe(0)
})

test('today units are called together and a case is supervised, by the moves of the server', async () => {
  const moved = async (move: string) =>
    count(`cases.entries where move = '${move}' and at = '2026-11-23T08:00:00Z'`)
  expect(await moved('whistle')).toBe(1)
  expect(await moved('arrive')).toBe(1)
  expect(await moved('supervise')).toBe(1)
})

test('the grid worker of the pictures has three lamps to see to, and a round to walk', async () => {
  const given = `cases.cases c join places.areas a on a.id = c.grid_id
    where a.code = '500108006008004' and c.state = 'DISPATCHED' and c.category = 'P01-37-2'`
  expect(await count(given)).toBeGreaterThanOrEqual(3)
  expect(await count('patrols.objects')).toBe(6)
  expect(await count('patrols.plans')).toBe(1)
})

test('the hotline handed orders to the street of chen: in every state, some answered and told, one sent again', async () => {
  const { rows } = await town.owner.query<Record<string, number>>(
    `select count(*)::int as all,
            count(*) filter (where status = 'waiting')::int  as waiting,
            count(*) filter (where status = 'handling')::int as handling,
            count(*) filter (where status = 'answered')::int as answered,
            count(*) filter (where status = 'returned')::int as returned,
            count(*) filter (where again > 0)::int           as again,
            count(*) filter (where placed = 'none')::int     as unplaced
       from exchange.orders`,
  )
  expect(rows[0]).toEqual({
    all: 11,
    waiting: 4,
    handling: 3,
    answered: 3,
    returned: 1,
    again: 1,
    unplaced: 2,
  })
  expect(await count('exchange.order_batches')).toBe(1)
  const untold = `exchange.orders where last_serial > (select max(to_serial) from exchange.order_batches)`
  expect(await count(untold)).toBe(3)
})

test('the figures kept beside the rows count what the rows hold', async () => {
  const { rows } = await town.owner.query<Record<string, string>>(
    `select sum(closings) as closings, sum(self_handled) as own, sum(filed_p + filed_e + filed_c) as filed
       from cases.tallies where grain = 'day'`,
  )
  expect(Number(rows[0]?.['closings'])).toBe(
    await count('cases.rounds where closed_at is not null'),
  )
  expect(Number(rows[0]?.['filed'])).toBe(await count('cases.cases where filed_at is not null'))
})

test('keys, indexes and the guard of closings are back in their places', async () => {
  expect(await count(`pg_trigger where tgname = 'demand_proof' and tgenabled = 'O'`)).toBe(2)
  const fresh = await count(
    `pg_constraint where contype = 'f' and connamespace = 'cases'::regnamespace and convalidated`,
  )
  expect(fresh).toBeGreaterThan(15)
  expect(await count(`pg_indexes where schemaname = 'cases' and indexname = 'cases_number'`)).toBe(
    1,
  )
})

test('the case of the drawings is closed through all its layers and waits for its reporter', async () => {
  const { rows } = await town.owner.query<{ state: string; moves: string[] }>(
    `select c.state, array_agg(e.move order by e.version) as moves
       from cases.cases c join cases.entries e on e.case_id = c.id
      where c.number = $1 group by c.id, c.state`,
    [storyNumber],
  )
  expect(rows[0]?.state).toBe('CLOSED')
  expect(rows[0]?.moves).toContain('confirmOnward')
  expect(rows[0]?.moves.filter((move) => move === 'checkPass')).toHaveLength(2)
})

test('whoever is printed at the start can sign in', async () => {
  const client = town.client()
  const account = demoAccounts[0]!
  const answer = await client.call(signIn, { login: account.login, password: demoPassword })
  expect(answer.ok).toBe(true)
})

test('the day plays on: people report, and open cases move', async () => {
  const given = { album: await drawAlbum(town.app), drawn: schematicWorld() }
  const { world, ways } = await readWorld(town.app, 'evening', given)
  const [cases, entries] = [await count('cases.cases'), await count('cases.entries')]
  const by = dice('evening')
  for (let n = 0; n < 24; n += 1) {
    town.clock.advance(90)
    await playOnce(town.app, world, ways, by)
  }
  const reported = (await count('cases.cases')) - cases
  expect(reported).toBeGreaterThan(2)
  expect((await count('cases.entries')) - entries).toBeGreaterThan(reported + 5)
})

const idsOf = async (table: string): Promise<string[]> =>
  (await town.owner.query<{ id: string }>(`select id from ${table} order by id`)).rows.map(
    ({ id }) => id,
  )

test('themes were decided on evidence that is weighed, counted of that place and whole; once against the highest sum', async () => {
  const first: boolean[] = []
  for (const id of await idsOf('themes.decisions')) {
    const read = await town.client().call(readThemeDecision, { id })
    if (!read.ok) throw new Error(read.refusal)
    const { evidence, kind, whole } = read.value
    const { survey, population, community, candidates } = evidence.content
    expect(survey).toMatchObject({ weighted: true, weightingVersion: '1' })
    expect(new Set(population.map(({ areaName }) => areaName))).toEqual(new Set([community.name]))
    expect([evidence.whole, whole]).toEqual([true, true])
    first.push(candidates[0]!.code === kind?.code)
  }
  expect(first.toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true, true, true])
})

test('what themes set out to change is read from sessions and answers; one goal shows no change', async () => {
  const changes: string[] = []
  for (const id of await idsOf('themes.themes')) {
    const read = await town.client().call(readTheme, { id })
    if (!read.ok) throw new Error(read.refusal)
    const { goals, evaluations } = read.value
    const told = goals.filter(({ indicator }) => !indicator?.startsWith('cases.'))
    expect(told.every(({ now }) => now !== null && now.value > 0)).toBe(true)
    changes.push(...evaluations.flatMap(({ results }) => results.map(({ change }) => change)))
  }
  expect(changes.toSorted()).toEqual(['better', 'better', 'better', 'noneSeen'])
})
