// Checking that done means done, at each boundary between layers exactly once [D15] (moves 26–28).

import { done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import { currentRound, handlersOf, isOwnFind, sameReceiver, topLeg } from './case.ts'
import type { CaseFile } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { withLeg } from './dispatch.ts'
import { inRound } from './intake.ts'
import type { Settings } from './rules.ts'
import { ends, runsAgain, starts } from './ticking.ts'

export const checkWays = ['on_site', 'by_proof', 'by_phone'] as const
export type CheckWay = (typeof checkWays)[number]

/** Neither who handled it nor who reported it may check; unit membership is judged in moves.ts. */
function whyCannotCheck(
  c: CaseFile,
  by: Actor,
): 'handler_cannot_check' | 'reporter_cannot_check' | null {
  const handedIn = topLeg(c)?.handedInBy === by.id
  if (handedIn || handlersOf(c).includes(by.id)) return 'handler_cannot_check'
  if (isOwnFind(c, by.id)) return 'reporter_cannot_check'
  return null
}

export function decideCheckPass(
  c: CaseFile,
  by: Actor,
  input: { how: CheckWay; note: string },
  s: Settings,
): Decided {
  const may = guard('checkPass', c, by, s)
  if (!may.ok) return may
  const why = whyCannotCheck(c, by)
  if (why !== null) return refused(why)
  const top = topLeg(c)
  if (top === null) return refused('not_possible_now')
  if (s.category(c.category)?.evidence.onSite === true && input.how !== 'on_site')
    return refused('check_on_site_needed')
  const checked = withLeg(ends(c, ['CHECK'], s), top.serial, {
    checkedAt: s.now,
    checkedBy: by.id,
    endedAt: s.now,
    howEnded: 'passed',
  })
  const home =
    sameReceiver(top.giver, { areaId: c.homeAreaId, unitId: null }) && top.parent === null
  const next = home ? checked : starts(checked, 'CONFIRM_ONWARD', s, top.parent)
  return done(
    enter(next, 'checkPass', by, s, {
      to: home ? 'CHECKED' : 'PASSING_BACK',
      reason: input.note === '' ? null : input.note,
      facts: { leg: top.serial, how: input.how },
    }),
  )
}

/** The layer whose result was refused does it again; all proof stays, the due does not move [D3]. */
export function decideCheckFail(
  c: CaseFile,
  by: Actor,
  input: { reason: string },
  s: Settings,
): Decided {
  const may = guard('checkFail', c, by, s)
  if (!may.ok) return may
  const why = whyCannotCheck(c, by)
  if (why !== null) return refused(why)
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const top = topLeg(c)
  if (top === null) return refused('not_possible_now')
  const refusedLeg = withLeg(ends(c, ['CHECK'], s), top.serial, {
    failedChecks: top.failedChecks + 1,
    results: top.results.map((each, i) =>
      i === top.results.length - 1 ? { ...each, refusedAt: s.now } : each,
    ),
    handedInAt: null,
    handedInBy: null,
    signedAt: top.signedAt ?? s.now,
  })
  const again = runsAgain(refusedLeg, 'HANDLE')
  const next = inRound(again, { handledAt: null, failedChecks: currentRound(c).failedChecks + 1 })
  return done(
    enter(next, 'checkFail', by, s, {
      to: 'REWORK',
      reason: input.reason,
      facts: { leg: top.serial },
    }),
  )
}

/** The layer that gave the work vouches for the result to its own giver. */
export function decideConfirmOnward(c: CaseFile, by: Actor, s: Settings): Decided {
  const may = guard('confirmOnward', c, by, s)
  if (!may.ok) return may
  const top = topLeg(c)
  const above = c.legs.findLast((l) => l.kind === 'lead' && l.parent === top?.serial)
  if (top === null || above?.howEnded !== 'passed') return refused('not_checked')
  if (handlersOf(c).includes(by.id)) return refused('handler_cannot_check')
  const handed = withLeg(ends(c, ['CONFIRM_ONWARD'], s), top.serial, {
    handedInAt: s.now,
    handedInBy: by.id,
    results: [...top.results, { at: s.now, since: above.checkedAt, refusedAt: null }],
  })
  return done(
    enter(starts(handed, 'CHECK', s, top.serial), 'confirmOnward', by, s, {
      to: 'HANDLED',
      facts: { leg: top.serial },
    }),
  )
}
