// How to reach people, in words, and where pages of residents lead.
import type { Words } from '#core/kit/words.ts'

export const waysWords = {
  sayHere: { zh: '就在这里说', en: 'Right here' },
  whoseMatter: { zh: '什么事归谁办', en: 'Whose matter is it' },
  callUs: { zh: '打电话说事', en: 'Call and tell us' },
  whereIsMine: { zh: '我说的事办到哪了', en: 'How is my report doing' },
  community: { zh: '社区里正在办的事', en: 'What is being done here' },
  waysTitle: { zh: '怎么找到我们', en: 'How to reach us' },
  waysNote: {
    zh: '打电话、到柜台、在手机上，都一样办，一样快。',
    en: 'By phone, at the counter or on your phone: it is handled the same way and just as fast.',
  },
  phoneAnswers: { zh: '{whose}，现在有人接', en: '{whose}, answered now' },
  hotlineAlways: {
    zh: '城市热线，白天夜里都有人接',
    en: 'The city’s hotline, answered day and night',
  },
  urgentCall: {
    zh: '有人受伤、着火、燃气泄漏，先打 120、119、110。',
    en: 'Somebody hurt, fire, gas leaking: call 120, 119 or 110 first.',
  },
  counterWhere: { zh: '到{name}办公室，不用带材料', en: 'The office of {name}; bring nothing' },
  onPhoneNote: { zh: '不用登录，不用下载', en: 'No account, nothing to install' },
} satisfies Record<string, Words>
