// Shares, means and intervals against the figures of R's `survey` package: svymean, its domains, fpc, svyciprop.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cannotTell, meanOf, meanOfFigures, shareOf } from './estimates.ts'
import type { Cell } from './tabulate.ts'

type Figures = { share: number[]; se: number[] }
type Reference = Record<'answer' | 'rare' | 'group' | 'bounded', number[]> &
  Record<'shares' | 'sharesOfGroup' | 'mean' | 'meanOfGroup' | 'fpc', Figures> &
  Record<'logitRare' | 'logitScore', [number, number, number]>

const vectors = new URL('../../testing/vectors/survey-weights.json', import.meta.url)
const r = JSON.parse(readFileSync(vectors, 'utf8')) as Reference
const sample = { sheets: 400, frame: null }

function cell(weights: readonly number[], member: (i: number) => boolean): Cell {
  const own = weights.filter((_, i) => member(i))
  return {
    n: own.length,
    weight: own.reduce((sum, weight) => sum + weight, 0),
    squares: own.reduce((sum, weight) => sum + weight ** 2, 0),
  }
}
const answers = (weights: number[], member: (i: number) => boolean) =>
  [1, 2, 3, 4, 5].map((score) => cell(weights, (i) => member(i) && r.answer[i] === score))
const everybody = () => true
const group = (i: number) => r.group[i] === 2

function agrees(
  parts: Cell[],
  base: Cell,
  theirs: Figures,
  of: { sheets: number; frame: number | null },
) {
  parts.forEach((part, i) => {
    const ours = shareOf(part, base, of)!
    expect(ours.value).toBeCloseTo(theirs.share[i]!, 9)
    expect(ours.error).toBeCloseTo(theirs.se[i]!, 9)
  })
}

test('weighted shares and their errors are those of svymean, of everybody and of a group', () => {
  agrees(answers(r.bounded, everybody), cell(r.bounded, everybody), r.shares, sample)
  agrees(answers(r.bounded, group), cell(r.bounded, group), r.sharesOfGroup, sample)
})

test('means of a scale and their errors are those of svymean', () => {
  for (const [member, theirs] of [
    [everybody, r.mean],
    [group, r.meanOfGroup],
  ] as const) {
    const ours = meanOf(answers(r.bounded, member), [1, 2, 3, 4, 5], sample)!
    expect([ours.value, ours.error]).toEqual([
      expect.closeTo(theirs.share[0]!, 8),
      expect.closeTo(theirs.se[0]!, 8),
    ])
    const figures = meanOfFigures(
      { values: Float64Array.from(r.answer), weights: Float64Array.from(r.bounded), member },
      sample,
    )!
    expect([figures.value, figures.error]).toEqual([
      expect.closeTo(ours.value, 12),
      expect.closeTo(ours.error, 12),
    ])
  }
})

test('400 of a frame of 1,000 are surer, by the finite population correction', () => {
  const ones = r.answer.map(() => 1)
  agrees(answers(ones, everybody), cell(ones, everybody), r.fpc, { sheets: 400, frame: 1000 })
})

test('intervals are those of svyciprop with its logit method, near zero too', () => {
  const base = cell(r.bounded, everybody)
  const rare = shareOf(
    cell(r.bounded, (i) => r.rare[i] === 1),
    base,
    sample,
  )!
  const high = shareOf(
    cell(r.bounded, (i) => r.answer[i]! >= 4),
    base,
    sample,
  )!
  for (const [ours, theirs] of [
    [rare, r.logitRare],
    [high, r.logitScore],
  ] as const)
    [ours.value, ours.low, ours.high].forEach((value, i) =>
      expect(value).toBeCloseTo(theirs[i]!, 8),
    )
})

test('nobody of a hundred does not mean nobody at all, unless all were asked', () => {
  const base = { n: 100, weight: 100, squares: 100 }
  const none = { n: 0, weight: 0, squares: 0 }
  const few = shareOf(none, base, { sheets: 100, frame: null })!
  expect([few.value, few.low]).toEqual([0, 0])
  expect(few.high).toBeCloseTo(0.0374, 3)
  const all = shareOf(none, base, { sheets: 100, frame: 100 })!
  expect(all.high).toBe(0)
  expect(shareOf(none, none, sample)).toBeNull()
})

test('an interval holds its value, stays between 0 and 1, and unequal weights never make it surer', () => {
  const weights = fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), {
    minLength: 20,
    maxLength: 80,
  })
  fc.assert(
    fc.property(weights, fc.nat(19), (list, yes) => {
      const of = { sheets: list.length, frame: null }
      const share = shareOf(
        cell(list, (i) => i < yes),
        cell(list, everybody),
        of,
      )!
      expect(share.low).toBeGreaterThanOrEqual(0)
      expect(share.high).toBeLessThanOrEqual(1)
      expect(share.low).toBeLessThanOrEqual(share.value)
      expect(share.high).toBeGreaterThanOrEqual(share.value)
    }),
  )
})

test('overlapping intervals leave the order open', () => {
  expect(cannotTell({ low: 0.1, high: 0.3 }, { low: 0.29, high: 0.4 })).toBe(true)
  expect(cannotTell({ low: 0.1, high: 0.2 }, { low: 0.21, high: 0.4 })).toBe(false)
})
