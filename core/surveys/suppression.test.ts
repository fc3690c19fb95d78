// Hidden cells stay hidden: the tests take what is published and try to find the rest, by sums over all tables.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Column } from './columns.ts'
import { type TableCounts, suppress } from './suppression.ts'
import { askedIn, awayOf, cellAt, crossTab, noneOf, oneWay } from './tabulate.ts'

const label = { zh: '', en: '' }
const threshold = 10

function one(key: string, marks: number, codes: number[]): Column {
  const names = Array.from({ length: marks }, (_, i) => ({ code: `${i}`, label }))
  const column = {
    key,
    question: key,
    part: null,
    kind: 'one' as const,
    title: label,
    marks: names,
  }
  return { ...column, codes: Uint8Array.from(codes), none: marks, away: marks + 1, values: null }
}
function many(key: string, marks: number, codes: number[]): Column {
  const column = one(key, marks, [])
  return { ...column, kind: 'many', codes: Uint32Array.from(codes), none: 2 ** 30, away: 2 ** 31 }
}

const alone = (row: Column): TableCounts => ({ row, group: null, tally: oneWay(row, null) })
const crossed = (row: Column, group: Column): TableCounts => ({
  row,
  group,
  tally: crossTab(row, group, null),
})
const repeat = (counts: number[]) =>
  counts.flatMap((n, code) => Array.from({ length: n }, () => code))

test('a small group is hidden, and the next smallest with it, since the sum is known', () => {
  const need = one('need', 4, repeat([4, 30, 12, 50]))
  const { hides } = suppress([alone(need)], { threshold })
  expect([0, 1, 2, 3].map((mark) => hides('need', mark))).toEqual([true, false, true, false])
})

test('two small groups that together are still small take a third', () => {
  const need = one('need', 4, repeat([2, 3, 40, 50]))
  const { hides } = suppress([alone(need)], { threshold })
  expect([0, 1, 2, 3].map((mark) => hides('need', mark))).toEqual([true, true, true, false])
})

test('nobody is no group, and an option of many is small as well when all but a few chose it', () => {
  const ways = many('ways', 3, [
    ...Array.from({ length: 60 }, () => 1),
    ...Array.from({ length: 4 }, () => 2),
  ])
  const { hides } = suppress([alone(ways)], { threshold })
  expect([0, 1, 2].map((mark) => hides('ways', mark))).toEqual([true, true, false])
})

test('a later publication keeps hidden what was hidden, and counts what was shown as known', () => {
  const codes = repeat([14, 30, 12, 50])
  const need = one('need', 4, codes)
  const sex = one(
    'sex',
    2,
    codes.map((_, i) => (i % 3 === 0 ? 0 : 1)),
  )
  const first = suppress([alone(need), alone(sex)], { threshold })
  expect(first.hidden.size).toBe(0)
  const second = suppress([alone(need), alone(sex), crossed(need, sex)], {
    threshold,
    known: first.shown,
    kept: first.hidden,
  })
  expect([...second.hidden].every((id) => id.includes('|'))).toBe(true)
  expect(second.hides('need', 0, 'sex', 0)).toBe(true)
  expect(second.hides('need', 0, 'sex', 1)).toBe(true)
})

/**
 * Everything an attentive reader can write down, as equations in the hidden cells alone, solved with fractions; and the
 * bounds of what is left, narrowed until they stand still. Knows nothing of how the hiding was chosen.
 */
function attack(tables: readonly TableCounts[], isHidden: (ids: Cell) => boolean) {
  const equations: { cells: Cell[]; signs: number[]; sum: number }[] = []
  const add = (members: { cell: Cell; sign: number; n: number }[], known: number) => {
    const dark = members.filter(({ cell }) => isHidden(cell))
    const lit = members.filter(({ cell }) => !isHidden(cell))
    const sum = known - lit.reduce((all, { sign, n }) => all + sign * n, 0)
    equations.push({
      cells: dark.map(({ cell }) => cell),
      signs: dark.map(({ sign }) => sign),
      sum,
    })
  }
  const lines = (column: Column) => [...column.marks.keys(), noneOf(column), awayOf(column)]
  for (const { row, group, tally } of tables) {
    if (group === null) {
      const rows = row.kind === 'one' ? [lines(row)] : []
      for (const own of rows)
        add(
          own.map((mark) => ({ cell: { row: row.key, mark }, sign: 1, n: cellAt(tally, mark).n })),
          cellAt(tally, askedIn(row)).n + cellAt(tally, awayOf(row)).n,
        )
      continue
    }
    const member = (mark: number, groupMark: number) => ({
      cell: { row: row.key, mark, group: group.key, groupMark },
      sign: 1,
      n: cellAt(tally, mark, groupMark).n,
    })
    const [rowAlone, groupAlone] = [oneWay(row, null), oneWay(group, null)]
    if (group.kind === 'one')
      for (const mark of lines(row))
        add(
          [
            ...lines(group).map((groupMark) => member(mark, groupMark)),
            { cell: { row: row.key, mark }, sign: -1, n: cellAt(rowAlone, mark).n },
          ],
          0,
        )
    if (row.kind === 'one')
      for (const groupMark of lines(group))
        add(
          [
            ...lines(row).map((mark) => member(mark, groupMark)),
            {
              cell: { row: group.key, mark: groupMark },
              sign: -1,
              n: cellAt(groupAlone, groupMark).n,
            },
          ],
          0,
        )
  }
  return solve(equations)
}
type Cell = { row: string; mark: number; group?: string; groupMark?: number }

function solve(equations: { cells: Cell[]; signs: number[]; sum: number }[]): string[] {
  const name = (cell: Cell) =>
    [`${cell.row}:${cell.mark}`, cell.group === undefined ? '' : `${cell.group}:${cell.groupMark}`]
      .toSorted()
      .join('|')
  const names = [...new Set(equations.flatMap(({ cells }) => cells.map(name)))]
  const rows = equations.map(({ cells, signs, sum }) => {
    const row = Array.from({ length: names.length + 1 }, () => 0)
    cells.forEach((cell, i) => (row[names.indexOf(name(cell))]! += signs[i]!))
    row[names.length] = sum
    return row
  })
  let top = 0
  for (let column = 0; column < names.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= top && Math.abs(row[column]!) > 1e-9)
    if (pivot < 0) continue
    ;[rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!]
    const factor = rows[top]![column]!
    rows[top] = rows[top]!.map((value) => value / factor)
    rows.forEach((row, i) => {
      if (i === top || Math.abs(row[column]!) < 1e-12) return
      const times = row[column]!
      rows[i] = row.map((value, c) => value - times * rows[top]![c]!)
    })
    top++
  }
  return [...byElimination(rows, names), ...byBounds(equations, name)]
}

function byElimination(rows: number[][], names: string[]): string[] {
  return rows.flatMap((row) => {
    const own = names.filter((_, i) => Math.abs(row[i]!) > 1e-9)
    return own.length === 1 ? own : []
  })
}

/** No count is below zero: does that alone leave a single value? */
function byBounds(
  equations: { cells: Cell[]; signs: number[]; sum: number }[],
  name: (cell: Cell) => string,
): string[] {
  const bounds = new Map<string, [number, number]>()
  for (const { cells } of equations) for (const cell of cells) bounds.set(name(cell), [0, 1e6])
  for (let round = 0; round < 60; round++)
    for (const { cells, signs, sum } of equations)
      cells.forEach((cell, i) => {
        let [low, high] = [sum, sum]
        cells.forEach((other, j) => {
          if (j === i) return
          const [from, to] = bounds.get(name(other))!
          low -= signs[j]! > 0 ? to : -from
          high -= signs[j]! > 0 ? from : -to
        })
        const own = bounds.get(name(cell))!
        const [from, to] = signs[i]! > 0 ? [low, high] : [-high, -low]
        bounds.set(name(cell), [Math.max(own[0], from), Math.min(own[1], to)])
      })
  return [...bounds].flatMap(([id, [low, high]]) => (high - low < 0.5 ? [id] : []))
}

/** What nobody chose at all, nobody chose in any group: that is no secret. */
function nobodyAtAll(tables: readonly TableCounts[], id: string): boolean {
  return tables.some(
    ({ row, group, tally }) =>
      group === null &&
      id.split('|').some((part) => {
        const [key, mark] = part.split(':')
        return key === row.key && cellAt(tally, Number(mark)).n === 0
      }),
  )
}

function smallOnes(tables: readonly TableCounts[]): Cell[] {
  return tables.flatMap(({ row, group, tally }) =>
    [...row.marks.keys(), noneOf(row)].flatMap((mark): Cell[] => {
      const isSmall = (n: number) => n > 0 && n < threshold
      if (group === null) return isSmall(cellAt(tally, mark).n) ? [{ row: row.key, mark }] : []
      return [...group.marks.keys(), noneOf(group)].flatMap((groupMark) =>
        isSmall(cellAt(tally, mark, groupMark).n)
          ? [{ row: row.key, mark, group: group.key, groupMark }]
          : [],
      )
    }),
  )
}

const people = fc.array(
  fc.tuple(
    fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4),
    fc.constantFrom(0, 0, 0, 1, 1, 2, 4),
    fc.constantFrom(0, 0, 0, 1, 1, 2),
    fc.integer({ min: 1, max: 7 }),
  ),
  { minLength: 40, maxLength: 260 },
)

test('whatever was answered, no hidden cell follows from everything that is shown', () => {
  fc.assert(
    fc.property(people, (answers) => {
      const need = one(
        'need',
        4,
        answers.map(([a]) => a),
      )
      const age = one(
        'age',
        3,
        answers.map(([, b]) => b),
      )
      const sex = one(
        'sex',
        2,
        answers.map(([, , c]) => c),
      )
      const ways = many(
        'ways',
        3,
        answers.map(([, , , d]) => d),
      )
      const tables = [
        ...[need, age, sex, ways].map(alone),
        crossed(need, age),
        crossed(need, sex),
        crossed(age, sex),
        crossed(ways, age),
        crossed(ways, sex),
      ]
      const found = suppress(tables, { threshold })
      const hides = ({ row, mark, group, groupMark }: Cell) =>
        found.hides(row, mark, group, groupMark)
      expect(attack(tables, hides).filter((id) => !nobodyAtAll(tables, id))).toEqual([])
      expect(smallOnes(tables).filter((cell) => !hides(cell))).toEqual([])
    }),
    { numRuns: 60 },
  )
})
