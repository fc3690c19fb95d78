// The journal as steps of a timeline, oldest first: which are pauses, which close a layer.
import type { EntryView } from '#core/cases/contract.ts'
import type { Move } from '#core/cases/moves.ts'
import type { Say } from '#web/kit/language.ts'
import type { Step } from '#web/kit/ui/Timeline.tsx'

const pauses: readonly Move[] = ['suspend', 'waitForReporter', 'verifyBeforeFiling']
const closes: readonly Move[] = ['checkPass', 'confirmOnward', 'close', 'confirm', 'selfHandle']

const kindOf = (move: Move): Step['kind'] =>
  pauses.includes(move) ? 'pause' : closes.includes(move) ? 'close' : 'step'

export function stepsOf(
  entries: readonly EntryView[],
  t: Say,
  when: (at: string) => string,
): Step[] {
  return entries.map((entry) => ({
    key: String(entry.version),
    at: when(entry.at),
    kind: kindOf(entry.move),
    what: t(entry.sentence),
    ...(entry.who === null ? {} : { note: t(entry.who) }),
  }))
}
