// The cockpit through HTTP: a figure, its list row for row, small cells, walls, and sums over the tree.

import { beforeAll, expect, test } from 'vitest'
import { getCockpit, listBehind } from '#core/cockpit/contract.ts'
import type { CockpitView, ListKey } from '#core/cockpit/contract.ts'
import { getFurtherFigures } from '#core/cockpit/contract-further.ts'
import { signIn } from '#core/people/contract.ts'
import type { TestClient } from '#testing/harness.ts'
import { townPassword } from '#testing/people-town.ts'
import { playAtRandom } from '#testing/random-loop.ts'
import { type Town, codes, fileAndGive, openTown, points, report } from '#testing/town.ts'

let t: Town
let cao: TestClient
beforeAll(async () => {
  t = await openTown()
  await playAtRandom(t, { clients: 4, deeds: 120, seed: 3 })
  // How hands cross is chance: that a lamp goes out twice at one place is not left to it.
  for (const _ of ['once', 'again']) {
    t.clock.advance(60)
    const { number } = await report(t.client())
    await fileAndGive(await t.as('wu'), number, { areaCode: codes.grid, unitId: null })
  }
  cao = await signedIn('cao')
})

async function signedIn(login: string): Promise<TestClient> {
  const client = t.client()
  await client.call(signIn, { login, password: townPassword })
  return client
}

async function look(area: string, period = '30d', who = cao): Promise<CockpitView> {
  const answer = await who.call(getCockpit, { area, period })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

async function behind(area: string, tile: ListKey, part: 'num' | 'den' = 'den') {
  const numbers: string[] = []
  for (let after: string | undefined; ;) {
    const page = await cao.call(listBehind, {
      area,
      tile,
      part,
      period: '30d',
      limit: 20,
      ...(after !== undefined && { after }),
    })
    if (!page.ok) throw new Error(page.refusal)
    numbers.push(...page.value.items.map((row) => `${row.number} ${row.round ?? ''}`))
    if (page.value.next === null) return numbers
    after = page.value.next
  }
}

test('before anything is due, figures are small: counted, but no rate is said', async () => {
  const { tiles, smallCell } = await look(codes.grid2, 'today')
  expect(smallCell).toBe(10)
  const few = tiles.filter((tile) => tile.fraction !== null && tile.fraction.den < smallCell)
  expect(few.length).toBeGreaterThan(0)
  for (const { fraction, hidden } of few)
    expect([fraction?.rate, fraction?.hidden, hidden]).toEqual([null, true, true])
})

const rates = [
  '2',
  '3a',
  '3b',
  '3c',
  '3d',
  '3e',
  '4a',
  '4b',
  '7',
  '9a',
  '9b',
  '9c',
  '11',
  '12',
] as const
test.each(rates)('the list behind %s has as many rows as the figure says', async (key) => {
  const { tiles } = await look(codes.street)
  const { num, den } = tiles.find((tile) => tile.key === key)!.fraction!
  const [above, below] = [await behind(codes.street, key, 'num'), await behind(codes.street, key)]
  expect([above.length, below.length]).toEqual([num, den])
  expect(new Set(below).size).toBe(den)
  for (const row of above) expect(below).toContain(row)
})

test('behind 13 stands each unit that was called, as often as it was', async () => {
  const { tiles } = await look(codes.street)
  const { num, den } = tiles.find((tile) => tile.key === '13')!.fraction!
  expect(den).toBeGreaterThan(0)
  expect(await behind(codes.street, '13', 'num')).toHaveLength(num)
  expect(await behind(codes.street, '13')).toHaveLength(den)
})

test('the further figures have their lists as well, item for item', async () => {
  const answer = await cao.call(getFurtherFigures, { area: codes.street, period: '30d' })
  if (!answer.ok) throw new Error(answer.refusal)
  const tile = (key: string) => answer.value.tiles.find((each) => each.key === key)!
  const { num, den } = tile('10').fraction!
  expect(den).toBeGreaterThan(num)
  expect(num).toBeGreaterThan(0)
  expect(await behind(codes.street, '10', 'num')).toHaveLength(num)
  expect(await behind(codes.street, '10')).toHaveLength(den)
  for (const key of ['26a', '26b', '26c', '27a', '27b'] as const)
    expect({ key, rows: (await behind(codes.street, key)).length }).toEqual({
      key,
      rows: tile(key).n,
    })
  expect(tile('26a').n).toBeGreaterThan(100)
  expect(tile('27a').value).toBeGreaterThan(0)
})

test('and behind the counts as well', async () => {
  const view = await look(codes.street)
  const tile = (key: string) => view.tiles.find((each) => each.key === key)!
  expect(await behind(codes.street, '1')).toHaveLength(tile('1').value!)
  expect(await behind(codes.street, '1', 'num')).toHaveLength(tile('1').n)
  expect(await behind(codes.street, '5')).toHaveLength(tile('5').n)
  expect(await behind(codes.street, '6')).toHaveLength(tile('6').value!)
  expect(await behind(codes.street, '8')).toHaveLength(tile('8').n)
  expect(await behind(codes.street, 'open')).toHaveLength(view.open)
  expect(await behind(codes.street, 'unplaced')).toHaveLength(view.unplaced)
  expect(await behind(codes.street, 'suspended')).toHaveLength(view.suspended)
})

test('what stands beside the rates opens row for row too, each time once', async () => {
  const { beside } = await look(codes.street)
  expect(beside.map((one) => one.key)).toEqual(['urged', 'supervised', 'excused'])
  for (const { key, count } of beside)
    expect([key, (await behind(codes.street, key)).length]).toEqual([key, count])
  expect(beside.find(({ key }) => key === 'urged')!.count).toBeGreaterThan(0)
})

test('the street is the sum of its communities and of what has no place below it yet', async () => {
  const street = await look(codes.street)
  const children = await Promise.all(street.children.map((child) => look(child.code)))
  const direct = street.direct ?? { open: 0, overdue: 0, filed: 0, filedBefore: 0 }
  const sum = (of: (view: CockpitView) => number) => children.reduce((n, view) => n + of(view), 0)
  expect(street.open).toBe(sum((view) => view.open) + direct.open)
  const filed = (view: CockpitView) => view.tiles.find((tile) => tile.key === '1')!.n
  expect(filed(street)).toBe(sum(filed) + direct.filed)
  for (const [i, child] of street.children.entries())
    expect([child.open, child.filed]).toEqual([children[i]!.open, filed(children[i]!)])
  expect(street.children.map((child) => child.code)).toEqual(
    street.children.map((child) => child.code).toSorted(),
  )
  expect(street.sections.map((row) => row.section)).toHaveLength(4)
})

test('a community reads its own cockpit, not the neighbour’s and not the street’s', async () => {
  const xu = await signedIn('xu')
  expect((await look(codes.neighbour, '30d', xu)).area.code).toBe(codes.neighbour)
  for (const area of [codes.community, codes.street, codes.grid]) {
    expect(await xu.call(getCockpit, { area })).toMatchObject({ refusal: 'not_yours', status: 403 })
    expect(await xu.call(listBehind, { area, tile: '1' })).toMatchObject({ status: 403 })
  }
  expect(await xu.call(getCockpit, { area: '999999' })).toMatchObject({ refusal: 'no_such_area' })
  expect(await t.client().call(getCockpit, { area: codes.street })).toMatchObject({ status: 401 })
})

test('a report shows in the next look, at its grid and above', async () => {
  const before = await look(codes.street, 'today')
  await report(t.client(), { point: points.lane })
  t.clock.advance(2)
  const after = await look(codes.street, 'today')
  expect(after.open).toBe(before.open + 1)
  expect(after.tiles[0]!.value).toBe(before.tiles[0]!.value! + 1)
  const inGrid = (view: CockpitView) => view.below.find((g) => g.code === codes.grid)?.open ?? 0
  expect(inGrid(after)).toBe(inGrid(before) + 1)
})

test.each(['today', '7d', '30d', 'month', 'quarter', 'year', '2026', '2026-03', '2026-Q1'])(
  'the period %s holds what was reported today',
  async (period) => {
    const view = await look(codes.street, period)
    expect(view.tiles[0]!.value).toBeGreaterThan(0)
    expect(view.period.from <= view.period.to).toBe(true)
    for (const tile of view.tiles) expect([0, 12]).toContain(tile.points.length)
  },
)
