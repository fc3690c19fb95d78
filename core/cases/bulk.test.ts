// What may be done for several at once, what stays out, and that the answer is the one the command itself will give.
import { describe, expect, test } from 'vitest'
import {
  checked,
  closed,
  dispatched,
  filed,
  found,
  handled,
  handling,
  people,
  reported,
  settingsAt,
  sorted,
  to,
} from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { reworked } from '#testing/case-stories.ts'
import type { Receiver } from './case.ts'
import { type BulkMove, bulkMoves, startsBulk, whyNotInBulk } from './bulk.ts'
import { states } from './case.ts'

const { wu, he, qian, cao, stranger } = people
type Who = (typeof people)[keyof typeof people]

const why = (story: Story, by: Who, move: BulkMove, receiver?: Receiver) =>
  whyNotInBulk(
    story.file,
    by,
    { move, ...(receiver === undefined ? {} : { to: receiver }) },
    settingsAt(story.now),
  )

describe('each case answers for itself', () => {
  test.each<[string, Story, Who, BulkMove, string | null]>([
    ['reported, by the duty officer', reported(), wu, 'accept', null],
    ['filed already', filed(), wu, 'accept', 'not_possible_now'],
    ['somebody else’s', reported(), stranger, 'accept', 'not_yours'],
    ['filed, to be sorted', filed(), wu, 'triage', null],
    ['sorted, to be given', sorted(), wu, 'dispatch', null],
    ['given, to be signed for', dispatched(), qian, 'acceptDuty', null],
    ['given, but not to wu', dispatched(), wu, 'acceptDuty', 'not_yours'],
    ['handed in with its proof', handled(), wu, 'checkPass', null],
    ['handed in by the checker himself', handled(), qian, 'checkPass', 'not_yours'],
    ['back for rework', reworked(), wu, 'checkPass', 'not_possible_now'],
    ['urged where it is in work', handling(), wu, 'urge', null],
    ['noted where it is open', handling(), cao, 'note', null],
    ['noted after closing', closed(), wu, 'note', 'not_possible_now'],
  ])('%s', (_name, story, by, move, answer) => {
    expect(why(story, by, move)).toBe(answer)
  })
})

test('what nobody has sorted is neither filed nor sorted by the dozen', () => {
  const unsorted = reported()
  const file = { ...unsorted.file, category: 'C99' }
  const s = settingsAt(unsorted.now)
  expect(whyNotInBulk(file, wu, { move: 'accept' }, s)).toBe('not_sorted_yet')
  const later = { ...filed().file, category: 'C99' }
  expect(whyNotInBulk(later, wu, { move: 'triage' }, s)).toBe('not_sorted_yet')
})

test('one receiver, and each case says whether it may be given there', () => {
  expect(why(sorted(), wu, 'dispatch', to.post)).toBeNull()
  expect(why(sorted(), wu, 'dispatch', to.police)).toBe('receiver_not_responsible')
  expect(why(sorted(), wu, 'dispatch', to.emptyPost)).toBe('nobody_there')
})

test('passing by the dozen needs a proof each, and never where somebody must go and look', () => {
  const without = handled()
  const file = {
    ...without.file,
    proofs: without.file.proofs.map((proof) => ({ ...proof, satisfied: false })),
  }
  expect(whyNotInBulk(file, wu, { move: 'checkPass' }, settingsAt(without.now))).toBe(
    'proof_missing',
  )
  const none = { ...file, proofs: [] }
  expect(whyNotInBulk(none, wu, { move: 'checkPass' }, settingsAt(without.now))).toBe(
    'proof_missing',
  )
  expect(why(handled({ category: 'BRIDGE' }), wu, 'checkPass')).toBe('check_on_site_needed')
  expect(why(found().by(wu).accept(), wu, 'checkPass')).toBe('not_possible_now')
})

test('what speaks to one reporter or one unit alone is in no bulk', () => {
  const alone = ['close', 'notAccept', 'return', 'suspend', 'void', 'waitForReporter', 'checkFail']
  expect(bulkMoves.filter((move) => alone.includes(move))).toEqual([])
  for (const move of bulkMoves) expect([move, startsBulk(move, 'CLOSED')]).toEqual([move, false])
  expect(states.filter((state) => startsBulk('dispatch', state))).toEqual(['TRIAGED', 'REOPENED'])
})

test('whoever is let in makes the move: no answer here is kinder than the decision', () => {
  const stories = [reported(), filed(), sorted(), dispatched(), handling(), handled(), checked()]
  const admitted = stories.flatMap((story) =>
    bulkMoves.flatMap((move) =>
      [wu, he, qian, cao, stranger]
        .filter((by) => why(story, by, move) === null)
        .map((by) => `${story.file.state} ${move} ${by.id}: ${story.tries(by)[move]()}`),
    ),
  )
  expect(admitted.length).toBeGreaterThan(20)
  expect(admitted.filter((said) => !said.endsWith(': done'))).toEqual([])
})
