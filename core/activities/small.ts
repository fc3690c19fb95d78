// What few people said is not shown: with ten or more it is, whole.
export const fewest = 10

export type FeedbackSums = {
  given: number
  good: number
  fair: number
  notForMe: number
  again: number
}

type Shown = { [K in keyof FeedbackSums]: number | null } & { hiddenBelow: number }

export function shownBelow(sums: FeedbackSums): Shown {
  if (sums.given >= fewest) return { ...sums, hiddenBelow: fewest }
  const given = sums.given === 0 ? 0 : null
  return { given, good: null, fair: null, notForMe: null, again: null, hiddenBelow: fewest }
}

/** People are at least so many; fewer than ten who agreed say nothing and may be recognised. */
export const peopleShown = (people: number): number | null => (people >= fewest ? people : null)
