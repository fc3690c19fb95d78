// What other rooms may measure goals by: how many offers lie within reach of an area on the last day of a span.
import type { Words } from '#core/kit/words.ts'
import { nextDate } from '#core/kit/time.ts'
import type { Tx } from '../kit/db.ts'
import { type WithReach, reachMetresAt, withinReach } from './reach.ts'

type Asked = { areaId: number; to: string; params: Record<string, string | number> }
type Source = {
  key: string
  words: Words
  unit: Words
  measure: (tx: Tx, asked: Asked) => Promise<{ value: number | null }>
}

/** `params.kind` counts one kind alone, `params.metres` another distance than the rule of the place. */
export const resourceSources = (app: WithReach): Source[] => [
  {
    key: 'resources.offersWithinReach',
    words: {
      zh: '够得着的服务项目（直线距离）',
      en: 'Offers within reach (in a straight line)',
    },
    unit: { zh: '项', en: 'offers' },
    measure: async (tx, { areaId, to, params }) => {
      const area = app.places.geography.get(areaId)
      const metres = Number(params['metres'] ?? reachMetresAt(app, area))
      const found = await withinReach(app, tx, { areaId, metres, on: nextDate(to, -1) })
      const counted = found.filter(
        ({ category }) => (params['kind'] ?? category.code) === category.code,
      )
      return { value: counted.reduce((sum, each) => sum + Math.max(1, each.offers.length), 0) }
    },
  },
]
