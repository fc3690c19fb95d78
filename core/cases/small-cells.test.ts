import { expect, test } from 'vitest'
import { hiddenSiblings, share, spread } from './small-cells.ts'

test('rates round half up to four decimals, and small cells stay silent', () => {
  expect(share(1, 16, 10)).toEqual({ num: 1, den: 16, rate: 0.0625, hidden: false })
  expect(share(1, 32, 10).rate).toBe(0.0313)
  expect(share(3, 9, 10)).toEqual({ num: 3, den: 9, rate: null, hidden: true })
  expect(share(0, 0, 0).rate).toBeNull()
  const ten = Array.from({ length: 10 }, (_, i) => 10 - i)
  expect(spread(ten, 10)).toEqual({ n: 10, median: 5, p90: 9, hidden: false })
  expect(spread([...ten, 11], 10)).toMatchObject({ median: 6, p90: 10 })
})

test('one hidden sibling takes the next smallest with it', () => {
  const hidden = (counts: Record<string, number>) => [
    ...hiddenSiblings(new Map(Object.entries(counts)), 10),
  ]
  expect(hidden({ a: 30, b: 4, c: 12 })).toEqual(['b', 'c'])
  expect(hidden({ a: 3, b: 4, c: 12 })).toEqual(['a', 'b'])
  expect(hidden({ a: 30, c: 12 })).toEqual([])
})
