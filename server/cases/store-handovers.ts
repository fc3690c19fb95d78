// Notes of handing over as rows, and the cases a note names as the database finds them.
import { sql } from 'kysely'
import { type Flags, type HandoverItem, handoverItemsMax } from '#core/cases/handover.ts'
import { openStates } from '#core/cases/case.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type HandoverRow = {
  id: string
  writtenBy: string
  writtenAt: string
  shiftEndsAt: string | null
  coversUntil: string
  items: HandoverItem[]
  counts: Record<'urgent' | 'due' | 'waiting' | 'promised', number>
  remark: string
  takenBy: string | null
  takenAt: string | null
}

const columns = sql`
           h.id,
           h.written_by    as "writtenBy",
           h.written_at    as "writtenAt",
           h.shift_ends_at as "shiftEndsAt",
           h.covers_until  as "coversUntil",
           h.items,
           h.counts,
           h.remark,
           h.taken_by      as "takenBy",
           h.taken_at      as "takenAt"`

export const listHandoverRows = (
  tx: Tx,
  asked: { areaId: number; before: string | null; limit: number },
) =>
  rowsOf<HandoverRow>(
    tx,
    sql`
    select ${columns}
      from cases.handovers h
     where h.area_id = ${asked.areaId}
       and (${asked.before}::timestamptz is null or h.written_at < ${asked.before})
     order by h.written_at desc, h.id
     limit ${asked.limit}`,
  )

export const findHandover = (tx: Tx, areaId: number, id: string) =>
  firstOf<HandoverRow>(
    tx,
    sql`
    select ${columns}
      from cases.handovers h
     where h.area_id = ${areaId}
       and h.id = ${id}`,
  )

export type NewHandover = Omit<HandoverRow, 'takenBy' | 'takenAt'> & { areaId: number }

export const addHandover = (tx: Tx, h: NewHandover) =>
  sql`
    insert into cases.handovers (area_id, id, written_by, written_at, shift_ends_at, covers_until, items, counts, remark)
    values (${h.areaId}, ${h.id}, ${h.writtenBy}, ${h.writtenAt}, ${h.shiftEndsAt}, ${h.coversUntil},
            ${JSON.stringify(h.items)}, ${JSON.stringify(h.counts)}, ${h.remark})`.execute(tx.k)

/** False when a colleague was quicker. */
export const takeHandoverRow = async (
  tx: Tx,
  row: { areaId: number; id: string; by: string; at: string },
): Promise<boolean> =>
  (
    await rowsOf(
      tx,
      sql<{ id: string }>`
        update cases.handovers
           set taken_by = ${row.by},
               taken_at = ${row.at}
         where area_id = ${row.areaId}
           and id = ${row.id}
           and taken_by is null
     returning id`,
    )
  ).length === 1

/** Answers how many notes went. */
export const forgetHandoverRows = async (tx: Tx, before: string): Promise<number> =>
  (
    await rowsOf(
      tx,
      sql<{ id: string }>`
        delete from cases.handovers
         where written_at < ${before}
     returning id`,
    )
  ).length

export type Flagged = Flags & { number: string }

/**
 * The open cases of a desk: at home here or held by its team or a unit that stands here, and whatever is urgent anywhere below. A time is promised
 * where a supervision waits for its answer or a whistle for its meeting.
 */
export const listForHandover = (
  tx: Tx,
  asked: { areaId: number; path: string; until: string },
): Promise<Flagged[]> =>
  rowsOf<Flagged>(
    tx,
    sql`
    with named as (
      select c.number,
             c.urgent,
             c.due_at,
             coalesce(c.due_at < ${asked.until}, false)                         as due,
             (c.state = 'WAITING_REPORTER' or c.suspension_ask is not null
              or exists (select from cases.extension_requests e
                          where e.community_id = c.community_id
                            and e.case_id = c.id
                            and e.state = 'open'))                              as waiting,
             (exists (select from jsonb_array_elements(c.supervisions) s
                       where s ->> 'answeredAt' is null
                         and (s ->> 'answerBy')::timestamptz < ${asked.until})
              or exists (select from cases.whistles w
                          where w.community_id = c.community_id
                            and w.case_id = c.id
                            and w.settled_at is null
                            and w.meet_by < ${asked.until}))                    as promised
        from cases.cases c
       where c.state = any (${[...openStates]})
         and (c.home_area_id = ${asked.areaId}
              or c.holder_area_id = ${asked.areaId}
              or (c.urgent and c.filed_path ^@ ${asked.path}))
    )
    select n.number,
           n.urgent,
           n.due,
           n.waiting,
           n.promised
      from named n
     where n.urgent or n.due or n.waiting or n.promised
     order by n.urgent desc, n.due_at nulls last, n.number
     limit ${handoverItemsMax}`,
  )
