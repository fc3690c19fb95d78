// 批量办理: moves that may be made for several cases in one go, each case still by its own command. Only what says the
// same to everybody is among them: closing, refusing, guiding and giving back speak to one reporter or one unit about
// one matter and stay on the page of the case.

import type { Actor } from '#core/people/actor.ts'
import { unsortedCode } from '#core/places/category.ts'
import { openStates } from './case.ts'
import type { CaseFile, Proof, State } from './case.ts'
import { decideCheckPass } from './check.ts'
import { decideAcceptDuty, whyCannotReceive } from './dispatch.ts'
import { decideAccept } from './intake.ts'
import { moveRules, whyCannot } from './moves.ts'
import type { Receiver } from './case.ts'
import type { Settings } from './rules.ts'

/** So many cases in one go: a page of a queue. */
export const bulkMax = 50

export const bulkMoves = [
  'accept',
  'triage',
  'dispatch',
  'acceptDuty',
  'checkPass',
  'urge',
  'note',
] as const
export type BulkMove = (typeof bulkMoves)[number]

/** 私事 is not among them: its guidance is written to one person. */
export const bulkMatters = ['major', 'minor'] as const

const beforeWork: readonly State[] = ['TRIAGED', 'REOPENED']
const stillOpen = (state: State) => openStates.includes(state)

/** From which states a list may offer the move at all; whoever selects asks this before anything is read. */
export function startsBulk(move: BulkMove, state: State): boolean {
  if (move === 'dispatch') return beforeWork.includes(state)
  return moveRules[move].from.includes(state) && stillOpen(state)
}

/** The proof a check would look at: the newest of the round. */
export const proofToCheck = (c: CaseFile): Proof | null =>
  c.proofs.findLast((proof) => proof.round === c.round) ?? null

export type BulkAsk = { move: BulkMove; to?: Receiver }

/**
 * Why this case stays out of the bulk, or null. It asks the decision of the move itself, so that what is offered here
 * is what the command will do; only words that are still to be written are taken as written.
 */
export function whyNotInBulk(c: CaseFile, by: Actor, ask: BulkAsk, s: Settings): string | null {
  const may = whyCannot(ask.move, c, by, s)
  if (may !== null) return may
  if (!startsBulk(ask.move, c.state)) return 'not_possible_now'
  switch (ask.move) {
    case 'accept':
      return c.category === unsortedCode ? 'not_sorted_yet' : whyNotAccept(c, by, s)
    case 'triage':
      return c.category === unsortedCode ? 'not_sorted_yet' : null
    case 'dispatch':
      return ask.to === undefined ? null : refusalOf(whyCannotReceive(c, ask.to, s))
    case 'acceptDuty':
      return refusalOf(decideAcceptDuty(c, by, s))
    case 'checkPass':
      return whyNotPass(c, by, s)
    default:
      return null
  }
}

type Answer = { ok: true } | { ok: false; refusal: string }
const refusalOf = (answer: Answer): string | null => (answer.ok ? null : answer.refusal)

const whyNotAccept = (c: CaseFile, by: Actor, s: Settings) =>
  refusalOf(decideAccept(c, by, { category: c.category, conditionMet: true }, s))

/** Passed by looking at the proof, so there must be one that the category's rule was content with. */
function whyNotPass(c: CaseFile, by: Actor, s: Settings): string | null {
  const why = refusalOf(decideCheckPass(c, by, { how: 'by_proof', note: '' }, s))
  if (why !== null) return why
  return proofToCheck(c)?.satisfied === true ? null : 'proof_missing'
}
