// What is said when something found on the way is reported.
import type { Words } from '#core/kit/words.ts'

export const findWords = {
  report: { zh: '上报', en: 'Report' },
  step1: { zh: '拍照', en: 'Photo' },
  step2: { zh: '是哪一类', en: 'What kind' },
  moreKinds: { zh: '其他类别', en: 'Other kinds' },
  words: { zh: '说一句（可以不写）', en: 'A word (optional)' },
  wordsPlaceholder: { zh: '三号梯坎第二个拐弯，扶手松了', en: 'Handrail loose at the second bend' },
  whereSpot: { zh: '发送时记一次位置', en: 'The place is taken when sent' },
  whereGrid: { zh: '不记位置，记在{name}', en: 'No position: just {name}' },
  whereLabel: { zh: '在哪里', en: 'Where' },
  spotDone: { zh: '当场已办好', en: 'Already done on the spot' },
  spotNot: { zh: '这一类要派给专门的单位，不能当场自行处置。', en: 'This kind goes to a unit.' },
  spotKind: { zh: '先选一类，才知道能不能当场办结。', en: 'Choose a kind first.' },
  seeNote: { zh: '（见语音）', en: '(see the voice note)' },
  needKind: {
    zh: '选一类，或者拍一张、写一句，有一样就行。',
    en: 'A kind, a photo or a word will do.',
  },
  reported: { zh: '收到了，编号 {number}。', en: 'Received: number {number}.' },
  urgent: { zh: '紧急，直接到街道', en: 'Urgent: straight to the street centre' },
  urgentNote: { zh: '有人受伤、要塌、漏电、漏气', en: 'Injury, collapse, live wires, gas' },
  spotLead: {
    zh: '已经上报。接着把办好的结果交上去。',
    en: 'Reported. Now hand in the result.',
  },
} satisfies Record<string, Words>
