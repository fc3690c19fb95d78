// The duty desk of a place on the wire: who answers now, for anybody, and the desk's telephone, kept with the roster.
import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { AreaCode, WordsView } from './contract.ts'

export const DeskView = Type.Object({
  areaCode: Type.String(),
  name: WordsView,
  phone: nullable(Type.String()),
  by: oneOf(['roster', 'post'] as const),
  post: nullable(WordsView),
  until: nullable(Type.String({ description: 'End of the shift; null without one.' })),
})
export type DeskView = Static<typeof DeskView>

export const CallView = Type.Object({
  phone: Type.String({ description: 'The number somebody answers now.' }),
  whose: nullable(WordsView),
  until: nullable(Type.String()),
  later: nullable(
    Type.Object(
      { phone: Type.String(), whose: WordsView, from: Type.String() },
      {
        description: 'The number of the place itself, where another answers now, and from when.',
      },
    ),
  ),
})
export type CallView = Static<typeof CallView>

export const DutyDeskView = Type.Object({
  areaCode: Type.String(),
  areaName: WordsView,
  here: nullable(DeskView),
  standIn: nullable(DeskView),
  againAt: nullable(Type.String({ description: 'When the next shift of this desk begins.' })),
  /** What is kept for this desk itself, whoever answers now. */
  phone: nullable(Type.String()),
  call: CallView,
})
export type DutyDeskView = Static<typeof DutyDeskView>

export const readDutyDesk = endpoint({
  name: 'readDutyDesk',
  method: 'GET',
  path: '/api/areas/:code/duty-desk',
  access: 'open',
  summary:
    'Who answers for this place now: the office, its telephone and until when. Nobody on duty: who stands in. No names.',
  tags: ['people'],
  input: Type.Object({ code: AreaCode }),
  output: DutyDeskView,
  refusals: { no_such_area: 404, no_desk_here: 409 },
})

export const setDeskPhone = endpoint({
  name: 'setDeskPhone',
  method: 'PUT',
  path: '/api/areas/:code/duty-desk/phone',
  access: 'staff',
  summary: 'Sets the telephone of the duty desk that residents are told, or takes it off.',
  tags: ['staff'],
  input: Type.Object({
    commandId: CommandId,
    code: AreaCode,
    phone: nullable(Type.String({ maxLength: 24 })),
  }),
  output: Type.Object({ phone: nullable(Type.String()) }),
  refusals: { no_such_area: 404, no_desk_here: 409, phone_wrong: 422 },
})
