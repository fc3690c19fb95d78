// A call back 回访 after closing (move 34), by somebody who took no part in the work: what the person says, or why
// nothing was said. An invalid call needs a second person, so that nobody clears away an unwelcome answer alone.

import { done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import { handlersOf, hasContact, mayCall } from './case.ts'
import type { Callback, CaseFile, InvalidReason } from './case.ts'
import { enter, guard } from './change.ts'
import type { Decided } from './change.ts'
import { inRound } from './intake.ts'
import type { Settings } from './rules.ts'
import { ends } from './ticking.ts'

export type Called = {
  valid: boolean
  solved: boolean | null
  grade: number | null
  reason: InvalidReason | null
  reviewer: string | null
}

export const callsOf = (c: CaseFile): Callback[] => c.callbacks.filter((k) => k.round === c.round)

/** Said before the form is opened. */
export function whyNoCall(
  c: CaseFile,
  s: Settings,
): 'called_enough' | 'no_contact_given' | 'calls_not_wished' | null {
  if (!hasContact(c)) return 'no_contact_given'
  if (!mayCall(c)) return 'calls_not_wished'
  return callsOf(c).length >= s.rules.callbacksMax ? 'called_enough' : null
}

export function decideCallback(c: CaseFile, by: Actor, said: Called, s: Settings): Decided {
  const may = guard('callback', c, by, s)
  if (!may.ok) return may
  const why = whyNoCall(c, s)
  if (why !== null) return refused(why)
  const wrong = said.valid ? whyNotValid(said) : whyNotInvalid(c, by, said)
  if (wrong !== null) return refused(wrong)
  const attempt = callsOf(c).length + 1
  const call = callOf(c, by, said, s)
  const called = { ...c, callbacks: [...c.callbacks, call] }
  // Nobody reached is tried again, three times at most; every other answer ends the calling.
  const over = call.reason !== 'unreachable' || attempt >= s.rules.callbacksMax
  const next = answered(over ? ends(called, ['CALLBACK'], s) : called, call)
  return done(
    enter(next, 'callback', by, s, {
      facts: {
        valid: call.valid,
        solved: call.solved,
        grade: call.grade,
        attempt,
        ...(call.reason !== null && { code: call.reason, reviewer: call.reviewer }),
      },
    }),
  )
}

function whyNotValid({ solved, grade }: Called): string | null {
  if (solved === null) return 'value_missing'
  const wrong = grade !== null && (!Number.isInteger(grade) || grade < 1 || grade > 5)
  return wrong ? 'grade_wrong' : null
}

function whyNotInvalid(c: CaseFile, by: Actor, { reason, reviewer }: Called): string | null {
  if (reason === null) return 'reason_missing'
  const second = reviewer !== null && reviewer !== by.id && !handlersOf(c).includes(reviewer)
  return second ? null : 'reviewer_missing'
}

const callOf = (c: CaseFile, by: Actor, said: Called, s: Settings): Callback => ({
  serial: c.callbacks.length + 1,
  round: c.round,
  by: by.id,
  at: s.now,
  valid: said.valid,
  solved: said.valid ? said.solved : null,
  grade: said.valid ? said.grade : null,
  reason: said.valid ? null : said.reason,
  reviewer: said.valid ? null : said.reviewer,
})

/** The last word counts: a grade given on the telephone replaces an earlier one. */
function answered(c: CaseFile, call: Callback): CaseFile {
  if (!call.valid) return c
  const said = inRound(c, { calledAt: call.at, calledSolved: call.solved })
  return call.grade === null ? said : inRound(said, { grade: call.grade, gradedAt: call.at })
}
