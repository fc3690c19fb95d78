// Next steps while somebody works: given, signed, returned, handed on, helped, asked, extended, suspended, done.
import { openAssists, topLeg, type Receiver } from '#core/cases/case.ts'
import { decideHandle } from '#core/cases/handling.ts'
import { decideAddAssist, decideAssistDone } from '#core/cases/assists.ts'
import {
  decideAcceptDuty,
  decideDispatch,
  decideReroute,
  decideReturn,
  decideTransfer,
  decideUphold,
  type ReturnReason,
} from '#core/cases/dispatch.ts'
import { decideCorrect, decideNote } from '#core/cases/correct.ts'
import { lastReturned } from '#core/cases/moves.ts'
import { openClock } from '#core/cases/ticking.ts'
import { decideContact } from '#core/cases/waiting.ts'
import { toMs } from '#core/kit/time.ts'
import type { Person } from '#core/people/actor.ts'
import { afterWork } from '#core/places/calendar.ts'
import { proofFor } from './proofs.ts'
import {
  firstReceiver,
  isWrongFirst,
  onwardReceiver,
  otherUnit,
  rightReceiver,
} from './receivers.ts'
import { handlingNote, remark, type RemarkKind } from './remarks.ts'
import {
  areaUp,
  desk,
  diceOf,
  fated,
  homeTeam,
  hour,
  soon,
  teamAt,
  partWay,
  topReceiver,
  wasDone,
  whole,
  worker,
  type Stage,
  type Step,
} from './stage.ts'
import { delaying } from './steps-delay.ts'
import { whereaboutsNear } from './whereabouts.ts'

export function dispatching(stage: Stage): Step {
  return correcting(stage) ?? giving(stage)
}

/** Looked at once more before it is given out: larger than it seemed, or written to the wrong address. */
function correcting(stage: Stage): Step | null {
  const { file } = stage
  const larger = file.tier === 'T2' && fated(stage, 'larger', 0.02)
  const elsewhere = !larger && file.address !== null && fated(stage, 'elsewhere', 0.01)
  if (file.state !== 'TRIAGED' || wasDone(stage, 'correct') || !(larger || elsewhere)) return null
  const at = soon(stage, 'correct', 40)
  const by = desk(stage, homeTeam(stage), at)
  const reason = remark(diceOf(stage, 'correct'), larger ? 'correctTier' : 'correctPlace')
  const { filedAreaId, gridId, point } = file
  const address = `${file.address}（${whereaboutsNear(diceOf(stage, 'near'))}）`
  const filedName = stage.cast.named(teamAt(filedAreaId)).name
  const input = larger
    ? ({ field: 'tier', tier: 'T3', reason } as const)
    : ({ field: 'place', filedAreaId, gridId, point, address, filedName, reason } as const)
  return { at, by, decide: (f, s) => decideCorrect(f, by, input, s) }
}

function giving(stage: Stage): Step {
  const { file } = stage
  const atOnce = file.state === 'TRIAGED' && fated(stage, 'at once', 0.6)
  const at = atOnce
    ? toMs(file.lastAt)
    : soon(stage, 'dispatch', fated(stage, 'slow desk', 0.05) ? 330 : 45)
  const by = desk(stage, homeTeam(stage), at)
  const { to, tier } = firstReceiver(stage)
  const input = { lead: to, assists: [], tier, note: null }
  return { at, by, decide: (f, s) => decideDispatch(f, by, input, s) }
}

export function afterDispatch(stage: Stage): Step {
  const receiver = topReceiver(stage)
  const back = returning(stage, receiver)
  if (back !== null) return back
  const slow = fated(stage, `slow sign ${stage.file.legs.length}`, 0.08)
  const at = soon(stage, 'sign', slow ? 320 : 55)
  const by = worker(stage, receiver, at)
  return { at, by, decide: (f, s) => decideAcceptDuty(f, by, s) }
}

const returns: readonly (readonly [number, ReturnReason, RemarkKind])[] = [
  [52, 'not_ours', 'returnNotOurs'],
  [12, 'place_wrong', 'returnPlaceWrong'],
  [12, 'category_wrong', 'returnCategoryWrong'],
  [16, 'needs_upper_layer', 'returnNeedsUpper'],
  [8, 'other', 'returnOther'],
]

function returning(stage: Stage, receiver: Receiver): Step | null {
  const first = stage.file.legs.filter((leg) => leg.round === stage.file.round).length === 1
  const wrong = isWrongFirst(stage) || fated(stage, 'unwilling', 0.025)
  if (!first || !wrong || receiver.unitId === null) return null
  const dice = diceOf(stage, 'return')
  const [, code, kind] = dice.weighed(returns.map((each) => [each[0], each] as const))
  const other = rightReceiver(stage).to
  const whose = code === 'not_ours' ? other.name.zh : null
  const words = remark(dice, kind, whose === null ? {} : { other: whose })
  const at = soon(stage, 'return', 130)
  const by = worker(stage, receiver, at)
  return { at, by, decide: (f, s) => decideReturn(f, by, { code, words, whose }, s) }
}

/** The giver sends it to where it belongs, or looked again and finds the dispatch was right. */
export function afterReturn(stage: Stage): Step | null {
  const leg = lastReturned(stage.file)
  if (leg === null) return null
  const at = soon(stage, 'reroute', 70)
  const by = desk(stage, leg.giver, at)
  const right = rightReceiver(stage).to
  const elsewhere = isWrongFirst(stage) && right.unitId !== leg.receiver.unitId
  const to = elsewhere
    ? right
    : fated(stage, 'give in', 0.4)
      ? otherUnit(stage, leg.receiver)
      : null
  if (to === null) {
    const reason = remark(diceOf(stage, 'uphold'), 'uphold')
    const unit = stage.cast.named(leg.receiver).name
    return { at, by, decide: (f, s) => decideUphold(f, by, { reason, unit }, s) }
  }
  const reason = remark(diceOf(stage, 'reroute'), 'rerouteNote')
  return { at, by, decide: (f, s) => decideReroute(f, by, { to, reason }, s) }
}

/** One thing at a time, in the order in which such things happen; in the end the work is handed in. */
export function whileHandling(stage: Stage): Step {
  return (
    handingOn(stage) ??
    contacting(stage) ??
    noting(stage) ??
    helping(stage) ??
    transferring(stage) ??
    delaying(stage) ??
    handing(stage)
  )
}

function handingOn(stage: Stage): Step | null {
  const given = onwardReceiver(stage)
  if (given === null) return null
  const at = soon(stage, 'onward', 40)
  const by = worker(stage, topReceiver(stage), at)
  const input = { lead: given.to, assists: [], tier: given.tier, note: null }
  return { at, by, decide: (f, s) => decideDispatch(f, by, input, s) }
}

/** Most are called within hours, some late, a few never. */
function contacting(stage: Stage): Step | null {
  const contact = stage.file.voices.some((voice) => voice.hasContact)
  if (!contact || wasDone(stage, 'contact') || !fated(stage, 'call', 0.94)) return null
  const at = soon(stage, 'call', fated(stage, 'late call', 0.13) ? 420 : 50)
  const by = worker(stage, topReceiver(stage), at)
  const reached = fated(stage, 'reached', 0.93)
  const note = remark(diceOf(stage, 'call'), reached ? 'contactReached' : 'contactMissed')
  const how = diceOf(stage, 'how').weighed([
    [7, 'phone'],
    [2, 'visit'],
    [1, 'message'],
  ] as const)
  return { at, by, decide: (f, s) => decideContact(f, by, { reached, how, note }, s) }
}

function noting(stage: Stage): Step | null {
  if (wasDone(stage, 'note') || !fated(stage, 'note', 0.16)) return null
  const at = partWay(stage, 0.3)
  const by = worker(stage, topReceiver(stage), at)
  const words = remark(diceOf(stage, 'note'), 'note')
  return { at, by, decide: (f, s) => decideNote(f, by, { words, photos: [] }, s) }
}

function helping(stage: Stage): Step | null {
  const open = openAssists(stage.file)[0]
  if (open !== undefined) {
    const at = partWay(stage, 0.5)
    const by = worker(stage, open.receiver, at)
    const input = { leg: open.serial, words: '已按要求配合完成。' }
    return { at, by, decide: (f, s) => decideAssistDone(f, by, input, s) }
  }
  const wanted = stage.file.tier >= 'T3' && fated(stage, 'assist', 0.06)
  if (!wanted || wasDone(stage, 'addAssist')) return null
  const street = areaUp(stage, 'street')
  const receiver = topReceiver(stage)
  const to =
    street === null ? null : otherUnit(stage, { areaId: street.id, unitId: receiver.unitId ?? -1 })
  if (to === null || to.unitId === receiver.unitId) return null
  const at = partWay(stage, 0.1)
  const by = worker(stage, receiver, at)
  const input = { ...to, task: remark(diceOf(stage, 'assist'), 'assist'), meetBy: null }
  return { at, by, decide: (f, s) => decideAddAssist(f, by, input, s) }
}

function transferring(stage: Stage): Step | null {
  const receiver = topReceiver(stage)
  const giver = topLeg(stage.file)?.giver
  const wanted =
    receiver.unitId !== null && !wasDone(stage, 'transfer') && fated(stage, 'transfer', 0.03)
  const to = wanted ? otherUnit(stage, receiver) : null
  if (to === null || giver === undefined || wasDone(stage, 'return')) return null
  const at = partWay(stage, 0.2)
  const by = desk(stage, giver, at)
  const wrong = fated(stage, 'wrong unit', 0.5)
  const reason = remark(diceOf(stage, 'transfer'), wrong ? 'transferWrongUnit' : 'transferOther')
  const input = { to, code: wrong ? 'wrong_unit' : 'other', reason, sameHead: false } as const
  return { at, by, decide: (f, s) => decideTransfer(f, by, input, s) }
}

export function outcomeOf(stage: Stage): 'solved' | 'referred' | 'unfounded' {
  if (fated(stage, 'referred', 0.04)) return 'referred'
  return fated(stage, 'unfounded', 0.025) ? 'unfounded' : 'solved'
}

export function handing(stage: Stage): Step {
  const at = handingAt(stage)
  const by = worker(stage, topReceiver(stage), at)
  const outcome = outcomeOf(stage)
  const dice = diceOf(stage, 'handle')
  const words =
    outcome === 'solved'
      ? handlingNote(dice, stage.file.category)
      : remark(dice, outcome === 'referred' ? 'closingReferred' : 'closingUnfounded')
  const proof = proofFor(stage, at, words)
  return { at, by, decide: (f, s) => decideHandle(f, by, { proof, outcome }, s) }
}

/** Somewhere before the due, as work goes; late for some, and for a few very late. */
function handingAt(stage: Stage): number {
  const { calendar } = stage.settings
  const last = toMs(stage.file.lastAt)
  const dice = diceOf(stage, 'handing')
  const due = openClock(stage.file, 'HANDLE')?.dueAt ?? null
  if (due === null || toMs(due) <= last) return soon(stage, 'overdue', 260)
  if (!isLate(stage)) return partWay(stage, 0.08 + 0.86 * dice.next() ** 1.4)
  const days = fated(stage, 'stuck', 0.12) ? dice.lognormal(13, 0.7) : dice.lognormal(1.3, 0.9)
  return whole(afterWork(calendar, toMs(due), Math.max(0.05, days) * 8 * hour))
}

/** Worse at the top, in the hot months, and a little better with the years. */
function isLate(stage: Stage): boolean {
  const { tier, urgent, reportedAt } = stage.file
  const hot = /-0[78]-/.test(reportedAt) ? 0.03 : 0
  const learning = reportedAt < '2025-12' ? 0.02 : 0
  const high = tier === 'T4' ? 0.06 : tier === 'T3' ? 0.02 : 0
  return fated(stage, 'late', (urgent ? 0.04 : 0.045) + hot + learning + high)
}

/** A refused result is done again: by the layer itself, or handed on once more. */
export function afterRefusedCheck(stage: Stage): Step {
  const given = onwardReceiver(stage)
  if (given !== null) return handingOn(stage) ?? handing(stage)
  const step = handing(stage)
  const at = soon(stage, 'again', 330)
  const { by } = step
  const proof = proofFor(stage, at, handlingNote(diceOf(stage, 'again'), stage.file.category))
  const outcome = outcomeOf(stage)
  return { at, by, decide: (f, s) => decideHandle(f, by as Person, { proof, outcome }, s) }
}
