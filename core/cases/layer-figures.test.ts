// A layer's figures, told by journals of the town: what counts as received, refused, vouched for, and in whose hands the
// time of an overdue round was.
import { describe, expect, test } from 'vitest'
import { local, people, reported, settingsAt, to } from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { sameReceiver } from './case.ts'
import type { Receiver } from './case.ts'
import { layerFigures } from './layer-figures.ts'
import type { LayerCase, LayerFigures } from './layer-figures.ts'

const { cao, chen, guo, he, ma, qian, wu } = people
const march = { from: local('2026-03-01 00:00'), to: local('2026-04-01 00:00') }

const caseOf = ({ file, entries }: Story): LayerCase => ({
  entries,
  legs: file.legs,
  clocks: file.clocks,
})
function ask(stories: readonly Story[], of: Receiver, more = {}): LayerFigures {
  const now = stories
    .map((story) => story.now)
    .toSorted()
    .at(-1)!
  const settings = { asOf: now, smallCell: 10, calendar: settingsAt(now).calendar, ...more }
  const receives = (receiver: Receiver) => sameReceiver(receiver, of)
  return layerFigures(stories.map(caseOf), { receives, period: march }, settings)
}

/** To the street at 9:00, to the bureau at 10:00, done at 11:00, passed at 11:30, vouched for at 11:45. */
const vouched = (): Story =>
  reported()
    .at('2026-03-03 09:00')
    .by(wu)
    .accept()
    .by(wu)
    .triage()
    .by(wu)
    .dispatch({ to: to.street })
    .by(chen)
    .acceptDuty()
    .at('2026-03-03 10:00')
    .by(chen)
    .dispatch({ to: to.bureau })
    .by(guo)
    .acceptDuty()
    .at('2026-03-03 11:00')
    .by(guo)
    .handle()
    .at('2026-03-03 11:30')
    .by(chen)
    .checkPass()
    .at('2026-03-03 11:45')
    .by(chen)
    .confirmOnward()

test('the worked example: the street received one leg and was refused once, the bureau two and never', () => {
  const story = vouched().by(ma).checkFail()
  story.by(cao).dispatch({ to: to.bureau }).by(guo).acceptDuty().by(guo).handle()
  story.by(cao).checkPass().by(chen).confirmOnward().by(ma).checkPass().by(he).close()
  expect(ask([story], to.street)).toMatchObject({
    received: 1,
    handedIn: 2,
    refused: 1,
    confirmedOnward: 2,
    returned: 0,
    signed: { num: 1, den: 1 },
  })
  expect(ask([story], to.bureau)).toMatchObject({
    received: 2,
    handedIn: 2,
    refused: 0,
    confirmedOnward: 0,
    signed: { num: 2, den: 2 },
  })
})

describe('what is counted, and where', () => {
  test('a return is the receiver’s; a reroute and an upheld dispatch are received anew', () => {
    const story = reported().by(wu).accept().by(wu).triage().by(wu).dispatch().by(qian).return()
    story.by(chen).uphold().by(qian).acceptDuty().by(qian).return()
    story.by(wu).reroute({ to: to.grid })
    expect(ask([story], to.post)).toMatchObject({ received: 2, returned: 2, signed: { den: 2 } })
    expect(ask([story], to.grid)).toMatchObject({ received: 1, signed: { num: 0, den: 0 } })
  })
  test('signing is a duty of its due: late, not yet due, and given back in time', () => {
    const given = () => reported().by(wu).accept().by(wu).triage().by(wu).dispatch()
    const late = given().at('2026-03-03 16:00').by(qian).acceptDuty()
    expect(ask([late], to.post).signed).toMatchObject({ num: 0, den: 1 })
    expect(ask([given().minutes(10)], to.post).signed).toMatchObject({ num: 0, den: 0 })
    expect(ask([given().minutes(10).by(qian).return()], to.post).signed).toMatchObject({
      num: 1,
      den: 1,
    })
  })
  test('void and merged cases are in none, and another period has none of this one', () => {
    const story = reported({ voice: null, by: wu }).by(ma).accept().by(ma).triage().by(ma)
    const given = story.dispatch()
    expect(ask([given], to.post).received).toBe(1)
    given.by(he).void({ code: 'test_entry' })
    expect(ask([given], to.post).received).toBe(0)
    const april = { from: march.to, to: local('2026-05-01 00:00') }
    const one = vouched()
    const settings = { asOf: one.now, smallCell: 10, calendar: settingsAt(one.now).calendar }
    const scope = { receives: () => true, period: april }
    expect(layerFigures([caseOf(one)], scope, settings)).toMatchObject({ received: 0, handedIn: 0 })
  })
  test('ten confirmations have a median that is one of them; nine have none', () => {
    const nine = Array.from({ length: 9 }, () => vouched())
    expect(ask(nine, to.street).confirmMinutes).toEqual({
      n: 9,
      median: null,
      p90: null,
      hidden: true,
    })
    expect(ask([...nine, vouched()], to.street).confirmMinutes).toMatchObject({
      n: 10,
      median: 15,
      hidden: false,
    })
  })
})

describe('the share of overdue time', () => {
  /** Due on Friday 09:00 of the third work day; handed in on the Monday after. */
  const late = (): Story => {
    const story = reported().at('2026-03-03 09:00').by(wu).accept().by(wu).triage({ tier: 'T2' })
    story.by(wu).dispatch({ to: to.street }).by(chen).acceptDuty()
    story.at('2026-03-04 09:00').by(chen).dispatch({ to: to.bureau }).by(guo).acceptDuty()
    return story.at('2026-03-09 09:00').by(guo).handle()
  }
  test('a day with the street, three with the bureau: none of it is anybody’s else', () => {
    const day = 8 * 3600
    expect(ask([late()], to.street).held).toMatchObject({ num: day, den: 4 * day, rounds: 1 })
    expect(ask([late()], to.bureau).held).toMatchObject({ num: 3 * day, den: 4 * day })
    expect(ask([late()], to.post).held).toMatchObject({ num: 0, den: 0, rounds: 0 })
  })
  test('what was in time is not asked', () => {
    expect(ask([vouched()], to.street).held.rounds).toBe(0)
  })
  test('ten rounds make a rate, and overdue ones that are still open count too', () => {
    const open = () => {
      const story = reported().at('2026-03-03 09:00').by(wu).accept().by(wu).triage({ tier: 'T2' })
      return story.by(wu).dispatch().by(qian).acceptDuty().at('2026-03-09 09:00')
    }
    const ten = Array.from({ length: 10 }, open)
    expect(ask(ten, to.post).held).toMatchObject({ rounds: 10, rate: 1, hidden: false })
    expect(ask(ten.slice(1), to.post).held).toMatchObject({ rounds: 9, rate: null, hidden: true })
  })
  test('a suspension in time is nobody’s time', () => {
    const story = reported().at('2026-03-03 09:00').by(wu).accept().by(wu).triage({ tier: 'T2' })
    story.by(wu).dispatch().by(qian).acceptDuty()
    story.at('2026-03-03 11:00').by(qian).suspend().by(he).suspend()
    story.at('2026-03-12 09:00').by(he).resume().at('2026-03-20 09:00')
    const { held } = ask([story], to.post)
    expect([held.rounds, held.num === held.den]).toEqual([1, true])
    // Two hours before, and six whole work days since it went on.
    expect(held.num).toBe((2 + 6 * 8) * 3600)
  })
})
