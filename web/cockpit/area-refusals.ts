// What any page of figures says when it cannot show an area; apart, so that a telephone does not carry what only the desk says.
import type { Words } from '#core/kit/words.ts'

export const areaRefusals: Record<string, Words> = {
  no_such_area: {
    zh: '没有这个代码的地方。可能写错了一位，或者区划改过。',
    en: 'No area has this code. A digit may be wrong, or the divisions have changed.',
  },
  not_yours: {
    zh: '这里的数字不归您看。',
    en: 'The figures of this area are not yours to see.',
  },
}
