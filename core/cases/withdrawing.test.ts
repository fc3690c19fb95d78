// Taking back name, number or the leave to be called: what is taken, what stands still, what is refused.
import { describe, expect, test } from 'vitest'
import { ticking } from '#testing/case-readings.ts'
import { closed, dispatched, job, people, reported } from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { voiceActor } from '#core/people/actor.ts'
import { hasContact, mayCall } from './case.ts'
import { sentenceOf } from './sentences.ts'
import { takenBack } from './withdrawing.ts'

const day7 = '2026-03-10 09:31'
const reporter = (story: Story) => voiceActor(story.file.id, 1)
const silent = () => closed().at(day7).by(job).windowPasses()
const says = (story: Story) => sentenceOf(story.entries.at(-1)!).zh

describe('what is taken back', () => {
  test.each([
    ['both', { name: true, phone: true }, { name: true, phone: true }, ['name', 'phone']],
    ['the name alone', { name: true, phone: false }, { name: true, phone: true }, ['name']],
    ['what is not there', { name: true, phone: true }, { name: false, phone: true }, ['phone']],
    ['nothing', { name: false, phone: false }, { name: true, phone: true }, []],
  ])('%s', (_, wish, held, taken) => {
    expect(takenBack(wish, held)).toEqual(taken)
  })
})

test('the number taken back: the case goes on, and nobody owes a call or a first answer any more', () => {
  const story = dispatched()
  const before = story.file
  expect(ticking(story)).toContain('RESPOND')
  story.minutes(10).by(reporter(story)).withdrawContact()
  expect([story.file.state, story.file.lastAt, story.file.wakeAt]).toEqual([
    before.state,
    before.lastAt,
    before.wakeAt,
  ])
  expect(hasContact(story.file)).toBe(false)
  expect(ticking(story)).not.toContain('RESPOND')
  expect(says(story)).toBe('反映人收回了留的姓名和电话，已经删除。')
  expect(story.entries.at(-1)?.audience).toBe('voices')
  const called = silent()
  called.by(reporter(called)).withdrawContact({ name: false })
  expect(ticking(called)).not.toContain('CALLBACK')
  expect(called.tries(people.wu).callback()).toBe('no_contact_given')
})

test('no calls, please: the number stays for the work, the call back is no longer owed; and it can be allowed again', () => {
  const story = silent()
  story.by(reporter(story)).withdrawContact({ name: false, phone: false, calls: false })
  expect([hasContact(story.file), mayCall(story.file)]).toEqual([true, false])
  expect(ticking(story)).not.toContain('CALLBACK')
  expect(says(story)).toBe('反映人说不要打电话回访。')
  expect(story.tries(people.wu).callback()).toBe('calls_not_wished')
  story.by(reporter(story)).withdrawContact({ name: false, phone: false, calls: true })
  expect(story.tries(people.wu).callback()).toBe('done')
  expect(says(story)).toBe('反映人说可以打电话回访。')
})

test('said while it is being worked on, nobody is told to call afterwards', () => {
  const story = reported()
  story.by(reporter(story)).withdrawContact({ name: false, phone: false, calls: false })
  const closedOne = closed()
  closedOne.by(reporter(closedOne)).withdrawContact({ name: false, phone: false, calls: false })
  closedOne.at(day7).by(job).windowPasses()
  expect(ticking(closedOne)).not.toContain('CALLBACK')
})

test.each(['wu', 'zhou', 'stranger'] as const)('%s takes nothing back for the reporter', (who) => {
  expect(dispatched().tries(people[who]).withdrawContact()).toBe('not_yours')
})

test('neither another voice nor the same wish twice', () => {
  const story = dispatched()
  expect(story.tries(voiceActor(story.file.id, 2)).withdrawContact()).toBe('not_yours')
  expect(story.tries(voiceActor('another case', 1)).withdrawContact()).toBe('not_yours')
  const nothing = { name: false, phone: false, calls: null }
  expect(story.tries(reporter(story)).withdrawContact(nothing)).toBe('nothing_to_take_back')
  const allowed = { name: false, phone: false, calls: true }
  expect(story.tries(reporter(story)).withdrawContact(allowed)).toBe('nothing_to_take_back')
})
