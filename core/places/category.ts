// What a category of matters asks: its limit, its proof, who may settle it on the spot. Contents come from a pack
// (packs/…) and are dated rows per place; no town is a branch in code.
import type { Words } from '#core/kit/words.ts'
import { type Particular, faultOfParticulars } from './particulars.ts'

export const limitKinds = [
  'URGENT_HOUR',
  'URGENT_DAY',
  'WORK_HOUR',
  'WORK_DAY',
  'NATURAL_DAY',
  'WALL_HOUR',
] as const
export type LimitKind = (typeof limitKinds)[number]

/** P 部件, things with an owner; E 事件, states of a place; C matters known only to a community. */
export type CategoryClass = 'P' | 'E' | 'C'

/** What nobody has sorted yet, in every pack: the duty person gives it its category when filing. */
export const unsortedCode = 'C99'

export type Category = {
  code: string
  parent: string | null
  class: CategoryClass
  zh: string
  en: string
  keywords: string[]
  /** When it may be filed, and when it counts as done: shown beside the tick. */
  filing: Words
  closing: Words
  /** Null: the limit of its tier. */
  limit: { kind: LimitKind; amount: number } | null
  tier: 'T1' | 'T2' | 'T3' | 'T4' | 'T5'
  section: 'party' | 'economy' | 'livelihood' | 'safety'
  evidence: EvidenceRule
  selfHandle: { fullTime: boolean; partTime: boolean }
  urgent: boolean
  matter: 'major' | 'minor' | 'private'
  openToPublic: boolean
  placePrecision: 'point' | 'stretch' | 'grid'
  /** Kinds of managed things that have such troubles, by code. */
  things?: string[]
  /** Asked beside it while somebody reports. */
  particulars?: Particular[]
  /** The law or rule by which it is sorted and done; of a branch, for everything below it. */
  basis?: Words
}

/** What a handing-in must bring before the round can close as solved. */
export type EvidenceRule = {
  text: boolean
  photoAfter: boolean
  photoBefore: boolean
  placeWithinM: number | null
  takenAfterDispatch: boolean
  onSite: boolean
}

/** Faults that would make a pack useless: found at loading, by code, so that its author can mend it. */
export function faultsOfPack(pack: readonly Category[]): string[] {
  const codes = new Map(pack.map((category) => [category.code, category]))
  const faults: string[] = []
  if (codes.size < pack.length) faults.push('a code is used twice')
  for (const category of pack) {
    if (!/^[A-Z][0-9A-Za-z-]{0,19}$/.test(category.code))
      faults.push(`${category.code}: not a code`)
    if (category.parent !== null && !codes.has(category.parent))
      faults.push(`${category.code}: parent ${category.parent} is not in the pack`)
    if (category.zh === '' || category.en === '') faults.push(`${category.code}: a name is missing`)
    if (category.limit !== null && !(category.limit.amount > 0))
      faults.push(`${category.code}: a limit must be more than nothing`)
    const asks = faultOfParticulars(category.particulars ?? [])
    if (asks !== null) faults.push(`${category.code}: its questions: ${asks}`)
    if (isUnderItself(category, codes)) faults.push(`${category.code}: lies under itself`)
  }
  return faults
}

/** By code: the limits a place gives instead of those of the pack. */
export type CategoryLimits = Readonly<Record<string, NonNullable<Category['limit']>>>

export function withOwnLimit<C extends Category | null>(category: C, limits: CategoryLimits): C {
  const limit = category === null ? undefined : limits[category.code]
  return limit === undefined ? category : { ...category, limit }
}

function isUnderItself(category: Category, codes: ReadonlyMap<string, Category>): boolean {
  const seen = new Set<string>()
  for (let at: Category | undefined = category; at !== undefined; at = codes.get(at.parent ?? '')) {
    if (seen.has(at.code)) return true
    seen.add(at.code)
  }
  return false
}
