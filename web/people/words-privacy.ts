// The page of personal data, what stands beside the fields, and taking back, in words.
import type { Words } from '#core/kit/words.ts'

export const privacyWords = {
  title: { zh: '个人信息怎么用', en: 'How we use personal data' },
  titleOf: { zh: '{name}：个人信息怎么用', en: '{name}: how we use personal data' },
  lead: {
    zh: '在这里留下的每一项：为了什么、留多久、谁看得到、不留会怎样。能不要的就不要；您愿意才留的，随时可以收回，事情照办。',
    en: 'Every single thing you can leave here: what for, how long, who sees it, and what happens without it. What is not needed is not asked for. What you leave by your own will you can take back at any time, and your matter goes on.',
  },
  fetching: { zh: '正在取', en: 'Fetching' },
  kept: { zh: '留多久', en: 'How long' },
  seenBy: { zh: '谁看得到', en: 'Who sees it' },
  without: { zh: '不留会怎样', en: 'Without it' },
  needed: { zh: '办这件事离不开它。', en: 'This cannot be done without it.' },
  basis: { zh: '依据', en: 'On which ground' },
  sealed: { zh: '加密保存', en: 'Kept encrypted' },
  since: { zh: '{day}起这样说', en: 'Said like this since {day}' },
  from: { zh: '{day}起', en: 'From {day}' },
  versions: { zh: '以前怎么说（{n} 版）', en: 'What was said before ({n})' },
  coming: { zh: '{day}起会改成', en: 'From {day} it will say' },
  changed: { zh: '改了：{parts}', en: 'Changed: {parts}' },
  takeBack: { zh: '要收回自己留的？', en: 'Take back what you left?' },
  takeBackHow: {
    zh: '凭编号和查询码打开自己那一件，在“您留的电话”里点一下就删；也可以打电话或到柜台报查询码，让工作人员替您收回。账号和订阅在各自的页面上一键删除。',
    en: 'Open your report by number and code and press once under “your number”; or call or come to a counter with the code, and staff do it for you. Accounts and alerts are deleted on their own pages with one press.',
  },
  openMine: { zh: '打开我的反映', en: 'Open my report' },
  take: { zh: '下载成表格', en: 'Take it as a table' },
  staffPart: { zh: '关于工作人员', en: 'About staff' },
  and: { zh: '、', en: ', ' },

  toldBy: {
    zh: '您留的时候，我们说的是：“{purpose}”（{day}起这样说）',
    en: 'Beside the field it said then: “{purpose}” (text of {day})',
  },
  manage: { zh: '收回，或者改怎么用', en: 'Take it back, or change how it is used' },
  phoneBack: { zh: '收回电话', en: 'Take back the number' },
  nameBack: { zh: '收回称呼', en: 'Take back the name' },
  noCalls: { zh: '不要打电话回访', en: 'Please do not call me back' },
  callsAgain: { zh: '可以打电话回访', en: 'You may call me back' },
  phoneBackMeans: {
    zh: '马上删除，我们再也看不到。这一件照样办，时限不变；以后只能您自己凭编号和查询码来看，我们联系不上您。',
    en: 'It is deleted at once and we cannot read it any more. Your report goes on with the same limits; from then on only you can look, by number and code: we cannot reach you.',
  },
  nameBackMeans: {
    zh: '马上删除。这一件照样办。',
    en: 'It is deleted at once. Your report goes on.',
  },
  noCallsMeans: {
    zh: '办的时候要问路、约时间，仍会打给您；办完以后不再打电话问您满不满意。您仍可以在这里说。',
    en: 'While it is being done you may still be called to find the place or fix a time; nobody calls afterwards to ask how it went. You can still say so here.',
  },
  callsAgainMeans: {
    zh: '办完七天您没有说话，会打一次电话问问。',
    en: 'If you say nothing for seven days after the end, somebody calls and asks.',
  },
  noCallsNow: { zh: '您说过不要打电话回访。', en: 'You asked not to be called back.' },
  goOn: { zh: '好，{what}', en: 'Yes: {what}' },
  notNow: { zh: '先不', en: 'Not now' },
  done: { zh: '办好了，已经生效。', en: 'Done; it holds from now.' },
  registrationBackMeans: {
    zh: '马上删除。座位还给您留着；改期或取消，请您自己来这一页看。',
    en: 'It is deleted at once. Your places stay kept; look here yourself whether the session is moved or cancelled.',
  },

  counterTitle: { zh: '他要收回自己留的', en: 'They want something back' },
  counterNote: {
    zh: '念给他听后果，他说要，再按。马上删除，事情照办。',
    en: 'Read out what follows, and press when they say yes. It is deleted at once; the matter goes on.',
  },
  counterKept: { zh: '已经按他说的办好了', en: 'Done as they said' },
} satisfies Record<string, Words>
