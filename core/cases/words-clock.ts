// How a clock speaks. The unit is always named, because 工作时 is not 小时; two units at most.

import type { Words } from '#core/kit/words.ts'
import type { LimitKind } from './clock.ts'

export type TimeUnit = 'workDay' | 'workHour' | 'day' | 'hour' | 'minute' | 'second'

/** Largest unit first. One work day is as long as the place says; the others are what they are. */
export function unitsOf(
  kind: LimitKind | 'wall',
  workDaySeconds: number,
): readonly (readonly [TimeUnit, number])[] {
  const small = [
    ['minute', 60],
    ['second', 1],
  ] as const
  if (kind === 'WORK_DAY') return [['workDay', workDaySeconds], ['workHour', 3600], ...small]
  if (kind === 'WORK_HOUR') return [['workHour', 3600], ...small]
  return [['day', 86_400], ['hour', 3600], ...small]
}

export const unitWords: Readonly<Record<TimeUnit, { one: Words; many: Words }>> = {
  workDay: {
    one: { zh: '{n} 工作日', en: '{n} work day' },
    many: { zh: '{n} 工作日', en: '{n} work days' },
  },
  workHour: {
    one: { zh: '{n} 工作时', en: '{n} work hour' },
    many: { zh: '{n} 工作时', en: '{n} work hours' },
  },
  day: { one: { zh: '{n} 天', en: '{n} day' }, many: { zh: '{n} 天', en: '{n} days' } },
  hour: { one: { zh: '{n} 小时', en: '{n} hour' }, many: { zh: '{n} 小时', en: '{n} hours' } },
  minute: { one: { zh: '{n} 分', en: '{n} min' }, many: { zh: '{n} 分', en: '{n} min' } },
  second: { one: { zh: '{n} 秒', en: '{n} s' }, many: { zh: '{n} 秒', en: '{n} s' } },
}

export const countdownWords = {
  left: { zh: '剩 {time}', en: '{time} left' },
  late: { zh: '超期 {time}', en: '{time} late' },
  used: { zh: '用 {time}', en: 'took {time}' },
  paused: { zh: '停表 · {why}', en: 'stopped · {why}' },
  stopped: { zh: '停表', en: 'stopped' },
  due: { zh: '{when} 到期', en: 'due {when}' },
  sleeps: { zh: '现在不走表，{when} 开始', en: 'not counting now, starts {when}' },
  sleepsAtNight: { zh: '夜间不走表，{when} 开始', en: 'not counting at night, starts {when}' },
} satisfies Record<string, Words>

/** Why a clock stands still. */
export const pauseWords: Readonly<Record<string, Words | undefined>> = {
  waiting: { zh: '等反映人补充', en: 'waiting for the reporter' },
  suspended: { zh: '挂账', en: 'suspended' },
  verify: { zh: '等现场核实', en: 'somebody is looking' },
  merged: { zh: '已合并办理', en: 'handled with another case' },
}

/** In English a month has a name: 3/12 is two different days, by who reads it. */
export const monthsEn = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

export const dayWords = {
  yesterday: { zh: '昨天 {time}', en: 'yesterday {time}' },
  today: { zh: '今天 {time}', en: 'today {time}' },
  tomorrow: { zh: '明天 {time}', en: 'tomorrow {time}' },
  thisYear: { zh: '{month}月{day}日 {time}', en: '{day} {monthName}, {time}' },
  otherYear: { zh: '{year}年{month}月{day}日 {time}', en: '{day} {monthName} {year}, {time}' },
} satisfies Record<string, Words>
