// The worked example of loop.md 4: community › street › bureau of the district, one failed check, and back.
import { expect, test } from 'vitest'
import { due, stack, ticking } from '#testing/case-readings.ts'
import { people, reported, to } from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { currentRound } from './case.ts'
import type { ClockKind } from './clock.ts'

const { chen, cao, guo, he, ma, wu } = people

const limit = (story: Story, kind: ClockKind) =>
  story.file.clocks.find((k) => k.kind === kind)?.amount
const start = (story: Story, kind: ClockKind) =>
  story.file.clocks.find((k) => k.kind === kind)?.startedAt
const receivedBy = (story: Story, name: string) =>
  story.file.legs.filter((l) => `${l.receiver.areaId}/${l.receiver.unitId}` === name)

test('three layers: the district works, street and community each check before it closes', () => {
  const story = reported().by(wu).accept().by(wu).triage({ tier: 'T2' })
  expect([story.file.state, limit(story, 'WHOLE'), stack(story)]).toEqual(['TRIAGED', 5, []])
  expect(due(story, 'WHOLE')).toBe('2026-03-10 09:00')

  story.minutes(20).by(wu).dispatch({ to: to.street, tier: 'T3' })
  story.by(chen).acceptDuty()
  expect([story.file.state, stack(story)]).toEqual(['HANDLING', ['3']])
  expect([limit(story, 'HANDLE'), limit(story, 'WHOLE')]).toEqual([5, 7])
  expect([due(story, 'HANDLE'), due(story, 'WHOLE')]).toEqual([
    '2026-03-10 09:20',
    '2026-03-12 09:00',
  ])
  const [handleFrom, wholeFrom] = [start(story, 'HANDLE'), start(story, 'WHOLE')]

  story.minutes(20).by(chen).dispatch({ to: to.bureau, tier: 'T4' })
  story.by(guo).acceptDuty()
  expect([story.file.state, stack(story)]).toEqual(['HANDLING', ['3', '2/21']])
  expect([limit(story, 'HANDLE'), limit(story, 'WHOLE')]).toEqual([10, 12])
  expect([start(story, 'HANDLE'), start(story, 'WHOLE')]).toEqual([handleFrom, wholeFrom])

  story.at('2026-03-05 10:00').by(guo).handle()
  expect([story.file.state, ticking(story)]).toEqual(['HANDLED', ['CHECK', 'RESPOND', 'WHOLE']])
  expect(story.file.clocks.find((k) => k.kind === 'CHECK')?.leg).toBe(2)

  story.minutes(60).by(chen).checkPass()
  expect([story.file.state, stack(story)]).toEqual(['PASSING_BACK', ['3']])
  expect(ticking(story)).toEqual(['CONFIRM_ONWARD', 'RESPOND', 'WHOLE'])
  story.by(chen).confirmOnward()
  expect([story.file.state, ticking(story)]).toEqual(['HANDLED', ['CHECK', 'RESPOND', 'WHOLE']])
  expect(story.file.clocks.findLast((k) => k.kind === 'CHECK')?.leg).toBe(1)
  expect(story.tries(chen).checkPass()).toBe('not_yours')

  const promised = due(story, 'HANDLE')
  story.at('2026-03-06 09:00').by(wu).checkFail()
  expect([story.file.state, stack(story), due(story, 'HANDLE')]).toEqual([
    'REWORK',
    ['3'],
    promised,
  ])
  expect(ticking(story)).toEqual(['HANDLE', 'RESPOND', 'WHOLE'])
  expect(currentRound(story.file)).toMatchObject({ handledAt: null, failedChecks: 1 })

  story.by(cao).dispatch({ to: to.bureau })
  expect([story.file.state, stack(story), due(story, 'HANDLE')]).toEqual([
    'DISPATCHED',
    ['3', '2/21'],
    promised,
  ])
  story.by(guo).acceptDuty().at('2026-03-09 11:00').by(guo).handle()
  const handledAt = story.now
  story.by(cao).checkPass().by(chen).confirmOnward().by(ma).checkPass()
  expect([story.file.state, stack(story), ticking(story)]).toEqual([
    'CHECKED',
    [],
    ['RESPOND', 'WHOLE'],
  ])

  story.by(he).close()
  expect([story.file.state, ticking(story)]).toEqual(['CLOSED', ['CONFIRM', 'REOPEN', 'RESPOND']])

  expect(currentRound(story.file)).toMatchObject({
    handledAt,
    failedChecks: 1,
    firstDispatch: 'standing',
  })
  expect([story.file.rounds.length, story.file.handovers]).toEqual([1, 2])
  expect(receivedBy(story, '3/null').map((l) => l.failedChecks)).toEqual([1])
  expect(receivedBy(story, '2/21').map((l) => [l.howEnded, l.failedChecks])).toEqual([
    ['passed', 0],
    ['passed', 0],
  ])
  expect(story.file.proofs.map((p) => p.leg)).toEqual([2, 3])
  expect(story.entries.map((e) => e.version)).toEqual(story.entries.map((_, i) => i + 1))
})

test('a passed check may be confirmed onward by the one who made it, but never by who handled it', () => {
  const story = reported().by(wu).accept().by(wu).triage().by(wu).dispatch({ to: to.street })
  story
    .by(chen)
    .acceptDuty()
    .by(chen)
    .dispatch({ to: to.bureau })
    .by(guo)
    .acceptDuty()
    .by(guo)
    .handle()
  story.by(chen).checkPass()
  story.file = { ...story.file, proofs: story.file.proofs.map((p) => ({ ...p, by: 'cao' })) }
  expect(story.tries(cao).confirmOnward()).toBe('handler_cannot_check')
  expect(story.tries(chen).confirmOnward()).toBe('done')
})

test('where the giver has nobody else, the parent area checks', () => {
  const story = reported().by(wu).accept().by(wu).triage().by(wu).dispatch({ to: to.community })
  story.by(wu).acceptDuty().by(wu).handle()
  expect(story.tries(wu).checkPass()).toBe('handler_cannot_check')
  expect(story.tries(chen).checkPass()).toBe('done')
})

test('the head of a unit checks what his unit handed on; the duty person where it stands is above him', () => {
  const { feng, qian } = people
  const story = reported().by(wu).accept().by(wu).triage().by(wu).dispatch()
  story.by(qian).dispatch({ to: to.bureau }).by(guo).acceptDuty().by(guo).handle()
  expect(story.tries(qian).checkPass()).toBe('not_yours')
  expect(story.tries(feng).checkPass()).toBe('done')
  expect(story.tries(chen).checkPass()).toBe('done')
})
