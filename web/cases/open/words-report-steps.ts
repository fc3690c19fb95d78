// What the report in three steps says, for elders.
import type { Words } from '#core/kit/words.ts'

export const stepWords = {
  stepWhere: { zh: '再说在哪里', en: 'Then: where is it' },
  stepCheck: { zh: '看一看，交上去', en: 'Look it over and send' },
  stepOf: { zh: '第 {n} 步，共 3 步', en: 'Step {n} of 3' },
  next: { zh: '下一步', en: 'Next' },
  youSaid: { zh: '您说的事', en: 'What you said' },
  notSaid: { zh: '没有写字', en: 'No words' },
  addPhoneOrPhoto: { zh: '想加照片、留电话', en: 'Add a photo or your number' },
} satisfies Record<string, Words>
