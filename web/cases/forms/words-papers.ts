// What attaching files is called on the screens of staff.
import type { Words } from '#core/kit/words.ts'

export const papersWords = {
  heading: { zh: '附件', en: 'Attached' },
  headingEnd: { zh: '只有工作人员看得到', en: 'Seen by staff only' },
  documents: { zh: '文件（PDF）', en: 'Papers (PDF)' },
  choose: { zh: '选 PDF', en: 'Choose a PDF' },
  documentsHint: {
    zh: '每份不超过 15 MB。不放身份证、病历等个人材料。',
    en: 'Up to 15 MB each. No identity papers, no medical records.',
  },
  photosHint: { zh: '只拍物，不拍人', en: 'Things, not people' },
  words: { zh: '说明', en: 'In words' },
  wordsHint: {
    zh: '是什么材料、从哪里来，最多 500 个字。',
    en: 'What it is and where it comes from, up to 500 characters.',
  },
  lost: { zh: '“{name}”没有传上去：{why}', en: '“{name}” did not arrive: {why}' },
  lostLine: { zh: '网络断了，再按一次接着传。', en: 'the line broke; press again.' },
  sending: { zh: '正在传文件 {n} ∕ {max}', en: 'Sending file {n} of {max}' },
  paper: { zh: '文件 {n}（PDF）', en: 'Paper {n} (PDF)' },
  photo: { zh: '照片 {n}', en: 'Photo {n}' },
} as const satisfies Record<string, Words>

export const papersAsks = {
  attach: {
    title: { zh: '附上哪些材料？', en: 'Attach what?' },
    says: {
      zh: '同事看得到，居民看不到；不算处置证明，不会动任何一只表。',
      en: 'For colleagues, not for residents. It is no proof of the work, and moves no clock.',
    },
    verb: { zh: '附上', en: 'Attach' },
  },
} satisfies Record<string, { title: Words; says: Words; verb: Words }>
