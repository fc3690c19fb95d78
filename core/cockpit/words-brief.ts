// The words of the daily brief: sentences around figures, nothing else.

import type { Words } from '#core/kit/words.ts'

export const briefWords = {
  title: { zh: '每日简报', en: 'Daily brief' },
  day: { zh: '哪一天', en: 'Day' },
  asPdf: { zh: '下载 PDF', en: 'Download PDF' },
  print: { zh: '打印', en: 'Print' },
  back: { zh: '回驾驶舱', en: 'Back to the cockpit' },
  thatDay: { zh: '这一天', en: 'That day' },
  filed: { zh: '收到上报{reported}件，立案{filed}件。', en: '{reported} reported, {filed} filed.' },
  closed: {
    zh: '当天到期应结{due}件，已结{closed}件，其中按期{onTime}件。',
    en: '{due} were due to close, {closed} closed, {onTime} of them in time.',
  },
  noneDue: { zh: '当天没有到期应结的件。', en: 'Nothing was due to close.' },
  said: {
    zh: '反映人认可{confirmed}件，不认可{objected}件，未回应{silent}件。',
    en: 'Reporters agreed with {confirmed}, objected to {objected}; {silent} were silent.',
  },
  saidNone: { zh: '没有等反映人回话的件。', en: 'No reporter’s word was due.' },
  rightNow: { zh: '截至{time}', en: 'As of {time}' },
  open: {
    zh: '在办{open}件，超期{overdue}件，挂账{suspended}件，未落格{unplaced}件。',
    en: '{open} open, {overdue} overdue, {suspended} suspended, {unplaced} not placed.',
  },
  overdueTitle: { zh: '超期未结', en: 'Overdue' },
  urgentTitle: { zh: '在办的紧急件', en: 'Urgent and open' },
  listMore: {
    zh: '只列前{n}件，其余见驾驶舱。',
    en: 'The first {n} are listed; the cockpit has the others.',
  },
  none: { zh: '没有。', en: 'None.' },
  number: { zh: '编号', en: 'Number' },
  matter: { zh: '事项', en: 'Matter' },
  place: { zh: '地点', en: 'Place' },
  holder: { zh: '在谁手里', en: 'With' },
  why: { zh: '写下的理由', en: 'Written reason' },
  notWritten: { zh: '没有写', en: 'none written' },
  childrenTitle: {
    zh: '各处的件，按区划代码排列，不排名',
    en: 'By area, in order of official codes, never ranked',
  },
  area: { zh: '地方', en: 'Area' },
  filedHead: { zh: '立案', en: 'Filed' },
  openHead: { zh: '在办', en: 'Open' },
  overdueHead: { zh: '超期', en: 'Overdue' },
  sectionsTitle: { zh: '四板块', en: 'The four sections' },
  section: { zh: '板块', en: 'Section' },
  handling: { zh: '处置中', en: 'In work' },
  toCheck: { zh: '待核查', en: 'To check' },
  toConfirm: { zh: '待确认', en: 'To confirm' },
  foot: {
    zh: '数字来自驾驶舱，没有一处手填；口径见驾驶舱的口径总览。',
    en: 'All figures come from the cockpit, none was typed; it also says how they are counted.',
  },
} satisfies Record<string, Words>
