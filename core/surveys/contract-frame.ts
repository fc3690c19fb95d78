// The wire of the sampling frame: how many live where, how many answers are hoped for, one-time codes, how far it is.
import { type Static, Type } from 'typebox'
import { endpoint, nullable } from '#core/kit/contract.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'
import { Reason } from './contract-parts.ts'

const tags = ['surveys']

export const FrameCell = Type.Object(
  {
    grid: AreaCode,
    building: Type.String({ maxLength: 60 }),
    households: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    quota: nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  },
  { additionalProperties: false },
)
export type FrameCell = Static<typeof FrameCell>

export const setFrame = endpoint({
  name: 'setFrame',
  method: 'PUT',
  path: '/api/surveys/:id/frame',
  access: 'staff',
  summary:
    'Say how many households live where and how many answers are hoped for: counts, no names',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    source: Type.String({ minLength: 1, maxLength: 200 }),
    cells: Type.Array(FrameCell, { maxItems: 2000 }),
  }),
  output: Type.Object({ cells: Type.Integer(), households: Type.Integer() }),
  refusals: {
    no_such_survey: 404,
    not_yours: 403,
    already_closed: 409,
    no_such_grid: 422,
    cell_twice: 422,
  },
  bodyBytesMax: 1_000_000,
})

export const CellProgress = Type.Object({
  grid: nullable(
    Type.Object({ code: Type.String(), name: Type.String(), nameEn: nullable(Type.String()) }),
  ),
  households: Type.Integer(),
  quota: nullable(Type.Integer()),
  handedOut: Type.Integer(),
  answered: Type.Integer(),
})
export type CellProgress = Static<typeof CellProgress>

export const readProgress = endpoint({
  name: 'readProgress',
  method: 'GET',
  path: '/api/surveys/:id/progress',
  access: 'staff',
  summary: 'Households, sheets handed out and answered, by grid; who answered is not known',
  tags,
  input: Type.Object({ id: Uuid }),
  output: Type.Object({
    cells: Type.Array(CellProgress),
    total: Type.Object({
      households: Type.Integer(),
      quota: nullable(Type.Integer()),
      handedOut: Type.Integer(),
      answered: Type.Integer(),
    }),
    /** Sheets mixed so far, by the way they came. */
    mixed: Type.Array(Type.Object({ channel: Type.String(), sheets: Type.Integer() })),
    frame: Type.Array(FrameCell),
    source: nullable(Type.String()),
    batches: Type.Array(
      Type.Object({
        batch: Uuid,
        grid: nullable(Type.String()),
        made: Type.Integer(),
        used: Type.Integer(),
        void: Type.Integer(),
      }),
    ),
  }),
  refusals: { no_such_survey: 404, not_yours: 403 },
})

export const codesPerBatchMax = 1000

export const makeCodes = endpoint({
  name: 'makeCodes',
  method: 'POST',
  path: '/api/surveys/:id/codes',
  access: 'staff',
  summary: 'Make one-time codes for a grid. They are told once, to be printed, and kept as hashes',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    grid: nullable(AreaCode),
    count: Type.Integer({ minimum: 1, maximum: codesPerBatchMax }),
  }),
  output: Type.Object({ batch: Uuid, codes: Type.Array(Type.String()) }),
  refusals: {
    no_such_survey: 404,
    not_yours: 403,
    no_such_grid: 422,
    needs_no_codes: 409,
    already_closed: 409,
  },
})

export const voidCodes = endpoint({
  name: 'voidCodes',
  method: 'POST',
  path: '/api/surveys/:id/codes/:batch/void',
  access: 'staff',
  summary: 'Make the unused codes of a batch worthless: sheets were lost or misprinted',
  tags,
  input: Type.Object({ commandId: CommandId, id: Uuid, batch: Uuid, reason: Reason }),
  output: Type.Object({ voided: Type.Integer() }),
  refusals: { no_such_survey: 404, not_yours: 403 },
})

export const remindGrids = endpoint({
  name: 'remindGrids',
  method: 'POST',
  path: '/api/surveys/:id/reminders',
  access: 'staff',
  summary: 'Tell the teams of grids how far their grid is. Nobody knows who has answered',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    grids: Type.Array(AreaCode, { minItems: 1, maxItems: 200 }),
  }),
  output: Type.Object({ told: Type.Integer() }),
  refusals: { no_such_survey: 404, not_yours: 403, not_open: 409, no_such_grid: 422 },
})
