// The journal as a timeline, newest first: what happened, then who and why.
import type { CaseView } from '#core/cases/contract.ts'
import type { Say } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import type { Step } from '#web/kit/ui/Timeline.tsx'
import { madeWords } from './words-made.ts'

const closing: readonly string[] = [
  'handle',
  'selfHandle',
  'checkPass',
  'confirmOnward',
  'close',
  'confirm',
  'archive',
  'eraseContact',
]
const pausing: readonly string[] = ['suspend', 'waitForReporter', 'verifyBeforeFiling']

export function stepsOf(view: CaseView, t: Say, at: (instant: string) => string): Step[] {
  return view.timeline.toReversed().map((entry) => {
    const notes = [
      entry.who === null ? '' : t(entry.who),
      entry.reason === null || entry.sentence.zh.includes(entry.reason) ? '' : air(entry.reason),
      entry.madeAt === null ? '' : t(madeWords.madeAt, { when: at(entry.madeAt) }),
    ]
    const note = notes.filter((part) => part !== '').join(' · ')
    return {
      key: String(entry.version),
      at: at(entry.at),
      kind: closing.includes(entry.move)
        ? 'close'
        : pausing.includes(entry.move) && entry.to !== 'HANDLING'
          ? 'pause'
          : 'step',
      what: t(entry.sentence),
      ...(note === '' ? {} : { note }),
    }
  })
}
