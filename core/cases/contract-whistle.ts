// The whistle on the wire: the call, the arrival, what was settled, and the words of both sides.

import { Type } from 'typebox'
import { oneOf } from '#core/kit/contract.ts'
import { Moment, Reason, Receiver, staffMove } from './contract-parts.ts'
import { cooperations } from './whistle.ts'

const Serial = Type.Integer({ minimum: 1, description: 'Which whistle of the case.' })
const ofCall = { not_called: 409, no_such_receiver: 422 } as const

export const whistleCase = staffMove(
  'whistleCase',
  'whistle',
  'Call two or more units to be there by a time.',
  { reason: Reason, meetBy: Moment, units: Type.Array(Receiver, { maxItems: 12 }) },
  {
    reason_missing: 422,
    one_unit_only: 422,
    meet_by_past: 422,
    nobody_there: 409,
    receiver_not_responsible: 409,
    no_such_receiver: 422,
  },
)
export const arriveAtCase = staffMove(
  'arriveAtCase',
  'whistle/arrival',
  'A called unit is there: said by the unit, or witnessed by the caller.',
  { whistle: Serial, unit: Receiver },
  { ...ofCall, already_arrived: 409 },
)
export const settleWhistle = staffMove(
  'settleWhistle',
  'whistle/settlement',
  'What was agreed, what came of it, and how each unit worked with the others.',
  {
    whistle: Serial,
    plan: Reason,
    result: Reason,
    ratings: Type.Array(Type.Object({ ...Receiver.properties, cooperation: oneOf(cooperations) }), {
      maxItems: 12,
    }),
  },
  { nothing_to_settle: 409, reason_missing: 422, rating_missing: 422, no_such_receiver: 422 },
)
export const rateWhistle = staffMove(
  'rateWhistle',
  'whistle/rating',
  'The unit’s word on how it was called. The last one counts.',
  { whistle: Serial, unit: Receiver, cooperation: oneOf(cooperations) },
  ofCall,
)
