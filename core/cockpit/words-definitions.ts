// The words of the page on which every figure says how it is counted.

import type { Words } from '#core/kit/words.ts'

export const definitionWords = {
  title: { zh: '数是怎么来的', en: 'How figures are counted' },
  lead: {
    zh: '驾驶舱、大屏和公开页上的每一个数，都按这里写的算。规则改了，版本和日期跟着改，老的数不悄悄变。',
    en: 'Every figure in the cockpit, on walls and on public pages is counted as written here. When a rule changes, version and date change with it.',
  },
  version: { zh: '版本{version}', en: 'Version {version}' },
  howMany: { zh: '{n}项', en: '{n} of them' },
  laws: { zh: '对所有数都算数的四条', en: 'Four laws for all of them' },
  law_fraction: {
    zh: '每个率都带分子分母，点得开，一行一件，和数字对得上。',
    en: 'Every rate has its fraction and opens into a list, row for row.',
  },
  law_small: {
    zh: '不足10件不算率；公开的页面上，不足10件的数也不写，写“少于10”，还会多藏一个，免得减出来。',
    en: 'No rate under ten. On public pages counts under ten are not written either, and one more is hidden, so that nothing can be found by subtraction.',
  },
  law_past: {
    zh: '只和自己的过去比，不和别处比，不排名，不打分到人。任何一个数都分不到人。',
    en: 'Only against its own past: no league tables, and no figure is ever grouped by person.',
  },
  law_left: {
    zh: '作废的、并到别件里的，哪儿都不算（合并的只算一次上报）。',
    en: 'Void and merged cases count nowhere; merged ones only as reports.',
  },
  whereLaw: { zh: '算在哪里', en: 'Where it counts' },
  asOfLaw: { zh: '过去的数会不会变', en: 'Whether past figures change' },
  item: { zh: '一项是什么', en: 'One item is' },
  when: { zh: '算在哪一天', en: 'Counts on' },
  example: { zh: '例子', en: 'Example' },
  exampleRate: { zh: '{num} ∕ {den} = {rate}%', en: '{num} ∕ {den} = {rate} %' },
  exampleAbove: { zh: '分子：{above}号', en: 'above: {above}' },
  exampleBelow: { zh: '分母：{below}号', en: 'below: {below}' },
  exampleTwice: {
    zh: '同一个号写两遍，是它的两项都算。',
    en: 'A number written twice counts with two items.',
  },
  example_cases: { zh: '{value}件', en: '{value} cases' },
  example_minutes: {
    zh: '{value}分钟（第{den}件的一半）',
    en: '{value} minutes, the middle one of {den}',
  },
  example_perCase: { zh: '{num}次 ∕ {den}件 = {value}', en: '{num} ∕ {den} = {value}' },
  example_points: {
    zh: '{value}分，三个率各占三分之一',
    en: '{value} of 100, the three rates in equal parts',
  },
  example_times: {
    zh: '{num}次 ∕ {den}人·周 = {value}',
    en: '{num} ∕ {den} worker-weeks = {value}',
  },
  example_fields: {
    zh: '{num}个字段 ∕ {den}次交办 = {value}',
    en: '{num} fields ∕ {den} hand-overs = {value}',
  },
  example_typing: { zh: '{num}个字 ÷ 30 = {value}分钟', en: '{num} characters ÷ 30 = {value} min' },
  exampleFiled: { zh: '上报{value}件，立案{num}件', en: '{value} reported, {num} filed' },
  casesTitle: { zh: '举例用的15件事', en: 'The fifteen cases of the example' },
  casesBasis: {
    zh: '编出来的，都在一个网格，3月的事，数到3月31日24时。为了看得清，例子不按10件隐藏；结果由系统算数的那个函数当场算出。',
    en: 'Invented, all in one grid in one March, counted at the end of the month. Nothing is hidden in the example; the very function that counts in earnest counts it here.',
  },
  caseNumber: { zh: '{n}号', en: 'Case {n}' },
  notMeasured: { zh: '不量的，和为什么', en: 'What is not measured, and why' },
  programme: { zh: '问卷、活动和感受', en: 'Surveys, sessions and feelings' },
  loop: { zh: '办件', en: 'Cases' },
  back: { zh: '回我的社区', en: 'To my community' },
} satisfies Record<string, Words>

/** What a tile of the domain asks for and we do not honestly know, or do not want to know. */
export const notMeasured: readonly { what: Words; why: Words }[] = [
  {
    what: { zh: '谁办得多、谁办得快', en: 'Who does how much, and how fast' },
    why: {
      zh: '数到人，就会有人挑轻的、编小的。这里没有一个数、一个筛选、一份导出分到人。',
      en: 'Counted by person, people pick what is light and invent what is small. No figure, filter or export here is by person.',
    },
  },
  {
    what: { zh: '上报真正花了几分钟', en: 'The real minutes of a report' },
    why: {
      zh: '量它就要记下谁在屏幕前多久。国办函〔2026〕12号不许统计在线时长；这里按打了多少字折算。',
      en: 'It would record who sat at a screen how long, which is forbidden. It is said from how much was typed.',
    },
  },
  {
    what: { zh: '拒掉的清单外任务', en: 'Unlisted tasks that were refused' },
    why: {
      zh: '职责事项清单的准入还没有进这套系统。没有来源的数，宁可空着。',
      en: 'The admission of tasks by the duty list is not part of this system yet. A number without a source stays away.',
    },
  },
  {
    what: { zh: '个人信息一年来的走势', en: 'The past of personal fields held' },
    why: {
      zh: '抹掉的就是抹掉了，连数目也不留。只有此刻的数。',
      en: 'What was erased leaves nothing behind, not even its number. There is only the present one.',
    },
  },
  {
    what: { zh: '全市的重复诉求率、减负指标', en: 'Figures 10 and 26 of a whole city' },
    why: {
      zh: '要逐件走一遍；一段里立案超过20,000件，就请到区县、街道看。',
      en: 'They walk over every case: above 20,000 filed in a period, look at a district or a street.',
    },
  },
]
