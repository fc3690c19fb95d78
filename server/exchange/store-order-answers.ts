// What there is to tell the hotline, as rows: added by the follower alone, counted up under the lock of the desk.
import { sql } from 'kysely'
import type { OrderAnswer } from '#core/exchange/order.ts'
import { type Tx, rowsOf } from '../kit/db.ts'

export type Followed = {
  areaId: number
  id: string
  caseNumber: string
  follows: string
  answer: OrderAnswer | null
}

/** Orders that one of these cases is, or whose answer it gives, with what was told of them last. */
export const listFollowing = (tx: Tx, numbers: readonly string[]) =>
  rowsOf<Followed>(
    tx,
    sql`
    select o.area_id     as "areaId",
           o.id,
           o.case_number as "caseNumber",
           o.follows,
           s.answer
      from exchange.orders o
      left join exchange.order_answers s on s.area_id = o.area_id
                                        and s.serial = o.last_serial
     where o.case_number = any (${[...numbers]}::text[])
        or o.follows = any (${[...numbers]}::text[])
     order by o.area_id, o.id
     limit 10000`,
  )

export const follow = (tx: Tx, of: { areaId: number; id: string; follows: string }) =>
  rowsOf(
    tx,
    sql`
    update exchange.orders
       set follows = ${of.follows}
     where area_id = ${of.areaId}
       and id = ${of.id}
       and follows <> ${of.follows}`,
  )

/** The next serial of the desk, the answer under it, and the order that points there. */
export const addAnswer = (
  tx: Tx,
  of: { areaId: number; orderId: string; at: string; answer: OrderAnswer },
) =>
  rowsOf(
    tx,
    sql`
      with next as (
    update exchange.order_desks
       set last_serial = last_serial + 1
     where area_id = ${of.areaId}
 returning last_serial),
           told as (
    insert into exchange.order_answers (area_id, serial, order_id, at, answer)
    select ${of.areaId}, n.last_serial, ${of.orderId}, ${of.at}, ${JSON.stringify(of.answer)}::jsonb
      from next n
 returning serial)
    update exchange.orders o
       set last_serial = t.serial,
           status = ${of.answer.status}
      from told t
     where o.area_id = ${of.areaId}
       and o.id = ${of.orderId}`,
  )

export type AnswerRow = { serial: number; at: string; orderNumber: string; answer: OrderAnswer }

const answerColumns = sql`
         s.serial::int as serial,
         s.at,
         o.number      as "orderNumber",
         s.answer`

/** Everything told of this desk after a serial, each once. */
export const listAnswers = (tx: Tx, of: { areaId: number; after: number; limit: number }) =>
  rowsOf<AnswerRow>(
    tx,
    sql`
    select ${answerColumns}
      from exchange.order_answers s
      join exchange.orders o on o.area_id = s.area_id
                            and o.id = s.order_id
     where s.area_id = ${of.areaId}
       and s.serial > ${of.after}
     order by s.serial
     limit ${of.limit}`,
  )

/** Of each order of a stretch, only what was told last in it. */
export const listLatest = (
  tx: Tx,
  of: { areaId: number; from: number; to: number; after: number; limit: number },
) =>
  rowsOf<AnswerRow>(
    tx,
    sql`
    select ${answerColumns}
      from exchange.order_answers s
      join exchange.orders o on o.area_id = s.area_id
                            and o.id = s.order_id
     where s.area_id = ${of.areaId}
       and s.serial between ${of.from} and ${of.to}
       and s.serial > ${of.after}
       and not exists (select from exchange.order_answers later
                        where later.area_id = s.area_id
                          and later.order_id = s.order_id
                          and later.serial > s.serial
                          and later.serial <= ${of.to})
     order by s.serial
     limit ${of.limit}`,
  )
