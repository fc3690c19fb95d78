// Words of the search by a caller's telephone number.
import type { Words } from '#core/kit/words.ts'

export const phoneSearchWords = {
  open: { zh: '按来电号码查', en: 'By a caller’s number' },
  title: { zh: '来电人忘了编号？', en: 'The caller lost the number?' },
  says: {
    zh: '只查得到您本来就可以联系反映人的事件。查到的每一件都会记下，反映人看得到何时、哪个岗位、为什么查。',
    en: 'Only cases whose reporter you might call anyway are found. Each is noted, and the reporter reads when, from which post and why.',
  },
  phone: { zh: '来电号码', en: 'The caller’s number' },
  reason: { zh: '为什么查', en: 'Why' },
  verb: { zh: '查', en: 'Search' },
  none: {
    zh: '这个号码没有留在您能联系的事件里。',
    en: 'No case that is yours to call about has it.',
  },
} satisfies Record<string, Words>
