// What stands on the page of whoever holds the phone.
import type { Words } from '#core/kit/words.ts'

export const meWords = {
  leaveWaiting: {
    zh: '还有 {n} 条没发出去。退出后别人看不到也发不出，等您再登录才发。',
    en: '{n} not sent yet. Nobody else sees or sends them: they go once you have signed in again.',
  },
  cannotLeave: {
    zh: '没有信号，退不了登录。连上网再退。',
    en: 'Without a signal you cannot sign out. Try again once there is one.',
  },
  allPosts: { zh: '全部岗位', en: 'All posts' },
  dutyUntil: { zh: '当班到 {when}', en: 'On duty until {when}' },
  countHeads: { zh: '活动中心点人头', en: 'Count heads at the centre' },
  surveysHere: { zh: '帮居民填问卷', en: 'Fill in a survey with a resident' },
  whatIsKept: { zh: '这里记什么，不记什么', en: 'What is kept, and what is not' },
  keptYes: {
    zh: '记：每一步是谁、什么时候、为什么。谁看过个人信息也记。',
    en: 'Kept: who made each step, when and why; and who looked at personal data.',
  },
  keptNo: {
    zh: '不记：走过的路、在哪里停过、打没打卡、办了多少件的名次。',
    en: 'Not kept: routes, stops, check-ins, or a ranking of who did how many.',
  },
  device: { zh: '这台手机', en: 'This device' },
} satisfies Record<string, Words>
