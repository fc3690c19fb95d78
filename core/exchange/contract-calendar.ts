// The wire of one's own calendar: a secret address for the calendar program of one's phone.
import { Type } from 'typebox'
import { endpoint, nullable } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'

const tags = ['exchange']

export const readMyCalendar = endpoint({
  name: 'readMyCalendar',
  method: 'GET',
  path: '/api/me/calendar',
  access: 'staff',
  summary: 'Whether one’s calendar of duty and deadlines has an address, and since when.',
  tags,
  input: Type.Object({}),
  output: Type.Object({ madeAt: nullable(Type.String()) }),
  refusals: {},
})

export const makeMyCalendar = endpoint({
  name: 'makeMyCalendar',
  method: 'POST',
  path: '/api/me/calendar',
  access: 'staff',
  summary:
    'A new secret address, shown once; the older one ends. A repeat of the command answers null.',
  tags,
  input: Type.Object({ commandId: CommandId }),
  output: Type.Object({ url: nullable(Type.String()) }),
  refusals: {},
})

export const endMyCalendar = endpoint({
  name: 'endMyCalendar',
  method: 'POST',
  path: '/api/me/calendar/end',
  access: 'staff',
  summary: 'Ends the address at once.',
  tags,
  input: Type.Object({ commandId: CommandId }),
  output: Type.Object({}),
  refusals: {},
})
