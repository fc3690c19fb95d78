import { expect, test } from 'vitest'
import type { Outline, Ring } from '#core/places/geometry.ts'
import { meetsAny, wound } from './shapes.ts'

const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west, south + side],
  [west + side, south + side],
  [west + side, south],
  [west, south],
]
/** Drawn with the clock, with a courtyard drawn the same way. */
const house: Outline = { type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 4, 2)] }

test('outer rings turn against the clock and holes with it, whoever drew them', () => {
  const once = wound(house)
  expect(once.coordinates[0]).toEqual(square(0, 0, 10).toReversed())
  expect(once.coordinates[1]).toEqual(square(4, 4, 2))
  expect(wound(once)).toEqual(once)
  const two: Outline = { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(5, 5, 1)]] }
  expect(wound(two).coordinates).toEqual([
    [square(0, 0, 1).toReversed()],
    [square(5, 5, 1).toReversed()],
  ])
})

test.each([
  ['around all of it', { west: -1, south: -1, east: 11, north: 11 }, true],
  ['inside it, touching no side', { west: 1, south: 1, east: 2, north: 2 }, true],
  ['over one corner', { west: 9, south: 9, east: 20, north: 20 }, true],
  ['a strip through it', { west: -5, south: 3, east: 20, north: 3.1 }, true],
  ['in the courtyard', { west: 4.5, south: 4.5, east: 5.5, north: 5.5 }, false],
  ['beside it', { west: 10.5, south: 0, east: 12, north: 10 }, false],
  ['its border exactly', { west: 10, south: 0, east: 12, north: 10 }, true],
])('a box %s: %s', (_, box, expected) => {
  expect(meetsAny(house, [box])).toBe(expected)
})

test('a box in the corner between two sides of a slanting shape does not meet it', () => {
  const slope: Outline = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [10, 0],
        [0, 10],
        [0, 0],
      ],
    ],
  }
  expect(meetsAny(slope, [{ west: 8, south: 8, east: 9, north: 9 }])).toBe(false)
})
