// What the form says in which a place sets what is asked beside a category.
import type { Words } from '#core/kit/words.ts'
import { type ParticularFault, particularsMax } from '#core/places/particulars.ts'

export const particularRuleWords = {
  column: { zh: '上报时问', en: 'Asked' },
  set: { zh: '改问题', en: 'Questions' },
  title: { zh: '报“{category}”的时候问什么？', en: 'What is asked beside “{category}”?' },
  says: {
    zh: '{day}起，在{area}报这一类就这样问。只问决定怎么去、带什么去的；点一下就答，可以不答。已经报了的，照当时问的留着。',
    en: 'From {day} whoever reports this in {area} is asked so. Only what decides how somebody sets out; one tap, none needed. What was reported before stays as it was asked.',
  },
  asksNothing: { zh: '这一类现在什么都不问。', en: 'Nothing is asked beside it now.' },
  addQuestion: { zh: '加一问', en: 'Add a question' },
  most: { zh: '最多{n}问：再多就没人答了。', en: '{n} at most: nobody answers more.' },
  question: { zh: '第{n}问', en: 'Question {n}' },
  askZh: { zh: '问什么', en: 'Question, in Chinese' },
  askEmpty: { zh: '写上问什么，不要这一问就去掉', en: 'Write the question, or remove it' },
  answerEmpty: { zh: '写上这个答案，不要就去掉', en: 'Write the answer, or remove it' },
  askEn: { zh: '英文怎么问', en: 'Question, in English' },
  when: { zh: '什么时候问', en: 'Asked' },
  always: { zh: '总是问', en: 'always' },
  afterAnswer: { zh: '“{ask}”答“{answer}”以后', en: 'after “{answer}” to “{ask}”' },
  answerZh: { zh: '答案{n}', en: 'Answer {n}, in Chinese' },
  answerEn: { zh: '答案{n}，英文', en: 'Answer {n}, in English' },
  urgent: { zh: '这样答，就按急件进来', en: 'So answered it enters as urgent' },
  advice: { zh: '马上告诉报的人', en: 'Tell the reporter at once' },
  adviceZh: { zh: '一句话，比如“别靠近”', en: 'One sentence, in Chinese' },
  adviceEn: { zh: '英文', en: 'In English' },
  addAnswer: { zh: '加一个答案', en: 'Add an answer' },
  dropAnswer: { zh: '去掉答案{n}', en: 'Remove answer {n}' },
  dropQuestion: { zh: '去掉第{n}问', en: 'Remove question {n}' },
  tried: { zh: '报的人会这样看到，点点看', en: 'How a reporter meets it; try it' },
} satisfies Record<string, Words>

export const faultWords: Record<ParticularFault, Words> = {
  too_many: {
    zh: `最多${particularsMax}问，去掉几问。`,
    en: `At most ${particularsMax} questions; remove some.`,
  },
  code: {
    zh: '有一问或一个答案没有代码，重新加一次。',
    en: 'A question or an answer has no code; add it anew.',
  },
  code_twice: {
    zh: '同一问或同一个答案写了两次。',
    en: 'A question or an answer stands there twice.',
  },
  words: {
    zh: '每一问、每个答案都要写字，四十个字以内。',
    en: 'Every question and answer needs words, forty characters at most.',
  },
  unknown: {
    zh: '这里有不认识的内容，去掉重写。',
    en: 'There is something here that no question has; remove it.',
  },
  options: { zh: '每一问要有两到六个答案。', en: 'Every question needs two to six answers.' },
  after: {
    zh: '有一问接在没有的答案后面，改“什么时候问”。',
    en: 'A question hangs on an answer that is not there; change when it is asked.',
  },
}
