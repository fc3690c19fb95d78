// Borders as sums of directed sides. Grids that tile a community have borders that cancel out, each side against the
// same side walked the other way, and leave the community's own. What is left over is a gap or an overlap: exactly.
import { type Corner, type Loop, type Side, keyOf, sidesOf, turn } from './corners.ts'

/** What remains of the sides of `plus` when those of `minus` are taken away. */
export function sidesLeft(plus: readonly Loop[], minus: readonly Loop[] = []): Side[] {
  const left = new Map<string, { side: Side; times: number }>()
  const add = (from: Corner, to: Corner) => {
    const back = left.get(`${keyOf(to)},${keyOf(from)}`)
    if (back !== undefined && back.times > 0) {
      back.times -= 1
      return
    }
    const key = `${keyOf(from)},${keyOf(to)}`
    const known = left.get(key)
    if (known === undefined) left.set(key, { side: [from, to], times: 1 })
    else known.times += 1
  }
  for (const loop of plus) for (const [from, to] of sidesOf(loop)) add(from, to)
  for (const loop of minus) for (const [from, to] of sidesOf(loop)) add(to, from)
  return [...left.values()].flatMap(({ side, times }) => Array.from({ length: times }, () => side))
}

/** Joins sides to loops, none of which comes to a corner twice. Where several go on, the one that keeps the same inside. */
export function joinLoops(sides: readonly Side[]): Loop[] {
  const from = new Map<string, Side[]>()
  for (const side of sides) {
    const key = keyOf(side[0])
    from.set(key, [...(from.get(key) ?? []), side])
  }
  const loops: Loop[] = []
  for (const start of from.values())
    while (start.length > 0) loops.push(...walk(start.pop()!, from))
  return loops
}

function walk(first: Side, from: ReadonlyMap<string, Side[]>): Loop[] {
  const loops: Loop[] = []
  const path: Corner[] = [first[0]]
  let [before, at] = first
  for (;;) {
    const known = path.findIndex((corner) => corner[0] === at[0] && corner[1] === at[1])
    if (known >= 0) {
      const loop = path.splice(known)
      if (loop.length > 2) loops.push(loop)
      if (path.length === 0) return loops
    }
    path.push(at)
    const choices = from.get(keyOf(at)) ?? []
    const next = nextOf(before, at, choices)
    if (next === undefined) return loops
    choices.splice(choices.indexOf(next), 1)
    ;[before, at] = [at, next[1]]
  }
}

/** The first side met when turning right from the way back: between the two lies the inside. */
function nextOf(before: Corner, at: Corner, choices: readonly Side[]): Side | undefined {
  return choices.reduce<Side | undefined>(
    (best, side) =>
      best === undefined || isFurtherLeft(before, at, side[1], best[1]) ? side : best,
    undefined,
  )
}

/** Whether `a` is met before `b` when turning right from the way back to `before`. */
function isFurtherLeft(before: Corner, at: Corner, a: Corner, b: Corner): boolean {
  const half = (to: Corner) => {
    const side = turn(at, before, to)
    if (side === 0) {
      const ahead =
        (before[0] - at[0]) * (to[0] - at[0]) + (before[1] - at[1]) * (to[1] - at[1]) < 0
      return ahead ? 2 : 4
    }
    return side < 0 ? 1 : 3
  }
  const [ha, hb] = [half(a), half(b)]
  return ha !== hb ? ha < hb : turn(at, a, b) < 0
}
