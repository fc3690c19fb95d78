// What a result that was begun says of itself, on the task and on its own page.
import type { Words } from '#core/kit/words.ts'

export const begunWords = {
  takeBefore: { zh: '先拍一张“办之前”', en: 'Take “before” first' },
  goOnDraft: { zh: '接着交结果', en: 'Go on with the result' },
  draftKept: {
    zh: '没交之前，照片和文字只存在这台手机上，关掉也还在。',
    en: 'Until handed in, photos and words stay on this phone only, even when this is closed.',
  },
} satisfies Record<string, Words>
