// Deterministic chance for the demo world: the same seed gives the same world, on every machine.
// Not for secrets. The generator is sfc32, seeded through a string hash so that parts of the world can
// have dice of their own: what one part throws never shifts what another part gets.

export type Dice = {
  /** A fraction in [0, 1). */
  next(): number
  /** A whole number from a to b, both possible. */
  int(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the values, in proportion to its weight. */
  weighed<T>(list: readonly (readonly [weight: number, value: T])[]): T
  /** Skewed to the right like times people need: half of all throws lie under the median. */
  lognormal(median: number, spread: number): number
  /** Independent dice for a named part. */
  for(part: string | number): Dice
}

export function dice(seed: string): Dice {
  const next = generator(seed)
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int: between,
    chance: (share) => next() < share,
    pick: (list) => pickFrom(list, next()),
    weighed: (list) => weighedFrom(list, next()),
    lognormal: (median, spread) => median * Math.exp(spread * normal(next(), next())),
    for: (part) => dice(`${seed}/${part}`),
  }
}

function pickFrom<T>(list: readonly T[], at: number): T {
  const picked = list[Math.floor(at * list.length)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

function weighedFrom<T>(list: readonly (readonly [number, T])[], at: number): T {
  let left = at * list.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, value] of list) {
    left -= weight
    if (left < 0) return value
  }
  return pickFrom(list, 0.999_999)[1]
}

function normal(u: number, v: number): number {
  return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v)
}

function generator(seed: string): () => number {
  let [a, b, c, d] = hash128(seed)
  const next = (): number => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return next
}

/** Four 32-bit words from a text (cyrb128, public domain). */
function hash128(text: string): [number, number, number, number] {
  let [h1, h2, h3, h4] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762]
  for (let i = 0; i < text.length; i += 1) {
    const k = text.charCodeAt(i)
    h1 = h2 ^ Math.imul(h1 ^ k, 597_399_067)
    h2 = h3 ^ Math.imul(h2 ^ k, 2_869_860_233)
    h3 = h4 ^ Math.imul(h3 ^ k, 951_274_213)
    h4 = h1 ^ Math.imul(h4 ^ k, 2_716_044_179)
  }
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1]
}
