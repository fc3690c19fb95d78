// How a move becomes a change: the next case file and the journal entries that say so.
// Nothing else writes state, version or journal.

import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { Instant } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { roleAt } from '#core/people/rights.ts'
import { topLeg } from './case.ts'
import type { CaseFile, State } from './case.ts'
import { moveRules, whyCannot } from './moves.ts'
import type { Audience, Move } from './moves.ts'
import type { Settings } from './rules.ts'
import { wakeAt } from './windows.ts'

export { saysEnough } from './evidence.ts'

/** Plain values that the sentence and the figures need: never a name of a reporter, a number or a position (INV 25). */
export type Facts = Record<
  string,
  string | number | boolean | null | string[] | { zh: string; en: string }
>

/** One line of the journal 流转记录. The command id and the place within the command are added at storing. */
export type Entry = {
  version: number
  move: Move
  at: Instant
  from: State | null
  to: State
  round: number
  actorKind: Actor['kind']
  actorId: string
  role: string | null
  areaId: number
  onBehalf: string | null
  reason: string | null
  facts: Facts
  audience: Audience
}

export type Change = { file: CaseFile; entries: Entry[] }

/** Refusal codes a decision may answer with; the contract gives each its status. */
export type Decided = Result<Change>

export type Said = {
  to?: State
  reason?: string | null
  facts?: Facts
  onBehalf?: string | null
  audience?: Audience
}

/** Persons whose act counts as "took part": looking and noting is not deciding. */
const deciding: readonly Move[] = [
  'accept',
  'notAccept',
  'triage',
  'dispatch',
  'reroute',
  'uphold',
  'handle',
  'selfHandle',
  'checkPass',
  'checkFail',
  'close',
  'decideContest',
]

/** Writes one move onto `next`, the file as the move leaves it. */
export function enter(next: CaseFile, move: Move, by: Actor, s: Settings, said: Said = {}): Change {
  const to = said.to ?? next.state
  const tookPart =
    by.kind === 'person' && deciding.includes(move) && !next.tookPart.includes(by.id)
      ? [...next.tookPart, by.id]
      : next.tookPart
  const moved: CaseFile = {
    ...next,
    state: to,
    version: next.version + 1,
    lastAt: s.now,
    tookPart,
    // A suspension asked for is asked for the work as it stood: once that moved on, nobody approves it unseen.
    suspensionAsk: to === next.state ? next.suspensionAsk : null,
  }
  const file: CaseFile = { ...moved, wakeAt: wakeAt(moved, s) }
  const entry: Entry = {
    version: file.version,
    move,
    at: s.now,
    from: move === 'report' ? null : next.state,
    to,
    round: file.round,
    actorKind: by.kind,
    actorId: by.id,
    role: roleOf(next, by, s),
    areaId: next.filedAreaId,
    onBehalf: said.onBehalf ?? null,
    reason: said.reason ?? null,
    facts: said.facts ?? {},
    audience: said.audience ?? moveRules[move].audience,
  }
  return { file, entries: [entry] }
}

function roleOf(c: CaseFile, by: Actor, s: Settings): string | null {
  const top = topLeg(c)
  const near =
    top === null
      ? null
      : roleAt(by, { ...s.spot(top.receiver.areaId), unitId: top.receiver.unitId })
  return near ?? roleAt(by, s.spot(c.homeAreaId))
}

/** The two first guards of every move, then the move's own. */
export function guard(move: Move, c: CaseFile, by: Actor, s: Settings): Result<null> {
  const why = whyCannot(move, c, by, s)
  return why === null ? done(null) : refused(why)
}

/** Several moves of one command, in one transaction: the first refusal refuses all. */
export function inOrder(c: CaseFile, steps: readonly ((file: CaseFile) => Decided)[]): Decided {
  let change: Change = { file: c, entries: [] }
  for (const step of steps) {
    const next = step(change.file)
    if (!next.ok) return next
    change = { file: next.value.file, entries: [...change.entries, ...next.value.entries] }
  }
  return done(change)
}
