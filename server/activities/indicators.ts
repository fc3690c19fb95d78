// What themes may measure goals by, from what took place: sessions held and person-times of a theme's own series.
import type { Words } from '#core/kit/words.ts'
import { nextDate } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import type { IndicatorSource } from '../themes/indicators.ts'
import { type HeldSums, heldIn } from './figures.ts'

/** `params.of` "community" counts everything that took place, else the theme's series; `params.kind` one kind alone. */
export const activitySources = (app: App): IndicatorSource[] => {
  const source = (key: string, words: Words, unit: Words, of: keyof HeldSums): IndicatorSource => ({
    key,
    words,
    unit,
    measure: async (tx, { areaPath, themeId, from, to, params }) => {
      const held = await heldIn(tx, {
        from,
        to: nextDate(to, -1),
        areaPath,
        themeId: params['of'] === 'community' ? null : themeId,
        kind: params['kind'] === undefined ? null : String(params['kind']),
        now: app.now(),
      })
      return { value: held[of] }
    },
  })
  return [
    source(
      'activities.sessions',
      { zh: '主题系列办了几场', en: 'Sessions held of the theme’s series' },
      { zh: '场', en: 'sessions' },
      'sessions',
    ),
    source(
      'activities.attendances',
      { zh: '主题系列的参加人次', en: 'Attendances at the theme’s series' },
      { zh: '人次', en: 'attendances' },
      'personTimes',
    ),
  ]
}
