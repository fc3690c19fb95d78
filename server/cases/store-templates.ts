// Templates for replies as rows.
import { sql } from 'kysely'
import type { TemplateMove } from '#core/cases/templates.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type TemplateRow = {
  areaId: number
  id: string
  move: TemplateMove
  category: string | null
  title: string
  words: string
  validFrom: string
  validTo: string | null
  used: number
}

type Asked = {
  areaIds: readonly number[]
  day: string
  since: string
  move: string | null
  ended: boolean
  after: string
  limit: number
}

/** The order of a page: the nearest area first, then move and title; `key` goes on after the last row shown. */
export const listTemplateRows = (tx: Tx, asked: Asked) =>
  rowsOf<TemplateRow & { key: string }>(
    tx,
    sql`
    with kept as (
      select t.area_id    as "areaId",
             t.id,
             t.move,
             t.category,
             t.title,
             t.words,
             t.valid_from as "validFrom",
             t.valid_to   as "validTo",
             coalesce((select sum(u.times)
                         from cases.template_uses u
                        where u.area_id = t.area_id
                          and u.template_id = t.id
                          and u.month >= ${asked.since}::date), 0)::integer as used,
             case when t.valid_to <= ${asked.day}::date then '1' else '0' end
               || lpad(array_position(${[...asked.areaIds]}::bigint[], t.area_id)::text, 2, '0')
               || ' ' || t.move || ' ' || t.title || ' ' || t.id as key
        from cases.templates t
       where t.area_id = any (${[...asked.areaIds]}::bigint[])
         and (${asked.move}::text is null or t.move = ${asked.move})
         and (${asked.ended} or (t.valid_from <= ${asked.day}::date
                                 and (t.valid_to is null or t.valid_to > ${asked.day}::date)))
    )
    select k.*
      from kept k
     where k.key collate "C" > ${asked.after}
     order by k.key collate "C"
     limit ${asked.limit}`,
  )

export const lockTemplate = (tx: Tx, areaId: number, id: string, day: string) =>
  firstOf<{ id: string }>(
    tx,
    sql`
    select t.id
      from cases.templates t
     where t.area_id = ${areaId}
       and t.id = ${id}
       and (t.valid_to is null or t.valid_to > ${day}::date)
       for update`,
  )

/** The area or one above it that keeps the template, also if it ended a moment ago. */
export const findTemplate = (tx: Tx, areaIds: readonly number[], id: string) =>
  firstOf<{ areaId: number }>(
    tx,
    sql`
    select t.area_id as "areaId"
      from cases.templates t
     where t.area_id = any (${[...areaIds]}::bigint[])
       and t.id = ${id}`,
  )

export type NewTemplate = Pick<TemplateRow, 'areaId' | 'id' | 'category' | 'title' | 'words'> & {
  move: string
  validFrom: string
  by: string
  at: string
  replaces: string | null
}

export const addTemplate = (tx: Tx, t: NewTemplate) =>
  sql`
    insert into cases.templates (area_id, id, move, category, title, words, valid_from, kept_by, kept_at, replaces)
    values (${t.areaId}, ${t.id}, ${t.move}, ${t.category}, ${t.title}, ${t.words}, ${t.validFrom}, ${t.by}, ${t.at},
            ${t.replaces})`.execute(tx.k)

export const endTemplateRow = (
  tx: Tx,
  row: { areaId: number; id: string; day: string; by: string },
) =>
  sql`
    update cases.templates
       set valid_to = greatest(valid_from, ${row.day}::date),
           ended_by = ${row.by}
     where area_id = ${row.areaId}
       and id = ${row.id}`.execute(tx.k)

export const countUse = (tx: Tx, row: { areaId: number; id: string; month: string }) =>
  sql`
    insert into cases.template_uses (area_id, template_id, month, times)
    values (${row.areaId}, ${row.id}, ${row.month}, 1)
        on conflict (area_id, template_id, month) do update
       set times = cases.template_uses.times + 1`.execute(tx.k)
