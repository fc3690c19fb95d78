// What the whistle is called on the screens of staff.
import type { Cooperation } from '#core/cases/whistle.ts'
import type { Words } from '#core/kit/words.ts'

export const whistleWords = {
  heading: { zh: '吹哨报到', en: 'Units called together' },
  calledBy: { zh: '{layer}召集，{time}前到场', en: 'Called by {layer}, to be there by {time}' },
  arrivedAt: { zh: '{time}到场', en: 'arrived {time}' },
  arrivedLate: { zh: '{time}到场，晚了', en: 'arrived {time}, late' },
  notYet: { zh: '还没到场', en: 'not there yet' },
  overdue: { zh: '过了时间没到场', en: 'not there, past the time' },
  witnessed: { zh: '召集方见证', en: 'seen by the caller' },
  plan: { zh: '商定：{words}', en: 'Agreed: {words}' },
  result: { zh: '结果：{words}', en: 'Result: {words}' },
  callerSays: { zh: '召集方评配合：{word}', en: 'Caller on its cooperation: {word}' },
  unitSays: { zh: '单位评召集：{word}', en: 'Unit on the call: {word}' },
  units: { zh: '叫哪些单位', en: 'Which units' },
  addUnit: { zh: '再叫一个单位', en: 'Add a unit' },
  drop: { zh: '去掉', en: 'Remove' },
  meetBy: { zh: '什么时候之前到场', en: 'Be there by' },
  why: { zh: '为什么要一起来', en: 'Why all of them' },
  whichUnit: { zh: '哪个单位到场了', en: 'Which unit is there' },
  myUnit: { zh: '哪个单位', en: 'Which unit' },
  planField: { zh: '商定怎么办', en: 'What was agreed' },
  resultField: { zh: '办成什么样', en: 'What came of it' },
  ratings: { zh: '{unit}配合得怎样', en: 'How {unit} cooperated' },
  rateCall: { zh: '这次召集怎样', en: 'How was the call' },
  chooseUnit: { zh: '请至少选两个单位。', en: 'Choose two units or more.' },
  rateAll: { zh: '请给每个单位选一档。', en: 'Choose a word for each unit.' },
} as const satisfies Record<string, Words>

export const cooperationWords: Readonly<Record<Cooperation, Words>> = {
  well: { zh: '配合好', en: 'well' },
  fair: { zh: '一般', en: 'fair' },
  poorly: { zh: '不够好', en: 'poorly' },
}
/** The same three, said of a call. */
export const callWords: Readonly<Record<Cooperation, Words>> = {
  well: { zh: '叫得对、来得及', en: 'right unit, time enough' },
  fair: { zh: '一般', en: 'fair' },
  poorly: { zh: '不该叫我们，或来不及', en: 'wrong unit, or too late' },
}

type Ask = { title: Words; says: Words; verb: Words }

export const whistleAsks = {
  whistle: {
    title: { zh: '吹哨，叫哪些单位来？', en: 'Call which units together?' },
    says: {
      zh: '马上告诉各单位和负责人。到没到、几点到，大家都看得到。办的期限不变。',
      en: 'Each unit and its head are told at once. Who came when is there for all to see. No clock moves.',
    },
    verb: { zh: '吹哨', en: 'Call them' },
  },
  arrive: {
    title: { zh: '单位到场了？', en: 'Has the unit arrived?' },
    says: {
      zh: '按现在这一刻记。本单位自己报到，或由召集方见证。只记单位，不记人。',
      en: 'Noted as of now: said by the unit, or witnessed by the caller. Units only, no persons.',
    },
    verb: { zh: '记到场', en: 'Note the arrival' },
  },
  settleWhistle: {
    title: { zh: '会商办结？', en: 'Settle the call?' },
    says: {
      zh: '写下商定的办法和结果，给每个单位的配合写一句。评单位，不评人。',
      en: 'What was agreed, what came of it, and a word on each unit. Units are rated, never persons.',
    },
    verb: { zh: '会商办结', en: 'Settle it' },
  },
  rateWhistle: {
    title: { zh: '这次召集怎样？', en: 'How was the call?' },
    says: {
      zh: '告诉召集方：该不该叫、时间赶不赶得上。可以改，最后一次算。',
      en: 'Tell the caller: the right unit, a time that could be met? The last word counts.',
    },
    verb: { zh: '评价', en: 'Rate it' },
  },
} as const satisfies Record<string, Ask>
