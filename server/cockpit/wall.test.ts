// The screen in the community centre, read by anybody: public matters only, each of which stands in the public list, by the
// layer that has it; what was closed today; and nothing of anybody.
import { beforeAll, expect, test } from 'vitest'
import { listPublicCases } from '#core/cases/contract.ts'
import { readWall } from '#core/cockpit/contract-wall.ts'
import { closedLamp, must, walksToHandling } from '#testing/town-life.ts'
import { type Town, codes, openTown, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

/** A lamp of the kind whose story anybody may read. */
const category = 'P01-37-3'
const goesOut = (more = {}) => report(t.client(), { category, ...more })
const inWork = (number: string) => walksToHandling(t, number, { category })

async function hangs(code: string = codes.community) {
  t.clock.advance(16)
  const answer = must(await t.client().call(readWall, { code }))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

test('a quiet community: the layers stand with nothing in them, nothing is made up', async () => {
  const wall = await hangs()
  expect(wall).toMatchObject({ open: 0, overdue: 0, reportedToday: 0, doneToday: 0, doing: [] })
  expect(wall.layers.map(({ tier, open }) => [tier, open])).toEqual([
    ['T1', 0],
    ['T2', 0],
    ['T3', 0],
    ['T4', 0],
  ])
})

test('what was only reported is nobody’s business yet; once it is filed it hangs there, and the street counts it', async () => {
  const first = await goesOut()
  expect((await hangs()).open).toBe(0)
  await inWork(first.number)
  const wall = await hangs()
  expect(wall).toMatchObject({ open: 1, reportedToday: 1, doneToday: 0 })
  expect(wall.doing[0]).toMatchObject({ number: first.number, state: 'HANDLING', closedAt: null })
  expect(wall.layers.reduce((n, { open }) => n + open, 0)).toBe(1)
  const street = await hangs(codes.street)
  expect(street.below.find(({ code }) => code === codes.community)?.open).toBe(1)
  expect(street.below.map(({ code }) => code)).toEqual(
    street.below.map(({ code }) => code).toSorted(),
  )
})

test('closed today counts once and is said with its hour; tomorrow it is no longer today', async () => {
  const lamp = await closedLamp(t, { category })
  const wall = await hangs()
  expect(wall).toMatchObject({ open: 1, doneToday: 1 })
  expect(wall.done[0]?.number).toBe(lamp.number)
  expect(wall.done[0]?.closedAt).not.toBeNull()
  t.clock.advance(86_400)
  const next = await hangs()
  expect(next).toMatchObject({ doneToday: 0, reportedToday: 0 })
  expect(next.done[0]?.number).toBe(lamp.number)
})

test('past its due it is counted late', async () => {
  t.clock.advance(10 * 86_400)
  const wall = await hangs()
  expect(wall.overdue).toBe(1)
  expect(wall.layers.reduce((n, { overdue }) => n + overdue, 0)).toBe(1)
})

test('it counts exactly what the public list holds, so nothing can be found by subtraction', async () => {
  const list = must(
    await t.client().call(listPublicCases, { area: codes.community, state: 'open', limit: 100 }),
  )
  if (!list.ok) throw new Error(list.refusal)
  expect((await hangs()).open).toBe(list.value.items.length)
})

test('nothing of a person is in it', async () => {
  await inWork((await goesOut({ phone: '023 5555 0001' })).number)
  const text = JSON.stringify(await hangs())
  for (const secret of ['5555', '步道第二个拐弯', ...Object.values(t.town.person)])
    expect(text).not.toContain(secret)
})

test('a grid is too small for a wall, an unknown place has none', async () => {
  const ask = (code: string) => t.client().call(readWall, { code })
  expect(await ask(codes.grid)).toMatchObject({ refusal: 'not_published', status: 404 })
  expect(await ask('999999')).toMatchObject({ refusal: 'no_such_area', status: 404 })
})

test('many screens at once have it counted once, and hang the same', async () => {
  t.clock.advance(16)
  const all = await Promise.all(
    Array.from({ length: 20 }, () => t.client().call(readWall, { code: codes.community })),
  )
  expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1)
})
