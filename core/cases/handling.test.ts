// Work handed in, checked, done again, and found on the spot.
import { describe, expect, test } from 'vitest'
import { due, ticking } from '#testing/case-readings.ts'
import { selfHandled } from '#testing/case-stories.ts'
import { checked, found, handled, handling, job, people, reported, to } from '#testing/case-town.ts'
import { currentRound } from './case.ts'

const { he, liu, luo, ma, mei, qian, wu, zhou } = people

test('handing in ends the promise and starts the check', () => {
  const story = handled()
  expect([story.file.state, ticking(story)]).toEqual(['HANDLED', ['CHECK', 'RESPOND', 'WHOLE']])
  expect(story.file.proofs).toMatchObject([{ by: 'qian', leg: 1, satisfied: true, metresOff: 0 }])
})
test('handed in at the very second of the due is on time, a second later is not', () => {
  const late = (seconds: string) => handling().at(`2026-03-06 09:00:${seconds}`).by(qian).handle()
  const overdue = (story: ReturnType<typeof late>) =>
    story.file.clocks.find((k) => k.kind === 'HANDLE')?.overdueAt
  expect([overdue(late('00')), overdue(late('01'))]).toEqual([null, '2026-03-06T01:00:00Z'])
})
test('a photo is not asked for where the category asks for none', () => {
  expect(
    handling({ category: 'NOISE' })
      .tries(qian)
      .handle({ proof: { photosAfter: [], point: null } }),
  ).toBe('done')
})
test('a case without a place needs no place in its proof', () => {
  expect(
    handling({ point: null })
      .tries(qian)
      .handle({ proof: { point: null } }),
  ).toBe('done')
})

describe('a failed check', () => {
  const again = () => handled().at('2026-03-05 09:00').by(wu).checkFail()
  test('keeps the proof and the due, clears what was handled, counts once', () => {
    const story = again()
    expect([story.file.state, due(story, 'HANDLE'), story.file.proofs.length]).toEqual([
      'REWORK',
      '2026-03-06 09:00',
      1,
    ])
    expect(currentRound(story.file)).toMatchObject({ handledAt: null, failedChecks: 1 })
  })
  test('found after the due leaves the case overdue for good', () => {
    const story = handled().at('2026-03-10 09:00').by(wu).checkFail().by(qian).handle()
    const clock = story.file.clocks.find((k) => k.kind === 'HANDLE')
    expect([clock?.dueAt, clock?.overdueAt]).toEqual([
      '2026-03-06T01:00:00Z',
      '2026-03-06T01:00:00Z',
    ])
  })
  test('proof that was refused does not close a case', () => {
    const story = again()
      .by(qian)
      .handle({ outcome: 'unfounded', proof: { photosAfter: [] } })
      .by(wu)
      .checkPass()
    expect([story.tries(he).close(), story.tries(he).close({ outcome: 'unfounded' })]).toEqual([
      'proof_missing',
      'done',
    ])
  })
})

test('whoever only wrote down what a resident said may check and close', () => {
  const call = reported({ by: wu, source: 'RESIDENT_PHONE' }).by(wu).accept().by(wu).triage()
  const story = call.by(wu).dispatch().by(qian).acceptDuty().by(qian).handle()
  expect(story.tries(wu).checkPass()).toBe('done')
  expect(story.by(ma).checkPass().tries(wu).close()).toBe('done')
})
test('who leads the grid and also serves in the community does not check the grid’s work', () => {
  const both = { ...liu, grants: [...liu.grants, ...wu.grants] }
  const story = reported()
    .by(wu)
    .accept()
    .by(wu)
    .triage()
    .by(wu)
    .dispatch({ to: to.grid })
    .by(luo)
    .acceptDuty()
  expect(story.by(luo).handle().tries(both).checkPass()).toBe('not_yours')
})
test('a category corrected to one that asks for a photo is not closed without it', () => {
  const story = handling({ category: 'NOISE' })
    .by(qian)
    .handle({ proof: { photosAfter: [] } })
    .by(wu)
    .checkPass()
  story.by(wu).correct({ field: 'category', category: 'LAMP', reason: '类别不对' })
  expect(story.tries(he).close()).toBe('proof_missing')
})

describe('settled on the spot', () => {
  test('is filed and handled at once, with no promise to keep', () => {
    const story = selfHandled()
    expect([story.file.state, ticking(story), story.file.filedAt]).toEqual([
      'CHECKED',
      [],
      story.now,
    ])
    expect(currentRound(story.file)).toMatchObject({ selfHandled: true, handledAt: story.now })
  })
  test('is closed by a second person, the grid leader among them', () => {
    expect([selfHandled().tries(zhou).close(), selfHandled().tries(liu).close()]).toEqual([
      'not_yours',
      'done',
    ])
  })
  test('or by the job one working day later', () => {
    expect(selfHandled().at('2026-03-04 08:59').tries(job).close()).toBe('window_open')
    expect(selfHandled().at('2026-03-04 09:00').by(job).close().file.state).toBe('CLOSED')
  })
  test('part-time workers settle only what is open to them', () => {
    expect(found({ category: 'LITTER', by: mei }).tries(mei).selfHandle()).toBe(
      'not_self_handleable',
    )
  })
})

test('checked at home waits for its closing, and for nothing else', () => {
  expect(ticking(checked())).toEqual(['RESPOND', 'WHOLE'])
})
