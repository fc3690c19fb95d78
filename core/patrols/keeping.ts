// Changing what is kept: an object, a plan. Whoever changes says which version they read; what has ended stays as it is; a
// new rhythm begins on a day to come and leaves the round that runs whole. Pure.
import { type LocalDate, nextDate } from '#core/kit/time.ts'
import { type Rhythm, type Round, roundOn } from './plan.ts'

export type Kept = { version: number; endedOn: LocalDate | null }
export type KeepRefusal = 'changed_meanwhile' | 'has_ended'

/** `expected` is the version that was read; 0 lays something new. */
export function whyCannotKeep(before: Kept | null, expected: number): KeepRefusal | null {
  if ((before?.version ?? 0) !== expected) return 'changed_meanwhile'
  return before !== null && before.endedOn !== null ? 'has_ended' : null
}

type Beat = Omit<Rhythm, 'endedOn'>
export type DatedPlan = Rhythm & { before: Beat | null }
type Held = { everyWeeks: number; months: number[]; fromOn: LocalDate }

const sameBeat = (a: Beat, b: Beat): boolean =>
  a.everyWeeks === b.everyWeeks && a.fromOn === b.fromOn && a.months.join() === b.months.join()

/** A plan laid new may look back; one that runs gets its new rhythm from today at the earliest. */
export const whyNoRhythm = (was: Beat | null, next: Beat, today: LocalDate): 'from_past' | null =>
  was !== null && !sameBeat(was, next) && next.fromOn < today ? 'from_past' : null

/** What still holds until the new rhythm begins; null where it holds already. */
export function beforeOf(was: DatedPlan | null, next: Beat, today: LocalDate): Held | null {
  if (was === null || next.fromOn <= today) return null
  const held = was.fromOn <= today ? was : was.before
  if (held === null || sameBeat(held, next)) return null
  const { everyWeeks, months, fromOn } = held
  return { everyWeeks, months: [...months], fromOn }
}

/** The round of a day, by the rhythm that holds on it. */
export function roundNow(plan: DatedPlan, today: LocalDate): Round | null {
  if (plan.before === null || today >= plan.fromOn) return roundOn(plan, today)
  const round = roundOn({ ...plan.before, endedOn: plan.endedOn }, today)
  if (round === null) return null
  const last = nextDate(plan.fromOn, -1)
  return { dueOn: round.dueOn, untilOn: round.untilOn < last ? round.untilOn : last }
}
