// The acts of a case as doors: what each is called where its move alone does not say it, and what it is for.
import type { Words } from '#core/kit/words.ts'
import type { FormKey } from './form-keys.ts'

const voicesHints = {
  callback: { zh: '最多三次，每次都记下。', en: 'Three at most, each one kept.' },
  sampleCheck: { zh: '由没有参与的上一层看。', en: 'By a layer that took no part.' },
  affectedToo: { zh: '电话或柜台来的，替他记上。', en: 'By phone or at the counter.' },
  stillBroken: { zh: '替来电的人记下，不用他上网。', en: 'Written down for a caller.' },
  merge: { zh: '反映的人一个也不会漏掉。', en: 'Nobody who reported it is lost.' },
} as const satisfies Record<string, Words>

const papersHints = {
  attach: {
    zh: '照片或 PDF，放进这一件。不会动任何一只表。',
    en: 'Photos or PDF, kept with the case. Moves no clock.',
  },
} satisfies Record<string, Words>

const whistleHints = {
  whistle: { zh: '一件事要几家一起办时用。', en: 'For a matter several units settle together.' },
  arrive: { zh: '按现在这一刻记。', en: 'Noted as of now.' },
} as const satisfies Record<string, Words>

const watchingHints = {
  urge: { zh: '告诉承办的人和他的负责人。', en: 'Tells the holder and its head.' },
  supervise: { zh: '写明什么时候之前要答复。', en: 'With the time to answer by.' },
  answerSupervision: { zh: '上级在等答复。', en: 'The layer above waits for it.' },
} as const satisfies Record<string, Words>

export const offerWords = {
  fileAndDispatch: { zh: '立案并派遣', en: 'File and dispatch' },
  sortAndDispatch: { zh: '分流并派遣', en: 'Sort and dispatch' },
  acceptOnly: { zh: '只立案，先不派', en: 'File only' },
  triageOnly: { zh: '只分流，先不派', en: 'Sort only' },
  escalate: { zh: '提请上级办理', en: 'Take it up a layer' },
  dispatchTo: { zh: '派遣', en: 'Dispatch' },
  dispatchNow: { zh: '派给{unit}', en: 'Give to {unit}' },
  passOn: { zh: '再往下派', en: 'Give further' },
  decideExtension: { zh: '审批延期', en: 'Decide on more time' },
  decideSuspension: { zh: '审批挂账', en: 'Decide on suspension' },
  answer: { zh: '打电话问一问，代上报人答复', en: 'Call, and answer for the reporter' },
  rate: { zh: '代反映人评价或要求重开', en: 'Rate or reopen for the reporter' },
  answerQuestion: { zh: '替反映人补充', en: 'Answer for the reporter' },
  contest: { zh: '替反映人提异议', en: 'Contest for the reporter' },
} as const satisfies Record<string, Words>

/** One sentence under the button. */
export const hints: Partial<Record<FormKey, Words>> = {
  fileAndDispatch: {
    zh: '类别、层级、派给谁，一张单子写完。',
    en: 'Category, tier and receiver on one form.',
  },
  answer: {
    zh: '电话、柜台、网上的答复同样算数。先念一遍办理结果，再记原话。',
    en: 'An answer by phone or at the counter counts the same. Read the result out first.',
  },
  checkPass: {
    zh: '没经手的人才能核查。通过之后逐级确认。',
    en: 'Only somebody who did not handle it. Then it is confirmed layer by layer.',
  },
  checkFail: {
    zh: '要写哪里没办好。会回到承办单位，原来的记录都在。',
    en: 'Say what is not right. It goes back; the record stays.',
  },
  handle: {
    zh: '交回结果和证明，处置的表停下。',
    en: 'Hands in result and proof; the clock stops.',
  },
  ...watchingHints,
  ...voicesHints,
  ...whistleHints,
  ...papersHints,
  escalate: {
    zh: '本层办不了的，交上一级；时限照走。',
    en: 'Beyond this layer: up to the next. The clock goes on.',
  },
  note: { zh: '不会动任何一只表。', en: 'Moves no clock.' },
  return: { zh: '要写理由。表接着走，不重新计。', en: 'Needs a reason. The clock goes on.' },
  close: {
    zh: '写给反映人看。他还有最后一句话。',
    en: 'In words for the reporter, who has the last.',
  },
  acceptDuty: { zh: '签收后开始计处置时限。', en: 'The handling clock starts with it.' },
  selfHandle: {
    zh: '现场就办好了的小事。社区核对后结案。',
    en: 'A small thing done on the spot; the community looks and closes.',
  },
  notAccept: {
    zh: '要写理由，并告诉反映人该找谁。',
    en: 'With the reason, and whose it is instead.',
  },
  confirmOnward: {
    zh: '为结果负责，交回上一层。',
    en: 'Answers for the result and passes it back.',
  },
}
