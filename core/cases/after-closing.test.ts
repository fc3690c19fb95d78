// Checking that closed means closed: call-backs, the draw of samples, and what an outsider finds.
import { describe, expect, test } from 'vitest'
import { ticking } from '#testing/case-readings.ts'
import { said, selfHandled } from '#testing/case-stories.ts'
import { closed, job, people } from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { drawnFor } from '#testing/refusals-voices.ts'
import { drawn } from './sample.ts'
import { sentenceOf } from './sentences.ts'
import { contributions } from './tallies.ts'

const { cao, chen, liu, ma, wu } = people
const day7 = '2026-03-10 09:31'
const counted = (story: Story) => {
  const all: Record<string, number> = {}
  for (const { counts } of contributions(story.file, 'Asia/Shanghai').values())
    for (const [fact, n] of Object.entries(counts)) all[fact] = (all[fact] ?? 0) + n
  return all
}
const sentence = (story: Story, back = 1) => sentenceOf(story.entries.at(-back)!).zh
const silent = () => closed().at(day7).by(job).windowPasses()

describe('who is called back', () => {
  test('whoever left a number and said nothing in seven days', () => {
    expect(ticking(silent())).toContain('CALLBACK')
  })
  test('nobody who answered already: nothing is asked twice', () => {
    expect(ticking(said(closed(), 'confirm'))).not.toContain('CALLBACK')
    const early = closed().by(wu).callback()
    expect(ticking(early.at(day7).by(job).windowPasses())).not.toContain('CALLBACK')
  })
  test('nobody without a number', () => {
    const story = closed({ voice: { hasContact: false } })
    expect(ticking(story.at(day7).by(job).windowPasses())).not.toContain('CALLBACK')
  })
})

describe('a call back', () => {
  test('valid: counts as the answer and the grade, and ends the calling', () => {
    const story = silent().by(wu).callback({ solved: true, grade: 2 })
    expect(ticking(story)).not.toContain('CALLBACK')
    expect(counted(story)).toMatchObject({ answered: 1, answered_solved: 1, graded: 1, silent: 1 })
    expect(counted(story)['satisfied']).toBeUndefined()
    expect(sentence(story)).toBe('回访有效：反映人说已解决，评价不满意。')
  })
  test('the last answer counts, whichever way it was given', () => {
    const confirmed = said(closed(), 'confirm').minutes(10).by(wu).callback({ solved: false })
    expect(counted(confirmed)).toMatchObject({ answered: 1, confirmed: 1 })
    expect(counted(confirmed)['answered_solved']).toBeUndefined()
    const called = closed().by(wu).callback({ solved: false, grade: null }).minutes(10)
    expect(counted(said(called, 'confirm'))).toMatchObject({ answered: 1, answered_solved: 1 })
    const undone = closed().by(wu).callback({ solved: true, grade: null }).minutes(10)
    expect(counted(said(undone, 'object'))['answered_solved']).toBeUndefined()
  })
  test('nobody reached is tried three times; another reason ends it at once', () => {
    const story = silent().by(wu).callback({ valid: false })
    expect(ticking(story)).toContain('CALLBACK')
    story.by(wu).callback({ valid: false }).by(ma).callback({ valid: false })
    expect(ticking(story)).not.toContain('CALLBACK')
    expect(counted(story)).toMatchObject({ invalid_unreachable: 3 })
    const court = silent().by(wu).callback({ valid: false, reason: 'in_court' })
    expect(ticking(court)).not.toContain('CALLBACK')
    expect([counted(court)['answered'], sentence(court)]).toEqual([
      undefined,
      '回访无效：已进入诉讼。',
    ])
  })
  test('a new round may be called three times anew', () => {
    const story = silent()
    for (let i = 0; i < 3; i += 1) story.by(wu).callback({ valid: false })
    story.file = { ...story.file, round: 2 }
    expect(story.tries(wu).callback()).toBe('done')
  })
})

describe('the draw', () => {
  const closings = Array.from({ length: 25 }, (_each, id) => ({ id, luck: ((id * 7) % 25) / 25 }))
  test.each([
    ['8 % of 25 are two', 8, 0.2, 2],
    ['10 % of 25 are two, or three on a lucky day', 10, 0.2, 2],
    ['10 % of 25 on a lucky day', 10, 0.5, 3],
    ['5 % of 25 are one', 5, 0.2, 1],
    ['none of none', 10, 0.9, 0],
  ])('%s', (_name, percent, ofDay, count) => {
    const from = count === 0 ? [] : closings
    expect(drawn(from, percent, ofDay)).toHaveLength(count)
  })
  test('by luck alone, in whatever order they come', () => {
    const ids = (list: typeof closings) => drawn(list, 8, 0.2).map((each) => each.id)
    expect(ids(closings.toReversed())).toEqual(ids(closings))
  })
  test('one closing a day: 8 days of 100 draw it', () => {
    const days = Array.from({ length: 100 }, (_each, i) => i / 100)
    const total = days.reduce((sum, day) => sum + drawn(closings.slice(0, 1), 8, day).length, 0)
    expect(total).toBe(8)
  })
})

describe('an outsider looks', () => {
  const settled = () => selfHandled().at('2026-03-03 15:00').by(liu).close({ words: '扫干净了' })
  test('done: it stays closed, and archive no longer waits', () => {
    const story = drawnFor(said(closed(), 'confirm')).at('2026-03-18 09:31')
    expect(story.tries(job).archive()).toBe('window_open')
    story.by(chen).sampleCheck()
    expect([story.file.state, story.file.wakeAt]).toEqual(['CLOSED', '2026-03-18T01:30:00Z'])
    expect(story.tries(job).archive()).toBe('done')
    expect(counted(story)).toMatchObject({ sampled: 1, closed: 1 })
  })
  test('not done: reopened at once, and the self-handled find is taken back out', () => {
    const story = drawnFor(settled())
    expect(counted(story)).toMatchObject({ self_handled: 1 })
    story.by(chen).sampleCheck({ judgement: 'not_done', words: '垃圾还在' })
    expect([story.file.state, story.file.round]).toEqual(['REOPENED', 2])
    expect(
      story.entries.slice(-2).map((e) => [e.move, e.facts['by'] ?? e.facts['judgement']]),
    ).toEqual([
      ['sampleCheck', 'not_done'],
      ['reopen', 'sample'],
    ])
    expect(sentence(story, 2)).toBe('抽查发现未办结，重新办理（垃圾还在）。')
    expect(counted(story)).toMatchObject({ sampled: 1, samples_not_done: 1, closings_undone: 1 })
    expect(counted(story)['self_handled']).toBeUndefined()
    expect(story.file.rounds[0]).toMatchObject({ undoneBy: 'sample' })
  })
  test('a supervisor looks at any time, drawn or not', () => {
    const story = closed().by(cao).sampleCheck()
    expect(story.file.samples).toMatchObject([{ serial: 1, drawnAt: null, judgement: 'done' }])
  })
  test('the judged round is drawn no second time', () => {
    const story = drawnFor(closed()).by(chen).sampleCheck()
    expect(() => drawnFor(story)).toThrow('cannot be drawn')
  })
})

test('the journal says nothing of a draw before somebody looked', () => {
  const story = closed()
  const before = story.entries.length
  drawnFor(story)
  expect([story.entries.length, story.file.version]).toEqual([before, story.file.version])
})
