// The figures 1–13 of an area and a period: a pure function of the journal up to and including asOf (loop.md 7).
// Flows count by their own instant, duties by their due; area is the filing place as known at asOf; void and merged
// cases are left out, except merged ones of the number reported. No figure is ever grouped by person.

import { toMs } from '#core/kit/time.ts'
import { classOf, currentRound, historiesOf } from './case-history.ts'
import type { CaseHistory, JournalEntry, RoundHistory } from './case-history.ts'
import { filedIn, isDuty, roundsOf, subtree, tally, within } from './figure-scope.ts'
import type { FigureArea, FigureSettings, Period, Scope } from './figure-scope.ts'
import { answerFigures } from './figures-answers.ts'
import type { AnswerFigures } from './figures-answers.ts'
import { perCase, share, spread } from './small-cells.ts'
import type { PerCase, Share, Spread } from './small-cells.ts'

export type Figures = {
  k1: {
    reported: number
    reportedBySource: Record<string, number>
    filed: number
    filedByClass: Record<string, number>
  }
  k2_selfHandled: Share
  k3_handled: Share
  k3_handledOnTime: Share
  k3_closed: Share
  k3_closedByOutcome: Record<string, number>
  k3_closedOnTime: Share
  k3_extended: Share
  k4_rework: Share
  k4_reopened: Share
  k5_minutes: { all: Spread; byTier: Record<string, Spread>; byClass: Record<string, Spread> }
  k6_overdueOpen: OverdueOpen
  suspendedOpen: number
  k7_rightDispatch: Share
  k8_handovers: PerCase
} & AnswerFigures

export type OverdueOpen = {
  total: number
  d0_3: number
  d4_7: number
  d8_30: number
  dOver30: number
}

/** One reading of a journal, from which any number of areas and periods can be asked. */
export type Reading = {
  areas: readonly FigureArea[]
  journal: readonly JournalEntry[]
  settings: FigureSettings
  /** As known at asOf, without void cases; merged ones are still among them. */
  known: CaseHistory[]
}

export function readJournal(
  areas: readonly FigureArea[],
  journal: readonly JournalEntry[],
  settings: FigureSettings,
): Reading {
  const asOf = toMs(settings.asOf)
  const known = historiesOf(journal, (at) => at <= asOf).filter((c) => !c.voided)
  return { areas, journal, settings, known }
}

export function figure(
  areas: readonly FigureArea[],
  journal: readonly JournalEntry[],
  of: { area: string; period: Period },
  settings: FigureSettings,
): Figures {
  return figuresFrom(readJournal(areas, journal, settings), of)
}

export function figuresFrom(
  reading: Reading,
  { area, period }: { area: string; period: Period },
): Figures {
  const { areas, settings } = reading
  const covered = subtree(areas, area)
  const reportedHere = reading.known.filter((c) => covered.has(c.filedIn))
  const counted = reportedHere.filter((c) => !c.merged)
  const asOf = toMs(settings.asOf)
  const inPeriod = within(period)
  const scope: Scope = { counted, inPeriod, asOf, settings }
  return {
    k1: counts(reportedHere, scope),
    k2_selfHandled: selfHandled(scope),
    ...handling(scope),
    ...closing(scope),
    ...timesAndDispatch(scope),
    ...snapshot(reading, counted, Math.min(toMs(period.to), asOf)),
    ...answerFigures(
      scope,
      reading.known.filter((c) => !c.merged),
    ),
  }
}

function counts(reportedHere: readonly CaseHistory[], scope: Scope): Figures['k1'] {
  const reported = reportedHere.filter((c) => scope.inPeriod(c.reportedAt))
  const filed = filedIn(scope)
  return {
    reported: reported.length,
    reportedBySource: tally(reported.map((c) => c.source)),
    filed: filed.length,
    filedByClass: tally(filed.map(classOf)),
  }
}

function selfHandled(scope: Scope): Share {
  const filed = filedIn(scope)
  const good = filed.filter(
    (c) =>
      c.filedBySelfHandling &&
      c.rounds[0]?.undone === false &&
      !c.samples.some((s) => s.judgement === 'not_done'),
  )
  return share(good.length, filed.length, scope.settings.smallCell)
}

function handling(scope: Scope) {
  const duties = roundsOf(scope).filter((r) => isDuty(scope, r.handleDue, r.handledAt))
  const handled = duties.filter((r) => r.handledAt !== null && !r.undone)
  const onTime = handled.filter((r) => r.handledAt! <= r.handleDue!)
  const extended = duties.filter((r) => r.extensions > 0)
  const of = (part: readonly unknown[]): Share =>
    share(part.length, duties.length, scope.settings.smallCell)
  return { k3_handled: of(handled), k3_handledOnTime: of(onTime), k3_extended: of(extended) }
}

function closing(scope: Scope) {
  const { smallCell } = scope.settings
  const rounds = roundsOf(scope)
  const duties = rounds.filter((r) => isDuty(scope, r.wholeDue, r.closedAt))
  const closed = duties.filter((r) => r.closedAt !== null && !r.undone)
  const onTime = closed.filter((r) => r.closedAt! <= r.wholeDue!)
  const reworked = duties.filter((r) => r.failedChecks > 0)
  const closings = rounds.filter((r) => scope.inPeriod(r.closedAt))
  const undone = closings.filter((r) => r.undone)
  return {
    k3_closed: share(closed.length, duties.length, smallCell),
    k3_closedByOutcome: tally(closed.map((r) => r.outcome ?? 'unsaid')),
    k3_closedOnTime: share(onTime.length, duties.length, smallCell),
    k4_rework: share(reworked.length, duties.length, smallCell),
    k4_reopened: share(undone.length, closings.length, smallCell),
  }
}

function timesAndDispatch(scope: Scope) {
  const { smallCell } = scope.settings
  const rounds = roundsOf(scope)
  const dispatches = rounds.filter((r) => scope.inPeriod(r.firstDispatchAt))
  const right = dispatches.filter((r) => !r.wronglyDispatched)
  return {
    k5_minutes: handlingMinutes(scope),
    k7_rightDispatch: share(right.length, dispatches.length, smallCell),
    k8_handovers: handovers(scope),
  }
}

function handlingMinutes(scope: Scope): Figures['k5_minutes'] {
  const items = scope.counted.flatMap((c) =>
    c.rounds
      .filter((r) => scope.inPeriod(r.handledAt) && !r.undone && !r.selfHandled)
      .map((r) => ({ tier: r.tier ?? 'unsaid', class: classOf(c), minutes: minutesOf(r) })),
  )
  const spreadOf = (some: typeof items) =>
    spread(
      some.flatMap((i) => i.minutes ?? []),
      scope.settings.smallCell,
    )
  const by = (key: 'tier' | 'class') =>
    Object.fromEntries(
      Object.keys(tally(items.map((i) => i[key]))).map((value) => [
        value,
        spreadOf(items.filter((i) => i[key] === value)),
      ]),
    )
  return { all: spreadOf(items), byTier: by('tier'), byClass: by('class') }
}

/** From first dispatch to handing-in, without suspended, waiting and merged time; overlapping stops count once. */
function minutesOf(round: RoundHistory): number | null {
  const { firstDispatchAt: from, handledAt: to } = round
  if (from === null || to === null) return null
  let stopped = 0
  let reached = from
  for (const stop of round.stops.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(stop.from, reached)
    const end = Math.min(stop.to ?? to, to)
    if (end <= start) continue
    stopped += end - start
    reached = end
  }
  return Math.floor((to - from - stopped) / 60_000)
}

/** Counted up to the case's last closing in the period, over all its rounds. */
function handovers(scope: Scope): PerCase {
  let num = 0
  let den = 0
  for (const c of scope.counted) {
    const last = c.rounds.map((r) => r.closedAt).findLast(scope.inPeriod)
    if (last === undefined || last === null) continue
    den += 1
    num += c.handoversAt.filter((at) => at <= last).length
  }
  return perCase(num, den, scope.settings.smallCell)
}

/** The open set as it stood just before s; which cases count, and where, is as known at asOf. */
function snapshot(reading: Reading, counted: readonly CaseHistory[], s: number) {
  const here = new Set(counted.map((c) => c.number))
  const then = justBefore(reading, s).filter((c) => here.has(c.number))
  const ages = then.flatMap((c) => {
    const age = overdueDays(c, s)
    return age === null ? [] : [age]
  })
  const between = (from: number, to: number) => ages.filter((d) => from <= d && d <= to).length
  return {
    k6_overdueOpen: {
      total: ages.length,
      d0_3: between(0, 3),
      d4_7: between(4, 7),
      d8_30: between(8, 30),
      dOver30: between(31, Infinity),
    },
    suspendedOpen: then.filter((c) => c.suspended && !c.merged).length,
  }
}

const pasts = new WeakMap<Reading, Map<number, CaseHistory[]>>()

/** One past is read once for all areas asked. */
function justBefore(reading: Reading, s: number): CaseHistory[] {
  const known = pasts.get(reading) ?? new Map<number, CaseHistory[]>()
  pasts.set(reading, known)
  const past = known.get(s) ?? historiesOf(reading.journal, (at) => at < s)
  known.set(s, past)
  return past
}

/** Whole days since the earlier of the duties not done in time; null if the case is not overdue. */
function overdueDays(c: CaseHistory, s: number): number | null {
  const round = currentRound(c)
  if (c.filedAt === null || round.closedAt !== null || round.selfHandled) return null
  const handleDue = round.handledAt === null ? round.handleDue : null
  const missed = [handleDue, round.wholeDue].filter((due) => due !== null && due < s) as number[]
  return missed.length === 0 ? null : Math.floor((s - Math.min(...missed)) / 86_400_000)
}
