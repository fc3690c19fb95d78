// When something takes place, as people say it: 每周二下午 2 点, every Tuesday at 14:00. A rule that has no short name
// is said by its next date alone, so the answer may be null.
import type { Words } from '#core/kit/words.ts'
import { readRule } from './rule.ts'

const dayNames: Record<string, Words> = {
  MO: { zh: '一', en: 'Monday' },
  TU: { zh: '二', en: 'Tuesday' },
  WE: { zh: '三', en: 'Wednesday' },
  TH: { zh: '四', en: 'Thursday' },
  FR: { zh: '五', en: 'Friday' },
  SA: { zh: '六', en: 'Saturday' },
  SU: { zh: '日', en: 'Sunday' },
}
const order = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const nth: Record<string, Words> = {
  '1': { zh: '第一个', en: 'first' },
  '2': { zh: '第二个', en: 'second' },
  '3': { zh: '第三个', en: 'third' },
  '4': { zh: '第四个', en: 'fourth' },
  '-1': { zh: '最后一个', en: 'last' },
}

/** 下午 2 点, 上午 9 点半, 下午 2 点 05 分; in English 14:00. */
export function spokenTime(time: string): Words {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const part =
    hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour === 12 ? '中午' : hour < 18 ? '下午' : '晚上'
  const twelve = hour === 0 ? 12 : hour > 12 ? hour - 12 : hour
  const tail =
    minute === 0 ? '点' : minute === 30 ? '点半' : `点 ${String(minute).padStart(2, '0')} 分`
  return { zh: `${part} ${twelve} ${tail}`, en: time }
}

/** Null where nobody would say it in a few words. */
export function sayRule(text: string | null, startTime: string): Words | null {
  if (text === null) return null
  const read = readRule(text)
  if (!read.ok) return null
  const { frequency, parts } = read.value
  if (['BYYEARDAY', 'BYWEEKNO', 'BYHOUR', 'BYMINUTE', 'RSCALE'].some((name) => name in parts))
    return null
  const when =
    frequency === 'WEEKLY'
      ? weekly(parts)
      : frequency === 'DAILY'
        ? daily(parts)
        : frequency === 'MONTHLY'
          ? monthly(parts)
          : null
  if (when === null) return null
  const time = spokenTime(startTime)
  return { zh: `${when.zh}${time.zh}`, en: `${when.en} at ${time.en}` }
}

type Parts = Readonly<Record<string, string>>

function daily(parts: Parts): Words | null {
  if (Object.keys(parts).some((name) => name.startsWith('BY'))) return null
  const every = Number(parts['INTERVAL'] ?? 1)
  return every === 1
    ? { zh: '每天', en: 'Every day' }
    : { zh: `每 ${every} 天`, en: `Every ${every} days` }
}

function weekly(parts: Parts): Words | null {
  const days = (parts['BYDAY'] ?? '').split(',').filter(Boolean)
  if (
    days.length === 0 ||
    days.some((day) => !(day in dayNames)) ||
    'BYMONTH' in parts ||
    'BYSETPOS' in parts
  )
    return null
  const every = Number(parts['INTERVAL'] ?? 1)
  const sorted = order.filter((day) => days.includes(day))
  const zh = every === 1 ? '每周' : every === 2 ? '隔周周' : `每 ${every} 周周`
  if (every === 1 && sorted.join() === order.slice(0, 5).join())
    return { zh: '周一到周五', en: 'Monday to Friday' }
  if (every === 1 && sorted.length === 7) return { zh: '每天', en: 'Every day' }
  const en = joined(sorted.map((day) => dayNames[day]?.en ?? ''))
  return {
    zh: `${zh}${sorted.map((day) => dayNames[day]?.zh ?? '').join('、')}`,
    en: every === 1 ? `Every ${en}` : `Every ${every} weeks on ${en}`,
  }
}

function monthly(parts: Parts): Words | null {
  const every = Number(parts['INTERVAL'] ?? 1)
  if (every !== 1 || 'BYMONTH' in parts) return null
  const day = parts['BYMONTHDAY']
  if (day !== undefined && !('BYDAY' in parts) && /^\d+$/.test(day))
    return { zh: `每月 ${day} 日`, en: `On day ${day} of every month` }
  const [, written = '', weekday = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(parts['BYDAY'] ?? '') ?? []
  const position = nth[(written || (parts['BYSETPOS'] ?? '')).replace('+', '')]
  const name = dayNames[weekday]
  if (position === undefined || name === undefined || day !== undefined) return null
  return {
    zh: `每月${position.zh}星期${name.zh}`,
    en: `On the ${position.en} ${name.en} of every month`,
  }
}

const joined = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
