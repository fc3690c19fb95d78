// From the report to the file: which clocks run, who is asked, what a contest can undo.
import { describe, expect, test } from 'vitest'
import { due, ticking } from '#testing/case-readings.ts'
import { guided, said } from '#testing/case-stories.ts'
import { closed, filed, found, job, people, reported } from '#testing/case-town.ts'
import { isPublicMatter } from './case.ts'

const { wu, chen, zhou, he, liu } = people

describe('a report', () => {
  test('is there to be received within four work hours', () => {
    const story = reported()
    expect([story.file.state, ticking(story), due(story, 'ACCEPT')]).toEqual([
      'REPORTED',
      ['ACCEPT'],
      '2026-03-03 15:00',
    ])
    expect(story.file.voices).toEqual([
      { serial: 1, recordedBy: 'voice', channel: 'RESIDENT_WEB', hasContact: true },
    ])
  })
  test('urgent, by word or by category, is there for a quarter of an hour, also at night', () => {
    expect(due(reported({ urgent: true, at: '2026-03-03 23:50' }), 'ACCEPT')).toBe(
      '2026-03-04 00:05',
    )
    expect(reported({ category: 'GAS' }).file.urgent).toBe(true)
  })
  test('found by staff has no voice, and nobody else’s words', () => {
    expect(found().file).toMatchObject({ voices: [], createdBy: 'zhou' })
  })
  test('keeps no contact, place or name in its journal', () => {
    expect(JSON.stringify(reported().entries)).not.toMatch(/lon|lat|phone|name":"/)
  })
})

describe('looking before filing', () => {
  const looking = () => reported().minutes(60).by(wu).verifyBeforeFiling()
  test('stops the clock of acceptance until the verifier answers', () => {
    const story = looking()
    expect([story.file.state, ticking(story)]).toEqual(['VERIFYING', ['ACCEPT|', 'VERIFY']])
    expect(story.tries(liu).verified()).toBe('not_yours')
    story.at('2026-03-03 14:00').by(zhou).verified()
    expect([story.file.state, ticking(story), due(story, 'ACCEPT')]).toEqual([
      'REPORTED',
      ['ACCEPT'],
      '2026-03-03 17:00',
    ])
  })
  test('can be called off by who asked', () => {
    const story = looking().by(wu).verifyBeforeFiling({ verifier: null })
    expect([story.file.state, story.file.verifier, ticking(story)]).toEqual([
      'REPORTED',
      null,
      ['ACCEPT'],
    ])
    expect(story.tries(wu).verifyBeforeFiling({ verifier: null })).toBe('not_possible_now')
  })
  test('may be done by the clerk who only wrote down what somebody said', () => {
    const call = reported({ by: wu, source: 'RESIDENT_PHONE' })
    expect(call.tries(chen).verifyBeforeFiling({ verifier: 'wu' })).toBe('done')
  })
})

test('filing starts the whole and the search for somebody who works', () => {
  const story = filed()
  expect([story.file.state, ticking(story)]).toEqual(['ACCEPTED', ['DISPATCH', 'WHOLE']])
  expect([due(story, 'WHOLE'), due(story, 'DISPATCH')]).toEqual([
    '2026-03-10 09:00',
    '2026-03-03 15:00',
  ])
  expect(isPublicMatter(story.file, true)).toBe(true)
})

test('the sorting sets the limit by tier, and an urgent matter is to be given out at once', () => {
  const story = filed().by(wu).triage({ tier: 'T3' })
  expect([story.file.state, due(story, 'WHOLE')]).toEqual(['TRIAGED', '2026-03-12 09:00'])
  expect(due(filed().by(wu).triage({ urgent: true }), 'DISPATCH')).toBe('2026-03-03 09:15')
})

test('a grid leader sorts what lies in his own grid, and nothing else', () => {
  expect(filed().tries(liu).triage()).toBe('done')
  expect(filed().tries(people.sun).triage()).toBe('not_yours')
})

describe('a refusal', () => {
  const refusal = () => reported().by(wu).notAccept()
  test('names whose it is, and stops every clock', () => {
    const story = refusal()
    expect([story.file.state, ticking(story)]).toEqual(['NOT_ACCEPTED', []])
    expect(story.file.refused).toMatchObject({ body: '供电公司' })
    expect(isPublicMatter(story.file, true)).toBe(false)
  })
  test('is contested once, and decided by somebody above who took no part', () => {
    const story = said(refusal(), 'contest')
    expect([story.file.state, ticking(story)]).toEqual(['CONTESTED', ['CONTEST']])
    expect(story.tries(he).decideContest()).toBe('not_yours')
    const upheld = story.copy().by(chen).decideContest()
    expect([upheld.file.state, upheld.file.round, ticking(upheld)]).toEqual([
      'ACCEPTED',
      1,
      ['DISPATCH', 'WHOLE'],
    ])
    const stands = story.by(chen).decideContest({ upheld: false })
    expect([stands.file.state, ticking(stands)]).toEqual(['NOT_ACCEPTED', []])
  })
  test('is archived after fifteen days', () => {
    const story = refusal()
    expect(story.at('2026-03-18 08:59').tries(job).archive()).toBe('window_open')
    expect(story.at('2026-03-18 09:00').by(job).archive().file.state).toBe('ARCHIVED')
  })
})

describe('a private matter', () => {
  test('closes with guidance, keeps its windows and is not for the public', () => {
    const story = guided()
    expect([story.file.state, ticking(story)]).toEqual(['CLOSED', ['CONFIRM', 'REOPEN']])
    expect(story.entries.at(-1)).toMatchObject({ audience: 'voices', to: 'CLOSED' })
    expect(isPublicMatter(story.file, true)).toBe(false)
  })
  test('called so wrongly begins a new round, and the closing is undone', () => {
    const story = said(guided(), 'contest').by(chen).decideContest()
    expect([story.file.state, story.file.round, story.file.matter]).toEqual(['ACCEPTED', 2, null])
    expect(story.file.rounds.map((r) => r.undoneBy)).toEqual(['contest', null])
    expect(ticking(story)).toEqual(['DISPATCH', 'WHOLE'])
  })
  test('called so rightly goes back to its windows, which ran on', () => {
    const story = said(guided(), 'contest').by(chen).decideContest({ upheld: false })
    expect([story.file.state, ticking(story)]).toEqual(['CLOSED', ['CONFIRM', 'REOPEN']])
    story.at('2026-03-11 09:00').by(job).windowPasses()
    expect(story.file.rounds[0]?.answer).toBe('silence')
  })
})

test('only a guided closing is contested', () => {
  const story = closed()
  expect(story.tries(story.voice).contest()).toBe('not_possible_now')
})
