// What a backup and a restore both know about the database: its tables in an order that pleases the foreign keys,
// the columns that travel, and how a backup describes itself.
import type pg from 'pg'

export type TableDump = { table: string; columns: string[]; rows: number; sha256: string }

export type Manifest = {
  format: 1
  madeAt: string
  /** Migration files with their checksums: a restore must know every one. */
  schema: { name: string; checksum: string }[]
  tables: TableDump[]
  photos: { count: number; bytes: number }
  /** How far each follower of the journal had read, as the journal's own count of rows. */
  followers: Record<string, number>
  jobs: WaitingJob[]
}

export type WaitingJob = {
  task: string
  payload: unknown
  queue: string | null
  key: string | null
  runAt: string
}

export type Table = { name: string; columns: string[] }

/**
 * Our tables, referred ones first. A column of type xid8 stays behind: transaction numbers mean nothing in another
 * cluster, and its default gives the number of the restoring transaction.
 */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { refers: string[] }>(`
    select n.nspname || '.' || c.relname as name,
           (select array_agg(a.attname::text order by a.attnum)
              from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
               and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype) as columns,
           array(select distinct rn.nspname || '.' || r.relname
                   from pg_constraint k
                   join pg_class r on r.oid = k.confrelid
                   join pg_namespace rn on rn.oid = r.relnamespace
                  where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid)::text[] as refers
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r'
       and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
       and n.nspname !~ '^pg_'
       and c.oid <> 'public.migrations'::regclass
     order by 1`)
  return inOrder(rows)
}

function inOrder(tables: (Table & { refers: string[] })[]): Table[] {
  const placed = new Map<string, Table>()
  let waiting = tables
  while (waiting.length > 0) {
    const ready = waiting.filter((table) =>
      table.refers.every(
        (name) => placed.has(name) || !tables.some((other) => other.name === name),
      ),
    )
    // A circle of references is possible where they are deferred: then any order serves.
    const next = ready.length > 0 ? ready : waiting
    for (const { name, columns } of next) placed.set(name, { name, columns })
    waiting = waiting.filter((table) => !placed.has(table.name))
  }
  return [...placed.values()]
}

export const quotedList = (columns: string[]): string =>
  columns.map((column) => `"${column}"`).join(', ')

export const fileOf = (table: string): string => `tables/${table}.copy`
