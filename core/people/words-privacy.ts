// The page of personal data in words: points of collection, grounds, and what a changed text changed.
import type { Words } from '#core/kit/words.ts'
import type { Basis, CollectionPoint, VersionPart } from './personal-data.ts'

export const pointWords: Readonly<Record<CollectionPoint, Words>> = {
  report: { zh: '反映一件事', en: 'Reporting something' },
  account: { zh: '居民账号', en: 'An account' },
  alerts: { zh: '订阅提醒和短信', en: 'Alerts and messages' },
  registration: { zh: '活动报名和到场', en: 'Registering and coming' },
  booking: { zh: '借用场地', en: 'Borrowing a room' },
  group: { zh: '团队和志愿者', en: 'Groups and volunteers' },
  survey: { zh: '问卷', en: 'Surveys' },
  theme: { zh: '说主题', en: 'Having a say on themes' },
  resource: { zh: '周边资源', en: 'Resources near by' },
  walk: { zh: '巡查走访', en: 'Walks' },
  staff: { zh: '工作人员', en: 'Staff' },
}

/** Each with the article of the Personal Information Protection Law it rests on. */
export const basisWords: Readonly<Record<Basis, Words>> = {
  consent: {
    zh: '您愿意才留（个人信息保护法第十三条第一项），随时可以撤回',
    en: 'Your consent (PIPL, article 13, item 1); you can take it back at any time',
  },
  separateConsent: {
    zh: '单独同意（第十三条第一项、第二十五条），随时可以撤回',
    en: 'Separate consent (PIPL, articles 13, item 1, and 25); you can take it back at any time',
  },
  contract: {
    zh: '您要办的这件事需要（第十三条第二项）',
    en: 'Needed for what you asked for (PIPL, article 13, item 2)',
  },
  legalDuty: {
    zh: '法律规定要留（第十三条第三项）',
    en: 'Required by law (PIPL, article 13, item 3)',
  },
  publicTask: {
    zh: '履行法定职责需要（第十三条第三项、第三十四条、第三十七条）',
    en: 'Needed for a task given by law (PIPL, articles 13, item 3, 34 and 37)',
  },
  employment: {
    zh: '人员管理需要（第十三条第二项）',
    en: 'Needed to organise the work of staff (PIPL, article 13, item 2)',
  },
}

export const partWords: Readonly<Record<VersionPart, Words>> = {
  purpose: { zh: '用途', en: 'purpose' },
  kept: { zh: '留多久', en: 'how long' },
  seenBy: { zh: '谁看得到', en: 'who sees it' },
  without: { zh: '不留会怎样', en: 'what happens without it' },
  note: { zh: '本地补充', en: 'what the place adds' },
  days: { zh: '天数', en: 'days' },
}

export const privacyRefusals = {
  no_such_area: { zh: '没有这个地方。', en: 'There is no such place.' },
} as const satisfies Record<string, Words>
