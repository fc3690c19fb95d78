// A clock on the wire: enough for a screen to go on counting by itself, with the one function of countdown.ts.

import { type Static, Type } from 'typebox'
import { nullable, oneOf } from '#core/kit/contract.ts'
import { limitKinds } from '#core/places/category.ts'
import { clockKinds } from './clock.ts'

export const ClockView = Type.Object({
  kind: oneOf(clockKinds),
  leg: nullable(Type.Integer()),
  limitKind: oneOf(limitKinds),
  totalSeconds: Type.Integer({
    description: 'The limit with granted extensions, in running seconds.',
  }),
  usedSeconds: Type.Integer({ description: 'Running seconds used at asOf.' }),
  workDaySeconds: Type.Integer({ description: 'Seconds of one work day here, for words.' }),
  startedAt: Type.String(),
  dueAt: nullable(Type.String({ description: 'Null while the clock stands still.' })),
  pausedBecause: nullable(Type.String()),
  endedAt: nullable(Type.String()),
  overdueAt: nullable(Type.String()),
  extensions: Type.Integer(),
  provisional: Type.Boolean({
    description: 'The due lies in a year whose holidays are not yet published.',
  }),
  asOf: Type.String(),
  stretches: Type.Array(Type.Array(Type.String()), {
    description:
      'The next stretches of running time after asOf, as pairs of instants; empty for clocks that always run.',
  }),
  timeZone: Type.String(),
})
export type ClockView = Static<typeof ClockView>
