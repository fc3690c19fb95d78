// Orders are forgotten after their days, their cases stay: a file that brings such an order once more finds its case, and
// nobody's old complaint becomes a new one.
import { externalIdOf } from '#core/cases/external-id.ts'
import { type OrderDraft, isSentAgain } from '#core/exchange/order.ts'
import type { Area } from '#core/places/area.ts'
import { carryingAmong } from '../cases/order-hearing.ts'
import type { Tx } from '../kit/db.ts'

/** The hotline as a system among others: its number is the outside number of the case. */
const system = '12345'

export const outsideNumber = (number: string, times = 1): string =>
  externalIdOf(system, times === 1 ? number : `${number} (${times})`)

/** `next`: the how manieth case of this number one would be that goes on from it. */
export type Forgotten = { caseNumber: string; again: boolean; next: number }

/** By number: job scope. What was read of the order before is gone, so only what is later than its end, or other words, is news. */
export async function forgottenAmong(
  tx: Tx,
  desk: Area,
  drafts: readonly OrderDraft[],
): Promise<ReadonlyMap<string, Forgotten>> {
  const ids = drafts.map(({ number }) => outsideNumber(number))
  const carrying = ids.length === 0 ? [] : await carryingAmong(tx, desk, ids)
  const caseOf = new Map(carrying.map((each) => [each.externalId, each]))
  return new Map(
    drafts.flatMap((draft): [string, Forgotten][] => {
      const found = caseOf.get(outsideNumber(draft.number))
      if (found === undefined) return []
      const { number: caseNumber, text, answeredAt, next } = found
      // Answered in time, its deadline lies after its end: that alone says nothing.
      const before = { receivedAt: null, answerBy: draft.answerBy, text }
      return [[draft.number, { caseNumber, next, again: isSentAgain(draft, before, answeredAt) }]]
    }),
  )
}
