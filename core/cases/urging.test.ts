// Who urges, how often, who supervises, and who owes the answer.
import { describe, expect, test } from 'vitest'
import { supervised, urgedByReporter } from '#testing/case-stories.ts'
import { found, handling, local, people, reported, settingsAt } from '#testing/case-town.ts'
import { dayOf } from './tallies.ts'
import { publicSentenceOf, sentenceOf } from './sentences.ts'
import { workdayOf } from './urging.ts'

const { liu, zhou, mei, wu, he, chen, cao, qian, feng, deng, du, stranger } = people
const names = { liu, zhou, mei, wu, he, chen, cao, qian, feng, deng, du, stranger }
const allowed = (may: (who: (typeof names)[keyof typeof names]) => string) =>
  Object.entries(names)
    .filter(([, who]) => may(who) !== 'not_yours')
    .map(([name]) => name)

describe('the work day an urging counts for', () => {
  const { calendar } = settingsAt(local('2026-03-03 09:00'))
  test.each([
    ['2026-03-06 23:59', '2026-03-06'],
    ['2026-03-07 10:00', '2026-03-09'],
    ['2026-03-08 10:00', '2026-03-09'],
    ['2026-03-09 00:00', '2026-03-09'],
  ])('%s is of %s', (at, day) => {
    expect(workdayOf(local(at), calendar)).toBe(day)
  })
})

test('the reporter urges again on the next work day', () => {
  const story = urgedByReporter()
  expect(story.at('2026-03-03 23:00').tries(story.voice).urge()).toBe('urged_today')
  expect(story.at('2026-03-04 00:10').tries(story.voice).urge()).toBe('done')
})

test('written down for the reporter it is the reporter’s word of the day; staff’s own are not counted', () => {
  const story = urgedByReporter()
  expect(story.tries(wu).urge({ onBehalf: '电话' })).toBe('urged_today')
  expect(story.by(wu).urge().tries(wu).urge()).toBe('done')
  expect(found().tries(wu).urge({ onBehalf: '电话' })).toBe('not_yours')
})

test('who urges, who supervises, who answers', () => {
  const story = handling()
  expect(allowed((who) => story.tries(who).urge())).toEqual(['liu', 'wu', 'he', 'chen', 'cao'])
  expect(allowed((who) => story.tries(who).supervise())).toEqual(['cao', 'du'])
  const asked = supervised()
  expect(allowed((who) => asked.tries(who).answerSupervision())).toEqual(['qian', 'feng'])
  const early = reported().by(cao).supervise()
  expect(allowed((who) => early.tries(who).answerSupervision())).toEqual([
    'wu',
    'he',
    'chen',
    'cao',
  ])
})

test('neither moves a clock, a state or a round', () => {
  const before = handling()
  const after = before.copy().by(cao).supervise().by(qian).answerSupervision().by(wu).urge()
  expect([after.file.clocks, after.file.state, after.file.rounds, after.file.wakeAt]).toEqual([
    before.file.clocks,
    before.file.state,
    before.file.rounds,
    before.file.wakeAt,
  ])
})

test('each day of it is counted where the case is filed', () => {
  const { file } = supervised()
  expect(file.supervisions.map(({ at }) => dayOf(at, 'Asia/Shanghai'))).toEqual(['2026-03-03'])
})

test('the sentences: for staff with the words, for anybody without', () => {
  const naming = { area: () => ({ zh: '长生桥镇', en: 'Changshengqiao' }) }
  const said = (story: ReturnType<typeof handling>) => {
    const entry = story.entries.at(-1)!
    return [sentenceOf(entry, naming).zh, publicSentenceOf(entry, naming).zh]
  }
  expect(said(urgedByReporter())).toEqual(['反映人催办：请抓紧。', '反映人催办。'])
  expect(said(handling().by(wu).urge())).toEqual(['催办：请抓紧。', '催办。'])
  expect(said(supervised())).toEqual([
    '长生桥镇督办，3月3日 11:00 前答复：按规定办理。',
    '长生桥镇督办，3月3日 11:00 前答复。',
  ])
  expect(said(supervised().by(qian).answerSupervision())[1]).toBe('承办单位答复长生桥镇督办。')
})
