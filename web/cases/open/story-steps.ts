// The journal as steps of a timeline, oldest first: which are pauses, which close a layer.
import type { EntryView } from '#core/cases/contract.ts'
import type { Move } from '#core/cases/moves.ts'
import type { Say } from '#web/kit/language.ts'
import type { Step } from '#web/kit/ui/Timeline.tsx'
import { madeWords } from '../words-made.ts'

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
    ...noteOf([
      entry.who === null ? '' : t(entry.who),
      entry.madeAt === null ? '' : t(madeWords.madeAt, { when: when(entry.madeAt) }),
    ]),
  }))
}

function noteOf(parts: string[]): { note?: string } {
  const note = parts.filter((part) => part !== '').join(' · ')
  return note === '' ? {} : { note }
}
