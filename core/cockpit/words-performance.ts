// The words of the page on which anybody reads how a place does.

import type { Words } from '#core/kit/words.ts'

export const performanceWords = {
  title: { zh: '办得怎么样', en: 'How we do' },
  titleOf: { zh: '{name}办得怎么样', en: 'How {name} does' },
  span: { zh: '{from}至{to}', en: '{from} to {to}' },
  basis: {
    zh: '只和自己前一年比。不足10件的不写；和别的页一减就剩不足10件的，也不写：免得认出是谁。',
    en: 'Only against our own year before. Fewer than ten is not said, nor what would leave so few if one page were taken from another.',
  },
  lead: {
    zh: '一年里，{name}收到{reported}件。',
    en: 'In a year {name} received {reported} reports.',
  },
  leadHidden: {
    zh: '{name}收到多少件，这里不写。',
    en: 'How many reports {name} received is not said here.',
  },
  monthsBelow: {
    zh: '每个月的数和来源写在各社区的页上；这里也写，几页一减就会认出是谁。',
    en: 'Months and sources stand on the pages of communities; said here too, one page taken from another could point at somebody.',
  },
  inTime: { zh: '有没有按时办', en: 'Done in time?' },
  residentsSay: { zh: '居民怎么说', en: 'What residents say' },
  lookedAt: { zh: '自己查自己', en: 'Looking at ourselves' },
  found: { zh: '怎么发现、谁办的', en: 'How it was found, and who did it' },
  sums: { zh: '还有这些数', en: 'And these' },
  sumsBasis: {
    zh: '在办、超期、挂账是此刻的；其余是一年的。',
    en: 'Open, overdue and suspended are of now; the others of the year.',
  },
  now_open: { zh: '在办', en: 'Open' },
  now_overdue: { zh: '超期未结', en: 'Overdue and open' },
  now_suspended: { zh: '挂账：现在办不了，理由公开', en: 'Suspended, with a public reason' },
  confirmed: { zh: '反映人说办好了', en: 'Reporter says it is done' },
  silent: { zh: '反映人没有回应（不算认可）', en: 'Reporter said nothing (not consent)' },
  objected: { zh: '反映人不认可，退回重办', en: 'Reporter objected: back to work' },
  sum_excused: { zh: '超期申诉成立（超期仍算超期）', en: 'Lateness excused (it stays late)' },
  sum_refused: { zh: '不予立案，可以提一次异议', en: 'Not accepted; may be contested once' },
  sum_guided: { zh: '个人事务，告知去处', en: 'Private matters, guided' },
  sum_merged: { zh: '合并到同一件事里', en: 'Merged into one matter' },
  sum_void: { zh: '作废（只限误录和测试）', en: 'Void (entered by mistake, or a test)' },
  hidden: { zh: '不显示', en: 'not shown' },
  hiddenWhy: {
    zh: '不足{min}件，或者和别的页一减就剩不足{min}件：不写，免得认出是谁',
    en: 'fewer than {min}, or so few would be left if another page were taken from it: not said, for privacy',
  },
  atLeast: { zh: '{value}以上', en: '{value} or more' },
  atMost: { zh: '不到{value}', en: 'under {value}' },
  denOnly: {
    zh: '共{den}{what}；一头太少，或会让人减出别处的，不写准数',
    en: '{den} {what}; a part is too small, or would give one away elsewhere, to be said exactly',
  },
  filedOf: { zh: '立案{n}件', en: '{n} filed' },
  casesOf: { zh: '共{n}件', en: 'of {n} cases' },
  past: { zh: '前一年{value}', en: 'the year before: {value}' },
  how: { zh: '怎么算', en: 'How' },
  more: { zh: '细说', en: 'More about it' },
  openData: { zh: '开放数据', en: 'Open data' },
  howWeCount: { zh: '这些数是怎么来的', en: 'How we count' },
  noLeague: {
    zh: '这里不和别的社区比，也不排名；更没有一个数分到人。',
    en: 'No other community stands beside it, nothing is ranked, and no figure is by person.',
  },
  loading: { zh: '正在取一年的数', en: 'Fetching a year' },
  notPublished: { zh: '这一级不单独公开', en: 'Not published at this level' },
  notPublishedThen: {
    zh: '网格太小，数字会认出人；请看它的社区。',
    en: 'A grid is too small: its figures could point at people. See its community.',
  },
} satisfies Record<string, Words>
