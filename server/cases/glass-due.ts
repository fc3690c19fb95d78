// Until when a review is owed, by the working days and the rule of the place that answers for the case.
import { reviewDue } from '#core/cases/break-glass.ts'
import type { Ground } from './settings.ts'
import { settingsAt } from './settings.ts'
import type { GlassRow } from './store-glasses.ts'

type Owed = Pick<GlassRow, 'homeAreaId' | 'endsAt' | 'endedAt'>

export function reviewDueOf(app: Ground, glass: Owed): string {
  const { calendar, rules } = settingsAt(app, glass.homeAreaId, glass.endsAt)
  return reviewDue(glass, { calendar, days: rules.glassReviewDays })
}
