// The cold start: what the pack says about each category, read as if somebody had reported it.
import type { Category } from '#core/places/category.ts'
import type { Labelled } from './sample.ts'

type Told = Pick<Category, 'code' | 'parent' | 'zh' | 'en' | 'keywords' | 'filing'>

/** Only what can be chosen: categories with others below them are headings. */
export function seedsOf(categories: readonly Told[]): Labelled[] {
  const parents = new Set(categories.map(({ parent }) => parent))
  return categories
    .filter(({ code }) => !parents.has(code))
    .map(({ code, zh, en, keywords, filing }) => ({
      category: code,
      text: [zh, ...keywords, filing.zh, en, filing.en].join('。'),
    }))
}
