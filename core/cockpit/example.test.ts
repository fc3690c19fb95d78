import { expect, test } from 'vitest'
import { type TileKey, tileKeys } from './contract.ts'
import { exampleCases } from './example-cases.ts'
import { exampleOf } from './example.ts'

const none: readonly TileKey[] = ['27a', '27b', '27c']

test.each(tileKeys.filter((key) => !none.includes(key)))(
  '%s has an example that counts something',
  (key) => {
    const example = exampleOf(key)
    expect(example).not.toBeNull()
    expect(example!.value).not.toBeNull()
  },
)

test.each(tileKeys)('the cases named for %s are as many as its fraction says', (key) => {
  const example = exampleOf(key)
  if (example?.unit !== 'rate') return
  expect([example.above.length, example.below.length]).toEqual([example.num, example.den])
  const known = exampleCases.map(({ n }) => n)
  for (const n of [...example.above, ...example.below]) expect(known).toContain(n)
})

test.each([
  ['2', [2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ['3b', [1, 3, 5, 6, 11], [1, 3, 4, 5, 6, 7, 8, 11]],
  ['3d', [1, 3, 5, 6, 11], [1, 3, 4, 5, 6, 7, 8, 11]],
  ['3e', [6], [1, 3, 4, 5, 6, 7, 8, 11]],
  ['4a', [6], [1, 3, 4, 5, 6, 7, 8, 11]],
  ['4b', [3, 7], [1, 2, 3, 3, 4, 5, 6, 7, 11, 12]],
  ['7', [1, 3, 4, 6, 7, 7, 8, 9, 10, 11], [1, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11]],
  ['9a', [1, 4, 5, 6], [1, 4, 5, 6, 7, 8]],
  ['9b', [1, 4, 6], [1, 4, 6, 7]],
  ['9c', [1, 4, 6], [1, 4, 6]],
  ['10', [9], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ['11', [2, 3, 11], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ['12', [3], [1, 2, 3]],
  ['13', [11], [11, 11]],
] as const)('%s: %o of %o', (key, above, below) => {
  const example = exampleOf(key)!
  expect([example.above, example.below]).toEqual([above, below])
})
