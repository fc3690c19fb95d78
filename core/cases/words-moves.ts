// The moves of a case as staff say them, and the reasons and ways a form offers with them.
import type { Words } from '#core/kit/words.ts'
import type { Matter, RefusalReason } from './case.ts'
import type { CheckWay } from './check.ts'
import type { voidReasons } from './closing.ts'
import type { ReturnReason } from './dispatch.ts'
import type { Move } from './moves.ts'
import type { Contact } from './waiting.ts'

type Said<K extends string> = Readonly<Record<K, Words>>

/** A move as the verb on its button. Who does it is never in doubt there. */
export const moveWords: Said<Move> = {
  report: { zh: '上报一件', en: 'Report something' },
  affectedToo: { zh: '我也遇到', en: 'I am affected too' },
  verifyBeforeFiling: { zh: '请人核实', en: 'Ask somebody to look' },
  verified: { zh: '答复核实结果', en: 'Answer what was found' },
  accept: { zh: '立案', en: 'File the case' },
  notAccept: { zh: '不予立案', en: 'Do not file it' },
  contest: { zh: '提出异议', en: 'Contest the decision' },
  decideContest: { zh: '复核异议', en: 'Decide the objection' },
  triage: { zh: '分流', en: 'Sort the case' },
  dispatch: { zh: '派遣', en: 'Dispatch the case' },
  acceptDuty: { zh: '签收', en: 'Sign for it' },
  selfHandle: { zh: '自行处置', en: 'Report it done on the spot' },
  return: { zh: '退回', en: 'Return it' },
  reroute: { zh: '改派', en: 'Send it elsewhere' },
  uphold: { zh: '维持派遣', en: 'Uphold the dispatch' },
  correct: { zh: '更正', en: 'Correct the case' },
  transfer: { zh: '转办', en: 'Transfer it' },
  addAssist: { zh: '请求协办', en: 'Ask for assistance' },
  assistDone: { zh: '答复协办', en: 'Report the assistance done' },
  withdrawAssist: { zh: '撤回协办', en: 'Call off the assistance' },
  contact: { zh: '联系反映人', en: 'Record a contact' },
  requestExtension: { zh: '申请延期', en: 'Ask for more time' },
  grantExtension: { zh: '同意延期', en: 'Grant the extension' },
  refuseExtension: { zh: '不同意延期', en: 'Refuse the extension' },
  suspend: { zh: '挂账', en: 'Suspend the case' },
  refuseSuspension: { zh: '不同意挂账', en: 'Refuse the suspension' },
  resume: { zh: '恢复办理', en: 'Resume the case' },
  waitForReporter: { zh: '请反映人补充', en: 'Ask the reporter' },
  answer: { zh: '补充说明', en: 'Answer the question' },
  handle: { zh: '处置反馈', en: 'Hand in the result' },
  checkPass: { zh: '核查通过', en: 'Pass the check' },
  checkFail: { zh: '退回返工', en: 'Fail the check' },
  confirmOnward: { zh: '逐级确认', en: 'Confirm it onward' },
  close: { zh: '结案', en: 'Close the case' },
  confirm: { zh: '办好了', en: 'Confirm it is solved' },
  object: { zh: '没办好', en: 'Say it is not solved' },
  windowPasses: { zh: '逾期未确认', en: 'Note that nobody answered' },
  rate: { zh: '评价', en: 'Rate the result' },
  callback: { zh: '回访', en: 'Call back' },
  reopen: { zh: '重开', en: 'Reopen the case' },
  stillBroken: { zh: '还没好', en: 'Still broken' },
  sampleCheck: { zh: '抽查', en: 'Check the sample' },
  merge: { zh: '合并', en: 'Merge the case' },
  unmerge: { zh: '拆分', en: 'Part it again' },
  void: { zh: '作废', en: 'Void the case' },
  whistle: { zh: '吹哨', en: 'Call units together' },
  arrive: { zh: '报到', en: 'Say they have arrived' },
  settleWhistle: { zh: '会商办结', en: 'Settle the call' },
  rateWhistle: { zh: '评价召集', en: 'Rate the call' },
  meetByPasses: { zh: '报到时间已过', en: 'The time to meet passes' },
  overdueAppeal: { zh: '超期申诉', en: 'Appeal against lateness' },
  decideAppeal: { zh: '复核超期申诉', en: 'Review the appeal' },
  urge: { zh: '催办', en: 'Urge it' },
  supervise: { zh: '督办', en: 'Supervise it' },
  answerSupervision: { zh: '答复督办', en: 'Answer the supervision' },
  escalate: { zh: '超期升级', en: 'Raise the tier' },
  redraw: { zh: '网格重划', en: 'Carry it to the new grid' },
  applyCalendar: { zh: '按新日历改到期', en: 'Apply the revised calendar' },
  note: { zh: '加备注', en: 'Add a note' },
  attach: { zh: '附材料', en: 'Attach files' },
  archive: { zh: '归档', en: 'Archive the case' },
  eraseContact: { zh: '删除联系方式', en: 'Erase the contact' },
  withdrawContact: { zh: '收回联系方式', en: 'Take back the contact' },
}

/** Why a report is not filed. Each is said to the reporter together with words and whose it is. */
export const refusalReasonWords: Said<RefusalReason> = {
  other_body: { zh: '由其他单位负责', en: 'another body is responsible' },
  not_found: { zh: '现场没有发现', en: 'nothing was found on the spot' },
  no_public_matter: { zh: '不是公共事务', en: 'no public matter' },
  in_court: { zh: '正在诉讼、仲裁或复议', en: 'before a court, arbitration or review' },
  repeat: { zh: '同一件已在办', en: 'the same matter is already in work' },
  policy_limit: { zh: '现行政策办不了', en: 'present rules do not allow it' },
}

export const returnReasonWords: Said<ReturnReason> = {
  not_ours: { zh: '不归我们管', en: 'not ours' },
  place_wrong: { zh: '地点不对', en: 'wrong place' },
  category_wrong: { zh: '类别不对', en: 'wrong category' },
  needs_upper_layer: { zh: '要上一级来办', en: 'needs a higher layer' },
  other: { zh: '其他', en: 'other' },
}

export const transferReasonWords: Said<'wrong_unit' | 'other'> = {
  wrong_unit: { zh: '派错了单位', en: 'wrong unit' },
  other: { zh: '其他', en: 'other' },
}

export const checkWayWords: Said<CheckWay> = {
  on_site: { zh: '现场看', en: 'on site' },
  by_proof: { zh: '看证明', en: 'by the proof' },
  by_phone: { zh: '电话问', en: 'by phone' },
}

export const contactWayWords: Said<Contact['how']> = {
  phone: { zh: '电话', en: 'by phone' },
  visit: { zh: '上门', en: 'at the door' },
  counter: { zh: '柜台', en: 'at the counter' },
  message: { zh: '短信', en: 'by message' },
}

export const voidReasonWords: Said<(typeof voidReasons)[number]> = {
  entered_by_mistake: { zh: '误录入', en: 'entered by mistake' },
  test_entry: { zh: '测试件', en: 'test entry' },
}

/** Fields that can be set right. */
export const correctFieldWords: Said<'place' | 'category' | 'tier' | 'urgency'> = {
  place: { zh: '地点', en: 'place' },
  category: { zh: '类别', en: 'category' },
  tier: { zh: '层级', en: 'tier' },
  urgency: { zh: '缓急', en: 'urgency' },
}

export const urgencyWords: Said<'urgent' | 'normal'> = {
  urgent: { zh: '紧急', en: 'urgent' },
  normal: { zh: '一般', en: 'normal' },
}

/** What the sorting means, in one line beside the choice. */
export const matterHints: Said<Matter> = {
  major: { zh: '政府的事，由政府部门办。', en: 'The government’s task: an office does it.' },
  minor: {
    zh: '大家的事，社区和居民一起办。',
    en: 'The neighbourhood’s own affair, settled together.',
  },
  private: {
    zh: '个人的事，告诉他可以找谁，下一步做什么。',
    en: 'Somebody’s own affair: say whom to ask and what comes next.',
  },
}
