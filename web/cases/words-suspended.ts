// The list 挂账: what cannot be done now, why in public words, and when somebody looks again.
import type { Words } from '#core/kit/words.ts'

export const suspendedWords = {
  lead: {
    zh: '{n}件。先看最早要复查的；到了复查日期，件自己恢复办理。',
    en: '{n} cases, the next to be reviewed first. On its day of review a case goes on by itself.',
  },
  leadMore: {
    zh: '先列{n}件，下面还有。先看最早要复查的；到了复查日期，件自己恢复办理。',
    en: 'The first {n}, more below, the next to be reviewed first. On its day a case goes on by itself.',
  },
  within: { zh: '30天内复查', en: 'Review within 30 days' },
  matter: { zh: '事由与地点', en: 'Matter and place' },
  reason: { zh: '公开原因', en: 'Public reason' },
  condition: { zh: '恢复条件', en: 'Goes on when' },
  since: { zh: '挂账时间', en: 'Since' },
  review: { zh: '复查日期', en: 'Review on' },
  holder: { zh: '由谁负责', en: 'Responsible' },
  notGiven: { zh: '受理的社区（还没派遣）', en: 'The community’s desk (not dispatched)' },
  soon: { zh: '还有{n}天', en: 'in {n} days' },
  tomorrow: { zh: '明天', en: 'tomorrow' },
  today: { zh: '今天', en: 'today' },
  none: { zh: '现在没有挂账的件', en: 'Nothing is suspended' },
  noneThen: {
    zh: '确实办不了的件，写明公开原因和复查日期、经两人同意后，会列在这里。',
    en: 'What cannot be done now is listed here once two persons agreed on a public reason and a day of review.',
  },
} as const satisfies Record<string, Words>
