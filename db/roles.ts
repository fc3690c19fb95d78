// The roles the program runs under. They own nothing: the application meets every wall of the schema,
// the job runner sees the queue alone. Roles belong to the whole cluster, so they are made outside the files.
import { createHmac } from 'node:crypto'
import type pg from 'pg'

export const appRole = 'linli_app'
export const jobsRole = 'linli_jobs'

/** Derived from the owner's password, so that nothing more has to be stored: who may migrate, may also serve. */
export function rolePassword(ownerPassword: string, role: string): string {
  return createHmac('sha256', ownerPassword).update(`linli role ${role}`).digest('base64url')
}

/** Makes the roles where the owner may; where it may not, an administrator must have made them. */
export async function ensureRoles(client: pg.Client): Promise<void> {
  const password = typeof client.password === 'string' ? client.password : ''
  for (const role of [appRole, jobsRole]) await ensureRole(client, role, password)
}

async function ensureRole(client: pg.Client, role: string, ownerPassword: string): Promise<void> {
  const { rows: owners } = await client.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  )
  const { rows: found } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const may = owners[0]?.may === true
  if (found.length === 0 && !may) throw new Error(askAdministrator(role))
  if (found.length === 0)
    await client.query(`
      do $$ begin
        create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls;
      exception when duplicate_object or unique_violation then null;
      end $$`)
  if (may && ownerPassword !== '')
    await client.query(`alter role ${role} password '${rolePassword(ownerPassword, role)}'`)
}

function askAdministrator(role: string): string {
  return (
    `The role ${role} is missing and the owner in DATABASE_URL may not create roles. ` +
    `Ask the database's administrator to run: create role ${role} login; grant ${role} to current_user;`
  )
}

/** The job runner may use the queue and nothing else; the queue's tables carry row-level security of their own. */
export async function grantJobs(client: pg.Client): Promise<void> {
  await client.query(`
    grant usage on schema graphile_worker to ${jobsRole};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${jobsRole};
    grant usage, select on all sequences in schema graphile_worker to ${jobsRole};
    grant execute on all functions in schema graphile_worker to ${jobsRole};
    do $$
    declare t record;
    begin
      for t in
        select c.relname
          from pg_class c
         where c.relnamespace = 'graphile_worker'::regnamespace
           and c.relkind      = 'r'
           and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = '${jobsRole}')
      loop
        execute format('create policy ${jobsRole} on graphile_worker.%I to ${jobsRole} using (true) with check (true)', t.relname);
      end loop;
    end $$`)
}
