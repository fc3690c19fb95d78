// 减负: what the work asks of those who do it, from facts that are there anyway. Nobody is timed: how long a report takes
// is said from how much was typed, at the pace of a hand on a telephone (国办函〔2026〕12号 forbids counting time online).

import type { Move } from './move-names.ts'

/** Moves made by one press: nothing is written or chosen. */
export const pressedMoves = [
  'acceptDuty',
  'confirmOnward',
  'arrive',
] as const satisfies readonly Move[]

/** Characters of Chinese a minute, typed on a telephone. */
export const charactersPerMinute = 30

/** Minutes to one decimal. */
export const minutesOfTyping = (characters: number): number =>
  Math.round((characters / charactersPerMinute) * 10) / 10

/** What stands in a case and goes with it, so that the next one who holds it types none of it. */
export type Carried = {
  words: boolean
  address: boolean
  point: boolean
  photos: boolean
  contact: boolean
}

/** Fields that were not typed anew; the category and the number always go along. */
export const carriedFields = (c: Carried): number => 2 + Object.values(c).filter(Boolean).length

/** Times something was filled in, per member of staff and week; null without a single week or member. */
export function perWorkerWeek({
  typed,
  workers,
  days,
}: {
  typed: number
  workers: number
  days: number
}): {
  value: number | null
  workerWeeks: number
} {
  const workerWeeks = Math.round(((workers * days) / 7) * 10) / 10
  const value = workerWeeks === 0 ? null : Math.round((typed / workerWeeks) * 10) / 10
  return { value, workerWeeks }
}
