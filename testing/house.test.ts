import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type SourceFile, faultsOf } from './house.ts'

const tracked = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  {
    encoding: 'utf8',
  },
)
const sources: SourceFile[] = tracked
  .split('\n')
  .filter((path) => path !== '')
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('the house stands as ARCHITECTURE.md says', () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.flatMap(faultsOf)).toEqual([])
})

// A wall nobody ran against may be painted on: each sentence meets a fault planted for it.
test.each([
  ['core/cases/a.ts', "import { x } from '#server/kit/db.ts'", 'core may not import'],
  ['core/cases/a.ts', "import fs from 'node:fs'", 'core imports node:fs'],
  [
    'core/cases/a.ts',
    "import { Temporal } from 'temporal-polyfill'",
    'core imports temporal-polyfill',
  ],
  ['core/cases/a.ts', 'export const at = () => Date.now()', 'core is pure'],
  ['core/people/a.ts', "import { x } from '#core/cases/case.ts'", 'people may not know cases'],
  ['core/people/a.ts', "import { x } from '../cases/case.ts'", 'people may not know cases'],
  ['core/people/a.ts', "export { x } from '../cases/case.ts'", 'people may not know cases'],
  [
    'server/places/a.ts',
    "const x = await import('#server/people/staff.ts')",
    'places may not know people',
  ],
  [
    'server/cases/a.ts',
    "import { x } from '#server/people/store-staff.ts'",
    'past the front door of people',
  ],
  ['server/cases/a.ts', "import { x } from '#web/kit/api.ts'", 'server may not import'],
  ['web/cases/A.tsx', "import { x } from '#server/cases/cases.ts'", 'web may not import'],
  ['server/cases/a.ts', "import fastify from 'fastify'", 'only server/kit knows fastify'],
  ['server/cases/a.ts', 'sql`select 1 from people.credentials`', 'tables of another room'],
  ['server/people/a.ts', 'sql`select 1 from cases.cases`', 'tables of another room'],
  ['server/cases/a.ts', 'sql`update places.areas set name = 1`', 'tables of another room'],
  ['server/cases/a.ts', 'const x = process.env.HOME', 'only server/config.ts reads'],
  ['server/cases/utils.ts', '', 'a name that fits any room'],
  ['core/cases/index.ts', "export * from './case.ts'", 'a barrel'],
  ['server/cases/a.ts', '// @ts-expect-error', 'silences a check'],
  ['server/cases/a.ts', '\n'.repeat(401), '401 lines'],
])('%s with %j is refused', (path, text, fault) => {
  expect(faultsOf({ path, text }).join('\n')).toContain(fault)
})
