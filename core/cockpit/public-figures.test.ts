import { expect, test } from 'vitest'
import {
  publicCount,
  publicPart,
  publicPoints,
  publicRate,
  publicTotal,
  withoutSmall,
} from './public-figures.ts'

const said = ({ rate, bound, num, den }: ReturnType<typeof publicRate>) => [rate, bound, num, den]

test.each([
  ['all is said where both parts are large', 60, 100, [0.6, 'exact', 60, 100]],
  ['none is said: zero names nobody', 0, 100, [0, 'exact', 0, 100]],
  ['all of them, too', 100, 100, [1, 'exact', 100, 100]],
  ['a small part is a bound', 3, 40, [0.23, 'atMost', null, 40]],
  ['every small part gives the same bound', 9, 40, [0.23, 'atMost', null, 40]],
  ['ten is not small', 10, 40, [0.25, 'exact', 10, 40]],
  ['a small rest is a bound, too', 97, 100, [0.91, 'atLeast', null, 100]],
  ['and the same for every small rest', 91, 100, [0.91, 'atLeast', null, 100]],
  ['where part and rest are small nothing is said but how many', 8, 15, [null, 'exact', null, 15]],
  ['under ten not even that', 4, 9, [null, 'exact', null, null]],
  ['of none at all it is said that there were none', 0, 0, [null, 'exact', null, 0]],
] as const)('%s: %i of %i', (_why, num, den, expected) => {
  expect(said(publicRate({ num, den }, 10))).toEqual(expected)
})

test('no two different small numbers give different answers: nothing can be read back', () => {
  for (let den = 10; den <= 200; den += 1) {
    const answers = new Set<string>()
    for (let num = 1; num < 10 && num < den; num += 1)
      if (den - num >= 10 || den - num === 0)
        answers.add(JSON.stringify(publicRate({ num, den }, 10)))
    expect(answers.size).toBeLessThanOrEqual(1)
  }
})

test.each([
  ['few were late: the part in time is a bound of the whole', 85, 90, [0.81, 'atLeast', null, 100]],
  ['none was late', 90, 90, [0.9, 'exact', 90, 100]],
  ['many were late', 60, 90, [0.6, 'exact', 60, 100]],
] as const)('%s', (_why, part, whole, expected) => {
  expect(said(publicPart({ num: part, den: 100 }, { num: whole, den: 100 }, 10))).toEqual(expected)
})

test('late cannot be had by subtracting what is published, whatever the numbers', () => {
  for (let den = 10; den <= 120; den += 7)
    for (let whole = 0; whole <= den; whole += 1)
      for (let part = Math.max(0, whole - 9); part < whole; part += 1) {
        const all = publicRate({ num: whole, den }, 10)
        const inTime = publicPart({ num: part, den }, { num: whole, den }, 10)
        if (all.num === null || inTime.num === null) continue
        const late = all.num - inTime.num
        expect(late === 0 || late >= 10).toBe(true)
      }
})

test.each([
  [
    [40, 12, 3],
    [40, null, null],
  ],
  [
    [40, 12, 0],
    [40, 12, 0],
  ],
  [
    [5, 4, 30],
    [null, null, 30],
  ],
  [
    [5, 0, 0],
    [null, 0, 0],
  ],
] as const)('%o shows %o', (counts, shown) => {
  expect(withoutSmall(counts, 10)).toEqual(shown)
})

test('counts under ten are not said, months stand in steps', () => {
  expect([0, 9, 10].map((n) => publicCount(n, 10))).toEqual([0, null, 10])
  expect(publicPoints([0.932, null, 0.5])).toEqual([0.95, null, 0.5])
})

test.each([
  ['all of them stand in the list: nothing is left to find', 40, 40, 40],
  ['many do not', 40, 25, 40],
  ['three do not: the difference would tell of them', 40, 37, null],
  ['one does not', 12, 11, null],
  ['ten do not', 40, 30, 40],
  ['too few at all', 4, 4, null],
  ['none', 0, 0, 0],
] as const)('a total beside a list, %s', (_why, n, listed, expected) => {
  expect(publicTotal(n, listed, 10)).toBe(expected)
})
