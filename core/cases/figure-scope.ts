// What a figure looks at: an area with all below it, a half-open period, and the settings of the place. A duty or a
// filing falls into a period here, and nowhere else.

import { toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import type { CaseHistory, RoundHistory } from './case-history.ts'

export type FigureArea = { code: string; parent: string | null }
/** Half-open: [from, to). */
export type Period = { from: Instant; to: Instant }

export type FigureSettings = {
  asOf: Instant
  smallCell: number
  basicallySatisfiedCounts: boolean
  repeatDays: number
}
export const defaultFigureSettings = {
  smallCell: 10,
  basicallySatisfiedCounts: true,
  repeatDays: 90,
}

/** What the figures of one area and period look at. */
export type Scope = {
  counted: readonly CaseHistory[]
  inPeriod: (at: number | null) => at is number
  asOf: number
  settings: FigureSettings
}

export function subtree(areas: readonly FigureArea[], top: string): Set<string> {
  const parentOf = new Map(areas.map((a) => [a.code, a.parent]))
  const covered = new Set([top])
  for (const { code } of areas) {
    const path: string[] = []
    let at: string | null = code
    while (at !== null && !covered.has(at)) {
      path.push(at)
      at = parentOf.get(at) ?? null
    }
    if (at !== null) for (const below of path) covered.add(below)
  }
  return covered
}

export function within(period: Period): (at: number | null) => at is number {
  const from = toMs(period.from)
  const to = toMs(period.to)
  return (at): at is number => at !== null && from <= at && at < to
}

export const filedIn = (scope: Scope): CaseHistory[] =>
  scope.counted.filter((c) => scope.inPeriod(c.filedAt))

export const roundsOf = (scope: Scope): RoundHistory[] => scope.counted.flatMap((c) => c.rounds)

/** A duty counts once decided: fulfilled, or its due has come. Late work cannot leave the month of its due. */
export const isDuty = (scope: Scope, due: number | null, fulfilledAt: number | null): boolean =>
  scope.inPeriod(due) && (fulfilledAt !== null || due <= scope.asOf)

export function tally(keys: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const key of keys.toSorted()) counted[key] = (counted[key] ?? 0) + 1
  return counted
}
