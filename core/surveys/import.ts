// Answers collected with another program, row by row under a mapping: which heading holds which question, and what its
// cells say. Headings and labels are compared without spaces, numbering and letter case: exports are seldom clean.
import { bare } from '#core/kit/bare.ts'
import { isDay } from './answer-faults.ts'
import type { AnswerValue, Answers, Option, Question, Questionnaire } from './question.ts'
import { allQuestions } from './question.ts'

export type ImportCell = string | number | boolean | null

/** One column; one column an option (or row of a matrix, or rank); what cells mean where they are neither label nor code. */
export type ImportQuestion = {
  column?: string
  /** Several choices in one cell are parted by this; else by ┋ ; | or a line break. */
  separator?: string
  /** Option code (of several choices), row code (of a matrix) → heading. */
  columns?: Record<string, string>
  /** Headings of the first, second, third place. */
  ranks?: string[]
  /** Text of a cell → option code. */
  values?: Record<string, string>
}
export type AnswerMapping = {
  file?: { sheet?: string; headingRow?: number; delimiter?: string }
  /** Makes a row recognisable at the next run; without it the whole row does. */
  id?: string
  grid?: string
  grids?: Record<string, string>
  answeredOn?: string
  questions: Record<string, ImportQuestion>
  /** What stands for no answer, beside an empty cell. */
  missing?: string[]
}

export type ReadSheet = {
  answers: Answers
  gridCode: string | null
  answeredOn: string | null
}
export type SheetFault = 'value_unknown' | 'number_unreadable' | 'day_unreadable' | 'grid_unknown'

const usualMissing = ['(空)', '(跳过)', '(未填)', '-3', '-2', 'N/A', 'NA']
const usualUnticked = ['0', '否', '未选中', 'false', 'no', 'n']

/** "1、很好", "A. 很好", "(2)很好" all say 很好. */
export const withoutNumber = (text: string): string =>
  text.replace(/^\s*[（(]?(?:\d{1,2}|[A-Za-z])[)）]?[、.．:：)）]\s*/, '')

/** Every heading that the mapping names, as it stands in the file; those missing. */
export function headingsOf(
  mapping: AnswerMapping,
  headings: readonly string[],
): { found: Map<string, number>; missing: string[] } {
  const at = new Map<string, number>()
  for (const [index, heading] of headings.entries())
    if (!at.has(bare(heading))) at.set(bare(heading), index)
  const named = [mapping.id, mapping.grid, mapping.answeredOn].filter((name) => name !== undefined)
  for (const { column, columns, ranks } of Object.values(mapping.questions))
    named.push(
      ...(column === undefined ? [] : [column]),
      ...Object.values(columns ?? {}),
      ...(ranks ?? []),
    )
  const found = new Map<string, number>()
  const missing: string[] = []
  for (const name of named) {
    const index = at.get(bare(name))
    if (index === undefined) missing.push(name)
    else found.set(name, index)
  }
  return { found, missing }
}

/** Questions that the questionnaire does not have, and questions of a kind that a file cannot hold. */
export function strangeQuestions(mapping: AnswerMapping, questionnaire: Questionnaire): string[] {
  const known = new Map(allQuestions(questionnaire).map((question) => [question.code, question]))
  return Object.keys(mapping.questions).filter(
    (code) => (known.get(code)?.kind ?? 'photo') === 'photo',
  )
}

type Reading = {
  mapping: AnswerMapping
  questionnaire: Questionnaire
  cell: (heading: string) => ImportCell
}
type Read<T> = { value: T } | { fault: SheetFault; about: string }

export function readSheetRow(reading: Reading): ReadSheet | { fault: SheetFault; about: string } {
  const { mapping, questionnaire } = reading
  const answers: Answers = {}
  for (const question of allQuestions(questionnaire)) {
    const asked = mapping.questions[question.code]
    if (asked === undefined) continue
    const read = readQuestion(question, asked, reading)
    if ('fault' in read) return { ...read, about: `${question.code}: ${read.about}` }
    if (read.value !== undefined) answers[question.code] = read.value
  }
  const grid = mapping.grid === undefined ? '' : textOf(reading, mapping.grid)
  const day = mapping.answeredOn === undefined ? '' : textOf(reading, mapping.answeredOn)
  const answeredOn = day === '' ? null : dayOf(day)
  if (day !== '' && answeredOn === null) return { fault: 'day_unreadable', about: day }
  return { answers, gridCode: grid === '' ? null : (mapping.grids?.[grid] ?? grid), answeredOn }
}

function textOf({ mapping, cell }: Reading, heading: string): string {
  const text = String(cell(heading) ?? '').trim()
  return [...usualMissing, ...(mapping.missing ?? [])].includes(text) ? '' : text
}

/** 2026/3/5 and 2026-03-05T… and 2026年3月5日 are one day. */
function dayOf(text: string): string | null {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text.trim()) ?? []
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(plain) ? plain : null
}

function readQuestion(
  question: Question,
  asked: ImportQuestion,
  reading: Reading,
): Read<AnswerValue | undefined> {
  if (asked.columns !== undefined)
    return question.kind === 'matrix'
      ? readRows(question, asked, reading)
      : readTicks(question, asked, reading)
  if (asked.ranks !== undefined) return readRanks(question, asked, reading)
  const text = asked.column === undefined ? '' : textOf(reading, asked.column)
  if (text === '') return { value: undefined }
  switch (question.kind) {
    case 'single':
      return optionIn(question.options, asked, text)
    case 'multiple':
    case 'ranking':
      return readList(question, asked, text)
    case 'rating':
    case 'number':
      return numberIn(text)
    case 'date': {
      const day = dayOf(text)
      return day === null ? { fault: 'day_unreadable', about: text } : { value: day }
    }
    case 'place':
      return { value: reading.mapping.grids?.[text] ?? text }
    default:
      return { value: text }
  }
}

function numberIn(text: string): Read<number> {
  const found = /^-?\d+(\.\d+)?/.exec(text.normalize('NFKC'))?.[0]
  return found === undefined
    ? { fault: 'number_unreadable', about: text }
    : { value: Number(found) }
}

function optionIn(options: Option[], { values }: ImportQuestion, text: string): Read<string> {
  const mapped = values?.[text]
  const wanted = bare(text)
  const plain = bare(withoutNumber(text))
  const option = options.find(
    ({ code, label }) =>
      code === mapped ||
      bare(code) === wanted ||
      [bare(label.zh), bare(label.en)].some(
        (each) => each !== '' && (each === wanted || each === plain),
      ),
  )
  return option === undefined ? { fault: 'value_unknown', about: text } : { value: option.code }
}

function readList(question: Question, asked: ImportQuestion, text: string): Read<string[]> {
  const parts = text
    .split(asked.separator ?? /[┋;；|→\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const codes: string[] = []
  for (const part of parts) {
    const read = optionIn(question.options, asked, part)
    if ('fault' in read) return read
    if (!codes.includes(read.value)) codes.push(read.value)
  }
  return { value: codes }
}

/** One column an option: anything but an empty cell or a no is a tick. */
function readTicks(
  _question: Question,
  { columns = {} }: ImportQuestion,
  reading: Reading,
): Read<string[] | undefined> {
  const ticked = Object.entries(columns)
    .filter(([, heading]) => {
      const text = textOf(reading, heading)
      return text !== '' && !usualUnticked.includes(text.toLowerCase())
    })
    .map(([code]) => code)
  return { value: ticked.length === 0 ? undefined : ticked }
}

function readRows(
  question: Question,
  asked: ImportQuestion,
  reading: Reading,
): Read<Record<string, string> | undefined> {
  const rows: Record<string, string> = {}
  for (const [row, heading] of Object.entries(asked.columns ?? {})) {
    const text = textOf(reading, heading)
    if (text === '') continue
    const read = optionIn(question.options, asked, text)
    if ('fault' in read) return read
    rows[row] = read.value
  }
  return { value: Object.keys(rows).length === 0 ? undefined : rows }
}

function readRanks(
  question: Question,
  asked: ImportQuestion,
  reading: Reading,
): Read<string[] | undefined> {
  const codes: string[] = []
  for (const heading of asked.ranks ?? []) {
    const text = textOf(reading, heading)
    if (text === '') continue
    const read = optionIn(question.options, asked, text)
    if ('fault' in read) return read
    codes.push(read.value)
  }
  return { value: codes.length === 0 ? undefined : codes }
}
