// What a step says of itself that reached us long after it was taken.
import type { Words } from '#core/kit/words.ts'

export const madeWords = {
  madeAt: {
    zh: '没有信号时办的，手机记的是 {when}',
    en: 'done without a signal, by the phone’s clock at {when}',
  },
} satisfies Record<string, Words>
