// Public rules for counts that could point at persons: under the smallest cell nothing is shown; and where one hidden
// number could be found by subtraction, the next smallest is hidden with it.

/** The counts with null for those that are not shown. Zero names nobody. */
export function withoutSmall(counts: readonly number[], min: number): (number | null)[] {
  const small = counts.flatMap((n, i) => (n > 0 && n < min ? [i] : []))
  const hidden = new Set(small)
  if (small.length === 1) {
    const [next] = counts
      .map((n, i) => ({ n, i }))
      .filter(({ n, i }) => n > 0 && !hidden.has(i))
      .toSorted((a, b) => a.n - b.n)
    if (next !== undefined) hidden.add(next.i)
  }
  return counts.map((n, i) => (hidden.has(i) ? null : n))
}
