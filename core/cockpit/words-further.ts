// The words of the further figures.

import type { Words } from '#core/kit/words.ts'

export const furtherWords = {
  loading: { zh: '正在数其余的口径', en: 'Counting the other figures' },
  tooMany: {
    zh: '这一段立案太多，“重复诉求率”和“减负”请到下一级看，或选短一些的时间段。',
    en: 'Too much was filed in this period for figures 10 and 26: look at an area below, or choose a shorter period.',
  },
  times: { zh: '次', en: 'times' },
  fields: { zh: '个', en: 'fields' },
  people: { zh: '位', en: 'reporters' },
  lists: { zh: '份', en: 'lists' },
  minutes: { zh: '分钟', en: 'min' },
  filledOf: { zh: '{n}次填写 ∕ {weeks}人·周', en: '{n} times ∕ {weeks} worker-weeks' },
  fewWorkers: { zh: '在岗不足{min}人，不算；{n}次填写', en: 'fewer than {min} in post; {n} times' },
  carriedOf: { zh: '{fields}个字段 ∕ {n}次交办', en: '{fields} fields ∕ {n} hand-overs' },
  writtenOf: {
    zh: '{n}份，中位{characters}字；九成在{p90}分钟内',
    en: '{n} reports, median {characters} characters; nine of ten within {p90} min',
  },
  heldOf: {
    zh: '{n}位反映人 · 此刻 · 活动和借场地另有{centre}个',
    en: 'of {n} reporters, right now · {centre} more at the centre',
  },
  pastOf: {
    zh: '{den}位还留着联系方式 · 活动和借场地{centre}个',
    en: 'of {den} still held · {centre} at the centre',
  },
  target: { zh: '目标：0', en: 'target: 0' },
  inPeriod: { zh: '这一段', en: 'in this period' },
} satisfies Record<string, Words>
