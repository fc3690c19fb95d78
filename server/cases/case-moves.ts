// Which moves a page offers its reader: those that are possible now, and why the others of his are not yet.

import { whyNoCall } from '#core/cases/callback.ts'
import { currentRound, openSample } from '#core/cases/case.ts'
import type { CaseFile } from '#core/cases/case.ts'
import { isSupervisor, moveRules, whyCannot } from '#core/cases/moves.ts'
import type { Move } from '#core/cases/moves.ts'
import { openRequest } from '#core/cases/requests.ts'
import type { Settings } from '#core/cases/rules.ts'
import { reopensAgain } from '#core/cases/voices.ts'
import type { Actor } from '#core/people/actor.ts'
import { whyNotWatch } from './watching-view.ts'

const staffMoves: readonly Move[] = [
  'accept',
  'notAccept',
  'verifyBeforeFiling',
  'verified',
  'triage',
  'dispatch',
  'acceptDuty',
  'selfHandle',
  'handle',
  'checkPass',
  'checkFail',
  'confirmOnward',
  'close',
  'return',
  'reroute',
  'uphold',
  'transfer',
  'addAssist',
  'assistDone',
  'withdrawAssist',
  'contact',
  'requestExtension',
  'grantExtension',
  'refuseExtension',
  'suspend',
  'refuseSuspension',
  'resume',
  'waitForReporter',
  'correct',
  'overdueAppeal',
  'decideAppeal',
  'whistle',
  'arrive',
  'settleWhistle',
  'rateWhistle',
  'urge',
  'supervise',
  'answerSupervision',
  'note',
  'attach',
  'decideContest',
  'affectedToo',
  'merge',
  'unmerge',
  'confirm',
  'object',
  'rate',
  'reopen',
  'answer',
  'contest',
  'callback',
  'sampleCheck',
  'stillBroken',
  'void',
]
const voiceMoves: readonly Move[] = [
  'confirm',
  'object',
  'rate',
  'reopen',
  'answer',
  'contest',
  'urge',
  'stillBroken',
]

/** The moves worth showing: those that are possible now, and those of the caller's that are not yet. */
export function movesOf(c: CaseFile, by: Actor, s: Settings, reader: 'staff' | 'voices') {
  return (reader === 'staff' ? staffMoves : voiceMoves).flatMap((move) => {
    const why =
      whyCannot(move, c, by, s) ?? whyNotNow(move, c, by, s) ?? whyNotWatch(move, c, by, s)
    if (why === 'not_yours' && moveRules[move].from.includes(c.state)) return [{ move, why }]
    return why === 'not_yours' ? [] : [{ move, why }]
  })
}

/** Guards that need no input: said before the form is opened. */
function whyNotNow(move: Move, c: CaseFile, by: Actor, s: Settings): string | null {
  const round = currentRound(c)
  if (move === 'callback') return whyNoCall(c, s)
  // Staff write it down at any time: too late to reopen, a case of its own goes on from it.
  if (move === 'stillBroken' && by.kind !== 'person' && !reopensAgain(c, s)) return 'window_over'
  if (move === 'sampleCheck' && openSample(c) === null && !isSupervisor(c, by, s))
    return 'not_drawn'
  if ((move === 'grantExtension' || move === 'refuseExtension') && openRequest(c) === null)
    return 'no_request'
  if (move === 'requestExtension' && openRequest(c) !== null) return 'request_open'
  if ((move === 'confirm' || move === 'object') && round.answer !== null) return 'already_answered'
  if (move === 'contest' && c.state === 'CLOSED' && round.outcome !== 'guided')
    return 'not_possible_now'
  if (move === 'contest' && c.contested) return 'already_contested'
  if (move === 'refuseSuspension' && c.suspensionAsk === null) return 'no_request'
  const ofAssist = move === 'assistDone' || move === 'withdrawAssist'
  if (ofAssist && !c.legs.some((l) => l.kind === 'assist' && l.endedAt === null))
    return 'not_possible_now'
  return null
}
