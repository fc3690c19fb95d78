// What is said around the two photos, and what is still missing of a result.
import type { ProofNeed } from '#core/cases/evidence.ts'
import type { Words } from '#core/kit/words.ts'

export const shotWords = {
  beforeFirst: { zh: '动手之前先拍一张', en: 'Take one before starting' },
  beforeFree: { zh: '有就拍一张，不要求', en: 'One if there is; not required' },
  afterThen: { zh: '办好之后，在同一个位置再拍', en: 'Once done, again from the same spot' },
  afterFree: { zh: '不要求照片', en: 'No photo is required' },
  sameCorner: { zh: '对着同一个位置拍', en: 'The same corner again' },
  guideAlt: { zh: '办之前的照片，淡淡地叠着', en: 'The photo from before, faintly over it' },
  faint: { zh: '旧照浓淡', en: 'Earlier photo' },
  opening: { zh: '正在打开相机', en: 'Opening the camera' },
  noCamera: {
    zh: '这里打不开相机。返回后用“从相册选”，或在手机设置里允许。',
    en: 'The camera cannot be opened here. Go back and choose from the album, or allow it in the settings.',
  },
  leave: { zh: '不拍，返回', en: 'Back without a photo' },
  checklist: { zh: '这一类要什么，还差什么', en: 'What this kind needs, and what is missing' },
  stillMissing: { zh: '还差：{what}。', en: 'Still missing: {what}.' },
  fromReport: { zh: '（上报时已有一张）', en: ' (one came with the report)' },
  onSending: { zh: '按“发送”时取一次', en: 'taken once when Send is pressed' },
  tooFar: {
    zh: '这里离事发地 {n} 米，这一类要在 {max} 米以内拍。走近再发。',
    en: 'This is {n} m from the place; this kind needs it within {max} m. Go nearer and send again.',
  },
} satisfies Record<string, Words>

export const needWords: Record<ProofNeed, Words> = {
  photoBefore: { zh: '办之前的照片', en: 'a photo from before' },
  photoAfter: { zh: '办之后的照片', en: 'a photo from after' },
  place: { zh: '地点（{n} 米内）', en: 'the place (within {n} m)' },
  time: { zh: '派遣以后拍的照片', en: 'a photo taken after the dispatch' },
  text: { zh: '一句做了什么', en: 'a sentence on what was done' },
}
