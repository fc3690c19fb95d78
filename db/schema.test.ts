// What the schema owes its speed, looked up in PostgreSQL's own catalogue.

import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ownerConfig } from '#server/kit/connect.ts'
import { appRole } from './roles.ts'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client(ownerConfig(inject('templateUrl')))
  await client.connect()
})
afterAll(() => client.end())

/** Foreign keys whose columns no whole index begins with, and whose target the application may delete or re-key. */
const unguarded = `
  select c.conrelid::regclass::text || ': ' || pg_get_constraintdef(c.oid) as fault
    from pg_constraint c
   where c.contype = 'f'
     and c.conparentid = 0
     and has_table_privilege($1, c.confrelid, 'delete')
     and not exists (
       select from pg_index i
        where i.indrelid = c.conrelid
          and i.indpred is null
          and (select array_agg(k order by k)
                 from unnest((i.indkey::smallint[])[0:array_length(c.conkey, 1) - 1]) k)
              = (select array_agg(k order by k) from unnest(c.conkey) k))
   order by 1`

test('what may be deleted is found from every table that points to it without reading that table', async () => {
  const { rows } = await client.query(unguarded, [appRole])
  expect(rows).toEqual([])
})

test('the look sees a key that lacks its index, and one that has it', async () => {
  await client.query('begin')
  await client.query(`
    create temp table lamps (id int primary key);
    create temp table bulbs (lamp_id int references lamps (id));
    grant delete on lamps to ${appRole}`)
  const found = async () =>
    (await client.query<{ fault: string }>(unguarded, [appRole])).rows.map((row) => row.fault)
  expect(await found()).toEqual([expect.stringContaining('bulbs: FOREIGN KEY (lamp_id)')])
  await client.query('create index on bulbs (lamp_id)')
  expect(await found()).toEqual([])
  await client.query('rollback')
})

test('statements of a page are not compiled, whatever the server’s own setting', async () => {
  expect((await client.query('show jit')).rows).toEqual([{ jit: 'off' }])
})
