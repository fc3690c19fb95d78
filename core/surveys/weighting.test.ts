// What the desk reads of a weighting: no group of few, and none that the others give away by subtraction.
import { expect, test } from 'vitest'
import { type WeightingReport, shownReport } from './weighting.ts'

const label = { zh: '组', en: 'Group' }
const reportOf = (counts: readonly number[]) => {
  const sheets = counts.reduce((sum, count) => sum + count, 0)
  const groups = counts.map((count) => ({
    label,
    sheets: count,
    answered: count / sheets,
    lives: 1 / counts.length,
    weighted: 1 / counts.length,
  }))
  const dimensions = [{ dimension: 'age', title: label, unanswered: 0, groups }]
  return { empty: [], least: 0.5, most: 5, dimensions } as unknown as WeightingReport
}
const shown = (counts: readonly number[]) =>
  shownReport(reportOf(counts), 10).dimensions[0]!.groups.map(({ sheets }) => sheets)

test.each([
  ['nobody is few', [40, 60, 10], [40, 60, 10]],
  ['one is few: the next smallest goes with it', [7, 60, 43], [null, 60, null]],
  ['two are few, and not few together', [7, 60, 5], [null, 60, null]],
  ['two are few together too: a third goes with them', [2, 60, 5, 30], [null, 60, null, null]],
  ['two alike: one of them is enough', [3, 30, 30], [null, null, 30]],
  ['nobody at all gives nobody away', [0, 60, 40], [0, 60, 40]],
  ['two groups, one of few: both', [4, 96], [null, null]],
  ['few in all', [4, 3], [null, null]],
])('%s', (_what, counts, wanted) => {
  expect(shown(counts)).toEqual(wanted)
})

test('with a hidden group its shares are hidden, and who lives here stays known', () => {
  const [few] = shownReport(reportOf([7, 60, 43]), 10).dimensions[0]!.groups
  expect(few).toMatchObject({ sheets: null, answered: null, weighted: null, lives: 1 / 3 })
})

test('the heaviest weight beside who lives here would be the number of the hidden group', () => {
  expect(shownReport(reportOf([4, 60, 36]), 10)).toMatchObject({ least: null, most: null })
  expect(shownReport(reportOf([40, 60, 10]), 10)).toMatchObject({ least: 0.5, most: 5 })
})
