// What is said around the microphone of the phone's own dictation.
import type { Words } from '#core/kit/words.ts'

export const speakWords = {
  speak: { zh: '点一下，说话', en: 'Tap and speak' },
  speaking: { zh: '在听，说完点一下', en: 'Listening: tap when done' },
  speakHint: {
    zh: '由这台手机把话变成字，您可以改。',
    en: 'This device turns it into text; you can correct it.',
  },
  speakFailed: {
    zh: '没听清。再点一次，或者写下来、打电话都行。',
    en: 'Not understood. Try again, write it, or call us.',
  },
} satisfies Record<string, Words>
