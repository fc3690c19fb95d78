// What is said in messages to whoever wanted to be told, and why something about it was refused.
import type { Words } from '#core/kit/words.ts'
import type { Pace } from './alert.ts'

export const paceWords: Record<Pace, Words> = {
  now: { zh: '有了马上告诉', en: 'At once' },
  daily: { zh: '每天傍晚合成一条', en: 'Once a day, in the evening' },
  weekly: { zh: '每周五合成一条', en: 'Once a week, on Friday' },
}

export const alertMessage = {
  confirmSubject: { zh: '确认：把{place}的消息发给您', en: 'Confirm: news of {place}' },
  confirmMail: {
    zh: '有人（应该是您）想把{place}的消息发到这个邮箱。\n\n要收，就点这里：{link}\n或者在页面上输入 {code}（{minutes} 分钟内有效）。\n\n不是您，不用理会：不确认就一条也不发，一天后邮箱地址就删除。',
    en: 'Somebody, probably you, asked for news of {place} at this mailbox.\n\nTo receive them, open: {link}\nor enter {code} on the page (good for {minutes} minutes).\n\nIf it was not you, do nothing: without it nothing is sent, and the address is deleted after a day.',
  },
  confirmSms: {
    zh: '邻里：确认码 {code}，{minutes} 分钟内有效，确认后才把{place}的消息发给您。不是您，不用理会。',
    en: 'Linli: code {code}, good for {minutes} minutes, to get news of {place}. If it was not you, do nothing.',
  },
  one: { zh: '{place}：{title}', en: '{place}: {title}' },
  many: { zh: '{place}：{n} 条消息', en: '{place}: {n} pieces of news' },
  more: { zh: '还有 {n} 条：{link}', en: '{n} more: {link}' },
  foot: {
    zh: '您订了{place}的消息，{ends}到期。改一改、不再收：{link}',
    en: 'You asked for news of {place}, until {ends}. Change or end it: {link}',
  },
  footSms: { zh: '改或退订 {link}', en: 'Change or end: {link}' },
  boardNew: { zh: '公告：{title}', en: 'Notice: {title}' },
  boardCorrected: { zh: '公告更正：{title}（{why}）', en: 'Notice corrected: {title} ({why})' },
  boardTaken: { zh: '公告撤下：{title}（{why}）', en: 'Notice taken back: {title} ({why})' },
  caseNew: { zh: '新立案：{category}，{place}', en: 'Filed: {category}, {place}' },
  caseClosed: { zh: '办结：{category}，{place}', en: 'Closed: {category}, {place}' },
  pushNew: { zh: '新立案：{category}（{number}）', en: 'Filed: {category} ({number})' },
  pushClosed: { zh: '办结：{category}（{number}）', en: 'Closed: {category} ({number})' },
  pushCorrected: { zh: '公告更正：{title}', en: 'Notice corrected: {title}' },
  pushTaken: { zh: '公告撤下：{title}', en: 'Notice taken back: {title}' },
  pushMore: { zh: '还有 {n} 条', en: '{n} more' },
  pushEnds: {
    zh: '您订的消息{ends}到期。还想收，点开这条，存一次。',
    en: 'Your news end on {ends}. To go on, open this and save once.',
  },
  endsSubject: { zh: '{place}的消息{ends}到期', en: 'News of {place} end on {ends}' },
  ends: {
    zh: '您订的{place}的消息{ends}到期，到期就删除。还想收，打开这里存一次：{link}',
    en: 'Your news of {place} end on {ends} and are then deleted. To go on, open this and save once: {link}',
  },
} satisfies Record<string, Words>

export const alertRefusals: Record<string, Words> = {
  no_such_area: { zh: '没有这个社区。', en: 'There is no such community.' },
  no_messages_here: {
    zh: '这里还没有接这种方式，请换一种，或者用阅读器订阅公告栏。',
    en: 'This way is not set up here. Choose another, or use the feed of the board.',
  },
  address_wrong: {
    zh: '这个号码或邮箱不对，请再看一看。',
    en: 'This is no number or mailbox: please look again.',
  },
  push_service_unknown: {
    zh: '这里不认识这个浏览器的通知服务，请换个浏览器，或者留邮箱。',
    en: 'The notice service of this browser is not known here. Try another browser, or leave a mailbox.',
  },
  consent_needed: {
    zh: '说明改过了，请看一看再同意。',
    en: 'The text has changed: please read it and agree again.',
  },
  too_many_codes: {
    zh: '要得太勤了，过一会儿再要。',
    en: 'Asked too often. Please wait a while.',
  },
  no_such_grid: {
    zh: '选的网格不在本社区，请重新选。',
    en: 'A grid is not of this community: choose again.',
  },
  no_such_topic: { zh: '没有这个类别，请重新选。', en: 'There is no such topic: choose again.' },
  wrong_code: {
    zh: '确认码不对，或者已经过期。看看最新的一条，或者再要一次。',
    en: 'The code is wrong or too old. Look at the latest message, or ask again.',
  },
  no_such_alert: {
    zh: '这条订阅已经结束，或者链接不全。想再收，到社区页面重新订。',
    en: 'This has ended, or the link is not whole. To begin again, go to the page of the community.',
  },
  too_many_alerts: {
    zh: '已经订了五个社区，先退订一个再来。',
    en: 'Five communities are followed already. End one of them first.',
  },
}
