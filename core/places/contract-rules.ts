// The wire of local rules: what a rule keeper sets for a place, from a day on, with a reason.
import { Type } from 'typebox'
import { endpoint, oneOf } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { AreaCode } from './contract.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const Reason = Type.String({ minLength: 2, maxLength: 500 })

export const listRules = endpoint({
  name: 'listRules',
  method: 'GET',
  path: '/api/rules',
  access: 'staff',
  summary: 'The rules in force at a place today',
  tags: ['places'],
  input: Type.Object({ area: AreaCode }),
  output: Type.Object({
    rules: Type.Array(Type.Object({ key: Type.String(), value: Type.Unknown() })),
    segments: Type.Array(Type.Array(Type.String())),
    workDayHours: Type.Number(),
    calendarVersion: Type.String(),
  }),
  refusals: { no_such_area: 404 },
})

export const setRule = endpoint({
  name: 'setRule',
  method: 'POST',
  path: '/api/rules',
  access: 'staff',
  summary: 'Set a rule for an area and everything in it, from a day on',
  tags: ['places'],
  input: Type.Object({
    commandId: CommandId,
    area: AreaCode,
    key: Type.String({ maxLength: 60 }),
    value: Type.Unknown(),
    validFrom: Day,
    reason: Reason,
  }),
  output: Type.Object({ key: Type.String(), validFrom: Day }),
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    unknown_rule: 422,
    bad_value: 422,
    day_past: 409,
    changed_that_day: 409,
  },
})

export const setWorkSegments = endpoint({
  name: 'setWorkSegments',
  method: 'POST',
  path: '/api/work-segments',
  access: 'staff',
  summary: 'Set the working hours of an area and everything in it, from a day on',
  tags: ['places'],
  input: Type.Object({
    commandId: CommandId,
    area: AreaCode,
    segments: Type.Array(Type.Array(Type.String()), { minItems: 1, maxItems: 6 }),
    workDayHours: Type.Number({ exclusiveMinimum: 0, maximum: 24 }),
    validFrom: Day,
    reason: Reason,
  }),
  output: Type.Object({ validFrom: Day }),
  refusals: { no_such_area: 404, not_yours: 403, bad_value: 422, day_past: 409 },
})

export const setCalendarDay = endpoint({
  name: 'setCalendarDay',
  method: 'POST',
  path: '/api/calendar-days',
  access: 'staff',
  summary:
    'Make one day a day off, a working day, or an ordinary one, for an area and everything in it',
  tags: ['places'],
  input: Type.Object({
    commandId: CommandId,
    area: AreaCode,
    day: Day,
    kind: oneOf(['off', 'work', 'plain']),
    name: Type.String({ minLength: 1, maxLength: 80 }),
  }),
  output: Type.Object({ day: Day, version: Type.String() }),
  refusals: { no_such_area: 404, not_yours: 403, day_past: 409, bad_value: 422 },
})
