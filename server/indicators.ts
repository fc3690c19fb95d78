// What the goals of themes can be measured by: each room's sources, gathered here, because the room of themes knows none of
// the rooms to its right.
import type { App } from './app.ts'
import { caseSources } from './cases/indicators.ts'
import { resourceSources } from './resources/indicators.ts'
import type { IndicatorSource } from './themes/indicators.ts'

export function indicatorSources(app: App): IndicatorSource[] {
  return [...caseSources, ...resourceSources(app)]
}
