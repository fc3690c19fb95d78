// What a grid worker reads when asking whether a find was reported already.
import type { Words } from '#core/kit/words.ts'

export const nearByWords = {
  ask: { zh: '看看附近有没有人报过', en: 'Has somebody near by reported it?' },
  none: { zh: '附近没有在办的同类件。', en: 'Nothing like it is open near by.' },
  same: { zh: '是这一件', en: 'It is this one' },
  joined: { zh: '已记在 {number} 里', en: 'Kept with {number}' },
  noPosition: { zh: '没有拿到位置，照常上报就行。', en: 'No position; just report it.' },
} as const satisfies Record<string, Words>
