// Words of answering by the code of a receipt, and of the receipt as a sheet.
import type { Words } from '#core/kit/words.ts'

export const byCodeWords = {
  open: { zh: '凭回执代答', en: 'Answer by receipt' },
  title: { zh: '凭回执代答', en: 'Answer by receipt' },
  sub: {
    zh: '居民拿着回执来柜台、打电话来，或者交来撕下的半张：照编号和查询码，把他的话记下来。不管是哪个社区的事都能记。',
    en: 'Somebody comes with a receipt, calls, or hands in the slip: by number and code you write down what is said, whichever community it is of.',
  },
  number: { zh: '编号', en: 'Number' },
  numberHint: {
    zh: '回执上的，例：500108106003-26-00123',
    en: 'From the receipt: 500108106003-26-00123',
  },
  code: { zh: '查询码', en: 'Code' },
  codeHint: { zh: '六个字，大小写都行', en: 'Six characters, capitals or not' },
  find: { zh: '打开', en: 'Open' },
  need: { zh: '请写编号和查询码', en: 'Number and code, please' },
  reported: { zh: '{day}反映', en: 'Reported {day}' },
  result: { zh: '办的结果，念给他听', en: 'What was done: read it out' },
  question: { zh: '问过他的话', en: 'What was asked' },
  noResult: { zh: '还没有办结', en: 'Not closed yet' },
  until: { zh: '{day}前可以说办没办好', en: 'Can be answered until {day}' },
  nothing: { zh: '现在没有要他回答的', en: 'There is nothing to answer now' },
  nothingThen: {
    zh: '可以告诉他办到哪一步；有新的话，请按来电或到访另报一件。',
    en: 'Tell how far it is; anything new is reported as a call or a visit.',
  },
  handled: {
    zh: '这件是您经手的，请同事来记',
    en: 'You worked on this: a colleague writes it down',
  },
  way: { zh: '他是怎么说的', en: 'How it came' },
  counter: { zh: '来柜台', en: 'At the counter' },
  phone: { zh: '打电话', en: 'By telephone' },
  paper: { zh: '交来半张', en: 'On the slip' },
  door: { zh: '上门时', en: 'At the door' },
  answer: { zh: '他怎么说', en: 'What is said' },
  grade: { zh: '打几分', en: 'Grade' },
  words: { zh: '原话', en: 'In their words' },
  wordsHint: { zh: '照他的话记，不替他总结', en: 'Their words, not a summary' },
  keep: { zh: '记下来', en: 'Write it down' },
  chooseAnswer: { zh: '请选他怎么说', en: 'Choose what is said' },
  chooseGrade: { zh: '请选几分', en: 'Choose a grade' },
  kept: { zh: '记下了：{answer}', en: 'Written down: {answer}' },
  keptThen: {
    zh: '算他本人的话，旁边写明是工作人员代录的。',
    en: 'It counts as their own word, marked as written down by staff.',
  },
  another: { zh: '再记一件', en: 'Another receipt' },
  print: { zh: '打印大字回执（A5）', en: 'Print in large type (A5)' },
} satisfies Record<string, Words>
