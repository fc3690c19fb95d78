// How tiles come out of counted facts: one function, for the period, for last year's, and for each month of the past.
// Definitions: loop.md 7.2. Whoever changes one changes words in definitions.ts and the vectors too.

import { invalidReasons } from '#core/cases/case.ts'
import type { TallyFact } from '#core/cases/tallies.ts'
import type { Fraction, TileKey } from './contract.ts'

export type Facts = Readonly<Record<TallyFact, number>>

/** Duties of the period that are neither fulfilled nor due yet: in no denominator until they are decided. */
export type Undecided = {
  handle: number
  whole: number
  respond: number
  extended: number
  reworked: number
  called: number
}
export const noneUndecided: Undecided = {
  handle: 0,
  whole: 0,
  respond: 0,
  extended: 0,
  reworked: 0,
  called: 0,
}

export function fraction(num: number, den: number, smallCell: number): Fraction {
  const hidden = den < smallCell
  return {
    num,
    den,
    hidden,
    rate: hidden || den === 0 ? null : Math.round((num / den) * 10_000) / 10_000,
  }
}

const reportedFacts: readonly TallyFact[] = [
  'reported_grid_patrol',
  'reported_device',
  'reported_resident_web',
  'reported_resident_phone',
  'reported_counter',
  'reported_hotline_12345',
  'reported_upper_level',
  'reported_other_system',
]
const sum = (facts: Facts, keys: readonly TallyFact[]): number =>
  keys.reduce((n, key) => n + facts[key], 0)

export const reportedOf = (facts: Facts): number => sum(facts, reportedFacts)
export const filedOf = (facts: Facts): number => sum(facts, ['filed_p', 'filed_e', 'filed_c'])

type Counted = (f: Facts, u: Undecided) => { num: number; den: number }

/** Numerator and denominator of every rate. 1, 5, 6, 8 and the composite 9 are no rates. */
export const rates: Partial<Record<TileKey, Counted>> = {
  '2': (f) => ({ num: f.self_handled, den: filedOf(f) }),
  '3a': (f, u) => ({ num: f.handled, den: f.handle_due - u.handle }),
  '3b': (f, u) => ({ num: f.handled_on_time, den: f.handle_due - u.handle }),
  '3c': (f, u) => ({ num: f.closed, den: f.whole_due - u.whole }),
  '3d': (f, u) => ({ num: f.closed_on_time, den: f.whole_due - u.whole }),
  '3e': (f, u) => ({ num: f.extended - u.extended, den: f.handle_due - u.handle }),
  '4a': (f, u) => ({ num: f.reworked - u.reworked, den: f.whole_due - u.whole }),
  '4b': (f) => ({ num: f.closings_undone, den: f.closings }),
  '7': (f) => ({ num: f.first_dispatches_right, den: f.first_dispatches }),
  '9a': (f, u) => ({ num: f.responded, den: f.respond_due - u.respond }),
  '9b': (f) => ({ num: f.answered_solved, den: f.answered }),
  '9c': (f) => ({ num: f.satisfied, den: f.graded }),
  '11': (f) => ({ num: f.filed_found, den: f.filed_found + f.filed_said }),
  '12': (f) => ({ num: f.samples_not_done, den: f.sampled }),
  '13': (f, u) => ({ num: f.arrived_on_time, den: f.called - u.called }),
}

export function rateOf(
  key: TileKey,
  facts: Facts,
  undecided: Undecided,
  smallCell: number,
): Fraction | null {
  const counted = rates[key]?.(facts, undecided)
  return counted === undefined ? null : fraction(counted.num, counted.den, smallCell)
}

export type Weights = { responded: number; solved: number; satisfied: number }

/** 综合分: shown only if none of its three rates is hidden. */
export function composite(rates3: readonly (Fraction | null)[], w: Weights): number | null {
  const [a, b, c] = rates3.map((f) => f?.rate ?? null)
  if (a == null || b == null || c == null) return null
  return Math.round((w.responded * a + w.solved * b + w.satisfied * c) * 10_000) / 10_000
}

const reportParts = reportedFacts.map((fact) => ({
  key: fact.slice('reported_'.length).toUpperCase(),
  fact,
}))
const outcomeParts = ['solved', 'referred', 'unfounded', 'guided'].map((outcome) => ({
  key: outcome,
  fact: `closed_${outcome}` as TallyFact,
}))

const invalidParts = invalidReasons.map((reason) => ({
  key: reason,
  fact: `invalid_${reason}` as const,
}))

/** What a figure is made of, where that is worth showing: reports by source, filings by class, closings by outcome. */
export function partsOf(key: TileKey, facts: Facts): { key: string; count: number }[] {
  if (key === '1')
    return [
      ...reportParts.map(({ key: part, fact }) => ({ key: part, count: facts[fact] })),
      { key: 'P', count: facts.filed_p },
      { key: 'E', count: facts.filed_e },
      { key: 'C', count: facts.filed_c },
    ]
  if (key === '3c')
    return outcomeParts.map(({ key: part, fact }) => ({ key: part, count: facts[fact] }))
  // Call-backs that answered nothing stand beside the score, by reason, and in none of its rates.
  if (key === '9')
    return invalidParts.map(({ key: part, fact }) => ({ key: part, count: facts[fact] }))
  return []
}
