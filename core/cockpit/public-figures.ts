// Figures for anybody: what a small number would tell about persons is not there at all, not even for whoever subtracts.
// Laws: loop.md 7.1 (small cells, siblings). A part under ten is said as a bound of its rate, which tells no more.

import type { Tile } from './contract.ts'

export type Bound = 'exact' | 'atLeast' | 'atMost'
export type PublicRate = {
  /** Null: too few to say anything. */
  rate: number | null
  bound: Bound
  /** Null: under the small cell, or to be had by subtraction. */
  num: number | null
  den: number | null
}

const nothing: PublicRate = { rate: null, bound: 'exact', num: null, den: null }
const hundredths = (value: number, round: (n: number) => number) => round(value * 100) / 100

/** Between none and ten: it could be told whose. */
export const isSmall = (n: number, min: number): boolean => n > 0 && n < min

export function publicRate({ num, den }: { num: number; den: number }, min: number): PublicRate {
  if (den < min) return den === 0 ? { ...nothing, den: 0 } : nothing
  const [few, rest] = [isSmall(num, min), isSmall(den - num, min)]
  if (few && rest) return { ...nothing, den }
  if (few) return { rate: hundredths((min - 1) / den, Math.ceil), bound: 'atMost', num: null, den }
  if (rest) return { ...atLeast(den - min + 1, den), den }
  return { rate: Math.round((num / den) * 10_000) / 10_000, bound: 'exact', num, den }
}

const atLeast = (num: number, den: number) =>
  ({ rate: hundredths(num / den, Math.floor), bound: 'atLeast', num: null }) as const

/**
 * In time is a part of done: what was done late is their difference. Where that is small, the part in time is said as a
 * bound, for the whole is said already.
 */
export function publicPart(
  part: { num: number; den: number },
  whole: { num: number; den: number },
  min: number,
): PublicRate {
  const said = publicRate(part, min)
  if (said.rate === null || said.num === null || !isSmall(whole.num - part.num, min)) return said
  return { ...atLeast(whole.num - min + 1, part.den), den: part.den }
}

/** A number of cases. Zero names nobody. */
export const publicCount = (n: number, min: number): number | null => (isSmall(n, min) ? null : n)

/**
 * A total beside a list of which every entry can be looked up: what is not in the list is the difference, and where that is
 * small it would be told.
 */
export const publicTotal = (n: number, listed: number, min: number): number | null =>
  isSmall(n, min) || isSmall(n - listed, min) ? null : n

/** The counts with null for those that are not shown; one hidden alone takes the next smallest with it. */
export function withoutSmall(counts: readonly number[], min: number): (number | null)[] {
  const small = counts.flatMap((n, i) => (isSmall(n, min) ? [i] : []))
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

/** A line of months in steps of five hundredths: its shape is seen, no month can be counted back. */
export const publicPoints = (points: Tile['points']): Tile['points'] =>
  points.map((point) => (point === null ? null : Math.round(point * 20) / 20))

export const publicCounts = (points: Tile['points'], min: number): Tile['points'] =>
  points.map((point) => (point === null || isSmall(point, min) ? null : point))
