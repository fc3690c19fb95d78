// The wire of work orders: what the hotline hands over goes in, as a file with a preview or as JSON, and what became of it
// comes out, each answer once by its serial. Nothing here ever says who called.
import { type Static, Type } from 'typebox'
import { outcomes, refusalReasons } from '#core/cases/case.ts'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { type OrderAnswer, orderKinds, orderPlacings, orderStatuses } from './order.ts'
import { type OrderMapping, orderFields } from './order-mapping.ts'

const tags = ['orders']
const areaCode = Type.String({
  minLength: 1,
  maxLength: 40,
  description: 'Code of the street whose centre takes them in, or of any place in it.',
})
const Heading = Type.String({ minLength: 1, maxLength: 500 })
const Text = Type.String()
const Time = nullable(Type.String({ description: 'ISO 8601, UTC.' }))
const Table = Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 40 }))
const closed = { additionalProperties: false }

const Columns = Type.Object(
  Object.fromEntries(
    orderFields.map((field) => [
      field,
      Type.Optional(Type.Union([Heading, Type.Array(Heading, { minItems: 1, maxItems: 10 })])),
    ]),
  ),
  closed,
)
export const OrderMappingView = Type.Unsafe<OrderMapping>(
  Type.Object(
    {
      file: Type.Optional(
        Type.Object(
          {
            sheet: Type.Optional(Type.String({ maxLength: 100 })),
            headingRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
            delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
          },
          closed,
        ),
      ),
      columns: Columns,
      areas: Type.Optional(Table),
      categories: Type.Optional(Table),
      coordinates: Type.Optional(oneOf(['wgs84', 'cgcs2000', 'gcj02', 'bd09'])),
      dateOrder: Type.Optional(oneOf(['mdy', 'dmy'])),
      year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2200 })),
    },
    closed,
  ),
)

const file = {
  areaCode,
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  content: Type.String({
    maxLength: 12_000_000,
    description: 'The file, as base64: CSV (UTF-8, UTF-16 or GB 18030), xlsx, or JSON.',
  }),
}
const Words = Type.Object({ zh: Text, en: Text })
export const OrderReject = Type.Object({
  line: Type.Integer({ description: 'Row of the file; of JSON the place in the list, from 1.' }),
  number: Text,
  fault: Text,
  words: Words,
  about: Text,
})
export type OrderReject = Static<typeof OrderReject>

export const orderBecomes = ['new', 'known', 'changed'] as const
export const OrderRow = Type.Object({
  line: Type.Integer(),
  number: Text,
  becomes: oneOf(orderBecomes),
  again: Type.Boolean({
    description: 'Answered, and sent again: its case is opened again, or another goes on from it.',
  }),
  kind: oneOf(orderKinds),
  urgent: Type.Boolean(),
  confidential: Type.Boolean(),
  answerBy: Time,
  text: Type.String({ description: 'Its beginning, without the caller’s name and number.' }),
  placed: oneOf(orderPlacings),
  place: nullable(Words),
  category: nullable(Words),
  caseNumber: nullable(Text),
  /** Open cases that may be the same matter. */
  alike: Type.Array(Type.Object({ number: Text, text: Text })),
})
export type OrderRow = Static<typeof OrderRow>

const fileRefusals = {
  no_such_area: 404,
  no_order_desk: 422,
  unreadable_file: 422,
  too_many_rows: 422,
} as const

export const previewOrders = endpoint({
  name: 'previewOrders',
  method: 'POST',
  path: '/api/orders/preview',
  access: 'staff',
  summary:
    'Judges a file of work orders and writes nothing: what is new, known, changed, faulty, and where each would lie.',
  tags,
  bodyBytesMax: 12_200_000,
  input: Type.Object({ ...file, mapping: nullable(OrderMappingView) }),
  output: Type.Object({
    desk: Words,
    headings: Type.Array(Text),
    mapping: OrderMappingView,
    missing: Type.Array(Text, { description: 'Headings of the mapping that the file lacks.' }),
    lacking: Type.Array(oneOf(orderFields), { description: 'Needed, and in no column.' }),
    rows: Type.Integer(),
    fresh: Type.Integer(),
    known: Type.Integer(),
    changed: Type.Integer(),
    again: Type.Integer({
      description: 'Of the changed ones, those sent again after they were answered.',
    }),
    rejected: Type.Integer(),
    unplaced: Type.Integer(),
    urgent: Type.Integer(),
    comparedWith: nullable(
      Type.Integer({
        description:
          'So many open cases, the newest, were looked through for what may be the same; null: all.',
      }),
    ),
    shown: Type.Array(OrderRow, { description: 'At most 200: what to look at first.' }),
    rejects: Type.Array(OrderReject, { description: 'At most 500.' }),
  }),
  refusals: fileRefusals,
})

const Counts = {
  rows: Type.Integer(),
  taken: Type.Integer(),
  known: Type.Integer(),
  changed: Type.Integer(),
  rejected: Type.Integer(),
}

export const importOrders = endpoint({
  name: 'importOrders',
  method: 'POST',
  path: '/api/orders/import',
  access: 'staff',
  summary:
    'Takes a file of work orders in: each becomes a case once, is known already, is changed, or rejected with its reason.',
  tags,
  bodyBytesMax: 12_200_000,
  input: Type.Object({ commandId: CommandId, ...file, mapping: OrderMappingView }),
  output: Type.Object({ id: Uuid, ...Counts, rejects: Type.Array(OrderReject) }),
  refusals: { ...fileRefusals, column_missing: 422 },
})

const maybe = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
export const OrderGiven = Type.Object(
  {
    number: Type.String({ minLength: 1, maxLength: 100 }),
    receivedAt: maybe(40),
    signBy: maybe(40),
    answerBy: maybe(40),
    kind: maybe(60),
    urgent: Type.Optional(Type.Boolean()),
    confidential: Type.Optional(Type.Boolean()),
    again: Type.Optional(
      Type.Boolean({
        description: 'Sent again after it was answered: the caller is not satisfied.',
      }),
    ),
    name: maybe(80),
    phone: maybe(60),
    text: Type.String({ maxLength: 20_000 }),
    address: maybe(500),
    area: maybe(100),
    category: maybe(200),
    lon: Type.Optional(Type.Number()),
    lat: Type.Optional(Type.Number()),
  },
  closed,
)

export const putOrders = endpoint({
  name: 'putOrders',
  method: 'POST',
  path: '/api/orders',
  access: 'staff',
  summary:
    'Hands over up to 200 work orders as JSON and says of each what became of it. The same number again is the same order.',
  tags,
  bodyBytesMax: 6_000_000,
  input: Type.Object({
    commandId: CommandId,
    areaCode,
    orders: Type.Array(OrderGiven, { minItems: 1, maxItems: 200 }),
    coordinates: Type.Optional(oneOf(['wgs84', 'cgcs2000', 'gcj02', 'bd09'])),
  }),
  output: Type.Object({
    ...Counts,
    orders: Type.Array(
      Type.Object({
        number: Text,
        became: oneOf([...orderBecomes, 'rejected']),
        caseNumber: nullable(Text),
        fault: nullable(Text),
      }),
    ),
  }),
  refusals: { no_such_area: 404, no_order_desk: 422 },
})

export const OrderImportView = Type.Object({
  id: Uuid,
  fileName: Text,
  by: nullable(Text),
  startedAt: Text,
  finishedAt: nullable(Text),
  seen: Type.Integer({ description: 'Rows gone through; less than rows while it goes on.' }),
  ...Counts,
})
export type OrderImportView = Static<typeof OrderImportView>

export const readOrderImport = endpoint({
  name: 'readOrderImport',
  method: 'GET',
  path: '/api/orders/imports/:id',
  access: 'staff',
  summary: 'How far a file of work orders has been taken in.',
  tags,
  input: Type.Object({ id: Uuid }),
  output: OrderImportView,
  refusals: { no_such_import: 404 },
})

export const listOrderImports = endpoint({
  name: 'listOrderImports',
  method: 'GET',
  path: '/api/orders/imports',
  access: 'staff',
  summary: 'Files of work orders that were taken in, newest first.',
  tags,
  input: Type.Object({ areaCode, ...paged('instantWithUuid') }),
  output: listOf(OrderImportView),
  refusals: { no_such_area: 404, no_order_desk: 422 },
})

export const orderFilters = ['all', 'open', 'late', 'answered', 'returned'] as const
export const OrderView = Type.Object({
  id: Uuid,
  number: Text,
  caseNumber: Text,
  deskCode: Text,
  kind: oneOf(orderKinds),
  words: nullable(Text),
  urgent: Type.Boolean(),
  confidential: Type.Boolean(),
  placed: oneOf(orderPlacings),
  receivedAt: Time,
  signBy: Time,
  answerBy: Time,
  takenInAt: Text,
  changedAt: Time,
  again: Type.Integer({ description: 'How often it was sent again after it was answered.' }),
  earlierAt: Type.Union([Type.String(), Type.Null()], {
    description: 'When it was answered before.',
  }),
  status: oneOf(orderStatuses),
  /** Signed in time and answered in time, as the hotline counts it; null where it named no deadline. */
  late: nullable(Type.Boolean()),
  lastSerial: nullable(Type.Integer()),
  /** When an answer as it stands now was taken out for the hotline. */
  givenAt: Time,
})
export type OrderView = Static<typeof OrderView>

export const listOrders = endpoint({
  name: 'listOrders',
  method: 'GET',
  path: '/api/orders',
  access: 'staff',
  summary:
    'Work orders of a street, the soonest due first, then the settled ones; each with its case and what was answered.',
  tags,
  input: Type.Object({
    areaCode,
    state: Type.Optional(oneOf(orderFilters)),
    number: Type.Optional(Type.String({ maxLength: 100 })),
    ...paged('orderDue'),
  }),
  output: Type.Object({ ...listOf(OrderView).properties, untold: Type.Integer() }),
  refusals: { no_such_area: 404, no_order_desk: 422 },
})

export const OrderAnswerView = Type.Object({
  serial: Type.Integer(),
  at: Type.String({ description: 'When it became so.' }),
  orderNumber: Text,
  status: oneOf(orderStatuses),
  caseNumber: Text,
  mergedInto: nullable(Text),
  signedAt: Time,
  respondedAt: Time,
  answeredAt: Time,
  outcome: nullable(oneOf(outcomes)),
  result: nullable(Text),
  handledBy: nullable(Text),
  returnedAt: Time,
  returnReason: nullable(oneOf(refusalReasons)),
  returnWords: nullable(Text),
  returnTo: nullable(Text),
  extension: nullable(oneOf(['open', 'granted', 'refused', 'withdrawn'])),
  extensionReason: nullable(Text),
  dueAt: Time,
  voice: nullable(oneOf(['confirm', 'object', 'silence'])),
  solved: nullable(Type.Boolean()),
  satisfaction: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  reopened: Type.Integer(),
  earlierAt: Time,
  earlierResult: nullable(Text),
})
export type OrderAnswerView = Static<typeof OrderAnswerView>
/** What is told is what the rule says: the wire may not drift from it. */
const _same: OrderAnswer = {} as Omit<OrderAnswerView, 'serial' | 'at' | 'orderNumber'>
void _same

export const listOrderAnswers = endpoint({
  name: 'listOrderAnswers',
  method: 'GET',
  path: '/api/orders/answers',
  access: 'staff',
  summary:
    'What there is to tell the hotline, in the order it became so: from a serial on each once, or the latest of each order in a batch.',
  tags,
  input: Type.Object({
    areaCode,
    batch: Type.Optional(Uuid),
    ...paged('serial'),
  }),
  output: Type.Object({
    ...listOf(OrderAnswerView).properties,
    last: Type.String({
      description: 'The cursor to ask from next time, also where this page is empty.',
    }),
  }),
  refusals: { no_such_area: 404, no_order_desk: 422, no_such_batch: 404 },
})

export const takeOrderAnswers = endpoint({
  name: 'takeOrderAnswers',
  method: 'POST',
  path: '/api/orders/batches',
  access: 'staff',
  summary:
    'Takes out everything that was not taken out yet, as one batch; nothing new is no batch.',
  tags,
  input: Type.Object({ commandId: CommandId, areaCode }),
  output: Type.Object({ id: nullable(Uuid), orders: Type.Integer() }),
  refusals: { no_such_area: 404, no_order_desk: 422 },
})

export const OrderBatchView = Type.Object({
  id: Uuid,
  fromSerial: Type.Integer(),
  toSerial: Type.Integer(),
  orders: Type.Integer(),
  by: nullable(Text),
  takenAt: Text,
})
export type OrderBatchView = Static<typeof OrderBatchView>

export const listOrderBatches = endpoint({
  name: 'listOrderBatches',
  method: 'GET',
  path: '/api/orders/batches',
  access: 'staff',
  summary:
    'Batches of answers that were taken out for the hotline, newest first; each can be read again.',
  tags,
  input: Type.Object({ areaCode, ...paged('instantWithUuid') }),
  output: listOf(OrderBatchView),
  refusals: { no_such_area: 404, no_order_desk: 422 },
})
