import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

/** One line per route: `page(() => import('#web/cases/CasePage.tsx'), 'CasePage')`. Each page is its own file on the wire. */
export function page<K extends string>(
  load: () => Promise<Record<K, ComponentType>>,
  name: K,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] }))
}

export type Place = { path: string; Page: ComponentType | LazyExoticComponent<ComponentType> }
