// What may be chosen in a community: its grids, and the second level of categories of which anybody may read.
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { Category } from '#core/places/category.ts'
import type { App } from '../app.ts'
import { categoriesAt } from '../places/index-of-places.ts'

export const gridsOf = (app: App, area: Area): Area[] =>
  app.places.geography.children(area.id, localDate(app.now(), area.timeZone))

type Topic = { code: string; name: { zh: string; en: string } }

export function topicsAt(app: App, area: Area): Topic[] {
  const all = categoriesAt(app, area.path, app.now())
  const open = new Set(
    [...all.values()]
      .filter((category) => category.openToPublic)
      .flatMap((category) => chainOf(all, category.code)),
  )
  return [...all.values()]
    .filter(({ code, parent }) => open.has(code) && parent !== null && isTop(all, parent))
    .map(({ code, zh, en }) => ({ code, name: { zh, en } }))
}

const isTop = (all: ReadonlyMap<string, Category>, code: string) => all.get(code)?.parent === null

/** A category and what stands above it. */
export function chainOf(all: ReadonlyMap<string, Category>, code: string): string[] {
  const chain: string[] = []
  for (let at: string | null = code; at !== null; at = all.get(at)?.parent ?? null) {
    if (chain.includes(at)) break
    chain.push(at)
  }
  return chain
}
