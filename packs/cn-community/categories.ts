// The category tree a community in a Chinese city starts with. It is data: another city replaces this
// pack, and rows in use carry the dates from which they are valid.
import type { Category } from '#core/places/category.ts'
import { withOwnParticulars } from '#core/places/particulars.ts'
import { communityMatters } from './community-matters.ts'
import { components } from './components.ts'
import { events } from './events.ts'
import { particulars } from './particulars.ts'
import { things } from './things.ts'

export const categories: readonly Category[] = [...components, ...events, ...communityMatters].map(
  (category) => withThings(withOwnParticulars(category, particulars)),
)

/** The kinds of things that have such troubles; none, and nothing is written. */
function withThings(category: Category): Category {
  const kinds = Object.keys(things).filter((kind) => things[kind]?.includes(category.code))
  return kinds.length === 0 ? category : { ...category, things: kinds }
}

/** As it is put into a place: the version goes up with every change of its contents. */
export const cnCommunity = { name: 'cn-community', version: '3', categories }

/** What can be reported: everything without children. */
export function leafCategories(): Category[] {
  const parents = new Set(categories.map((each) => each.parent))
  return categories.filter((each) => !parents.has(each.code))
}
