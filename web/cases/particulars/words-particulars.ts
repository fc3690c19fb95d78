// What the questions beside a category say, where they are answered.
import type { Words } from '#core/kit/words.ts'

export const particularWords = {
  goesUrgent: {
    zh: '这样的情况按急件办，马上有人看到。',
    en: 'This goes urgent: somebody sees it at once.',
  },
} satisfies Record<string, Words>
