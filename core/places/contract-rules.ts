// The wire of local rules: what a rule keeper sets for a place, from a day on, with a reason.
import { type Static, Type } from 'typebox'
import { Day, endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId } from '#core/kit/ids.ts'
import { AreaCode, AreaName } from './contract.ts'
import { dayKinds } from './rule-pack.ts'

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
    rules: Type.Array(
      Type.Object({
        key: Type.String(),
        value: Type.Unknown(),
        area: nullable(AreaName),
        since: Day,
      }),
      { description: 'Each from the nearest area that sets it; area null is everywhere.' },
    ),
    segments: Type.Array(Type.Array(Type.String())),
    segmentsArea: nullable(AreaName),
    segmentsSince: Day,
    workDayHours: Type.Number(),
    calendarVersion: Type.String(),
    mayKeep: Type.Boolean(),
  }),
  refusals: { no_such_area: 404 },
})

export const RuleChange = Type.Object({
  key: Type.String({ description: 'workSegments for working hours.' }),
  value: Type.Unknown(),
  area: nullable(AreaName),
  validFrom: Day,
  validTo: nullable(Day),
  reason: Type.String(),
  by: nullable(Type.String()),
  enteredAt: Type.String(),
})
export type RuleChange = Static<typeof RuleChange>

export const listRuleChanges = endpoint({
  name: 'listRuleChanges',
  method: 'GET',
  path: '/api/rules/changes',
  access: 'staff',
  summary:
    'What was set for a place and for the areas above it, newest first: who, since when, why',
  tags: ['places'],
  input: Type.Object({
    area: AreaCode,
    key: Type.Optional(Type.String({ maxLength: 60 })),
    ...paged('instantAndTag'),
  }),
  output: listOf(RuleChange),
  refusals: { no_such_area: 404 },
})

export const readCalendar = endpoint({
  name: 'readCalendar',
  method: 'GET',
  path: '/api/calendar',
  access: 'staff',
  summary: 'The days of a year that are not what their weekday says, at a place',
  tags: ['places'],
  input: Type.Object({ area: AreaCode, year: Type.Integer({ minimum: 2000, maximum: 2100 }) }),
  output: Type.Object({
    version: Type.String(),
    published: Type.Boolean({ description: 'Whether the year’s notice is known.' }),
    days: Type.Array(
      Type.Object({
        day: Day,
        kind: oneOf(['off', 'work', 'plain']),
        name: Type.String(),
        area: nullable(AreaName),
        enteredAt: Type.String(),
      }),
    ),
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
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    bad_value: 422,
    day_past: 409,
    changed_that_day: 409,
  },
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

const Hours = Type.Object({
  segments: Type.Array(Type.Array(Type.String())),
  workDayHours: Type.Number(),
})
const LocalDay = Type.Object({ day: Day, kind: oneOf(dayKinds), name: Type.String() })

export const takeRulePack = endpoint({
  name: 'takeRulePack',
  method: 'GET',
  path: '/api/rules/pack',
  access: 'staff',
  summary:
    'The rules in force at a place as one file: amounts, working hours, its own days, its categories',
  tags: ['places'],
  input: Type.Object({ area: AreaCode }),
  output: Type.Object({
    format: Type.String({ description: 'linli.rules/1' }),
    area: Type.String(),
    takenOn: Day,
    rules: Type.Record(Type.String(), Type.Unknown()),
    hours: Hours,
    days: Type.Array(LocalDay),
    categories: Type.Array(Type.Unknown(), {
      description: 'Whole definitions. Put in force by the operator: `linli rules import`.',
    }),
  }),
  refusals: { no_such_area: 404 },
})

const Pack = Type.Unknown({ description: 'What `takeRulePack` answers, whole or in parts.' })
const packBytesMax = 2_000_000

export const previewRulePack = endpoint({
  name: 'previewRulePack',
  method: 'POST',
  path: '/api/rules/pack/preview',
  access: 'staff',
  summary: 'What a pack would change at a place from a day on; nothing is kept',
  tags: ['places'],
  input: Type.Object({ area: AreaCode, pack: Pack, validFrom: Day }),
  output: Type.Object({
    changes: Type.Array(
      Type.Object({
        part: oneOf(['rule', 'hours', 'day'] as const),
        key: Type.String(),
        before: Type.Unknown(),
        after: Type.Unknown(),
      }),
    ),
    categories: Type.Integer({
      description: 'Categories in the file, which only the operator puts in force.',
    }),
    takenFrom: Type.String(),
    takenOn: Type.String(),
  }),
  refusals: { no_such_area: 404, not_yours: 403, bad_pack: 422 },
  bodyBytesMax: packBytesMax,
})

export const putRulePack = endpoint({
  name: 'putRulePack',
  method: 'POST',
  path: '/api/rules/pack',
  access: 'staff',
  summary:
    'Set everything in which a pack differs, from a day on, with one reason: all of it or none',
  tags: ['places'],
  input: Type.Object({
    commandId: CommandId,
    area: AreaCode,
    pack: Pack,
    validFrom: Day,
    reason: Reason,
  }),
  output: Type.Object({ validFrom: Day, set: Type.Integer() }),
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    bad_pack: 422,
    day_past: 409,
    changed_that_day: 409,
    nothing_changes: 409,
  },
  bodyBytesMax: packBytesMax,
})
