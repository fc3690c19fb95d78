// Dates and times as people read them: 11月24日 14:32 on screens, 下午 2 点 for elders. Instants come as ISO text;
// nothing here reads a clock.
import type { Lang } from '#core/kit/words.ts'

export type Reading = { lang: Lang; zone: string; elder: boolean }

type Parts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  weekday: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    weekday: 'short',
  })
  formats.set(zone, made)
  return made
}

const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const weekdaysLongEn = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
]
const weekdaysZh = ['日', '一', '二', '三', '四', '五', '六']
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
]

function partsOf(at: string, zone: string): Parts {
  const found: Record<string, string> = {}
  for (const part of formatIn(zone).formatToParts(new Date(at))) found[part.type] = part.value
  return {
    year: Number(found['year']),
    month: Number(found['month']),
    day: Number(found['day']),
    hour: Number(found['hour']),
    minute: Number(found['minute']),
    weekday: weekdaysEn.indexOf(found['weekday'] ?? ''),
  }
}

function spokenHour(hour: number): string {
  if (hour < 6) return '凌晨'
  if (hour < 12) return '上午'
  if (hour < 14) return hour === 12 ? '中午' : '下午'
  return hour < 18 ? '下午' : '晚上'
}

/** 下午 2 点, 下午 2 点半, 下午 2 点 05 分. */
export function spoken({ hour, minute }: Pick<Parts, 'hour' | 'minute'>): string {
  const twelve = hour === 0 ? 12 : hour > 12 ? hour - 12 : hour
  const tail =
    minute === 0 ? '点' : minute === 30 ? '点半' : `点 ${String(minute).padStart(2, '0')} 分`
  return `${spokenHour(hour)} ${twelve} ${tail}`
}

/** 14:32, or 下午 2 点半 for elders. */
export function clockTime(at: string, reading: Reading): string {
  const parts = partsOf(at, reading.zone)
  if (reading.elder && reading.lang === 'zh') return spoken(parts)
  return `${parts.hour}:${String(parts.minute).padStart(2, '0')}`
}

/** 11月24日, with the year where it is not this one. */
export function shortDay(at: string, reading: Reading, now: string): string {
  const { year, month, day } = partsOf(at, reading.zone)
  const other = year !== partsOf(now, reading.zone).year
  if (reading.lang === 'en') return `${day} ${monthsEn[month - 1]}${other ? ` ${year}` : ''}`
  return `${other ? `${year}年` : ''}${month}月${day}日`
}

/** 11月24日 14:32. */
export function dayTime(at: string, reading: Reading, now: string): string {
  const joint = reading.lang === 'en' ? ', ' : ' '
  return `${shortDay(at, reading, now)}${joint}${clockTime(at, reading)}`
}

/** Today only the time, otherwise the day too: for lists where most rows are of today. */
export function nearTime(at: string, reading: Reading, now: string): string {
  const there = partsOf(at, reading.zone)
  const here = partsOf(now, reading.zone)
  const today = there.year === here.year && there.month === here.month && there.day === here.day
  return today ? clockTime(at, reading) : dayTime(at, reading, now)
}

/** What lies just ahead: 18:00 today, 明天 8:00 after midnight, later with its day. */
export function comingTime(at: string, reading: Reading, now: string): string {
  const { lang, zone } = reading
  if (dayIn(at, zone) !== plusDays(dayIn(now, zone), 1)) return nearTime(at, reading, now)
  const time = clockTime(at, reading)
  return lang === 'en' ? `${time} tomorrow` : `明天${reading.elder ? '' : ' '}${time}`
}

/** 2026 年 11 月 24 日 星期二: name-plates and paper. */
export function longDay(at: string, reading: Reading): string {
  const { year, month, day, weekday } = partsOf(at, reading.zone)
  if (reading.lang === 'en')
    return `${weekdaysLongEn[weekday]}, ${day} ${monthsEn[month - 1]} ${year}`
  return `${year} 年 ${month} 月 ${day} 日 星期${weekdaysZh[weekday]}`
}

/** 11 月 24 日 周二: the desk's masthead. */
export function mastDay(at: string, reading: Reading): string {
  const { month, day, weekday } = partsOf(at, reading.zone)
  if (reading.lang === 'en') return `${weekdaysEn[weekday]} ${day} ${monthsEn[month - 1]}`
  return `${month} 月 ${day} 日 周${weekdaysZh[weekday]}`
}

const lunarDays =
  '初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十'.split(
    ' ',
  )

/** 十月十六, for public pages in Chinese. Empty where the browser does not know the calendar. */
export function lunarDay(at: string, zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', {
      month: 'long',
      day: 'numeric',
      timeZone: zone,
    })
    const found = parts.formatToParts(new Date(at))
    const month = found.find((part) => part.type === 'month')?.value ?? ''
    const day = found.find((part) => part.type === 'day')?.value ?? ''
    const number = Number.parseInt(day, 10)
    return month === '' ? '' : month + (Number.isNaN(number) ? day : (lunarDays[number - 1] ?? ''))
  } catch {
    return '' // an old browser without the Chinese calendar: the page stands without the lunar day
  }
}

/** A date and time as a field holds it ('2026-11-24T18:00'), in the zone of the place; null where it is none. */
export function instantIn(local: string, zone: string): string | null {
  const wall = Date.parse(`${local.slice(0, 16)}:00Z`)
  if (Number.isNaN(wall)) return null
  const shown = (ms: number) => {
    const { year, month, day, hour, minute } = partsOf(new Date(ms).toISOString(), zone)
    return Date.UTC(year, month - 1, day, hour, minute)
  }
  const guess = wall - (shown(wall) - wall)
  return new Date(guess - (shown(guess) - wall)).toISOString()
}

/** The day of an instant in a zone, '2026-11-24'. */
export function dayIn(at: string, zone: string): string {
  const { year, month, day } = partsOf(at, zone)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** So many days later, both as '2026-11-24'. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 1 is Monday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
