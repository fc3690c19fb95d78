// Who had it in hand, and how long by the clock of the whole matter: the layers' shares explain lateness afterwards.
import { describe, expect, test } from 'vitest'
import { people, reported, settingsAt, to } from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { heldByLeg, holdingLeg, holdsOf, wholeClock } from './holding.ts'
import { nextStep } from './next-step.ts'

const { chen, cao, guo, he, ma, qian, wu } = people

/** Minutes of work time by leg; home is 0. */
function held(story: Story): Record<number, number> {
  const whole = wholeClock(story.file)!
  const { calendar } = settingsAt(story.now)
  const seconds = heldByLeg(story.file.legs, whole, calendar, story.now)
  return Object.fromEntries([...seconds].map(([leg, s]) => [leg ?? 0, s / 60]))
}

/** Filed at nine on a Tuesday, half an hour with the community, then with the street, then with the bureau. */
const threeLayers = (): Story =>
  reported()
    .at('2026-03-03 09:00')
    .by(wu)
    .accept()
    .by(wu)
    .triage({ tier: 'T2' })
    .minutes(30)
    .by(wu)
    .dispatch({ to: to.street, tier: 'T3' })
    .minutes(60)
    .by(chen)
    .dispatch({ to: to.bureau, tier: 'T4' })
    .by(guo)
    .acceptDuty()

test('each layer is charged while it has it in hand, the giver while it checks, nobody overnight', () => {
  const story = threeLayers()
  expect(held(story)).toEqual({ 0: 30, 1: 60 })
  // 10:30 to 12:00 and 14:00 to 18:00 on Tuesday, an hour on Wednesday.
  story.at('2026-03-04 09:00').by(guo).handle()
  expect(held(story)).toEqual({ 0: 30, 1: 60, 2: 90 + 240 + 60 })
})

test('a refused result comes back to the layer that vouched for it; checking is the giver’s time', () => {
  const story = threeLayers().at('2026-03-03 11:00').by(guo).handle()
  story.minutes(30).by(chen).checkPass().by(chen).confirmOnward()
  story.minutes(30).by(ma).checkFail()
  const { results } = story.file.legs[0]!
  expect(results).toMatchObject([{ at: expect.any(String), refusedAt: story.now }])
  expect(results[0]?.since).not.toBeNull()
  // Street: an hour, then half an hour of checking; home: half an hour, then half an hour of checking.
  expect(held(story)).toEqual({ 0: 60, 1: 90, 2: 30 })
  story.at('2026-03-03 15:00').by(cao).dispatch({ to: to.bureau })
  expect(held(story)).toEqual({ 0: 60, 1: 150, 2: 30 })
  expect(story.file.legs.at(-1)?.results).toEqual([])
})

test('the shares add up to the time of the whole matter, whatever happened', () => {
  const story = threeLayers().at('2026-03-03 16:20').by(guo).handle()
  story.at('2026-03-04 08:10').by(chen).checkPass().minutes(7).by(chen).confirmOnward()
  story.minutes(11).by(ma).checkPass().minutes(13).by(he).close()
  const whole = wholeClock(story.file)!
  const sum = Object.values(held(story)).reduce((a, b) => a + b, 0)
  // 09:00–12:00, 14:00–18:00, 08:00–08:41.
  expect([sum, whole.endedAt]).toEqual([180 + 240 + 41, story.now])
})

test('nobody holds what stands still, and whoever gave back holds it no more', () => {
  const story = reported()
    .at('2026-03-03 09:00')
    .by(wu)
    .accept()
    .by(wu)
    .triage()
    .by(wu)
    .dispatch()
    .minutes(20)
    .by(qian)
    .return()
  expect([held(story), holdingLeg(story.file)]).toEqual([{ 1: 20 }, null])
  story.minutes(10).by(chen).uphold().by(qian).acceptDuty()
  story.minutes(10).by(qian).suspend().by(he).suspend()
  const before = held(story)
  story.at('2026-03-05 09:00')
  expect([held(story), before]).toEqual([
    { 0: 10, 1: 20, 2: 10 },
    { 0: 10, 1: 20, 2: 10 },
  ])
})

test('a transfer with an hour left: the new unit begins at nothing', () => {
  const story = reported().at('2026-03-03 09:00').by(wu).accept().by(wu).triage().by(wu).dispatch()
  story.minutes(60).by(wu).transfer({ to: to.grid })
  expect(held(story)).toEqual({ 1: 60 })
  story.minutes(5)
  expect(held(story)).toEqual({ 1: 60, 2: 5 })
  const whole = wholeClock(story.file)!
  expect(holdsOf(story.file.legs, whole, story.now).map(({ leg }) => leg)).toEqual([1, 2])
})

describe('who must do what next', () => {
  const says = (story: Story) => {
    const step = nextStep(story.file)!
    const who = typeof step.who === 'string' ? step.who : `${step.who.areaId}/${step.who.unitId}`
    return `${who} ${step.what.zh} ${step.clock?.kind ?? '–'}`
  }
  const given = () => threeLayers()
  test.each<[string, () => Story, string]>([
    ['reported', () => reported(), '10/null 受理 ACCEPT'],
    ['filed', () => reported().by(wu).accept(), '10/null 分流并派遣 DISPATCH'],
    ['given', () => reported().by(wu).accept().by(wu).triage().by(wu).dispatch(), '3/20 签收 SIGN'],
    ['in work', given, '2/21 处置，交回结果 HANDLE'],
    ['handed in', () => given().by(guo).handle(), '3/null 核查 CHECK'],
    [
      'passed above',
      () => given().by(guo).handle().by(chen).checkPass(),
      '3/null 逐级确认 CONFIRM_ONWARD',
    ],
    [
      'vouched for',
      () => given().by(guo).handle().by(chen).checkPass().by(chen).confirmOnward(),
      '10/null 核查 CHECK',
    ],
    ['given back', () => given().by(guo).return(), '3/null 改派，或维持原派遣 DISPATCH'],
    ['waiting', () => given().by(guo).waitForReporter(), 'reporter 补充说明 WAIT'],
  ])('%s', (_, story, line) => {
    expect(says(story())).toBe(line)
  })
  test('after the last word nobody', () => {
    const story = reported().by(wu).notAccept()
    expect(nextStep(story.file)).toBeNull()
  })
})
