// SQL of suggestions: models by area and date, what was offered, and what was confirmed in the end.

import { sql } from 'kysely'
import type { Measured } from '#core/cases/suggest/measure.ts'
import type { Labelled } from '#core/cases/suggest/sample.ts'
import type { Tx } from '../kit/db.ts'
import { firstOf, rowsOf } from '../kit/db.ts'

export type ModelRow = {
  id: string
  areaId: number
  trainedAt: string
  source: 'cases' | 'history'
  texts: number
}

/** The model in use at an area: the latest of the nearest area above it, or its own, that has one. */
export const findModel = (tx: Tx, areaIds: readonly number[]) =>
  firstOf(
    tx,
    sql<ModelRow>`
      select m.id,
             m.area_id    as "areaId",
             m.trained_at as "trainedAt",
             m.source,
             m.texts
        from cases.suggestion_models m
       where m.area_id = any (${[...areaIds]}::bigint[])
         and m.model is not null
       order by array_position(${[...areaIds]}::bigint[], m.area_id) desc, m.trained_at desc
       limit 1`,
  )

export const readModelBytes = (tx: Tx, id: string) =>
  firstOf(
    tx,
    sql<{ model: Buffer | null }>`
      select m.model from cases.suggestion_models m where m.id = ${id}`,
  )

export const readMeasured = (tx: Tx, id: string) =>
  firstOf(
    tx,
    sql<{ measured: Measured }>`
      select m.measured from cases.suggestion_models m where m.id = ${id}`,
  )

export const listMeasured = (tx: Tx, areaId: number) =>
  rowsOf(
    tx,
    sql<{ trainedAt: string; texts: number; first: number }>`
      select m.trained_at                 as "trainedAt",
             m.texts,
             (m.measured ->> 'first')::int as first
        from cases.suggestion_models m
       where m.area_id = ${areaId}
       order by m.trained_at desc
       limit 12`,
  )

export type NewModel = Omit<ModelRow, 'texts'> & { measured: Measured; model: Buffer }

/** The new one is in use from now on; those before it keep their figures and lose their weights. */
export async function addModel(tx: Tx, given: NewModel): Promise<void> {
  await sql`
    with before as (
      update cases.suggestion_models
         set model = null
       where area_id = ${given.areaId}
         and model is not null)
    insert into cases.suggestion_models (id, area_id, trained_at, source, texts, measured, model)
    values (${given.id}, ${given.areaId}, ${given.trainedAt}, ${given.source}, ${given.measured.texts},
            ${JSON.stringify(given.measured)}::jsonb, ${given.model})`.execute(tx.k)
}

/** Filed cases with the words they came in: a category somebody confirmed. The newest first, so many at most. */
export const listConfirmed = (tx: Tx, path: string, most: number) =>
  rowsOf(
    tx,
    sql<Labelled>`
      select c.text,
             c.category,
             c.number as matter
        from cases.cases c
       where c.filed_path like ${`${path}%`}
         and c.filed_at is not null
         and c.state <> 'VOID'
         and length(c.text) > 3
       order by c.reported_at desc
       limit ${most}`,
  )

export const countConfirmed = async (tx: Tx, path: string, most: number): Promise<number> =>
  (
    await firstOf(
      tx,
      sql<{ n: number }>`
        select count(*)::int as n
          from (select 1
                  from cases.cases c
                 where c.filed_path like ${`${path}%`}
                   and c.filed_at is not null
                   and c.state <> 'VOID'
                   and length(c.text) > 3
                 limit ${most}) s`,
    )
  )?.n ?? 0

export type Offered = { category: string; confidence: number | null }
type Offer = {
  communityId: number
  caseId: string
  at: string
  modelId: string | null
  offered: readonly Offered[]
}

/** The first offer counts: a second opening of the form measures nothing new. */
export async function keepOffer(tx: Tx, { communityId, caseId, at, modelId, offered }: Offer) {
  await sql`
    insert into cases.suggestions (community_id, case_id, offered_at, model_id, offered)
    values (${communityId}, ${caseId}, ${at}, ${modelId}, ${JSON.stringify(offered)}::jsonb)
    on conflict do nothing`.execute(tx.k)
}

export type Confirmed = { cases: number; first: number; amongThree: number }

/** Of cases filed since then after something was offered: how often the first, or one of three, was confirmed. */
export const countConfirmedOffers = async (
  tx: Tx,
  { path, since }: { path: string; since: string },
): Promise<Confirmed> =>
  (await firstOf(
    tx,
    sql<Confirmed>`
      select count(*)::int as cases,
             count(*) filter (where s.offered -> 0 ->> 'category' = c.category)::int as first,
             count(*) filter (where s.offered @> jsonb_build_array(jsonb_build_object('category', c.category)))::int
               as "amongThree"
        from cases.suggestions s
        join cases.cases c on c.community_id = s.community_id and c.id = s.case_id
       where c.filed_path like ${`${path}%`}
         and s.offered_at >= ${since}
         and c.filed_at is not null`,
  )) ?? { cases: 0, first: 0, amongThree: 0 }
