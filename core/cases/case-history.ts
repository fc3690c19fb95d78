// What a journal says about each case up to an instant: its rounds, dues, answers, samples and calls, as the figures
// need them. A fold of entries, nothing stored; the rules of counting are in figures.ts.

import { toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'

/** One line of a journal with the facts it set (loop.md 7.4). A move unknown to the figures changes none of them. */
export type JournalEntry = {
  n?: number
  at: Instant
  case: string
  move: string
  source?: string
  category?: string
  place?: string
  filedIn?: string
  contact?: boolean
  urgent?: boolean
  linkedTo?: string
  tier?: string
  matter?: string
  via?: string
  /** The due of the current round after the move; null is stopped or none, left out is unchanged. */
  handleDue?: Instant | null
  wholeDue?: Instant | null
  respondDue?: Instant | null
  leg?: string
  parent?: string | null
  fromLeg?: string
  unit?: string
  outcome?: string
  reason?: string
  judgement?: string
  by?: string
  reached?: boolean
  valid?: boolean
  solved?: boolean | null
  grade?: number | null
  reviewed?: boolean
  into?: string
  whistle?: string
  units?: string[]
  meetBy?: Instant
}

/** Instants here are epoch milliseconds. */
export type RoundHistory = {
  tier: string | null
  selfHandled: boolean
  handleDue: number | null
  wholeDue: number | null
  respondDue: number | null
  firstDispatchAt: number | null
  firstLeg: string | null
  /** A reroute after a return, or a transfer to the right unit, showed the first dispatch to be wrong. */
  wronglyDispatched: boolean
  /** The last handing-in that no later check refused. */
  handledAt: number | null
  closedAt: number | null
  outcome: string | null
  undone: boolean
  failedChecks: number
  extensions: number
  reachedAt: number | null
  answer: { at: number; solved: boolean } | null
  grade: { at: number; grade: number } | null
  /** Suspended, waiting for the reporter, or merged: time that is nobody's handling time. */
  stops: { from: number; to: number | null; why: Stop }[]
}
type Stop = 'suspend' | 'waitForReporter' | 'merge'

export type Call = { at: number; meetBy: number; unit: string; arrivedAt: number | null }

export type CaseHistory = {
  number: string
  source: string
  category: string
  place: string
  filedIn: string
  reportedAt: number
  filedAt: number | null
  filedBySelfHandling: boolean
  voided: boolean
  merged: boolean
  suspended: boolean
  rounds: RoundHistory[]
  /** Onward dispatches, reroutes and transfers: who had to pick it up anew. */
  handoversAt: number[]
  samples: { at: number; judgement: string }[]
  calls: (Call & { whistle: string })[]
  invalidCallbacks: { at: number; reason: string }[]
}

/** The cases as known from the entries that `until` lets through; the journal is in order. */
export function historiesOf(
  journal: readonly JournalEntry[],
  until: (at: number) => boolean,
): CaseHistory[] {
  const cases = new Map<string, CaseHistory>()
  for (const entry of journal) {
    const at = toMs(entry.at)
    if (!until(at)) continue
    if (entry.move === 'report') cases.set(entry.case, reported(entry, at))
    const history = cases.get(entry.case)
    if (history === undefined) continue
    apply(history, entry, at)
    keepFacts(history, entry)
  }
  return [...cases.values()]
}

export const currentRound = (history: CaseHistory): RoundHistory => history.rounds.at(-1)!

/** 'E04-06' is of class 'E04'. */
export const classOf = (history: CaseHistory): string => history.category.split('-')[0]!

function reported(entry: JournalEntry, at: number): CaseHistory {
  return {
    number: entry.case,
    source: entry.source ?? '',
    category: entry.category ?? '',
    place: entry.place ?? '',
    filedIn: entry.filedIn ?? '',
    reportedAt: at,
    filedAt: null,
    filedBySelfHandling: false,
    voided: false,
    merged: false,
    suspended: false,
    rounds: [newRound(null)],
    handoversAt: [],
    samples: [],
    calls: [],
    invalidCallbacks: [],
  }
}

function newRound(tier: string | null): RoundHistory {
  return {
    tier,
    selfHandled: false,
    handleDue: null,
    wholeDue: null,
    respondDue: null,
    firstDispatchAt: null,
    firstLeg: null,
    wronglyDispatched: false,
    handledAt: null,
    closedAt: null,
    outcome: null,
    undone: false,
    failedChecks: 0,
    extensions: 0,
    reachedAt: null,
    answer: null,
    grade: null,
    stops: [],
  }
}

/** Facts any move may carry. After an undoing move they belong to the new round, which is current by then. */
function keepFacts(history: CaseHistory, entry: JournalEntry): void {
  const round = currentRound(history)
  if (entry.handleDue !== undefined) round.handleDue = instantOrNull(entry.handleDue)
  if (entry.wholeDue !== undefined) round.wholeDue = instantOrNull(entry.wholeDue)
  if (entry.respondDue !== undefined) round.respondDue = instantOrNull(entry.respondDue)
  if (entry.tier !== undefined) round.tier = entry.tier
}

const instantOrNull = (instant: Instant | null): number | null =>
  instant === null ? null : toMs(instant)

type Applies = (history: CaseHistory, entry: JournalEntry, at: number) => void

function apply(history: CaseHistory, entry: JournalEntry, at: number): void {
  moves[entry.move]?.(history, entry, at)
}

const moves: Record<string, Applies | undefined> = {
  accept: (history, entry, at) => {
    // An upheld contest of a guided closing is the only acceptance of a round that was already closed.
    if (currentRound(history).closedAt !== null) undo(history)
    file(history, at, entry.move)
  },
  selfHandle: (history, entry, at) => {
    file(history, at, entry.move)
    currentRound(history).selfHandled = true
  },
  triage: (history, entry, at) => {
    if (entry.matter?.toLowerCase() === 'private') closeRound(history, at, 'guided')
  },
  dispatch: dispatched,
  reroute: (history, entry, at) => {
    if (entry.outcome !== 'upheld') movedOn(history, entry, at, true)
  },
  transfer: (history, entry, at) => movedOn(history, entry, at, entry.reason === 'wrong_unit'),
  correct: (history, entry) => {
    if (entry.filedIn !== undefined) history.filedIn = entry.filedIn
    if (entry.category !== undefined) history.category = entry.category
    if (entry.place !== undefined) history.place = entry.place
  },
  redraw: (history, entry) => {
    if (entry.filedIn !== undefined) history.filedIn = entry.filedIn
  },
  contact: (history, entry, at) => {
    if (entry.reached !== false) currentRound(history).reachedAt ??= at
  },
  grantExtension: (history) => {
    currentRound(history).extensions += 1
  },
  handle: (history, _entry, at) => {
    currentRound(history).handledAt = at
  },
  checkFail: (history) => {
    currentRound(history).handledAt = null
    currentRound(history).failedChecks += 1
  },
  close: (history, entry, at) => closeRound(history, at, entry.outcome ?? 'unsaid'),
  confirm: (history, _entry, at) => answered(history, at, true),
  object: (history, _entry, at) => {
    answered(history, at, false)
    undo(history)
  },
  reopen: (history, entry, at) => {
    if (entry.by === 'reporter') answered(history, at, false)
    undo(history)
  },
  stillBroken: (history) => {
    if (currentRound(history).closedAt !== null) undo(history)
  },
  rate: (history, entry, at) => graded(history, at, entry.grade),
  callback: calledBack,
  sampleCheck: (history, entry, at) => {
    history.samples.push({ at, judgement: entry.judgement ?? '' })
  },
  suspend: (history, entry, at) => {
    history.suspended = true
    stop(history, entry, at, 'suspend')
  },
  resume: (history, _entry, at) => {
    history.suspended = false
    goOn(history, at, 'suspend')
  },
  waitForReporter: (history, entry, at) => stop(history, entry, at, 'waitForReporter'),
  answer: (history, _entry, at) => goOn(history, at, 'waitForReporter'),
  merge: (history, entry, at) => {
    history.merged = true
    stop(history, entry, at, 'merge')
  },
  unmerge: (history, _entry, at) => {
    history.merged = false
    goOn(history, at, 'merge')
  },
  void: (history) => {
    history.voided = true
  },
  whistle: called,
  arrive: arrived,
}

function file(history: CaseHistory, at: number, move: string): void {
  if (history.filedAt !== null) return
  history.filedAt = at
  history.filedBySelfHandling = move === 'selfHandle'
}

function closeRound(history: CaseHistory, at: number, outcome: string): void {
  const round = currentRound(history)
  round.closedAt = at
  round.outcome = outcome
}

function undo(history: CaseHistory): void {
  const old = currentRound(history)
  old.undone = true
  history.rounds.push(newRound(old.tier))
}

function dispatched(history: CaseHistory, entry: JournalEntry, at: number): void {
  const round = currentRound(history)
  if (round.firstDispatchAt !== null) {
    history.handoversAt.push(at)
    return
  }
  round.firstDispatchAt = at
  round.firstLeg = entry.leg ?? null
}

function movedOn(history: CaseHistory, entry: JournalEntry, at: number, wrong: boolean): void {
  const round = currentRound(history)
  history.handoversAt.push(at)
  if (wrong && entry.fromLeg === round.firstLeg) round.wronglyDispatched = true
}

function answered(history: CaseHistory, at: number, solved: boolean): void {
  currentRound(history).answer = { at, solved }
}

function graded(history: CaseHistory, at: number, grade: number | null | undefined): void {
  if (typeof grade === 'number') currentRound(history).grade = { at, grade }
}

function calledBack(history: CaseHistory, entry: JournalEntry, at: number): void {
  if (entry.valid === false) {
    history.invalidCallbacks.push({ at, reason: entry.reason ?? '' })
    return
  }
  if (typeof entry.solved === 'boolean') answered(history, at, entry.solved)
  graded(history, at, entry.grade)
}

/** A clock whose due has passed is not stopped any more; one that is stopped has no due until it goes on. */
function stop(history: CaseHistory, entry: JournalEntry, at: number, why: Stop): void {
  const round = currentRound(history)
  round.stops.push({ from: at, to: null, why })
  const runsOn = (due: number | null): number | null => (due !== null && due <= at ? due : null)
  if (entry.handleDue === undefined && round.handledAt === null)
    round.handleDue = runsOn(round.handleDue)
  if (entry.wholeDue === undefined) round.wholeDue = runsOn(round.wholeDue)
}

function goOn(history: CaseHistory, at: number, why: Stop): void {
  const open = currentRound(history).stops.findLast((s) => s.to === null && s.why === why)
  if (open !== undefined) open.to = at
}

function called(history: CaseHistory, entry: JournalEntry, at: number): void {
  if (entry.whistle === undefined || entry.meetBy === undefined) return
  const meetBy = toMs(entry.meetBy)
  for (const unit of new Set(entry.units)) {
    history.calls.push({ whistle: entry.whistle, at, meetBy, unit, arrivedAt: null })
  }
}

function arrived(history: CaseHistory, entry: JournalEntry, at: number): void {
  const call = history.calls.find((c) => c.whistle === entry.whistle && c.unit === entry.unit)
  if (call !== undefined) call.arrivedAt ??= at
}
