// From what a person wrote in the one form to the command of each case. What a case already says (its category, its
// tier) is taken from the case, never made the same for all.
import type { BulkMove } from '#core/cases/bulk.ts'
import type { BulkItem } from '#core/cases/contract-bulk.ts'
import {
  acceptCase,
  acceptDuty,
  checkCase,
  dispatchCase,
  noteCase,
  triageCase,
} from '#core/cases/contract-moves.ts'
import { urgeCase } from '#core/cases/contract-watching.ts'
import type { Words } from '#core/kit/words.ts'
import { type Chosen, receiverOf } from '../forms/ReceiverPicker.tsx'
import { formWords } from '../forms/words-forms.ts'
import type { Step } from './bulk-run.ts'
import { bulkWords } from './words-bulk.ts'

export type Written = {
  met: boolean
  matter: 'major' | 'minor' | null
  to: Chosen | null
  words: string
  /** Cases whose proof was looked at. */
  seen: ReadonlySet<string>
}
export const nothingWritten: Written = {
  met: false,
  matter: null,
  to: null,
  words: '',
  seen: new Set(),
}

/** What still has to be chosen or written, and how that is asked for. */
export function missingIn(move: BulkMove, written: Written): { ask: Words; what: Words | null }[] {
  const enough = written.words.trim().length >= 2
  const lacks = {
    accept: written.met ? [] : [{ ask: formWords.tickPlease, what: bulkWords.met }],
    triage:
      written.matter !== null ? [] : [{ ask: formWords.choosePlease, what: formWords.matter }],
    dispatch: written.to !== null ? [] : [{ ask: formWords.choosePlease, what: formWords.lead }],
    acceptDuty: [],
    checkPass: [
      ...(written.seen.size > 0 ? [] : [{ ask: bulkWords.seenNone, what: null }]),
      ...(enough ? [] : [{ ask: formWords.writePlease, what: formWords.whatSeen }]),
    ],
    urge: enough ? [] : [{ ask: formWords.writePlease, what: formWords.words }],
    note: enough ? [] : [{ ask: formWords.writePlease, what: formWords.words }],
  }
  return lacks[move]
}

/** Those that take part: they may, and where a look is needed it was taken. */
export const takingPart = (move: BulkMove, items: readonly BulkItem[], seen: Written['seen']) =>
  items.filter(
    (item) =>
      item.why === null && item.case !== null && (move !== 'checkPass' || seen.has(item.number)),
  )

export function stepsFor(move: BulkMove, items: readonly BulkItem[], written: Written): Step[] {
  return takingPart(move, items, written.seen).flatMap((item) =>
    item.case === null ? [] : [stepOf(move, item.number, item.case, written)],
  )
}

type Facts = NonNullable<BulkItem['case']>

function stepOf(move: BulkMove, number: string, facts: Facts, written: Written): Step {
  const { category, tier, urgent, version: expectedVersion } = facts
  const words = written.words.trim()
  const input = {
    accept: { category: category.code, conditionMet: written.met },
    triage: {
      matter: written.matter ?? 'minor',
      category: category.code,
      tier,
      urgent,
      guidance: null,
      nextStep: null,
    },
    dispatch: {
      lead: written.to === null ? null : receiverOf(written.to),
      assists: [],
      tier: null,
      note: words === '' ? null : words,
    },
    acceptDuty: {},
    checkPass: { passed: true, how: 'by_proof', reason: words },
    urge: { words },
    note: { words, photos: [] },
  }[move]
  return { endpoint: endpoints[move], number, input: { expectedVersion, ...input } as never }
}

const endpoints: Readonly<Record<BulkMove, Step['endpoint']>> = {
  accept: acceptCase,
  triage: triageCase,
  dispatch: dispatchCase,
  acceptDuty,
  checkPass: checkCase,
  urge: urgeCase,
  note: noteCase,
}
