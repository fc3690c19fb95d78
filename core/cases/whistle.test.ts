// 吹哨报到 as tables: who calls, who arrives, who settles, and what each leaves.
import { describe, expect, test } from 'vitest'
import { onward, whistled } from '#testing/case-stories.ts'
import { handled, handling, job, local, people, settingsAt, to } from '#testing/case-town.ts'
import { decideWake } from './wake.ts'
import { publicSentenceOf, sentenceOf } from './sentences.ts'
import { unitsOfChain } from './shown.ts'
import { contributions } from './tallies.ts'

const { liu, wu, he, chen, cao, qian, feng, pan, guo, du, stranger } = people
const names = { liu, wu, he, chen, cao, qian, feng, pan, guo, du, stranger }
const allowed = (may: (who: (typeof names)[keyof typeof names]) => string) =>
  Object.entries(names)
    .filter(([, who]) => may(who) !== 'not_yours')
    .map(([name]) => name)

test('the heads of street and district call; a unit, or the layer that called, says who is there', () => {
  expect(allowed((who) => handling().tries(who).whistle())).toEqual(['cao', 'du'])
  const story = whistled()
  expect(allowed((who) => story.tries(who).arrive())).toEqual(['cao', 'qian', 'feng'])
  expect(allowed((who) => story.tries(who).arrive({ unit: to.property }))).toEqual(['cao', 'pan'])
  expect(allowed((who) => story.tries(who).settleWhistle())).toEqual(['cao'])
  expect(allowed((who) => story.tries(who).rateWhistle())).toEqual(['qian', 'feng'])
})

test('whoever came has come, also when the work was handed in or given on meanwhile', () => {
  expect(whistled().by(qian).handle().tries(qian).arrive()).toBe('done')
  expect(
    whistled().by(qian).dispatch({ to: to.bureau }).tries(pan).arrive({ unit: to.property }),
  ).toBe('done')
  expect(handled().tries(cao).whistle()).toBe('not_possible_now')
})

test('a called unit is let in to the case, and stays', () => {
  expect(unitsOfChain(handling().file)).toEqual([20])
  expect(unitsOfChain(whistled().file)).toEqual([20, 22])
})

test('no clock moves', () => {
  const before = handling()
  const after = before.copy().by(cao).whistle().by(qian).arrive().by(cao).settleWhistle()
  expect([after.file.clocks, after.file.state]).toEqual([before.file.clocks, before.file.state])
})

describe('the time to meet passes', () => {
  const called = () =>
    handling()
      .by(cao)
      .whistle({ meetBy: local('2026-03-04 10:00') })
  test('a job looks at that time, and once somebody is missing it is said, once', () => {
    const story = called()
    expect(story.file.wakeAt).toBe(local('2026-03-04 10:00'))
    expect(story.tries(job).meetByPasses()).toBe('not_due')
    story.by(qian).arrive().at('2026-03-04 10:00')
    expect(decideWake(story.file, settingsAt(story.now)).ok).toBe(true)
    const state = story.file.state
    story.by(job).meetByPasses()
    expect(story.entries.at(-1)).toMatchObject({
      move: 'meetByPasses',
      audience: 'staff',
      facts: { arrived: 1, called: 2 },
    })
    expect(sentenceOf(story.entries.at(-1)!).zh).toContain('2个单位到了1个')
    expect([story.file.state, story.file.wakeAt]).toEqual([state, null])
    expect(story.tries(job).meetByPasses()).toBe('not_due')
    expect(decideWake(story.file, settingsAt(story.now))).toMatchObject({ refusal: 'not_due' })
  })
  test('all are there, or it was settled: nothing to say', () => {
    const there = called().by(qian).arrive().by(pan).arrive({ unit: to.property })
    expect(there.file.wakeAt).toBeNull()
    expect(called().by(cao).settleWhistle().file.wakeAt).toBeNull()
  })
  test('nobody but the job says it', () => {
    expect(allowed((who) => called().at('2026-03-04 10:01').tries(who).meetByPasses())).toEqual([])
  })
  test('a wait for the reporter ends at its own time, not at the meeting’s', () => {
    const story = called().by(qian).waitForReporter().at('2026-03-04 10:00')
    story.by(job).meetByPasses()
    expect(story.file.state).toBe('WAITING_REPORTER')
    expect(decideWake(story.file, settingsAt(story.now))).toMatchObject({ refusal: 'not_due' })
  })
})

describe('counted by the time the units were called for', () => {
  const counts = (story: ReturnType<typeof whistled>) => {
    const of = contributions(story.file, 'Asia/Shanghai').get('100 2026-03-04')?.counts ?? {}
    return [of.called ?? 0, of.arrived_on_time ?? 0]
  }
  const toTomorrow = () =>
    handling()
      .by(cao)
      .whistle({ meetBy: local('2026-03-04 10:00') })
  test.each([
    ['nobody is there', () => toTomorrow(), [2, 0]],
    [
      'at ten sharp is in time',
      () => toTomorrow().at('2026-03-04 10:00').by(qian).arrive(),
      [2, 1],
    ],
    ['a minute later is not', () => toTomorrow().at('2026-03-04 10:01').by(qian).arrive(), [2, 0]],
    [
      'seen by the caller',
      () => toTomorrow().by(cao).arrive().by(pan).arrive({ unit: to.property }),
      [2, 2],
    ],
  ])('%s', (_when, story, expected) => {
    expect(counts(story())).toEqual(expected)
  })
})

test('the words of both sides stay apart, and the unit may think again', () => {
  const story = whistled().by(cao).settleWhistle().by(qian).rateWhistle().by(feng).rateWhistle()
  expect(story.file.whistles[0]?.calls.map((c) => [c.ratedByCaller, c.ratedByUnit])).toEqual([
    ['well', 'fair'],
    ['well', null],
  ])
})

test('a second whistle is a call of its own', () => {
  const story = whistled().by(cao).settleWhistle().by(cao).whistle()
  expect(story.tries(qian).arrive({ whistle: 2 })).toBe('done')
  expect(story.file.whistles.map((each) => each.serial)).toEqual([1, 2])
  expect(onward().by(guo).acceptDuty().tries(cao).whistle()).toBe('done')
})

test('the sentences, and what anybody reads of them', () => {
  const naming = { area: () => ({ zh: '长生桥镇', en: 'Changshengqiao' }) }
  const said = (story: ReturnType<typeof whistled>) => sentenceOf(story.entries.at(-1)!, naming).zh
  const open = (story: ReturnType<typeof whistled>) =>
    publicSentenceOf(story.entries.at(-1)!, naming).zh
  expect(said(whistled())).toBe('长生桥镇召集2个单位于3月3日 10:00 前到场：按规定办理。')
  expect(open(whistled())).toBe('长生桥镇召集2个单位于3月3日 10:00 前到场。')
  expect(said(whistled().by(qian).arrive())).toBe('单位20已到场。')
  const late = whistled().minutes(90).by(cao).arrive()
  expect(said(late)).toBe('单位20已到场，晚于约定的时间（召集方见证）。')
  const settled = whistled().by(qian).arrive().by(cao).settleWhistle()
  expect(said(settled)).toBe('会商完毕，1个单位到场，商定：明天一起挖开：三家分工。')
  expect(open(settled)).toBe('会商完毕，1个单位到场。')
})
