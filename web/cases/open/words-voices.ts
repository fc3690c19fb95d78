// What neighbours read: is it this one, I am affected too, still broken.
import type { Words } from '#core/kit/words.ts'

export const voicesWords = {
  isItThis: { zh: '是不是这一件？', en: 'Is it this one?' },
  isItThisNote: {
    zh: '附近有人反映过，正在办。是同一件，按一下就加上您，不用再填。',
    en: 'Somebody near by reported it and it is in work. If it is the same, one press adds you; nothing else to fill in.',
  },
  metres: { zh: '约{n}米', en: 'about {n} m' },
  justHere: { zh: '就在这里', en: 'right here' },
  since: { zh: '{when} 反映', en: 'reported {when}' },
  look: { zh: '看看办到哪里了', en: 'See where it stands' },
  meToo: { zh: '我也遇到', en: 'I am affected too' },
  phoneOptional: { zh: '想接到电话就留一个', en: 'A number to be called at' },
  stillTitle: { zh: '还没好？', en: 'Still broken?' },
  stillNote: {
    zh: '住在附近、看到还没好，就说一声。结案15天内重新办；再晚的，另立一件接着办。位置只用来算一次距离，不留存。',
    en: 'If you live near by and see it is not right, say so. Within 15 days it is done again; later a new case goes on from it. Where you are is used once for the distance and not kept.',
  },
  stillWords: { zh: '看到的是什么情况', en: 'What you see' },
  still: { zh: '还没好', en: 'It is still broken' },
  asking: { zh: '正在看您离得多远', en: 'Looking how far away you are' },
  noPosition: {
    zh: '没有拿到位置。可以到现场再按，或者打电话、到社区说，我们替您记。',
    en: 'Your position is not known. Press again on the spot, or tell us by phone or at the counter and we write it down.',
  },
  tooFar: {
    zh: '您离得超过200米。到现场再按，或者打电话告诉我们。',
    en: 'You are more than 200 m away. Press again on the spot, or tell us by phone.',
  },
  joinedTitle: { zh: '您和邻居一起反映的', en: 'Reported by you and your neighbours' },
  joinedNote: {
    zh: '经过都写在这里。结案后您看到还没好，也在这里说。',
    en: 'How it goes stands here; if you see it is still broken after closing, say so here.',
  },
  mergedTitle: { zh: '和 {number} 是同一件事', en: 'The same matter as {number}' },
  mergedNote: {
    zh: '两件合起来办，这里是接下来的经过。结果会一样告诉您。',
    en: 'Both are handled together; this is how it goes on. You read the result here.',
  },
} as const satisfies Record<string, Words>
