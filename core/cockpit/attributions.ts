// What one item of each figure is, and on which day it counts (loop.md 7.1). Where it counts is the same for all.

import type { Words } from '#core/kit/words.ts'
import type { TileKey } from './contract.ts'

export type Attribution = { item: Words; when: Words }

/** The same for every figure. */
export const where: Words = {
  zh: '按立案地点所在的网格，往上每一级都算；更正地点后按新地点。上一级的数＝下一级的数之和＋还没落格的；率、中位数用上一级自己的件重算，不拿下一级的平均。',
  en: 'At the grid in which it was filed and every area above; after a correction, at the new place. A sum above is the sum below and what is not placed yet; rates and medians are counted anew from the items, never averaged.',
}
/** Whoever asks later may read another number for the same month. */
export const asOf: Words = {
  zh: '过去的月份也是活的：后来重开、合并、作废，数字会跟着改。要存底，用每日简报，上面写着几点几分的数。',
  en: 'Past months stay alive: a later reopening, merging or voiding changes them. What is to be kept is the daily brief, which says of which minute it is.',
}

const cases: Words = { zh: '一件事', en: 'a case' }
const rounds: Words = {
  zh: '一轮办理：同一件重开，算新的一轮，老的一轮留在分母里',
  en: 'a round: a reopened case begins a new one, and the old one stays below the line',
}
const flow = (what: Words): Words => ({
  zh: `按${what.zh}的时间`,
  en: `by the instant of ${what.en}`,
})
const due = (what: Words): Words => ({
  zh: `按${what.zh}到期的那天；已办的和已到期的才算，拖到下个月办，仍算在这个月`,
  en: `by the day on which ${what.en} was due, once it was done or that day came: doing it next month hides nothing`,
})
const now: Words = {
  zh: '此刻的数，和选的时间段无关',
  en: 'as it stands right now, whatever the period',
}

const handling = due({ zh: '处置', en: 'handling' })
const closing = due({ zh: '全程', en: 'the whole' })

export const attributions: Readonly<Record<TileKey, Attribution>> = {
  '1': {
    item: cases,
    when: flow({ zh: '上报、首次立案', en: 'the report, and of the first filing' }),
  },
  '2': { item: cases, when: flow({ zh: '首次立案', en: 'the first filing' }) },
  '3a': { item: rounds, when: handling },
  '3b': { item: rounds, when: handling },
  '3c': { item: rounds, when: closing },
  '3d': { item: rounds, when: closing },
  '3e': { item: rounds, when: handling },
  '4a': { item: rounds, when: closing },
  '4b': {
    item: { zh: '一次结案', en: 'a closing' },
    when: flow({ zh: '结案', en: 'the closing' }),
  },
  '5': { item: rounds, when: flow({ zh: '交回结果', en: 'handing in' }) },
  '6': { item: cases, when: now },
  '7': {
    item: { zh: '一轮的第一次派遣', en: 'the first dispatch of a round' },
    when: flow({ zh: '派遣', en: 'the dispatch' }),
  },
  '8': {
    item: cases,
    when: flow({ zh: '本段最后一次结案', en: 'its last closing in the period' }),
  },
  '9a': { item: rounds, when: due({ zh: '联系', en: 'contact' }) },
  '9b': { item: rounds, when: flow({ zh: '最后一次答复', en: 'the last answer' }) },
  '9c': { item: rounds, when: flow({ zh: '最后一次评分', en: 'the last grade' }) },
  '9': {
    item: { zh: '三个率', en: 'three rates' },
    when: { zh: '同这三个率', en: 'as for the three' },
  },
  '10': { item: cases, when: flow({ zh: '上报', en: 'the report' }) },
  '11': { item: cases, when: flow({ zh: '首次立案', en: 'the first filing' }) },
  '12': {
    item: { zh: '一次抽查', en: 'a sample check' },
    when: flow({ zh: '判定', en: 'the judgement' }),
  },
  '13': {
    item: { zh: '一个被叫来的单位', en: 'a unit that was called' },
    when: { zh: '按约定到场的时间', en: 'by the time for which it was called' },
  },
  '26a': {
    item: { zh: '一次填写', en: 'one time of filling in' },
    when: flow({ zh: '填写', en: 'the step' }),
  },
  '26b': {
    item: { zh: '一次交办', en: 'a hand-over' },
    when: flow({ zh: '交办', en: 'the hand-over' }),
  },
  '26c': { item: { zh: '一份上报', en: 'a report' }, when: flow({ zh: '上报', en: 'the report' }) },
  '27a': { item: { zh: '一个姓名或电话', en: 'a name or a number' }, when: now },
  '27b': { item: { zh: '一位反映人', en: 'a reporter' }, when: now },
  '27c': {
    item: { zh: '一份导出', en: 'a list taken out' },
    when: flow({ zh: '导出', en: 'taking it out' }),
  },
}
