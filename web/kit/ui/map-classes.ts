// Five classes by natural breaks (Jenks), as whole numbers. Zero is no class: it stays paper.
/** The lowest value of each class, ascending; at most `classes` of them. */
export function naturalBreaks(counts: readonly number[], classes = 5): number[] {
  const values = counts.filter((n) => n > 0).sort((a, b) => a - b)
  const distinct = [...new Set(values)]
  if (distinct.length <= classes) return distinct
  const { sum, square } = prefixSums(values)
  const n = values.length
  const spread = (from: number, to: number) => {
    const total = (sum[to] ?? 0) - (sum[from] ?? 0)
    return (square[to] ?? 0) - (square[from] ?? 0) - (total * total) / (to - from)
  }
  // best[k][i]: least spread of the first i values in k classes; start[k][i]: where its last class begins.
  const best: number[][] = [[0]]
  const start: number[][] = [[]]
  for (let i = 1; i <= n; i++) best[0]![i] = Infinity
  for (let k = 1; k <= classes; k++) {
    best[k] = [Infinity]
    start[k] = [0]
    for (let i = 1; i <= n; i++) {
      let least = Infinity
      let at = k - 1
      for (let j = k - 1; j < i; j++) {
        if (j > 0 && values[j] === values[j - 1]) continue // equal values stay together
        const cost = (best[k - 1]?.[j] ?? Infinity) + spread(j, i)
        if (cost < least) {
          least = cost
          at = j
        }
      }
      best[k]![i] = least
      start[k]![i] = at
    }
  }
  const lows: number[] = []
  for (let k = classes, i = n; k > 0; k--) {
    i = start[k]?.[i] ?? 0
    lows.unshift(values[i] ?? 0)
  }
  return [...new Set(lows)]
}

function prefixSums(values: number[]) {
  const sum = [0]
  const square = [0]
  values.forEach((value, i) => {
    sum.push((sum[i] ?? 0) + value)
    square.push((square[i] ?? 0) + value * value)
  })
  return { sum, square }
}

/** 0 for none, then 1 to 5. */
export function classOf(count: number, lows: readonly number[]): number {
  let found = 0
  lows.forEach((low, i) => {
    if (count >= low) found = i + 1
  })
  // Few classes still use the whole scale from light to dark.
  return found === 0 || lows.length >= 5
    ? found
    : Math.round(1 + ((found - 1) * 4) / Math.max(lows.length - 1, 1))
}

export type ClassLabel = { shade: number; from: number; to: number | null }

export function classLabels(lows: readonly number[]): ClassLabel[] {
  return lows.map((low, i) => {
    const next = lows[i + 1]
    return { shade: classOf(low, lows), from: low, to: next === undefined ? null : next - 1 }
  })
}
