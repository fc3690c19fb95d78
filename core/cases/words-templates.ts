// What the templates for replies say.
import type { Words } from '#core/kit/words.ts'
import { type Placeholder, placeholderKeys, placeholders } from './templates.ts'

export const placeholderWords: Readonly<Record<Placeholder, Words>> = {
  number: { zh: '编号', en: 'number of the case' },
  category: { zh: '类别', en: 'its category' },
  due: { zh: '到期时间', en: 'when it is due' },
  unit: { zh: '现在承办的单位', en: 'the unit that has it now' },
  place: { zh: '社区和网格', en: 'community and grid' },
  community: { zh: '受理的社区', en: 'the receiving community' },
  today: { zh: '今天的日期', en: 'today’s date' },
  phone: { zh: '值班电话', en: 'telephone of the duty desk' },
}

const known = placeholderKeys.map((key) => `{${placeholders[key]}}`).join(' ')
const knownEn = placeholderKeys.map((key) => `{${key}}`).join(' ')

export const templateRefusals = {
  no_such_area: { zh: '没有这个区域。', en: 'There is no such area.' },
  no_such_template: {
    zh: '没有这个模板，或它已经停用。',
    en: 'There is no such template, or it has ended.',
  },
  category_unknown: {
    zh: '这里没有这个类别。不选类别，就对所有类别有用。',
    en: 'This category is not used here. Without one the template is for all of them.',
  },
  unknown_move: {
    zh: '这一步没有要写的话，用不上模板。',
    en: 'This step has no words to write, so no template.',
  },
  words_missing: {
    zh: '名称和文字都要写，至少两个字。',
    en: 'Title and words are needed, two characters at least.',
  },
  unknown_placeholder: {
    zh: `花括号里有系统填不了的。能填的是：${known}。`,
    en: `Something in braces cannot be filled. These can: ${knownEn}.`,
  },
} as const satisfies Record<string, Words>
