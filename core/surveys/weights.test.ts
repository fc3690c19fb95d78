// Weights against the figures of R's `survey` package (testing/vectors/survey-weights.R), and what must hold of any.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Margin, postStratify, rake, worthOf } from './weights.ts'

type Reference = Record<'age' | 'sex' | 'tenure' | 'base' | 'cross', number[]> & {
  margins: Record<'age' | 'sex' | 'tenure', number[]>
  bounds: [number, number]
  kish: number
} & Record<'postStratify' | 'postStratifyCross' | 'rake' | 'calibrate' | 'bounded', number[]>

const vectors = new URL('../../testing/vectors/survey-weights.json', import.meta.url)
const r = JSON.parse(readFileSync(vectors, 'utf8')) as Reference
const base = Float64Array.from(r.base)
const names = ['age', 'sex', 'tenure'] as const
const margins: Margin[] = names.map((name) => ({
  name,
  codes: r[name].map((code) => code - 1),
  totals: r.margins[name],
}))

function furthest(ours: ArrayLike<number>, theirs: readonly number[]): number {
  return theirs.reduce((most, their, i) => Math.max(most, Math.abs(ours[i]! - their) / their), 0)
}

test('post-stratification gives the weights of postStratify, by one question and by a cross of two', () => {
  expect(furthest(postStratify(base, margins[0]!).weights, r.postStratify)).toBeLessThan(1e-9)
  const cells = r.age.map((age, i) => age - 1 + 4 * (r.sex[i]! - 1))
  const crossed = postStratify(base, { name: 'cells', codes: cells, totals: r.cross })
  expect(furthest(crossed.weights, r.postStratifyCross)).toBeLessThan(1e-9)
  expect(crossed.report.converged).toBe(true)
})

test('raking gives the weights of rake and of calibrate with calfun = "raking"', () => {
  const { weights, report } = rake(base, margins)
  expect(furthest(weights, r.rake)).toBeLessThan(1e-8)
  expect(furthest(weights, r.calibrate)).toBeLessThan(1e-8)
  expect(report.converged).toBe(true)
})

test('with bounds it gives the weights of calibrate with the same bounds, with rows at both of them', () => {
  const scale = 10_000 / r.base.reduce((sum, weight) => sum + weight, 0)
  const start = base.map((weight) => weight * scale)
  const [low, high] = r.bounds
  const { weights, report } = rake(start, margins, { bounds: { low, high } })
  expect(furthest(weights, r.bounded)).toBeLessThan(1e-7)
  expect(report).toMatchObject({ converged: true, atBound: 42, empty: [] })
  expect(report.effective).toBeCloseTo(r.kish, 4)
  expect(report.designEffect).toBeCloseTo(400 / r.kish, 6)
})

test('equal weights are worth as many answers as there are; none are worth none', () => {
  expect(worthOf([2, 2, 2, 2])).toMatchObject({ effective: 4, designEffect: 1, least: 2, most: 2 })
  expect(worthOf([])).toEqual({ rows: 0, effective: 0, designEffect: 0, least: 0, most: 0 })
})

test('a group that nobody answered for is named, and margins that bounds forbid are not said to be met', () => {
  const start = Float64Array.from([1, 1, 1, 1])
  const codes = [0, 0, 0, 1]
  const missing = rake(start, [{ name: 'age', codes, totals: [2, 1, 1] }])
  expect(missing.report).toMatchObject({
    converged: false,
    empty: [{ margin: 'age', category: 2 }],
  })
  const bounded = rake(start, [{ name: 'age', codes, totals: [1, 3] }], {
    bounds: { low: 0.5, high: 2 },
    roundsMax: 50,
  })
  expect(bounded.report.converged).toBe(false)
  expect(bounded.report.gapMost).toBeGreaterThan(0.1)
  expect(Math.max(...bounded.weights)).toBe(2)
})

test('whoever gave no answer to a question of weighting is not moved by it', () => {
  const start = Float64Array.from([1, 1, 1])
  const { weights } = rake(start, [{ name: 'age', codes: [0, 1, -1], totals: [1.5, 0.5] }])
  expect([...weights]).toEqual([1.5, 0.5, 1])
})

test('whatever the margins, weights are met, positive and within their bounds, and doing it again changes nothing', () => {
  const rows = fc.array(
    fc.tuple(fc.nat(2), fc.nat(1), fc.double({ min: 0.2, max: 3, noNaN: true })),
    {
      minLength: 30,
      maxLength: 120,
    },
  )
  const truth = fc.tuple(
    fc.array(fc.double({ min: 0.6, max: 1.6, noNaN: true }), { minLength: 3, maxLength: 3 }),
    fc.array(fc.double({ min: 0.6, max: 1.6, noNaN: true }), { minLength: 2, maxLength: 2 }),
  )
  fc.assert(
    fc.property(rows, truth, (answers, [first, second]) => {
      // Margins of a population that can be reached: made by weights within the bounds.
      const bounds = { low: 0.36, high: 2.56 }
      const true1 = answers.map(([a, b, weight]) => weight * first[a]! * second[b]!)
      const totals = (which: 0 | 1, size: number) =>
        Array.from({ length: size }, (_, code) =>
          true1.reduce((sum, weight, i) => sum + (answers[i]![which] === code ? weight : 0), 0),
        )
      const known: Margin[] = [
        { name: 'a', codes: answers.map(([a]) => a), totals: totals(0, 3) },
        { name: 'b', codes: answers.map(([, b]) => b), totals: totals(1, 2) },
      ]
      const start = Float64Array.from(answers, ([, , weight]) => weight)
      const { weights, report } = rake(start, known, { bounds })
      expect(report.converged).toBe(true)
      weights.forEach((weight, i) => {
        expect(weight / start[i]!).toBeGreaterThanOrEqual(bounds.low - 1e-9)
        expect(weight / start[i]!).toBeLessThanOrEqual(bounds.high + 1e-9)
      })
      expect(report.effective).toBeLessThanOrEqual(answers.length + 1e-6)
      expect(furthest(rake(weights, known).weights, [...weights])).toBeLessThan(1e-6)
    }),
    { numRuns: 150 },
  )
})
