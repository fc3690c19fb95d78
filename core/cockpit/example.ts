// The example of the definitions page, counted by the very function that the cockpit's figures are held to. Which cases
// stand above and below a line is asked of the same function, one case at a time.

import { carriedFields, minutesOfTyping, perWorkerWeek } from '#core/cases/burden.ts'
import { type Figures, figure } from '#core/cases/figures.ts'
import { compositeScore } from '#core/cases/figures-answers.ts'
import type { JournalEntry } from '#core/cases/case-history.ts'
import type { TileKey } from './contract.ts'
import { exampleCases, exampleJournal } from './example-cases.ts'

export type Example = {
  value: number | null
  unit: 'rate' | 'cases' | 'minutes' | 'perCase' | 'points' | 'times' | 'fields'
  num: number | null
  den: number | null
  /** Which of the example's cases are counted above and below; a case twice where two of its rounds are. */
  above: number[]
  below: number[]
}

const areas = [{ code: 'grid', parent: null }]
const period = { from: '2026-03-01T00:00:00+08:00', to: '2026-04-01T00:00:00+08:00' }
/** Not hidden under ten: an example of hundreds would show nothing. */
const settings = {
  asOf: '2026-04-01T00:00:00+08:00',
  smallCell: 1,
  basicallySatisfiedCounts: true,
  repeatDays: 90,
}
const weights = { response: 1 / 3, solved: 1 / 3, satisfied: 1 / 3 }

const ask = (journal: readonly JournalEntry[]): Figures =>
  figure(areas, journal, { area: 'grid', period }, settings)

type Share = { num: number; den: number; rate: number | null }
const shares: Partial<Record<TileKey, (f: Figures) => Share>> = {
  '2': (f) => f.k2_selfHandled,
  '3a': (f) => f.k3_handled,
  '3b': (f) => f.k3_handledOnTime,
  '3c': (f) => f.k3_closed,
  '3d': (f) => f.k3_closedOnTime,
  '3e': (f) => f.k3_extended,
  '4a': (f) => f.k4_rework,
  '4b': (f) => f.k4_reopened,
  '7': (f) => f.k7_rightDispatch,
  '9a': (f) => f.k9_response,
  '9b': (f) => f.k9_solved,
  '9c': (f) => f.k9_satisfied,
  '10': (f) => f.k10_repeat,
  '11': (f) => f.k11_found,
  '12': (f) => f.k12_notDone,
  '13': (f) => f.k13_arrival,
}

export function exampleOf(key: TileKey): Example | null {
  const share = shares[key]
  return share === undefined ? (others[key]?.(ask(exampleJournal)) ?? null) : shareOf(key, share)
}

function shareOf(key: TileKey, of: (f: Figures) => Share): Example {
  const { num, den, rate } = of(ask(exampleJournal))
  const counted = membership(of, key === '10' ? alongside : alone)
  return { value: rate, unit: 'rate', num, den, ...counted }
}

const alone = (n: number) => exampleJournal.filter((entry) => entry.case === String(n))

/** What came back is known only beside the earlier one: all cases up to this one, and the count without it. */
const alongside = (n: number) => exampleJournal.filter((entry) => Number(entry.case) <= n)

function membership(
  of: (f: Figures) => Share,
  journalOf: (n: number) => readonly JournalEntry[],
): Pick<Example, 'above' | 'below'> {
  const isAlone = journalOf === alone
  const times = (n: number, part: 'num' | 'den') => {
    const is = of(ask(journalOf(n)))[part]
    return isAlone ? is : is - (n === 1 ? 0 : of(ask(journalOf(n - 1)))[part])
  }
  const listed = (part: 'num' | 'den') =>
    exampleCases.flatMap(({ n }) => Array.from({ length: Math.max(0, times(n, part)) }, () => n))
  return { above: listed('num'), below: listed('den') }
}

const lone = (
  value: number | null,
  unit: Example['unit'],
  more: Partial<Example> = {},
): Example => ({
  value,
  unit,
  num: null,
  den: null,
  above: [],
  below: [],
  ...more,
})

/** Cases whose own figure is not zero. */
const casesWith = (of: (f: Figures) => number): number[] =>
  exampleCases.flatMap(({ n }) => (of(ask(alone(n))) > 0 ? [n] : []))

const others: Partial<Record<TileKey, (f: Figures) => Example>> = {
  '1': ({ k1 }) =>
    lone(k1.reported, 'cases', {
      num: k1.filed,
      above: casesWith((f) => f.k1.filed),
      below: casesWith((f) => f.k1.reported),
    }),
  '5': ({ k5_minutes: { all } }) =>
    lone(all.median, 'minutes', { den: all.n, below: casesWith((f) => f.k5_minutes.all.n) }),
  '6': ({ k6_overdueOpen }) =>
    lone(k6_overdueOpen.total, 'cases', { below: casesWith((f) => f.k6_overdueOpen.total) }),
  '8': ({ k8_handovers: { num, den, perCase } }) =>
    lone(perCase, 'perCase', { num, den, below: casesWith((f) => f.k8_handovers.den) }),
  '9': (f) => {
    const score = compositeScore(f, weights)
    return lone(score === null ? null : Math.round(score * 1000) / 10, 'points')
  },
  '26a': () => {
    const { value, workerWeeks } = perWorkerWeek({ typed: 1260, workers: 42, days: 30 })
    return lone(value, 'times', { num: 1260, den: workerWeeks })
  },
  '26b': () => {
    const lamp = { words: true, address: true, point: true, photos: true, contact: true }
    const litter = { ...lamp, photos: false, contact: false }
    const num = carriedFields(lamp) * 2 + carriedFields(litter)
    return lone(Math.round((num / 3) * 10) / 10, 'fields', { num, den: 3 })
  },
  '26c': () => lone(minutesOfTyping(36), 'minutes', { num: 36 }),
}
