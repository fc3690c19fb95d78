// SQL of redrawings.
import { sql } from 'kysely'
import type { PartView } from '#core/places/contract-redrawing.ts'
import type { Chosen } from '#core/places/putting-in-force.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type DraftRow = {
  id: string
  version: number
  state: 'draft' | 'proposed'
  base: string
  parts: PartView[]
  changedBy: string
  changedAt: string
  day: string | null
  heirs: Partial<Chosen>
  proposedBy: string | null
}

const draftColumns = sql`
           id,
           version,
           state,
           base,
           parts,
           changed_by  as "changedBy",
           changed_at  as "changedAt",
           begins_on   as "day",
           heirs,
           proposed_by as "proposedBy"`

export const findDraft = (tx: Tx, areaId: number) =>
  firstOf<DraftRow>(
    tx,
    sql`
    select ${draftColumns}
      from places.redrawings
     where area_id = ${areaId}
       and state in ('draft', 'proposed')`,
  )

/** Under its row lock: one at a time saves it, gives it up or puts it in force. */
export const lockDraft = (tx: Tx, areaId: number, id: string) =>
  firstOf<DraftRow>(
    tx,
    sql`
    select ${draftColumns}
      from places.redrawings
     where area_id = ${areaId}
       and id = ${id}
       and state in ('draft', 'proposed')
       for update`,
  )

type NewDraft = {
  id: string
  areaId: number
  base: string
  parts: readonly PartView[]
  by: string
  at: string
}

/** Null if somebody opened one first. */
export const addDraft = (tx: Tx, draft: NewDraft) =>
  firstOf<{ id: string; version: number }>(
    tx,
    sql`
    insert into places.redrawings (id, area_id, base, parts, made_by, made_at, changed_by, changed_at)
    values (${draft.id}, ${draft.areaId}, ${draft.base}, ${JSON.stringify(draft.parts)}::jsonb, ${draft.by}, ${draft.at},
            ${draft.by}, ${draft.at})
        on conflict (area_id) where state in ('draft', 'proposed') do nothing
    returning id, version`,
  )

type Change = { id: string; by: string; at: string }

export const saveParts = (tx: Tx, { id, by, at, parts }: Change & { parts: readonly PartView[] }) =>
  firstOf<{ version: number }>(
    tx,
    sql`
    update places.redrawings
       set parts = ${JSON.stringify(parts)}::jsonb,
           state = 'draft',
           version = version + 1,
           changed_by = ${by},
           changed_at = ${at}
     where id = ${id}
    returning version`,
  )

export const dropDraft = (tx: Tx, { id, by, at }: Change) =>
  rowsOf(
    tx,
    sql`
    update places.redrawings
       set state = 'dropped',
           version = version + 1,
           changed_by = ${by},
           changed_at = ${at}
     where id = ${id}`,
  )
