// The grids are redrawn under an open case: it goes along with whom it was given to, and no clock moves.
import { expect, test } from 'vitest'
import { closed, handling, job, people, reported, sorted, to } from '#testing/case-town.ts'
import { contributions } from './tallies.ts'
import { sentenceOf } from './sentences.ts'

const { wu, liu } = people

test('an open case goes to the new grid, clocks and holder as they were', () => {
  const story = handling()
  const before = story.file
  story.by(job).redraw()
  expect([story.file.filedAreaId, story.file.gridId]).toEqual([101, 101])
  expect(story.file.clocks).toEqual(before.clocks)
  expect(story.file.legs).toEqual(before.legs)
})

test('it is counted once, where it lies now', () => {
  const story = handling()
  const sum = () =>
    [...contributions(story.file, 'Asia/Shanghai').values()]
      .map(({ areaId, counts }) => [areaId, counts.filed_p ?? 0] as const)
      .filter(([, n]) => n > 0)
  expect(sum()).toEqual([[100, 1]])
  story.by(job).redraw()
  expect(sum()).toEqual([[101, 1]])
})

test('what the old grid’s team was given, the new one’s has', () => {
  const story = sorted().by(wu).dispatch({ to: to.grid })
  story.by(job).redraw()
  expect(story.file.legs.at(-1)?.receiver).toEqual(to.grid2)
  expect(story.tries(liu).acceptDuty()).toBe('not_yours')
})

test('a layer that waits keeps what ended already in its own name', () => {
  const story = sorted().by(wu).dispatch({ to: to.grid }).by(liu).acceptDuty()
  const ended = story.by(liu).return().file.legs
  story.by(job).redraw()
  expect(story.file.legs).toEqual(ended)
})

test.each([
  ['a closed case stays', () => closed().tries(job).redraw(), 'not_possible_now'],
  [
    'nothing to carry',
    () =>
      reported()
        .tries(job)
        .redraw({ filedAreaId: 100, gridId: 100, heirOf: (id) => id }),
    'not_possible_now',
  ],
])('%s', (_what, tried, answer) => {
  expect(tried()).toBe(answer)
})

test('anybody reads what happened', () => {
  const entry = handling().by(job).redraw().entries.at(-1)!
  expect(sentenceOf(entry)).toEqual({
    zh: '网格重新划分，这件事从第一网格改归第二网格（3月3日起）。',
    en: 'The grids were redrawn: from Grid 1 this case goes to Grid 2 (since 3 Mar).',
  })
})
