// What urging and supervising are called on the screens of staff.
import type { Words } from '#core/kit/words.ts'

export const watchingWords = {
  heading: { zh: '催办与督办', en: 'Urged and supervised' },
  urged: { zh: '催过{n}次，最近{time}。', en: 'Urged {n} times, last {time}.' },
  byReporter: { zh: '其中反映人{n}次。', en: '{n} of them by the reporter.' },
  answerBy: { zh: '{time}前答复', en: 'answer by {time}' },
  unanswered: { zh: '该在{time}前答复', en: 'was to be answered by {time}' },
  answered: { zh: '{time}已答复', en: 'answered {time}' },
  answeredLate: { zh: '{time}答复，过了时间', en: 'answered {time}, late' },
  said: { zh: '答复：{answer}', en: 'Answer: {answer}' },
  words: { zh: '催什么', en: 'What should move' },
  who: { zh: '谁在催', en: 'Who urges' },
  forReporter: { zh: '代反映人 · ', en: 'For the reporter, ' },
  mine: { zh: '我来催', en: 'I do' },
  supervise: { zh: '要它做到什么', en: 'What is wanted' },
  by: { zh: '什么时候之前答复', en: 'Answer by' },
  which: { zh: '答复哪一次督办', en: 'Which supervision' },
  reply: { zh: '现在怎样，什么时候办好', en: 'How it stands, and when it is done' },
} as const satisfies Record<string, Words>

type Ask = { title: Words; says: Words; verb: Words }

export const watchingAsks = {
  urge: {
    title: { zh: '催一催这一件？', en: 'Urge it?' },
    says: {
      zh: '马上告诉承办的人和他的负责人，记进经过。表不变。',
      en: 'Whoever works on it and the head are told at once. No clock moves.',
    },
    verb: { zh: '催办', en: 'Urge' },
  },
  supervise: {
    title: { zh: '督办这一件？', en: 'Supervise it?' },
    says: {
      zh: '承办单位要在写明的时间前答复，答复送到您这里，全程留痕。表不变。',
      en: 'The holder owes an answer by the time given; it comes to you, and the trace stays. No clock moves.',
    },
    verb: { zh: '督办', en: 'Supervise' },
  },
  answerSupervision: {
    title: { zh: '怎么答复督办？', en: 'What is the answer?' },
    says: {
      zh: '答复送到督办的人那里，记进经过。',
      en: 'It goes to whoever supervises, and into the story.',
    },
    verb: { zh: '答复', en: 'Answer' },
  },
} as const satisfies Record<string, Ask>
