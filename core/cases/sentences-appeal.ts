// Sentences of the appeal: that it was made, what the first reviewer thinks, and what two of them found.
import { because, fill } from './sentence-parts.ts'
import type { Sentence } from './sentence-parts.ts'

export const appealed: Sentence = (t) =>
  fill(
    { zh: '就超期提出申诉{because}。', en: 'Appeals against the lateness{because}.' },
    { because: because(t) },
  )

export const appealDecided: Sentence = (t) => {
  const both = t.facts['decided'] === true
  const excused = both ? t.facts['excused'] === true : t.facts['says'] === true
  const words = excused
    ? { zh: '免责', en: 'the lateness is excused' }
    : { zh: '超期成立', en: 'the lateness stands' }
  return fill(
    both
      ? { zh: '两名复核人认定{words}{because}。', en: 'Two reviewers found: {words}{because}.' }
      : {
          zh: '一名复核人认为{words}，等另一名{because}。',
          en: 'One reviewer says {words}; another has yet to{because}.',
        },
    { words, because: because(t) },
  )
}
