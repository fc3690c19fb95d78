// Every row of loop.md 6.1.
import { describe, expect, test } from 'vitest'
import type { Area } from './area.ts'
import {
  type Hit,
  type Question,
  type Surroundings,
  decideRoute,
  successionSentence,
  whyUnusable,
} from './routing.ts'

let nextId = 1
function area(code: string, name: string, level: string, kind: Area['kind'] = 'basic'): Area {
  return {
    id: nextId++,
    tree: 'cn',
    code,
    name,
    officialName: name,
    nameEn: name,
    level,
    parentId: null,
    path: '/1/',
    kind,
    timeZone: 'Asia/Shanghai',
    validFrom: '2000-01-01',
    validTo: null,
  }
}
const district = area('500108', '南岸区', 'district')
const street = area('500108006', '弹子石街道', 'street')
const qunhui = area('500108006008', '群慧村社区', 'community')
const fuli = area('500108006009', '富力社区', 'community')
const grid1 = area('500108006008001', '第1网格', 'grid')
const grid2 = area('500108006008002', '第2网格', 'grid')
const gridF = area('500108006009001', '第1网格', 'grid')
const mall = area('500108006008009', '商场专属网格', 'grid', 'dedicated')
const communities = [qunhui, fuli]
const communityOf = (of: Area) => communities.find((each) => of.code.startsWith(each.code)) ?? null

const hit = (of: Area, more: Partial<Hit> = {}): Hit => ({
  area: of,
  squareMetres: 40_000,
  onBorder: false,
  metresToOwnBorder: 60,
  ...more,
})
const nothing: Surroundings = {
  hits: [],
  near: [],
  communities: [],
  nearestCommunity: null,
  schematic: false,
}
const asked = (around: Partial<Surroundings> | null, more: Partial<Question> = {}): Question => ({
  point: { lon: 106.59, lat: 29.59 },
  chosen: null,
  chosenHasOutline: true,
  desk: street,
  top: district,
  around: around === null ? null : { ...nothing, ...around },
  distances: { borderMetres: 20, nearMetres: 2000 },
  boundaryVersion: '2026-01-01',
  label: (of) => {
    const community = communityOf(of)
    const zh = community === null || community === of ? of.name : `${community.name}${of.name}`
    return { zh, en: zh }
  },
  communityOf,
  ...more,
})
const noPoint = (more: Partial<Question>): Question => asked(null, { point: null, ...more })

const rows: [
  name: string,
  question: Question,
  situation: number,
  filed: Area,
  flags: string[],
  zh: string,
][] = [
  [
    'no point, area chosen',
    noPoint({ chosen: qunhui }),
    2,
    qunhui,
    ['unplaced'],
    '没有在地图上点位置，先由选定的群慧村社区收下，值班员会找到具体地点。',
  ],
  [
    'no point, grid chosen',
    noPoint({ chosen: grid1 }),
    2,
    qunhui,
    ['unplaced'],
    '没有在地图上点位置，先由选定的群慧村社区第1网格收下，值班员会找到具体地点。',
  ],
  [
    'nothing at all',
    noPoint({}),
    3,
    street,
    ['unplaced'],
    '没有位置信息，先由弹子石街道值班人员核对。',
  ],
  [
    'in one grid',
    asked({ hits: [hit(grid1)] }),
    4,
    grid1,
    [],
    '地点在群慧村社区第1网格内，由网格长负责。',
  ],
  [
    'on the outer border of one grid only',
    asked({ hits: [hit(grid1, { onBorder: true })] }),
    4,
    grid1,
    [],
    '地点在群慧村社区第1网格内，由网格长负责。',
  ],
  [
    'near a border',
    asked({ hits: [hit(grid1)], near: [{ area: grid2, metres: 7.6 }] }),
    5,
    grid1,
    ['near_border'],
    '地点在群慧村社区第1网格内，距群慧村社区第2网格边界约8米；如有出入可改派。',
  ],
  [
    'near another community',
    asked({ hits: [hit(grid1)], near: [{ area: gridF, metres: 12 }] }),
    5,
    grid1,
    ['near_border', 'other_community'],
    '地点在群慧村社区第1网格内，距富力社区第1网格边界约12米；如有出入可改派。',
  ],
  [
    'on a shared border',
    asked({ hits: [hit(grid2, { onBorder: true }), hit(grid1, { onBorder: true })] }),
    6,
    grid1,
    ['near_border'],
    '地点在群慧村社区第1网格与群慧村社区第2网格交界线上，按编码归群慧村社区第1网格。',
  ],
  [
    'in two: the smaller',
    asked({ hits: [hit(grid1, { squareMetres: 50_000 }), hit(grid2)] }),
    7,
    grid2,
    ['overlap'],
    '边界有重叠（群慧村社区第2网格、群慧村社区第1网格），暂归群慧村社区第2网格，已提请核对边界。',
  ],
  [
    'in two of one size: the lower code',
    asked({ hits: [hit(grid2), hit(grid1)] }),
    7,
    grid1,
    ['overlap'],
    '边界有重叠（群慧村社区第1网格、群慧村社区第2网格），暂归群慧村社区第1网格，已提请核对边界。',
  ],
  [
    'dedicated inside basic',
    asked({ hits: [hit(grid1), hit(mall)] }),
    4,
    mall,
    [],
    '地点在群慧村社区商场专属网格内，由网格长负责。',
  ],
  [
    'community without that grid',
    asked({ communities: [qunhui] }),
    8,
    qunhui,
    ['unplaced'],
    '地点在群慧村社区内，尚未划入网格，由社区值班人员受理。',
  ],
  [
    'nearest community',
    asked({ nearestCommunity: { area: fuli, metres: 412.4 } }),
    9,
    fuli,
    ['unplaced'],
    '地点不在任何网格内，按最近的富力社区（约412米）受理。',
  ],
  [
    'at M exactly',
    asked({ nearestCommunity: { area: fuli, metres: 2000 } }),
    9,
    fuli,
    ['unplaced'],
    '地点不在任何网格内，按最近的富力社区（约2000米）受理。',
  ],
  [
    'beyond M',
    asked({ nearestCommunity: { area: fuli, metres: 2001 } }),
    10,
    district,
    ['outside', 'unplaced'],
    '地点不在本辖区边界内，由南岸区中心核对；若属外地将告知去处。',
  ],
  [
    'far from everything',
    asked({}),
    10,
    district,
    ['outside', 'unplaced'],
    '地点不在本辖区边界内，由南岸区中心核对；若属外地将告知去处。',
  ],
  [
    'chosen area without outline',
    asked({}, { chosen: qunhui, chosenHasOutline: false }),
    11,
    qunhui,
    ['no_outline', 'unplaced'],
    '群慧村社区还没有边界数据，按所选社区受理。',
  ],
  [
    'schematic outlines are said',
    asked({ hits: [hit(grid1)], schematic: true }),
    4,
    grid1,
    ['schematic'],
    '地点在群慧村社区第1网格内，由网格长负责。',
  ],
]

test.each(rows)('%s', (_name, question, situation, filed, flags, zh) => {
  const decision = decideRoute(question, null)
  expect(decision.situation).toBe(situation)
  expect(decision.areaId).toBe(filed.id)
  expect(decision.gridId).toBe(filed.level === 'grid' ? filed.id : null)
  expect(decision.flags).toEqual(flags)
  expect(decision.sentence.zh).toBe(zh)
  expect(decision.sentence.en).not.toMatch(/[{}]/)
  expect(decision.boundaryVersion).toBe('2026-01-01')
})

test('the order of what was found never changes the decision', () => {
  const hits = [hit(grid1), hit(grid2), hit(gridF, { squareMetres: 39_000 })]
  const decisions = [hits, hits.toReversed(), [hits[1]!, hits[2]!, hits[0]!]].map((order) =>
    decideRoute(asked({ hits: order }), null),
  )
  expect(decisions[1]).toEqual(decisions[0])
  expect(decisions[2]).toEqual(decisions[0])
  expect(decisions[0]!.areaId).toBe(gridF.id)
})

test('near a border the neighbours and their distances are kept', () => {
  const near = [
    { area: grid2, metres: 7.64 },
    { area: gridF, metres: 15 },
  ]
  expect(decideRoute(asked({ hits: [hit(grid1)], near }), null).neighbours).toEqual([
    { areaId: grid2.id, metres: 7.6 },
    { areaId: gridF.id, metres: 15 },
  ])
})

describe('situation 1: a reading that cannot be used', () => {
  const world = { west: 106.5, south: 29.4, east: 106.8, north: 29.7 }
  test.each([
    ['not a number', { lon: Number.NaN, lat: 29 }, 'bad_point'],
    ['endless', { lon: 106, lat: Infinity }, 'bad_point'],
    ['zero', { lon: 0, lat: 0 }, 'bad_point'],
    ['out of range', { lon: 206.6, lat: 29.5 }, 'bad_point'],
    ['swapped', { lon: 29.55, lat: 106.6 }, 'swapped_point'],
    ['usable', { lon: 106.6, lat: 29.55 }, null],
    ['just outside', { lon: 106.85, lat: 29.55 }, null],
    ['abroad', { lon: 2.35, lat: 48.86 }, null],
  ] as const)('%s', (_name, point, why) => expect(whyUnusable(point, world)).toBe(why))

  test('swapped in range is seen by where it would lie', () => {
    const newYork = { west: -74.3, south: 40.4, east: -73.6, north: 41 }
    expect(whyUnusable({ lon: 40.7, lat: -74 }, newYork)).toBe('swapped_point')
  })

  test('goes to the chosen community and is never refused', () => {
    const decision = decideRoute(
      asked(null, { point: { lon: 0, lat: 0 }, chosen: qunhui }),
      'bad_point',
    )
    expect(decision).toMatchObject({
      situation: 1,
      areaId: qunhui.id,
      gridId: null,
      flags: ['bad_point', 'unplaced'],
    })
    expect(decision.sentence.zh).toBe(
      '位置读数无效，请在地图上点一下或写明地址。没有在地图上点位置，先由选定的群慧村社区收下，值班员会找到具体地点。',
    )
  })

  test('swapped is offered, not applied', () => {
    const decision = decideRoute(
      asked(null, { point: { lon: 29.55, lat: 106.6 } }),
      'swapped_point',
    )
    expect(decision.offered).toEqual({ lon: 106.6, lat: 29.55 })
    expect(decision).toMatchObject({ situation: 1, gridId: null, areaId: street.id })
  })
})

test('situation 12: the filing grid stays, the successor is named with the date', () => {
  const sentence = successionSentence({
    filed: { zh: '群慧村社区第1网格', en: 'Grid 1' },
    now: { zh: '群慧村社区第7网格', en: 'Grid 7' },
    since: '2026-05-01',
  })
  expect(sentence.zh).toBe('上报时属群慧村社区第1网格；2026-05-01起该处由群慧村社区第7网格负责。')
})
