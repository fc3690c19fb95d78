// The reporter's last word: confirm, object, rate, reopen (moves 30, 31, 33, 35). Objecting takes a tap,
// reopening a reason; neither is ever refused by the unit concerned.

import { done, refused } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { currentRound, isOpen } from './case.ts'
import type { CaseFile, Round } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import type { ClockKind } from './clock.ts'
import { inRound, newRound } from './intake.ts'
import { isSupervisor, saidByReporter } from './moves.ts'
import type { Settings } from './rules.ts'
import { ends, endsAll, lastClock, starts } from './ticking.ts'

/** Has the window of this kind, opened by the closing, passed? */
export function windowOver(c: CaseFile, kind: ClockKind, s: Settings): boolean {
  const due = lastClock(c, kind)?.dueAt ?? null
  return due === null || toMs(s.now) > toMs(due)
}

export function decideConfirm(
  c: CaseFile,
  by: Actor,
  input: { onBehalf: string | null },
  s: Settings,
): Decided {
  const may = guard('confirm', c, by, s)
  if (!may.ok) return may
  if (!saidByReporter(c, by, input.onBehalf)) return refused('not_yours')
  if (windowOver(c, 'CONFIRM', s)) return refused('window_over')
  if (currentRound(c).answer !== null) return refused('already_answered')
  const next = inRound(ends(c, ['CONFIRM'], s), { answer: 'confirm', answeredAt: s.now })
  return done(enter(next, 'confirm', by, s, { onBehalf: input.onBehalf }))
}

export function decideObject(
  c: CaseFile,
  by: Actor,
  input: { words: string; onBehalf: string | null },
  s: Settings,
): Decided {
  const may = guard('object', c, by, s)
  if (!may.ok) return may
  if (!saidByReporter(c, by, input.onBehalf)) return refused('not_yours')
  if (windowOver(c, 'CONFIRM', s)) return refused('window_over')
  if (currentRound(c).answer !== null) return refused('already_answered')
  const objected = inRound(ends(c, ['CONFIRM'], s), { answer: 'object', answeredAt: s.now })
  const next = again(objected, 'object', 'object', s)
  return done(
    enter(next, 'object', by, s, {
      to: 'REOPENED',
      reason: input.words === '' ? null : input.words,
      onBehalf: input.onBehalf,
      facts: { round: next.round },
    }),
  )
}

export function decideReopen(
  c: CaseFile,
  by: Actor,
  input: { reason: string; onBehalf: string | null },
  s: Settings,
): Decided {
  const may = guard('reopen', c, by, s)
  if (!may.ok) return may
  const above = input.onBehalf === null && isSupervisor(c, by, s)
  if (!above && !saidByReporter(c, by, input.onBehalf)) return refused('not_yours')
  if (!above && windowOver(c, 'REOPEN', s)) return refused('window_over')
  // The third time somebody above looks first [D12]; they reopen it themselves after the look.
  if (!above && c.reopenings >= 2) return refused('needs_look')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const next = again(c, 'reopen', above ? 'supervisor' : 'reporter', s)
  return done(
    enter(next, 'reopen', by, s, {
      to: 'REOPENED',
      reason: input.reason,
      onBehalf: input.onBehalf,
      facts: {
        by: above ? 'supervisor' : 'reporter',
        round: next.round,
      },
    }),
  )
}

/** The closed round is undone, and a new one begins with the full limit of its tier [D10]. */
export function again(
  c: CaseFile,
  openedBy: 'object' | 'reopen',
  undoneBy: NonNullable<Round['undoneBy']>,
  s: Settings,
): CaseFile {
  const undone = inRound(endsAll(c, s), {
    undoneAt: s.now,
    undoneBy,
  })
  const round = c.round + 1
  const opened: CaseFile = {
    ...undone,
    round,
    reopenings: c.reopenings + 1,
    matter: c.matter === 'private' ? null : c.matter,
    rounds: [...undone.rounds, newRound(round, openedBy, s)],
  }
  return starts(starts(opened, 'WHOLE', s), 'DISPATCH', s)
}

export function decideRate(
  c: CaseFile,
  by: Actor,
  input: { grade: number; words: string; onBehalf: string | null },
  s: Settings,
): Decided {
  const may = guard('rate', c, by, s)
  if (!may.ok)
    return may.refusal === 'not_possible_now' && isOpen(c.state) ? refused('not_closed_yet') : may
  if (!saidByReporter(c, by, input.onBehalf)) return refused('not_yours')
  if (!Number.isInteger(input.grade) || input.grade < 1 || input.grade > 5)
    return refused('grade_wrong')
  const next = inRound(c, { grade: input.grade, gradedAt: s.now })
  return done(
    enter(next, 'rate', by, s, {
      reason: input.words === '' ? null : input.words,
      onBehalf: input.onBehalf,
      facts: { grade: input.grade },
    }),
  )
}
