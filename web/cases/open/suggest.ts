// Which kinds of matter a sentence sounds like: the keywords of the categories, counted. A help for the hand, no verdict.
import type { OutputOf } from '#core/kit/contract.ts'
import type { listCategories } from '#core/places/contract.ts'

export type Category = OutputOf<typeof listCategories>['items'][number]

/** Kinds that can be chosen: the leaves of the tree that have a limit. */
export function leaves(categories: readonly Category[]): Category[] {
  const parents = new Set(categories.map(({ parent }) => parent))
  return categories.filter(({ code, limit }) => limit !== null && !parents.has(code))
}

/** Of a scanned thing the troubles of its kind stand first, also before a word is said. */
export function suggest(
  text: string,
  categories: readonly Category[],
  { most = 2, thing = null }: { most?: number; thing?: string | null } = {},
): Category[] {
  const heard = heardIn(text, categories)
  const ofThing =
    thing === null ? [] : leaves(categories).filter(({ things }) => things?.includes(thing))
  const both = heard.filter((one) => ofThing.includes(one))
  return [...new Set([...both, ...ofThing, ...heard])].slice(0, Math.max(most, ofThing.length))
}

function heardIn(text: string, categories: readonly Category[]): Category[] {
  const said = text.toLowerCase()
  if (said.trim().length < 2) return []
  const scored = leaves(categories).flatMap((category) => {
    const words = [...category.keywords, category.zh, category.en.toLowerCase()]
    const score = words.filter((word) => word.length > 1 && said.includes(word)).length
    return score === 0 ? [] : [{ category, score }]
  })
  scored.sort((a, b) => b.score - a.score || (a.category.code < b.category.code ? -1 : 1))
  return scored.map(({ category }) => category)
}

/** Grouped under their parents for the system's own list. */
export function optionsOf(categories: readonly Category[], lang: 'zh' | 'en') {
  const nameOf = new Map(categories.map((category) => [category.code, category[lang]]))
  return leaves(categories).map((category) => ({
    value: category.code,
    label: category[lang],
    group: nameOf.get(category.parent ?? '') ?? '',
  }))
}
