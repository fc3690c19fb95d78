// Wrong guesses, counted for an hour per name that was guessed at: whoever has made too many waits, right or wrong.
// Kept in memory and bounded; the oldest are forgotten first.

export type Tries = {
  /** Whether no more may be tried on this name for now. */
  exhausted: (name: string) => boolean
  wrong: (name: string) => void
}

type Count = { count: number; since: number }

export function createTries(most: number, perMs: number, now: () => number, kept = 50_000): Tries {
  const counts = new Map<string, Count>()
  const live = (name: string): Count | null => {
    const held = counts.get(name)
    if (held === undefined) return null
    if (now() - held.since < perMs) return held
    counts.delete(name)
    return null
  }
  return {
    exhausted: (name) => (live(name)?.count ?? 0) >= most,
    wrong: (name) => {
      const held = live(name) ?? { count: 0, since: now() }
      const oldest = counts.keys().next()
      if (counts.size >= kept && !counts.has(name) && !oldest.done) counts.delete(oldest.value)
      counts.set(name, { ...held, count: held.count + 1 })
    },
  }
}
