// The wire of a bulk: what stands in the way, case by case, before anything is sent. The moves themselves are the ones
// of contract-moves.ts, one command a case.

import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { bulkMax, bulkMoves } from './bulk.ts'
import { states, tiers } from './case.ts'
import { CaseNumber, CategoryLabel, ReceiverView, WordsView } from './contract.ts'

/** What a check by proof looks at. Who handed it in stands on the page of the case. */
export const BulkProof = Type.Object({
  at: Type.String(),
  text: Type.String(),
  photosBefore: Type.Array(Type.String()),
  photosAfter: Type.Array(Type.String()),
  takenAt: nullable(Type.String()),
  metresOff: nullable(Type.Integer()),
})
export type BulkProof = Static<typeof BulkProof>

export const BulkItem = Type.Object({
  number: Type.String(),
  why: nullable(Type.String({ description: 'Why it stays out, as a refusal’s code.' })),
  /** Null where there is no such case, or none this reader may see. */
  case: nullable(
    Type.Object({
      text: Type.String(),
      category: CategoryLabel,
      filing: WordsView,
      tier: oneOf(tiers),
      urgent: Type.Boolean(),
      state: oneOf(states),
      version: Type.Integer(),
      proof: nullable(BulkProof),
    }),
  ),
})
export type BulkItem = Static<typeof BulkItem>

export const BulkReceiver = Type.Object({
  ...ReceiverView.properties,
  fits: Type.Integer({ description: 'How many of these cases it may be given.' }),
})
export type BulkReceiver = Static<typeof BulkReceiver>

export const readBulk = endpoint({
  name: 'readBulk',
  method: 'GET',
  path: '/api/bulk',
  access: 'staff',
  summary: `Which of these cases (${bulkMax} at most) the caller could make a move for, and why not the others.`,
  tags: ['cases'],
  input: Type.Object({
    move: oneOf(bulkMoves),
    numbers: Type.Array(CaseNumber, { minItems: 1, maxItems: bulkMax, uniqueItems: true }),
    areaCode: Type.Optional(
      Type.String({ maxLength: 40, description: 'With unitId: the receiver of a dispatch.' }),
    ),
    unitId: Type.Optional(Type.Integer()),
  }),
  output: Type.Object({
    items: Type.Array(BulkItem),
    receivers: Type.Array(BulkReceiver, {
      description: 'For a dispatch: who may be given them, who fits most first.',
    }),
  }),
  refusals: { no_such_receiver: 422 },
})
