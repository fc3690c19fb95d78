// Setting facts right: which of it moves a due, and which must not.
import { describe, expect, test } from 'vitest'
import { due } from '#testing/case-readings.ts'
import { ownWork } from '#testing/case-stories.ts'
import { dispatched, handling, people, reported, sorted } from '#testing/case-town.ts'

const { qian, wu, he } = people
const reason = '核对后更正'

test('a note, a photo, a paper or another place moves no clock: INV 13', () => {
  const story = handling()
  const before = story.file.clocks
  story
    .by(qian)
    .note()
    .by(qian)
    .note({ words: '', photos: ['b'.repeat(64)] })
    .by(qian)
    .attach({ photos: ['c'.repeat(64)], words: '许可' })
  const filedName = { zh: '二网格', en: 'Grid 2' }
  story.by(wu).correct({
    field: 'place',
    filedAreaId: 101,
    gridId: 101,
    point: null,
    address: null,
    filedName,
    reason,
  })
  expect(story.file.clocks).toEqual(before)
  expect([story.file.filedAreaId, story.file.gridId]).toEqual([101, 101])
})

describe('another tier', () => {
  test('replaces both limits from the same start', () => {
    const story = dispatched().minutes(60).by(wu).correct({ field: 'tier', tier: 'T3', reason })
    expect([due(story, 'HANDLE'), due(story, 'WHOLE')]).toEqual([
      '2026-03-10 09:00',
      '2026-03-12 09:00',
    ])
  })
  test('never falls into the past: at least what was used', () => {
    const story = handling()
      .at('2026-03-05 17:00')
      .by(wu)
      .correct({ field: 'urgency', urgent: true, reason })
    expect([due(story, 'HANDLE'), story.tries(qian).handle()]).toEqual(['2026-03-05 17:00', 'done'])
  })
  test('raised by handing on leaves a due alone that has passed', () => {
    const story = handling()
      .at('2026-03-09 09:00')
      .by(qian)
      .dispatch({ to: { areaId: 2, unitId: 21 }, tier: 'T4' })
    expect([due(story, 'HANDLE'), story.file.tier]).toEqual(['2026-03-06 09:00', 'T4'])
  })
})

test('a report found to be urgent is to be received at once', () => {
  expect(due(reported().by(wu).correct({ field: 'urgency', urgent: true, reason }), 'ACCEPT')).toBe(
    '2026-03-03 09:15',
  )
})
test('a category with a limit of its own brings it', () => {
  const story = handling().by(wu).correct({ field: 'category', category: 'NOISE', reason })
  expect([due(story, 'HANDLE'), story.file.categoryClass]).toEqual(['2026-03-05 09:00', 'C'])
})
test('who holds the work may ask less time of himself, not more', () => {
  const shorter = { field: 'category', category: 'NOISE', reason } as const
  const longer = { field: 'tier', tier: 'T3', reason } as const
  expect([ownWork().tries(he).correct(shorter), ownWork().tries(he).correct(longer)]).toEqual([
    'done',
    'needs_second_person',
  ])
})
test('while returned, only the giver corrects', () => {
  const story = sorted()
    .by(wu)
    .dispatch({ to: { areaId: 3, unitId: null } })
    .by(people.chen)
    .dispatch({ to: { areaId: 2, unitId: 21 } })
  story.by(people.guo).return()
  expect([story.tries(wu).correct(), story.tries(people.cao).correct()]).toEqual([
    'not_yours',
    'done',
  ])
})
