// The second wall alone: raw SQL under the application's role, with the scope of each role, of a voice, of the public,
// of the door for reports and of nobody. Whatever the program might ask by mistake, these are the rows that come.

import { beforeAll, expect, test } from 'vitest'
import type { Role } from '#core/people/roles.ts'
import { type Scope, inScope } from '#server/kit/db.ts'
import { reacted } from '#testing/reacted.ts'
import {
  type WallTown,
  type Where,
  codeOf,
  everyRole,
  everywhere,
  knowsOf,
  openWallTown,
  standing,
} from '#testing/wall-town.ts'

let w: WallTown
let idOf: Record<string, string>
beforeAll(async () => {
  w = await openWallTown()
  await reacted(w.town.app)
  const { rows } = await w.town.owner.query<{ number: string; id: string }>(
    'select number, id from cases.cases',
  )
  await w.town.owner.query(
    `insert into cases.suggestions (community_id, case_id, offered_at, offered)
     select community_id, id, now(), '[]' from cases.cases`,
  )
  idOf = Object.fromEntries(rows.map((row) => [row.number, row.id]))
})

const parts = [
  'rounds',
  'legs',
  'clocks',
  'proofs',
  'voices',
  'contacts',
  'extension_requests',
  'callbacks',
  'samples',
  'whistles',
  'whistle_calls',
  'entries',
  'suggestions',
  'resident_reports',
]
const peoples = [
  'people',
  'credentials',
  'sign_in_attempts',
  'sessions',
  'tokens',
  'grants',
  'duties',
  'absences',
  'looks',
  'residents',
  'consents',
  'resident_codes',
  'resident_sessions',
]

/** Who booked, who registered and what they were told, who agreed to be counted. */
const personalOfCentre = [
  'bookings',
  'booking_contacts',
  'registrations',
  'registration_contacts',
  'tellings',
  'group_secrets',
  'cards',
  'card_visits',
]

/** Written from what was granted: a whole subtree, a unit and those under it, or nothing. */
function scopeOf(role: Role): Scope {
  const { at, unit, sees } = standing[role]
  const path = w.town.app.places.geography.findByCode(codeOf(at))?.path ?? ''
  const units = (codes: string[]) => codes.map((code) => w.town.town.unit[code] ?? 0)
  const held =
    unit === undefined
      ? []
      : units(role === 'sectionHead' ? ['500108106-S', '500108106-S1'] : [unit])
  const roots = sees === 'area' ? [path] : []
  return { kind: 'staff', personId: w.person[role], roots, units: held }
}

const tablesOfExchange = [
  'webhooks',
  'webhook_secrets',
  'deliveries',
  'told',
  'calendars',
  'remotes',
  'remote_requests',
  'remote_steps',
  'remote_words',
  'order_desks',
  'order_imports',
  'orders',
  'order_answers',
  'order_batches',
].map((each) => `exchange.${each}`)

const ask = (scope: Scope, text: string) =>
  inScope(
    w.town.app.db,
    scope,
    async (tx) => (await tx.client.query(text)).rows as { id: string }[],
  )
const numbersOf = (seen: Where[]) => seen.map((where) => w.number[where]).toSorted()

async function seenIn(scope: Scope): Promise<string[]> {
  const rows = (await ask(scope, 'select number as id from cases.cases order by number')) ?? []
  return rows.map((row) => row.id).toSorted()
}

/** Cases whose parts leak although the case itself is not to be seen. */
async function leaks(scope: Scope, seen: Where[]): Promise<string[]> {
  const may = new Set(seen.map((where) => idOf[w.number[where]]))
  const found: string[] = []
  for (const part of parts) {
    const rows = await ask(scope, `select distinct case_id as id from cases.${part}`)
    found.push(...rows.filter(({ id }) => !may.has(id)).map(({ id }) => `${part} of ${id}`))
  }
  return found
}

test('each role reads the cases it may know of, and no part of another', async () => {
  for (const role of everyRole) {
    const seen = everywhere.filter((where) => knowsOf(role, where))
    expect({ role, seen: await seenIn(scopeOf(role)) }).toEqual({ role, seen: numbersOf(seen) })
    expect(await leaks(scopeOf(role), seen)).toEqual([])
  }
})

test('a voice reads its one case and the contact it left itself', async () => {
  const scope: Scope = { kind: 'voice', caseId: idOf[w.number.grid] ?? '', voice: 1 }
  expect(await seenIn(scope)).toEqual([w.number.grid])
  expect(await leaks(scope, ['grid'])).toEqual([])
  const other: Scope = { ...scope, voice: 2 }
  expect(await ask(other, 'select voice as id from cases.contacts')).toEqual([])
})

test.each<Scope['kind']>(['public', 'intake'])(
  '%s reads no case and no part of one',
  async (kind) => {
    const scope = { kind } as Scope
    expect(await seenIn(scope)).toEqual([])
    expect(await leaks(scope, [])).toEqual([])
  },
)

test('the public reads no person, and its views no word or place of a reporter', async () => {
  for (const kind of ['public', 'intake'] as const)
    for (const table of [...peoples.map((each) => `people.${each}`), 'notices.notices'])
      expect({ table, rows: await ask({ kind } as Scope, `select 1 as id from ${table}`) }).toEqual(
        {
          table,
          rows: [],
        },
      )
  const { rows } = await w.town.owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'cases' and table_name like 'public_%'`,
  )
  const secret = ['text', 'address', 'photos', 'actor_id', 'created_by', 'external_id', 'verifier']
  expect(rows.map(({ name }) => name).filter((name) => secret.includes(name))).toEqual([])
})

test('without a scope there is no row of a case, a person, a notice or a photo', async () => {
  const client = await w.town.app.db.pool.connect()
  try {
    const tables = [
      'cases.cases',
      ...parts.map((part) => `cases.${part}`),
      ...peoples.map((each) => `people.${each}`),
      'people.held',
      'notices.notices',
      'notices.messages',
      'notices.demo_inbox',
      'resources.resources',
      'resources.changes',
      'resources.requests',
      'resources.request_moves',
      'resources.uses',
      'files.files',
      'kit.commands',
      'kit.asks',
      ...tablesOfExchange,
      ...['surveys', 'versions', 'steps', 'frame', 'codes', 'answers', 'paper', 'imports'].map(
        (each) => `surveys.${each}`,
      ),
      ...personalOfCentre.map((each) => `activities.${each}`),
    ]
    for (const table of tables)
      expect({ table, rows: (await client.query(`select 1 from ${table} limit 1`)).rows }).toEqual({
        table,
        rows: [],
      })
  } finally {
    client.release()
  }
})

test('orders of the hotline are read by whoever covers the street that took them in, and written by no staff', async () => {
  const streets = ['street', 'otherStreet'] as const
  for (const where of streets) {
    const id = w.town.town.area[codeOf(where)] ?? 0
    await w.town.owner.query(
      'insert into exchange.order_desks (area_id, last_serial) values ($1, 1)',
      [id],
    )
    await w.town.owner.query(
      `with i as (insert into exchange.order_imports (area_id, id, file_name, file_hash, started_at, rows)
                  values ($1, gen_random_uuid(), 'a.csv', '', now(), 1) returning id),
            o as (insert into exchange.orders (area_id, id, number, case_number, follows, kind, urgent, confidential, placed,
                                               content_hash, import_id, taken_in_at)
                  select $1, gen_random_uuid(), 'A-1', $2, $2, 'help', false, false, 'none', '', id, now() from i returning id),
            a as (insert into exchange.order_answers (area_id, serial, order_id, at, answer)
                  select $1, 1, id, now(), '{}' from o)
       insert into exchange.order_batches (area_id, id, from_serial, to_serial, orders, taken_at)
       values ($1, gen_random_uuid(), 1, 1, 1, now())`,
      [id, w.number[where]],
    )
  }
  for (const role of everyRole) {
    const scope = scopeOf(role)
    const roots = scope.kind === 'staff' ? scope.roots : []
    const seen = streets.filter((where) =>
      roots.some((root) =>
        w.town.app.places.geography.findByCode(codeOf(where))?.path.startsWith(root),
      ),
    )
    const ids = seen.map((where) => String(w.town.town.area[codeOf(where)])).toSorted()
    for (const table of tablesOfExchange.filter((each) => each.includes('order'))) {
      const rows = await ask(scope, `select area_id::text as id from ${table}`)
      expect({ role, table, rows: rows.map((row) => row.id).toSorted() }).toEqual({
        role,
        table,
        rows: ids,
      })
    }
    const written = await ask(
      scope,
      `update exchange.orders set status = 'answered' returning number as id`,
    )
    expect(written).toEqual([])
  }
})

test('a notice is read by whoever was told, a password and a session by nobody', async () => {
  const { rows: told } = await w.town.owner.query<{ recipient: string }>(
    'select recipient from notices.notices',
  )
  expect(told.length).toBeGreaterThan(0)
  for (const role of everyRole) {
    const scope = scopeOf(role)
    const notices = await ask(scope, 'select recipient as id from notices.notices')
    expect(notices.filter(({ id }) => id !== w.person[role])).toEqual([])
    for (const table of [
      'credentials',
      'sessions',
      'tokens',
      'sign_in_attempts',
      'residents',
      'resident_sessions',
    ])
      expect(await ask(scope, `select 1 as id from people.${table}`)).toEqual([])
  }
})

test('staff see the grants and names of their own places only', async () => {
  for (const role of everyRole) {
    const { at, sees } = standing[role]
    const root = w.town.app.places.geography.findByCode(codeOf(at))?.path ?? '?'
    const rows = await ask(
      scopeOf(role),
      `select a.path as id from people.grants g join places.areas a on a.id = g.area_id
        where g.person_id <> '${w.person[role]}' and g.unit_id is null`,
    )
    const foreign = rows.filter(({ id }) => sees !== 'area' || !id.startsWith(root))
    expect({ role, foreign }).toEqual({ role, foreign: [] })
  }
})

const appendOnly = [
  'cases.entries',
  'surveys.steps',
  'cases.proofs',
  'cases.callbacks',
  'cases.voices',
  'people.looks',
  'people.sign_in_attempts',
  'resources.changes',
  'resources.request_moves',
  'resources.uses',
  ...['hours', 'special_days', 'lending_rules', 'attendance', 'feedback', 'entries'].map(
    (each) => `activities.${each}`,
  ),
  'themes.weightings',
  'themes.evidence',
  'themes.what_ifs',
  'themes.answers',
  'themes.meetings',
  'themes.decisions',
  'themes.states',
  'themes.goals',
  'themes.evaluations',
  'kit.seals',
  'kit.commands',
]
/** A voice takes back what it left; nobody else writes that down for it. */
const takenBack: Readonly<Record<string, readonly string[]>> = {
  'cases.voices': ['has_contact', 'calls'],
}
test('whether a voice may be reached is changed by no member of staff and by nobody of the public', async () => {
  for (const scope of [
    scopeOf('cityCommander'),
    scopeOf('communityDuty'),
    { kind: 'public' } as const,
  ])
    for (const name of takenBack['cases.voices'] ?? [])
      expect(await ask(scope, `update cases.voices set ${name} = false returning serial`)).toEqual(
        [],
      )
})
test.each(appendOnly)('nobody alters or removes a row of %s, not even a job', async (table) => {
  const { rows } = await w.town.owner.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = ''`,
    [table],
  )
  const scopes: Scope[] = [{ kind: 'job' }, { kind: 'public' }, scopeOf('cityCommander')]
  for (const scope of scopes) {
    for (const { name } of rows.filter((row) => !takenBack[table]?.includes(row.name)))
      await expect(ask(scope, `update ${table} set "${name}" = "${name}"`)).rejects.toThrow(
        'permission denied',
      )
    await expect(ask(scope, `delete from ${table}`)).rejects.toThrow('permission denied')
    await expect(ask(scope, `truncate ${table}`)).rejects.toThrow('permission denied')
  }
})

test('no case is ever removed, and nobody moves one that is not his', async () => {
  await expect(ask({ kind: 'job' }, 'delete from cases.cases')).rejects.toThrow('permission denied')
  const before = await w.town.owner.query('select number, state from cases.cases order by number')
  for (const scope of [scopeOf('systemAdmin'), scopeOf('unitHead'), { kind: 'public' } as const])
    await ask(scope, "update cases.cases set state = 'VOID'")
  const after = await w.town.owner.query('select number, state from cases.cases order by number')
  expect(after.rows).toEqual(before.rows)
})

test('the application owns nothing and cannot step past the policies', async () => {
  const { rows } = await w.town.owner.query(
    `select c.relname
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('kit', 'places', 'people', 'files', 'notices', 'cases', 'surveys', 'resources', 'themes', 'activities')
        and pg_get_userbyid(c.relowner) = 'linli_app'
      union all
     select rolname from pg_roles where rolname = 'linli_app' and (rolsuper or rolbypassrls or rolcreaterole)`,
  )
  expect(rows).toEqual([])
})

test.each<Role>(['systemAdmin', 'securityAdmin', 'auditAdmin'])(
  'the %s reads no row of a case, of whoever reported it, or of whoever left a number, and opens none by emergency',
  async (role) => {
    const { rows: tables } = await w.town.owner.query<{ name: string }>(
      `select schemaname || '.' || tablename as name
         from pg_tables
        where schemaname = 'cases' or tablename like '%\\_contacts' or tablename = 'registrations'
        order by 1`,
    )
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['cases.cases', 'cases.contacts', 'cases.entries', 'cases.glasses']),
    )
    const seen: string[] = []
    for (const { name } of tables)
      if ((await ask(scopeOf(role), `select 1 as id from ${name} limit 1`)).length > 0)
        seen.push(name)
    // Counters and sums of an area, which say nothing of any one case.
    expect(seen).toEqual(['cases.serials', 'cases.tallies'])
    const id = Object.values(idOf)[0] ?? ''
    const forged = ask(
      scopeOf(role),
      `insert into cases.glasses (community_id, id, case_id, case_number, home_area_id, person_id, reason, opened_at, ends_at)
       select a.id, '${id}', '${id}', 'x', a.id, '${w.person[role]}', '一个足够长的理由哦哦', now(), now() + interval '1 hour'
         from places.areas a
        where a.level = 'community'
        limit 1
    returning id::text as id`,
    )
    await expect(forged).rejects.toThrow('row-level security')
  },
)
