// Makes room for two years at once: within one transaction of the owner, foreign keys, keys of the parts, indexes and the
// trigger on closings of the cases room are set aside, and afterwards put back, which checks every row in bulk.
// Broken off anywhere, the database is as it was before.
import type pg from 'pg'

type Defined = { statement: string; undo: string }

/**
 * Foreign keys first: they may lean on an index. Keys of the parts go too: two years in order of time meet them in no
 * order, and built at once they are sorted once. What others refer to, and what a sum conflicts with, stays.
 */
const aside = `
select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname)                                as undo,
       format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as statement
  from pg_constraint c
 where c.contype = 'f'
   and c.connamespace = 'cases'::regnamespace
union all
select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
       format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
  from pg_constraint c
 where c.contype in ('p', 'u')
   and c.connamespace = 'cases'::regnamespace
   and c.conrelid::regclass::text in ('cases.rounds', 'cases.legs', 'cases.clocks', 'cases.proofs', 'cases.voices',
                                      'cases.contacts', 'cases.extension_requests', 'cases.callbacks',
                                      'cases.samples', 'cases.entries')
   and not exists (select from pg_constraint k where k.contype = 'f'
                                                 and k.confrelid = c.conrelid
                                                 and k.connamespace <> c.connamespace)
union all
select format('drop index cases.%I', i.relname),
       pg_get_indexdef(x.indexrelid)
  from pg_index x
  join pg_class i on i.oid = x.indexrelid
 where i.relnamespace = 'cases'::regnamespace
   and not exists (select from pg_constraint k where k.conindid = x.indexrelid)`

export async function inBulk(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  // Long and slow on purpose: the telling may take its time, and the indexes are built at once.
  await client.query(
    `begin;
     set local statement_timeout = 0;
     set local idle_in_transaction_session_timeout = 0;
     set local maintenance_work_mem = '128MB'`,
  )
  try {
    const { rows } = await client.query<Defined>(aside)
    for (const { undo } of rows) await client.query(undo)
    await client.query('alter table cases.cases disable trigger user')
    await client.query('alter table cases.rounds disable trigger user')
    await work()
    await client.query('alter table cases.cases enable trigger user')
    await client.query('alter table cases.rounds enable trigger user')
    await checkClosings(client)
    for (const { statement } of rows.toReversed()) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** INV 11, asked of all rows at once: what is closed as solved has the proof its category demands, by somebody else. */
async function checkClosings(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: string }>(
    `select c.number
       from cases.cases       c
       join cases.rounds      r on r.community_id = c.community_id
                               and r.case_id = c.id
       join places.categories k on k.code = c.category
                               and k.valid_to is null
      where r.outcome = 'solved'
        and not exists (
          select from cases.proofs p
           where p.community_id = r.community_id
             and p.case_id = r.case_id
             and p.round = r.round
             and p.satisfied
             and p.by is distinct from r.closed_by
             and (not coalesce((k.definition #>> '{evidence,photoAfter}')::boolean, false)
                  or cardinality(p.photos_after) > 0)
             and coalesce(p.metres_off <= (k.definition #>> '{evidence,placeWithinM}')::integer, true))
      limit 5`,
  )
  if (rows.length > 0)
    throw new Error(`closed without proof: ${rows.map((row) => row.number).join(', ')}`)
}
