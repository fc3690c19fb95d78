// Limits in words: a number with its unit. Apart from words.ts, since pages for phones seldom name one.
import type { Words } from '#core/kit/words.ts'
import type { LimitKind } from './clock.ts'

export const limitKindWords: Readonly<Record<LimitKind, Words>> = {
  URGENT_HOUR: { zh: '紧急工作时', en: 'urgent hours' },
  URGENT_DAY: { zh: '紧急工作日', en: 'urgent days' },
  WORK_HOUR: { zh: '工作时', en: 'work hours' },
  WORK_DAY: { zh: '工作日', en: 'work days' },
  NATURAL_DAY: { zh: '自然日', en: 'days' },
  WALL_HOUR: { zh: '自然时', en: 'hours' },
}

/** A number with its unit: one work day, two work days. Every such unit ends in the s that a single one loses. */
export const countWords = (n: number, { zh, en }: Words): Words => ({
  zh: `${n} ${zh}`,
  en: `${n} ${n === 1 ? en.replace(/s$/, '') : en}`,
})

export const limitWords = ({ kind, amount }: { kind: LimitKind; amount: number }): Words =>
  countWords(amount, limitKindWords[kind])
