// From an answer no way leads back to a code or a person. Tried as the owner, past every wall, with everything a row
// carries: columns, the transaction that wrote it, its place in the table, instants, and the log of commands.
import { beforeAll, expect, test } from 'vitest'
import * as life from '#core/surveys/contract.ts'
import * as sheets from '#core/surveys/contract-answers.ts'
import { type Scope, inScope } from '#server/kit/db.ts'
import { hashOfCode } from './sheets.ts'
import { answers, id, mixed, must, opens, prints } from '#testing/survey-town.ts'
import { type Staff, type Town, codes, openTown } from '#testing/town.ts'

let t: Town
let he: Staff
let survey: string
/** Which code gave which answer: the tester alone knows, in the order in which they came. */
const given: { code: string; text: string }[] = []

beforeAll(async () => {
  t = await openTown()
  he = await t.as('he')
  survey = await opens(t, he)
  const [first, second] = [
    await prints(he, survey, { count: 40 }),
    await prints(he, survey, { count: 5, grid: codes.grid2 }),
  ]
  // Two grids by turns, some with a worker beside, a minute apart: everything an observer might hold on to.
  const wu = await t.as('wu')
  for (const [at, code] of [...first.slice(0, 23), ...second].entries()) {
    const text = `第${at}份`
    const sheet = { children: 'no', words: text }
    if (at % 6 === 0) {
      const assisted = { commandId: id(), id: survey, code, version: 1, present: true }
      must(await wu.call(sheets.assistAnswers, { ...assisted, answers: sheet }))
    } else must(await answers(t.client(), code, sheet))
    given.push({ code, text })
    t.clock.advance(60)
  }
})

const bytes = (code: string) => hashOfCode(code).toString('hex')

test('no sheet is read by anybody before the job has mixed it in company', async () => {
  const tables = ['surveys.inbox', 'surveys.answers']
  const person = { personId: he.id, roots: ['/1/'], units: [] }
  const scopes: Scope[] = [{ kind: 'staff', ...person }, { kind: 'public' }, { kind: 'intake' }]
  for (const scope of [...scopes, { kind: 'job' } as const])
    await expect(
      inScope(t.app.db, scope, (tx) => tx.client.query('select * from surveys.inbox')),
    ).rejects.toThrow('permission denied')
  for (const scope of scopes)
    for (const verb of [`select 1 from ${tables[1]}`, `update ${tables[1]} set answers = '{}'`]) {
      const rows = await inScope(t.app.db, scope, (tx) => tx.client.query(`${verb}`))
      expect(rows.rowCount).toBe(0)
    }
  await expect(
    inScope(t.app.db, { kind: 'staff', ...person }, (tx) =>
      tx.client.query(`select surveys.mix('2026-03-03')`),
    ),
  ).rejects.toThrow('only a job')
})

test('a grid with too few sheets waits; the others go on together', async () => {
  const rows = await mixed(t, survey)
  expect(rows.length).toBe(23)
  expect(new Set(rows.map((row) => row.grid_id))).toEqual(new Set([t.town.area[codes.grid]]))
  const { rows: waiting } = await t.owner.query('select 1 from surveys.inbox')
  expect(waiting.length).toBe(5)
})

/** Every column of every table of this database that holds one of these values as text or bytes. */
async function findEverywhere(values: string[]): Promise<string[]> {
  const { rows: tables } = await t.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await t.owner.query<{ row: string }>(`select t::text as row from ${name} t`)
    if (rows.some(({ row }) => values.some((value) => row.includes(value)))) found.push(name)
  }
  return found
}

test('no value of an answer row stands in any other table, so nothing joins them', async () => {
  const rows = await mixed(t, survey)
  expect(await findEverywhere(rows.map((row) => row.sheet))).toEqual(['surveys.answers'])
  expect(await findEverywhere(['第3份'])).toEqual(['surveys.answers'])
  const hashes = given.map(({ code }) => bytes(code))
  expect(await findEverywhere(hashes)).toEqual(['surveys.codes'])
  expect(await findEverywhere(given.map(({ code }) => code))).toEqual([])
})

test('the log of commands knows nothing of sheets with a code', async () => {
  const { rows } = await t.owner.query<{ actor: string }>(
    `select actor from kit.commands where answered_at > '2026-03-03T01:00:00Z'`,
  )
  expect(rows.filter(({ actor }) => actor === 'open')).toEqual([])
  const wu = await t.as('wu')
  expect(rows.filter(({ actor }) => actor === wu.id)).toEqual([])
})

test('neither transaction, nor place in the table, nor an instant orders codes as they were used', async () => {
  const { rows: used } = await t.owner.query<{ hash: string; xmin: string }>(
    `select encode(code_hash, 'hex') as hash, xmin::text from surveys.codes
      where survey_id = $1 and used and grid_id = $2 order by ctid`,
    [survey, t.town.area[codes.grid]],
  )
  expect(new Set(used.map((row) => row.xmin)).size).toBe(1)
  const inOrder = given.slice(0, 23).map(({ code }) => bytes(code))
  expect(used.map((row) => row.hash)).not.toEqual(inOrder)
  const { rows: sheetRows } = await t.owner.query<{ text: string; xmin: string; on: string }>(
    `select answers ->> 'words' as text, xmin::text, answered_on as on from surveys.answers
      where survey_id = $1 order by ctid`,
    [survey],
  )
  expect(new Set(sheetRows.map((row) => row.xmin)).size).toBe(1)
  expect(new Set(sheetRows.map((row) => row.on)).size).toBe(1)
  expect(sheetRows.map((row) => row.text)).not.toEqual(given.slice(0, 23).map(({ text }) => text))
  const { rows: timed } = await t.owner.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'surveys' and table_name in ('codes', 'inbox', 'answers')
        and data_type like 'timestamp%'`,
  )
  expect(timed).toEqual([])
})

test('guessing by every order there is finds no more pairs than chance', async () => {
  const pairs = await t.owner.query<{ hash: string; text: string }>(
    `with code as (select encode(code_hash, 'hex') as hash, row_number() over (order by xmin::text::bigint, ctid) as at
                     from surveys.codes where survey_id = $1 and used and grid_id = $2),
          sheet as (select answers ->> 'words' as text, row_number() over (order by xmin::text::bigint, ctid) as at
                      from surveys.answers where survey_id = $1)
     select hash, text from code join sheet using (at)`,
    [survey, t.town.area[codes.grid]],
  )
  const truth = new Map(given.map(({ code, text }) => [bytes(code), text]))
  const right = pairs.rows.filter(({ hash, text }) => truth.get(hash) === text)
  // One of 23 is right by chance; eight would happen once in fifty thousand times.
  expect(right.length).toBeLessThan(8)
})

test('a later sheet does not stand out among the codes, nor among the answers', async () => {
  const more = await prints(he, survey, { count: 12 })
  for (const [at, code] of more.entries())
    must(await answers(t.client(), code, { children: 'no', words: `后${at}` }))
  expect((await mixed(t, survey)).length).toBe(35)
  const { rows } = await t.owner.query<{ n: number }>(
    `select count(distinct xmin::text)::int as n from surveys.codes where survey_id = $1 and used`,
    [survey],
  )
  expect(rows[0]?.n).toBe(1)
})

test('after the close everything is one set, and a grid of five is not named', async () => {
  must(await he.call(life.closeSurvey, { commandId: id(), id: survey, reason: '收齐了' }))
  const before = new Set((await mixed(t, survey)).map((row) => row.sheet))
  const rows = await mixed(t, survey)
  expect(rows.length).toBe(40)
  expect(new Set(rows.map((row) => row.sheet))).toEqual(before)
  const { rows: xmins } = await t.owner.query(
    'select distinct xmin::text from surveys.answers where survey_id = $1',
    [survey],
  )
  expect(xmins.length).toBe(1)
  // Five alone would be too few without a name too, so the next grid goes unnamed with them.
  expect(rows.every((row) => row.grid_id === null)).toBe(true)
  expect((await t.owner.query('select 1 from surveys.inbox')).rowCount).toBe(0)
})
