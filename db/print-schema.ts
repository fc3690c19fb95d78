// Prints the database as it is now from its catalogue, for db/schema.sql: the same text on PostgreSQL 15 and 18.
// It is read as a diff in reviews; it is not meant to be run.
import pg from 'pg'

type Row = Record<string, string | null>

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname !~ '^pg_'`

export async function printSchema(owner: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query("set search_path = ''")
    const parts = [
      '-- Printed by npm run db from the catalogue. Do not edit: write a migration.',
      ...(await printTables(client)),
      ...(await printViews(client)),
      ...(await printFunctions(client)),
    ]
    return `${parts.join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

async function rows(client: pg.Client, text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows
}

/** By code unit, not by a collation that differs between systems. */
const sorted = (named: Row[]): Row[] =>
  named.toSorted((a, b) => ((a['name'] ?? '') < (b['name'] ?? '') ? -1 : 1))

async function printTables(client: pg.Client): Promise<string[]> {
  const tables = await rows(
    client,
    `select n.nspname || '.' || c.relname as name,
            obj_description(c.oid, 'pg_class') as said,
            case when c.relrowsecurity then 'row level security' end as walled
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ours}`,
  )
  const columns = await byTable(client, columnsQuery, 'as they stand')
  const constraints = await byTable(client, constraintsQuery)
  const indexes = await byTable(client, indexesQuery)
  const policies = await byTable(client, policiesQuery)
  const triggers = await byTable(client, triggersQuery)
  const grants = await byTable(client, grantsQuery)
  return sorted(tables).map(({ name, said, walled }) => {
    const of = (lines: Map<string, string[]>) => lines.get(name ?? '') ?? []
    const inside = [...of(columns), ...of(constraints)].map((line) => `  ${line}`).join(',\n')
    const after = [
      ...of(indexes),
      ...(walled ? [`alter table ${name} enable row level security;`] : []),
      ...of(policies),
      ...of(triggers),
      ...of(grants),
    ]
    const comment = said ? `-- ${said}\n` : ''
    return [`${comment}create table ${name} (\n${inside}\n);`, ...after].join('\n')
  })
}

async function byTable(
  client: pg.Client,
  query: string,
  order: 'sorted' | 'as they stand' = 'sorted',
): Promise<Map<string, string[]>> {
  const lines = new Map<string, string[]>()
  for (const { name, line } of await rows(client, query))
    lines.set(name ?? '', [...(lines.get(name ?? '') ?? []), line ?? ''])
  if (order === 'sorted') for (const own of lines.values()) own.sort()
  return lines
}

const from = `join pg_class c on c.oid = x.relation join pg_namespace n on n.oid = c.relnamespace where ${ours}`

const columnsQuery = `
  select n.nspname || '.' || c.relname as name,
         quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
           || case when a.attidentity <> '' then ' generated as identity' else '' end
           || case when a.attnotnull then ' not null' else '' end
           || case when a.attgenerated <> ''
                   then ' generated always as (' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '[[:space:]]+', ' ', 'g') || ') stored'
                   else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
              end as line
    from pg_attribute a
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    join (select oid as relation from pg_class) x on x.relation = a.attrelid
    ${from}
     and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
   order by a.attnum`

// Since 18 a not-null is a constraint of its own; it stands with its column already.
const constraintsQuery = `
  select n.nspname || '.' || c.relname as name,
         'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k
    join (select oid as relation from pg_class) x on x.relation = k.conrelid
    ${from}
     and k.contype not in ('n', 't')`

const indexesQuery = `
  select n.nspname || '.' || c.relname as name, pg_get_indexdef(i.indexrelid) || ';' as line
    from pg_index i
    join (select oid as relation from pg_class) x on x.relation = i.indrelid
    ${from}
     and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`

const policiesQuery = `
  select n.nspname || '.' || c.relname as name,
         'create policy ' || quote_ident(p.polname) || case when p.polpermissive then '' else ' as restrictive' end || ' for '
           || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
           || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
           || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';' as line
    from pg_policy p
    join (select oid as relation from pg_class) x on x.relation = p.polrelid
    ${from}`

const triggersQuery = `
  select n.nspname || '.' || c.relname as name, pg_get_triggerdef(t.oid) || ';' as line
    from pg_trigger t
    join (select oid as relation from pg_class) x on x.relation = t.tgrelid
    ${from}
     and not t.tgisinternal`

const grantsQuery = `
  select name, 'grant ' || string_agg(what, ', ' order by what collate "C") || ' to ' || grantee || ';' as line
    from (select n.nspname || '.' || c.relname as name, lower(g.privilege_type) as what, pg_get_userbyid(g.grantee) as grantee
            from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
           where ${ours} and c.relkind in ('r', 'p', 'v') and g.grantee <> c.relowner and g.grantee <> 0
           union all
          select n.nspname || '.' || c.relname, lower(g.privilege_type) || ' (' || quote_ident(a.attname) || ')', pg_get_userbyid(g.grantee)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g
           where ${ours} and g.grantee <> c.relowner and g.grantee <> 0) x
   group by name, grantee`

/** A view by its columns: the versions word its body differently. */
async function printViews(client: pg.Client): Promise<string[]> {
  const views = await rows(
    client,
    `select n.nspname || '.' || c.relname as name,
            coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') as options,
            string_agg('  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), E',\\n' order by a.attnum) as columns,
            obj_description(c.oid, 'pg_class') as said
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relkind = 'v' and ${ours}
      group by 1, 2, c.oid`,
  )
  const grants = await byTable(client, grantsQuery)
  return sorted(views).map(({ name, options, columns, said }) =>
    [
      `${said ? `-- ${said}\n` : ''}create view ${name}${options} (\n${columns}\n);`,
      ...(grants.get(name ?? '') ?? []),
    ].join('\n'),
  )
}

async function printFunctions(client: pg.Client): Promise<string[]> {
  const functions = await rows(
    client,
    `select 'create function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ') returns '
              || pg_get_function_result(p.oid) || ' language ' || l.lanname
              || case p.provolatile when 'i' then ' immutable' when 's' then ' stable' else ' volatile' end
              || case when p.prosecdef then ' security definer' else '' end
              || coalesce(' set ' || array_to_string(p.proconfig, ', '), '') as line,
            case when p.prosrc <> '' then trim(both E'\\n' from p.prosrc) end as body
       from pg_proc p
       join pg_namespace n on n.oid = p.pronamespace
       join pg_language l on l.oid = p.prolang
      where ${ours}
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  return functions.map(({ line, body }) => (body ? `${line}\n${body};` : `${line};`)).sort()
}
