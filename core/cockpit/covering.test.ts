import { expect, test } from 'vitest'
import { type Cell, type Sum, leftOut } from './covering.ts'

const cell = (count: number, more: Partial<Cell> = {}): Cell => ({
  count,
  limit: 10,
  unsaid: false,
  ...more,
})
/** A total and its parts, all on pages. */
const shown = (counts: readonly number[], sums: readonly Sum[]) => {
  const out = leftOut(
    counts.map((count) => cell(count)),
    sums,
  )
  return counts.map((count, i) => (out[i] ? null : count))
}
const one = [{ total: 0, parts: [1, 2, 3] }]
const street = [
  { total: 0, parts: [1, 2] },
  { total: 1, parts: [3, 4] },
  { total: 2, parts: [5, 6] },
]

test.each([
  ['nothing is small', one, [60, 20, 25, 15], [60, 20, 25, 15]],
  ['one alone takes the next smallest', one, [55, 40, 12, 3], [55, 40, null, null]],
  ['none is nothing to hide', one, [52, 40, 12, 0], [52, 40, 12, 0]],
  [
    'two small ones that are ten together hide one another',
    one,
    [40, 30, 5, 5],
    [40, 30, null, null],
  ],
  ['two that are fewer together take a third', one, [38, 30, 5, 3], [38, null, null, null]],
  ['the only one takes the total', one, [5, 5, 0, 0], [null, null, 0, 0]],
  ['many small ones under a total', one, [20, 7, 6, 7], [20, null, null, null]],
  [
    'a small community takes its sister, not the street, which can still be had from the other street',
    street,
    [90, 43, 47, 40, 3, 27, 20],
    [90, 43, 47, null, null, 27, 20],
  ],
  [
    'where the whole street is small, so is what would give it away one level up',
    street,
    [48, 4, 44, 4, 0, 24, 20],
    [48, null, null, null, 0, 24, null],
  ],
] as const)('%s', (_why, sums, counts, expected) => {
  expect(shown(counts, sums)).toEqual(expected)
})

test('what is on no page cannot be hidden, so that what gives it away is', () => {
  // A hundred were due, ninety-five done: the five that were not stand nowhere.
  const cells = [cell(100), cell(95), cell(5, { unsaid: true })]
  expect(leftOut(cells, [{ total: 0, parts: [1, 2] }])).toEqual([false, true, true])
})

test('two that are said to be under ten give one another away by their sum', () => {
  const few = { saidFew: true }
  const cells = [cell(58), cell(40), cell(9, few), cell(9, few)]
  expect(leftOut(cells, one)).toEqual([false, true, true, true])
  expect(leftOut([cell(58), cell(40), cell(9), cell(9)], one)).toEqual([false, false, true, true])
})

test('without a base nothing is said of its part', () => {
  const cells = [cell(9, { takes: [1] }), cell(0), cell(9, { unsaid: true })]
  expect(leftOut(cells, [{ total: 0, parts: [1, 2] }])).toEqual([true, true, true])
})
