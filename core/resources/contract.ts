// The register on the wire: reading it, keeping it, what lies within reach, taking in files.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'
import {
  AreaRef,
  DayText,
  EntryShape,
  KindView,
  OpeningShape,
  ReachedView,
  ResourceRow,
  WordsView,
} from './contract-parts.ts'
import { standings } from './resource.ts'

const tags = ['resources']

export const listResourceKinds = endpoint({
  name: 'listResourceKinds',
  method: 'GET',
  path: '/api/resources/kinds',
  access: 'open',
  summary: 'The kinds of resources a place knows, in its order.',
  tags,
  input: Type.Object({ area: AreaCode }),
  output: listOf(KindView),
  refusals: { no_such_area: 404 },
})

export const listResources = endpoint({
  name: 'listResources',
  method: 'GET',
  path: '/api/resources',
  access: 'staff',
  summary: 'Entries kept by an area and by those below it, and on request by those above it.',
  tags,
  input: Type.Object({
    area: AreaCode,
    /** `below`: kept here and below. `here`: by the area itself. `above`: by the levels over it. */
    kept: Type.Optional(oneOf(['below', 'here', 'above'])),
    kind: Type.Optional(Type.String({ maxLength: 40 })),
    standing: Type.Optional(oneOf(standings)),
    q: Type.Optional(Type.String({ maxLength: 60 })),
    ...paged('nameAndUuid'),
  }),
  output: listOf(ResourceRow),
  refusals: { no_such_area: 404 },
})

export const countResources = endpoint({
  name: 'countResources',
  method: 'GET',
  path: '/api/resources/counts',
  access: 'staff',
  summary:
    'How many entries of each kind hold now, how many end soon, and the open requests of an area.',
  tags,
  input: Type.Object({ area: AreaCode }),
  output: Type.Object({
    area: AreaRef,
    path: Type.Array(AreaRef),
    children: Type.Array(AreaRef),
    kinds: Type.Array(Type.Object({ code: Type.String(), n: Type.Integer() })),
    valid: Type.Integer(),
    ending: Type.Integer(),
    over: Type.Integer(),
    withoutPlace: Type.Integer(),
    warnDays: Type.Integer(),
    reachMetres: Type.Integer(),
    mayKeep: Type.Boolean(),
    /** Levels that can be asked, nearest first. */
    askable: Type.Array(AreaRef),
    requestsIn: Type.Integer(),
    requestsOut: Type.Integer(),
    late: Type.Integer(),
  }),
  refusals: { no_such_area: 404 },
})

const ChangeView = Type.Object({
  version: Type.Integer(),
  act: oneOf(['added', 'imported', 'changed', 'ended', 'renewed']),
  at: Type.String(),
  by: nullable(Type.String()),
  role: nullable(Type.String()),
  reason: nullable(Type.String()),
  changed: Type.Array(
    Type.Object({ field: Type.String(), from: Type.Unknown(), to: Type.Unknown() }),
  ),
})

export const ResourceView = Type.Object({
  ...ResourceRow.properties,
  openings: Type.Array(OpeningShape),
  hoursNote: nullable(Type.String()),
  conditions: nullable(Type.String()),
  external: nullable(Type.Object({ system: Type.String(), id: Type.String() })),
  version: Type.Integer(),
  mayKeep: Type.Boolean(),
  history: Type.Array(ChangeView),
  requests: Type.Array(
    Type.Object({
      id: Type.String(),
      what: Type.String(),
      asker: AreaRef,
      state: Type.String(),
      uses: Type.Integer(),
      units: Type.Integer(),
      personTimes: Type.Integer(),
    }),
  ),
})
export type ResourceView = Static<typeof ResourceView>

export const getResource = endpoint({
  name: 'getResource',
  method: 'GET',
  path: '/api/resources/:id',
  access: 'staff',
  summary: 'One entry with its offers, its history and what was asked for it.',
  tags,
  input: Type.Object({ id: Uuid }),
  output: ResourceView,
  refusals: { no_such_resource: 404 },
})

const entryRefusals = { bad_entry: 422, not_yours: 403 } as const

export const addResource = endpoint({
  name: 'addResource',
  method: 'POST',
  path: '/api/resources',
  access: 'staff',
  summary: 'Adds an entry to the register of an area.',
  tags,
  input: Type.Object({ commandId: CommandId, area: AreaCode, entry: EntryShape }),
  output: Type.Object({ id: Type.String(), version: Type.Integer() }),
  refusals: { ...entryRefusals, no_such_area: 404 },
})

const Reason = Type.String({ minLength: 2, maxLength: 500 })

export const changeResource = endpoint({
  name: 'changeResource',
  method: 'POST',
  path: '/api/resources/:id/change',
  access: 'staff',
  summary: 'Changes an entry; what it said before stays in its history.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    expectedVersion: Type.Integer({ minimum: 1 }),
    entry: EntryShape,
    reason: Reason,
  }),
  output: Type.Object({ id: Type.String(), version: Type.Integer() }),
  refusals: { ...entryRefusals, no_such_resource: 404, already_ended: 409, nothing_changed: 409 },
})

export const endResource = endpoint({
  name: 'endResource',
  method: 'POST',
  path: '/api/resources/:id/end',
  access: 'staff',
  summary: 'Ends an entry from a day on. It is never deleted.',
  tags,
  input: Type.Object({ commandId: CommandId, id: Uuid, day: DayText, reason: Reason }),
  output: Type.Object({ id: Type.String(), version: Type.Integer() }),
  refusals: { not_yours: 403, no_such_resource: 404, already_ended: 409, day_past: 422 },
})

export const listNearby = endpoint({
  name: 'listNearby',
  method: 'GET',
  path: '/api/resources/nearby',
  access: 'open',
  summary:
    'What lies within a straight-line distance of an area, nearest first. The way on foot is longer: slopes and stairs are not counted.',
  tags,
  input: Type.Object({
    area: AreaCode,
    kind: Type.Optional(Type.String({ maxLength: 40 })),
    metres: Type.Optional(Type.Integer({ minimum: 50, maximum: 20_000 })),
    ...paged('count'),
  }),
  output: Type.Object({
    ...listOf(ReachedView).properties,
    origin: nullable(
      Type.Object({
        from: oneOf(['centre', 'outline']),
        lon: Type.Number(),
        lat: Type.Number(),
        name: nullable(Type.String()),
      }),
    ),
    metres: Type.Integer(),
    method: oneOf(['straightLine', 'walking']),
    limits: WordsView,
    total: Type.Integer(),
    kinds: Type.Array(Type.Object({ kind: KindView, n: Type.Integer(), nearest: Type.Integer() })),
  }),
  refusals: { no_such_area: 404 },
})

const fileBytesMax = 4_000_000
const FileInput = {
  area: AreaCode,
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  /** The bytes of the CSV or GeoJSON, base64. */
  content: Type.String({ minLength: 1, maxLength: Math.ceil((fileBytesMax * 4) / 3) + 4 }),
  /** Field → column or property; what is left out is found by its usual headings. */
  columns: Type.Optional(
    Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 120 })),
  ),
  /** Word of the file → code of a kind. */
  kinds: Type.Optional(
    Type.Record(Type.String({ maxLength: 120 }), Type.String({ maxLength: 40 })),
  ),
  system: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,29}$' })),
  crs: Type.Optional(oneOf(['wgs84', 'cgcs2000', 'gcj02', 'bd09'])),
}

const RejectView = Type.Object({
  line: Type.Integer(),
  key: Type.String(),
  fault: Type.String(),
  reason: WordsView,
})
const ImportCounts = {
  rows: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Integer(),
  rejects: Type.Array(RejectView),
}
const importRefusals = {
  not_yours: 403,
  no_such_area: 404,
  unreadable_file: 422,
  no_key_column: 422,
} as const

export const previewResources = endpoint({
  name: 'previewResources',
  method: 'POST',
  path: '/api/resources/import/preview',
  access: 'staff',
  summary:
    'Judges a file of resources and writes nothing: columns found, the first rows, and what would be rejected.',
  tags,
  bodyBytesMax: 6_000_000,
  input: Type.Object(FileInput),
  output: Type.Object({
    ...ImportCounts,
    headings: Type.Array(Type.String()),
    columns: Type.Record(Type.String(), Type.String()),
    unknownKinds: Type.Array(Type.String()),
    sample: Type.Array(
      Type.Object({
        line: Type.Integer(),
        key: Type.String(),
        act: oneOf(['add', 'change', 'same']),
        name: Type.String(),
        kind: Type.String(),
        owner: Type.String(),
        hours: nullable(WordsView),
        lon: nullable(Type.Number()),
        lat: nullable(Type.Number()),
        validUntil: nullable(Type.String()),
      }),
    ),
  }),
  refusals: importRefusals,
})

export const importResources = endpoint({
  name: 'importResources',
  method: 'POST',
  path: '/api/resources/import',
  access: 'staff',
  summary:
    'Takes in a file of resources. Sent again, it changes what has changed and nothing else.',
  tags,
  bodyBytesMax: 6_000_000,
  input: Type.Object({ commandId: CommandId, ...FileInput }),
  output: Type.Object(ImportCounts),
  refusals: importRefusals,
})
