// The board of flows 三事分流: what is a public function, what neighbours settle together, what is one's own; by which law or
// rule, who does it, by when. Nothing is kept for it: every line is read from the categories and dated rules in force.
import type { Words } from '#core/kit/words.ts'
import type { Category } from '#core/places/category.ts'
import type { Matter, Tier } from './case.ts'
import { type Limit, type LoopRules, defaultLoopRules } from './rules.ts'

/** Only what can be chosen; what nobody has sorted yet belongs to no matter. */
export function leavesOf(categories: ReadonlyMap<string, Category>, unsorted: string): Category[] {
  const parents = new Set([...categories.values()].map((each) => each.parent))
  return [...categories.values()].filter(
    (each) => !parents.has(each.code) && each.code !== unsorted,
  )
}

/** The category's own law or rule, else that of the branch above it; null where the catalogue names none. */
export function basisOf(
  category: Category,
  categories: ReadonlyMap<string, Category>,
  steps = 8,
): Words | null {
  if (category.basis !== undefined) return category.basis
  const parent = category.parent === null ? undefined : categories.get(category.parent)
  return parent === undefined || steps === 0 ? null : basisOf(parent, categories, steps - 1)
}

/** The branch under which it stands: the nearest one above it. */
export const branchOf = (
  category: Category,
  categories: ReadonlyMap<string, Category>,
): Category | null => (category.parent === null ? null : (categories.get(category.parent) ?? null))

/** Who set the time: the place for this category, the catalogue, the place for its tier, or the usual of the tier. */
export const limitSources = ['placeCategory', 'catalogue', 'placeTier', 'usual'] as const
export type LimitSource = (typeof limitSources)[number]

export type LimitRows = {
  /** What the nearest area set for categories. */
  categoryLimits: unknown
  /** What it set of the loop. */
  loop: unknown
}

/** The promise and whose it is; an urgent kind runs by the limit for what is urgent. */
export function promiseOf(
  category: Category,
  rules: LoopRules,
  rows: LimitRows,
): { limit: Limit; from: LimitSource } {
  const own = category.limit
  if (own !== null)
    return {
      limit: own,
      from: names(rows.categoryLimits, category.code) ? 'placeCategory' : 'catalogue',
    }
  if (category.urgent)
    return {
      limit: rules.handleUrgent,
      from: names(rows.loop, 'handleUrgent') ? 'placeTier' : 'usual',
    }
  const byTier = (rows.loop as { handleByTier?: unknown } | undefined)?.handleByTier
  return {
    limit: rules.handleByTier[category.tier] ?? defaultLoopRules.handleByTier[category.tier],
    from: names(byTier, category.tier) ? 'placeTier' : 'usual',
  }
}

const names = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)

const levelOfTier: Readonly<Record<Tier, string>> = {
  T1: 'grid',
  T2: 'community',
  T3: 'street',
  T4: 'district',
  T5: 'city',
}

/** At which layer it is done. What is one's own is guided by the community, wherever its catalogue puts the tier. */
export const bodyLevel = (matter: Matter, tier: Tier): string =>
  matter === 'private' ? 'community' : levelOfTier[tier]
