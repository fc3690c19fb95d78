// The additive facts of the figures, counted as a case moves: what one case contributes, as a pure function of its
// present. A move stores contributions(after) − contributions(before); a recount adds them up anew. One home for both.
// Laws and definitions: loop.md 7.1 and 7.2. Flows count on the day of their instant, duties on the day of their due.

import { localDate, toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import { foundSources, saidSources } from './case.ts'
import type { CaseFile, Outcome, Round, Source } from './case.ts'
import type { Clock, ClockKind } from './clock.ts'
import type { Whistle } from './whistle.ts'

export const tallyFacts = [
  'reported_grid_patrol',
  'reported_device',
  'reported_resident_web',
  'reported_resident_phone',
  'reported_counter',
  'reported_hotline_12345',
  'reported_upper_level',
  'reported_other_system',
  'filed_p',
  'filed_e',
  'filed_c',
  'filed_found',
  'filed_said',
  'self_handled',
  'handle_due',
  'handled',
  'handled_on_time',
  'extended',
  'whole_due',
  'closed',
  'closed_on_time',
  'closed_solved',
  'closed_referred',
  'closed_unfounded',
  'closed_guided',
  'reworked',
  'closings',
  'closings_undone',
  'first_dispatches',
  'first_dispatches_right',
  'respond_due',
  'responded',
  'answered',
  'answered_solved',
  'graded',
  'satisfied',
  'confirmed',
  'objected',
  'silent',
  'refused',
  'urged',
  'supervised',
  'sampled',
  'samples_not_done',
  'invalid_unreachable',
  'invalid_not_in_mandate',
  'invalid_in_court',
  'invalid_policy_limit',
  'invalid_abusive',
  'invalid_duplicate',
  'invalid_private_matter',
  'called',
  'arrived_on_time',
  'excused',
] as const
export type TallyFact = (typeof tallyFacts)[number]
export type Counts = Partial<Record<TallyFact, number>>

/** Counts per leaf area and local day; months are the sums of their days. */
export type Tallies = Map<string, { areaId: number; day: string; counts: Counts }>

type Add = (fact: TallyFact, at: Instant | null) => void

const reportedBy: Record<Source, TallyFact> = {
  GRID_PATROL: 'reported_grid_patrol',
  DEVICE: 'reported_device',
  RESIDENT_WEB: 'reported_resident_web',
  RESIDENT_PHONE: 'reported_resident_phone',
  COUNTER: 'reported_counter',
  HOTLINE_12345: 'reported_hotline_12345',
  UPPER_LEVEL: 'reported_upper_level',
  OTHER_SYSTEM: 'reported_other_system',
}
const filedAs = { P: 'filed_p', E: 'filed_e', C: 'filed_c' } as const
const closedAs: Record<Outcome, TallyFact> = {
  solved: 'closed_solved',
  referred: 'closed_referred',
  unfounded: 'closed_unfounded',
  guided: 'closed_guided',
}

const dayMemo = new Map<string, string>()

/** The local day of an instant. Offsets of zones are whole quarters of an hour, so a quarter is looked up once. */
export function dayOf(instant: Instant, timeZone: string): string {
  const key = `${timeZone} ${Math.floor(toMs(instant) / 900_000)}`
  const known = dayMemo.get(key)
  if (known !== undefined) return known
  if (dayMemo.size > 200_000) dayMemo.clear()
  const day = localDate(instant, timeZone)
  dayMemo.set(key, day)
  return day
}

/** What this case adds to the figures of its filing area. Void cases add nothing; merged ones only their report. */
export function contributions(
  c: CaseFile,
  timeZone: string,
  basicallySatisfiedCounts = true,
): Tallies {
  const tallies: Tallies = new Map()
  const add: Add = (fact, at) => {
    if (at === null) return
    const day = dayOf(at, timeZone)
    const key = `${c.filedAreaId} ${day}`
    const held = tallies.get(key) ?? { areaId: c.filedAreaId, day, counts: {} }
    held.counts[fact] = (held.counts[fact] ?? 0) + 1
    tallies.set(key, held)
  }
  if (c.state === 'VOID' || c.version === 0) return tallies
  add(reportedBy[c.source], c.reportedAt)
  if (c.state === 'MERGED') return tallies
  addFiling(c, add)
  addChecks(c, add)
  if (c.appeal?.excused === true) add('excused', c.appeal.overdueAt)
  for (const whistle of c.whistles) addCalls(whistle, add)
  for (const round of c.rounds) addRound(c, round, add, basicallySatisfiedCounts ? 3 : 4)
  return tallies
}

function addFiling(c: CaseFile, add: Add): void {
  add(filedAs[c.categoryClass], c.filedAt)
  if (foundSources.includes(c.source)) add('filed_found', c.filedAt)
  if (saidSources.includes(c.source)) add('filed_said', c.filedAt)
  const first = c.rounds[0]
  const faked = c.samples.some((sample) => sample.judgement === 'not_done')
  if (first?.selfHandled === true && first.undoneAt === null && !faked)
    add('self_handled', c.filedAt)
  if (c.refused !== null && c.filedAt === null) add('refused', c.refused.at)
  for (const urge of c.urges) add('urged', urge.at)
  for (const supervision of c.supervisions) add('supervised', supervision.at)
}

/** What outsiders found, and calls that answered nothing: each on its own day. */
function addChecks(c: CaseFile, add: Add): void {
  for (const { judgedAt, judgement } of c.samples) {
    add('sampled', judgedAt)
    if (judgement === 'not_done') add('samples_not_done', judgedAt)
  }
  for (const call of c.callbacks) if (call.reason !== null) add(`invalid_${call.reason}`, call.at)
}

/** A called unit is a duty of the time it was called for. */
function addCalls({ calls, meetBy }: Whistle, add: Add): void {
  for (const { arrivedAt } of calls) {
    add('called', meetBy)
    if (arrivedAt !== null && toMs(arrivedAt) <= toMs(meetBy)) add('arrived_on_time', meetBy)
  }
}

function addRound(c: CaseFile, r: Round, add: Add, satisfiedFrom: number): void {
  addHandling(r, dueOf(c, 'HANDLE', r), add)
  addClosing(r, dueOf(c, 'WHOLE', r), add)
  add('first_dispatches', r.firstDispatchedAt)
  if (r.firstDispatch === 'standing') add('first_dispatches_right', r.firstDispatchedAt)
  const respond = dueOf(c, 'RESPOND', r)
  add('respond_due', respond)
  if (respond !== null && r.respondedAt !== null && toMs(r.respondedAt) <= toMs(respond))
    add('responded', respond)
  addAnswers(r, add, satisfiedFrom)
}

/** The due of a round's clock. A paused clock has none, unless it was overdue before the pause [D7]. */
function dueOf(c: CaseFile, kind: ClockKind, r: Round): Instant | null {
  const clock: Clock | undefined = c.clocks.findLast((k) => k.kind === kind && k.round === r.round)
  return clock?.dueAt ?? null
}

function addHandling(r: Round, due: Instant | null, add: Add): void {
  if (due === null) return
  add('handle_due', due)
  if (r.extensionsGranted > 0) add('extended', due)
  if (r.handledAt === null || r.undoneAt !== null) return
  add('handled', due)
  if (toMs(r.handledAt) <= toMs(due)) add('handled_on_time', due)
}

function addClosing(r: Round, due: Instant | null, add: Add): void {
  add('closings', r.closedAt)
  if (r.undoneAt !== null) add('closings_undone', r.closedAt)
  if (due === null) return
  add('whole_due', due)
  if (r.failedChecks > 0) add('reworked', due)
  if (r.closedAt === null || r.outcome === null || r.undoneAt !== null) return
  add('closed', due)
  add(closedAs[r.outcome], due)
  if (toMs(r.closedAt) <= toMs(due)) add('closed_on_time', due)
}

/** Answers: confirm is yes; an objection or the reporter's reopening is no; a call-back as said; silence is none. */
function addAnswers(r: Round, add: Add, satisfiedFrom: number): void {
  const last = lastAnswer(r)
  add('answered', last.at)
  if (last.solved) add('answered_solved', last.at)
  if (r.answer === 'confirm') add('confirmed', r.answeredAt)
  if (r.answer === 'object') add('objected', r.answeredAt)
  if (r.answer === 'silence') add('silent', r.answeredAt)
  if (r.grade === null) return
  add('graded', r.gradedAt)
  if (r.grade >= satisfiedFrom) add('satisfied', r.gradedAt)
}

/** What the person said last of a closing, whichever way: the objection, the confirmation, or the call-back after it. */
export function lastAnswer(r: Round): { at: Instant | null; solved: boolean } {
  if (r.undoneBy === 'object' || r.undoneBy === 'reporter') return { at: r.undoneAt, solved: false }
  const confirmedAt = r.answer === 'confirm' ? r.answeredAt : null
  const called = r.calledAt !== null && (confirmedAt === null || r.calledAt >= confirmedAt)
  return called
    ? { at: r.calledAt, solved: r.calledSolved === true }
    : { at: confirmedAt, solved: confirmedAt !== null }
}

/** after − before, without the rows that stay the same. Sorted, so that two moves never wait for each other crosswise. */
export function difference(
  before: Tallies,
  after: Tallies,
): { areaId: number; day: string; counts: Counts }[] {
  const changed: { areaId: number; day: string; counts: Counts }[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(key)
    const is = after.get(key)
    const row = is ?? was
    if (row === undefined) continue
    const counts: Counts = {}
    for (const fact of tallyFacts) {
      const n = (is?.counts[fact] ?? 0) - (was?.counts[fact] ?? 0)
      if (n !== 0) counts[fact] = n
    }
    if (Object.keys(counts).length > 0) changed.push({ areaId: row.areaId, day: row.day, counts })
  }
  return changed.toSorted((a, b) => a.areaId - b.areaId || (a.day < b.day ? -1 : 1))
}
