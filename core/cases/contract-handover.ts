// Handing over a duty desk on the wire.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/people/contract.ts'
import { CaseRow } from './contract.ts'
import { handoverItemsMax, handoverWhys, remarkMax } from './handover.ts'

const tags = ['cases']
const Counts = Type.Object({
  urgent: Type.Integer(),
  due: Type.Integer(),
  waiting: Type.Integer(),
  promised: Type.Integer(),
})
const Item = Type.Object({
  number: Type.String(),
  why: Type.Array(oneOf(handoverWhys)),
  case: nullable(CaseRow),
})

export const HandoverView = Type.Object({
  id: Type.String(),
  writtenBy: Type.String(),
  writtenAt: Type.String(),
  shiftEndsAt: nullable(Type.String()),
  coversUntil: Type.String(),
  remark: Type.String(),
  counts: Counts,
  items: Type.Array(Item, { maxItems: handoverItemsMax }),
  takenBy: nullable(Type.String()),
  takenAt: nullable(Type.String()),
  own: Type.Boolean({ description: 'The reader wrote it, so somebody else takes it over.' }),
})
export type HandoverView = Static<typeof HandoverView>

const refusals = { no_such_area: 404, no_desk_here: 409 } as const

export const draftHandover = endpoint({
  name: 'draftHandover',
  method: 'GET',
  path: '/api/areas/:code/handover-draft',
  access: 'staff',
  summary:
    'What the note would hold now: urgent open cases, those due before the next shift ends, those waiting for a word, promises.',
  tags,
  input: Type.Object({ code: AreaCode }),
  output: Type.Object({
    shiftEndsAt: nullable(Type.String()),
    coversUntil: Type.String(),
    counts: Counts,
    items: Type.Array(Item, { maxItems: handoverItemsMax }),
    mayWrite: Type.Boolean(),
  }),
  refusals,
})

export const listHandovers = endpoint({
  name: 'listHandovers',
  method: 'GET',
  path: '/api/areas/:code/handovers',
  access: 'staff',
  summary: 'Notes of this desk, newest first, with the cases they name as they stand now.',
  tags,
  input: Type.Object({ code: AreaCode, ...paged('instant') }),
  output: listOf(HandoverView),
  refusals,
})

export const writeHandover = endpoint({
  name: 'writeHandover',
  method: 'POST',
  path: '/api/areas/:code/handovers',
  access: 'staff',
  summary:
    'Writes the note of the shift that ends. The cases are taken from the data at this instant.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    code: AreaCode,
    remark: Type.String({ maxLength: remarkMax }),
  }),
  output: Type.Object({ id: Type.String() }),
  refusals: { ...refusals, not_at_this_desk: 409 },
})

export const takeHandover = endpoint({
  name: 'takeHandover',
  method: 'POST',
  path: '/api/areas/:code/handovers/:id/taking',
  access: 'staff',
  summary: 'The next on duty has read the note and takes over. Once, and not by its writer.',
  tags,
  input: Type.Object({ commandId: CommandId, code: AreaCode, id: Uuid }),
  output: Type.Object({ takenAt: Type.String() }),
  refusals: {
    ...refusals,
    no_such_handover: 404,
    not_at_this_desk: 409,
    own_handover: 409,
    handover_taken: 409,
  },
})
