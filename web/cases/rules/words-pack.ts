// What the page of rules as a file says, and why a file cannot be used.
import type { Words } from '#core/kit/words.ts'
import { ruleRefusals } from './words-rules.ts'

export const packWords = {
  take: { zh: '取出来', en: 'Take it out' },
  takeSays: {
    zh: '现在在这里有效的时限、次数、工作时间、本地的日子和类别，一个文件。看得懂，也能改。',
    en: 'Everything that holds here now: limits, counts, hours, local days and categories, in one file that can be read and changed.',
  },
  takeVerb: { zh: '下载规则文件', en: 'Download the rules' },
  put: { zh: '用一个文件改规则', en: 'Set rules from a file' },
  putSays: {
    zh: '先看会改什么，再定从哪天起。要么全改，要么一样不改；文件里没写的照旧。',
    en: 'See first what would change, then say from which day. All of it or none; what the file does not name stays.',
  },
  file: { zh: '规则文件（.json）', en: 'File of rules (.json)' },
  noJson: {
    zh: '打不开：不是规则文件。请用这里下载的那种。',
    en: 'This is no file of rules. Use one that was downloaded here.',
  },
  faults: {
    zh: '这个文件不能用，一样也没有改',
    en: 'This file cannot be used; nothing was changed',
  },
  same: { zh: '和现在一样，没有要改的', en: 'The same as now: nothing to change' },
  changes: { zh: '会改{n}项', en: '{n} changes' },
  changed: { zh: '改了{n}项', en: '{n} changed' },
  before: { zh: '现在', en: 'Now' },
  after: { zh: '改成', en: 'Then' },
  from: { zh: '来自{code}，{day}取出', en: 'taken from {code} on {day}' },
  categories: {
    zh: '文件里有{n}个类别。类别由运行的人用命令换：linli rules import。',
    en: 'The file holds {n} categories. They are put in force by whoever runs the program: linli rules import.',
  },
  verb: { zh: '从这天起都这样办', en: 'Let all of it hold from then' },
  done: { zh: '{n}项记下了，{day}起生效。', en: '{n} set: they hold from {day}.' },
  day: { zh: '{day}这一天', en: 'The day {day}' },
} satisfies Record<string, Words>

export const packRefusals: Record<string, Words> = {
  ...ruleRefusals,
  bad_pack: {
    zh: '这个文件不能用，一样也没有改。',
    en: 'This file cannot be used; nothing was changed.',
  },
  nothing_changes: { zh: '和现在一样，没有要改的。', en: 'The same as now: nothing to change.' },
  changed_that_day: {
    zh: '有的规则那天或以后已经另定了，换晚一点的日子。',
    en: 'Some of these rules change on that day or later already: choose a later day.',
  },
}
