// The rule keeper's view of what is said of personal data.
import type { Words } from '#core/kit/words.ts'

export const privacyRuleWords = {
  title: { zh: '收集个人信息时怎么说', en: 'What is said when personal data is asked for' },
  sub: {
    zh: '可以把用途说得更合本地情况，也可以补一句。依据由法律定，不能改；留多久只在“时限和次数”里缩短。每次改动是新的一版，从哪天起、为什么都留着，居民能对照以前怎么说。',
    en: 'Say a purpose as fits the place, or add a sentence. The ground is the law’s and cannot be changed; the time is shortened among the limits alone. Each change is a version with its day and reason, and residents can compare it with what was said before.',
  },
  toPage: { zh: '看居民看到的页面', en: 'See the residents’ page' },
  point: { zh: '在哪里', en: 'Where' },
  field: { zh: '哪一项', en: 'Field' },
  says: { zh: '旁边写的', en: 'What stands beside it' },
  since: { zh: '从哪天起', en: 'In force since' },
  purpose: { zh: '用途', en: 'purpose' },
  note: { zh: '补一句', en: 'added sentence' },
  setTitle: { zh: '“{field}”旁边怎么说？', en: 'What is said beside “{field}”?' },
  bothNeeded: {
    zh: '“{what}”中文、英文都要写，或者都空着',
    en: 'The {what} needs Chinese and English, or neither',
  },
} satisfies Record<string, Words>

/** Labels of the form's four fields. */
export const privacyInputs = {
  purpose: {
    zh: { zh: '用途（中文）', en: 'Purpose (Chinese)' },
    en: { zh: '用途（英文）', en: 'Purpose (English)' },
  },
  note: {
    zh: { zh: '补一句（中文）', en: 'Added sentence (Chinese)' },
    en: { zh: '补一句（英文）', en: 'Added sentence (English)' },
  },
} as const satisfies Record<string, Record<string, Words>>
