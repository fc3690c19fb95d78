// What the goals of themes can be measured by: each room's sources, gathered here, because the room of themes knows none of
// the rooms to its right.
import type { App } from './app.ts'
import { activitySources } from './activities/indicators.ts'
import { caseSources } from './cases/indicators.ts'
import { resourceSources } from './resources/indicators.ts'
import { surveySources } from './surveys/indicators.ts'
import type { IndicatorSource } from './themes/indicators.ts'

export function indicatorSources(app: App): IndicatorSource[] {
  return [...caseSources, ...surveySources(app), ...resourceSources(app), ...activitySources(app)]
}
