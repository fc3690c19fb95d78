// What is said when a result is handed in.
import type { Words } from '#core/kit/words.ts'

export const handInWords = {
  handle: { zh: '交结果', en: 'Hand in the result' },
  whatDone: { zh: '做了什么', en: 'What was done' },
  whatDonePlaceholder: { zh: '一句话，比如“换了灯泡，亮了”', en: 'One sentence will do' },
  outcome: { zh: '结果', en: 'Result' },
  reporterTold: { zh: '已告诉反映人办好了', en: 'The reporter has been told' },
  handedIn: { zh: '交上去了，没经手的人会来核查。', en: 'Handed in. Somebody else will check it.' },
  keptBehind: {
    zh: '这一件前面还有一步没发出去，这一步排在它后面，在“待发”里。',
    en: 'An earlier step of this case has not gone yet; this one waits behind it in the outbox.',
  },
  gone: { zh: '这一件已经发出去了', en: 'This one has been sent' },
  goneThen: {
    zh: '编号已经有了，在“网格”里找到它，接着办。',
    en: 'It has its number now: find it under Grid and go on.',
  },
} satisfies Record<string, Words>
