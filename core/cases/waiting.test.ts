// Honest lateness: what stops a clock, what moves it, and who has to agree.
import { describe, expect, test } from 'vitest'
import { due, ticking } from '#testing/case-readings.ts'
import {
  asked,
  extended,
  said,
  suspended,
  suspendedAlmostAYear,
  suspensionAsked,
  waiting,
} from '#testing/case-stories.ts'
import { handled, handling, job, people, sorted } from '#testing/case-town.ts'
import { currentRound } from './case.ts'

const { cao, du, feng, he, ma, qian, wu } = people
const running = ['HANDLE', 'RESPOND', 'WHOLE']

test('reaching the reporter ends RESPOND, trying does not', () => {
  expect(ticking(handling().by(qian).contact({ reached: false }))).toEqual(running)
  expect(ticking(handling().by(qian).contact())).toEqual(['HANDLE', 'WHOLE'])
})

describe('an extension', () => {
  test('counts from the old due, on the promise and on the whole', () => {
    const story = asked()
    expect([
      due(story, 'HANDLE'),
      due(story, 'WHOLE'),
      ticking(story).includes('EXTENSION'),
    ]).toEqual(['2026-03-06 09:00', '2026-03-10 09:00', true])
    story.at('2026-03-05 09:00').by(he).grantExtension()
    expect([due(story, 'HANDLE'), due(story, 'WHOLE'), ticking(story)]).toEqual([
      '2026-03-09 09:00',
      '2026-03-11 09:00',
      running,
    ])
  })
  test('that was refused does not count', () => {
    const story = asked()
      .by(he)
      .refuseExtension()
      .by(qian)
      .requestExtension()
      .by(he)
      .grantExtension()
    story.by(qian).requestExtension().by(he).grantExtension()
    expect([
      currentRound(story.file).extensionsGranted,
      story.tries(qian).requestExtension(),
    ]).toEqual([2, 'two_granted'])
  })
  test('granted late leaves the case overdue', () => {
    const story = asked().at('2026-03-12 09:00').by(he).grantExtension()
    expect(due(story, 'HANDLE')).toBe('2026-03-09 09:00')
  })
  test('dies with the work handed in', () => {
    expect(asked().by(qian).handle().file.extensions[0]?.state).toBe('withdrawn')
  })
  test('is decided by the head of the giving side only', () => {
    expect([asked().tries(wu).grantExtension(), asked().tries(feng).grantExtension()]).toEqual([
      'not_yours',
      'not_yours',
    ])
  })
})

describe('a suspension', () => {
  test('asked for stops nothing and is for staff to read', () => {
    const story = suspensionAsked()
    expect([story.file.state, ticking(story), story.entries.at(-1)?.audience]).toEqual([
      'HANDLING',
      running,
      'staff',
    ])
  })
  test('approved by a second person stops the promise and the whole, never the call', () => {
    const story = suspended()
    expect([story.file.state, ticking(story)]).toEqual([
      'SUSPENDED',
      ['HANDLE|', 'RESPOND', 'WHOLE|'],
    ])
    expect(story.file.suspension).toMatchObject({ by: 'qian', approvedBy: 'he' })
  })
  test('resumes by itself on the review date, with the time that was left', () => {
    const story = suspended().at('2026-04-02 00:00').by(job).resume()
    expect([story.file.state, due(story, 'HANDLE'), ticking(story)]).toEqual([
      'HANDLING',
      '2026-04-06 18:00',
      running,
    ])
    expect(story.file.suspension).toBeNull()
  })
  test('cannot hide that it was overdue', () => {
    const story = handling().at('2026-03-06 10:00').by(qian).suspend().by(he).suspend()
    expect([due(story, 'HANDLE'), ticking(story)]).toEqual([
      '2026-03-06 09:00',
      ['HANDLE', 'RESPOND', 'WHOLE|'],
    ])
  })
  test('before any dispatch stops the search for a unit', () => {
    const story = sorted().by(wu).suspend().by(he).suspend()
    expect(ticking(story)).toEqual(['DISPATCH|', 'WHOLE|'])
    expect(story.by(he).resume().file.state).toBe('TRIAGED')
  })
  test('withdraws a request for more time', () => {
    expect(asked().by(qian).suspend().by(he).suspend().file.extensions[0]?.state).toBe('withdrawn')
  })
  test('refused with a reason leaves the clocks as they were, and may be asked for again', () => {
    const story = suspensionAsked().by(he).refuseSuspension()
    expect([story.file.suspensionAsk, ticking(story), story.entries.at(-1)?.audience]).toEqual([
      null,
      running,
      'staff',
    ])
    expect([story.tries(he).refuseSuspension(), story.tries(qian).suspend()]).toEqual([
      'no_request',
      'done',
    ])
    expect(suspensionAsked().tries(wu).refuseSuspension()).toBe('not_yours')
  })
  test('beyond a year in one round is for the head of the layer above, once', () => {
    const story = suspendedAlmostAYear()
    expect([story.tries(he).suspend(), story.tries(wu).refuseSuspension()]).toEqual([
      'suspended_a_year',
      'not_yours',
    ])
    expect(story.tries(he).suspend({ reviewOn: '2026-03-20' })).toBe('done')
    story.by(cao).suspend()
    expect([story.file.state, currentRound(story.file).pastYear]).toEqual(['SUSPENDED', true])
    story.by(he).resume()
    expect(story.tries(qian).suspend()).toBe('suspended_a_year')
    expect(suspensionAsked().tries(du).suspend()).toBe('not_yours')
  })
  test('nobody approved is gone once the work moved on', () => {
    expect(suspensionAsked().by(qian).handle().file.suspensionAsk).toBeNull()
  })
})

describe('a question to the reporter', () => {
  test('stops the promise until the answer, and goes back to where it was', () => {
    const story = waiting()
    expect([story.file.state, ticking(story)]).toEqual([
      'WAITING_REPORTER',
      ['HANDLE|', 'RESPOND', 'WAIT', 'WHOLE|'],
    ])
    said(story.at('2026-03-04 09:00'), 'answer')
    expect([story.file.state, due(story, 'HANDLE'), ticking(story)]).toEqual([
      'HANDLING',
      '2026-03-09 09:00',
      running,
    ])
  })
  test('that nobody answers ends after seven days, and nobody closes for silence', () => {
    const story = waiting().at('2026-03-10 09:00').by(job).answer()
    expect([story.file.state, story.entries.at(-1)?.facts['silence']]).toEqual(['HANDLING', true])
  })
  test('in rework goes back to rework', () => {
    const story = handled().by(wu).checkFail().by(qian).waitForReporter()
    expect(story.by(ma).answer({ onBehalf: '电话' }).file.state).toBe('REWORK')
  })
})

test('what was given stays given over a rework', () => {
  const story = extended()
  const promised = due(story, 'HANDLE')
  story.by(qian).handle().by(wu).checkFail()
  expect(due(story, 'HANDLE')).toBe(promised)
})
