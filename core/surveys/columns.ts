// Answers turned on their side: one typed array per thing that can be counted, so that a million sheets are counted
// without an object for any of them. Nothing in a column leads back to a sheet but its position among the others.
import type { Words } from '#core/kit/words.ts'
import { type Answers, type Question, type Questionnaire, askedOf } from './question.ts'

export type Mark = { code: string; label: Words }

/**
 * `one`: a single choice, a rating, a row of a matrix, the first place of a ranking, a grid: `codes[i]` is the option's
 * position, or `none` (asked, not answered) or `away` (never asked). `many`: `codes[i]` has a bit per option chosen.
 */
export type Column = {
  key: string
  question: string
  /** The row of a matrix, or `first` and `top` of a ranking. */
  part: string | null
  kind: 'one' | 'many'
  title: Words
  marks: readonly Mark[]
  codes: Uint8Array | Uint16Array | Uint32Array
  none: number
  away: number
  /** The number an option of a rating stands for. */
  values: readonly number[] | null
}

/** Figures that have a mean and no options. NaN: asked, not answered; `away` marks who was never asked. */
export type Figures = {
  key: string
  title: Words
  unit: Words | null
  values: Float64Array
  away: Uint8Array
}

export type Sheet = { answers: Answers; grid: string | null }
export type Columns = {
  rows: number
  columns: readonly Column[]
  figures: readonly Figures[]
  /** By question: what was written, for the grouping of texts alone. */
  texts: ReadonlyMap<string, readonly string[]>
}

/** A bit per option and two to spare. */
export const optionsMax = 30
const noneOfMany = 2 ** 30
const awayOfMany = 2 ** 31

export const countable = new Set(['single', 'multiple', 'rating', 'ranking', 'matrix', 'place'])

export function columnsOf(
  questionnaire: Questionnaire,
  sheets: readonly Sheet[],
  grids: readonly Mark[] = [],
): Columns {
  const questions = questionnaire.sections.flatMap((section) => section.questions)
  const plans = questions.flatMap((question) => plansOf(question, grids))
  const columns = plans.map((plan) => emptyColumn(plan, sheets.length))
  const figures = questions
    .filter(({ kind }) => kind === 'number')
    .map(({ code, title, unit }) => ({
      key: code,
      title,
      unit,
      values: new Float64Array(sheets.length).fill(NaN),
      away: new Uint8Array(sheets.length),
    }))
  const written = questions.filter(({ kind }) => kind === 'shortText' || kind === 'longText')
  const texts = new Map<string, string[]>(written.map(({ code }) => [code, []]))
  for (const [i, { answers }] of sheets.entries()) {
    const asked = askedOf(questionnaire, answers)
    for (const [c, plan] of plans.entries()) {
      const column = columns[c]!
      column.codes[i] = asked.has(plan.question.code)
        ? plan.read(answers[plan.question.code], column)
        : column.away
    }
    for (const figure of figures) {
      const value = answers[figure.key]
      if (!asked.has(figure.key)) figure.away[i] = 1
      else if (typeof value === 'number') figure.values[i] = value
    }
    for (const [code, list] of texts) {
      const value = answers[code]
      if (asked.has(code) && typeof value === 'string' && value.trim() !== '') list.push(value)
    }
  }
  return { rows: sheets.length, columns, figures, texts }
}

/** One more column that no question asked for: the grid the household lies in. */
export function gridColumn(sheets: readonly Sheet[], grids: readonly Mark[], title: Words): Column {
  const plan: Plan = {
    question: { code: 'grid' } as Question,
    part: null,
    kind: 'one',
    title,
    marks: grids,
    values: null,
    read: (value, column) => positionOf(column, value),
  }
  const column = emptyColumn(plan, sheets.length)
  for (const [i, { grid }] of sheets.entries())
    column.codes[i] = grid === null ? column.none : positionOf(column, grid)
  return column
}

type Plan = Pick<Column, 'part' | 'kind' | 'title' | 'marks' | 'values'> & {
  question: Question
  read: (value: Answers[string] | undefined, column: Column) => number
}

function plansOf(question: Question, grids: readonly Mark[]): Plan[] {
  const plain = { question, part: null, title: question.title, values: null }
  const { options, rows, scale } = question
  if (question.kind === 'single')
    return [
      { ...plain, kind: 'one', marks: options, read: (value, column) => positionOf(column, value) },
    ]
  if (question.kind === 'place')
    return [
      { ...plain, kind: 'one', marks: grids, read: (value, column) => positionOf(column, value) },
    ]
  if (question.kind === 'multiple')
    return [{ ...plain, kind: 'many', marks: options.slice(0, optionsMax), read: bitsOf }]
  if (question.kind === 'rating' && scale !== null) {
    const values = Array.from({ length: scale.to - scale.from + 1 }, (_, i) => scale.from + i)
    const marks = values.map((value) => scaleMark(value, scale))
    return [
      { ...plain, kind: 'one', marks, values, read: (value, column) => positionOf(column, value) },
    ]
  }
  if (question.kind === 'matrix')
    return rows.map((row) => ({
      ...plain,
      part: row.code,
      title: joined(question.title, row.label),
      kind: 'one' as const,
      marks: options,
      read: (value, column) =>
        positionOf(column, (value as Record<string, string> | undefined)?.[row.code]),
    }))
  if (question.kind === 'ranking') return rankingPlans(question)
  return []
}

/** Which stands first, as one choice, and which are among those ranked at all, as many. */
function rankingPlans(question: Question): Plan[] {
  const { options, pickMax, title } = question
  const most = pickMax ?? options.length
  const first: Plan = {
    question,
    part: 'first',
    kind: 'one',
    values: null,
    title: joined(title, { zh: '排在第一', en: 'ranked first' }),
    marks: options,
    read: (value, column) => positionOf(column, (value as string[] | undefined)?.[0]),
  }
  // Where everything is ranked, being ranked says nothing: then the upper half counts.
  const top = most < options.length ? most : Math.max(1, Math.floor(options.length / 2))
  const upper: Plan = {
    question,
    part: 'top',
    kind: 'many',
    values: null,
    title: joined(title, { zh: `排进前${top}`, en: `ranked among the first ${top}` }),
    marks: options.slice(0, optionsMax),
    read: (value, column) => bitsOf((value as string[] | undefined)?.slice(0, top), column),
  }
  return [first, upper]
}

const joined = (a: Words, b: Words): Words => ({ zh: `${a.zh} · ${b.zh}`, en: `${a.en} · ${b.en}` })

function scaleMark(value: number, scale: NonNullable<Question['scale']>): Mark {
  const end = value === scale.from ? scale.low : value === scale.to ? scale.high : null
  const text = String(value)
  if (end === null || end.zh === '') return { code: text, label: { zh: text, en: text } }
  return { code: text, label: { zh: `${text} ${end.zh}`, en: `${text} ${end.en}` } }
}

function emptyColumn({ question, part, kind, title, marks, values }: Plan, rows: number): Column {
  const none = kind === 'many' ? noneOfMany : marks.length
  const away = kind === 'many' ? awayOfMany : marks.length + 1
  const Codes = kind === 'many' ? Uint32Array : away < 256 ? Uint8Array : Uint16Array
  const codes = new Codes(rows)
  const key = part === null ? question.code : `${question.code}/${part}`
  return { key, question: question.code, part, kind, title, marks, codes, none, away, values }
}

const positions = new WeakMap<readonly Mark[], Map<string, number>>()

function positionOf(column: Column, value: Answers[string] | undefined): number {
  if (value === undefined || typeof value === 'object') return column.none
  return lookup(column.marks).get(String(value)) ?? column.none
}

function bitsOf(value: Answers[string] | undefined, column: Column): number {
  if (!Array.isArray(value) || value.length === 0) return column.none
  const known = lookup(column.marks)
  let bits = 0
  for (const code of value) {
    const at = known.get(code)
    if (at !== undefined) bits |= 1 << at
  }
  return bits === 0 ? column.none : bits
}

function lookup(marks: readonly Mark[]): Map<string, number> {
  let known = positions.get(marks)
  if (known === undefined) {
    known = new Map(marks.map(({ code }, i) => [code, i]))
    positions.set(marks, known)
  }
  return known
}
