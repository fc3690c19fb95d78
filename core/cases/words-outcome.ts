// How a matter ended, in words.
import type { Words } from '#core/kit/words.ts'
import type { Outcome } from './case.ts'

export const outcomeWords: Record<Outcome, Words> = {
  solved: { zh: '已解决', en: 'solved' },
  referred: { zh: '已转有权单位', en: 'referred to whoever is competent' },
  unfounded: { zh: '经查不属实', en: 'not found to be so' },
  guided: { zh: '已指引', en: 'guided' },
}
