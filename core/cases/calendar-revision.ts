// A revised calendar for work that is running (move 44, loop.md 5.5): new days off move no due by themselves. A rule
// keeper applies them to chosen clocks, only later, with a reason that everybody on the case may read [D8].

import { done, refused } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Calendar } from '#core/places/calendar.ts'
import type { CaseFile } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { applyCalendar, runsInWorkTime } from './clock.ts'
import type { Clock } from './clock.ts'
import type { Settings } from './rules.ts'

/** The calendar a due was counted with, by its version; null where that can no longer be told. */
export type CountedWith = (version: string) => Calendar | null

/** What a revision would do to one clock. `unknown`: nobody can say with which days it was counted. */
export type Revised = { how: 'later' | 'earlier' | 'same' | 'unknown'; clock: Clock }

type Law = Pick<Settings, 'now' | 'calendar'>

/** Only a clock that runs, in work time, and is not due yet: lateness and pauses are no matter of the calendar. */
export function revised(clock: Clock, s: Law, countedWith: CountedWith): Revised {
  const { endedAt, dueAt, limitKind, calendarVersion } = clock
  const still = endedAt !== null || dueAt === null || toMs(dueAt) <= toMs(s.now)
  if (still || !runsInWorkTime(limitKind) || calendarVersion === s.calendar.version)
    return { how: 'same', clock }
  const counted = countedWith(calendarVersion)
  if (counted === null) return { how: 'unknown', clock }
  const moved = applyCalendar(clock, s.now, s.calendar, counted)
  if (moved === null) return { how: 'earlier', clock }
  return moved.dueAt === dueAt ? { how: 'same', clock } : { how: 'later', clock: moved }
}

export type Revision = { clocks: readonly number[]; reason: string }

/** The clocks of a case that the calendar in force now would make due later. */
export const laterClocks = (c: CaseFile, s: Law, countedWith: CountedWith): number[] =>
  c.clocks.flatMap((k) => (revised(k, s, countedWith).how === 'later' ? [k.serial] : []))

export function decideApplyCalendar(
  c: CaseFile,
  by: Actor,
  input: Revision,
  s: Settings,
  countedWith: CountedWith,
): Decided {
  const may = guard('applyCalendar', c, by, s)
  if (!may.ok) return may
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const chosen = c.clocks
    .filter((k) => input.clocks.includes(k.serial))
    .map((k) => revised(k, s, countedWith))
  if (chosen.some(({ how }) => how === 'earlier')) return refused('only_later')
  const later = new Map(
    chosen.flatMap(({ how, clock }) => (how === 'later' ? [[clock.serial, clock] as const] : [])),
  )
  if (later.size === 0) return refused('nothing_later')
  const moved = [...later.values()]
  const next = { ...c, clocks: c.clocks.map((k) => later.get(k.serial) ?? k) }
  const promise =
    moved.find((k) => k.kind === 'HANDLE') ?? moved.find((k) => k.kind === 'WHOLE') ?? moved[0]
  return done(
    enter(next, 'applyCalendar', by, s, {
      reason: input.reason,
      facts: {
        calendar: s.calendar.version,
        clocks: moved.map((k) => k.kind),
        dueAt: promise?.dueAt ?? null,
      },
    }),
  )
}
