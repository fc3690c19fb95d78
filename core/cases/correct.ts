// Setting facts right, and remarks (moves 14 and 42). A correction of place moves no clock; one of category,
// tier or urgency replaces the limit from the same start, never after the due, never by the holder himself [D8].

import { done, refused } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import type { CaseFile, Tier } from './case.ts'
import { topLeg } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided, Facts } from './change.ts'
import { holds } from './moves.ts'
import type { Settings } from './rules.ts'
import { openClock, relimits } from './ticking.ts'

export type Correction =
  | {
      field: 'place'
      filedAreaId: number
      gridId: number | null
      point: { lon: number; lat: number } | null
      address: string | null
      filedName: { zh: string; en: string }
      reason: string
    }
  | { field: 'category'; category: string; reason: string }
  | { field: 'tier'; tier: Tier; reason: string }
  | { field: 'urgency'; urgent: boolean; reason: string }

const placeStates = [
  'REPORTED',
  'VERIFYING',
  'ACCEPTED',
  'TRIAGED',
  'DISPATCHED',
  'HANDLING',
  'RETURNED',
]

export function decideCorrect(c: CaseFile, by: Actor, input: Correction, s: Settings): Decided {
  const may = guard('correct', c, by, s)
  if (!may.ok) return may
  if (!saysEnough(input.reason)) return refused('reason_missing')
  if (input.field === 'place') return correctPlace(c, by, input, s)
  if (isLate(c, s)) return refused('already_overdue')
  const changed = withCorrection(c, input, s)
  if (changed === null) return refused('category_unknown')
  const next = relimits(c, changed.file, s)
  const top = topLeg(c)
  // Nobody works on what was returned: its giver sets it right before sending it on.
  const ownWork = c.state !== 'RETURNED' && top !== null && holds(by, top.receiver, s)
  if (ownWork && isLonger(c, next)) return refused('needs_second_person')
  return done(
    enter(next, 'correct', by, s, {
      reason: input.reason,
      facts: {
        ...changed.facts,
        dueAt: openClock(next, 'HANDLE')?.dueAt ?? openClock(next, 'WHOLE')?.dueAt ?? null,
      },
    }),
  )
}

const promises = ['HANDLE', 'WHOLE'] as const

/** After the promise to the reporter has passed, no limit is set anew. */
const isLate = (c: CaseFile, s: Settings): boolean =>
  promises.some((kind) => {
    const due = openClock(c, kind)?.dueAt ?? null
    return due !== null && toMs(s.now) > toMs(due)
  })

/** Does the correction give more time than there was? Stopped clocks have no due, but seconds left. */
const isLonger = (was: CaseFile, is: CaseFile): boolean =>
  promises.some((kind) => {
    const [before, after] = [openClock(was, kind), openClock(is, kind)]
    if (before === null || after === null) return false
    if (before.dueAt === null || after.dueAt === null)
      return (after.remainingSeconds ?? 0) > (before.remainingSeconds ?? 0)
    return toMs(after.dueAt) > toMs(before.dueAt)
  })

function withCorrection(
  c: CaseFile,
  input: Exclude<Correction, { field: 'place' }>,
  s: Settings,
): { file: CaseFile; facts: Facts } | null {
  if (input.field === 'tier') {
    return {
      file: { ...c, tier: input.tier },
      facts: { field: 'tier', was: c.tier, is: input.tier },
    }
  }
  if (input.field === 'urgency') {
    return {
      file: { ...c, urgent: input.urgent },
      facts: { field: 'urgency', was: c.urgent, is: input.urgent },
    }
  }
  const category = s.category(input.category)
  if (category === null) return null
  return {
    file: { ...c, category: category.code, categoryClass: category.class },
    facts: {
      field: 'category',
      was: c.category,
      is: category.code,
      categoryName: { zh: category.zh, en: category.en },
    },
  }
}

function correctPlace(
  c: CaseFile,
  by: Actor,
  input: Extract<Correction, { field: 'place' }>,
  s: Settings,
): Decided {
  if (!placeStates.includes(c.state)) return refused('not_possible_now')
  const next: CaseFile = {
    ...c,
    filedAreaId: input.filedAreaId,
    gridId: input.gridId,
    point: input.point ?? c.point,
    address: input.address ?? c.address,
  }
  return done(
    enter(next, 'correct', by, s, {
      reason: input.reason,
      facts: { field: 'place', filedIn: input.filedAreaId, is: input.filedName },
    }),
  )
}

/** A remark changes nothing: no clock, no state, no due (INV 13). */
export function decideNote(
  c: CaseFile,
  by: Actor,
  input: { words: string; photos: string[]; transcriptOf?: string },
  s: Settings,
): Decided {
  const may = guard('note', c, by, s)
  if (!may.ok) return may
  if (!saysEnough(input.words) && input.photos.length === 0) return refused('reason_missing')
  return done(
    enter(c, 'note', by, s, {
      reason: input.words.trim() === '' ? null : input.words,
      facts: {
        photos: input.photos,
        ...(input.transcriptOf === undefined ? {} : { transcriptOf: input.transcriptOf }),
      },
    }),
  )
}
