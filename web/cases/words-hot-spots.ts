// The words of the page of repeat hot spots.
import type { Words } from '#core/kit/words.ts'

export const hotSpotWords = {
  title: { zh: '重复点位', en: 'Where the same comes back' },
  lead: {
    zh: '{days}天里，同一类事在同一地点（同一地址或50米内）立案三次以上。修一次不如治一处。',
    en: 'The same kind filed three times or more at one place (one address, or within 50 m) in {days} days. Mend the cause, not the case.',
  },
  toCockpit: { zh: '回驾驶舱', en: 'Back to the cockpit' },
  none: { zh: '没有反复出现的地方', en: 'Nothing comes back here' },
  noneThen: {
    zh: '同一地点三次同类事，就会列在这里。',
    en: 'Three of one kind at one place would stand here.',
  },
  times: { zh: '{n} 次', en: '{n} times' },
  between: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  open: { zh: '还在办 {n} 件', en: '{n} open' },
} as const satisfies Record<string, Words>
