// What the cases room calls things, in both languages: one word each, everywhere. Staff words are the fixed terms
// of the trade; residents read plainer ones. Sentences of the journal are in sentences.ts, of refusals in
// words-refusals.ts, of the countdown in words-clock.ts.
import type { Words } from '#core/kit/words.ts'
import type { Matter, Source, State, Tier } from './case.ts'
import type { ClockKind } from './clock.ts'
import type { Queue } from './contract.ts'

export { outcomeWords } from './words-outcome.ts'

export { residentStateWords } from './words-resident.ts'

type Said<K extends string> = Readonly<Record<K, Words>>

/** A state as staff say it. */
export const stateWords: Said<State> = {
  REPORTED: { zh: '待受理', en: 'Received' },
  VERIFYING: { zh: '核实中', en: 'Being looked at' },
  NOT_ACCEPTED: { zh: '不予立案', en: 'Not filed' },
  CONTESTED: { zh: '异议复核', en: 'Contested' },
  ACCEPTED: { zh: '已立案，待分流', en: 'Filed, to be sorted' },
  TRIAGED: { zh: '已分流，待派遣', en: 'Sorted, to be dispatched' },
  DISPATCHED: { zh: '已派遣，待签收', en: 'Dispatched, not signed' },
  HANDLING: { zh: '处置中', en: 'In work' },
  RETURNED: { zh: '已退回', en: 'Returned' },
  WAITING_REPORTER: { zh: '待反映人补充', en: 'Waiting for the reporter' },
  SUSPENDED: { zh: '挂账', en: 'Suspended' },
  HANDLED: { zh: '待核查', en: 'To be checked' },
  PASSING_BACK: { zh: '逐级确认', en: 'Being confirmed onward' },
  REWORK: { zh: '返工', en: 'Rework' },
  CHECKED: { zh: '待结案', en: 'To be closed' },
  CLOSED: { zh: '已结案', en: 'Closed' },
  REOPENED: { zh: '重开，待派遣', en: 'Reopened, to be dispatched' },
  MERGED: { zh: '已合并', en: 'Merged' },
  VOID: { zh: '作废', en: 'Void' },
  ARCHIVED: { zh: '已归档', en: 'Archived' },
}

export const sourceWords: Said<Source> = {
  GRID_PATROL: { zh: '网格巡查', en: 'grid patrol' },
  DEVICE: { zh: '设备感知', en: 'device' },
  RESIDENT_WEB: { zh: '居民网上', en: 'resident, online' },
  RESIDENT_PHONE: { zh: '居民来电', en: 'resident, by phone' },
  COUNTER: { zh: '柜台', en: 'counter' },
  HOTLINE_12345: { zh: '12345 热线', en: '12345 hotline' },
  UPPER_LEVEL: { zh: '上级交办', en: 'handed down from above' },
  OTHER_SYSTEM: { zh: '其他系统', en: 'another system' },
}

/** The lowest layer that can usually settle a matter of this tier (四级处置). */
export const tierWords: Said<Tier> = {
  T1: { zh: '一级·网格', en: 'Tier 1, grid' },
  T2: { zh: '二级·社区', en: 'Tier 2, community' },
  T3: { zh: '三级·街道', en: 'Tier 3, street' },
  T4: { zh: '四级·区县', en: 'Tier 4, district' },
  T5: { zh: '五级·市级', en: 'Tier 5, city' },
}

export const matterWords: Said<Matter> = {
  major: { zh: '大事', en: 'public function' },
  minor: { zh: '小事', en: 'community affair' },
  private: { zh: '私事', en: 'private matter' },
}

export const queueWords: Said<Queue> = {
  toVerify: { zh: '待受理', en: 'To receive' },
  toTriage: { zh: '待分流', en: 'To sort' },
  toDispatch: { zh: '待派遣', en: 'To dispatch' },
  mine: { zh: '我在办', en: 'In my hands' },
  dueSoon: { zh: '快到期', en: 'Due soon' },
  overdue: { zh: '超期', en: 'Overdue' },
  returned: { zh: '被退回', en: 'Returned' },
  toCheck: { zh: '待核查', en: 'To check' },
  toClose: { zh: '待结案', en: 'To close' },
  unplaced: { zh: '待定位', en: 'To place' },
  requests: { zh: '待审批', en: 'To approve' },
  contested: { zh: '异议', en: 'Contested' },
  supervised: { zh: '督办', en: 'Supervised' },
  toCall: { zh: '待回访', en: 'To call back' },
  toSample: { zh: '待抽查', en: 'To sample' },
  suspended: { zh: '挂账', en: 'Suspended' },
}

export const clockKindWords: Said<ClockKind> = {
  ACCEPT: { zh: '受理', en: 'Acceptance' },
  VERIFY: { zh: '核实', en: 'Looking before filing' },
  CONTEST: { zh: '异议复核', en: 'Review' },
  DISPATCH: { zh: '派遣', en: 'Dispatch' },
  SIGN: { zh: '签收', en: 'Signing' },
  RESPOND: { zh: '响应', en: 'First contact' },
  HANDLE: { zh: '处置', en: 'Handling' },
  CHECK: { zh: '核查', en: 'Check' },
  CONFIRM_ONWARD: { zh: '逐级确认', en: 'Confirming onward' },
  WHOLE: { zh: '结案', en: 'Closing' },
  WAIT: { zh: '待补充', en: 'Waiting for the reporter' },
  EXTENSION: { zh: '延期审批', en: 'Extension' },
  CONFIRM: { zh: '反映人确认', en: 'Confirmation' },
  REOPEN: { zh: '可重开', en: 'Reopening' },
  CALLBACK: { zh: '回访', en: 'Call-back' },
  APPEAL: { zh: '超期申诉', en: 'Appeal' },
}

/** 好差评, five grades. 基本满意 counts as satisfied [D14]. */
export const gradeWords: Readonly<Record<1 | 2 | 3 | 4 | 5, Words>> = {
  1: { zh: '非常不满意', en: 'very dissatisfied' },
  2: { zh: '不满意', en: 'dissatisfied' },
  3: { zh: '基本满意', en: 'fairly satisfied' },
  4: { zh: '满意', en: 'satisfied' },
  5: { zh: '非常满意', en: 'very satisfied' },
}

/** The three ends of the confirming window, counted apart. */
export const answerWords: Said<'confirm' | 'object' | 'silence'> = {
  confirm: { zh: '反映人说办好了', en: 'the reporter says it is solved' },
  object: { zh: '反映人说没办好', en: 'the reporter says it is not solved' },
  silence: { zh: '未回应', en: 'no answer' },
}

/** A rung of the ladder 层层闭环. */
export const rungStateWords: Said<'in_hand' | 'waiting' | 'checking' | 'confirmed'> = {
  in_hand: { zh: '在办', en: 'in hand' },
  waiting: { zh: '等上一层', en: 'waiting for the layer it gave to' },
  checking: { zh: '核查中', en: 'checking' },
  confirmed: { zh: '已确认', en: 'confirmed' },
}
