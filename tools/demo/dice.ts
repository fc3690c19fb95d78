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
  return new Sfc32(seed)
}

class Sfc32 implements Dice {
  private readonly seed: string
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(seed: string) {
    this.seed = seed
    ;[this.a, this.b, this.c, this.d] = hash128(seed)
    for (let warm = 0; warm < 12; warm += 1) this.next()
  }

  next(): number {
    const sum = (this.a + this.b + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }

  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(list: readonly T[]): T {
    return pickFrom(list, this.next())
  }

  weighed<T>(list: readonly (readonly [weight: number, value: T])[]): T {
    return weighedFrom(list, this.next())
  }

  lognormal(median: number, spread: number): number {
    return median * Math.exp(spread * normal(this.next(), this.next()))
  }

  for(part: string | number): Dice {
    return new Sfc32(`${this.seed}/${part}`)
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
