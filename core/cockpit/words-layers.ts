// The words of the layer figures, and what each means. Whoever changes how one is counted changes its words here.

import type { Words } from '#core/kit/words.ts'
import type { LayerFact } from '#core/cases/layer-figures.ts'
import type { BesideKey } from './contract.ts'

export const layerWords = {
  heading: { zh: '层层闭环', en: 'Layer by layer' },
  basis: {
    zh: '数的是交办的环节，不是件；按层级排，不排名',
    en: 'counts pieces of work given, not cases; in the order of the layers, never ranked',
  },
  headline: {
    zh: '本层收到{received}个环节，交回结果{handedIn}次，被派来的一方退回{refused}次',
    en: 'This layer received {received}, handed in {handedIn}, was refused {refused}',
  },
  layer: { zh: '层级', en: 'Layer' },
  ownLayer: { zh: '{level}（本层）', en: '{level} (this layer)' },
  receiver: { zh: '承办单位', en: 'Receiver' },
  receivers: { zh: '本层各承办单位', en: 'Receivers of this layer' },
  minutes: { zh: '逐级确认中位用时', en: 'Median to confirm' },
  none: {
    zh: '这一段没有交办到这一层的件。',
    en: 'Nothing was given to this layer in the period.',
  },
  noneThen: {
    zh: '社区、网格自己办完的不算环节；往上交、往下派的才算。',
    en: 'What a home layer does itself is no leg; what is handed up or down is.',
  },
  few: { zh: '不足{min}，不算率', en: 'under {min}: no rate' },
  listOf: { zh: '{name} · {layer}', en: '{name} · {layer}' },
  listBasis: {
    zh: '{area} · {from}至{to} · 一行一个，和数字对得上',
    en: '{area} · {from} to {to} · one row for each, the sum is the figure',
  },
  matter: { zh: '事项', en: 'Matter' },
  from: { zh: '谁交来的', en: 'Given by' },
  to: { zh: '谁承办', en: 'Received by' },
  when: { zh: '时间', en: 'When' },
  dueAt: { zh: '应签收', en: 'To sign by' },
  signedAt: { zh: '签收', en: 'Signed' },
  notSigned: { zh: '没有签收', en: 'not signed' },
  passedAt: { zh: '上一层通过', en: 'Passed above' },
  missedAt: { zh: '超期起', en: 'Late since' },
  heldOf: { zh: '在手 ∕ 全程', en: 'Held ∕ whole' },
  heldText: { zh: '{held} ∕ {whole}', en: '{held} ∕ {whole}' },
  open: { zh: '驾驶舱', en: 'Cockpit' },
  numerator: { zh: '按时', en: 'In time' },
  denominator: { zh: '应签收', en: 'Due' },
} satisfies Record<string, Words>

export type LayerDefinition = { name: Words; sentence: Words; formula: Words; leftOut: Words }

const always: Words = {
  zh: '作废的件、并到别的件里的件。协办不算环节。',
  en: 'Void and merged cases. Assistance is no leg.',
}

export const layerDefinitions: Readonly<Record<LayerFact, LayerDefinition>> = {
  received: {
    name: { zh: '收到', en: 'Received' },
    sentence: {
      zh: '这一层收到多少个交办的环节：派遣、改派、维持、转办都算一次。',
      en: 'Pieces of work given to this layer: dispatched, rerouted, upheld or transferred.',
    },
    formula: { zh: '交办时间在本段内的环节', en: 'legs given in the period' },
    leftOut: always,
  },
  returned: {
    name: { zh: '退回', en: 'Returned' },
    sentence: {
      zh: '收到以后写了理由退回去的。退得对不对，由派来的一方判。',
      en: 'Given back with a written reason. Whether rightly, the giver decides.',
    },
    formula: { zh: '退回时间在本段内的环节', en: 'legs returned in the period' },
    leftOut: always,
  },
  signed: {
    name: { zh: '按时签收', en: 'Signed in time' },
    sentence: {
      zh: '到了签收期限的环节里，期限之内打开或答复了的占多少。',
      en: 'Of the legs that were to be signed for, how many were opened or answered in time.',
    },
    formula: {
      zh: '期限内签收或退回 ∕ 签收期限在本段内、已签或已过期的环节',
      en: 'signed or returned in time ∕ legs whose time to sign ran out in the period, or that were signed',
    },
    leftOut: always,
  },
  handedIn: {
    name: { zh: '交回结果', en: 'Results handed in' },
    sentence: {
      zh: '向派来的一方交回结果的次数：自己办的，和替上一层担保的。',
      en: 'Results handed in to the giver: own work, and work of the layer above that it vouches for.',
    },
    formula: { zh: '交回时间在本段内的结果', en: 'results handed in during the period' },
    leftOut: always,
  },
  refused: {
    name: { zh: '被退回返工', en: 'Refused by its giver' },
    sentence: {
      zh: '交回的结果，派来的一方核查没有通过的次数。',
      en: 'Results that the giver’s check did not pass.',
    },
    formula: { zh: '核查未通过时间在本段内的结果', en: 'results whose check failed in the period' },
    leftOut: always,
  },
  confirmedOnward: {
    name: { zh: '逐级确认', en: 'Confirmed onward' },
    sentence: {
      zh: '上一层的结果核查通过后，替它担保、往下一层交的次数。用时从核查通过算到交出，取中位。',
      en: 'Results of the layer above that it passed and vouched for; the time is from passing to handing on, the median.',
    },
    formula: {
      zh: '确认时间在本段内的结果；不足10个不算中位',
      en: 'confirmed in the period; no median under ten',
    },
    leftOut: always,
  },
  held: {
    name: { zh: '超期件在手时间', en: 'Share of overdue time' },
    sentence: {
      zh: '经过这一层的超期件，全程有效时间里有多少是在这一层手上（办理、核查、等改派都算）。',
      en: 'Of the whole active time of overdue rounds that passed through, how much this layer had them in hand, working or checking.',
    },
    formula: {
      zh: '在这一层手上的秒数 ∕ 这些轮次从立案到结案的秒数，按时限表走，停表的时间不算',
      en: 'seconds in its hands ∕ seconds from filing to closing of these rounds, by the clock, pauses left out',
    },
    leftOut: {
      zh: '没有超期的件；按最早错过的期限归到那一段。只用来说明时间花在哪里，不考核。',
      en: 'Rounds in time; each counts where its first missed due lies. It explains where time went and judges nobody.',
    },
  },
}

export const besideWords = {
  heading: { zh: '旁列计数', en: 'Counted beside' },
  basis: {
    zh: '只列在旁边，不进任何率',
    en: 'stand beside the rates and are in none of them',
  },
  past: { zh: '去年同期{n}', en: 'year before {n}' },
  nth: { zh: '第{n}次', en: 'time {n}' },
} satisfies Record<string, Words>

export const besideDefinitions: Readonly<Record<BesideKey, LayerDefinition>> = {
  urged: {
    name: { zh: '催办', en: 'Urged' },
    sentence: {
      zh: '反映人或派来的一方催了多少次。',
      en: 'How often a reporter or a giver urged.',
    },
    formula: { zh: '催办时间在本段内，一次算一次', en: 'urged in the period, each time once' },
    leftOut: always,
  },
  supervised: {
    name: { zh: '督办', en: 'Supervised' },
    sentence: {
      zh: '上级要求限时答复了多少次。',
      en: 'How often a layer above asked for an answer by a time.',
    },
    formula: { zh: '督办时间在本段内，一次算一次', en: 'supervised in the period, each time once' },
    leftOut: always,
  },
  excused: {
    name: { zh: '超期免责', en: 'Lateness excused' },
    sentence: {
      zh: '申诉后两名复核人都认定免责的超期件。超期本身仍在各项率里。',
      en: 'Late cases that two reviewers excused on appeal. The lateness stays in every rate.',
    },
    formula: { zh: '错过的期限在本段内的件', en: 'cases whose missed due lies in the period' },
    leftOut: always,
  },
}
