// Answers given through staff with the code of the receipt (代录): somebody comes to a counter, calls, or hands in the slip.
// The code proves whose word it is; who wrote it down and how it came stands beside it.
import type { Actor } from '#core/people/actor.ts'
import { roles } from '#core/people/roles.ts'
import { type CaseFile, handlersOf } from './case.ts'
import type { Change } from './change.ts'

/** What can be said at a counter: the reporter's own moves but urging, which is a report of its own there. */
export const codeAnswers = ['confirm', 'object', 'rate', 'reopen', 'answer', 'contest'] as const
export type CodeAnswer = (typeof codeAnswers)[number]

export const codeWays = ['counter', 'phone', 'paper', 'door'] as const
export type CodeWay = (typeof codeWays)[number]

/** Anybody on the staff but the three administrators, wherever the matter lies: a counter serves whoever comes. */
export const servesResidents = (by: Actor): boolean =>
  by.kind === 'person' && by.grants.some((grant) => !roles[grant.role].administers)

/** Nobody writes down what is said of his own work. */
export const handledIt = (c: CaseFile, by: Actor): boolean => handlersOf(c).includes(by.id)

/** The reporter's move with who wrote it down. */
export function writtenDown(change: Change, by: Actor, way: CodeWay): Change {
  const entries = change.entries.map((entry) => ({
    ...entry,
    onBehalf: way,
    facts: { ...entry.facts, enteredBy: by.id },
  }))
  return { ...change, entries }
}
