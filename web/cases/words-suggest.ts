// What suggestions of a category say, on forms and in the room of rules.
import type { Words } from '#core/kit/words.ts'

export const suggestWords = {
  heard: { zh: '听起来像', en: 'It sounds like' },
  learnedFrom: {
    zh: '从本地 {n} 件已立案的学来，定不定由值班员。',
    en: 'Learned from {n} filed cases here; a person decides.',
  },
  byWords: {
    zh: '只按类别的关键词找的，还没有量过准不准。定不定由值班员。',
    en: 'Found by key words alone, not measured yet; a person decides.',
  },
  sure: { zh: '把握 {n}%', en: '{n}% sure' },
  because: { zh: '依据：{words}', en: 'because of {words}' },
  quote: { zh: '“{word}”', en: '“{word}”' },
  other: { zh: '都不是，自己找', en: 'None of these' },
  title: { zh: '类别建议', en: 'Suggestions' },
  fetching: { zh: '正在取建议准不准', en: 'Fetching how suggestions held' },
  never: {
    zh: '建议只是建议：类别由值班员定，系统自己从不定。',
    en: 'A suggestion is only that: a person chooses the category, the system never does.',
  },
  noneYet: { zh: '还没有从这里的件学过', en: 'Nothing was learned here yet' },
  noneYetThen: {
    zh: '现在只按类别的关键词提建议。已立案的满{n}件以后，每周六夜里学一次，也可以现在学。',
    en: 'Suggestions go by key words alone. With {n} filed cases they learn every Saturday night, or now.',
  },
  heldOut: {
    zh: '留出来没学过的{n}件里，第一条建议对了多少',
    en: 'Of {n} cases held out, how many first suggestions were right',
  },
  first: { zh: '第一条就对', en: 'First one right' },
  amongThree: { zh: '三条里有对的', en: 'Right among three' },
  byKeyWords: { zh: '只靠关键词', en: 'By key words alone' },
  off: { zh: '把握说得准不准', en: 'How true the confidence is' },
  offBy: { zh: '平均差 {n} 个百分点', en: 'off by {n} points on average' },
  confirmed: {
    zh: '近{days}天实际用下来：{n}件提过建议又立了案',
    en: 'In use, last {days} days: {n} cases were offered something and then filed',
  },
  noneConfirmed: {
    zh: '还没有提过建议又立案的件。',
    en: 'No case was offered anything and then filed yet.',
  },
  learnedAt: {
    zh: '{area}的 {n} 件，{at}学的',
    en: '{n} cases of {area}, learned {at}',
  },
  fromHistory: {
    zh: '从交来的 {n} 条历史记录学的，{at}',
    en: 'Learned from {n} records of history handed in, {at}',
  },
  train: { zh: '现在学一次', en: 'Learn now' },
  trainDone: {
    zh: '开始学了，{n} 件，一两分钟后这里会换成新的。',
    en: 'Learning from {n} cases; the new figures are here in a minute or two.',
  },
  notYours: {
    zh: '由{area}的规则管理员来学',
    en: 'the rule keeper of {area} asks for it',
  },
  tooFew: { zh: '已立案的还不满{n}件', en: 'fewer than {n} cases are filed' },
  mixed: { zh: '最容易混的', en: 'Most often mixed up' },
  mixedRow: { zh: '“{was}”当成“{called}”', en: '“{was}” taken for “{called}”' },
  times: { zh: '{n} 次', en: '{n} times' },
  noMixed: { zh: '没有认错的。', en: 'None was taken for another.' },
  each: { zh: '一类一类看', en: 'Category by category' },
  eachSub: {
    zh: '按类别代码排列。不足 10 件不算百分比。',
    en: 'In the order of their codes. No percentage under 10.',
  },
  category: { zh: '类别', en: 'Category' },
  texts: { zh: '件', en: 'Cases' },
  found: { zh: '该是它的，认出多少', en: 'Found of those it is' },
  true: { zh: '说是它的，真是多少', en: 'So of those called so' },
  saidAndWas: { zh: '说多大把握，对了多少', en: 'What was said and what was right' },
  said: { zh: '说的把握', en: 'Said' },
  was: { zh: '实际对了', en: 'Was right' },
  before: { zh: '以前学过的', en: 'Earlier' },
  when: { zh: '时间', en: 'When' },
} satisfies Record<string, Words>
