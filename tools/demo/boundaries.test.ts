// The schematic district must pass the rules by which real outlines are judged.
import { expect, test } from 'vitest'
import { judgeAreas } from '#core/places/area-import.ts'
import type { Level } from '#core/places/area.ts'
import { type Outline, ringsOf } from '#core/places/geometry.ts'
import { judgeOutlines } from '#core/places/outline-import.ts'
import { schematicWorld } from './boundaries.ts'
import { divisions, metroStations } from './chongqing.ts'

const world = schematicWorld()
const levels: Level[] = (
  [
    ['city', '^\\d{2}0000$', null],
    ['district', '^\\d{6}$', null],
    ['street', '^\\d{9}$', 6],
    ['community', '^\\d{12}$', 9],
    ['grid', '^\\d{15}$', 12],
  ] as const
).map(([level, codePattern, parentLength], i) => ({
  tree: 'cn',
  level,
  ordinal: i + 1,
  zh: level,
  en: level,
  codePattern,
  parentLength,
  skips: false,
}))

test('is whole: 15 streets, 153 communities, four to eight grids in each', () => {
  const count = (level: string) => world.areas.filter((area) => area.level === level).length
  expect([count('city'), count('district'), count('street'), count('community')]).toEqual([
    1, 1, 15, 153,
  ])
  const basic = world.areas.filter((area) => area.level === 'grid' && area.kind === 'basic')
  for (const community of world.areas.filter((area) => area.level === 'community')) {
    const own = basic.filter((grid) => grid.parent === community.code)
    expect(own.length).toBeGreaterThanOrEqual(4)
    expect(own.length).toBeLessThanOrEqual(8)
  }
  expect(world.areas.filter((area) => area.kind === 'dedicated')).toHaveLength(1)
})

test('passes the judgement of imports: closed, simple, without overlap, within parents', () => {
  const proposed = world.areas.map((area, i) => ({ ...area, line: i + 1, replaces: [] }))
  const judged = judgeAreas(proposed, { levels, known: new Map() })
  expect(judged.rejects).toEqual([])
  const { rejects, accepted } = judgeOutlines(
    world.boundaries.map(({ code, geometry }, i) => ({ line: i + 1, code, geometry })),
    {
      areas: new Map(judged.accepted.map((area) => [area.code, area])),
      existing: new Map(),
      levels: levels.map((level) => level.level),
    },
  )
  expect(rejects).toEqual([])
  expect(accepted).toHaveLength(world.boundaries.length)
})

/** Square degrees: the same measure for parts and whole. */
const degreesOf = (outline: Outline): number =>
  ringsOf(outline).reduce(
    (sum, ring) =>
      sum +
      Math.abs(
        ring
          .slice(1)
          .reduce(
            (twice, [x, y], i) =>
              twice + (ring[i]![0] - 106.6) * (y - 29.5) - (x - 106.6) * (ring[i]![1] - 29.5),
            0,
          ),
      ) /
        2,
    0,
  )

test('leaves no gap: parts fill the whole', () => {
  const outlines = new Map(world.boundaries.map(({ code, geometry }) => [code, geometry]))
  for (const street of world.areas.filter(
    (area) => area.level === 'street' || area.level === 'district',
  )) {
    const parts = world.areas.filter((area) => area.parent === street.code)
    const sum = parts.reduce((total, part) => total + degreesOf(outlines.get(part.code)!), 0)
    const whole = degreesOf(outlines.get(street.code)!)
    expect(Math.abs(sum - whole) / whole).toBeLessThan(1e-9)
  }
  expect(world.boundaries.every(({ geometry }) => geometry.type === 'Polygon')).toBe(true)
})

test('is the same every time', () => {
  expect(JSON.stringify(schematicWorld())).toBe(JSON.stringify(world))
})

test('the files beside it are whole', () => {
  expect(divisions()).toHaveLength(11_270)
  expect(metroStations()).toHaveLength(281)
})
