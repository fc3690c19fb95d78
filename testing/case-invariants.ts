// What must hold of every case file, whatever was done to it (loop.md 1). Each function answers with what is wrong.

import { chain, currentRound, isOpen, sameReceiver } from '#core/cases/case.ts'
import type { CaseFile, Leg, State } from '#core/cases/case.ts'
import type { Change, Entry } from '#core/cases/change.ts'
import { dueAgrees } from '#core/cases/clock.ts'
import type { Clock } from '#core/cases/clock.ts'
import type { Move } from '#core/cases/moves.ts'
import { settingsAt } from './case-town.ts'

type Fault = string | null
const when = (wrong: boolean, fault: string): Fault => (wrong ? fault : null)

/** INV 1, 2: the journal folds to the state, one entry a version, the report first and once. */
function journal(c: CaseFile, entries: readonly Entry[]): Fault {
  const folded = entries.reduce<State | null>((state, e) => {
    if (e.move !== 'report' && e.from !== state) return null
    return e.to
  }, null)
  const reports = entries.filter((e) => e.move === 'report').length
  const wrong =
    folded !== c.state ||
    entries.length !== c.version ||
    reports !== 1 ||
    entries[0]?.move !== 'report'
  return when(wrong, 'INV 1, 2: the journal does not fold to the case')
}

/** INV 6: round n+1 exists if and only if round n was undone, and one is current. */
const rounds = (c: CaseFile): Fault =>
  when(
    c.round !== c.rounds.length ||
      c.rounds.some((r, i) => (r.undoneAt !== null) !== i < c.rounds.length - 1),
    'INV 6: rounds',
  )

/** INV 7: the open lead legs form one chain, from home to the top. */
function chained(c: CaseFile): Fault {
  const legs = chain(c)
  const wrong = legs.some((leg, i) => {
    const below = legs[i - 1]
    const giver = below?.receiver ?? { areaId: c.homeAreaId, unitId: null }
    return !sameReceiver(leg.giver, giver) || leg.parent !== (below?.serial ?? null)
  })
  return when(wrong, 'INV 7: the open lead legs are no chain')
}

const needsLeg: readonly State[] = ['DISPATCHED', 'HANDLING', 'REWORK', 'HANDLED', 'PASSING_BACK']
/** INV 9: whoever works has a leg; what is over has none, of any kind. */
function legs(c: CaseFile): Fault {
  const open = chain(c).length
  const dispatched = currentRound(c).firstDispatchedAt !== null
  const stopped = c.state === 'SUSPENDED' || c.state === 'WAITING_REPORTER'
  if ((needsLeg.includes(c.state) || (stopped && dispatched)) && open === 0)
    return 'INV 9: nobody holds it'
  // A merged case stands still as it was: its legs wait with it.
  const over = (!isOpen(c.state) && c.state !== 'MERGED') || c.state === 'CHECKED'
  return when(
    over && c.legs.some((l) => l.endedAt === null),
    'INV 9: a leg is open although it is over',
  )
}

/** INV 10, 11: nobody checked or closed his own work, and what was solved is proven. */
function hands(c: CaseFile): Fault {
  const by = (round: number) => c.proofs.filter((p) => p.round === round).map((p) => p.by)
  if (c.legs.some((l) => l.checkedBy !== null && l.checkedBy === l.handedInBy))
    return 'INV 10: checked by who handed in'
  const before = (l: Leg) =>
    c.proofs.some((p) => p.round === l.round && p.by === l.checkedBy && p.at <= (l.checkedAt ?? ''))
  if (c.legs.some(before)) return 'INV 10: checked by a handler'
  if (c.rounds.some((r) => r.closedBy !== null && by(r.round).includes(r.closedBy)))
    return 'INV 10: closed by a handler'
  const own = c.voices.length === 0 ? c.createdBy : null
  if (c.rounds.some((r) => r.closedBy === own && !r.selfHandled && r.closedBy !== null))
    return 'INV 10: closed by who found it'
  const unproven = (round: number) => !c.proofs.some((p) => p.round === round && p.satisfied)
  return when(
    c.rounds.some((r) => r.outcome === 'solved' && unproven(r.round)),
    'INV 11: solved without proof',
  )
}

/** INV 12: an objection is what undid its round, and an answer is of a closed round. */
const answers = (c: CaseFile): Fault =>
  when(
    c.rounds.some(
      (r) =>
        (r.answer !== null && r.closedAt === null) ||
        (r.undoneBy === 'object') !== (r.answer === 'object'),
    ),
    'INV 12: answers',
  )

const key = (k: Clock) => `${k.kind} ${k.leg ?? 0}`
/** INV 14, 15, and the database's own: one clock of a kind (and leg) runs; pauses are apart; due is what the law says. */
function clocks(c: CaseFile): Fault {
  const running = c.clocks.filter((k) => k.endedAt === null)
  if (new Set(running.map(key)).size < running.length)
    return `two clocks of a kind run: ${running.map(key).join()}`
  for (const k of c.clocks) {
    const open = k.pauses.filter((p) => p.to === null).length
    const overlap = k.pauses.some((p, i) => i > 0 && (k.pauses[i - 1]?.to ?? '9') > p.from)
    if (open > 1 || overlap) return 'INV 14: pauses overlap'
    const still = ['SUSPENDED', 'WAITING_REPORTER', 'VERIFYING', 'MERGED'].includes(c.state)
    if (open > 0 && k.endedAt === null && !still)
      return `INV 14: ${k.kind} stands still in ${c.state}`
    // Corrected to less than was used while it stood still: nothing is left, and it is due when it goes on.
    const usedUp = k.dueAt === null && k.remainingSeconds === 0
    const lawful = usedUp || dueAgrees(k, settingsAt(c.lastAt).calendar)
    if (k.endedAt === null && !lawful) return `INV 15: due of ${k.kind}`
  }
  return null
}

/** INV 17, 18. */
function honest(c: CaseFile): Fault {
  const live = c.extensions.filter((e) => e.state === 'open')
  if (live.length > 1 || live.some((e) => e.round !== c.round))
    return 'INV 17: more than one live request'
  if (c.rounds.some((r) => r.extensionsGranted > 2)) return 'INV 17: more than two extensions'
  if ((c.state === 'MERGED') !== (c.merged !== null))
    return 'INV 20: merged into nothing, or left behind'
  const wrong =
    (c.state === 'SUSPENDED') !== (c.suspension !== null) || c.suspension?.publicReason === ''
  return when(wrong, 'INV 18: a suspension without a public reason, or left behind')
}

/** What the database refuses as well (migration of the cases). */
const stored = (c: CaseFile): Fault =>
  when(
    c.legs.some((l) => (l.endedAt === null) !== (l.howEnded === null)) ||
      c.rounds.some((r) => (r.closedAt === null) !== (r.outcome === null)) ||
      c.extensions.some((e) => e.state !== 'withdrawn' && e.decidedBy === e.by),
    'the database would refuse it',
  )

/** INV 13, 16: dues move only by lawful moves; lateness is never cleared. */
const movesDue: readonly Move[] = [
  'verifyBeforeFiling',
  'verified',
  'triage',
  'dispatch',
  'correct',
  'grantExtension',
  'suspend',
  'resume',
  'waitForReporter',
  'answer',
  'merge',
  'unmerge',
  'applyCalendar',
]
function dues(before: CaseFile, after: CaseFile, move: Move): Fault {
  for (const was of before.clocks) {
    const is = after.clocks.find((k) => k.serial === was.serial)
    if (is === undefined) return 'a clock is gone'
    if (was.overdueAt !== null && is.overdueAt === null) return 'INV 16: lateness was cleared'
    if (is.dueAt !== was.dueAt && !movesDue.includes(move))
      return `INV 13: ${move} moved the due of ${was.kind}`
    if (is.startedAt !== was.startedAt) return `${move} restarted ${was.kind}`
  }
  return null
}

/** INV 24, 25: what is returned is decided by its giver; the journal names no person of the street. */
function step(before: CaseFile, entry: Entry): Fault {
  const leaves = before.state === 'RETURNED' && entry.to !== 'RETURNED'
  const lawful = ['reroute', 'uphold', 'merge', 'void'].includes(entry.move)
  if (leaves && !lawful) return `INV 24: ${entry.move} from RETURNED`
  return when(
    /"(lon|lat|phone)":/.test(JSON.stringify(entry.facts)),
    'INV 25: a position in the journal',
  )
}

/** What is wrong after a change; null if nothing is. */
export function faultAfter(
  before: CaseFile,
  change: Change,
  journalSoFar: readonly Entry[],
): Fault {
  const c = change.file
  const all = [
    journal(c, [...journalSoFar, ...change.entries]),
    rounds(c),
    chained(c),
    legs(c),
    hands(c),
  ]
  const more = [answers(c), clocks(c), honest(c), stored(c)]
  const steps = change.entries.flatMap((e) => [dues(before, c, e.move), step(before, e)])
  return [...all, ...more, ...steps].find((fault) => fault !== null) ?? null
}
