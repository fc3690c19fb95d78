// The words of the work order, on the page and on paper.

import type { Words } from '#core/kit/words.ts'

export const workOrderWords = {
  title: { zh: '处置工单', en: 'Work order' },
  urgent: { zh: '紧急', en: 'Urgent' },
  what: { zh: '事项', en: 'Matter' },
  where: { zh: '地点', en: 'Place' },
  reported: { zh: '反映', en: 'Reported' },
  reportedHow: { zh: '{time}，{source}', en: '{time}, {source}' },
  givenBy: { zh: '派出', en: 'Given by' },
  receivedBy: { zh: '承办', en: 'Received by' },
  notGiven: { zh: '还没有派遣', en: 'Not dispatched yet' },
  due: { zh: '限期', en: 'Due' },
  dueOf: { zh: '{time}前{what}', en: '{what} by {time}' },
  standsStill: { zh: '{what}：计时暂停', en: '{what}: the clock stands still' },
  noClock: { zh: '还没有计时', en: 'No clock runs yet' },
  closing: { zh: '结案条件', en: 'Done when' },
  evidence: { zh: '要带回的凭证', en: 'Proof to bring back' },
  evidenceFree: { zh: '不要求照片', en: 'No photo is needed' },
  said: { zh: '反映人的话', en: 'In the reporter’s words' },
  saidNothing: { zh: '没有留下文字。', en: 'No words were left.' },
  photos: { zh: '反映时的照片', en: 'Photos of the report' },
  photo: { zh: '反映时的照片，第{n}张', en: 'Photo {n} of the report' },
  result: { zh: '处置结果', en: 'Result' },
  handledBy: { zh: '处置人签名', en: 'Handled by' },
  doneAt: { zh: '完成时间', en: 'Done at' },
  checkedBy: { zh: '核查人签名', en: 'Checked by' },
  checkedAt: { zh: '核查时间', en: 'Checked at' },
  code: { zh: '用手机扫码打开这一件', en: 'Scan to open the case' },
  foot: {
    zh: '打印于{time}，以系统内为准。反映人的姓名和电话不上工单。',
    en: 'Printed {time}; the system knows of changes. Name and number of the reporter are never on it.',
  },
  print: { zh: '打印', en: 'Print' },
  asPdf: { zh: '下载 PDF', en: 'Download PDF' },
  back: { zh: '回到这一件', en: 'Back to the case' },
} satisfies Record<string, Words>
