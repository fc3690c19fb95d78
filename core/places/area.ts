// An area of the tree: city, district, street, community, grid, micro-grid, or the levels of another country.
import { nextDate } from '#core/kit/time.ts'

export type Area = {
  readonly id: number
  readonly tree: string
  readonly code: string
  /** The name shown: official endings such as 居民委员会 are left off. */
  readonly name: string
  readonly officialName: string
  readonly nameEn: string | null
  readonly level: string
  readonly parentId: number | null
  /** Ids of all ancestors and its own, "/1/15/230/". */
  readonly path: string
  readonly kind: 'basic' | 'dedicated'
  readonly timeZone: string
  readonly validFrom: string
  readonly validTo: string | null
}

export type Level = {
  readonly tree: string
  readonly level: string
  readonly ordinal: number
  readonly zh: string
  readonly en: string
  readonly codePattern: string
  /** So many leading characters of a code are the code of its parent. */
  readonly parentLength: number | null
  readonly skips: boolean
}

/** 群慧村社区居民委员会 → 群慧村社区. A committee's seal carries the long form, nobody's tongue does. */
export function shownName(officialName: string): string {
  return officialName.replace(/(?<=.{2})(居民委员会|村民委员会|居委会|村委会)$/u, '')
}

export function idsOfPath(path: string): number[] {
  return path.split('/').flatMap((part) => (part === '' ? [] : [Number(part)]))
}

/** Whether the area of the second path lies in the subtree of the first, or is the same. */
export function holds(path: string, inner: string): boolean {
  return inner.startsWith(path)
}

export function isValidOn(
  dated: { validFrom: string; validTo: string | null },
  day: string,
): boolean {
  return dated.validFrom <= day && (dated.validTo === null || day < dated.validTo)
}

/** The day within its life that is nearest: the last one of what has ended, the first of what begins later. */
export function dayWithin(dated: { validFrom: string; validTo: string | null }, day: string) {
  if (day < dated.validFrom) return dated.validFrom
  if (dated.validTo === null || day < dated.validTo) return day
  return nextDate(dated.validTo, -1)
}

/** The level a code belongs to by its pattern; the topmost that fits, since a city's code also looks like a district's. */
export function levelOfCode(levels: readonly Level[], code: string): Level | null {
  const inOrder = [...levels].sort((a, b) => a.ordinal - b.ordinal)
  return inOrder.find((level) => new RegExp(level.codePattern).test(code)) ?? null
}
