// The most a number can be, for somebody who solves: maximises one unknown under equations, none of them below none.
// Two phases of the simplex, by Bland's rule, so that it ends.

type Tableau = number[][]
const tiny = 1e-7

function pivot(t: Tableau, row: number, column: number): void {
  const by = t[row]![column]!
  t[row] = t[row]!.map((value) => value / by)
  for (const [r, line] of t.entries()) {
    const factor = line[column]!
    if (r === row || Math.abs(factor) < 1e-12) continue
    t[r] = line.map((value, c) => value - factor * t[row]![c]!)
  }
}

/** Lowers the last row's value; false where it has no end. */
function lower(t: Tableau, basis: number[], columns: number): boolean {
  const last = t.length - 1
  for (;;) {
    let column = -1
    for (let c = 0; c < columns && column < 0; c += 1) if (t[last]![c]! < -tiny) column = c
    if (column < 0) return true
    let row = -1
    let best = Infinity
    for (let r = 0; r < last; r += 1) {
      if (t[r]![column]! < tiny) continue
      const ratio = t[r]!.at(-1)! / t[r]![column]!
      if (ratio < best - tiny || (ratio < best + tiny && row >= 0 && basis[r]! < basis[row]!))
        [best, row] = [ratio, r]
    }
    if (row < 0) return false
    pivot(t, row, column)
    basis[row] = column
  }
}

/** An equation is its factors by unknown and its value. */
export type Equation = { factors: ReadonlyMap<number, number>; value: number }

/** From what to what the unknown may be. */
export function rangeOf(n: number, equations: readonly Equation[], i: number): [number, number] {
  const m = equations.length
  const t: Tableau = equations.map(({ factors, value }, r) => {
    const sign = value < 0 ? -1 : 1
    const line = Array.from<number>({ length: n + m + 1 }).fill(0)
    for (const [c, factor] of factors) line[c] = sign * factor
    line[n + r] = 1
    line[n + m] = sign * value
    return line
  })
  const cost = Array.from({ length: n + m + 1 }, (_, c) =>
    c >= n && c < n + m ? 0 : -t.reduce((sum, line) => sum + line[c]!, 0),
  )
  t.push(cost)
  const basis = equations.map((_, r) => n + r)
  lower(t, basis, n + m)
  if (Math.abs(t.at(-1)!.at(-1)!) > 1e-4) throw new Error('there is no answer to these equations')
  for (const [r, b] of basis.entries()) {
    const c = b < n ? -1 : t[r]!.slice(0, n).findIndex((value) => Math.abs(value) > tiny)
    if (c < 0) continue
    pivot(t, r, c)
    basis[r] = c
  }
  const best = (sign: 1 | -1) => {
    const own = t.slice(0, -1).filter((_, r) => basis[r]! < n)
    const at = basis.filter((b) => b < n)
    const goal = Array.from({ length: n + m + 1 }, (_, c) => (c === i ? sign : 0))
    const full = [...own.map((line) => [...line]), goal]
    for (const [r, b] of at.entries())
      if (Math.abs(goal[b]!) > 0)
        full[full.length - 1] = full.at(-1)!.map((v, c) => v - sign * full[r]![c]!)
    const bounded = lower(full, at, n)
    const row = at.indexOf(i)
    return bounded ? (row < 0 ? 0 : full[row]!.at(-1)!) : Infinity
  }
  return [best(1), best(-1)]
}
