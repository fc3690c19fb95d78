// From a decision to a programme: what must stand before it begins, how it goes on, and how far its goals have come.
import { type Interval as Share, wilson } from './score.ts'

export const themeStates = [
  'prepared',
  'pilot',
  'running',
  'evaluated',
  'continued',
  'ended',
] as const
export type ThemeState = (typeof themeStates)[number]

/** Tried first, judged, then carried on or ended; what runs on is judged again. */
const next: Readonly<Record<ThemeState, readonly ThemeState[]>> = {
  prepared: ['pilot', 'ended'],
  pilot: ['running', 'evaluated', 'ended'],
  running: ['evaluated', 'ended'],
  evaluated: ['continued', 'ended'],
  continued: ['evaluated', 'ended'],
  ended: [],
}

export const measureKinds = ['measure', 'zone', 'series', 'resource', 'budget'] as const
export type MeasureKind = (typeof measureKinds)[number]

export type Standing = {
  state: ThemeState
  /** The four parts of a theme community, and what it is judged by. */
  promise: string | null
  circle: string | null
  hasNeeds: boolean
  hasResources: boolean
  measures: number
  criteria: number
}

export type MoveRefusal =
  | 'wrong_state'
  | 'no_promise'
  | 'no_circle'
  | 'no_needs_evidence'
  | 'no_resource_evidence'
  | 'no_measures'
  | 'no_criteria'
  | 'not_evaluated'

/** What still lacks before it may begin: all four parts, and at least one goal to be judged by. */
export function whatLacks(standing: Standing): MoveRefusal[] {
  const lacks: [boolean, MoveRefusal][] = [
    [standing.promise === null, 'no_promise'],
    [standing.circle === null, 'no_circle'],
    [!standing.hasNeeds, 'no_needs_evidence'],
    [!standing.hasResources, 'no_resource_evidence'],
    [standing.measures === 0, 'no_measures'],
    [standing.criteria === 0, 'no_criteria'],
  ]
  return lacks.filter(([is]) => is).map(([, refusal]) => refusal)
}

/** `evaluated` is reached by recording an evaluation, by no other way. */
export function whyCannotMove(
  standing: Standing,
  to: ThemeState,
  by: 'move' | 'evaluation' = 'move',
): MoveRefusal | null {
  if (to === 'evaluated' && by === 'move') return 'not_evaluated'
  if (!next[standing.state].includes(to)) return 'wrong_state'
  return to === 'pilot' ? (whatLacks(standing)[0] ?? null) : null
}

export const nextStates = (state: ThemeState): readonly ThemeState[] => next[state]

/** Once it runs, its frame and criteria stand: a goal is changed by a new version with its reason. */
export const hasBegun = (state: ThemeState): boolean => state !== 'prepared'

export type Measured = {
  value: number
  low: number | null
  high: number | null
  num: number | null
  den: number | null
}

export type Reading = {
  value: number | null
  num?: number | null
  den?: number | null
  low?: number | null
  high?: number | null
}

/** A fraction gets its interval; a full count has none, because nothing was sampled. Under ten nothing is said. */
export function measuredOf(reading: Reading): Measured | null {
  if (reading.value === null) return null
  const [num, den] = [reading.num ?? null, reading.den ?? null]
  if (den !== null && den < 10) return null
  const known = reading.low != null && reading.high != null
  if (known)
    return { value: reading.value, low: reading.low ?? null, high: reading.high ?? null, num, den }
  if (num === null || den === null) return { value: reading.value, low: null, high: null, num, den }
  const { low, high }: Share = wilson(num / den, den)
  return { value: reading.value, low, high, num, den }
}

export type GoalAim = { up: boolean; target: number }

export function hasReached({ up, target }: GoalAim, now: Measured): boolean {
  return up ? now.value >= target : now.value <= target
}

/** The window a goal counts over: so many months, ending with the day it is due; before: as many, ending with the start. */
export function windowsOf(
  goal: { months: number; dueOn: string },
  startedOn: string | null,
  today: string,
): { now: { from: string; to: string }; before: { from: string; to: string } } {
  const began = startedOn ?? addMonths(goal.dueOn, -goal.months)
  const from = addMonths(goal.dueOn, -goal.months)
  const to = goal.dueOn < today ? goal.dueOn : today
  return {
    now: { from, to: to > from ? to : addDays(from, 1) },
    before: { from: addMonths(began, -goal.months), to: began },
  }
}

export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(at / 12), at - Math.floor(at / 12) * 12]
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate()
  return `${y}-${String(m + 1).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
