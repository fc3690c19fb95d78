import { expect, test } from 'vitest'
import { type ThemeKind, faultOfKind, kindsInForce } from './kind.ts'
import {
  type Picks,
  addendsOf,
  areWeights,
  candidatesOf,
  resourcesOf,
  reweighed,
  wilson,
} from './score.ts'
import { groupShare, nearestShares } from './population.ts'
import { otherOrders, rankTable } from './stability.ts'

const words = (zh: string) => ({ zh, en: zh })
const counted = (code: string, people: number) => ({ code, label: words(code), people })
const ages = {
  dimension: 'age',
  title: words('年龄'),
  asOf: '2026-01-01',
  source: '社区台账',
  categories: [counted('a0', 150), counted('a18', 538), counted('a60', 180), counted('a70', 132)],
}
const kind = (code: string, more: Partial<ThemeKind> = {}): ThemeKind => ({
  code,
  name: words(code),
  meaning: words(code),
  needs: [code],
  resources: [{ category: 'hospital', weight: 1, enough: 2 }],
  groups: [{ dimension: 'age', categories: ['a60', 'a70'], name: words('60+'), full: 40 }],
  offered: true,
  ...more,
})

/** `counts`: how many answers picked which codes; each answer weighs one unless said. */
function picksOf(codes: string[], counts: [picked: string[], n: number, weight?: number][]): Picks {
  const bit = new Map(codes.map((code, at) => [code, 1 << at]))
  const rows = counts.flatMap(([picked, n, weight = 1]) =>
    Array.from({ length: n }, () => ({
      bits: picked.reduce((bits, code) => bits | bit.get(code)!, 0),
      weight,
    })),
  )
  return {
    options: codes.map((code) => ({ code })),
    weight: Float64Array.from(rows, (row) => row.weight),
    picks: Uint32Array.from(rows, (row) => row.bits),
    n: rows.length,
    effective: rows.length,
  }
}

const weights = { need: 50, resources: 30, structure: 20 }
const health = kind('health')
const family = kind('family', {
  resources: [{ category: 'school', weight: 1, enough: 1 }],
  groups: [],
})

test('the sum on the page is the sum of its addends', () => {
  expect(addendsOf({ need: 62.4, resources: 82, structure: 71 }, weights)).toEqual({
    need: 31.2,
    resources: 24.6,
    structure: 14.2,
    total: 70,
  })
})

test('need is the weighted share of answers that pick any of its options; reach saturates; a group speaks by its share', () => {
  const picks = picksOf(
    ['health', 'family'],
    [
      [['health'], 50, 2],
      [['family'], 100],
    ],
  )
  const [first, second] = candidatesOf(
    {
      kinds: [family, health],
      picks,
      reached: ['hospital', 'hospital', 'hospital'],
      population: nearestShares([{ areaName: '群慧村', figures: [ages] }]),
    },
    weights,
  )
  expect(first).toMatchObject({ code: 'health', need: { share: 50 }, total: 70.6 })
  expect(first?.resources).toMatchObject({ score: 100, parts: [{ within: 3, filled: 1 }] })
  expect(first?.structure.parts[0]).toMatchObject({ share: 31.2, voice: 78 })
  expect(second).toMatchObject({ code: 'family', resources: { score: 0 }, structure: { score: 0 } })
})

test('who lives here is told of the nearest area that counted; of nine people nothing is said', () => {
  const small = { ...ages, categories: [counted('a18', 91), counted('a60', 9)] }
  const sex = { ...ages, dimension: 'sex', categories: [counted('f', 51), counted('m', 49)] }
  const shares = nearestShares([
    { areaName: '群慧村', figures: [small] },
    { areaName: '南岸区', figures: [ages, sex] },
  ])
  expect(shares.map(({ category, share, areaName }) => [category, share, areaName])).toEqual([
    ['a18', 91, '群慧村'],
    ['f', 51, '南岸区'],
    ['m', 49, '南岸区'],
  ])
  expect(groupShare({ dimension: 'age', categories: ['a18', 'a60'] }, shares)).toBeNull()
})

test('categories fill by weight, and a group nobody counted says nothing', () => {
  const two = kind('x', {
    resources: [
      { category: 'hospital', weight: 3, enough: 2 },
      { category: 'school', weight: 1, enough: 1 },
    ],
  })
  expect(resourcesOf(two, ['hospital'])).toMatchObject({ score: 38 })
  const [only] = candidatesOf({ kinds: [two], picks: null, reached: [], population: [] }, weights)
  expect(only).toMatchObject({ total: 0, structure: { parts: [{ share: null, voice: 0 }] } })
})

test('nobody answered: no share is invented', () => {
  expect(wilson(0.5, 0)).toEqual({ share: 0, low: 0, high: 100 })
  expect(wilson(0.624, 3902)).toEqual({ share: 62.4, low: 60.9, high: 63.9 })
})

const asked = (counts: [string[], number][]) => {
  const kinds = [health, family, kind('law')]
  const picks = picksOf(['health', 'family', 'law'], counts)
  return {
    kinds,
    picks,
    candidates: candidatesOf({ kinds, picks, reached: [], population: [] }, weights),
  }
}

test('the same seed gives the same table; rows count every resample once', () => {
  const given = asked([
    [['health'], 600],
    [['family'], 210],
    [['law'], 190],
  ])
  const table = rankTable(given, { weights, seed: 7 })
  expect(rankTable(given, { weights, seed: 7 })).toEqual(table)
  expect(rankTable(given, { weights, seed: 8 })).not.toEqual(table)
  for (const { ranks } of table.rows) expect(ranks.reduce((a, b) => a + b, 0)).toBe(2000)
  expect(table.rows[0]).toEqual({ code: 'health', ranks: [2000, 0, 0] })
  // 210 against 190 of a thousand: they change places in many resamples.
  expect(table.ties).toEqual([['family', 'law']])
})

test('clear orders have no ties; equal sums always do', () => {
  const clear = asked([
    [['health'], 600],
    [['family'], 300],
    [['law'], 100],
  ])
  expect(rankTable(clear, { weights, seed: 1 }).ties).toEqual([])
  const equal = asked([[['health', 'family', 'law'], 300]])
  expect(rankTable(equal, { weights, seed: 1 }).ties).toHaveLength(2)
})

test('other weights turn the order where facts differ, and the sliders count the same', () => {
  const kinds = [health, family]
  const picks = picksOf(
    ['health', 'family'],
    [
      [['health'], 40],
      [['family'], 60],
    ],
  )
  const reached = ['hospital', 'hospital']
  const candidates = candidatesOf({ kinds, picks, reached, population: [] }, weights)
  const orders = otherOrders(candidates, weights)
  expect(orders.map(({ name, first }) => [name, first[0]?.code])).toEqual([
    ['inForce', 'health'],
    ['even', 'health'],
    ['needOnly', 'family'],
    ['needHalved', 'health'],
  ])
  for (const { weights: tried } of orders) expect(areWeights(tried)).toBe(true)
  expect(reweighed(candidates, { need: 100, resources: 0, structure: 0 })[0]).toMatchObject({
    code: 'family',
    total: 60,
  })
})

test.each([
  [{ code: 'Health' }, 'bad_code'],
  [{ needs: [] }, 'no_needs'],
  [{ resources: [{ category: 'a', weight: 0, enough: 1 }] }, 'bad_resource'],
  [
    { groups: [{ dimension: 'age', categories: ['a60', 'a70'], name: words('x'), full: 0 }] },
    'bad_group',
  ],
  [{ needs: ['a', 'a'] }, 'repeats'],
  [{ offered: false, needs: [] }, null],
  [{}, null],
] as const)('a kind with %j: %s', (more, fault) => {
  expect(faultOfKind({ ...health, ...(more as Partial<ThemeKind>) })).toBe(fault)
})

test('the nearest area decides a code, adds its own and leaves out what it does not offer', () => {
  const local = { ...health, name: words('健康同景') }
  const rows = [health, family, kind('law'), local, kind('tea'), { ...kind('law'), offered: false }]
  expect(kindsInForce(rows.map((each) => ({ kind: each }))).map(({ name }) => name.zh)).toEqual([
    '健康同景',
    'family',
    'tea',
  ])
})
