// A layer's own closed-loop figures (loop.md 7.2): legs, not cases, of a unit or area in a period. A pure function of the
// journal and the clocks up to asOf. Home figures count cases; the two are never added together, and no person stands here.

import { toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import type { Calendar } from '#core/places/calendar.ts'
import type { Leg, Receiver } from './case.ts'
import type { Entry } from './change.ts'
import { activeSeconds } from './clock.ts'
import type { Clock } from './clock.ts'
import { within } from './figure-scope.ts'
import type { Period } from './figure-scope.ts'
import { share, spread } from './small-cells.ts'
import type { Share, Spread } from './small-cells.ts'

export const layerFacts = [
  'received',
  'returned',
  'signed',
  'handedIn',
  'refused',
  'confirmedOnward',
  'held',
] as const
export type LayerFact = (typeof layerFacts)[number]

export type LayerFigures = {
  received: number
  returned: number
  signed: Share
  handedIn: number
  refused: number
  confirmedOnward: number
  confirmMinutes: Spread
  held: HeldShare
}

/** Seconds in these hands of all seconds of the overdue rounds that were in them. */
export type HeldShare = Share & { rounds: number }

/** One case as its journal tells it; who got a leg and the clocks stand in the rows. */
export type LayerCase = {
  entries: readonly Pick<Entry, 'move' | 'at' | 'round' | 'to' | 'facts'>[]
  legs: readonly Pick<Leg, 'serial' | 'receiver'>[]
  clocks: readonly Clock[]
}
export type LayerSettings = { asOf: Instant; smallCell: number; calendar: Calendar }
export type LayerScope = { receives: (receiver: Receiver) => boolean; period: Period }

const giving: readonly string[] = ['dispatch', 'reroute', 'uphold', 'transfer']
const handingIn: readonly string[] = ['handle', 'confirmOnward']

export function layerFigures(
  cases: readonly LayerCase[],
  scope: LayerScope,
  s: LayerSettings,
): LayerFigures {
  // Void and merged cases are in no figure, as known at asOf.
  const counted = cases.filter((c) => !['VOID', 'MERGED'].includes(c.entries.at(-1)?.to ?? 'VOID'))
  const inPeriod = within(scope.period)
  const items = counted.flatMap((c) => itemsOf(c, scope.receives))
  const now = (...moves: string[]) =>
    items.filter(({ move, at }) => moves.includes(move) && inPeriod(toMs(at)))
  const onward = now('confirmOnward')
  const minutes = onward.map(({ at, since }) => Math.floor((toMs(at) - toMs(since)) / 60_000))
  return {
    received: now(...giving).length,
    returned: now('return').length,
    signed: signedInTime(counted, scope, s),
    handedIn: now(...handingIn).length,
    refused: now('checkFail').length,
    confirmedOnward: onward.length,
    confirmMinutes: spread(minutes, s.smallCell),
    held: heldOfLate(counted, scope, s),
  }
}

type Item = { move: string; at: Instant; since: Instant }

/** What happened to legs of these receivers; since is when the result they vouch for had passed. */
function itemsOf(c: LayerCase, receives: LayerScope['receives']): Item[] {
  let passedAt: Instant | null = null
  return c.entries.flatMap(({ move, at, facts }) => {
    if (move === 'checkPass') passedAt = at
    const leg = c.legs.find(({ serial }) => serial === facts['leg'])
    if (leg === undefined || !receives(leg.receiver)) return []
    return [{ move, at, since: passedAt ?? at }]
  })
}

/** Duties by their due, decided or past; whoever gives it back in time has looked in time. */
function signedInTime(cases: readonly LayerCase[], scope: LayerScope, s: LayerSettings): Share {
  const inPeriod = within(scope.period)
  const duties = cases.flatMap((c) =>
    c.clocks.filter((clock) => {
      const leg = c.legs.find(({ serial }) => serial === clock.leg)
      if (clock.kind !== 'SIGN' || clock.dueAt === null || leg === undefined) return false
      const decided = clock.endedAt !== null || toMs(clock.dueAt) <= toMs(s.asOf)
      return scope.receives(leg.receiver) && inPeriod(toMs(clock.dueAt)) && decided
    }),
  )
  const inTime = duties.filter((k) => k.endedAt !== null && toMs(k.endedAt) <= toMs(k.dueAt!))
  return share(inTime.length, duties.length, s.smallCell)
}

/** The earliest promise of a round that was missed: HANDLE or WHOLE, ended late or past due. */
export function missedAt(clocks: readonly Clock[], round: number, asOf: Instant): Instant | null {
  const missed = clocks.flatMap(({ kind, round: of, dueAt, endedAt }) => {
    if ((kind !== 'HANDLE' && kind !== 'WHOLE') || of !== round || dueAt === null) return []
    return toMs(endedAt ?? asOf) > toMs(dueAt) ? [dueAt] : []
  })
  return missed.toSorted()[0] ?? null
}

/** Shares of overdue rounds: `held` by leg (null is home) in the time of the clock of the whole matter. */
export type LateRound = {
  held: ReadonlyMap<number | null, number>
  receiverOf: (leg: number) => Receiver | null
}

export function heldShare(
  rounds: readonly LateRound[],
  receives: LayerScope['receives'],
  smallCell: number,
): HeldShare {
  const theirs = rounds.flatMap(({ held, receiverOf }) => {
    const mine = [...held].filter(([leg]) => {
      const receiver = leg === null ? null : receiverOf(leg)
      return receiver !== null && receives(receiver)
    })
    const sum = (of: Iterable<[number | null, number]>) =>
      [...of].reduce((total, [, seconds]) => total + seconds, 0)
    return mine.length === 0 ? [] : [{ num: sum(mine), den: sum(held) }]
  })
  const num = theirs.reduce((sum, each) => sum + each.num, 0)
  const den = theirs.reduce((sum, each) => sum + each.den, 0)
  const hidden = theirs.length < smallCell
  const { rate } = share(num, den, 0)
  return { num, den, rate: hidden ? null : rate, hidden, rounds: theirs.length }
}

function heldOfLate(cases: readonly LayerCase[], scope: LayerScope, s: LayerSettings): HeldShare {
  const inPeriod = within(scope.period)
  const rounds = cases.flatMap((c) =>
    [...new Set(c.entries.map(({ round }) => round))].flatMap((round): LateRound[] => {
      const missed = missedAt(c.clocks, round, s.asOf)
      const whole = c.clocks.find((k) => k.kind === 'WHOLE' && k.round === round)
      if (missed === null || whole === undefined || !inPeriod(toMs(missed))) return []
      const receiverOf = (leg: number) =>
        c.legs.find(({ serial }) => serial === leg)?.receiver ?? null
      return [{ held: heldInJournal(c, whole, s), receiverOf }]
    }),
  )
  return heldShare(rounds, scope.receives, s.smallCell)
}

/** In whose hands a move puts the matter, told by the journal alone. */
function handsAfter(
  { move, facts }: LayerCase['entries'][number],
  parents: Map<number, number | null>,
): number | null | undefined {
  const leg = typeof facts['leg'] === 'number' ? facts['leg'] : null
  if (leg === null) return undefined
  if (giving.includes(move)) {
    const from = facts['fromLeg']
    const parent = typeof facts['parent'] === 'number' ? facts['parent'] : null
    parents.set(leg, typeof from === 'number' ? (parents.get(from) ?? null) : parent)
    return leg
  }
  if (move === 'checkFail') return leg
  if (handingIn.includes(move) || move === 'return') return parents.get(leg) ?? null
  return undefined
}

function heldInJournal(c: LayerCase, whole: Clock, s: LayerSettings): Map<number | null, number> {
  const end = whole.endedAt ?? s.asOf
  const held = new Map<number | null, number>()
  const parents = new Map<number, number | null>()
  let hands: number | null = null
  let since = whole.startedAt
  const until = (at: Instant) => {
    const to = toMs(at) < toMs(end) ? at : end
    if (toMs(to) <= toMs(since)) return
    const span = { kind: whole.limitKind, from: since, to, pauses: whole.pauses }
    held.set(hands, (held.get(hands) ?? 0) + activeSeconds(span, s.calendar))
    since = to
  }
  for (const entry of c.entries) {
    if (entry.round !== whole.round) continue
    const next = handsAfter(entry, parents)
    if (next === undefined) continue
    until(entry.at)
    hands = next
  }
  until(end)
  return held
}
