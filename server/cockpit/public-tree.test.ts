// A neighbour with a pencil reads the pages of both communities and of their street, and subtracts. Three reported in the
// small one: nothing she can reckon says so.
import { beforeAll, expect, test } from 'vitest'
import { type PerformanceView, readPerformance } from '#core/cockpit/contract-public.ts'
import { must, walksToHandling } from '#testing/town-life.ts'
import { type Town, codes, openTown, report } from '#testing/town.ts'

const { street, community, neighbour } = codes
const district = '500108'
const elsewhere = { point: { lon: 0, lat: 0 }, area: neighbour }

let t: Town
beforeAll(async () => {
  t = await openTown()
  for (let n = 0; n < 14; n += 1) {
    const { number } = await report(t.client())
    if (n < 11) await walksToHandling(t, number)
  }
  for (let n = 0; n < 3; n += 1) await report(t.client(), elsewhere)
  t.clock.set('2026-04-02T01:00:00.000Z')
})

async function read(code: string): Promise<PerformanceView> {
  const answer = must(await t.client().call(readPerformance, { code }))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
const all = async (order: readonly string[]) => {
  const views: Record<string, PerformanceView> = {}
  for (const code of order) views[code] = await read(code)
  return views
}
const reported = (view: PerformanceView | undefined) =>
  view?.figures.find(({ key }) => key === '1')?.value ?? null

test('what the small community keeps back cannot be had from its street and its sister', async () => {
  const views = await all([community, neighbour, street, district])
  expect(reported(views[neighbour])).toBeNull()
  // Seventeen less fourteen would be three: one of the two is not said.
  expect([reported(views[street]), reported(views[community])]).toContain(null)
  expect(reported(views[district])).toBe(17)
})

test('the same is left out whichever page was opened first', async () => {
  const first = await all([community, neighbour, street, district])
  t.clock.advance(601)
  const again = await all([district, street, neighbour, community])
  const said = (views: Record<string, PerformanceView>) =>
    Object.entries(views)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { asOf: _asOf, ...view }]) => ({ code, ...view }))
  expect(said(again)).toEqual(said(first))
})

test('cases that were filed stand on the street’s page as on the community’s own, or on neither', async () => {
  const { below } = await read(street)
  for (const { code, filed } of below) {
    const own = (await read(code)).figures.find(({ key }) => key === '1')?.n
    expect([code, own]).toEqual([code, filed])
  }
})

test('a community has its months and sources, a street only what its communities add up to', async () => {
  const [low, high] = [await read(community), await read(street)]
  expect(low.figures[0]?.points).toHaveLength(12)
  expect(low.sources.length).toBeGreaterThan(0)
  expect([high.figures[0]?.points, high.sources]).toEqual([[], []])
})

test('once as many report next door, all of it is said', async () => {
  t.clock.set('2026-03-28T01:00:00.000Z')
  for (let n = 0; n < 9; n += 1) await report(t.client(), elsewhere)
  t.clock.set('2026-04-02T02:00:00.000Z')
  const views = await all([neighbour, community, street])
  expect([neighbour, community, street].map((code) => reported(views[code]))).toEqual([12, 14, 26])
})
