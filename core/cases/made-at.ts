// When a device says that a step was taken, where that was well before it arrived: kept with the entry and shown to staff,
// so that an appeal may cite it. It decides nothing, no due is judged by it (loop.md 8, rule 5).

import { done } from '../kit/result.ts'
import { compareInstants, fromMs, isInstant, toMs } from '../kit/time.ts'
import type { Instant } from '../kit/time.ts'
import type { Change, Decided, Entry } from './change.ts'

/** What a line takes, and clocks that differ a little, are nothing to tell. */
const worthTellingMs = 5 * 60_000
/** Older than this no phone keeps a step; its clock is wrong. */
const believedMs = 60 * 86_400_000

export function withMadeAt(decided: Decided, madeAt: unknown, now: Instant): Decided {
  if (!decided.ok || !isInstant(madeAt)) return decided
  const late = compareInstants(now, madeAt)
  if (late < worthTellingMs || late > believedMs) return decided
  return done(dated(decided.value, fromMs(toMs(madeAt))))
}

const dated = ({ file, entries }: Change, madeAt: Instant): Change => ({
  file,
  entries: entries.map((entry) => ({ ...entry, facts: { ...entry.facts, madeAt } })),
})

export const madeAtOf = ({ facts }: Pick<Entry, 'facts'>): Instant | null => {
  const madeAt = facts['madeAt']
  return isInstant(madeAt) ? madeAt : null
}
