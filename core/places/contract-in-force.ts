// The wire of putting grids in force: what would move along, the proposal, the second reader's word, the way back.
import { type Static, Type } from 'typebox'
import { Day, endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode, AreaName } from './contract.ts'
import { Loops, PartView } from './contract-redrawing.ts'
import { changeKinds } from './grid-changes.ts'

const Key = Type.String({ minLength: 1, maxLength: 40 })

export const ChangeView = Type.Object({
  kind: oneOf(changeKinds),
  before: Type.Array(Type.String()),
  after: Type.Array(Type.String()),
  gained: Type.Integer({ description: 'Square metres of a moved border that came.' }),
  lost: Type.Integer(),
})
export type ChangeView = Static<typeof ChangeView>

const Grid = Type.Object({
  key: Type.String(),
  code: Type.String(),
  name: Type.String(),
  nameEn: nullable(Type.String()),
  squareMetres: Type.Integer(),
})

export const CarriedStaff = Type.Object({
  grant: Type.Integer(),
  name: Type.String(),
  post: Type.Object({ zh: Type.String(), en: Type.String() }),
  from: Type.String({ description: 'The code of the grid that ends.' }),
  to: Type.String({ description: 'The key of the grid that takes over.' }),
})

const Proposal = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  proposed: Type.Boolean(),
  day: Type.String(),
  proposedBy: nullable(Type.String()),
  changedBy: nullable(Type.String()),
  changedAt: Type.String(),
  stale: Type.Boolean(),
  faults: Type.Integer({ description: 'Above none, nothing below is worked out.' }),
  unchanged: Type.Boolean(),
  micro: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      nameEn: nullable(Type.String()),
      from: Type.String({ description: 'The code of the grid that ends.' }),
      to: Type.String({ description: 'The key of the grid that has it, or most of its ground.' }),
      becomes: nullable(
        Type.String({
          description: 'Its code from that day; null: a border cuts it, and it ends.',
        }),
      ),
    }),
    { description: 'Micro-grids inside of grids that end.' },
  ),
  outline: Loops,
  before: Type.Array(PartView),
  after: Type.Array(PartView),
  grids: Type.Array(
    Type.Object({
      ...Grid.properties,
      kind: Type.Union([
        Type.Literal('begins'),
        Type.Literal('moves'),
        Type.Literal('renamed'),
        Type.Literal('stays'),
      ]),
    }),
  ),
  ended: Type.Array(
    Type.Object({
      ...Grid.properties,
      shares: Type.Array(Type.Object({ key: Type.String(), share: Type.Number() })),
      heir: Type.String(),
    }),
  ),
  staff: Type.Array(CarriedStaff),
  duties: Type.Integer({
    description: 'Lines of the duty roster from that day on, which go to the heir.',
  }),
  cases: Type.Array(
    Type.Object({
      from: Type.String(),
      to: nullable(Type.String({ description: 'Null: without a point, to the heir.' })),
      count: Type.Integer(),
    }),
  ),
})
export type Proposal = Static<typeof Proposal>

const Decided = Type.Object({
  id: Uuid,
  day: Type.String(),
  begun: Type.Boolean(),
  proposedBy: nullable(Type.String()),
  confirmedBy: nullable(Type.String()),
  confirmedAt: Type.String(),
})

export const InForceView = Type.Object({
  area: AreaName,
  today: Type.String(),
  earliest: Type.String(),
  schematic: Type.Boolean(),
  mayPropose: Type.Boolean(),
  mayConfirm: Type.Boolean({
    description: 'Another person than the proposer, who keeps places or heads a layer above.',
  }),
  draft: nullable(Proposal),
  decided: Type.Array(Decided, { description: 'Put in force, the last first.' }),
})
export type InForceView = Static<typeof InForceView>

const ofPlace = {
  no_such_area: 404,
  not_yours: 403,
  not_a_community: 409,
  no_outline: 409,
  outlines_overlap: 409,
} as const

export const previewRedrawing = endpoint({
  name: 'previewRedrawing',
  method: 'GET',
  path: '/api/areas/:code/redrawing/preview',
  access: 'staff',
  summary: 'What putting the open draft in force on a day would change and carry along',
  tags: ['places'],
  input: Type.Object({ code: AreaCode, day: Type.Optional(Day) }),
  output: InForceView,
  refusals: { no_such_area: 404, not_yours: 403, not_a_community: 409 },
})

const OfDraft = {
  commandId: CommandId,
  code: AreaCode,
  id: Uuid,
  expectedVersion: Type.Integer({ minimum: 1 }),
}
const ofDraft = { ...ofPlace, no_draft: 404 } as const
const sound = {
  stale: 409,
  has_faults: 409,
  nothing_changed: 409,
  day_past: 409,
  day_too_far: 409,
  day_before_change: 409,
} as const

export const proposeRedrawing = endpoint({
  name: 'proposeRedrawing',
  method: 'POST',
  path: '/api/areas/:code/redrawing/proposal',
  access: 'staff',
  summary: 'Propose the draft for a day, for a second person to confirm',
  tags: ['places'],
  input: Type.Object({
    ...OfDraft,
    day: Day,
    heirs: Type.Array(Type.Object({ grid: Key, to: Key }), { maxItems: 300 }),
    staff: Type.Array(Type.Object({ grant: Type.Integer({ minimum: 1 }), to: Key }), {
      maxItems: 500,
    }),
  }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: { ...ofDraft, ...sound, not_an_heir: 409 },
})

export const confirmRedrawing = endpoint({
  name: 'confirmRedrawing',
  method: 'POST',
  path: '/api/areas/:code/redrawing/confirmation',
  access: 'staff',
  summary: 'Put a proposed draft in force from its day on; never by the proposer',
  tags: ['places'],
  input: Type.Object(OfDraft),
  output: Type.Object({ day: Type.String() }),
  refusals: { ...ofDraft, ...sound, not_proposed: 409, same_person: 403, not_an_heir: 409 },
})

export const sendBackRedrawing = endpoint({
  name: 'sendBackRedrawing',
  method: 'POST',
  path: '/api/areas/:code/redrawing/return',
  access: 'staff',
  summary: 'Send a proposal back to be drawn on',
  tags: ['places'],
  input: Type.Object(OfDraft),
  output: Type.Object({ version: Type.Integer() }),
  refusals: { no_such_area: 404, not_yours: 403, no_draft: 404, not_proposed: 409 },
})

export const takeBackRedrawing = endpoint({
  name: 'takeBackRedrawing',
  method: 'POST',
  path: '/api/areas/:code/redrawing/withdrawal',
  access: 'staff',
  summary: 'Take back what is in force from a day to come',
  tags: ['places'],
  input: Type.Object({ commandId: CommandId, code: AreaCode, id: Uuid }),
  output: Type.Object({}),
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    not_in_force: 404,
    has_begun: 409,
    built_upon: 409,
    in_use: 409,
  },
})

export const compareGrids = endpoint({
  name: 'compareGrids',
  method: 'GET',
  path: '/api/areas/:code/grids/changes',
  access: 'staff',
  summary: 'What changed among the grids of a community between two days',
  tags: ['places'],
  input: Type.Object({ code: AreaCode, from: Type.Optional(Day), to: Type.Optional(Day) }),
  output: Type.Object({
    area: AreaName,
    today: Type.String(),
    days: Type.Array(Type.String(), {
      description: 'On which the grids changed or will, the last first.',
    }),
    from: Type.String(),
    to: Type.String(),
    grids: Type.Array(
      Type.Object({ code: Type.String(), name: Type.String(), nameEn: nullable(Type.String()) }),
    ),
    changes: Type.Array(ChangeView),
  }),
  refusals: { no_such_area: 404 },
})
