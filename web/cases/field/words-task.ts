// What one task says.
import type { Words } from '#core/kit/words.ts'

export const taskWords = {
  task: { zh: '任务', en: 'Task' },
  place: { zh: '在哪里', en: 'Where' },
  photos: { zh: '反映时的照片', en: 'Photos of the report' },
  photo: { zh: '照片 {n}', en: 'Photo {n}' },
  noPhotos: { zh: '没有照片', en: 'No photos' },
  handleIt: { zh: '办好了，交结果', en: 'Done: hand in the result' },
  signed: { zh: '已签收', en: 'Signed for' },
  notNow: { zh: '现在不能做的，以及为什么', en: 'Not possible now, and why' },
  result: { zh: '上次交的结果', en: 'The result handed in' },
  story: { zh: '经过', en: 'What happened' },
  refusedHere: { zh: '有一步没有办成', en: 'A step was not done' },
  toOutbox: { zh: '到“待发”里看', en: 'See the outbox' },
} satisfies Record<string, Words>
