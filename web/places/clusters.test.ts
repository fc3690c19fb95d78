import { expect, test } from 'vitest'
import { clustersOf } from './clusters.ts'

const at = (x: number, y: number, of: string) => ({ at: [x, y] as const, of })

test.each<[string, [number, number, string][], string[]]>([
  ['nothing', [], []],
  ['one is one point', [[5, 5, 'a']], ['a']],
  [
    'apart',
    [
      [0, 0, 'a'],
      [10, 0, 'b'],
    ],
    ['a', 'b'],
  ],
  [
    'on one spot',
    [
      [0, 0, 'a'],
      [0, 0, 'b'],
      [30, 0, 'c'],
    ],
    ['ab', 'c'],
  ],
  // No chain: each is near the first of its cluster, so that a long lane does not become one point.
  [
    'a lane',
    [
      [0, 0, 'a'],
      [8, 0, 'b'],
      [16, 0, 'c'],
      [24, 0, 'd'],
    ],
    ['ab', 'cd'],
  ],
])('%s', (_, points, expected) => {
  const found = clustersOf(
    points.map(([x, y, of]) => at(x, y, of)),
    10,
  )
  expect(found.map(({ all }) => all.join(''))).toEqual(expected)
})
