// What calling back, sampling, merging and parting are called on the screens of staff.
import type { Words } from '#core/kit/words.ts'

export const voicesWords = {
  reached: { zh: '电话打通了吗', en: 'Did they answer' },
  valid: { zh: '打通了，说了话', en: 'Yes, and they said' },
  invalid: { zh: '没有得到答复', en: 'No answer to count' },
  solved: { zh: '反映的事解决了吗', en: 'Is it solved' },
  solvedYes: { zh: '解决了', en: 'Solved' },
  solvedNo: { zh: '没解决', en: 'Not solved' },
  grade: { zh: '满意程度', en: 'How satisfied' },
  gradeNone: { zh: '没有评', en: 'Not said' },
  reason: { zh: '为什么没有答复', en: 'Why there is no answer' },
  reviewer: { zh: '复核人', en: 'Second person' },
  reviewerHint: {
    zh: '另一位没经手的人看过这个原因；系统会告诉他。',
    en: 'Somebody else, who did not handle it, looked at the reason; they are told.',
  },
  chooseOne: { zh: '请选一位', en: 'Choose somebody' },
  judgement: { zh: '现场看到的是', en: 'What you saw there' },
  seen: { zh: '看到了什么', en: 'What was seen' },
  photos: { zh: '照片（只拍事物，不拍人）', en: 'Photos (of the thing, not of people)' },
  into: { zh: '并到哪一件', en: 'Into which case' },
  intoHint: { zh: '写编号，或选同一地点的一件。', en: 'Its number, or one at the same place.' },
  why: { zh: '为什么是同一件事', en: 'Why it is the same matter' },
  whyNot: { zh: '为什么不是同一件事', en: 'Why it is another matter' },
  related: { zh: '同一件事', en: 'The same matter' },
  mergedInto: { zh: '已并入 {number}', en: 'Merged into {number}' },
  linkedTo: { zh: '接着 {number}：邻居说还没好', en: 'Goes on from {number}: still broken' },
  mergedHere: { zh: '并入本件 · {n} 人', en: 'merged into this one, {n} voices' },
  voicesNow: { zh: '记上了，这一件现在有{n}位反映人。', en: 'Noted: {n} voices now.' },
  reopenedNow: { zh: '重开了，另派一轮。', en: 'Reopened: a new round begins.' },
  linkedNow: {
    zh: '过了重开的期限，另立了 {number} 接着办。',
    en: 'Too late to reopen: {number} goes on from it.',
  },
  wasReadOut: { zh: '念过了', en: 'It was read out' },
  isItThis: { zh: '是不是这一件？', en: 'Is it this one?' },
  isItThisNote: {
    zh: '附近正在办的。是同一件就不另立案，把来电人记成它的又一位反映人。',
    en: 'In work near by. If it is the same, no second case: the caller becomes one more voice of it.',
  },
  metresOff: { zh: '约{n}米', en: 'about {n} m' },
  joinHere: { zh: '就是这件，记上', en: 'It is this one' },
  linkedHere: { zh: '邻居说还没好，另立一件', en: 'still broken, a case of its own' },
} as const satisfies Record<string, Words>

type Ask = { title: Words; says: Words; verb: Words }

export const voicesAsks = {
  callback: {
    title: { zh: '回访：对方怎么说？', en: 'Called back: what was said?' },
    says: {
      zh: '同一轮最多打三次。说了的算答复；没得到答复的要写原因，由另一位复核。',
      en: 'Three calls in a round at most. What is said counts; a call without an answer needs its reason and a second person.',
    },
    verb: { zh: '记下回访', en: 'Keep the call' },
  },
  sampleCheck: {
    title: { zh: '抽查：真办好了吗？', en: 'The sample: is it really done?' },
    says: {
      zh: '没办好的马上重开，原来那一轮从办结数里拿掉。',
      en: 'What is not done reopens at once, and the closing is taken back out of the figures.',
    },
    verb: { zh: '记下结果', en: 'Keep what was found' },
  },
  affectedToo: {
    title: { zh: '又有一位邻居遇到？', en: 'One more who is affected?' },
    says: {
      zh: '不另立案，记成这一件的又一位反映人，有自己的编号和查询码。不会动任何一只表。',
      en: 'No second case: one more voice of this one, with a number and code of their own. No clock moves.',
    },
    verb: { zh: '记上', en: 'Add the voice' },
  },
  stillBroken: {
    title: { zh: '来电人说还没好？', en: 'A caller says it is still broken?' },
    says: {
      zh: '在重开的期限内就重开，原来一轮的按期记录收回；过了期限，另立一件接着办。',
      en: 'Within the window it is reopened and the old round no longer counts as done on time; later a new case goes on from it.',
    },
    verb: { zh: '记下，接着办', en: 'Note it, and go on' },
  },
  merge: {
    title: { zh: '和哪一件是同一件事？', en: 'Which case is it the same as?' },
    says: {
      zh: '这一件停表、不再单独算数；两边反映的人都会看到，都会知道结果。还可以再拆开。',
      en: 'This one stands still and is counted no more by itself; all who reported read of it and hear the result. It can be parted again.',
    },
    verb: { zh: '合并', en: 'Merge' },
  },
  unmerge: {
    title: { zh: '拆开，单独办理？', en: 'Part them, and handle it on its own?' },
    says: {
      zh: '回到合并前的地方，剩下的时限接着走。',
      en: 'It goes on where it stood, with the time it had left.',
    },
    verb: { zh: '拆分', en: 'Part' },
  },
} as const satisfies Record<string, Ask>
