// Name and number of a reporter are kept no longer than they serve (PIPL 19): some days after the closing, told to the
// reporter in advance. The journal keeps that they were erased, and not what they were.

import { refused } from '#core/kit/result.ts'
import { localDate, nextDate } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import type { CaseFile } from './case.ts'
import { enter, guard, type Decided } from './change.ts'
import type { Settings } from './rules.ts'

type Ended = Pick<CaseFile, 'rounds' | 'refused' | 'archivedAt' | 'lastAt'>

/**
 * The last day on which the contact is kept: counted from the closing, or from the answer that it is not taken on.
 * Never before the archive, since until then the reporter may reopen and must be reached.
 */
export function lastDayOfContact(c: Ended, days: number, timeZone: string): string {
  const archived = c.archivedAt ?? c.lastAt
  const closed = c.rounds.at(-1)?.closedAt ?? c.refused?.at ?? archived
  const last = nextDate(localDate(closed, timeZone), days)
  const archivedOn = localDate(archived, timeZone)
  return last < archivedOn ? archivedOn : last
}

/**
 * `keptUntil` is the day the reporter was told; a rule changed since then does not lengthen it. Asked of whatever is still kept:
 * a name alone is a contact by which nobody can be reached, and goes all the same.
 */
export function decideErase(
  c: CaseFile,
  by: Actor,
  { keptUntil }: { keptUntil: string },
  s: Settings,
): Decided {
  const may = guard('eraseContact', c, by, s)
  if (!may.ok) return may
  if (localDate(s.now, s.calendar.timeZone) <= keptUntil) return refused('not_due')
  const change = enter(c, 'eraseContact', by, s, { facts: { keptUntil } })
  // Nothing happened to the matter itself: lists by the last step keep their order.
  return { ok: true, value: { ...change, file: { ...change.file, lastAt: c.lastAt } } }
}
