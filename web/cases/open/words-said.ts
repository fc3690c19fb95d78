// What a reporter is asked and can say on the page of a report.
import type { Words } from '#core/kit/words.ts'

export const saidWords = {
  answerBy: { zh: '请在 {when} 前答复', en: 'Please answer before {when}' },
  done: { zh: '办好了', en: 'It is done' },
  notDone: { zh: '没办好', en: 'It is not done' },
  ifSilent: {
    zh: '不答复会记作“未回应”，不算您认可。没办好，说一句哪里不对，就退回重办，不会给您带来麻烦。',
    en: 'No answer is noted as no answer, not as your agreement. If it is not done, say what is wrong: it goes back to be done again, without any trouble for you.',
  },
  whatIsWrong: { zh: '哪里没办好', en: 'What is not right' },
  sendObjection: { zh: '退回重办', en: 'Send it back' },
  objectMeans: {
    zh: '按下以后，这一件重新开始办，期限重新算。',
    en: 'It is then done again, with a new limit.',
  },
  back: { zh: '先不退', en: 'Not now' },
  rateTitle: { zh: '办得怎么样', en: 'How well was it handled' },
  rateNote: {
    zh: '评的是这一件，不评人。只有合起来的数会公开。',
    en: 'It rates this case, not a person. Only totals are published.',
  },
  rated: { zh: '您评的是“{grade}”，可以改。', en: 'You said: {grade}. You can change it.' },
  sendRate: { zh: '就这样评', en: 'Give this grade' },
  urgeTitle: { zh: '还没动静？催一催', en: 'Nothing moves? Urge it' },
  urgeNote: {
    zh: '您的话马上告诉办的人和他们的负责人。每个工作日可以催一次，期限照旧。',
    en: 'Whoever works on it and their head are told at once. Once per work day; the due stays.',
  },
  urgeWords: { zh: '想说什么', en: 'What you want to say' },
  sendUrge: { zh: '催一催', en: 'Urge it' },
  urgedToday: {
    zh: '您今天已经催过，办的人和他们的负责人都收到了。下一个工作日可以再催。',
    en: 'You urged it today; whoever works on it and their head were told. Again on the next work day.',
  },
  reopenTitle: { zh: '又坏了，或者没真办好', en: 'Broken again, or not really done' },
  reopenNote: {
    zh: '{when} 前可以要求重办。写一句现在怎么样。',
    en: 'You can have it done again until {when}. Say how it is now.',
  },
  reopenWords: { zh: '现在怎么样', en: 'How it is now' },
  sendReopen: { zh: '要求重办', en: 'Have it done again' },
  questionTitle: { zh: '办的人想问您', en: 'They have a question for you' },
  questionNote: {
    zh: '等您这句话的时候，时间先停着。到期没有答复，就按现有情况接着办，不会作废。',
    en: 'The clock stands still meanwhile. Without an answer they go on with what is known; nothing is dropped.',
  },
  answerWords: { zh: '您的回答', en: 'Your answer' },
  sendAnswer: { zh: '回答', en: 'Answer' },
  contestTitle: { zh: '您不同意，可以提一次', en: 'You disagree? You can say so once' },
  contestNote: {
    zh: '由上一级没有参与过的人重新看，结果写在这里。每件只有一次。',
    en: 'Somebody above who took no part looks at it again. The result will stand here. Once per case.',
  },
  contestWords: { zh: '为什么不同意', en: 'Why you disagree' },
  sendContest: { zh: '提出不同意', en: 'Say that I disagree' },
  sent: { zh: '收到您的话了，已经写进经过里。', en: 'Received, and written into the story.' },
  needWords: { zh: '请您写几个字，两个字以上就行。', en: 'Please write a few words.' },
  orByPhone: {
    zh: '打 {phone} 或到柜台报查询码，也能答，一样算。',
    en: 'You can also answer by calling {phone} or at the counter with the secret.',
  },
  secretNeeded: { zh: '请输入六位查询码', en: 'Please enter the six characters' },
} satisfies Record<string, Words>
