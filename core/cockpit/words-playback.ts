// The words of a day that is played again.

import type { Words } from '#core/kit/words.ts'

export const playbackWords = {
  title: { zh: '一日回放', en: 'A day again' },
  day: { zh: '哪一天', en: 'Day' },
  dayBefore: { zh: '前一天', en: 'Day before' },
  dayAfter: { zh: '后一天', en: 'Day after' },
  back: { zh: '回驾驶舱', en: 'Back to the cockpit' },
  play: { zh: '播放', en: 'Play' },
  pause: { zh: '暂停', en: 'Pause' },
  stepBack: { zh: '上一步', en: 'Step back' },
  stepOn: { zh: '下一步', en: 'Step on' },
  speed: { zh: '快慢', en: 'Speed' },
  speedOf: { zh: '1秒走{n}分', en: '{n} min a second' },
  scrub: { zh: '拖到哪个时刻', en: 'Go to a time' },
  at: {
    zh: '{time}，在办{open}件，其中{overdue}件超期。',
    en: '{time}: {open} open, {overdue} overdue.',
  },
  atCalm: { zh: '{time}，在办{open}件，没有超期的。', en: '{time}: {open} open, none overdue.' },
  soFar: {
    zh: '这天到此刻：上报{reported}件，立案{filed}件，结案{closed}件。',
    en: 'By then that day: {reported} reported, {filed} filed, {closed} closed.',
  },
  mapTitle: { zh: '此刻在办，在哪些{level}', en: 'Open at this minute, in which {level}' },
  basis: {
    zh: '按流转记录逐条还原 · 只数件，不落到住户，没有人名',
    en: 'folded from the journal · counts per area, no homes, no persons',
  },
  howFar: { zh: '到了哪一步', en: 'How far' },
  step_intake: { zh: '待受理、核实', en: 'To accept' },
  step_give: { zh: '待分流、派遣', en: 'To give out' },
  step_work: { zh: '处置中', en: 'In work' },
  step_check: { zh: '待核查、结案', en: 'To check and close' },
  step_still: { zh: '停表', en: 'Standing still' },
  events: { zh: '这天发生的事', en: 'What happened' },
  eventsOf: { zh: '{n} ∕ {all}', en: '{n} ∕ {all}' },
  noEvents: { zh: '到此刻还没有动静。', en: 'Nothing has happened by then.' },
  quietDay: {
    zh: '这一天没有动静；在办的件照样列着。',
    en: 'Nothing happened on this day; what was open stands here all the same.',
  },
  openList: { zh: '此刻在办的{n}件', en: 'The {n} open at this minute' },
  openMore: {
    zh: '先列{n}件；选一个地方，只看那里的。',
    en: 'The first {n}; choose an area to see only its own.',
  },
  onlyOf: { zh: '只看{area}', en: 'Only {area}' },
  showAll: { zh: '看全部', en: 'Show all' },
  matter: { zh: '事项', en: 'Matter' },
  place: { zh: '地点', en: 'Place' },
  state: { zh: '此刻的状态', en: 'State then' },
  late: { zh: '超期', en: 'Overdue' },
  noNumber: { zh: '这件不归您看，只计数', en: 'Counted; not yours to open' },
  loading: { zh: '正在取这一天', en: 'Fetching the day' },
  keyPlay: { zh: '播放／暂停', en: 'play or pause' },
  keyStep: { zh: '一步', en: 'one step' },
  keyTen: { zh: '十分钟', en: 'ten minutes' },
  keyEnds: { zh: '开头／结尾', en: 'begin or end' },
  keySpeed: { zh: '快慢', en: 'speed' },
  ended: { zh: '放完了', en: 'The day is over' },
  pulse: { zh: '一天里哪几个钟头事多', en: 'When most happened' },
} satisfies Record<string, Words>

export const playbackRefusals: Readonly<Record<string, Words>> = {
  no_such_day: {
    zh: '没有这一天可放：日期写错了，或者还没到。',
    en: 'There is no such day to play: the date is wrong, or still to come.',
  },
  too_wide_to_play: {
    zh: '这里一天的事太多，一页放不下。请选一个街道或区县。',
    en: 'Too much happens here in one day for one page. Choose a street or a district.',
  },
}
