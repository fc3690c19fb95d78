import { expect, test } from 'vitest'
import { withoutSmall } from './small.ts'

test.each([
  [
    [40, 20, 30],
    [40, 20, 30],
  ],
  [
    [40, 3, 12],
    [40, null, null],
  ],
  [
    [40, 3, 2],
    [40, null, null],
  ],
  [[3], [null]],
  [
    [0, 40, 0],
    [0, 40, 0],
  ],
  [
    [0, 5, 0],
    [0, null, 0],
  ],
])('of %j a wall shows %j', (counts, shown) => {
  expect(withoutSmall(counts, 10)).toEqual(shown)
})
