import { expect, test } from 'vitest'
import type { Outline } from '#core/places/geometry.ts'
import { isInside, scaleAt } from '#core/places/geometry.ts'
import { OutlineIndex } from './outline-index.ts'

const scale = scaleAt(29.55)
/** A rectangle by metres east and north of a corner in the district. */
function block(x: number, y: number, width: number, height: number): Outline {
  const corner = (dx: number, dy: number) =>
    [106.6 + (x + dx) / scale.x, 29.55 + (y + dy) / scale.y] as const
  const ring = [
    corner(0, 0),
    corner(width, 0),
    corner(width, height),
    corner(0, height),
    corner(0, 0),
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
const at = (x: number, y: number) => [106.6 + x / scale.x, 29.55 + y / scale.y] as const

const items = [
  { outline: block(0, 0, 200, 200), dedicated: false },
  { outline: block(200, 0, 200, 200), dedicated: false },
  { outline: block(0, 200, 400, 300), dedicated: false },
  { outline: block(80, 80, 40, 40), dedicated: true },
  { outline: block(350, 150, 100, 100), dedicated: false },
]
const index = new OutlineIndex(items, 20)
const rank = Int32Array.from([0, 1, 2, 3, 4])
const winnerAt = (x: number, y: number) => {
  index.probe(...at(x, y))
  return index.winner(rank)
}

test.each([
  ['well inside', 30, 100, 0],
  ['inside the next', 300, 60, 1],
  ['in the dedicated one inside the first', 100, 100, 3],
  ['on a shared border: the lower code', 200, 60, 0],
  ['in two: the smaller', 375, 175, 4],
  ['in none', 900, 900, -1],
  ['outside, but in the same cell', -3, 100, -1],
] as const)('%s', (_name, x, y, winner) => expect(winnerAt(x, y)).toBe(winner))

test('borders nearer than the reach are found with their distance', () => {
  index.probe(...at(192, 60))
  const near = Array.from({ length: index.nearCount }, (_, n) => [
    index.near[n],
    Math.round(index.nearMetres[n]!),
  ])
  expect(near).toEqual([
    [0, 8],
    [1, 8],
  ])
})

test('the nearest outline is found up to a distance', () => {
  expect(index.nearestTo(...at(-500, 100), 2000)).toMatchObject({ index: 0 })
  expect(Math.round(index.nearestTo(...at(-500, 100), 2000)!.metres)).toBe(500)
  expect(index.nearestTo(...at(-5000, 100), 2000)).toBeNull()
})

test('agrees with the plain test of every outline', () => {
  for (let n = 0; n < 3000; n++) {
    const [lon, lat] = at(((n * 37) % 521) - 50 + 0.37, ((n * 91) % 617) - 50 + 0.41)
    const plain = items.flatMap((item, i) => (isInside(item.outline, lon, lat) ? [i] : []))
    index.probe(lon, lat)
    expect(Array.from(index.inside.slice(0, index.insideCount).sort())).toEqual(plain)
  }
})

test('no outlines at all', () => {
  const empty = new OutlineIndex([], 20)
  empty.probe(106.6, 29.5)
  expect(empty.insideCount).toBe(0)
  expect(empty.nearestTo(106.6, 29.5, 2000)).toBeNull()
})
