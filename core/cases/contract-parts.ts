// What the commands of the loop share on the wire: reasons, photos, receivers, proof, and the frame of a staff move.

import { type TProperties, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { states } from './case.ts'
import { CaseNumber, PhotoHash, PointView } from './contract.ts'

export const Moment = Type.String({ format: 'date-time', maxLength: 40 })
export const Reason = Type.String({ maxLength: 500 })
export const Photos = Type.Array(PhotoHash, { maxItems: 12 })

/** The refusals any move may give; each move adds its own. */
export const general = {
  no_such_case: 404,
  not_yours: 403,
  changed_meanwhile: 409,
  not_possible_now: 409,
} as const

/** What a move answers: where the case stands now. The page reads the rest again. */
export const Moved = Type.Object({
  number: Type.String(),
  state: oneOf(states),
  version: Type.Integer(),
})

export const Receiver = Type.Object({
  areaCode: Type.String({ maxLength: 40 }),
  unitId: nullable(Type.Integer()),
})
export const Assist = Type.Object({
  areaCode: Type.String({ maxLength: 40 }),
  unitId: nullable(Type.Integer()),
  task: Reason,
  meetBy: nullable(Moment),
})

export const Proof = Type.Object({
  text: Type.String({ maxLength: 2000 }),
  photosBefore: Photos,
  photosAfter: Photos,
  takenAt: nullable(Type.String()),
  point: nullable(PointView),
})

export const staffMove = <P extends TProperties, const R extends string>(
  name: string,
  path: string,
  summary: string,
  input: P,
  refusals: Record<R, number>,
) =>
  endpoint({
    name,
    method: 'POST',
    path: `/api/cases/:number/${path}`,
    access: 'staff',
    summary,
    tags: ['moves'],
    input: Type.Object({
      number: CaseNumber,
      commandId: CommandId,
      expectedVersion: Type.Optional(Type.Integer({ minimum: 1 })),
      madeAt: Type.Optional(
        Type.String({
          description: 'When the device says it was done: kept and shown, decides nothing.',
        }),
      ),
      ...input,
    }),
    output: Moved,
    refusals: { ...general, ...refusals },
  })
