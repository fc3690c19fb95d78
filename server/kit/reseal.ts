// Sealing anew with the present key, in batches that each stand for themselves: what is done is seen in the rows, so a
// run that was stopped is simply begun again.
import { sql } from 'kysely'
import { type Db, type Tx, inScope, rowsOf } from './db.ts'
import type { FieldKeys, FieldPlace } from './seal-fields.ts'

export type SealedColumn = {
  /** schema.table */
  table: string
  column: string
  /** The primary key, as text in this order. */
  key: readonly string[]
  place: (key: readonly string[]) => FieldPlace
}

const job = { kind: 'job' } as const
const batchRows = 500

export type Resealing = { db: Db; keys: FieldKeys }
type Row = { key: string[]; sealed: string }

/** Answers how many values were sealed anew. */
export async function resealColumn(
  app: Resealing,
  column: SealedColumn,
  { batch = batchRows, told }: { batch?: number; told?: (done: number) => void } = {},
): Promise<number> {
  let done = 0
  for (let after: string[] | null = null; ;) {
    const keys = await inScope(app.db, job, (tx) => resealBatch(app, tx, { column, after, batch }))
    done += keys.length
    if (keys.length > 0) told?.(done)
    after = keys.at(-1) ?? null
    if (after === null) return done
  }
}

type Batch = { column: SealedColumn; after: string[] | null; batch: number }

/** Rows another transaction holds are waited for: none is skipped, and none is read before that one is done. */
async function resealBatch(
  app: Resealing,
  tx: Tx,
  { column, after, batch }: Batch,
): Promise<string[][]> {
  const { table, column: name, key } = column
  const parts = key.map((part) => sql.ref(part))
  const rows = await rowsOf<Row>(
    tx,
    sql`
    select array[${sql.join(parts.map((part) => sql`${part}::text`))}] as key,
           ${sql.ref(name)} as sealed
      from ${sql.table(table)}
     where ${sql.ref(name)} is not null
       and split_part(${sql.ref(name)}, '.', 1) <> ${app.keys.current()}
       and (${after === null} or (${sql.join(parts)}) > (${sql.join(
         (after ?? key.map(() => null)).map((value) => sql`${value}`),
       )}))
     order by ${sql.join(parts)}
     limit ${batch}
       for update`,
  )
  for (const row of rows) {
    const place = column.place(row.key)
    const again = app.keys.seal(app.keys.open(row.sealed, place), place)
    const where = sql.join(
      parts.map((part, i) => sql`${part}::text = ${row.key[i] ?? ''}`),
      sql` and `,
    )
    await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${again} where ${where}`.execute(
      tx.k,
    )
  }
  return rows.map((row) => row.key)
}

export type KeyUse = { id: string; values: number }

/** How many values each key still seals, over all columns. */
export async function keyUses(db: Db, columns: readonly SealedColumn[]): Promise<KeyUse[]> {
  const uses = new Map<string, number>()
  for (const { table, column } of columns) {
    const rows = await inScope(db, job, (tx) =>
      rowsOf<KeyUse>(
        tx,
        sql`
        select split_part(${sql.ref(column)}, '.', 1) as id,
               count(*)::int as values
          from ${sql.table(table)}
         where ${sql.ref(column)} is not null
         group by 1
         limit 1000`,
      ),
    )
    for (const { id, values } of rows) uses.set(id, (uses.get(id) ?? 0) + values)
  }
  return [...uses]
    .map(([id, values]) => ({ id, values }))
    .toSorted((a, b) => a.id.localeCompare(b.id))
}
