// The words of needs, activities and feelings in the cockpit, and what each figure means.
import type { Words } from '#core/kit/words.ts'
import type { FigureDefinition } from './definitions.ts'
import type { Feeling } from './contract-programme.ts'

export const programmeKeys = ['16', '17a', '17b', '18', '28'] as const
export type ProgrammeKey = (typeof programmeKeys)[number]

/** From which day on these figures are counted like this. */
export const programmeVersion = '1 · 2026-11-29'

const secretary: Words = { zh: '社区书记', en: 'community secretary' }
const centre: Words = { zh: '党群服务中心', en: 'community centre' }

export const programmeDefinitions: Readonly<Record<ProgrammeKey, FigureDefinition>> = {
  '16': {
    name: { zh: '问卷有效回收率', en: 'Surveys returned' },
    of: { zh: '份发出', en: 'handed out' },
    sentence: {
      zh: '这一段开着的问卷，发出去的份数里收回来的占多少。',
      en: 'Of the sheets handed out for surveys open in the period, how many came back.',
    },
    formula: {
      zh: '收回 ∕ 发出（作废的码不算发出）',
      en: 'returned ∕ handed out, void codes not counted',
    },
    leftOut: {
      zh: '谁都能答的问卷：没有发出数，也就没有回收率。',
      en: 'Surveys open to anybody: without sheets handed out there is no share.',
    },
    owner: secretary,
    whatToDo: {
      zh: '看哪些网格回得少，让网格员上门请一次；不追问谁没答。',
      en: 'See which grids return few and ask there once at the door; nobody is asked why he did not answer.',
    },
  },
  '17a': {
    name: { zh: '活动场次', en: 'Sessions held' },
    of: null,
    sentence: { zh: '这一段办成了多少场。', en: 'How many sessions took place.' },
    formula: {
      zh: '到昨天为止、没有取消的场次',
      en: 'sessions up to yesterday that were not called off',
    },
    leftOut: {
      zh: '取消的；只是借房间、没有排进活动的。',
      en: 'Called off; rooms lent without a session.',
    },
    owner: centre,
    whatToDo: {
      zh: '场次多不等于办得好，看人次，也看问卷里想听什么。',
      en: 'More is not better: look at who comes, and at what the survey asked for.',
    },
  },
  '17b': {
    name: { zh: '人次', en: 'Person-times' },
    of: null,
    sentence: {
      zh: '门口数到的人次，一人来两回算两次。',
      en: 'As counted at the door; who comes twice counts twice.',
    },
    formula: { zh: '各场数到的人数相加', en: 'heads counted, added over sessions' },
    leftOut: {
      zh: '没有人数的场次。不签到，也不统计是谁；人数只在本人同意时另数。',
      en: 'Sessions nobody counted. No check-in and no names; people are counted apart, and only with their consent.',
    },
    owner: centre,
    whatToDo: {
      zh: '一个系列人次一直少，先问时间和题目合不合适，再决定停不停。',
      en: 'If a series stays small, ask first whether time and topic suit, then whether to end it.',
    },
  },
  '18': {
    name: { zh: '场地利用率', en: 'Rooms in use' },
    of: { zh: '小时开放', en: 'hours open' },
    sentence: {
      zh: '可以外借的房间，开放时间里用上了多少。',
      en: 'Of the hours in which rooms can be used, how many were.',
    },
    formula: { zh: '订出和排上的小时 ∕ 开放的小时', en: 'hours booked ∕ hours open' },
    leftOut: {
      zh: '不外借的房间；关门的日子。',
      en: 'Rooms that are not lent; days on which the house is closed.',
    },
    owner: centre,
    whatToDo: {
      zh: '空着的时间在中心的一周里看得见，居民和小组点一下就能订。',
      en: 'Idle hours stand in the week of the centre; residents and groups may book them there.',
    },
  },
  '28': {
    name: { zh: '居民的感受', en: 'How residents feel' },
    of: null,
    sentence: {
      zh: '最近一次公布的问卷里，四个方面的平均分和 95% 区间。',
      en: 'Means of four statements in the newest published survey, with intervals of 95 %.',
    },
    formula: {
      zh: '打分题的加权平均；区间考虑了加权',
      en: 'weighted mean of the rating; the interval allows for the weights',
    },
    leftOut: {
      zh: '没有公布的、撤回的；不足 10 份的不显示。',
      en: 'Not published or withdrawn; fewer than ten answers.',
    },
    owner: secretary,
    whatToDo: {
      zh: '两次之间区间重叠，就是没有看出变化。平均数不往上加：上一级看自己的问卷。',
      en: 'Overlapping intervals mean no change was seen. Means are not added up: an upper level looks at its own survey.',
    },
  },
}

export const feelingWords: Readonly<Record<Feeling, Words>> = {
  gain: { zh: '获得感', en: 'Sense of gain' },
  happy: { zh: '幸福感', en: 'Happiness' },
  secure: { zh: '安全感', en: 'Safety' },
  belong: { zh: '认同感', en: 'Belonging' },
}

export const programmeWords = {
  heading: { zh: '问了什么，办了什么', en: 'What was asked, and what took place' },
  headingHeld: {
    zh: '办了 {sessions} 场，来了 {times} 人次',
    en: '{sessions} sessions, {times} person-times',
  },
  basis: {
    zh: '一人来两回算两次；不签到，不排名',
    en: 'who comes twice counts twice; no check-in, no ranking',
  },
  loading: { zh: '正在取问卷和活动的数', en: 'Fetching surveys and sessions' },
  noSurvey: { zh: '这一段没有开着的问卷', en: 'no survey was open' },
  surveys: { zh: '{n} 份问卷', en: '{n} surveys' },
  few: { zh: '不足 {min} 份，不算率', en: 'under {min}: no rate' },
  times: { zh: '场', en: 'held' },
  personTimes: { zh: '人次', en: 'times' },
  counted: { zh: '{n} 场数了人', en: '{n} sessions were counted' },
  noCentre: { zh: '还没有登记活动中心', en: 'no centre registered' },
  notOpen: { zh: '这一段没有开放过', en: 'not open in this period' },
  hours: { zh: '{booked} ∕ {open} 小时开放', en: '{booked} ∕ {open} hours open' },
  past: { zh: '去年同期 {value}', en: 'a year before: {value}' },
  pastNone: { zh: '去年同期没有', en: 'none a year before' },
  feelings: { zh: '住在这里觉得怎么样', en: 'How it feels to live here' },
  feelingsBasis: {
    zh: '{day} 公布的问卷 · 竖线为平均，浅带为 95% 区间',
    en: 'survey published on {day} · tick: mean, band: interval of 95 %',
  },
  noFeelings: {
    zh: '这里还没有公布过问到这四件事的问卷。平均分不从下一级往上加。',
    en: 'No survey published here asked for these four. Means are not added up from below.',
  },
  feelingLine: { zh: '{mean}（{low}–{high}），满分 {to}', en: '{mean} ({low}–{high}) of {to}' },
  answered: { zh: '{n} 份', en: '{n} answers' },
  hiddenFew: {
    zh: '有的分数选的人太少，平均也不显示',
    en: 'too few chose some grade: no mean shown',
  },
  themes: { zh: '主题走到哪里了', en: 'Where the themes stand' },
  noTheme: { zh: '还没有定主题', en: 'No theme decided yet' },
  goal: { zh: '目标', en: 'Goal' },
  start: { zh: '起点', en: 'Start' },
  target: { zh: '目标值', en: 'Target' },
  now: { zh: '现在', en: 'Now' },
  notMeasured: { zh: '还量不了', en: 'not measurable yet' },
  goalsOf: { zh: '“{theme}”说好要看的', en: 'What “{theme}” is judged by' },
} satisfies Record<string, Words>
