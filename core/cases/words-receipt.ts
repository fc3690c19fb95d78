// The printed receipt, A5: short sentences in large print, and the slip below it.
import type { Words } from '#core/kit/words.ts'

export const receiptWords = {
  title: { zh: '回执', en: 'Receipt' },
  got: { zh: '您说的事，收到了', en: 'We have your report' },
  what: { zh: '{what}　{day}', en: '{what}, {day}' },
  number: { zh: '编号', en: 'Number' },
  code: { zh: '查询码', en: 'Code' },
  keep: { zh: '收好，别给外人看', en: 'Keep it to yourself' },
  scan: { zh: '扫码看进度', en: 'Scan to follow' },
  next: { zh: '接下来', en: 'What happens next' },
  by: { zh: '{when}前给您回话', en: 'You hear from us by {when}' },
  soon: { zh: '很快给您回话', en: 'You hear from us soon' },
  done: {
    zh: '办好了，请您说一句：好了，还是没好',
    en: 'When it is done, you say: done or not done',
  },
  call: { zh: '打电话问，报编号和查询码', en: 'Call with number and code' },
  counter: { zh: '也可以到社区柜台', en: 'Or come to the counter' },
  answers: { zh: '{whose}有人接', en: '{whose} answers' },
  answersUntil: { zh: '{whose}有人接，接到{until}', en: '{whose} answers until {until}' },
  always: { zh: '白天夜里都有人接', en: 'answered day and night' },
  later: { zh: '{at}起，也可以打 {phone}', en: 'From {at} also {phone}' },
  otherwise: {
    zh: '别的时候打 {phone}，白天夜里都有人接',
    en: 'At other times {phone}, day and night',
  },
  slip: {
    zh: '✂ 办完以后，可以撕下这一半交到社区',
    en: 'Tear off and hand in when it is done',
  },
  yes: { zh: '办好了', en: 'Done' },
  no: { zh: '没办好，因为', en: 'Not done:' },
} satisfies Record<string, Words>

/** Refusals of an answer by code that no other move gives. */
export const byCodeRefusals: Record<string, Words> = {
  no_such_case: {
    zh: '编号或者查询码不对，请对着回执再看一遍。',
    en: 'Number or code is wrong: please look at the receipt again.',
  },
  too_many_tries: {
    zh: '这个编号错得太多了，过一小时再试；也可以请值班员按电话号码找。',
    en: 'Too many wrong codes for this number. Wait an hour, or let the duty officer find it by telephone.',
  },
  own_work: {
    zh: '这件是您经手的，请同事来记，免得说不清。',
    en: 'You worked on this: let a colleague write it down.',
  },
  not_yours: {
    zh: '管理员账号不接待居民，请换办事的账号。',
    en: 'Administrators do not serve residents: use another account.',
  },
}
