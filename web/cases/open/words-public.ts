// What is said of matters that everybody may read.
import type { Words } from '#core/kit/words.ts'

export const publicWords = {
  nowDoingSome: { zh: '正在办的公共事情', en: 'Public matters being done now' },
  justDone: { zh: '刚刚办好', en: 'Just finished' },
  allPublic: { zh: '全部公共事项', en: 'All public matters' },
  nothingOpen: { zh: '现在没有在办的公共事情', en: 'No public matter is being done now' },
  nothingOpenThen: {
    zh: '有人反映、立了案，就会出现在这里。',
    en: 'As soon as one is reported and filed, it appears here.',
  },
  nothingDone: { zh: '还没有办完的公共事情', en: 'No public matter has been finished yet' },
  nothingDoneThen: { zh: '办完一件，这里就写一件。', en: 'Each one is written here when it ends.' },
  took: { zh: '上报到办结 {time}', en: 'From report to end: {time}' },
  reportedOn: { zh: '{when} 有人说', en: 'Reported {when}' },
  endedOn: { zh: '{when} 办结', en: 'Ended {when}' },
  days: { zh: '{n} 天', en: '{n} days' },
  hours: { zh: '{n} 小时', en: '{n} hours' },
  oneHour: { zh: '1 小时', en: '1 hour' },
  oneDay: { zh: '1 天', en: '1 day' },
  publicTitle: { zh: '{name}的公共事项', en: 'Public matters of {name}' },
  publicNote: {
    zh: '只写是什么事、在哪个网格、办到哪一步，不写是谁说的。',
    en: 'What it is, in which grid and how far it has come. Never who said it.',
  },
  show: { zh: '看哪些', en: 'Show' },
  showOpen: { zh: '在办', en: 'In work' },
  showClosed: { zh: '办完', en: 'Finished' },
  /** To anybody: the reporter is not the reader. */
  waits: { zh: '等反映人补充', en: 'Waiting for the reporter' },
  showMore: { zh: '再看一些', en: 'Show more' },
  thatsAll: { zh: '就这些，没有更多。', en: 'That is all.' },
  publicMatter: { zh: '公共事项', en: 'Public matter' },
  story: { zh: '经过', en: 'What happened' },
  whoAnswers: { zh: '由{home}负责到底', en: '{home} answers for it to the end' },
  affectedToo: { zh: '您也受影响', en: 'It affects you too?' },
  affectedToNote: {
    zh: '按一下就算您也反映了：给您自己的编号和查询码，办理情况一并告诉您。不用留电话。',
    en: 'One press and it is yours too, with a code of its own. No number needed.',
  },
  noSuchPublic: { zh: '这一件不在公开的事项里', en: 'This is not among the public matters' },
  noSuchPublicThen: {
    zh: '可能是私事，也可能编号抄错了。自己说的事，用编号和六位查询码看。',
    en: 'It may be private, or the number mistyped. Your own report opens with number and secret.',
  },
} satisfies Record<string, Words>
