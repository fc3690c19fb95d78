// Labelled texts from a CSV or xlsx: which columns hold them, and what a category there is called here.
import type { Labelled } from '#core/cases/suggest/sample.ts'
import { seedsOf } from '#core/cases/suggest/seeds.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import type { Category } from '#core/places/category.ts'
import { openRejects } from './import-rejects.ts'
import { readTable, type Row, sourceOfFile } from '#server/kit/table-file.ts'
import { type Fault, faultWords } from './import-words.ts'

export type Columns = { text?: string[]; category?: string }

const usualTexts = [
  'text',
  'description',
  'content',
  '内容',
  '描述',
  '诉求',
  '反映内容',
  '事件描述',
]
const usualCategories = ['category', 'label', 'type', '类别', '分类', '类型', '事项分类']

export type Line = { row: Row; text: string; category: string | null }
export type Lines = { headings: string[]; labelled: boolean; lines: Line[] }

/** Every row with its text; the category is null where the file has no column for it. */
export async function readLines(
  file: string,
  asked: Columns,
  needsCategory: boolean,
): Promise<Result<Lines, string>> {
  const table = await readTable(await sourceOfFile(file))
  if (!table.ok) return refused(`${file}: ${faultWords[table.refusal].en}.`)
  const { headings, rows } = table.value
  const texts = asked.text ?? headings.filter((name) => isOneOf(name, usualTexts)).slice(0, 1)
  const label = asked.category ?? headings.find((name) => isOneOf(name, usualCategories))
  const missing = [...texts, ...(asked.category ? [asked.category] : [])].filter(
    (name) => !headings.includes(name),
  )
  if (missing.length > 0) return refused(`${file} has no column "${missing.join('", "')}".`)
  if (texts.length === 0)
    return refused(
      `Which column holds the text? Say it with --text. There are: ${headings.join(', ')}.`,
    )
  if (label === undefined && needsCategory)
    return refused(
      `Which column holds the category? Say it with --category. There are: ${headings.join(', ')}.`,
    )
  const lines: Line[] = []
  const cell = (row: Row, name: string) => String(row.cells[headings.indexOf(name)] ?? '').trim()
  for await (const row of rows) {
    const text = texts.map((name) => cell(row, name)).filter((part) => part !== '')
    lines.push({
      row,
      text: text.join('，'),
      category: label === undefined ? null : cell(row, label),
    })
  }
  return done({ headings, labelled: label !== undefined, lines })
}

const isOneOf = (name: string, usual: string[]) => usual.includes(name.toLowerCase())

export type Sorted = {
  texts: Labelled[]
  rejected: number
  reasons: Partial<Record<Fault, number>>
}

/** Rows that can teach; the others go to the rejects file with their reason. */
export async function sortLines(
  { headings, lines }: Lines,
  codeOf: (category: string) => string | null,
  path: string,
): Promise<Sorted> {
  const rejects = openRejects(path, headings)
  const sorted: Sorted = { texts: [], rejected: 0, reasons: {} }
  for (const { row, text, category } of lines) {
    const code = category === null || category === '' ? null : codeOf(category)
    const fault = faultOf(row, text, category, code)
    if (fault === null && code !== null) sorted.texts.push({ text, category: code })
    if (fault === null) continue
    rejects.add(row, fault, category ?? '')
    sorted.rejected += 1
    sorted.reasons[fault] = (sorted.reasons[fault] ?? 0) + 1
  }
  await rejects.close()
  return sorted
}

function faultOf(
  row: Row,
  text: string,
  category: string | null,
  code: string | null,
): Fault | null {
  if (row.trouble !== null) return row.trouble
  if (text === '') return 'text_missing'
  if (category === null || category === '') return 'category_missing'
  return code === null ? 'category_not_here' : null
}

/** Categories of a place by code or by either name. */
export function namesOf(categories: Iterable<Category>): Map<string, string> {
  const all = [...categories]
  const names = new Map<string, string>()
  for (const { code, zh, en } of all) for (const name of [en, zh, code]) names.set(name, code)
  return names
}

/** The pack's key words help only where the file speaks of the pack's categories. */
export function seedsFor(lines: Lines, categories: readonly Category[]): Labelled[] {
  const names = namesOf(categories)
  const known = lines.lines.filter(({ category }) => category !== null && names.has(category))
  return 2 * known.length > lines.lines.length ? seedsOf(categories) : []
}
