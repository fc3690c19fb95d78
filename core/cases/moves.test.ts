// The table of moves: from which states, and by whom. A pair that is not listed is told apart for those concerned
// (it is the time that is wrong) and for strangers (it is none of theirs).
import { describe, expect, test } from 'vitest'
import { onward } from '#testing/case-stories.ts'
import { handling, job, local, people, reported, settingsAt, to } from '#testing/case-town.ts'
import { states } from './case.ts'
import type { State } from './case.ts'
import { inOrder } from './change.ts'
import { decideDispatch } from './dispatch.ts'
import { decideAccept } from './intake.ts'
import { decideTriage } from './triage.ts'
import { moveRules, moves, whyCannot } from './moves.ts'
import type { Move } from './moves.ts'

const settings = settingsAt(local('2026-03-03 12:00'))
const inState = (state: State) => ({ ...handling().file, state, verifier: 'zhou' })

/** Anybody the loop names for a move, in some case of this town. */
const concerned: Record<Move, keyof typeof people | 'job'> = {
  report: 'wu',
  affectedToo: 'wu',
  verifyBeforeFiling: 'wu',
  verified: 'zhou',
  accept: 'wu',
  notAccept: 'wu',
  contest: 'wu',
  decideContest: 'chen',
  triage: 'liu',
  dispatch: 'wu',
  acceptDuty: 'qian',
  selfHandle: 'zhou',
  return: 'qian',
  reroute: 'wu',
  uphold: 'wu',
  correct: 'wu',
  transfer: 'feng',
  addAssist: 'qian',
  assistDone: 'qian',
  withdrawAssist: 'qian',
  contact: 'qian',
  requestExtension: 'qian',
  grantExtension: 'he',
  refuseExtension: 'he',
  suspend: 'qian',
  refuseSuspension: 'he',
  resume: 'he',
  waitForReporter: 'qian',
  answer: 'wu',
  handle: 'qian',
  checkPass: 'wu',
  checkFail: 'wu',
  confirmOnward: 'qian',
  close: 'he',
  confirm: 'wu',
  object: 'wu',
  windowPasses: 'job',
  rate: 'wu',
  callback: 'wu',
  reopen: 'cao',
  stillBroken: 'wu',
  sampleCheck: 'chen',
  merge: 'wu',
  unmerge: 'wu',
  void: 'he',
  overdueAppeal: 'qian',
  decideAppeal: 'chen',
  whistle: 'cao',
  arrive: 'qian',
  settleWhistle: 'cao',
  rateWhistle: 'qian',
  meetByPasses: 'job',
  urge: 'wu',
  supervise: 'cao',
  answerSupervision: 'qian',
  applyCalendar: 'wu',
  escalate: 'job',
  redraw: 'job',
  note: 'mei',
  attach: 'mei',
  archive: 'job',
  eraseContact: 'job',
  withdrawContact: 'wu',
}

describe('a move from a state that is not listed', () => {
  const pairs = moves.flatMap((move) =>
    states
      .filter((state) => !moveRules[move].from.includes(state))
      .map((state) => [move, state] as const),
  )
  test.each(pairs)('%s from %s', (move, state) => {
    const who = concerned[move] === 'job' ? job : people[concerned[move] as keyof typeof people]
    expect(whyCannot(move, inState(state), who, settings)).toBe('not_possible_now')
    expect(whyCannot(move, inState(state), people.stranger, settings)).toBe('not_yours')
  })
})

describe('a move from a state that is listed', () => {
  const pairs = moves.flatMap((move) => moveRules[move].from.map((state) => [move, state] as const))
  test.each(pairs)('%s from %s is none of a stranger’s', (move, state) => {
    expect(whyCannot(move, inState(state), people.stranger, settings)).toBe('not_yours')
  })
})

test('the whole loop is in the table, state by state', () => {
  const open = states.filter(
    (s) => !['NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED'].includes(s),
  )
  const hand = ['DISPATCHED', 'HANDLING', 'REWORK']
  const listed: Partial<Record<Move, readonly string[]>> = {
    accept: ['REPORTED'],
    notAccept: ['REPORTED'],
    selfHandle: ['REPORTED'],
    contest: ['NOT_ACCEPTED', 'CLOSED'],
    triage: ['ACCEPTED'],
    dispatch: ['TRIAGED', 'REOPENED', ...hand],
    acceptDuty: ['DISPATCHED'],
    return: ['DISPATCHED', 'HANDLING'],
    reroute: ['RETURNED'],
    uphold: ['RETURNED'],
    transfer: hand,
    addAssist: hand,
    requestExtension: hand,
    suspend: ['TRIAGED', 'HANDLING', 'REWORK'],
    resume: ['SUSPENDED'],
    waitForReporter: ['REPORTED', 'TRIAGED', 'HANDLING', 'REWORK'],
    answer: ['WAITING_REPORTER'],
    handle: ['HANDLING', 'REWORK'],
    checkPass: ['HANDLED'],
    checkFail: ['HANDLED'],
    confirmOnward: ['PASSING_BACK'],
    close: ['CHECKED'],
    confirm: ['CLOSED'],
    object: ['CLOSED'],
    rate: ['CLOSED'],
    reopen: ['CLOSED'],
    correct: open,
    whistle: ['HANDLING', 'REWORK'],
    overdueAppeal: [...open, 'CLOSED', 'ARCHIVED'],
    decideAppeal: [...open, 'CLOSED', 'ARCHIVED'],
    meetByPasses: open,
    urge: open,
    supervise: open,
    applyCalendar: open,
    escalate: [...hand, 'RETURNED'],
    redraw: open,
    answerSupervision: [...open, 'CLOSED'],
    archive: ['CLOSED', 'NOT_ACCEPTED', 'VOID'],
    eraseContact: ['ARCHIVED', 'MERGED'],
    affectedToo: open,
    callback: ['CLOSED'],
    stillBroken: ['CLOSED', 'ARCHIVED'],
    sampleCheck: ['CLOSED'],
    merge: ['REPORTED', 'ACCEPTED', 'TRIAGED', 'RETURNED', 'REOPENED', ...hand],
    unmerge: ['MERGED'],
    void: states.filter((s) => s !== 'ARCHIVED' && s !== 'VOID'),
    note: states.filter((s) => s !== 'ARCHIVED' && s !== 'VOID'),
    attach: states.filter((s) => s !== 'ARCHIVED' && s !== 'VOID'),
  }
  for (const [move, from] of Object.entries(listed)) {
    expect([move, [...moveRules[move as Move].from].toSorted()]).toEqual([
      move,
      [...from].toSorted(),
    ])
  }
})

test('only the receiver of the top layer works: INV 8', () => {
  const { qian, guo, feng, wu, he, chen } = people
  const story = onward().by(guo).acceptDuty()
  const may = [qian, guo, feng, wu, he, chen].filter(
    (who) => story.tries(who).handle() !== 'not_yours',
  )
  expect(may).toEqual([guo])
})

describe('several moves of one command', () => {
  const { wu } = people
  const start = reported().file
  const lamp = { ...to.post, name: { zh: '路灯岗', en: 'Lamp post' } }
  const inOne = (lead: typeof lamp) =>
    inOrder(start, [
      (c) => decideAccept(c, wu, { category: 'LAMP', conditionMet: true }, settings),
      (c) =>
        decideTriage(
          c,
          wu,
          {
            matter: 'minor',
            category: 'LAMP',
            tier: 'T2',
            urgent: false,
            guidance: null,
            nextStep: null,
          },
          settings,
        ),
      (c) => decideDispatch(c, wu, { lead, assists: [], tier: null, note: null }, settings),
    ])
  test('accept, sort and dispatch leave three entries', () => {
    const all = inOne(lamp)
    expect(all.ok && all.value.entries.map((e) => [e.move, e.version])).toEqual([
      ['accept', 2],
      ['triage', 3],
      ['dispatch', 4],
    ])
    expect(all.ok && all.value.file.state).toBe('DISPATCHED')
  })
  test('the first refusal refuses all', () => {
    expect(inOne({ ...lamp, ...to.police })).toMatchObject({
      ok: false,
      refusal: 'receiver_not_responsible',
    })
  })
})

test('whoever answers for an empty grid now may do its work; for a unit he does not give in its head’s place', () => {
  const story = handling()
  const named = (id: string) => ({ ...settings, responsible: () => id })
  expect(whyCannot('handle', story.file, people.ma, named('wu'))).toBe('not_yours')
  expect(whyCannot('handle', story.file, people.ma, named('ma'))).toBeNull()
  expect(whyCannot('handle', story.file, job, named(job.id))).toBe('not_yours')
  const further = onward()
  expect(whyCannot('addAssist', further.file, people.ma, settings)).toBe('not_yours')
  expect(moveRules.checkPass.who(further.file, people.pan, named('pan'))).toBe(false)
})
