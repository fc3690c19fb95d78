// "Is it this one?": which open cases near by are offered while somebody types a report.

import type { Point } from '#core/places/geometry.ts'
import { metresBetween } from '#core/places/geometry.ts'
import type { Settings } from './rules.ts'

export type Near = {
  category: string
  point: Point | null
  grams: readonly string[]
  reportedAt: string
}

const parentOf = (category: string): string => category.split('-').slice(0, -1).join('-')

/** 'E04-06' and 'E04-99' are of one family, and so are a kind and its parts: who types names it only roughly. */
export const sameFamily = (a: string, b: string): boolean =>
  parentOf(a) === parentOf(b) || a.startsWith(`${b}-`) || b.startsWith(`${a}-`)

export const pairsOf = (grams: readonly string[]): Set<string> =>
  new Set(grams.filter((g) => [...g].length === 2))

/** Share of the shorter text's pairs that the other has too: 1 is the same words. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  const shorter = Math.min(one.size, other.size)
  if (shorter === 0) return 0
  return [...one].filter((g) => other.has(g)).length / shorter
}

/** A third of the pairs is much for two texts that nobody copied. */
const alike = 0.34

/** Is it this one? Near, and of the same kind or in like words. Likest first, then nearest. */
export function mostSimilar<T extends Near>(
  typed: { category: string | null; point: Point; grams: readonly string[] },
  cases: readonly T[],
  s: Pick<Settings, 'rules'>,
): { case: T; metres: number; sameKind: boolean }[] {
  return cases
    .flatMap((each) => {
      if (each.point === null) return []
      const metres = metresBetween(typed.point, each.point)
      const sameKind = typed.category !== null && sameFamily(typed.category, each.category)
      const like = likeness(typed.grams, each.grams)
      const offered = metres <= s.rules.similarMetres && (sameKind || like >= alike)
      return offered ? [{ case: each, metres, sameKind, like }] : []
    })
    .toSorted(
      (a, b) => Number(b.sameKind) - Number(a.sameKind) || b.like - a.like || a.metres - b.metres,
    )
    .slice(0, 3)
    .map(({ like: _like, ...rest }) => rest)
}
