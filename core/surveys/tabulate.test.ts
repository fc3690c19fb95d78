// Tables against the plainest way of counting, and the sums that must hold between their parts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, columnsOf } from './columns.ts'
import { everyCrossTab } from './every-cross-tab.ts'
import type { Answers, Question, Questionnaire } from './question.ts'
import { askedIn, awayOf, cellAt, crossTab, linesOf, noneOf, oneWay } from './tabulate.ts'

const words = (text: string) => ({ zh: text, en: text })
const options = (...codes: string[]) => codes.map((code) => ({ code, label: words(code) }))

function question(code: string, kind: Question['kind'], rest: Partial<Question> = {}): Question {
  return {
    code,
    kind,
    title: words(code),
    hint: null,
    purpose: words('why'),
    keepMonths: 12,
    required: false,
    options: [],
    rows: [],
    scale: null,
    pickMax: null,
    randomOrder: false,
    showIf: null,
    unit: null,
    least: null,
    most: null,
    ...rest,
  }
}

const town: Questionnaire = {
  title: words('Needs'),
  intro: words(''),
  sections: [
    {
      code: 's',
      title: words(''),
      note: null,
      showIf: null,
      questions: [
        question('works', 'single', { options: options('yes', 'no') }),
        question('ways', 'multiple', {
          options: options('bus', 'metro', 'foot'),
          showIf: { all: [{ question: 'works', has: ['yes'] }] },
        }),
        question('needs', 'ranking', {
          options: options('health', 'food', 'law', 'books'),
          pickMax: 2,
        }),
        question('centre', 'rating', {
          scale: { from: 1, to: 5, low: words('bad'), high: words('good') },
        }),
        question('how', 'matrix', {
          rows: options('lift', 'light'),
          options: options('ok', 'poor'),
        }),
        question('years', 'number'),
        question('say', 'longText'),
      ],
    },
  ],
}

const sheets = (list: Answers[]) => list.map((answers) => ({ answers, grid: null }))
const named = (columns: readonly Column[], key: string) =>
  columns.find((column) => column.key === key)!

test('a share of a multiple choice is of those asked, and whoever routing led past is in no base', () => {
  const { columns } = columnsOf(
    town,
    sheets([
      { works: 'yes', ways: ['bus', 'metro'] },
      { works: 'yes', ways: ['bus'] },
      { works: 'yes' },
      { works: 'no', ways: ['foot'] }, // changed his mind: the question was never asked of him
    ]),
  )
  const ways = named(columns, 'ways')
  const tally = oneWay(ways, null)
  expect([0, 1, 2].map((line) => cellAt(tally, line).n)).toEqual([2, 1, 0])
  expect(cellAt(tally, noneOf(ways)).n).toBe(1)
  expect(cellAt(tally, askedIn(ways)).n).toBe(3)
  expect(cellAt(tally, awayOf(ways)).n).toBe(1)
})

test('rankings, ratings and matrices have the columns they are read by', () => {
  const { columns, figures, texts } = columnsOf(
    town,
    sheets([
      { needs: ['food', 'law'], centre: 4, how: { lift: 'poor' }, years: 7, say: ' more light ' },
    ]),
  )
  const hits = Object.fromEntries(
    columns.map((column) => {
      const tally = oneWay(column, null)
      const marks = column.marks.filter((_, line) => cellAt(tally, line).n > 0)
      return [column.key, marks.map(({ code }) => code)]
    }),
  )
  expect(hits).toEqual({
    works: [],
    ways: [],
    'needs/first': ['food'],
    'needs/top': ['food', 'law'],
    centre: ['4'],
    'how/lift': ['poor'],
    'how/light': [],
  })
  expect([...figures[0]!.values]).toEqual([7])
  expect(texts.get('say')).toEqual([' more light '])
})

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const answersOf = fc.record({
  works: maybe(fc.constantFrom('yes', 'no')),
  ways: maybe(fc.subarray(['bus', 'metro', 'foot'])),
  needs: maybe(fc.shuffledSubarray(['health', 'food', 'law', 'books'], { maxLength: 2 })),
  centre: maybe(fc.integer({ min: 1, max: 5 })),
  how: maybe(fc.record({ lift: fc.constantFrom('ok', 'poor') })),
}) as unknown as fc.Arbitrary<Answers>
const world = fc.array(fc.tuple(answersOf, fc.constantFrom(0.3, 0.7, 1, 2.25)), {
  minLength: 1,
  maxLength: 300,
})

/** The plainest way: for each sheet, each option, each group. */
function plainly(row: Column, group: Column, weights: Float64Array): number[] {
  const member = (column: Column, code: number, line: number): boolean => {
    const asked = code !== column.away
    if (line === awayOf(column)) return !asked
    if (line === askedIn(column)) return asked
    if (line === noneOf(column)) return code === column.none
    if (!asked || code === column.none) return false
    return column.kind === 'one' ? code === line : ((code >>> line) & 1) === 1
  }
  const cells: number[] = []
  for (let r = 0; r < linesOf(row); r++)
    for (let g = 0; g < linesOf(group); g++) {
      const own = [...weights.keys()].filter(
        (i) => member(row, row.codes[i]!, r) && member(group, group.codes[i]!, g),
      )
      cells.push(
        own.length,
        own.reduce((sum, i) => sum + weights[i]!, 0),
        own.reduce((sum, i) => sum + weights[i]! ** 2, 0),
      )
    }
  return cells
}

test('counting bits, one pair at a time and the plainest counting give the same tables', () => {
  fc.assert(
    fc.property(world, (people) => {
      const { columns } = columnsOf(town, sheets(people.map(([answers]) => answers)))
      const weights = Float64Array.from(people, ([, weight]) => weight)
      const all = everyCrossTab(columns, weights)
      const counts = everyCrossTab(columns, null)
      columns.forEach((row, r) => {
        columns.forEach((group, g) => {
          if (g <= r) return
          const plain = plainly(row, group, weights)
          const near = (cells: Float64Array) =>
            cells.every((cell, i) => Math.abs(cell - plain[i]!) < 1e-9)
          expect(near(crossTab(row, group, weights).cells)).toBe(true)
          expect(near(all.find(r, g).cells)).toBe(true)
          expect(counts.find(r, g).cells.filter((_, i) => i % 3 === 0)).toEqual(
            Float64Array.from(plain.filter((_, i) => i % 3 === 0)),
          )
        })
      })
    }),
    { numRuns: 40 },
  )
})

test('the parts of every table make up its whole', () => {
  fc.assert(
    fc.property(world, (people) => {
      const { columns } = columnsOf(town, sheets(people.map(([answers]) => answers)))
      for (const row of columns) {
        const total = oneWay(row, null)
        const n = (line: number) => cellAt(total, line).n
        const asked = n(askedIn(row))
        const ticks = row.marks.reduce((sum, _, line) => sum + n(line), 0)
        expect(asked + n(awayOf(row))).toBe(people.length)
        // One choice: the parts are the base. A multiple choice: no option exceeds it, ticks may, and with silence they reach it.
        const most = Math.max(...row.marks.map((_, line) => n(line)))
        const all = ticks + n(noneOf(row))
        expect(row.kind === 'one' ? all === asked : most <= asked && all >= asked).toBe(true)
        for (const group of columns) {
          if (group.kind !== 'one' || group === row) continue
          const table = crossTab(row, group, null)
          for (let line = 0; line < linesOf(row); line++) {
            const groups = [...group.marks.keys(), noneOf(group), awayOf(group)]
            const across = groups.reduce((sum, g) => sum + cellAt(table, line, g).n, 0)
            expect(across).toBe(n(line))
          }
        }
      }
    }),
    { numRuns: 40 },
  )
})
