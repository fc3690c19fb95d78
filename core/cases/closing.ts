// Closing, voiding, archiving, and what a job does when a window passes (moves 29, 32, 39, 43).

import { done, refused } from '#core/kit/result.ts'
import { addDays, toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { openAppeal, currentRound, handlersOf, isOwnFind, mayCall, openSample } from './case.ts'
import type { CaseFile, Outcome } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { inRound } from './intake.ts'
import type { Settings } from './rules.ts'
import { ends, endsAll, openClock, starts } from './ticking.ts'
import { withdrawn } from './requests.ts'

export type Closing = { outcome: Exclude<Outcome, 'guided'>; words: string; conditionMet: boolean }

export function decideClose(c: CaseFile, by: Actor, input: Closing, s: Settings): Decided {
  const may = guard('close', c, by, s)
  if (!may.ok) return may
  if (handlersOf(c).includes(by.id)) return refused('handler_cannot_close')
  const round = currentRound(c)
  if (isOwnFind(c, by.id) && !round.selfHandled) return refused('reporter_cannot_close')
  // The second person's chance comes first; wakeAt is when a job may do it in their place [D2].
  if (by.kind === 'job' && c.wakeAt !== null && toMs(s.now) < toMs(c.wakeAt))
    return refused('window_open')
  if (!input.conditionMet) return refused('closing_condition_open')
  if (input.outcome === 'solved' && !isProven(c, s)) return refused('proof_missing')
  if (!saysEnough(input.words)) return refused('reason_missing')
  const closed = inRound(ends(c, ['WHOLE'], s), {
    closedAt: s.now,
    closedBy: by.id,
    outcome: input.outcome,
    closingWords: input.words,
    handoversAtClose: c.handovers,
  })
  const next = starts(starts(closed, 'CONFIRM', s), 'REOPEN', s)
  return done(
    enter(next, 'close', by, s, {
      to: 'CLOSED',
      facts: {
        outcome: input.outcome,
        words: input.words,
        confirmBy: openClock(next, 'CONFIRM')?.dueAt ?? null,
        reopenBy: openClock(next, 'REOPEN')?.dueAt ?? null,
      },
    }),
  )
}

/** The last handing-in counts: one that a check refused proves nothing, and a category may have been corrected since. */
function isProven(c: CaseFile, s: Settings): boolean {
  const proof = c.proofs.findLast((p) => p.round === c.round)
  const evidence = s.category(c.category)?.evidence
  if (proof === undefined || !proof.satisfied) return false
  const near = evidence?.placeWithinM ?? null
  return (
    (evidence?.photoAfter !== true || proof.photosAfter.length > 0) &&
    (near === null || proof.metresOff === null || proof.metresOff <= near)
  )
}

/** The reporter said nothing: an outcome of its own, neither yes nor no. */
export function decideWindowPasses(c: CaseFile, by: Actor, s: Settings): Decided {
  const may = guard('windowPasses', c, by, s)
  if (!may.ok) return may
  const window = openClock(c, 'CONFIRM')
  if (currentRound(c).answer !== null) return refused('already_answered')
  if (window === null || window.dueAt === null || toMs(s.now) <= toMs(window.dueAt))
    return refused('window_open')
  const silent = inRound(ends(c, ['CONFIRM'], s), { answer: 'silence', answeredAt: s.now })
  // Who said nothing is called, if there is a number and nobody has called yet: nothing is asked twice.
  const asked = !mayCall(c) || currentRound(c).calledAt !== null
  return done(enter(asked ? silent : starts(silent, 'CALLBACK', s), 'windowPasses', by, s))
}

/** Two lawful reasons only; an unwelcome case is not void [D17]. */
export const voidReasons = ['entered_by_mistake', 'test_entry'] as const

export function decideVoid(
  c: CaseFile,
  by: Actor,
  input: { code: string; reason: string },
  s: Settings,
): Decided {
  const may = guard('void', c, by, s)
  if (!may.ok) return may
  if (!voidReasons.some((r) => r === input.code)) return refused('not_a_void_reason')
  if (c.mergedHere > 0) return refused('others_reported_it')
  if (c.voices.some((v) => v.serial > 1 || v.recordedBy !== c.createdBy || c.createdBy !== 'voice'))
    return refused('others_reported_it')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const legs = c.legs.map((l) =>
    l.endedAt === null ? { ...l, endedAt: s.now, howEnded: 'undone' as const } : l,
  )
  const ended: CaseFile = {
    ...endsAll(withdrawn(c, by, s), s),
    legs,
    suspension: null,
    merged: null,
    resumeTo: null,
    question: null,
    verifier: null,
  }
  return done(
    enter(ended, 'void', by, s, { to: 'VOID', reason: input.reason, facts: { code: input.code } }),
  )
}

export function decideArchive(c: CaseFile, by: Actor, s: Settings): Decided {
  const may = guard('archive', c, by, s)
  if (!may.ok) return may
  const decided = c.state === 'CLOSED' ? currentRound(c).closedAt : c.refused?.at
  const since = c.state === 'VOID' ? c.lastAt : (decided ?? c.lastAt)
  if (toMs(s.now) < toMs(addDays(since, s.rules.archiveAfterDays))) return refused('window_open')
  if (openSample(c) !== null || openAppeal(c) !== null) return refused('window_open')
  const next = { ...endsAll(c, s), archivedAt: s.now }
  return done(enter(next, 'archive', by, s, { to: 'ARCHIVED' }))
}
