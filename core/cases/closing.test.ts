// Closing, and the reporter's last word: yes, no, silence, a grade, a reopening; void and archive.
import { describe, expect, test } from 'vitest'
import { due, ticking } from '#testing/case-readings.ts'
import { asked, said, suspended, workedOn } from '#testing/case-stories.ts'
import { closed, filed, found, handling, job, people, reported } from '#testing/case-town.ts'
import { currentRound } from './case.ts'

const { cao, he, qian, stranger, wu } = people
const windows = ['CONFIRM', 'REOPEN', 'RESPOND']

test('closing opens both windows, of seven and of fifteen days', () => {
  const story = closed()
  expect([story.file.state, ticking(story)]).toEqual(['CLOSED', windows])
  expect([due(story, 'CONFIRM'), due(story, 'REOPEN')]).toEqual([
    '2026-03-10 09:30',
    '2026-03-18 09:30',
  ])
  expect(story.file.wakeAt).toBe('2026-03-10T01:30:00Z')
})

describe('the reporter', () => {
  test('confirms to the second of day seven', () => {
    const story = said(closed().at('2026-03-10 09:30:00'), 'confirm')
    expect([currentRound(story.file).answer, ticking(story)]).toEqual([
      'confirm',
      ['REOPEN', 'RESPOND'],
    ])
  })
  test('objects with a tap: a new round with the full limit, the old one stays', () => {
    const story = said(closed().at('2026-03-05 09:30'), 'object')
    expect([story.file.state, story.file.round, ticking(story)]).toEqual([
      'REOPENED',
      2,
      ['DISPATCH', 'WHOLE'],
    ])
    expect(story.file.rounds[0]).toMatchObject({
      undoneBy: 'object',
      answer: 'object',
      outcome: 'solved',
    })
    workedOn(story)
    expect([due(story, 'HANDLE'), ticking(story)]).toEqual([
      '2026-03-10 09:30',
      ['CHECK', 'RESPOND', 'WHOLE'],
    ])
  })
  test('says nothing: counted apart, and nothing is closed for it', () => {
    const story = closed().at('2026-03-10 09:31').by(job).windowPasses()
    expect([currentRound(story.file).answer, story.file.state]).toEqual(['silence', 'CLOSED'])
    expect(story.tries(story.voice).reopen()).toBe('done')
  })
  test('may reopen after confirming, until day fifteen', () => {
    const story = said(said(closed(), 'confirm').at('2026-03-18 09:30'), 'reopen')
    expect(story.file.rounds.map((r) => [r.answer, r.undoneBy])).toEqual([
      ['confirm', 'reporter'],
      [null, null],
    ])
  })
  test('changes the grade until the case is archived', () => {
    const story = closed()
    story.by(story.voice).rate({ grade: 2 })
    story.by(story.voice).rate({ grade: 4 })
    expect(currentRound(story.file).grade).toBe(4)
    story.at('2026-03-18 09:31').by(job).windowPasses().by(job).archive()
    expect(story.tries(story.voice).rate()).toBe('not_possible_now')
  })
  test('is not asked for a grade by strangers, and staff say how they were told', () => {
    expect(closed().tries(stranger).rate()).toBe('not_yours')
    expect(handling().tries(stranger).rate()).toBe('not_yours')
    expect(closed().tries(wu).rate({ onBehalf: '电话' })).toBe('done')
  })
})

test('a supervisor reopens before archiving, without a window', () => {
  const story = closed().at('2026-03-30 09:00').by(cao).reopen()
  expect(story.file.rounds[0]?.undoneBy).toBe('supervisor')
})
test('an open request for time does not follow into the next round', () => {
  const story = said(asked().by(qian).handle().by(wu).checkPass().by(he).close(), 'object')
  workedOn(story)
  expect(story.file.extensions.map((e) => e.state)).toEqual(['withdrawn'])
})

describe('void', () => {
  test('ends everything that was under way', () => {
    const story = suspended()
    story.file = { ...story.file, voices: [] }
    const gone = story.by(he).void()
    expect([gone.file.state, ticking(gone), gone.file.suspension, gone.file.resumeTo]).toEqual([
      'VOID',
      [],
      null,
      null,
    ])
    expect(gone.file.legs.map((l) => l.howEnded)).toEqual(['undone'])
  })
  test('takes another person than who entered or handled it', () => {
    expect(found({ by: he }).tries(he).void()).toBe('not_yours')
    expect(found({ by: wu }).tries(he).void()).toBe('done')
  })
  test('is no way out while another person’s words are in it', () => {
    expect(reported({ by: wu, source: 'COUNTER' }).tries(he).void()).toBe('others_reported_it')
  })
  test('is archived fifteen days after it was said, also of an old case', () => {
    const story = closed().at('2026-03-17 09:00').by(he).void()
    expect(story.at('2026-03-20 09:00').tries(job).archive()).toBe('window_open')
    expect(story.at('2026-04-01 09:00').tries(job).archive()).toBe('done')
  })
})

test('only what is over is archived', () => {
  expect(filed().tries(job).archive()).toBe('not_possible_now')
})
