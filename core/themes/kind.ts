// One row of the catalogue of themes: what it means, which answers ask for it, which resources can carry it, which
// groups of the population speak for it. Data of a place, never code.
import type { Words } from '#core/kit/words.ts'

/** `enough`: so many offers of this category within reach fill it; more of them change nothing. */
export type ResourceNeed = { category: string; weight: number; enough: number }

/** Categories of the known figure of that dimension, together; `full`: the share, in hundredths, that speaks with 100. */
export type GroupVoice = {
  dimension: string
  categories: readonly string[]
  name: Words
  full: number
}

export type ThemeKind = {
  code: string
  name: Words
  meaning: Words
  /** Codes of options of the survey's question that count for it. */
  needs: readonly string[]
  resources: readonly ResourceNeed[]
  groups: readonly GroupVoice[]
  /** False where an area does not offer what the areas above it do. */
  offered: boolean
}

export type KindFault = 'bad_code' | 'no_needs' | 'bad_resource' | 'bad_group' | 'repeats'

/** What is wrong with a kind as it was written, or null. */
export function faultOfKind(kind: ThemeKind): KindFault | null {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(kind.code)) return 'bad_code'
  if (!kind.offered) return null
  if (kind.needs.length === 0) return 'no_needs'
  if (kind.resources.some(({ weight, enough }) => !(weight > 0) || !(enough > 0)))
    return 'bad_resource'
  if (
    kind.groups.some(({ full, categories }) => !(full > 0 && full <= 100) || !areCodes(categories))
  )
    return 'bad_group'
  const repeats = (keys: string[]) => new Set(keys).size < keys.length
  return repeats([...kind.needs]) ||
    repeats(kind.resources.map(({ category }) => category)) ||
    repeats(kind.groups.map(({ dimension, categories }) => `${dimension} ${categories.join(' ')}`))
    ? 'repeats'
    : null
}

const areCodes = (codes: readonly string[]) =>
  codes.length > 0 && new Set(codes).size === codes.length

/** Rows of the areas up the path, top first: of one code the nearest decides; what it does not offer is left out. */
export function kindsInForce(rows: readonly { kind: ThemeKind }[]): ThemeKind[] {
  const byCode = new Map<string, ThemeKind>()
  for (const { kind } of rows) byCode.set(kind.code, kind)
  return [...byCode.values()].filter(({ offered }) => offered)
}
