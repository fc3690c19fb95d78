// Every cross-tab of a survey, weighted and not: rows of bits beside the usual ways, which are an object per sheet
// counted question by question, and one pass over plain columns per pair. The answers of all three are compared.
import type { Column } from '#core/surveys/columns.ts'
import { everyCrossTab } from '#core/surveys/every-cross-tab.ts'
import { crossTab, linesOf } from '#core/surveys/tabulate.ts'
import { type BenchResult, rounded } from './result.ts'

const questions = 50

export async function benchTabulate(): Promise<BenchResult> {
  const town = survey(5140)
  const city = survey(1_000_000)
  for (let i = 0; i < 5; i++) everyCrossTab(town.columns, town.weights) // the first runs compile
  const townMs = bestOf(7, () => everyCrossTab(town.columns, town.weights))
  const townPlainMs = bestOf(3, () => everyCrossTab(town.columns, null))
  const cityMs = bestOf(3, () => everyCrossTab(city.columns, city.weights))
  const cityPlainMs = bestOf(3, () => everyCrossTab(city.columns, null))
  const rowsMs = bestOf(2, () => byObjects(town))
  const pairsMs = bestOf(3, () => byPairs(town))
  compare(town)
  return {
    name: 'tabulate',
    figures: {
      town: rounded(townMs),
      townUnweighted: rounded(townPlainMs),
      city: rounded(cityMs),
      cityUnweighted: rounded(cityPlainMs),
      tables: (questions * (questions - 1)) / 2,
    },
    units: {
      town: `ms: every cross-tab of 5,140 sheets × ${questions} questions, weighted, target 50`,
      townUnweighted: 'ms: the same, unweighted',
      city: `ms: every cross-tab of 1,000,000 sheets × ${questions} questions, weighted, target 1,500`,
      cityUnweighted: 'ms: the same, unweighted',
      tables: 'cross-tabs',
      objects: 'ms: 5,140 sheets as objects, counted question by question',
      pairs: 'ms: 5,140 sheets in columns, one pass per pair',
    },
    baseline: { objects: rounded(rowsMs), pairs: rounded(pairsMs) },
    ratio: rounded(rowsMs / townMs),
    note: '40 single choices of 3–6 options (6 of them routed), 10 multiple choices of 6; 48 kinds of weight; one thread; best of several runs.',
  }
}

type Survey = {
  columns: Column[]
  weights: Float64Array
  objects: Record<string, string | string[]>[]
}

function survey(rows: number): Survey {
  const dice = diceOf(20261124)
  const columns = Array.from({ length: questions }, (_, q): Column => {
    const many = q % 5 === 4
    const options = many ? 6 : 3 + (q % 4)
    const words = { zh: `q${q}`, en: `q${q}` }
    const marks = Array.from({ length: options }, (__, o) => ({ code: `o${o}`, label: words }))
    const [none, away] = many ? [2 ** 30, 2 ** 31] : [options, options + 1]
    const codes = many ? new Uint32Array(rows) : new Uint8Array(rows)
    for (let i = 0; i < rows; i++) {
      const chance = dice()
      if (q % 8 === 7 && chance < 0.3) codes[i] = away
      else if (chance > 0.97) codes[i] = none
      else
        codes[i] = many ? 1 + Math.floor(dice() * (2 ** options - 1)) : Math.floor(dice() * options)
    }
    const kind = many ? 'many' : 'one'
    return {
      key: `q${q}`,
      question: `q${q}`,
      part: null,
      kind,
      title: words,
      marks,
      codes,
      none,
      away,
      values: null,
    }
  })
  // Raking by age, sex and tenure, as a scheme of a community does: six, two and four categories.
  const effects = [6, 2, 4].map((size) => Array.from({ length: size }, () => 0.5 + dice()))
  const kind = (effect: number[]) => effect[Math.floor(dice() * effect.length)]!
  const weights = Float64Array.from({ length: rows }, () =>
    effects.reduce((all, effect) => all * kind(effect), 1),
  )
  return { columns, weights, objects: rows > 10_000 ? [] : objectsOf(columns, rows) }
}

function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function objectsOf(columns: readonly Column[], rows: number): Survey['objects'] {
  return Array.from({ length: rows }, (_, i) => {
    const sheet: Record<string, string | string[]> = {}
    for (const { key, kind, marks, codes, none, away } of columns) {
      const code = codes[i]!
      if (code === away) continue
      if (code === none) sheet[key] = []
      else if (kind === 'one') sheet[key] = marks[code]!.code
      else sheet[key] = marks.flatMap((mark, bit) => ((code >> bit) & 1 ? [mark.code] : []))
    }
    return sheet
  })
}

/** What a page would write first: for each pair of questions, for each sheet, a cell in a map of maps. */
function byObjects({ columns, weights, objects }: Survey): Map<string, number[]> {
  const cells = new Map<string, number[]>()
  for (const [r, row] of columns.entries())
    for (const group of columns.slice(r + 1))
      for (const [i, sheet] of objects.entries()) {
        const [a, b] = [sheet[row.key], sheet[group.key]]
        if (a === undefined || b === undefined) continue
        for (const x of Array.isArray(a) ? a : [a])
          for (const y of Array.isArray(b) ? b : [b]) {
            const key = `${row.key} ${x} ${group.key} ${y}`
            const cell = cells.get(key)
            const weight = weights[i]!
            if (cell === undefined) cells.set(key, [1, weight, weight * weight])
            else {
              cell[0]! += 1
              cell[1]! += weight
              cell[2]! += weight * weight
            }
          }
      }
  return cells
}

function byPairs({ columns, weights }: Survey): number {
  let tables = 0
  for (const [r, row] of columns.entries())
    for (const group of columns.slice(r + 1))
      tables += crossTab(row, group, weights).rows > 0 ? 1 : 0
  return tables
}

/** A figure measured on tables that differ is no figure. */
function compare(town: Survey): void {
  const all = everyCrossTab(town.columns, town.weights)
  const objects = byObjects(town)
  for (const [r, row] of town.columns.entries())
    for (const [after, group] of town.columns.slice(r + 1).entries()) {
      const packed = all.find(r, r + 1 + after)
      const plain = crossTab(row, group, town.weights)
      const same = packed.cells.every((cell, i) => Math.abs(cell - plain.cells[i]!) < 1e-6)
      const n = (a: number, b: number) => packed.cells[(a * linesOf(group) + b) * 3] ?? 0
      const counted = row.marks.every((x, a) =>
        group.marks.every(
          (y, b) =>
            n(a, b) === (objects.get(`${row.key} ${x.code} ${group.key} ${y.code}`)?.[0] ?? 0),
        ),
      )
      if (!same || !counted) throw new Error(`the tables of ${row.key} and ${group.key} differ`)
    }
}

function bestOf(times: number, work: () => unknown): number {
  let best = Infinity
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}
