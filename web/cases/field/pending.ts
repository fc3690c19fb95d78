// What waits on this phone about a case, and the case as it will stand when that has gone.
import type { CaseView } from '#core/cases/contract.ts'
import { afterPending } from '#core/cases/pending.ts'
import type { Kept } from '#web/kit/drafts.ts'
import { moveNameOf } from '../command-moves.ts'
import { useKept } from './kept.ts'

/** Cases whose result waits on this phone: nothing is left to do about them here. */
export const handedIn = (kept: readonly Kept[]): Set<string | null> =>
  new Set(
    kept
      .filter((one) => one.refusal === null && ends.includes(moveNameOf(one.endpoint)))
      .map(({ about }) => about),
  )
const ends: readonly string[] = ['handle', 'selfHandle', 'return']

export type Pending = { view: CaseView; waits: Kept[]; known: boolean }

export function usePending(view: CaseView): Pending {
  const { data } = useKept()
  const waits = (data ?? []).filter((command) => command.about === view.number)
  const steps = waits
    .filter(({ refusal }) => refusal === null)
    .map(({ endpoint }) => moveNameOf(endpoint))
  return { view: afterPending(view, steps), waits, known: data !== undefined }
}
