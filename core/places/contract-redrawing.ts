// The wire of redrawing: the draft of a community's next grids, with the ground it is drawn on.
import { type Static, Type } from 'typebox'
import { Day, endpoint, nullable } from '#core/kit/contract.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode, AreaName } from './contract.ts'

/** As in core/places/corners.ts: inside on the left, holes turn right. */
const LoopView = Type.Array(Type.Integer({ minimum: -1_800_000_000, maximum: 1_800_000_000 }), {
  minItems: 6,
  maxItems: 40_000,
  description:
    'Corners as x, y, x, y, … in ten-millionths of a degree, east and north; the last joins the first.',
})

export const Loops = Type.Array(LoopView)

export const PartView = Type.Object({
  key: Type.String({ minLength: 1, maxLength: 40 }),
  code: Type.String({ maxLength: 40 }),
  name: Type.String({ maxLength: 120 }),
  nameEn: nullable(Type.String({ minLength: 1, maxLength: 160 })),
  was: nullable(Type.String({ maxLength: 40, description: 'The grid that it goes on being.' })),
  unclaimed: Type.Boolean({ description: 'Ground that no grid has.' }),
  loops: Type.Array(LoopView, { minItems: 1, maxItems: 200 }),
})
export type PartView = Static<typeof PartView>

const Parts = Type.Array(PartView, { minItems: 1, maxItems: 300 })

export const RedrawingView = Type.Object({
  area: AreaName,
  ground: Type.Object({
    outline: Type.Array(LoopView),
    before: Parts,
    dedicated: Type.Array(
      Type.Object({ code: Type.String(), name: Type.String(), loops: Type.Array(LoopView) }),
      { description: 'Dedicated grids lie inside the others and are not drawn here.' },
    ),
    since: Day,
    codePattern: Type.String(),
    codeBegins: Type.String(),
    codesTaken: Type.Array(Type.String()),
    digits: Type.Integer(),
    squareMetresMin: Type.Integer({
      description: 'Smaller than this a grid is a slip of the hand.',
    }),
    schematic: Type.Boolean(),
  }),
  draft: nullable(
    Type.Object({
      id: Uuid,
      version: Type.Integer(),
      parts: Parts,
      changedBy: nullable(Type.String()),
      changedAt: Type.String(),
      proposed: Type.Boolean({
        description: 'It waits for a second person; saving takes the proposal back.',
      }),
      stale: Type.Boolean({ description: 'The grids were changed by others since it was opened.' }),
    }),
  ),
})
export type RedrawingView = Static<typeof RedrawingView>

const ofPlace = {
  no_such_area: 404,
  not_yours: 403,
  not_a_community: 409,
  no_outline: 409,
  outlines_overlap: 409,
} as const

export const readRedrawing = endpoint({
  name: 'readRedrawing',
  method: 'GET',
  path: '/api/areas/:code/redrawing',
  access: 'staff',
  summary: 'The grids of a community as they are drawn on, and the open draft of new ones',
  tags: ['places'],
  input: Type.Object({ code: AreaCode }),
  output: RedrawingView,
  refusals: ofPlace,
})

export const openRedrawing = endpoint({
  name: 'openRedrawing',
  method: 'POST',
  path: '/api/areas/:code/redrawing',
  access: 'staff',
  summary: 'Open a draft of new grids for a community; the one that is open, if there is one',
  tags: ['places'],
  input: Type.Object({ commandId: CommandId, code: AreaCode }),
  output: Type.Object({ id: Uuid, version: Type.Integer() }),
  refusals: ofPlace,
})

const OfDraft = {
  commandId: CommandId,
  code: AreaCode,
  id: Uuid,
  expectedVersion: Type.Integer({ minimum: 1 }),
}

export const saveRedrawing = endpoint({
  name: 'saveRedrawing',
  method: 'POST',
  path: '/api/areas/:code/redrawing/parts',
  access: 'staff',
  summary: 'Save what was drawn; faults are allowed until it is put in force',
  tags: ['places'],
  input: Type.Object({ ...OfDraft, parts: Parts }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: { no_such_area: 404, not_yours: 403, no_draft: 404 },
  bodyBytesMax: 4_000_000,
})

export const dropRedrawing = endpoint({
  name: 'dropRedrawing',
  method: 'POST',
  path: '/api/areas/:code/redrawing/drop',
  access: 'staff',
  summary: 'Give the draft up; the grids stay as they are',
  tags: ['places'],
  input: Type.Object(OfDraft),
  output: Type.Object({}),
  refusals: { no_such_area: 404, not_yours: 403, no_draft: 404 },
})
