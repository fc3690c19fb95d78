// When units that were called together may be missed. Apart from whistle.ts: every move asks it for when to wake.
import { type Instant, toMs } from '#core/kit/time.ts'
import { type CaseFile, isOpen } from './case.ts'

type Called = CaseFile['whistles'][number]

/** Not settled, not said before, and somebody is not there yet. */
export const isAwaited = (whistle: Called): boolean =>
  whistle.settledAt === null &&
  whistle.passedAt === null &&
  whistle.calls.some((call) => call.arrivedAt === null)

/** The next time to meet that somebody may miss; null on a case that is over. */
export function nextMeetBy(c: CaseFile): Instant | null {
  if (!isOpen(c.state)) return null
  const awaited = c.whistles.filter(isAwaited).map((whistle) => whistle.meetBy)
  return awaited.toSorted((a, b) => toMs(a) - toMs(b))[0] ?? null
}
