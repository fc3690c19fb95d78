// What other rooms may measure goals by: which share of a community gave an answer, with its interval, as asked by the
// latest survey of a span of days. Nobody's sheet leaves this room.
import type { Words } from '#core/kit/words.ts'
import type { App } from '../app.ts'
import type { Tx } from '../kit/db.ts'
import { sharesOf } from './results.ts'
import { listAskedIn } from './store.ts'

type Asked = { areaId: number; from: string; to: string; params: Record<string, string | number> }
type Reading = { value: number | null; low?: number; high?: number }
type Source = {
  key: string
  words: Words
  unit: Words
  measure: (tx: Tx, asked: Asked) => Promise<Reading>
}

const inHundredths = (share: number): number => Math.round(share * 1000) / 10

/** `params.question` and `params.option` by their codes; `params.survey` holds it to one survey. */
export const surveySources = (app: App): Source[] => [
  {
    key: 'surveys.answerShare',
    words: { zh: '问卷里选某一项的比例', en: 'Share of answers that pick an option' },
    unit: { zh: '%', en: '%' },
    measure: async (tx, { areaId, from, to, params }) => {
      const [question, option] = [String(params['question']), String(params['option'])]
      const asked = await listAskedIn(tx, { areaId, from, to })
      const pinned = params['survey'] ?? null
      for (const { id } of asked.filter((each) => pinned === null || each.id === pinned)) {
        const found = await sharesOf(app, tx, { surveyId: id, question })
        const share = found?.shares.find(({ code }) => code === option)?.share
        if (share === undefined) continue
        const [value, low, high] = [share.value, share.low, share.high].map(inHundredths)
        return { value: value!, low: low!, high: high! }
      }
      return { value: null }
    },
  },
]
