// What a registered resident is told when a session changes. Says what holds now and what to do, nothing else.
import type { Words } from '#core/kit/words.ts'

export const tellingKinds = ['movedUp', 'moved', 'cancelled', 'reminder'] as const
export type TellingKind = (typeof tellingKinds)[number]

export const toldWords: Readonly<Record<TellingKind, Words>> = {
  movedUp: {
    zh: '“{title}”有位子了，{when}，{where}。您不用再做什么；来不了请退一下，让给后面的人。',
    en: 'There is a place for you at “{title}”, {when}, {where}. Nothing more to do; if you cannot come, please give it back for the next in line.',
  },
  moved: {
    zh: '“{title}”改到{when}，{where}。原因：{why}。您的位子还在；新的时间来不了，请退一下。',
    en: '“{title}” is now {when}, {where}. Reason: {why}. You keep your place; if the new time does not suit, please give it back.',
  },
  cancelled: {
    zh: '{when}的“{title}”停一次。原因：{why}。',
    en: '“{title}” on {when} does not take place. Reason: {why}.',
  },
  reminder: {
    zh: '“{title}”{when}，{where}。来不了没关系，请退一下，让给后面的人。',
    en: '“{title}” is {when}, {where}. If you cannot come, that is fine: please give the place back for the next in line.',
  },
}
