import { expect, test } from 'vitest'
import { publicPart, publicPoints, publicRate } from './public-figures.ts'

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
  ['the base is left out: nothing is said', { num: true, den: true }, [null, 'exact', null, null]],
  ['the part is left out for a neighbour', { num: true, den: false }, [null, 'exact', null, 100]],
  ['nothing is left out', { num: false, den: false }, [0.6, 'exact', 60, 100]],
] as const)('for the sake of others: %s', (_why, out, expected) => {
  expect(said(publicRate({ num: 60, den: 100 }, 10, out))).toEqual(expected)
})

test('that there was none is not said where it is left out', () => {
  const out = { num: true, den: true }
  expect(said(publicRate({ num: 0, den: 0 }, 10, out))).toEqual([null, 'exact', null, null])
})

test('where the whole is not said its part gives no bound of it', () => {
  const [part, whole] = [
    { num: 85, den: 100 },
    { num: 90, den: 100, out: true },
  ]
  const out = { num: true, den: false }
  expect(said(publicPart(part, whole, 10, out))).toEqual([null, 'exact', null, 100])
})

test('months stand in steps', () => {
  expect(publicPoints([0.932, null, 0.5])).toEqual([0.95, null, 0.5])
})
