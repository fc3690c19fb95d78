// Every act of the desk as a question, what it does to clock and record, and its verb.
import type { Words } from '#core/kit/words.ts'
import { voicesAsks } from './words-voices.ts'
import { papersAsks } from './words-papers.ts'
import { appealAsks } from './words-appeal.ts'
import { whistleAsks } from './words-whistle.ts'
import { watchingAsks } from './words-watching.ts'

/** Title (a question), what it does, and the verb. */
type Ask = { title: Words; says?: Words; verb: Words }

export const asks = {
  fileAndDispatch: {
    title: { zh: '立案，派给谁？', en: 'File it, and give it to whom?' },
    says: {
      zh: '一次记下三步：立案、分流、派遣。受理的表停下，签收和处置的表开始走。',
      en: 'Three steps at once: filed, sorted, dispatched. The clock of acceptance stops and that of signing starts.',
    },
    verb: { zh: '立案并派出', en: 'File and dispatch' },
  },
  sortAndDispatch: {
    title: { zh: '分流，派给谁？', en: 'Sort it, and give it to whom?' },
    says: {
      zh: '一次记下两步：分流、派遣。派遣的表停下，签收和处置的表开始走。',
      en: 'Two steps at once: sorted, dispatched. The clock of dispatch stops and that of signing starts.',
    },
    verb: { zh: '派出', en: 'Dispatch' },
  },
  accept: {
    title: { zh: '先立案，稍后再派？', en: 'File it now and dispatch later?' },
    says: {
      zh: '受理的表停下，派遣的表开始走。这一层从此负责到结案。',
      en: 'The clock of acceptance stops, that of dispatch starts. This layer answers for it to the end.',
    },
    verb: { zh: '立案', en: 'File it' },
  },
  notAccept: {
    title: { zh: '不立案，告诉反映人找谁？', en: 'Do not file it, and say whose it is?' },
    says: {
      zh: '反映人会读到理由，七天内可以提一次异议，由上一级没参与的人复核。',
      en: 'The reporter reads the reason and may contest it once; somebody above decides.',
    },
    verb: { zh: '不予立案', en: 'Do not file' },
  },
  verify: {
    title: { zh: '立案之前，请谁去看一眼？', en: 'Who looks at it before it is filed?' },
    says: {
      zh: '受理的表停下，等答复了接着走。报的人不能核实自己报的。',
      en: 'The clock of acceptance rests until the answer. Whoever reported it cannot verify it.',
    },
    verb: { zh: '请去核实', en: 'Send them' },
  },
  verified: {
    title: { zh: '看到的是什么情况？', en: 'What was found?' },
    says: { zh: '答复之后，受理的表接着走。', en: 'The clock of acceptance goes on.' },
    verb: { zh: '答复', en: 'Answer' },
  },
  triage: {
    title: { zh: '这是谁的事？', en: 'Whose affair is it?' },
    says: {
      zh: '私事不派遣：告诉他可以找谁、下一步做什么，就结案；他不同意可以提一次。',
      en: 'A private matter is not dispatched: it closes with guidance, and may be contested once.',
    },
    verb: { zh: '分流', en: 'Sort it' },
  },
  dispatch: {
    title: { zh: '派给谁？', en: 'Give it to whom?' },
    says: {
      zh: '签收的表从现在走。派错了对方可以退回，表不重计。',
      en: 'The clock of signing starts now. A wrong one can be returned; the clock is not reset.',
    },
    verb: { zh: '派出', en: 'Dispatch' },
  },
  acceptDuty: {
    title: { zh: '签收这一件？', en: 'Sign for it?' },
    says: { zh: '处置的表从现在走。', en: 'The handling clock starts now.' },
    verb: { zh: '签收', en: 'Sign' },
  },
  selfHandle: {
    title: { zh: '现场已经办好了？', en: 'Done on the spot?' },
    says: {
      zh: '由社区看过证明再结案。办的人不能自己结。',
      en: 'The community looks at the proof and closes it.',
    },
    verb: { zh: '交证明', en: 'Hand in the proof' },
  },
  return: {
    title: { zh: '退回给派来的那一层？', en: 'Return it to who gave it?' },
    says: {
      zh: '表接着走，不停也不重计。对方只能更正、改派，或者写理由维持。',
      en: 'The clock goes on. They may only correct, send it elsewhere, or uphold with a reason.',
    },
    verb: { zh: '退回', en: 'Return it' },
  },
  reroute: {
    title: { zh: '改派给谁？', en: 'Send it to whom instead?' },
    says: { zh: '原来的到期时间不变。', en: 'The due time stays.' },
    verb: { zh: '改派', en: 'Send it on' },
  },
  uphold: {
    title: { zh: '维持原来的派遣？', en: 'Uphold the dispatch?' },
    says: {
      zh: '这一件回到退回它的单位，理由写进经过。第二次维持要换一个人来定。',
      en: 'It goes back to who returned it, with the reason. A second time needs another person.',
    },
    verb: { zh: '维持派遣', en: 'Uphold it' },
  },
  transfer: {
    title: { zh: '转给谁办？', en: 'Pass it to whom?' },
    says: { zh: '到期时间不变。本轮最多转两次。', en: 'The due stays. Twice a round at most.' },
    verb: { zh: '转办', en: 'Pass it on' },
  },
  assist: {
    title: { zh: '请谁协办？', en: 'Who should help?' },
    says: {
      zh: '主办不变。协办没答复之前，主办不能交结果。',
      en: 'The lead stays. It cannot hand in before the helper answers.',
    },
    verb: { zh: '请它协办', en: 'Ask for help' },
  },
  assistDone: {
    title: { zh: '协办的部分做完了？', en: 'Is your part done?' },
    says: { zh: '记进经过，主办看得到。', en: 'Kept in the story for the lead.' },
    verb: { zh: '答复协办', en: 'Report it done' },
  },
  withdrawAssist: {
    title: { zh: '不用协办了？', en: 'Is the help no longer needed?' },
    says: {
      zh: '撤回之后主办不再等它，理由写进经过，协办单位会收到通知。',
      en: 'The lead waits for it no more; the helper is told, with your reason.',
    },
    verb: { zh: '撤回协办', en: 'Call it off' },
  },
  handle: {
    title: { zh: '办成什么样了？', en: 'What was done?' },
    says: {
      zh: '处置的表停在这一刻，由没经手的人核查。交了就不能改，只能补。',
      en: 'The handling clock stops here; somebody else checks it. Nothing handed in is changed later.',
    },
    verb: { zh: '交结果', en: 'Hand in' },
  },
  checkPass: {
    title: { zh: '核查通过？', en: 'Does it pass?' },
    says: {
      zh: '看过证明和现场再定。通过之后逐级确认，最后由主责的这一层结案。',
      en: 'Look at proof and place first. Then it is confirmed back, layer by layer.',
    },
    verb: { zh: '核查通过', en: 'Pass it' },
  },
  checkFail: {
    title: { zh: '退回返工？', en: 'Send it back for rework?' },
    says: {
      zh: '处置的表从停下的地方接着走。原来的照片和记录都留着。',
      en: 'The clock goes on from where it stopped. Photos and record stay.',
    },
    verb: { zh: '退回返工', en: 'Fail the check' },
  },
  confirmOnward: {
    title: { zh: '确认结果，交回上一层？', en: 'Confirm it onward?' },
    says: {
      zh: '确认就是为这个结果负责。到最上一层就可以结案。',
      en: 'To confirm is to answer for the result.',
    },
    verb: { zh: '确认', en: 'Confirm' },
  },
  close: {
    title: { zh: '可以结案了？', en: 'Can it be closed?' },
    says: {
      zh: '反映人三天内说办好了还是没办好；不答复记作“未回应”，不算认可。',
      en: 'The reporter has three days to confirm or object; silence is not consent.',
    },
    verb: { zh: '结案', en: 'Close it' },
  },
  extension: {
    title: { zh: '申请延期？', en: 'Ask for more time?' },
    says: {
      zh: '由派遣方的负责人定，批下来之前表照走。',
      en: 'The head of the giver decides. Until then the clock goes on.',
    },
    verb: { zh: '申请延期', en: 'Ask' },
  },
  decideExtension: {
    title: { zh: '给不给这些时间？', en: 'Grant the time?' },
    says: {
      zh: '同意则到期顺延；不同意，到期不变。自己提的不能自己批。',
      en: 'Granted, the due moves; refused, it stays. Never the one who asked.',
    },
    verb: { zh: '定下来', en: 'Decide' },
  },
  suspend: {
    title: { zh: '现在办不了，挂账？', en: 'It cannot be done now: suspend it?' },
    says: {
      zh: '要两个人：一人提，派遣方的负责人批。批准后停表，理由和复查日期公开。',
      en: 'Two persons: one asks, the head of the giver approves. Then the clock stands still, in public.',
    },
    verb: { zh: '申请挂账', en: 'Ask to suspend' },
  },
  decideSuspension: {
    title: { zh: '批准挂账？', en: 'Approve the suspension?' },
    says: {
      zh: '批准后停表，理由和复查日期公开。',
      en: 'The clock stands still; reason and review date are public.',
    },
    verb: { zh: '批准挂账', en: 'Approve' },
  },
  refuseSuspension: {
    title: { zh: '不同意挂账？', en: 'Refuse the suspension?' },
    says: {
      zh: '表一直在走，照常办理。理由写给提出的人看，居民看不到。',
      en: 'The clock never stopped; the work goes on. The reason is for whoever asked.',
    },
    verb: { zh: '不同意', en: 'Refuse' },
  },
  resume: {
    title: { zh: '恢复办理？', en: 'Go on with it?' },
    says: { zh: '表从停下的地方接着走。', en: 'The clock goes on from where it stopped.' },
    verb: { zh: '恢复办理', en: 'Resume' },
  },
  question: {
    title: { zh: '请反映人补充？', en: 'Ask the reporter?' },
    says: {
      zh: '停表等答复，最多七天；本轮最多两次。',
      en: 'The clock waits, seven days at most, twice a round.',
    },
    verb: { zh: '请他补充', en: 'Ask' },
  },
  contact: {
    title: { zh: '和反映人联系过了？', en: 'Contacted the reporter?' },
    says: {
      zh: '第一次联系上，响应的表就停。',
      en: 'The first contact stops the clock of response.',
    },
    verb: { zh: '记下来', en: 'Record it' },
  },
  correct: {
    title: { zh: '更正哪一项？', en: 'Correct what?' },
    says: {
      zh: '原来的内容留在经过里。时限只按规则变，已超期的不能用更正来改。',
      en: 'What stood there stays in the story. A due moves only as the rules say.',
    },
    verb: { zh: '更正', en: 'Correct it' },
  },
  ...watchingAsks,
  ...appealAsks,
  ...voicesAsks,
  ...whistleAsks,
  ...papersAsks,
  escalate: {
    title: { zh: '提请上级办理？', en: 'Take it up a layer?' },
    says: {
      zh: '写明本层为什么办不了、已经做了什么。时限照走，本层仍要核查交回来的结果。',
      en: 'Say why it is beyond this layer and what was done. The clock goes on; what comes back is still checked here.',
    },
    verb: { zh: '交上去', en: 'Take it up' },
  },
  note: {
    title: { zh: '加一条备注？', en: 'Add a note?' },
    says: {
      zh: '同事看得到，居民看不到。不会动任何一只表。',
      en: 'For colleagues. Moves no clock.',
    },
    verb: { zh: '记下', en: 'Add it' },
  },
  void: {
    title: { zh: '作废这一件？', en: 'Void this case?' },
    says: {
      zh: '只有误录入和测试件可以作废。作废的件不进任何数字，记录仍然留着，不能恢复。',
      en: 'Only for entries by mistake and tests. It leaves all figures, the record stays, and it cannot be undone.',
    },
    verb: { zh: '作废', en: 'Void it' },
  },
  decideContest: {
    title: { zh: '反映人的异议成立吗？', en: 'Is the objection right?' },
    says: {
      zh: '由上一级没参与过的人来定，理由写给反映人看。',
      en: 'Decided by somebody above who took no part, with words for the reporter.',
    },
    verb: { zh: '定下来', en: 'Decide' },
  },
  answer: {
    title: { zh: '替反映人记下答复', en: 'Write down the answer' },
    says: {
      zh: '先念一遍办理结果，再记他的话。会写明是谁代记的、他怎么说的。',
      en: 'Read the result out first. It is kept who wrote it down and how it was said.',
    },
    verb: { zh: '记下答复', en: 'Keep the answer' },
  },
  reopen: {
    title: { zh: '重开这一件？', en: 'Reopen it?' },
    says: {
      zh: '开新的一轮，重新派遣。原来一轮的按期记录会收回。',
      en: 'A new round begins. The old round no longer counts as done on time.',
    },
    verb: { zh: '重开', en: 'Reopen' },
  },
} as const satisfies Record<string, Ask>
