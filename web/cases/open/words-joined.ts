// What comes first on a receipt where nothing new was reported. Apart, so that only the receipt loads it.
import type { Words } from '#core/kit/words.ts'

export const joinedWords = {
  joined: {
    zh: '这件事有人反映过了，已经加上您。办到哪了，随时能看。',
    en: 'This matter was known already and you are added to it. See at any time how far it is.',
  },
  still: {
    zh: '您说还没好，记下了。接下来怎么办，随时能看。',
    en: 'It is written down that it is still broken. See at any time what is done about it.',
  },
} as const satisfies Record<string, Words>
