// Which grid has what when a grid is split, merged or moved.
import { expect, test } from 'vitest'
import { box } from '#testing/drawn-squares.ts'
import { type Carrying, goesTo } from './carrying.ts'

const west = box(106.6, 29.5, 106.61, 29.51)
const east = box(106.61, 29.5, 106.62, 29.51)
const split: Carrying<string> = {
  before: [
    { id: 'one', outline: west },
    { id: 'two', outline: east },
  ],
  after: [
    { id: 'west', outline: box(106.6, 29.5, 106.605, 29.51) },
    { id: 'mid', outline: box(106.605, 29.5, 106.61, 29.51) },
    { id: 'two', outline: east },
  ],
}
const moved: Carrying<string> = {
  before: split.before,
  after: [
    { id: 'one', outline: box(106.6, 29.5, 106.608, 29.51) },
    { id: 'two', outline: box(106.608, 29.5, 106.62, 29.51) },
  ],
}
const at = (lon: number) => ({ lon, lat: 29.505 })

test.each([
  ['the half that has the point', split, 'one', at(106.602), 'west'],
  ['the other half', split, 'one', at(106.607), 'mid'],
  ['no point: who takes over', split, 'one', null, 'heir'],
  ['placed there by hand from elsewhere: who takes over', split, 'one', at(106.615), 'heir'],
  ['a grid that goes on keeps what it has', split, 'two', at(106.615), 'two'],
  ['ground that changed hands takes along what lies on it', moved, 'one', at(106.609), 'two'],
  ['ground that stayed', moved, 'one', at(106.601), 'one'],
  ['no point in a grid that goes on', moved, 'one', null, 'one'],
  ['placed there by hand stays', moved, 'two', at(106.602), 'two'],
] as const)('%s', (_what, carrying, grid, point, expected) => {
  expect(goesTo(carrying, { grid, point })).toBe(expected)
})
