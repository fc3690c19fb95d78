// What residents read when they borrow a room: what stands free, who asks, what came of it.
import { activityRefusals } from '#core/activities/words-refusals.ts'
import type { Words } from '#core/kit/words.ts'

export const borrowWords = {
  title: { zh: '借一间房', en: 'Borrow a room' },
  go: { zh: '看空着的时间，借一间', en: 'See free times and borrow a room' },
  forGroup: { zh: '给小组借房间', en: 'Borrow a room for the group' },
  lead: {
    zh: '空着的都能借，不要钱。打电话、到柜台说一声也一样。',
    en: 'What stands free may be borrowed, free of charge. By telephone or at the counter works the same.',
  },
  here: { zh: '就在这里借', en: 'Right here' },
  day: { zh: '哪一天', en: 'Which day' },
  closedDay: { zh: '{day}（不开门）', en: '{day} (closed)' },
  noneDay: { zh: '{day}（借满了）', en: '{day} (all taken)' },
  room: { zh: '哪一间', en: 'Which room' },
  freeAt: { zh: '空着 {spans}', en: 'Free {spans}' },
  noRooms: { zh: '这个中心没有外借的房间', en: 'This centre lends no rooms' },
  noRoomsThen: {
    zh: '想用地方，可以打电话跟中心商量。',
    en: 'If you need a place, call the centre.',
  },
  noneFree: { zh: '这一天没有空着的房间了', en: 'No room is free on that day' },
  noneFreeThen: { zh: '换一天看看，或者打电话问。', en: 'Try another day, or call.' },
  approval: { zh: '要中心点头', en: 'needs a yes of the centre' },
  seats: { zh: '{n} 座', en: '{n} seats' },
  from: { zh: '从几点', en: 'From' },
  to: { zh: '到几点', en: 'Until' },
  who: { zh: '替谁借', en: 'For whom' },
  whoKinds: {
    resident: { zh: '自己用', en: 'Ourselves' },
    group: { zh: '小组用', en: 'A group' },
    organisation: { zh: '单位用', en: 'An organisation' },
  },
  group: { zh: '哪个小组', en: 'Which group' },
  groupSecret: { zh: '小组口令', en: 'The group’s secret' },
  groupSecretHint: {
    zh: '中心发给牵头的人的。忘了，请中心再发一个。',
    en: 'The centre gave it to the leader. If it is lost, ask for a new one.',
  },
  organisation: { zh: '单位名称', en: 'Organisation' },
  purpose: { zh: '做什么', en: 'What for' },
  purposeHint: { zh: '例：邻里包饺子、排节目', en: 'e.g. making dumplings, a rehearsal' },
  people: { zh: '大约几位', en: 'About how many' },
  phone: { zh: '电话', en: 'Telephone' },
  phoneWhy: {
    zh: '只为这次借用联系您，也用来算一周借了几小时，好让大家轮得到；只有中心值班的人看得到，用后三十天删除。',
    en: 'To call you about this loan, and to add up a week’s hours so that everybody has a turn. Only whoever is on duty at the centre sees it; erased thirty days after.',
  },
  send: { zh: '借这一间', en: 'Borrow it' },
  chooseTime: { zh: '先选从几点到几点', en: 'Choose from when to when first' },
  sayWhat: { zh: '请写做什么', en: 'Say what for' },
  sayPhone: { zh: '请留一个电话', en: 'Leave a telephone number' },
  sayGroup: { zh: '请选小组，写口令', en: 'Choose the group and enter its secret' },
  sayOrganisation: { zh: '请写单位名称', en: 'Name the organisation' },
  granted: { zh: '给您留好了', en: 'It is yours' },
  asked: {
    zh: '收到了，等中心点头。这段时间先给您占着',
    en: 'Received; the centre decides. Meanwhile nobody else gets it',
  },
  states: {
    asked: { zh: '等中心点头', en: 'Waiting for the centre' },
    granted: { zh: '同意了，给您留着', en: 'Granted and kept for you' },
    refused: { zh: '没有同意', en: 'Not granted' },
    cancelled: { zh: '已经退了', en: 'Given back' },
    notUsed: { zh: '没有用上', en: 'Not used' },
  },
  because: { zh: '理由：{reason}', en: 'Because: {reason}' },
  secretNote: {
    zh: '凭编号和查询码看结果、退房间。不用带证件。',
    en: 'With number and code you see the answer and may give the room back. No papers needed.',
  },
  mine: { zh: '我借的房间', en: 'Rooms I borrowed' },
  see: { zh: '看结果', en: 'See the answer' },
  another: { zh: '再借一次', en: 'Borrow once more' },
  giveBack: { zh: '不用了，退房间', en: 'Give the room back' },
  sure: { zh: '退了，别人马上能借。', en: 'Others can have it at once.' },
  yes: { zh: '退', en: 'Give back' },
  no: { zh: '先留着', en: 'Keep it' },
  gaveBack: { zh: '房间退了，谢谢您说一声', en: 'Given back; thank you for saying so' },
} satisfies Record<string, Words | Record<string, Words>>

export const borrowRefusals: Record<string, Words> = {
  ...activityRefusals,
  no_such_booking: {
    zh: '编号和查询码对不上，请照小票再填一次。',
    en: 'Number and code do not match; please copy them from the receipt again.',
  },
}
