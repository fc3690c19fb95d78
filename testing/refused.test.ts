// What the project refuses has no place to be kept: no column for it in the schema, no field for it on the wire.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '#server/kit/package-root.ts'

const schema = readFileSync(join(packageRoot, 'db/schema.sql'), 'utf8')

type Table = { name: string; columns: string[] }

function tablesOf(sql: string): Table[] {
  return [...sql.matchAll(/^create table (\S+) \(\n(.*?)^\);/gms)].map(
    ([, name = '', body = '']) => ({
      name,
      columns: [...body.matchAll(/^ {2}(?!constraint\b)(\w+) /gm)].map(([, column = '']) => column),
    }),
  )
}

/** Of a person: the room of people, and each row that names one who works or lives here. */
const ofPersons = ({ name, columns }: Table) =>
  name.startsWith('people.') ||
  columns.some((column) => /^(person|resident|worker)_id$/.test(column))

const refused: [what: string, form: RegExp][] = [
  ['a score or rank of a person', /(^|_)(scores?|rank(ing)?|stars|points|rating|grade)($|_)/],
  ['check-in or attendance', /(^|_)(check_?in|clock_?in|attendance|attended|present)($|_)/],
  [
    'a trail or place of a person',
    /(^|_)(track|trail|lat|lon|latitude|longitude|point|position|geom)($|_)/,
  ],
  ['a quota', /(^|_)(quotas?|target_count|minimum_reports)($|_)/],
  ['a face or other body', /(^|_)(face|iris|fingerprint|biometr\w*)($|_)/],
  [
    'a register of special people',
    /(^|_)(special|focus|risk_level|religion|ethnic\w*|household_kind)($|_)/,
  ],
  ['who knows whom', /(^|_)(friend|relative|spouse|knows|contact_of|followed_by)(_id)?($|_)/],
]

function faultsOf(sql: string): string[] {
  return tablesOf(sql)
    .filter(ofPersons)
    .flatMap(({ name, columns }) =>
      columns.flatMap((column) =>
        refused
          .filter(([, form]) => form.test(column))
          .map(([what]) => `${name}.${column} could hold ${what}`),
      ),
    )
}

test('no table about persons has a column for what we refuse', () => {
  expect(tablesOf(schema).filter(ofPersons).length).toBeGreaterThan(20)
  expect(faultsOf(schema)).toEqual([])
})

test.each([
  ['create table people.people (\n  id uuid not null,\n  score integer,\n);', 'a score or rank'],
  [
    'create table people.duties (\n  checked_in_at text,\n  check_in_at timestamptz,\n);',
    'check-in',
  ],
  ['create table cases.walks (\n  person_id uuid,\n  track text,\n);', 'a trail'],
  ['create table people.residents (\n  risk_level text,\n);', 'a register'],
  ['create table people.people (\n  face bytea,\n);', 'a face'],
  ['create table people.units (\n  quota integer,\n);', 'a quota'],
  ['create table people.residents (\n  relative_id uuid,\n);', 'who knows whom'],
])('%j would be found', (sql, what) => {
  expect(faultsOf(sql).join('\n')).toContain(what)
})
