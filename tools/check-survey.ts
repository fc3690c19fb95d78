// linli check survey: from the raw answers and weights of a published survey (FiveThirtyEight's on masculinity, CC BY
// 4.0) our tabulation makes the published table again, the hidden groups included, and says which part it could not
// match and why. The files are read from a folder beside the project and never part of it.
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Column } from '#core/surveys/columns.ts'
import { askedIn, cellAt, crossTab, noneOf, oneWay } from '#core/surveys/tabulate.ts'
import { readCsv } from '#server/kit/csv.ts'

/** The publisher left out groups of fewer. */
const groupMin = 100
/** Published as whole percentages; two halves of a rounding may fall either way. */
const tolerance = 0.5 + 1e-9

export type Block = {
  title: string
  columns: string[]
  cells: number
  agreeing: number
  /** Groups the publisher left out, and we too. */
  hidden: number
  why: string | null
}
export type SurveyCheck = { sheets: number; blocks: Block[] }

export const surveyFiles = (folder: string) => ({
  responses: join(folder, 'data', 'survey-masculinity-responses.csv'),
  published: join(folder, 'data', 'survey-masculinity-published.csv'),
})

export const sharedFolder = (): string => process.env['LINLI_SHARED'] ?? '../shared'

type Table = { headings: string[]; rows: string[][] }
type Published = { title: string; rows: { label: string; cells: string[] }[] }
type Group = { label: string; column: Column | null; mark: number }

export async function checkSurvey(folder: string): Promise<SurveyCheck> {
  const files = surveyFiles(folder)
  const [headings = [], ...rows] = await readAll(files.responses)
  const table = { headings, rows }
  const weightAt = headings.indexOf('weight')
  const weights = Float64Array.from(rows, (row) => Number(row[weightAt]))
  const published = await readAll(files.published)
  const groups = groupsOf(table, published)
  const questions = questionsOf(table)
  const used = new Set<string>()
  const blocks = blocksOf(published).map((block): Block => {
    const columns = questions.find((column) => !used.has(column.key) && fits(column, block))
    if (columns === undefined)
      return unmatched(block, 'no question of the answers has these options')
    used.add(columns.key)
    return compared(block, columns, groups, weights)
  })
  return { sheets: rows.length, blocks }
}

async function readAll(file: string): Promise<string[][]> {
  const rows: string[][] = []
  for await (const { cells } of readCsv(createReadStream(file))) rows.push(cells)
  return rows
}

/** The export lost its apostrophes and differs in spacing; letters and digits decide. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
const unselected = 'Not selected'
const notAsked = 'NA'
const noAnswer = plain('No answer')

function valuesAt({ rows }: Table, at: number): string[] {
  return [...new Set(rows.map((row) => row[at] ?? notAsked))].filter((value) => value !== notAsked)
}

/** Columns that share a stem and are ticked or not are one multiple choice; any other is a single choice. */
function questionsOf(table: Table): Column[] {
  const stems = new Map<string, number[]>()
  table.headings.forEach((heading, at) => {
    if (!/^q\d|^age3$/.test(heading)) return
    const values = valuesAt(table, at)
    const ticked = values.includes(unselected)
    const stem = ticked ? heading.replace(/_\d+$/, '') : heading
    stems.set(stem, [...(stems.get(stem) ?? []), at])
  })
  return [...stems].map(([stem, at]) =>
    at.length > 1 ? multiple(table, stem, at) : single(table, stem, at[0]!),
  )
}

function single(table: Table, key: string, at: number): Column {
  const values = valuesAt(table, at).filter((value) => plain(value) !== noAnswer)
  const column = blank(key, 'one', values, table.rows.length)
  table.rows.forEach((row, i) => {
    const value = row[at] ?? notAsked
    const position = values.indexOf(value)
    column.codes[i] = value === notAsked ? column.away : position < 0 ? column.none : position
  })
  return column
}

function multiple(table: Table, key: string, at: number[]): Column {
  const labels = at.map(
    (place) => valuesAt(table, place).find((value) => value !== unselected) ?? '',
  )
  const column = blank(key, 'many', labels, table.rows.length)
  table.rows.forEach((row, i) => {
    const asked = at.some((place) => row[place] !== notAsked)
    const bits = at.reduce(
      (sum, place, bit) => sum | (row[place] === labels[bit] ? 1 << bit : 0),
      0,
    )
    column.codes[i] = !asked ? column.away : bits === 0 ? column.none : bits
  })
  return column
}

function blank(key: string, kind: Column['kind'], labels: string[], rows: number): Column {
  const marks = labels.map((label) => ({ code: plain(label), label: { zh: label, en: label } }))
  const title = { zh: key, en: key }
  const shape = { key, question: key, part: null, kind, title, marks, values: null }
  return kind === 'many'
    ? { ...shape, codes: new Uint32Array(rows), none: 2 ** 30, away: 2 ** 31 }
    : { ...shape, codes: new Uint8Array(rows), none: labels.length, away: labels.length + 1 }
}

function blocksOf(published: string[][]): Published[] {
  const blocks: Published[] = []
  for (const [title = '', label = '', ...cells] of published.slice(2))
    if (title.trim() !== '') blocks.push({ title, rows: [] })
    else if (label.trim() !== '') blocks.at(-1)?.rows.push({ label, cells })
  return blocks
}

/** Two heading lines: what the groups are by, and each group. Everybody stands first. */
function groupsOf(table: Table, published: string[][]): Group[] {
  const [by = [], names = []] = published
  const heads: Group[] = [{ label: by[2] ?? '', column: null, mark: 0 }]
  const families = new Map<string, number[]>()
  let family = ''
  for (let at = 3; at < names.length; at++) {
    if ((by[at] ?? '') !== '') family = by[at]!
    families.set(family, [...(families.get(family) ?? []), at])
  }
  for (const [, places] of families) {
    const labels = places.map((at) => plain(names[at]!))
    const found = table.headings.findIndex((_, at) => {
      const values = valuesAt(table, at)
      return (
        values.length <= 10 &&
        labels.every((label) => values.some((value) => plain(value) === label))
      )
    })
    if (found < 0) throw new Error(`no column of the answers has the groups ${labels.join(', ')}`)
    const column = single(table, table.headings[found]!, found)
    for (const label of labels)
      heads.push({ label, column, mark: column.marks.findIndex(({ code }) => code === label) })
  }
  return heads
}

function fits(column: Column, block: Published): boolean {
  const labels = block.rows.map(({ label }) => plain(label)).filter((label) => label !== noAnswer)
  return (
    labels.length === column.marks.length &&
    labels.every((label) => column.marks.some(({ code }) => code === label))
  )
}

function unmatched({ title, rows }: Published, why: string): Block {
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell !== '').length
  return { title, columns: [], cells, agreeing: 0, hidden: 0, why }
}

function compared(
  block: Published,
  column: Column,
  groups: readonly Group[],
  weights: Float64Array,
): Block {
  const result: Block = {
    title: block.title,
    columns: [column.key],
    cells: 0,
    agreeing: 0,
    hidden: 0,
    why: null,
  }
  const everybody = oneWay(column, weights)
  const tables = groups.map((group) =>
    group.column === null ? everybody : crossTab(column, group.column, weights),
  )
  const faults: string[] = []
  for (const { label, cells } of block.rows) {
    const known = column.marks.findIndex(({ code }) => code === plain(label))
    const line = known < 0 ? noneOf(column) : known
    groups.forEach(({ label: name, column: by, mark }, g) => {
      const at = by === null ? 0 : mark
      const base = cellAt(tables[g]!, askedIn(column), at)
      const cell = (cells[g] ?? '').trim()
      if (base.n < groupMin) {
        if (cell === '') result.hidden += 1
        else faults.push(`${label}, ${name}: published, though only ${base.n} were asked`)
        return
      }
      if (cell === '') {
        faults.push(`${label}, ${name}: left out, though ${base.n} were asked`)
        return
      }
      result.cells += 1
      const ours = (100 * cellAt(tables[g]!, line, at).weight) / base.weight
      if (Math.abs(ours - Number(cell.replace('%', ''))) <= tolerance) result.agreeing += 1
      else faults.push(`${label}, ${name}: published ${cell}, ours ${ours.toFixed(2)}%`)
    })
  }
  if (result.cells === 0)
    result.why = `nothing was published: fewer than ${groupMin} were asked in every group`
  else if (faults.length > 0) result.why = faults.slice(0, 3).join('; ')
  return result
}

/** 0: everything published agrees. 1: something differs. 2: the files are not there. */
export async function checkSurveyCommand(folder = sharedFolder()): Promise<number> {
  const { responses, published } = surveyFiles(folder)
  if (!existsSync(responses) || !existsSync(published)) {
    console.error(
      `SKIPPED: ${responses} or ${published} is absent; set LINLI_SHARED to the folder with data/`,
    )
    return 2
  }
  const { sheets, blocks } = await checkSurvey(folder)
  const sum = (of: (block: Block) => number) => blocks.reduce((all, block) => all + of(block), 0)
  for (const { title, columns, cells, agreeing, hidden, why } of blocks) {
    const left = hidden === 0 ? '' : `, ${hidden} left out by the publisher and by us`
    console.log(
      `${columns.join() || '–'}  ${agreeing} of ${cells} cells${left}  ${title.slice(0, 70)}`,
    )
    if (why !== null) console.log(`    ${why}`)
  }
  const whole = blocks.filter(({ cells, agreeing }) => cells > 0 && cells === agreeing).length
  const [cells, agreeing] = [sum((block) => block.cells), sum((block) => block.agreeing)]
  console.log(
    `${sheets} answers: ${agreeing} of ${cells} published cells agree within rounding, ` +
      `${whole} of ${blocks.length} questions whole, ${sum((block) => block.hidden)} cells hidden on both sides`,
  )
  console.log('Data: FiveThirtyEight, masculinity survey, CC BY 4.0')
  return agreeing === cells ? 0 : 1
}
