// What is said has a story that shows it: the pages of docs/field name stories by file and title, and nothing the README
// says is here, or is refused, goes without one.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '#server/kit/package-root.ts'

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8')
const shown = read('docs/field/shown.md')
const defects = read('docs/field/defects.md')
const readme = read('README.md')

/** Rows of the tables of a page: their cells, without heads and rules. */
const rowsOf = (page: string): string[][] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|-]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .slice(1)

const storiesIn = (cell: string) =>
  [...cell.matchAll(/`([^`]+)` "([^"]+)"/g)].map(([, file = '', title = '']) => ({ file, title }))

/** Titles as they stand in a file of tests: quotes of the source are not part of them. */
function lacks({ file, title }: { file: string; title: string }): string | null {
  if (!existsSync(join(packageRoot, file))) return `${file} is not there`
  const text = read(file).replaceAll("\\'", "'")
  return text.includes(`'${title}'`) || text.includes(`"${title}"`)
    ? null
    : `${file} has no story "${title}"`
}

const sectionOf = (heading: string) => readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
const refused = [...sectionOf('What it refuses').matchAll(/^- \*\*(.+?)\.?\*\*/gm)].map(
  ([, what = '']) => what,
)
const here = rowsOf(sectionOf('Where it stands')).map(([cell = '']) => cell)

test.each([
  ['docs/field/shown.md', shown],
  ['docs/field/defects.md', defects],
])('every story that %s names is there', (_, page) => {
  const rows = rowsOf(page)
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter((row) => storiesIn(row.at(-1) ?? '').length === 0)).toEqual([])
  expect(
    rows.flatMap((row) => storiesIn(row.at(-1) ?? '')).flatMap((story) => lacks(story) ?? []),
  ).toEqual([])
})

test('everything the README says is here, or is refused, names the story that shows it', () => {
  expect(refused.length).toBeGreaterThan(5)
  expect(here.length).toBeGreaterThan(5)
  const told = new Set(rowsOf(shown).map(([said]) => said))
  expect(
    [...refused, ...here]
      .filter((said) => !told.has(said))
      .map((said) => `docs/field/shown.md lacks: ${said}`),
  ).toEqual([])
})

test('a story that is not there would be missed', () => {
  expect(lacks({ file: 'testing/shown.test.ts', title: 'nobody wrote this' + '!' })).toContain(
    'has no story',
  )
  expect(lacks({ file: 'testing/nowhere.test.ts', title: 'x' })).toContain('is not there')
})
