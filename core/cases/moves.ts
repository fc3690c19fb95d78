// The moves of the loop as one table: from which states, by whom, and who may read the entry.
// `whyCannot` is the one answer that the use-case, the button and later the offline phone ask for.
// Guards that need the input of the move stand in the decision of that move (intake.ts, dispatch.ts …).

import type { Actor } from '#core/people/actor.ts'
import * as rights from '#core/people/rights.ts'
import {
  currentRound,
  handlersOf,
  isPublicMatter,
  openStates,
  states,
  sameReceiver,
  topLeg,
} from './case.ts'
import type { CaseFile, Leg, Receiver, State } from './case.ts'
import type { Move } from './move-names.ts'
import type { Settings } from './rules.ts'

export { moves } from './move-names.ts'
export type { Move } from './move-names.ts'

/** Who reads the entry: everybody on a public matter, only those who reported, or only staff (loop.md 3.2, "Seen"). */
export type Audience = 'public' | 'voices' | 'staff'

type Who = (c: CaseFile, by: Actor, s: Settings) => boolean
type MoveRule = { from: readonly State[]; who: Who; audience: Audience }

const homeReceiver = (c: CaseFile): Receiver => ({ areaId: c.homeAreaId, unitId: null })

const home = (c: CaseFile, s: Settings) => s.spot(c.homeAreaId)

/** Everything a rule of rights.ts asks about a receiver: its place in the tree and its unit. */
const party = (r: Receiver, s: Settings) => ({ ...s.spot(r.areaId), unitId: r.unitId })
/** By grant; else whoever answers for the receiver now (loop.md 6.2), asked only then. */
export const holds = (by: Actor, r: Receiver, s: Settings): boolean =>
  rights.isHolder(by, party(r, s)) || answersNow(by, r, s)
/** For a unit its head; for an area's team also whoever answers for it now. */
export const gives = (by: Actor, r: Receiver, s: Settings): boolean =>
  rights.isGiver(by, party(r, s)) || (r.unitId === null && answersNow(by, r, s))

const answersNow = (by: Actor, r: Receiver, s: Settings): boolean =>
  by.kind === 'person' && s.responsible(r) === by.id

export const isDuty: Who = (c, by, s) =>
  rights.dutyAt(by, home(c, s)) || answersNow(by, homeReceiver(c), s)
export const isHead: Who = (c, by, s) => rights.headAt(by, home(c, s))
const isParentDuty: Who = (c, by, s) => rights.parentDuty(by, home(c, s))
/** Duty person of any layer that covers the case. */
export const isDutyOver: Who = (c, by, s) => rights.dutyOver(by, [home(c, s)])
export const isSupervisor: Who = (c, by, s) => rights.supervises(by, home(c, s))
const isJob: Who = (_c, by) => by.kind === 'job'
export const isReporter: Who = (c, by, s) =>
  (isVoice(c, by, s) && by.kind === 'voice' && by.voice === 1) || isReportingSystem(c, by, s)
const isReportingSystem: Who = (c, by) => by.kind === 'system' && by.reported === c.id
/** The unit that holds the case is another system, and it is that system that speaks. */
const speaksForHolder: Who = (c, by) =>
  by.kind === 'system' && by.speaksFor !== undefined && topLeg(c)?.receiver.unitId === by.speaksFor
/** The same, of a unit that has or had the case: what it says late is heard all the same. */
const speaksForUnit: Who = (c, by) =>
  by.kind === 'system' &&
  by.speaksFor !== undefined &&
  c.legs.some((leg) => leg.receiver.unitId === by.speaksFor)
/** Anybody with a voice on the case: who joined later is heard by "still broken", and takes nobody's last word. */
export const isVoice: Who = (c, by) => by.kind === 'voice' && by.caseId === c.id
/** The reporter, or staff of the home layer who write down what the reporter said (代办). */
const reporterOrStaff: Who = (c, by, s) => isReporter(c, by, s) || isDuty(c, by, s)
/** Somebody reported it; and staff who speak for the reporter say how they were told. */
export const saidByReporter = (c: CaseFile, by: Actor, onBehalf: string | null): boolean =>
  by.kind === 'system' || (c.voices.length > 0 && (by.kind !== 'person' || onBehalf !== null))
const isTopHolder: Who = (c, by, s) => {
  const top = topLeg(c)
  return top !== null && holds(by, top.receiver, s)
}
const isTopGiver: Who = (c, by, s) => {
  const top = topLeg(c)
  return top !== null && gives(by, top.giver, s)
}
/** UP towards a giver: duty person of the parent area; for a unit, of the area at which it stands. */
export const isAbove = (by: Actor, giver: Receiver, s: Settings): boolean =>
  giver.unitId === null
    ? rights.parentDuty(by, s.spot(giver.areaId))
    : rights.dutyAt(by, s.spot(giver.areaId))
const isTopAbove: Who = (c, by, s) => {
  const top = topLeg(c)
  return top !== null && isAbove(by, top.giver, s)
}
/** The checker belongs to the giver, else to the giver's parent area; never to the unit that handled. */
const mayCheck: Who = (c, by, s) => {
  const leg = topLeg(c)
  if (leg === null) return false
  return (gives(by, leg.giver, s) || isAbove(by, leg.giver, s)) && !belongsTo(leg, by, s)
}
/** By grant: standing in for an empty unit makes nobody its member. A layer that gave to itself judges by person. */
const belongsTo = (leg: Leg, by: Actor, s: Settings): boolean =>
  !sameReceiver(leg.giver, leg.receiver) && rights.isHolder(by, party(leg.receiver, s))

const either =
  (...whos: Who[]): Who =>
  (c, by, s) =>
    whos.some((who) => who(c, by, s))

const gridOwn: Who = (c, by) => c.gridId !== null && rights.gridTeam(by, c.gridId)
const isCalled: Who = (c, by, s) =>
  c.whistles.some((whistle) => whistle.calls.some((call) => holds(by, call.receiver, s)))
const isCaller: Who = (c, by, s) =>
  c.whistles.some((whistle) => rights.headAt(by, s.spot(whistle.areaId)))
const sinceCalled: readonly State[] = [
  'DISPATCHED',
  'HANDLING',
  'RETURNED',
  'WAITING_REPORTER',
  'SUSPENDED',
  'HANDLED',
  'PASSING_BACK',
  'REWORK',
  'CHECKED',
]
const inHand: readonly State[] = ['DISPATCHED', 'HANDLING', 'REWORK']
const afterFiling: readonly State[] = [
  ...openStates.filter((s) => s !== 'REPORTED' && s !== 'VERIFYING'),
  'CLOSED',
]

/** Where work has not been handed in, and no clock stands still for another reason. */
const beforeHandled: readonly State[] = [
  'REPORTED',
  'ACCEPTED',
  'TRIAGED',
  'DISPATCHED',
  'HANDLING',
  'RETURNED',
  'REWORK',
  'REOPENED',
]

/** A neighbour joins a matter that anybody may read; staff write it down for one in any case they see to. */
const mayAddVoice: Who = (c, by, s) =>
  by.kind === 'person'
    ? either(isDuty, isDutyOver, gridOwn)(c, by, s)
    : by.kind === 'anyone' && isPublicMatter(c, s.category(c.category)?.openToPublic ?? false)

/** Whoever worked on the round, or in a unit that did, does not find out how well it was done. */
const workedIn = (c: CaseFile, by: Actor, s: Settings): boolean =>
  handlersOf(c).includes(by.id) ||
  c.legs.some(
    (l) =>
      l.round === c.round &&
      l.receiver.unitId !== null &&
      rights.isHolder(by, party(l.receiver, s)),
  )
const tookNoHand =
  (whose: 'duty' | 'outside'): Who =>
  (c, by, s) =>
    (whose === 'duty' ? either(isDuty, isParentDuty) : either(isParentDuty, isSupervisor))(
      c,
      by,
      s,
    ) && !workedIn(c, by, s)

export const moveRules: Readonly<Record<Move, MoveRule>> = {
  // Never made on a case that exists: intake.ts has its own guards.
  report: { from: [], who: () => false, audience: 'public' },
  affectedToo: { from: openStates, who: mayAddVoice, audience: 'public' },
  verifyBeforeFiling: { from: ['REPORTED', 'VERIFYING'], who: isDuty, audience: 'voices' },
  verified: {
    from: ['VERIFYING'],
    who: (c, by) => by.kind === 'person' && by.id === c.verifier,
    audience: 'voices',
  },
  accept: { from: ['REPORTED'], who: isDuty, audience: 'public' },
  notAccept: { from: ['REPORTED'], who: isDuty, audience: 'voices' },
  contest: { from: ['NOT_ACCEPTED', 'CLOSED'], who: reporterOrStaff, audience: 'voices' },
  decideContest: { from: ['CONTESTED'], who: isParentDuty, audience: 'voices' },
  triage: {
    from: ['ACCEPTED'],
    who: (c, by, s) => isDuty(c, by, s) || gridLeads(c, by, s),
    audience: 'public',
  },
  dispatch: {
    from: ['TRIAGED', 'REOPENED', 'DISPATCHED', 'HANDLING', 'REWORK'],
    who: (c, by, s) => (inHand.includes(c.state) ? isTopHolder(c, by, s) : isDuty(c, by, s)),
    audience: 'public',
  },
  acceptDuty: {
    from: ['DISPATCHED'],
    who: either(isTopHolder, speaksForHolder),
    audience: 'public',
  },
  selfHandle: { from: ['REPORTED'], who: gridOwn, audience: 'public' },
  return: {
    from: ['DISPATCHED', 'HANDLING'],
    who: either(isTopHolder, speaksForHolder),
    audience: 'public',
  },
  reroute: { from: ['RETURNED'], who: (c, by, s) => isReturnedTo(c, by, s), audience: 'public' },
  uphold: { from: ['RETURNED'], who: (c, by, s) => isReturnedTo(c, by, s), audience: 'public' },
  correct: {
    from: openStates,
    who: (c, by, s) =>
      c.state === 'RETURNED' ? isReturnedTo(c, by, s) : either(isDuty, isTopGiver)(c, by, s),
    audience: 'public',
  },
  transfer: { from: inHand, who: either(isTopHolder, isTopGiver, isTopAbove), audience: 'public' },
  addAssist: { from: inHand, who: either(isTopHolder, isTopGiver), audience: 'public' },
  assistDone: {
    from: inHand,
    who: (c, by, s) =>
      c.legs.some((l) => l.kind === 'assist' && l.endedAt === null && holds(by, l.receiver, s)),
    audience: 'public',
  },
  withdrawAssist: { from: inHand, who: either(isTopHolder, isTopGiver), audience: 'public' },
  contact: { from: afterFiling, who: either(isTopHolder, isDuty), audience: 'voices' },
  requestExtension: { from: inHand, who: isTopHolder, audience: 'public' },
  grantExtension: { from: inHand, who: (c, by, s) => givingHead(c, by, s), audience: 'public' },
  refuseExtension: { from: inHand, who: (c, by, s) => givingHead(c, by, s), audience: 'voices' },
  suspend: {
    from: ['TRIAGED', 'HANDLING', 'REWORK'],
    who: either(isTopHolder, isDuty, (c, by, s) => decidesSuspension(c, by, s)),
    audience: 'public',
  },
  refuseSuspension: {
    from: ['TRIAGED', 'HANDLING', 'REWORK'],
    who: (c, by, s) => decidesSuspension(c, by, s),
    audience: 'staff',
  },
  resume: {
    from: ['SUSPENDED'],
    who: (c, by, s) =>
      either(isTopHolder, isHead, isJob)(c, by, s) ||
      givingHead(c, by, s) ||
      (topLeg(c) === null && isDuty(c, by, s)),
    audience: 'public',
  },
  waitForReporter: {
    from: ['REPORTED', 'TRIAGED', 'HANDLING', 'REWORK'],
    who: either(isTopHolder, isDuty),
    audience: 'voices',
  },
  answer: { from: ['WAITING_REPORTER'], who: either(reporterOrStaff, isJob), audience: 'voices' },
  handle: { from: ['HANDLING', 'REWORK'], who: isTopHolder, audience: 'public' },
  checkPass: { from: ['HANDLED'], who: mayCheck, audience: 'public' },
  checkFail: { from: ['HANDLED'], who: mayCheck, audience: 'public' },
  confirmOnward: { from: ['PASSING_BACK'], who: isTopHolder, audience: 'staff' },
  close: {
    from: ['CHECKED'],
    who: (c, by, s) =>
      either(isDuty, isHead)(c, by, s) ||
      (currentRound(c).selfHandled && (by.kind === 'job' || gridLeads(c, by, s))),
    audience: 'public',
  },
  confirm: { from: ['CLOSED'], who: reporterOrStaff, audience: 'voices' },
  object: { from: ['CLOSED'], who: reporterOrStaff, audience: 'public' },
  windowPasses: { from: ['CLOSED'], who: isJob, audience: 'voices' },
  rate: { from: ['CLOSED'], who: reporterOrStaff, audience: 'voices' },
  callback: { from: ['CLOSED'], who: tookNoHand('duty'), audience: 'voices' },
  reopen: { from: ['CLOSED'], who: either(reporterOrStaff, isSupervisor), audience: 'public' },
  stillBroken: {
    from: ['CLOSED', 'ARCHIVED'],
    who: either(isVoice, (c, by, s) => mayAddVoice(c, by, s)),
    audience: 'public',
  },
  sampleCheck: { from: ['CLOSED'], who: tookNoHand('outside'), audience: 'public' },
  merge: { from: beforeHandled, who: either(isDuty, isDutyOver), audience: 'public' },
  unmerge: { from: ['MERGED'], who: either(isDuty, isDutyOver), audience: 'public' },
  void: {
    from: statesBeforeArchive(),
    who: (c, by, s) => isHead(c, by, s) && !enteredOrHandled(c, by),
    audience: 'voices',
  },
  whistle: {
    from: ['HANDLING', 'REWORK'],
    who: (c, by, s) => rights.whistlesFrom(by, s.spot(c.filedAreaId)) !== null,
    audience: 'public',
  },
  // Whoever came has come, also where the work was handed in or given on meanwhile.
  arrive: { from: sinceCalled, who: either(isCalled, isCaller), audience: 'public' },
  settleWhistle: { from: [...sinceCalled, 'CLOSED'], who: isCaller, audience: 'public' },
  rateWhistle: { from: [...sinceCalled, 'CLOSED'], who: isCalled, audience: 'staff' },
  overdueAppeal: {
    from: [...openStates, 'CLOSED', 'ARCHIVED'],
    who: (c, by, s) => isLateParty(c, by, s),
    audience: 'staff',
  },
  decideAppeal: {
    from: [...openStates, 'CLOSED', 'ARCHIVED'],
    who: (c, by, s) => isReviewer(c, by, s),
    audience: 'staff',
  },
  urge: {
    from: openStates,
    who: (c, by, s) =>
      either(reporterOrStaff, isTopGiver, gridLeads)(c, by, s) ||
      rights.advisesAt(by, s.spot(c.filedAreaId)),
    audience: 'public',
  },
  supervise: { from: openStates, who: isSupervisor, audience: 'public' },
  answerSupervision: {
    from: [...openStates, 'CLOSED'],
    who: (c, by, s) => owesAnswer(c, by, s),
    audience: 'public',
  },
  // The time to meet is over and somebody is missing: said once, changes nothing.
  meetByPasses: { from: openStates, who: isJob, audience: 'staff' },
  // By rule, where a place has set it: the tier rises, no clock moves.
  escalate: { from: [...inHand, 'RETURNED'], who: isJob, audience: 'public' },
  // The one move of a rule keeper: he sees no case, and changes nothing of it but a due that becomes later [D8].
  applyCalendar: {
    from: openStates,
    who: (c, by, s) => rights.hasRight(by, 'keepRules', s.spot(c.filedAreaId)),
    audience: 'public',
  },
  // The grid it lies in has ended, or its border moved: an open case goes along to the grid that has its place now.
  redraw: { from: openStates, who: isJob, audience: 'public' },
  note: {
    from: statesBeforeArchive(),
    who: (c, by, s) => mayAdd(c, by, s) || either(isReportingSystem, speaksForUnit)(c, by, s),
    audience: 'staff',
  },
  attach: { from: statesBeforeArchive(), who: (c, by, s) => mayAdd(c, by, s), audience: 'staff' },
  archive: { from: ['CLOSED', 'NOT_ACCEPTED', 'VOID'], who: isJob, audience: 'voices' },
  eraseContact: { from: ['ARCHIVED', 'MERGED'], who: isJob, audience: 'voices' },
  withdrawContact: { from: states, who: isVoice, audience: 'voices' },
}

function statesBeforeArchive(): readonly State[] {
  return [...openStates, 'NOT_ACCEPTED', 'CLOSED', 'MERGED']
}

/** Remarks and files: whoever has a hand in it, called units and layers that wait included. */
const mayAdd: Who = (c, by, s) =>
  either(isDuty, isTopHolder, isTopGiver, gridOwn, isSupervisor, isCalled)(c, by, s) ||
  c.legs.some((l) => l.endedAt === null && holds(by, l.receiver, s))

/** After a return the giver of the returned leg decides, and nobody else. */
function isReturnedTo(c: CaseFile, by: Actor, s: Settings): boolean {
  const leg = lastReturned(c)
  return leg !== null && gives(by, leg.giver, s)
}
export const lastReturned = (c: CaseFile): Leg | null =>
  c.legs.findLast((l) => l.kind === 'lead' && l.howEnded === 'returned') ?? null

/** The head of the layer that gave the work: decides on extensions and approves suspensions. */
export function givingHead(c: CaseFile, by: Actor, s: Settings): boolean {
  const giver = topLeg(c)?.giver ?? homeReceiver(c)
  return rights.headAt(by, party(giver, s))
}
/** The head of the layer above the giver: beyond a year in one round a suspension is his to decide, once. */
export function headOverGiver(c: CaseFile, by: Actor, s: Settings): boolean {
  const giver = topLeg(c)?.giver ?? homeReceiver(c)
  const spot = s.spot(giver.areaId)
  return giver.unitId === null ? rights.parentHead(by, spot) : rights.headAt(by, spot)
}
const decidesSuspension: Who = (c, by, s) =>
  givingHead(c, by, s) || (c.suspensionAsk?.beyondAYear === true && headOverGiver(c, by, s))

/** Whoever holds the case answers the layer that supervises; where nobody holds it, the home layer's duty person. */
const owesAnswer: Who = (c, by, s) =>
  topLeg(c) === null ? isDuty(c, by, s) : isTopHolder(c, by, s)

/** The last who was given the work; the home layer where nobody was. */
const lastLead = (c: CaseFile): Leg | undefined => c.legs.findLast((leg) => leg.kind === 'lead')
const isLateParty: Who = (c, by, s) => {
  const leg = lastLead(c)
  return leg === undefined ? isDuty(c, by, s) : holds(by, leg.receiver, s)
}
/** RV: duty person above the home layer; above whoever was late, where that stands beyond the home layer. */
const isReviewer: Who = (c, by, s) => {
  const party = c.appeal?.party ?? lastLead(c)?.receiver ?? homeReceiver(c)
  const within = s.spot(party.areaId).areaPath.startsWith(home(c, s).areaPath)
  return isParentDuty(c, by, s) || (!within && isAbove(by, party, s))
}

const gridLeads: Who = (c, by) => c.gridId !== null && rights.leadsGrid(by, c.gridId)

const enteredOrHandled = (c: CaseFile, by: Actor): boolean =>
  c.createdBy === by.id || c.proofs.some((p) => p.by === by.id)

/** null when the move may be tried now; else 'not_yours' or 'not_possible_now', in this order (loop.md 3). */
export function whyCannot(
  move: Move,
  c: CaseFile,
  by: Actor,
  s: Settings,
): 'not_yours' | 'not_possible_now' | null {
  const rule = moveRules[move]
  const theirs = rule.who(c, by, s)
  if (rule.from.includes(c.state)) return theirs ? null : 'not_yours'
  return theirs || concerns(c, by, s) ? 'not_possible_now' : 'not_yours'
}

/** Somebody to whom the case is not foreign is told that the time is wrong, not that the case is none of theirs. */
const concerns: Who = (c, by, s) =>
  by.kind === 'job' ||
  either(isVoice, isDuty, isHead, isParentDuty, isSupervisor, gridOwn)(c, by, s) ||
  either(isReportingSystem, speaksForUnit)(c, by, s) ||
  c.legs.some((l) => holds(by, l.receiver, s) || gives(by, l.giver, s)) ||
  isCalled(c, by, s)
