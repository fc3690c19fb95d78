// The wire of move 44: what the calendar in force now would do to running work, and applying it. Sums only: a rule
// keeper sees no case.
import { type Static, Type } from 'typebox'
import { endpoint } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'

export const RevisionView = Type.Object({
  version: Type.String({ description: 'Of the calendar in force now; applying it names it.' }),
  clocks: Type.Integer({ description: 'Running work clocks counted with another calendar.' }),
  later: Type.Object({ cases: Type.Integer(), clocks: Type.Integer() }),
  earlier: Type.Integer({ description: 'Clocks it would make due earlier: they stay.' }),
  unknown: Type.Integer({ description: 'Clocks whose calendar can no longer be told: they stay.' }),
  complete: Type.Boolean({
    description: 'False where there were more than are looked at at once.',
  }),
})
export type RevisionView = Static<typeof RevisionView>

export const previewCalendar = endpoint({
  name: 'previewCalendar',
  method: 'GET',
  path: '/api/calendar-revision',
  access: 'staff',
  summary: 'How many running cases of an area would be due later by the calendar in force now.',
  tags: ['places'],
  input: Type.Object({ area: AreaCode }),
  output: RevisionView,
  refusals: { no_such_area: 404, not_yours: 403 },
  limit: { max: 20, per: 'minute' },
})

export const applyCalendar = endpoint({
  name: 'applyCalendar',
  method: 'POST',
  path: '/api/calendar-revision',
  access: 'staff',
  summary:
    'Apply the calendar in force now to running work: later only, case by case, with a reason all may read.',
  tags: ['places'],
  input: Type.Object({
    commandId: CommandId,
    area: AreaCode,
    version: Type.String({ maxLength: 200 }),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  }),
  output: Type.Object({ cases: Type.Integer(), clocks: Type.Integer() }),
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    reason_missing: 422,
    calendar_changed: 409,
    only_later: 409,
    nothing_later: 409,
  },
  limit: { max: 20, per: 'minute' },
})
