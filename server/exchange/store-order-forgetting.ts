// What is deleted of orders once its days are over, desk by desk.
import { sql } from 'kysely'
import { type Tx, rowsOf } from '../kit/db.ts'

export const listDesks = (tx: Tx) =>
  rowsOf<{ areaId: number }>(
    tx,
    sql`
    select d.area_id as "areaId"
      from exchange.order_desks d
     order by d.area_id
     limit 100000`,
  )

type Old = { areaId: number; before: string; limit: number }

/** Orders whose end was told before that day, with everything that was told of them. */
export async function dropOrders(tx: Tx, { areaId, before, limit }: Old): Promise<number> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`
    select o.id
      from exchange.orders o
      join exchange.order_answers s on s.area_id = o.area_id
                                   and s.serial = o.last_serial
     where o.area_id = ${areaId}
       and o.status in ('answered', 'returned', 'withdrawn')
       and s.at < ${before}
       and coalesce(o.changed_at, o.taken_in_at) < ${before}
     order by s.serial
     limit ${limit}
       for update of o skip locked`,
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await rowsOf(
    tx,
    sql`delete from exchange.order_answers where area_id = ${areaId} and order_id = any (${ids}::uuid[])`,
  )
  await rowsOf(
    tx,
    sql`delete from exchange.orders where area_id = ${areaId} and id = any (${ids}::uuid[])`,
  )
  return ids.length
}

/** Of batches the last one stays: from it is counted what was not taken out yet. */
export const dropBatches = (tx: Tx, { areaId, before }: Omit<Old, 'limit'>) =>
  rowsOf(
    tx,
    sql`
    delete from exchange.order_batches b
     where b.area_id = ${areaId}
       and b.taken_at < ${before}
       and b.to_serial < (select max(l.to_serial)
                            from exchange.order_batches l
                           where l.area_id = ${areaId})`,
  )

/** Answers that a later one replaced; not those of a batch that can still be downloaded again. */
export const dropReplaced = (tx: Tx, { areaId, before }: Omit<Old, 'limit'>) =>
  rowsOf(
    tx,
    sql`
    delete from exchange.order_answers s
     using exchange.orders o
     where s.area_id = ${areaId}
       and s.at < ${before}
       and o.area_id = s.area_id
       and o.id = s.order_id
       and o.last_serial > s.serial
       and not exists (select from exchange.order_batches b
                        where b.area_id = s.area_id
                          and s.serial between b.from_serial and b.to_serial)`,
  )

/** Files of which no order is left go; of the others nothing stays but the day and how many rows became what. */
export async function dropImports(tx: Tx, { areaId, before }: Omit<Old, 'limit'>): Promise<void> {
  await rowsOf(
    tx,
    sql`
    delete from exchange.order_imports i
     where i.area_id = ${areaId}
       and i.started_at < ${before}
       and not exists (select from exchange.orders o
                        where o.area_id = i.area_id
                          and o.import_id = i.id)`,
  )
  await rowsOf(
    tx,
    sql`
    update exchange.order_imports
       set file_name = '–',
           by_id     = null,
           by_system = null
     where area_id = ${areaId}
       and started_at < ${before}
       and file_name <> '–'`,
  )
}
