// What the outbox says.
import type { Words } from '#core/kit/words.ts'

export const waitingWords = {
  outbox: { zh: '待发', en: 'Outbox' },
  nothingWaits: { zh: '没有待发的，都发出去了', en: 'Nothing waits: all of it has arrived' },
  nothingWaitsThen: {
    zh: '没有信号时做的每一步，先记在这里。',
    en: 'Steps made without a signal are kept here first.',
  },
  waitsFor: { zh: '等信号', en: 'waits for a signal' },
  sendNow: { zh: '现在就发', en: 'Send now' },
  read: { zh: '看到了，收起来', en: 'I have read it' },
  refusedBecause: { zh: '没有办成：{why}', en: 'Not done: {why}' },
  refusedNote: {
    zh: '没有办成的一步不会自己再发，这一件后面的也先停着。',
    en: 'A refused step is not sent again by itself, and later steps of its case wait.',
  },
  aboutNothing: { zh: '新上报', en: 'a new report' },
  withPhotos: { zh: '{n} 张照片', en: '{n} photos' },
} satisfies Record<string, Words>
