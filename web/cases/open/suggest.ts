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
    const words = [...category.keywords, category.zh]
    const found = words.filter((word) => word.length > 1 && said.includes(word)).length
    const score = found + inEnglish(category.en, said)
    return score === 0 ? [] : [{ category, score }]
  })
  scored.sort((a, b) => b.score - a.score || (a.category.code < b.category.code ? -1 : 1))
  return scored.map(({ category }) => category)
}

/** Keywords are Chinese: in English the words of the name count, the first of them most. “Lamps” is also said as “lamp”. */
function inEnglish(name: string, said: string): number {
  const heard = new Set(said.match(/[a-z]{3,}/g)?.map(bare))
  const words = name.toLowerCase().split(/[^a-z]+/)
  return words.reduce(
    (sum, word, i) => sum + (small.has(word) || !heard.has(bare(word)) ? 0 : 1 / (i + 1)),
    0,
  )
}

const bare = (word: string) => word.replace(/s$/, '')
const small = new Set(['', 'the', 'and', 'for', 'out', 'from', 'over', 'old', 'not', 'after'])

/** Grouped under their parents for the system's own list. */
export function optionsOf(categories: readonly Category[], lang: 'zh' | 'en') {
  const nameOf = new Map(categories.map((category) => [category.code, category[lang]]))
  return leaves(categories).map((category) => ({
    value: category.code,
    label: category[lang],
    group: nameOf.get(category.parent ?? '') ?? '',
  }))
}
