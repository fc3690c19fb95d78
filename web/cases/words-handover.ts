// What the page of handing over a duty desk says.
import type { Words } from '#core/kit/words.ts'

export const handoverWords = {
  title: { zh: '交接班 · {area}', en: 'Handing over · {area}' },
  short: { zh: '交接班', en: 'Handing over' },
  waits: { zh: '有一张等接', en: 'one waits for you' },
  sub: {
    zh: '件从数据里来，不用再写一遍；只写数据里没有的话。',
    en: 'The cases come from the data and are not typed again; write only what no data knows.',
  },
  fetching: { zh: '正在取交接单', en: 'Fetching the notes' },
  toTake: { zh: '上一班留下的，还没有人接', en: 'Left by the shift before, not yet taken over' },
  take: { zh: '我接班', en: 'I take over' },
  taken: { zh: '接好了。', en: 'Taken over.' },
  ownWaits: { zh: '等接班的同事接。', en: 'Waits for whoever comes on duty next.' },
  takenBy: { zh: '{name} {at} 接班', en: 'taken over by {name}, {at}' },
  writtenBy: { zh: '{name} {at} 写', en: 'written by {name}, {at}' },
  draft: { zh: '现在交班会写上', en: 'A note written now would hold' },
  draftUntil: {
    zh: '说到{until}为止：下一班结束，没有排班就算 12 小时。',
    en: 'Up to {until}: the end of the next shift, or twelve hours where none is laid.',
  },
  endsAt: { zh: '这一班到{at}。', en: 'This shift ends {at}.' },
  noShift: { zh: '值班表上现在没有这里的班。', en: 'The roster names no shift here now.' },
  write: { zh: '写交接单', en: 'Write the note' },
  writeTitle: { zh: '交给下一班', en: 'Hand over to the next shift' },
  writeSays: {
    zh: '下面{n}件会带着现在的情况一起交过去。',
    en: '{n} cases go along as they stand now.',
  },
  remark: { zh: '还要交代的', en: 'What else the next shift should know' },
  remarkHint: {
    zh: '可以不写。不写居民的姓名和电话，那些在件里，凭权限看。',
    en: 'May stay empty. No names or numbers of residents: they stand in the case for those who may see them.',
  },
  written: { zh: '交接单写好了。', en: 'The note is written.' },
  notYours: {
    zh: '交接单由这个值班台的人写，您可以看。',
    en: 'The people of this desk write the note; you may read it.',
  },
  nothing: { zh: '没有急件，没有要到期、等答复的件', en: 'Nothing urgent, due or waiting' },
  nothingThen: { zh: '可以只写一句话，或者不写。', en: 'Write a sentence, or nothing.' },
  earlier: { zh: '以前的交接单', en: 'Earlier notes' },
  none: { zh: '还没有交接单', en: 'No notes yet' },
  noneThen: {
    zh: '一班结束时写一张，下一班来接。保存 90 天。',
    en: 'One is written at the end of a shift and taken over by the next. Kept for 90 days.',
  },
  counts: {
    zh: '紧急 {urgent} · 下一班内到期 {due} · 等答复 {waiting} · 答应了时间 {promised}',
    en: 'urgent {urgent} · due {due} · waiting {waiting} · promised {promised}',
  },
  why: { zh: '为什么在这里', en: 'Why it is here' },
  matter: { zh: '事由与地点', en: 'Matter and place' },
  state: { zh: '现在', en: 'Now' },
  due: { zh: '还剩多少时间', en: 'Time left' },
  hidden: { zh: '不在您可看的范围内', en: 'outside what you may see' },
  roster: { zh: '看值班表', en: 'See the roster' },
} as const satisfies Record<string, Words>
