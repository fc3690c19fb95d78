// Giving work and giving it back: the one promise runs on, whoever holds the case.
import { describe, expect, test } from 'vitest'
import { due, stack, ticking } from '#testing/case-readings.ts'
import { returned, returnedTwice } from '#testing/case-stories.ts'
import { dispatched, handling, people, sorted, to } from '#testing/case-town.ts'
import { currentRound } from './case.ts'

const { chen, feng, guo, he, ma, pan, qian, wu } = people
const whole = ['RESPOND', 'WHOLE']

test('the first dispatch of a round starts the promise, the signing and the call', () => {
  const story = dispatched()
  expect([story.file.state, ticking(story)]).toEqual([
    'DISPATCHED',
    ['HANDLE', 'RESPOND', 'SIGN', 'WHOLE'],
  ])
  expect([due(story, 'HANDLE'), due(story, 'SIGN')]).toEqual([
    '2026-03-06 09:00',
    '2026-03-03 15:00',
  ])
  expect(story.file.handovers).toBe(0)
})
test('without a contact there is nobody to call', () => {
  expect(ticking(dispatched({ voice: { hasContact: false } }))).toEqual(['HANDLE', 'SIGN', 'WHOLE'])
})
test('a category with a limit of its own keeps it, whatever the tier', () => {
  expect(due(dispatched({ category: 'NOISE' }), 'HANDLE')).toBe('2026-03-05 09:00')
})
test('an urgent case has four hours of the clock', () => {
  expect(due(dispatched({ urgent: true, at: '2026-03-03 20:00' }), 'HANDLE')).toBe(
    '2026-03-04 00:00',
  )
})
test('signing ends its clock and nothing else', () => {
  expect(ticking(handling())).toEqual(['HANDLE', ...whole])
})
test('handing on signs for what was not signed, and moves no due', () => {
  const story = dispatched()
  const promised = due(story, 'HANDLE')
  story.minutes(30).by(qian).dispatch({ to: to.bureau })
  expect([stack(story), due(story, 'HANDLE'), story.file.handovers]).toEqual([
    ['3/20', '2/21'],
    promised,
    1,
  ])
  expect(
    story.file.clocks.filter((k) => k.kind === 'SIGN' && k.endedAt === null).map((k) => k.leg),
  ).toEqual([2])
})

describe('a return', () => {
  test('leaves HANDLE running, and the giver has to dispatch again', () => {
    const story = returned()
    expect([story.file.state, ticking(story)]).toEqual([
      'RETURNED',
      ['DISPATCH', 'HANDLE', ...whole],
    ])
  })
  test('by the head of the unit is not too late on the third day', () => {
    const story = handling().at('2026-03-06 09:00')
    expect([story.tries(qian).return(), story.tries(feng).return()]).toEqual([
      'return_too_late',
      'done',
    ])
  })
  test('after exactly one working day is in time', () => {
    expect(handling().at('2026-03-04 09:00').tries(qian).return()).toBe('done')
  })
  test('rerouted judges the first dispatch wrong; upheld judges it right', () => {
    const story = returned()
    const promised = due(story, 'HANDLE')
    const elsewhere = story.copy().by(wu).reroute()
    expect(currentRound(elsewhere.file).firstDispatch).toBe('wrong')
    expect([stack(elsewhere), elsewhere.file.handovers]).toEqual([['10/22'], 1])
    const upheld = story.by(wu).uphold()
    expect(currentRound(upheld.file).firstDispatch).toBe('standing')
    expect([stack(upheld), upheld.file.handovers]).toEqual([['3/20'], 0])
    for (const each of [elsewhere, upheld])
      expect([due(each, 'HANDLE'), ticking(each)]).toEqual([
        promised,
        ['HANDLE', 'RESPOND', 'SIGN', 'WHOLE'],
      ])
  })
  test('upheld a second time by another person is in order', () => {
    const story = returned().by(wu).uphold().by(qian).return()
    expect([story.tries(wu).uphold(), story.tries(ma).uphold()]).toEqual([
      'needs_second_person',
      'done',
    ])
  })
  test('lets go whom the unit had called for help, and its request for time', () => {
    const story = handling().by(qian).addAssist().by(qian).requestExtension().by(qian).return()
    expect(story.file.legs.filter((l) => l.endedAt === null)).toEqual([])
    expect([story.file.extensions[0]?.state, ticking(story).includes('EXTENSION')]).toEqual([
      'withdrawn',
      false,
    ])
  })
  test('of a further layer goes to the layer that gave it', () => {
    const story = handling().by(qian).dispatch({ to: to.bureau }).by(guo).return()
    expect([story.tries(wu).reroute(), story.tries(feng).uphold()]).toEqual(['not_yours', 'done'])
    expect(stack(story)).toEqual(['3/20'])
  })
})

describe('a transfer', () => {
  test('swaps the top layer under the same giver; the due stays', () => {
    const story = handling().at('2026-03-05 17:00')
    const promised = due(story, 'HANDLE')
    story.by(wu).transfer({ code: 'wrong_unit' })
    expect([story.file.state, stack(story), due(story, 'HANDLE')]).toEqual([
      'DISPATCHED',
      ['10/22'],
      promised,
    ])
    expect(story.file.legs.map((l) => l.howEnded)).toEqual(['transferred', null])
    expect([currentRound(story.file).firstDispatch, story.file.handovers]).toEqual(['wrong', 1])
  })
  test('inside one house is the holder’s own business', () => {
    expect(handling().tries(qian).transfer({ sameHead: true })).toBe('done')
  })
  test('a third one, or one out of a unit that may not return again, is decided above the giver', () => {
    const twice = handling().by(wu).transfer({ to: to.bureau }).by(wu).transfer({ to: to.property })
    expect([
      twice.tries(he).transfer({ to: to.post }),
      twice.tries(chen).transfer({ to: to.post }),
    ]).toEqual(['transferred_twice', 'done'])
    expect(returnedTwice().tries(chen).transfer()).toBe('done')
  })
})

test('an assistant works beside the lead, and is waited for', () => {
  const story = sorted()
    .by(wu)
    .dispatch({ assists: [to.property] })
    .by(qian)
    .acceptDuty()
  expect([stack(story), story.tries(qian).handle()]).toEqual([['3/20'], 'others_still_open'])
  story.by(pan).assistDone()
  expect(story.tries(qian).handle()).toBe('done')
})

test('an assistant called off is waited for no more, and does not report afterwards', () => {
  const story = handling().by(qian).addAssist()
  story.by(wu).withdrawAssist()
  expect([story.tries(qian).handle(), story.tries(pan).assistDone()]).toEqual(['done', 'not_yours'])
  expect(story.tries(qian).withdrawAssist()).toBe('not_possible_now')
})
