// Laws between levels and periods (loop.md 7.3) over journals made by chance: unlikely stories, but each move follows
// on its state, and an area is as often corrected, a case as often merged, undone or voided as the dice will have it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMs, toMs } from '#core/kit/time.ts'
import type { JournalEntry } from './case-history.ts'
import { figuresFrom, readJournal } from './figures.ts'
import type { Figures } from './figures.ts'
import type { Share } from './small-cells.ts'

const areas = [
  { code: 'S', parent: null },
  { code: 'C1', parent: 'S' },
  { code: 'C2', parent: 'S' },
  { code: 'G1', parent: 'C1' },
  { code: 'G2', parent: 'C1' },
]
const months = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((d) => `${d}T00:00:00Z`)
const quarter = { from: months[0]!, to: months[3]! }
const day = 86_400_000

/** Which moves may follow which, told loosely: enough to reach every branch of the fold. */
const next: Record<string, readonly string[]> = {
  report: ['accept', 'selfHandle', 'notAccept', 'correct', 'void'],
  notAccept: ['contestedAccept'],
  contestedAccept: ['dispatch'],
  accept: ['dispatch', 'guided', 'correct', 'merge', 'suspend'],
  guided: ['contestedAccept', 'rate'],
  selfHandle: ['close'],
  dispatch: [
    'contact',
    'handle',
    'onward',
    'reroute',
    'transfer',
    'suspend',
    'waitForReporter',
    'whistle',
    'grantExtension',
    'merge',
  ],
  onward: ['handle', 'reroute', 'transfer'],
  reroute: ['handle', 'transfer'],
  transfer: ['handle', 'contact'],
  whistle: ['arrive', 'handle'],
  arrive: ['arrive', 'handle'],
  suspend: ['resume', 'correct'],
  resume: ['handle', 'dispatch'],
  waitForReporter: ['answer'],
  answer: ['handle', 'dispatch'],
  merge: ['unmerge'],
  unmerge: ['dispatch', 'handle'],
  grantExtension: ['handle', 'grantExtension'],
  contact: ['handle', 'correct'],
  correct: ['accept', 'dispatch', 'handle'],
  handle: ['checkFail', 'close'],
  checkFail: ['handle', 'onward'],
  close: ['confirm', 'object', 'reopen', 'rate', 'callback', 'sampleCheck', 'void'],
  confirm: ['rate', 'callback', 'reopen', 'sampleCheck'],
  rate: ['callback', 'rate', 'reopen'],
  callback: ['sampleCheck', 'reopen', 'object'],
  sampleCheck: ['reopen'],
  reopen: ['dispatch'],
  object: ['dispatch'],
  void: [],
}

const die = fc.nat(999)
const stories = fc.array(
  fc.record({
    start: fc.nat(95),
    throws: fc.array(fc.tuple(die, die, die), { maxLength: 24, size: 'max' }),
  }),
  { maxLength: 30, size: 'max' },
)
type Throw = [number, number, number]
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!

function entryOf(number: string, move: string, ms: number, [a, b, c]: Throw): JournalEntry {
  const at = fromMs(ms)
  const due = (n: number) => (n % 5 === 0 ? null : fromMs(ms + ((n % 20) - 1) * day))
  const base = { at, case: number, move }
  const dues = { handleDue: due(a), wholeDue: due(b) }
  const filedIn = pick(areas, b).code
  switch (move) {
    case 'report':
      return {
        ...base,
        source: pick(['GRID_PATROL', 'RESIDENT_WEB', 'OTHER_SYSTEM'], a),
        category: pick(['E04-06', 'P01-01'], b),
        place: pick(['p', 'q', 'r'], c),
        filedIn,
      }
    case 'accept':
    case 'reopen':
    case 'object':
      return {
        ...base,
        wholeDue: due(b),
        tier: pick(['T2', 'T3'], c),
        by: pick(['reporter', 'neighbour', 'sample'], a),
      }
    case 'contestedAccept':
      return { ...base, move: 'accept', via: 'contest', wholeDue: due(b) }
    case 'guided':
      return { ...base, move: 'triage', matter: 'PRIVATE' }
    case 'dispatch':
      return { ...base, ...dues, respondDue: due(c), leg: 'L1' }
    case 'onward':
      return { ...base, move: 'dispatch', parent: 'L1', leg: `L${c}` }
    case 'reroute':
      return {
        ...base,
        fromLeg: pick(['L1', 'L2'], a),
        outcome: pick(['upheld', 'wrong_dispatch'], b),
      }
    case 'transfer':
      return { ...base, fromLeg: pick(['L1', 'L2'], a), reason: pick(['wrong_unit', 'other'], b) }
    case 'whistle':
      return { ...base, whistle: 'W', units: ['u', 'v'], meetBy: fromMs(ms + (a % 10) * 3_600_000) }
    case 'arrive':
      return { ...base, whistle: 'W', unit: pick(['u', 'v'], a) }
    case 'callback':
      return {
        ...base,
        valid: a % 3 > 0,
        solved: b % 2 > 0,
        grade: c % 2 > 0 ? (c % 5) + 1 : null,
        reason: 'x',
      }
    case 'rate':
      return { ...base, grade: (a % 5) + 1 }
    case 'sampleCheck':
      return { ...base, judgement: pick(['done', 'not_done'], a) }
    case 'correct':
      return { ...base, filedIn }
    default:
      return [
        'suspend',
        'resume',
        'waitForReporter',
        'answer',
        'unmerge',
        'grantExtension',
      ].includes(move)
        ? { ...base, ...dues }
        : base
  }
}

const journals = stories.map((told) => {
  const entries = told.flatMap(({ start, throws }, i) => {
    let ms = toMs(months[0]!) + start * day
    let move = 'report'
    const story = [entryOf(`K${i}`, move, ms, [start, start >> 1, start >> 2])]
    for (const dice of throws) {
      const choices = next[move]!
      if (choices.length === 0) break
      move = pick(choices, dice[0])
      ms += (dice[1] % 40) * 3_600_000
      story.push(entryOf(`K${i}`, move, ms, dice))
    }
    return story
  })
  return entries.toSorted((a, b) => toMs(a.at) - toMs(b.at))
})
const readings = fc
  .record({ journal: journals, asOfDay: fc.nat(110) })
  .map(({ journal, asOfDay }) =>
    readJournal(areas, journal, {
      asOf: fromMs(toMs(months[0]!) + asOfDay * day),
      smallCell: 10,
      basicallySatisfiedCounts: true,
      repeatDays: 90,
    }),
  )

/** Every number that may be added, by its path; rates, medians and flags are not. */
function counts(figures: Figures, without: readonly string[] = []): Record<string, number> {
  const found: Record<string, number> = {}
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number' && !/\.(rate|median|p90|perCase)$/.test(path)) found[path] = value
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`)
    }
  }
  for (const [name, value] of Object.entries(figures))
    if (!without.includes(name)) walk(value, name)
  return found
}

function sum(parts: readonly Record<string, number>[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const part of parts)
    for (const [key, n] of Object.entries(part)) total[key] = (total[key] ?? 0) + n
  return total
}
const withoutZeros = (of: Record<string, number>) =>
  Object.fromEntries(Object.entries(of).filter(([, n]) => n !== 0))

test('a parent is the sum of its children and of what is filed directly with it', () => {
  fc.assert(
    fc.property(
      readings,
      fc.constantFrom(quarter, { from: months[1]!, to: months[2]! }),
      (reading, period) => {
        const of = (area: string) => counts(figuresFrom(reading, { area, period }))
        // What is filed directly with an area is that area without any below it.
        const directly = (area: string) =>
          counts(
            figuresFrom(
              { ...reading, areas: areas.filter((a) => a.code === area) },
              { area, period },
            ),
          )
        expect(withoutZeros(of('S'))).toEqual(
          withoutZeros(sum([of('C1'), of('C2'), directly('S')])),
        )
        expect(withoutZeros(of('C1'))).toEqual(
          withoutZeros(sum([of('G1'), of('G2'), directly('C1')])),
        )
      },
    ),
    { numRuns: 150 },
  )
})

test('a quarter is the sum of its months, but for hand-overs per case and the snapshots', () => {
  const not = ['k6_overdueOpen', 'suspendedOpen', 'k8_handovers']
  fc.assert(
    fc.property(readings, fc.constantFrom('S', 'C1'), (reading, area) => {
      const of = (from: number, to: number) =>
        counts(
          figuresFrom(reading, { area, period: { from: months[from]!, to: months[to]! } }),
          not,
        )
      expect(withoutZeros(of(0, 3))).toEqual(withoutZeros(sum([of(0, 1), of(1, 2), of(2, 3)])))
    }),
    { numRuns: 150 },
  )
})

test('entries after asOf change nothing', () => {
  fc.assert(
    fc.property(readings, (reading) => {
      const { asOf } = reading.settings
      const cut = reading.journal.filter((e) => toMs(e.at) <= toMs(asOf))
      const asked = { area: 'S', period: quarter }
      const known = figuresFrom(readJournal(areas, cut, reading.settings), asked)
      expect(figuresFrom(reading, asked)).toEqual(known)
    }),
    { numRuns: 100 },
  )
})

test('no numerator exceeds its denominator, and none on time exceeds those done', () => {
  fc.assert(
    fc.property(readings, (reading) => {
      const f = figuresFrom(reading, { area: 'S', period: quarter })
      const shares = Object.values(f).filter((v) => typeof v === 'object' && 'rate' in v) as Share[]
      expect(shares.filter((each) => each.num > each.den)).toEqual([])
      expect(f.k3_handledOnTime.num).toBeLessThanOrEqual(f.k3_handled.num)
      expect(f.k3_closedOnTime.num).toBeLessThanOrEqual(f.k3_closed.num)
      expect(f.k5_minutes.all.n).toBe(
        Object.values(f.k5_minutes.byTier).reduce((n, t) => n + t.n, 0),
      )
    }),
    { numRuns: 100 },
  )
})
