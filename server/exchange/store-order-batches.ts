// Batches of answers as rows: each a stretch of serials that was taken out together, and can be read again.
import { sql } from 'kysely'
import type { OrderBatchView } from '#core/exchange/contract-orders.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'
import { before, keyOf } from './order-cursors.ts'
import type { By, Page } from './store-orders.ts'

export type BatchRow = Omit<OrderBatchView, 'by'> & {
  areaId: number
  key: string
  byId: string | null
  bySystem: string | null
}

const batchColumns = sql`
         b.area_id          as "areaId",
         b.id,
         b.from_serial::int as "fromSerial",
         b.to_serial::int   as "toSerial",
         b.orders,
         b.by_id            as "byId",
         b.by_system        as "bySystem",
         b.taken_at         as "takenAt",
         ${keyOf(sql`b.taken_at`, sql`b.id`)} as key`

export const listBatches = (tx: Tx, page: Page) =>
  rowsOf<BatchRow>(
    tx,
    sql`
    select ${batchColumns}
      from exchange.order_batches b
      join places.areas a on a.id = b.area_id
     where a.path ^@ ${page.path}
       and ${before(page.after, sql`b.taken_at`, sql`b.id`)}
     order by b.taken_at desc, b.id desc
     limit ${page.limit}`,
  )

export const findBatch = (tx: Tx, of: { areaId: number; id: string }) =>
  firstOf<BatchRow>(
    tx,
    sql`
    select ${batchColumns}
      from exchange.order_batches b
     where b.area_id = ${of.areaId}
       and b.id = ${of.id}`,
  )

/** The stretch of serials after the last batch, under the lock of the desk; null where there is nothing new. */
export const nextStretch = (tx: Tx, areaId: number) =>
  firstOf<{ from: number; to: number; orders: number }>(
    tx,
    sql`
    select min(s.serial)::int               as "from",
           max(s.serial)::int               as "to",
           count(distinct s.order_id)::int  as orders
      from exchange.order_answers s
     where s.area_id = ${areaId}
       and s.serial > coalesce((select max(b.to_serial)
                                  from exchange.order_batches b
                                 where b.area_id = ${areaId}), 0)
    having count(*) > 0`,
  )

export const addBatch = (
  tx: Tx,
  b: { areaId: number; id: string; from: number; to: number; orders: number; by: By; at: string },
) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.order_batches (area_id, id, from_serial, to_serial, orders, by_id, by_system, taken_at)
    values (${b.areaId}, ${b.id}, ${b.from}, ${b.to}, ${b.orders}, ${b.by.id}, ${b.by.system}, ${b.at})`,
  )
