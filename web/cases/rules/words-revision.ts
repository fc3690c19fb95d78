// Applying a revised calendar to running work, as the rule keeper reads it.
import { calendarRefusals } from '#core/cases/words-refusals-calendar.ts'
import type { Words } from '#core/kit/words.ts'
import { ruleRefusals } from './words-rules.ts'

export const revisionWords = {
  open: { zh: '用到在办的件上', en: 'Apply to running work' },
  title: { zh: '把现在的日历用到在办的件上？', en: 'Apply this calendar to running work?' },
  says: {
    zh: '改了日历，在办的件不会自己变。这里只把到期改晚，不改早；每一件的流转记录里都会写上原因和新的到期，办的人和反映人都看得到。',
    en: 'A changed calendar moves nothing by itself. This makes dues later only, never earlier. Each case gets an entry with the reason and the new due, which whoever works on it and whoever reported it can read.',
  },
  verb: { zh: '改晚到期', en: 'Make them due later' },
  close: { zh: '知道了', en: 'All right' },
  counting: { zh: '正在算在办的件', en: 'Counting running work' },
  later: {
    zh: '{area}有{cases}件会改晚到期（{clocks}个时限）。',
    en: '{cases} cases in {area} would be due later ({clocks} limits).',
  },
  none: {
    zh: '{area}在办的件里，没有一件因现在的日历要改晚。',
    en: 'Nothing running in {area} would be due later by this calendar.',
  },
  earlier: {
    zh: '有{n}个时限按新日历会提前：不动，按原来答应的算。',
    en: '{n} limits would come earlier: they stay as promised.',
  },
  unknown: {
    zh: '有{n}个时限说不清当初按哪份日历算的：不动。',
    en: 'Of {n} limits nobody can tell which calendar they were counted with: they stay.',
  },
  incomplete: {
    zh: '在办的太多，一次先看五万个时限，用完再来一次。',
    en: 'Too much is running: fifty thousand limits are looked at, then do it again.',
  },
  reason: { zh: '为什么（大家都看得到）', en: 'Why (everybody can read it)' },
  reasonHint: { zh: '比如：防汛演练封桥', en: 'For example: bridge closed for a flood drill' },
  need: { zh: '还要写：为什么。', en: 'Still missing: why.' },
  done: {
    zh: '正在改{n}件的到期，一会儿就好。',
    en: '{n} cases are being made due later; it takes a moment.',
  },
} as const satisfies Record<string, Words>

export const revisionRefusals: Record<string, Words> = {
  ...ruleRefusals,
  ...calendarRefusals,
  reason_missing: revisionWords.need,
  calendar_changed: {
    zh: '日历刚刚又改过了。请关上重新看一遍再用。',
    en: 'The calendar was changed again meanwhile. Close this and look again first.',
  },
}
