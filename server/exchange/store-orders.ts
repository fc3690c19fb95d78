// Orders of the hotline as rows. Written in job scope, by one desk at a time; read by staff under their own scope.
import { type RawBuilder, sql } from 'kysely'
import type { OrderDraft, OrderPlacing } from '#core/exchange/order.ts'
import type { OrderImportView, OrderView } from '#core/exchange/contract-orders.ts'
import type { OrderMapping } from '#core/exchange/order-mapping.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'
import { afterDue, before, dueKey, dueOrder, keyOf } from './order-cursors.ts'

export type By = { id: string | null; system: string | null }
export type DeskRow = { lastSerial: number; mapping: OrderMapping | null }

/** The desk, locked until the end of the transaction; made where it is not there yet. */
export async function lockDesk(tx: Tx, areaId: number): Promise<DeskRow> {
  await rowsOf(
    tx,
    sql`
    insert into exchange.order_desks (area_id)
    values (${areaId})
        on conflict do nothing`,
  )
  const row = await firstOf<DeskRow>(
    tx,
    sql`
    select d.last_serial::int as "lastSerial",
           d.mapping
      from exchange.order_desks d
     where d.area_id = ${areaId}
       for update`,
  )
  return row ?? { lastSerial: 0, mapping: null }
}

export const findMapping = (tx: Tx, areaId: number) =>
  firstOf<{ mapping: OrderMapping | null }>(
    tx,
    sql`
    select d.mapping
      from exchange.order_desks d
     where d.area_id = ${areaId}`,
  )

export const keepMapping = (tx: Tx, areaId: number, mapping: OrderMapping) =>
  rowsOf(
    tx,
    sql`
    update exchange.order_desks
       set mapping = ${JSON.stringify(mapping)}::jsonb
     where area_id = ${areaId}`,
  )

export type KnownOrder = {
  areaId: number
  id: string
  number: string
  caseNumber: string
  contentHash: Buffer
  importId: string
  changedAt: string | null
  status: string
  follows: string
  again: number
  receivedAt: string | null
  answerBy: string | null
}

/** At this desk or one above or below it: a number is one order for all of them. This desk's own come last. */
export const findKnown = (tx: Tx, desk: { id: number; path: string }, numbers: readonly string[]) =>
  rowsOf<KnownOrder>(
    tx,
    sql`
    select o.area_id      as "areaId",
           o.id,
           o.number,
           o.case_number  as "caseNumber",
           o.content_hash as "contentHash",
           o.import_id    as "importId",
           o.changed_at   as "changedAt",
           o.status,
           o.follows,
           o.again,
           o.received_at  as "receivedAt",
           o.answer_by    as "answerBy"
      from exchange.orders o
     where o.area_id in (select d.area_id
                           from exchange.order_desks d
                           join places.areas a on a.id = d.area_id
                          where a.path ^@ ${desk.path}
                             or ${desk.path} ^@ a.path)
       and o.number = any (${[...numbers]}::text[])
     order by o.area_id = ${desk.id}
     limit ${2 * numbers.length + 100}`,
  )

export type NewOrder = {
  id: string
  draft: OrderDraft
  placed: OrderPlacing
  caseNumber: string
  contentHash: Buffer
  /** How often it came before. */
  again: number
}

const wordsOf = ({ words }: OrderDraft) => (words === '' ? null : [...words].slice(0, 100).join(''))

export const addOrders = (
  tx: Tx,
  of: { areaId: number; importId: string; at: string },
  orders: readonly NewOrder[],
) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.orders (area_id, id, number, case_number, follows, kind, urgent, confidential, words, placed,
                                 received_at, sign_by, answer_by, content_hash, again, import_id, taken_in_at)
    select ${of.areaId}::bigint, r.id, r.number, r.case_number, r.case_number, r.kind, r.urgent, r.confidential, r.words,
           r.placed, r.received_at, r.sign_by, r.answer_by, decode(r.content_hash, 'hex'), r.again, ${of.importId}::uuid,
           ${of.at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(orders.map(rowOf))}::jsonb)
        as r (id uuid, number text, case_number text, kind text, urgent boolean, confidential boolean, words text,
              placed text, received_at timestamptz, sign_by timestamptz, answer_by timestamptz, content_hash text, again integer)`,
  )

const rowOf = ({ id, draft, placed, caseNumber, contentHash, again }: NewOrder) => ({
  id,
  number: draft.number,
  case_number: caseNumber,
  kind: draft.kind,
  urgent: draft.urgent,
  confidential: draft.confidential,
  words: wordsOf(draft),
  placed,
  received_at: draft.receivedAt,
  sign_by: draft.signBy,
  answer_by: draft.answerBy,
  content_hash: contentHash.toString('hex'),
  again,
})

export const changeOrder = (
  tx: Tx,
  of: {
    areaId: number
    id: string
    at: string
    contentHash: Buffer
    again: boolean
    /** The case that goes on from the one that answered it. */
    goesOn: string | null
  },
  draft: OrderDraft,
) =>
  rowsOf(
    tx,
    sql`
    update exchange.orders
       set kind = ${draft.kind},
           urgent = ${draft.urgent},
           confidential = ${draft.confidential},
           words = ${wordsOf(draft)},
           received_at = ${draft.receivedAt},
           sign_by = ${draft.signBy},
           answer_by = ${draft.answerBy},
           content_hash = ${of.contentHash},
           changed_at = ${of.at},
           again = again + ${of.again ? 1 : 0},
           earlier = case when ${of.goesOn}::text is null then earlier else (earlier || case_number)[1:20] end,
           case_number = coalesce(${of.goesOn}::text, case_number),
           follows = coalesce(${of.goesOn}::text, follows)
     where area_id = ${of.areaId}
       and id = ${of.id}`,
  )

export type ImportRow = Omit<OrderImportView, 'by'> & {
  areaId: number
  fileHash: Buffer
  byId: string | null
  bySystem: string | null
}

const importColumns = sql`
         i.area_id     as "areaId",
         i.id,
         i.file_name   as "fileName",
         i.file_hash   as "fileHash",
         i.by_id       as "byId",
         i.by_system   as "bySystem",
         i.started_at  as "startedAt",
         i.finished_at as "finishedAt",
         i.rows,
         i.seen,
         i.taken,
         i.known,
         i.changed,
         i.rejected`

export const addImport = (
  tx: Tx,
  i: {
    areaId: number
    id: string
    fileName: string
    fileHash: Buffer
    by: By
    at: string
    rows: number
  },
) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.order_imports (area_id, id, file_name, file_hash, by_id, by_system, started_at, rows)
    values (${i.areaId}, ${i.id}, ${i.fileName}, ${i.fileHash}, ${i.by.id}, ${i.by.system}, ${i.at}, ${i.rows})
        on conflict do nothing`,
  )

export const findImport = (tx: Tx, id: string, areaId: number | null = null) =>
  firstOf<ImportRow>(
    tx,
    sql`
    select ${importColumns}
      from exchange.order_imports i
     where i.id = ${id}
       and (${areaId}::bigint is null or i.area_id = ${areaId})`,
  )

export const noteSeen = (tx: Tx, i: { areaId: number; id: string; seen: number }) =>
  rowsOf(
    tx,
    sql`
    update exchange.order_imports
       set seen = greatest(seen, ${i.seen})
     where area_id = ${i.areaId}
       and id = ${i.id}
       and finished_at is null`,
  )

export type Counts = { taken: number; known: number; changed: number; rejected: number }

export const finishImport = (
  tx: Tx,
  i: { areaId: number; id: string; at: string; counts: Counts },
) =>
  firstOf<ImportRow>(
    tx,
    sql`
    update exchange.order_imports i
       set seen = rows,
           taken = ${i.counts.taken},
           known = ${i.counts.known},
           changed = ${i.counts.changed},
           rejected = ${i.counts.rejected},
           finished_at = ${i.at}
     where i.area_id = ${i.areaId}
       and i.id = ${i.id}
 returning ${importColumns}`,
  )

export type Page = { path: string; after: string | null; limit: number }

export const listImports = (tx: Tx, page: Page) =>
  rowsOf<ImportRow & { key: string }>(
    tx,
    sql`
    select ${importColumns},
           ${keyOf(sql`i.started_at`, sql`i.id`)} as key
      from exchange.order_imports i
      join places.areas a on a.id = i.area_id
     where a.path ^@ ${page.path}
       and ${before(page.after, sql`i.started_at`, sql`i.id`)}
     order by i.started_at desc, i.id desc
     limit ${page.limit}`,
  )

export type OrderRowRead = Omit<OrderView, 'deskCode' | 'late'> & {
  areaId: number
  key: string
  answeredAt: string | null
  signedAt: string | null
}

const conditions: Record<'all' | 'open' | 'late' | 'answered' | 'returned', RawBuilder<unknown>> = {
  all: sql`true`,
  open: sql`o.status in ('waiting', 'handling')`,
  late: sql`o.status in ('waiting', 'handling')`,
  answered: sql`o.status = 'answered'`,
  returned: sql`o.status in ('returned', 'withdrawn')`,
}

export const listOrders = (
  tx: Tx,
  asked: Page & { state: keyof typeof conditions; number: string | null; now: string },
) =>
  rowsOf<OrderRowRead>(
    tx,
    sql`
    select o.area_id      as "areaId",
           o.id,
           o.number,
           o.case_number  as "caseNumber",
           o.kind,
           o.words,
           o.urgent,
           o.confidential,
           o.placed,
           o.received_at  as "receivedAt",
           o.sign_by      as "signBy",
           o.answer_by    as "answerBy",
           o.taken_in_at  as "takenInAt",
           o.changed_at   as "changedAt",
           o.again,
           s.answer ->> 'earlierAt' as "earlierAt",
           o.status,
           o.last_serial::int as "lastSerial",
           s.answer ->> 'answeredAt' as "answeredAt",
           s.answer ->> 'signedAt'   as "signedAt",
           (select b.taken_at
              from exchange.order_batches b
             where b.area_id = o.area_id
               and o.last_serial between b.from_serial and b.to_serial
             limit 1)     as "givenAt",
           ${dueKey} as key
      from exchange.orders o
      join places.areas a on a.id = o.area_id
      left join exchange.order_answers s on s.area_id = o.area_id
                                        and s.serial = o.last_serial
     where a.path ^@ ${asked.path}
       and ${conditions[asked.state]}
       and (${asked.state !== 'late'} or o.answer_by < ${asked.now}::timestamptz)
       and (${asked.number}::text is null or o.number = ${asked.number} or o.case_number = ${asked.number})
       and ${afterDue(asked.after)}
     order by ${dueOrder}
     limit ${asked.limit}`,
  )

/** Orders with something that nobody took out yet. */
export const countUntold = async (tx: Tx, path: string): Promise<number> =>
  (
    await firstOf<{ count: number }>(
      tx,
      sql`
      select count(*)::int as count
        from exchange.orders o
        join places.areas a on a.id = o.area_id
       where a.path ^@ ${path}
         and o.last_serial > coalesce((select max(b.to_serial)
                                         from exchange.order_batches b
                                        where b.area_id = o.area_id), 0)`,
    )
  )?.count ?? 0
