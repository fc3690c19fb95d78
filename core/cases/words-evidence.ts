// What a category demands as proof, said before it is missing: on the page and on the work order.

import { type Lang, type Words, say } from '#core/kit/words.ts'
import type { CaseView } from './contract.ts'

const words = {
  needText: { zh: '一句说明', en: 'a sentence' },
  needAfter: { zh: '办后照片', en: 'a photo after' },
  needBefore: { zh: '办前照片', en: 'a photo before' },
  needPlace: { zh: '地点（{n}米内）', en: 'the place (within {n} m)' },
  needTime: { zh: '派遣后的拍摄时间', en: 'a time after dispatch' },
} satisfies Record<string, Words>

export function evidenceNeeds(evidence: CaseView['evidence'], lang: Lang): string[] {
  const metres = evidence.placeWithinM
  return [
    ...(evidence.photoBefore ? [say(words.needBefore, lang)] : []),
    ...(evidence.photoAfter ? [say(words.needAfter, lang)] : []),
    ...(metres === null ? [] : [say(words.needPlace, lang, { n: metres })]),
    ...(evidence.takenAfterDispatch ? [say(words.needTime, lang)] : []),
    ...(evidence.text ? [say(words.needText, lang)] : []),
  ]
}
