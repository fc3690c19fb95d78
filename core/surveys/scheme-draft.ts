// How a way of weighting is put together by hand: each option of a question stands for one category of a known figure,
// and a category that no option names goes with one of them or with nobody who was asked. What touches is one group.
import type { Words } from '#core/kit/words.ts'
import type { SchemeGroup } from './weighting.ts'

type Named = { code: string; label: Words }

/** By option the category it stands for; by category the option it goes with, `null` for nobody who was asked. */
export type Links = { options: Record<string, string>; categories: Record<string, string | null> }

const same = (a: Named, b: Named) =>
  a.code === b.code || (a.label.zh !== '' && a.label.zh === b.label.zh)

/** What can be told from codes and labels alone. */
export function firstLinks(options: readonly Named[], categories: readonly Named[]): Links {
  const found = options.flatMap((option): [string, string][] => {
    const category = categories.find((each) => same(option, each))
    return category === undefined ? [] : [[option.code, category.code]]
  })
  return { options: Object.fromEntries(found), categories: {} }
}

/** Categories that no option stands for: where they belong is asked, not guessed. */
export function leftOver<C extends Named>(links: Links, categories: readonly C[]): C[] {
  const named = new Set(Object.values(links.options))
  return categories.filter(({ code }) => !named.has(code))
}

/** How many options still stand for nothing. */
export const unlinked = (links: Links, options: readonly Named[]): number =>
  options.filter(({ code }) => links.options[code] === undefined).length

export function groupsFrom(
  links: Links,
  options: readonly Named[],
  categories: readonly Named[],
): SchemeGroup[] {
  const groups: { options: Named[]; categories: string[] }[] = []
  for (const option of options) {
    const category = links.options[option.code]
    if (category === undefined) continue
    const known = groups.find((group) => group.categories.includes(category))
    if (known !== undefined) known.options.push(option)
    else groups.push({ options: [option], categories: [category] })
  }
  for (const { code } of leftOver(links, categories)) {
    const option = links.categories[code]
    groups
      .find((group) => group.options.some((each) => each.code === option))
      ?.categories.push(code)
  }
  return groups.map((group) => ({
    label: {
      zh: group.options.map(({ label }) => label.zh).join('、'),
      en: group.options.map(({ label }) => label.en || label.zh).join(', '),
    },
    options: group.options.map(({ code }) => code),
    categories: group.categories,
  }))
}
