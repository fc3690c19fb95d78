// What is said around a bulk: what is selected, what will be done, and how each case came out.
import type { BulkMove } from '#core/cases/bulk.ts'
import type { Words } from '#core/kit/words.ts'

export const bulkWords = {
  bulk: { zh: '批量办理', en: 'Several at once' },
  picked: { zh: '选了{n}件，一次最多{max}件', en: '{n} selected, {max} at most' },
  full: {
    zh: '一次最多{max}件，多的没有选上',
    en: '{max} at most: what is beyond was not selected',
  },
  all: { zh: '全选列出的', en: 'Select all listed' },
  none: { zh: '不选了', en: 'Clear' },
  pick: { zh: '选上{number}', en: 'Select {number}' },
  verbN: { zh: '{verb}{n}件', en: '{verb}: {n}' },
  looking: { zh: '正在逐件核对', en: 'Looking at each of them' },
  each: {
    zh: '每件单独办、单独记。办不成的不影响别的，写明为什么。',
    en: 'Each is done and recorded by itself. What cannot be done stops none of the others and says why.',
  },
  willDo: { zh: '要办的{n}件', en: 'These {n}' },
  staysOut: { zh: '办不了的{n}件', en: 'Staying out: {n}' },
  noneFits: {
    zh: '选的这些，没有一件现在能这样办。',
    en: 'None of those selected can be done like this now.',
  },
  conditions: { zh: '各类的立案条件', en: 'Filing conditions' },
  conditionOf: { zh: '{category}（{n}件）：{words}', en: '{category} ({n}): {words}' },
  met: { zh: '每一件都核对过，符合各自的条件', en: 'I checked: each meets its own condition' },
  fits: { zh: '可接{n}件', en: 'may take {n}' },
  seen: { zh: '看过了，这件通过', en: 'Seen: this one passes' },
  seenNone: { zh: '至少看过一件，再通过。', en: 'Look at one at least before passing it.' },
  proofAt: { zh: '{time}交', en: 'handed in {time}' },
  noWords: { zh: '没有写字', en: 'no words' },
  running: { zh: '正在办，{done} ∕ {n}', en: 'Working, {done} of {n}' },
  over: { zh: '办好{done}件，没有办成{refused}件', en: '{done} done, {refused} not done' },
  overAll: { zh: '{n}件都办好了', en: 'All {n} are done' },
  stopped: { zh: '断了线，停在这里', en: 'The line broke; it stopped here' },
  stoppedSays: {
    zh: '办好{done}件，还有{waits}件没有送到。接着办不会重复；关掉也不会丢。',
    en: '{done} done, {waits} not delivered. Going on repeats nothing; closing loses nothing.',
  },
  tooFast: {
    zh: '送得太快，系统要歇一会儿。一分钟后接着办。',
    en: 'Too many at once for the moment. Go on in a minute.',
  },
  goOn: { zh: '接着办', en: 'Go on' },
  giveUp: { zh: '剩下的不办了', en: 'Leave the rest' },
  close: { zh: '知道了', en: 'Close' },
  isDone: { zh: '办好了', en: 'done' },
  isWaiting: { zh: '等着办', en: 'waiting' },
  unsent: { zh: '还有{n}步没有送到', en: '{n} steps were not delivered' },
  unsentSays: {
    zh: '上次断了线，都留在这台设备上。接着送不会重复。',
    en: 'The line broke; they are kept on this device. Sending them repeats nothing.',
  },
  unsentRefused: {
    zh: '{number}：{move}没有办成。{why}',
    en: '{number}: not done ({move}). {why}',
  },
  sendNow: { zh: '接着送', en: 'Send them' },
  drop: { zh: '不送了', en: 'Drop them' },
  seenRefusal: { zh: '看过了', en: 'Seen' },
  keyPick: { zh: '选上或去掉这一件', en: 'select or unselect this one' },
  keyReach: { zh: '连着选', en: 'select on' },
  keyBar: { zh: '去批量办理栏', en: 'to the bar of the selection' },
  keyNone: { zh: '不选了', en: 'clear the selection' },
} as const satisfies Record<string, Words>

type Ask = { title: Words; verb: Words }

/** The question of each, and its verb. */
export const bulkAsks: Readonly<Record<BulkMove, Ask>> = {
  accept: { title: { zh: '一并立案？', en: 'File them all?' }, verb: { zh: '立案', en: 'File' } },
  triage: {
    title: { zh: '一并分流，算谁的事？', en: 'Sort them all: whose affair?' },
    verb: { zh: '分流', en: 'Sort' },
  },
  dispatch: {
    title: { zh: '一并派给谁？', en: 'Give them all to whom?' },
    verb: { zh: '派遣', en: 'Dispatch' },
  },
  acceptDuty: {
    title: { zh: '一并签收？', en: 'Sign for all of them?' },
    verb: { zh: '签收', en: 'Sign' },
  },
  checkPass: {
    title: { zh: '逐件看过证明，一并通过？', en: 'Look at each proof, then pass them?' },
    verb: { zh: '核查通过', en: 'Pass' },
  },
  urge: { title: { zh: '一并催办？', en: 'Urge them all?' }, verb: { zh: '催办', en: 'Urge' } },
  note: {
    title: { zh: '一并加备注？', en: 'A note on all of them?' },
    verb: { zh: '加备注', en: 'Note' },
  },
}

/** What happens to the clocks, where a bulk does something to them; and what it leaves to the page of the case. */
export const bulkSays: Readonly<Partial<Record<BulkMove, Words>>> = {
  accept: {
    zh: '按各自现在的类别立案。没有分好类别的要打开单独办。',
    en: 'Each is filed under the category it has. What is unsorted is opened and filed by itself.',
  },
  triage: {
    zh: '类别、层级、缓急照各件现在的。私事要写给本人，单独办。',
    en: 'Category, tier and urgency stay as they are. Private matters are answered one by one.',
  },
  dispatch: {
    zh: '签收的表从现在走。派错了对方可以退回，表不重计。',
    en: 'The clock of signing starts now. A wrong one can be returned; the clock is not reset.',
  },
  acceptDuty: {
    zh: '签收后开始计处置时限。',
    en: 'The handling clock starts with it.',
  },
  checkPass: {
    zh: '只有看过的才通过。要到现场核查的、没有证明的，不在里面。结案不能批量。',
    en: 'Only what was looked at passes. Where somebody must go and look, or proof is missing, it stays out. Closing is never done in bulk.',
  },
  urge: {
    zh: '承办单位和它的负责人会收到，每件一条。不会动任何一只表。',
    en: 'The holders and their heads are told, once a case. No clock moves.',
  },
  note: {
    zh: '同事看得到，居民看不到。不会动任何一只表。',
    en: 'For colleagues. Moves no clock.',
  },
}

/** Reasons of a bulk that the move itself would put otherwise. */
export const bulkWhyWords: Readonly<Record<string, Words>> = {
  not_sorted_yet: {
    zh: '还没有分好类别，打开单独办。',
    en: 'Not sorted yet: open it and choose a category.',
  },
  proof_missing: {
    zh: '没有合格的处置证明，打开单独核查。',
    en: 'No proof that satisfies the rule: open it and check it by itself.',
  },
  no_such_case: { zh: '这里看不到这一件。', en: 'This case cannot be read here.' },
}
