// A place measures suggestions on its own history, from a file and without a database: what is printed adds up, what
// cannot teach is rejected with its reason, and the model that was written answers.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { csvLine } from '#server/kit/csv.ts'
import { writeSheet } from '#server/kit/write-sheet.ts'
import { classifyCommand } from './classify.ts'
import { trainCommand } from './train.ts'

let folder = ''
const said: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'train-'))
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line)) > 0)
})
afterAll(() => {
  vi.restoreAllMocks()
  return rm(folder, { recursive: true })
})
const at = (name: string) => join(folder, name)
const heard = () => said.splice(0).join('\n')

const noise = ['all night', 'again', 'since Monday', 'near the school', 'on the corner']
const history = Array.from({ length: 80 }, (_, i) =>
  i % 2 === 0
    ? [`street light out ${noise[i % 5]}`, 'Lamp']
    : [`garbage not collected ${noise[i % 5]}`, 'Waste'],
)
const csv = (rows: string[][]) => rows.map((row) => csvLine(row)).join('')
const trained = () => ({ to: at('model.gz'), rejects: at('rejects.csv') })

test('history in English is learned from, and every row is used or rejected', async () => {
  const rows = [['Description', 'Category'], ...history, ['no category', ''], ['', 'Lamp']]
  await writeFile(at('history.csv'), csv(rows))
  expect(await trainCommand({ from: at('history.csv'), ...trained() })).toBe(1)
  const told = heard()
  expect(told).toContain('80 texts in 2 categories, 2 rows rejected')
  expect(told).toContain('first suggestion right    80 ∕ 80')
  const rejected = await readFile(at('rejects.csv'), 'utf8')
  expect(rejected).toContain('82,category_missing')
  expect(rejected).toContain('83,text_missing')
})

test('the model answers with confidence and reasons, and is compared where the file knows better', async () => {
  const rows = [
    ['id', 'description', 'category'],
    ['1', 'light out', 'Lamp'],
    ['2', 'garbage everywhere', 'Waste'],
    ['3', 'the light over the garbage', 'Other'],
  ]
  await writeFile(at('new.csv'), csv(rows))
  const asked = { from: at('new.csv'), model: at('model.gz'), rejects: at('rejects.csv') }
  expect(await classifyCommand({ ...asked, to: at('out.csv') })).toBe(0)
  expect(heard()).toContain('first suggestion right    2 ∕ 3')
  const [head, first] = (await readFile(at('out.csv'), 'utf8')).split(/\r?\n/)
  expect(head).toContain('id,description,category,suggestion_1,confidence_1,because_1')
  expect(first).toMatch(/^1,light out,Lamp,Lamp,(0\.\d{3}|1\.000),/)
  expect(first).toContain('light')
})

test('a spreadsheet with headings of its own is named column by column', async () => {
  const columns = ['标题', '内容', '事项'].map((heading) => ({ heading }))
  const rows = history.map(([text = '', of = '']) => ['', text, of])
  await writeFile(at('history.xlsx'), await writeSheet('历史', columns, rows))
  const from = at('history.xlsx')
  expect(await trainCommand({ from, ...trained() })).toBe(2)
  expect(heard()).toContain('--category')
  const named = { text: ['标题', '内容'], category: '事项' }
  expect(await trainCommand({ from, ...named, ...trained() })).toBe(0)
  expect(heard()).toContain('80 texts')
})

test.each([
  ['no such file', () => trainCommand({ from: at('nowhere.csv'), ...trained() })],
  [
    'too little to learn from',
    async () => {
      await writeFile(at('few.csv'), csv([['text', 'category'], ...history.slice(0, 20)]))
      return trainCommand({ from: at('few.csv'), ...trained() })
    },
  ],
  [
    'one category only',
    async () => {
      const lamps = [...history, ...history].filter(([, of]) => of === 'Lamp')
      await writeFile(at('one.csv'), csv([['text', 'category'], ...lamps]))
      return trainCommand({ from: at('one.csv'), ...trained() })
    },
  ],
  [
    'a model that is none',
    () => classifyCommand({ from: at('new.csv'), model: at('new.csv'), to: at('out.csv') }),
  ],
])('%s: the exit code says so', async (_, run) => {
  expect(await run()).toBe(2)
  expect(heard()).not.toBe('')
})
