// One matter with another case, and apart again (move 38). The merged one stands still and leaves the figures; its
// voices follow the other. Two files change, so two changes are answered: both are stored in one transaction.

import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { dutyOver } from '#core/people/rights.ts'
import { currentRound, isOpen } from './case.ts'
import type { CaseFile } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Change } from './change.ts'
import { inRound } from './intake.ts'
import { isDuty } from './moves.ts'
import { withdrawn } from './requests.ts'
import type { Settings } from './rules.ts'
import { goesOn, openClock, stopsAll } from './ticking.ts'

export type Both = { child: Change; parent: Change }

/** Duty at the home layer of each is enough inside one community; across two, only who covers both. */
function coversBoth(a: CaseFile, b: CaseFile, by: Actor, s: Settings): boolean {
  if (dutyOver(by, [s.spot(a.homeAreaId), s.spot(b.homeAreaId)])) return true
  return a.communityId === b.communityId && isDuty(a, by, s) && isDuty(b, by, s)
}

export function decideMerge(
  c: CaseFile,
  target: CaseFile,
  by: Actor,
  input: { reason: string },
  s: Settings,
): Result<Both> {
  const may = guard('merge', c, by, s)
  if (!may.ok) return may
  if (target.id === c.id || !isOpen(target.state)) return refused('target_not_open')
  if (!coversBoth(c, target, by, s)) return refused('needs_upper_layer')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const quiet = stopsAll(withdrawn(c, by, s), 'merged', s)
  const merged = { into: target.number, from: c.state, since: s.now }
  const joined = Math.max(1, c.voices.length)
  return done({
    child: enter({ ...quiet, merged, mergedHere: 0 }, 'merge', by, s, {
      to: 'MERGED',
      reason: input.reason,
      facts: { into: target.number },
    }),
    parent: enter(
      { ...target, mergedHere: target.mergedHere + 1 + c.mergedHere },
      'affectedToo',
      by,
      s,
      { facts: { n: joined, merged: c.number } },
    ),
  })
}

/** What was merged into a case that is itself merged now is pointed onward: never a chain (INV 20). */
export function pointedOnward(c: CaseFile, into: string, by: Actor, s: Settings): Change {
  const merged = c.merged === null ? null : { ...c.merged, into }
  return enter({ ...c, merged }, 'note', by, s, { reason: `→ ${into}`, facts: { into } })
}

export function decideUnmerge(
  c: CaseFile,
  target: CaseFile,
  by: Actor,
  input: { reason: string },
  s: Settings,
): Result<Both> {
  const may = guard('unmerge', c, by, s)
  if (!may.ok) return may
  if (target.state === 'ARCHIVED') return refused('target_archived')
  if (!coversBoth(c, target, by, s)) return refused('needs_upper_layer')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const next: CaseFile = { ...countedOut(goesOn(c, s), s), merged: null }
  return done({
    child: enter(next, 'unmerge', by, s, {
      to: c.merged?.from ?? 'ACCEPTED',
      reason: input.reason,
      facts: { from: target.number, dueAt: openClock(next, 'HANDLE')?.dueAt ?? null },
    }),
    parent: leftParent(target, c, by, s),
  })
}

/** The other side of an unmerge, or of a merged case that turns out void. */
export function leftParent(target: CaseFile, child: CaseFile, by: Actor, s: Settings): Change {
  const next = { ...target, mergedHere: Math.max(0, target.mergedHere - 1) }
  return enter(next, 'note', by, s, {
    reason: `${child.number} 拆分`,
    facts: { left: child.number },
  })
}

/** Time as a merged child is nobody's handling time [D18]; only what lies after the first dispatch counts at all. */
function countedOut(c: CaseFile, s: Settings): CaseFile {
  const { firstDispatchedAt, stoppedSeconds } = currentRound(c)
  if (c.merged === null || firstDispatchedAt === null) return c
  const seconds = Math.max(0, Math.floor((toMs(s.now) - toMs(c.merged.since)) / 1000))
  return inRound(c, { stoppedSeconds: stoppedSeconds + seconds })
}
