// Entering a report for somebody who calls or stands at the counter, or one's own find.
import type { Words } from '#core/kit/words.ts'

export const reportPageWords = {
  title: { zh: '登记一件', en: 'Enter a report' },
  sub: {
    zh: '电话、柜台、巡查、12345 转来的，都从这里进，和网上报的一样办。',
    en: 'By phone, at the counter, on patrol or from 12345: all handled like those from the web.',
  },
  how: { zh: '怎么来的', en: 'How it came' },
  what: { zh: '什么事', en: 'What it is about' },
  whatHint: {
    zh: '写他的原话：什么事、在哪里、多久了。不写他是谁。',
    en: 'In their own words: what, where, since when. Not who they are.',
  },
  where: { zh: '在哪里', en: 'Where' },
  whereHint: {
    zh: '在图上点一下就落到网格；说不准，选一个社区也行。',
    en: 'A click finds the grid; if unsure, a community will do.',
  },
  landmark: { zh: '地点怎么说', en: 'The place in words' },
  landmarkHint: { zh: '路名、楼栋外的参照物。', en: 'Road, landmark.' },
  contact: { zh: '反映人', en: 'Reporter' },
  contactSub: {
    zh: '都可以不留。留了才能问他、告诉他结果。',
    en: 'Both optional. With them he can be asked and told.',
  },
  name: { zh: '称呼', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  why: {
    zh: '只用来问清楚和告诉他结果；加密保存，只有负责这一件的值班员写明理由才能看；结案满90天自动删除。',
    en: 'Only to ask and to tell the result. Kept encrypted, opened only with a reason by whoever is on duty for it, deleted 90 days after closing.',
  },
  urgent: { zh: '急件：有人正在受伤害，或马上要出事', en: 'Urgent: harm is being done or close' },
  urgentNote: {
    zh: '直接到街道指挥中心，夜里也走表。火警、急救请先打 119、120。',
    en: 'Goes straight to the street centre and runs at night too. Fire and ambulance first: 119, 120.',
  },
  send: { zh: '登记', en: 'Enter it' },
  needWhat: { zh: '写一句是什么事。', en: 'Say in a sentence what it is.' },
  needWhere: { zh: '在图上点一下，或选一个社区。', en: 'Click the map, or choose a community.' },
  draftKept: { zh: '写的都在。', en: 'What you wrote is kept.' },
  receipt: { zh: '收到了', en: 'Received' },
  readOut: { zh: '念给反映人听', en: 'Read this out' },
  number: { zh: '编号', en: 'Number' },
  secret: { zh: '查询码', en: 'Code' },
  scan: {
    zh: '给反映人：扫码直接看到这一件，不用输编号。',
    en: 'For the reporter: scan it to open this case without typing the number.',
  },
  secretHint: {
    zh: '六位，没有 0、O、1、I。只在这里显示这一次；编号加查询码就能查、能答复。',
    en: 'Six characters, no 0 O 1 I. Shown only this once; number and code open the case.',
  },
  noSecret: {
    zh: '自己发现的件没有查询码。',
    en: 'A find of one’s own has no code.',
  },
  due: { zh: '{time}之前告诉他立不立案。', en: 'Before {time} it is decided whether it is filed.' },
  firstAt: { zh: '先由{who}受理。', en: '{who} receives it first.' },
  print: { zh: '打印回执', en: 'Print the receipt' },
  openCase: { zh: '去看这一件', en: 'Open the case' },
  another: { zh: '再登记一件', en: 'Enter another' },
  follow: { zh: '网上查：{address}', en: 'On the web: {address}' },
  threeWays: {
    zh: '打电话、到社区柜台、在网上，都可以查，都可以答复。',
    en: 'By phone, at the counter or on the web: to ask and to answer.',
  },
  alikeTitle: { zh: '附近已经有人说过', en: 'Reported nearby already' },
} as const satisfies Record<string, Words>

export const inboxWords = {
  title: { zh: '我的提醒', en: 'Notices' },
  sub: {
    zh: '每件事只告诉一次：到期、退回、要您定的。看过的留在下面。',
    en: 'Each thing is told once: dues, returns, decisions waiting. What was read stays below.',
  },
  fetching: { zh: '正在取提醒', en: 'Fetching notices' },
  none: { zh: '没有要告诉您的', en: 'Nothing to tell you' },
  noneThen: {
    zh: '有件快到期、被退回或要您定，会出现在这里。',
    en: 'Dues, returns and decisions will appear here.',
  },
  unread: { zh: '只看没看过的', en: 'Unread only' },
  readAll: { zh: '都看过了', en: 'Mark all as read' },
  isNew: { zh: '没看过', en: 'unread' },
} as const satisfies Record<string, Words>
