// What the pages of the notice board say to residents.
import type { Words } from '#core/kit/words.ts'

export const boardPageWords = {
  lead: {
    zh: '社区办公室贴出的事。更正和撤下都写明为什么。',
    en: 'What the community office tells you. Corrections and withdrawals say why.',
  },
  all: { zh: '全部公告', en: 'All notices' },
  show: { zh: '看哪些', en: 'Show' },
  now: { zh: '正贴着', en: 'On the board' },
  past: { zh: '以前的', en: 'Earlier' },
  kind: { zh: '哪一类', en: 'Kind' },
  anyKind: { zh: '全部', en: 'All kinds' },
  none: { zh: '公告栏上现在没有公告', en: 'Nothing hangs on the board now' },
  noneThen: {
    zh: '社区办公室贴出一条，这里马上就有。',
    en: 'As soon as the office hangs one, it is here.',
  },
  nonePast: { zh: '还没有过期或撤下的公告', en: 'No earlier notices yet' },
  nonePastThen: {
    zh: '到期的和撤下的会留在这里。',
    en: 'Those whose days are over stay here.',
  },
  nothingRead: { zh: '现在没有公告。', en: 'There are no notices now.' },
  noSuch: { zh: '没有这条公告', en: 'There is no such notice' },
  noSuchThen: {
    zh: '地址可能抄错了，或者还没到贴出的日子。',
    en: 'The address may be mistyped, or its first day is still to come.',
  },
  photo: { zh: '公告附的图片', en: 'Picture of the notice' },
  paper: { zh: '看附件（PDF）', en: 'Open the paper (PDF)' },
  print: { zh: '打印这条公告', en: 'Print this notice' },
  a4: { zh: 'A4 一张', en: 'On A4' },
  a3: { zh: 'A3 大张', en: 'On A3' },
  tellMe: { zh: '有新公告告诉我（邮件或短信）', en: 'Send me new notices (email or text message)' },
  feed: { zh: '用阅读器订阅（Atom）', en: 'Subscribe with a feed reader (Atom)' },
  feedNote: {
    zh: '把这个地址放进阅读器，有新公告自己会来，不用留号码。',
    en: 'Put this address into a feed reader: news come by themselves, and you leave no number.',
  },
  publishedOn: { zh: '{day}贴出', en: 'Posted {day}' },
} satisfies Record<string, Words>
