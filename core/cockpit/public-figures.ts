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

/** What is left out for the sake of others, reckoned over all areas at once (public-tree.ts). */
export type LeftOut = { num: boolean; den: boolean }
const nothingOut: LeftOut = { num: false, den: false }

export function publicRate(
  { num, den }: { num: number; den: number },
  min: number,
  out = nothingOut,
): PublicRate {
  if (den === 0 && !out.den) return { ...nothing, den: 0 }
  if (den < min || out.den) return nothing
  const [few, rest] = [isSmall(num, min), isSmall(den - num, min)]
  if (few && rest) return { ...nothing, den }
  if (few) return { rate: hundredths((min - 1) / den, Math.ceil), bound: 'atMost', num: null, den }
  if (rest) return { ...atLeast(den - min + 1, den), den }
  if (out.num) return { ...nothing, den }
  return { rate: Math.round((num / den) * 10_000) / 10_000, bound: 'exact', num, den }
}

const atLeast = (num: number, den: number) =>
  ({ rate: hundredths(num / den, Math.floor), bound: 'atLeast', num: null }) as const

/**
 * In time is a part of done: what was done late is their difference. Where that is small, the part in time is said as a
 * bound, if the whole is said already.
 */
export function publicPart(
  part: { num: number; den: number },
  whole: { num: number; den: number; out?: boolean },
  min: number,
  out = nothingOut,
): PublicRate {
  const said = publicRate(part, min)
  const exact = said.num !== null
  if (!exact || out.den || !isSmall(whole.num - part.num, min)) return publicRate(part, min, out)
  const wholeSaid = publicRate(whole, min, { num: whole.out ?? false, den: out.den })
  if (wholeSaid.num === null) return publicRate(part, min, out)
  return { ...atLeast(whole.num - min + 1, part.den), den: part.den }
}

/** A line of months in steps of five hundredths: its shape is seen, no month can be counted back. */
export const publicPoints = (points: Tile['points']): Tile['points'] =>
  points.map((point) => (point === null ? null : Math.round(point * 20) / 20))
