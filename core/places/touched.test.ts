import { describe, expect, test } from 'vitest'
import { type Drawn, touchedBy } from './touched.ts'

// Two squares side by side, one above them with a hole, and an island of it inside the hole.
const square = (x: number, y: number, size: number) => [
  x, y, x + size, y, x + size, y + size, x, y + size, x, y,
] // prettier-ignore
const parts = [
  { code: 'west', rings: [square(0, 0, 100)] },
  { code: 'east', rings: [square(100, 0, 100)] },
  { code: 'north', rings: [square(0, 100, 200), square(50, 150, 100), square(90, 190, 20)] },
]
const circle = (x: number, y: number, radius: number): Drawn => ({
  kind: 'circle',
  at: [x, y],
  radius,
})
const corners = (...points: [number, number][]): Drawn => ({ kind: 'corners', corners: points })

describe('what a shape touches', () => {
  test.each<[string, Drawn, string[]]>([
    ['a circle in the middle of one', circle(50, 50, 40), ['west']],
    ['one that reaches over', circle(80, 50, 30), ['west', 'east']],
    ['one of no size is its point', circle(50, 50, 0), ['west']],
    ['a point on the side is of both', circle(100, 50, 0), ['west', 'east']],
    ['one inside a hole', circle(60, 160, 5), []],
    ['one on the island in the hole', circle(100, 200, 5), ['north']],
    ['one round everything', circle(100, 150, 400), ['west', 'east', 'north']],
    ['one outside', circle(-100, 50, 50), []],
    ['from outside, up to the side', circle(-50, 50, 50), ['west']],
    ['corners inside one', corners([10, 10], [20, 10], [15, 20]), ['west']],
    [
      'corners round everything',
      corners([-9, -9], [300, -9], [300, 400], [-9, 400]),
      ['west', 'east', 'north'],
    ],
    ['a sliver across two', corners([90, 40], [110, 40], [100, 41]), ['west', 'east']],
    [
      'exactly one, side by side with the next',
      corners([0, 0], [100, 0], [100, 100], [0, 100]),
      ['west'],
    ],
    ['that cross themselves', corners([90, 10], [110, 20], [110, 10], [90, 20]), ['west', 'east']],
    ['two corners are no shape yet', corners([10, 10], [150, 10]), []],
    ['none at all', corners(), []],
  ])('%s', (_, drawn, expected) => expect(touchedBy(drawn, parts)).toEqual(expected))
})
