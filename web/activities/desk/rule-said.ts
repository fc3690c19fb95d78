// A recurrence rule in words: the forms a centre uses; anything else is shown as it is written.
import type { Words } from '#core/kit/words.ts'

export const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const zhDays: Record<string, string> = {
  MO: '一',
  TU: '二',
  WE: '三',
  TH: '四',
  FR: '五',
  SA: '六',
  SU: '日',
}
const enDays: Record<string, string> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
}
const ordinalsEn = ['', 'first', 'second', 'third', 'fourth', 'fifth']

export function ruleSaid(rule: string | null): Words {
  if (rule === null) return { zh: '一次', en: 'Once' }
  const parts = Object.fromEntries(rule.split(';').map((part) => part.split('='))) as Record<
    string,
    string
  >
  const days = (parts['BYDAY'] ?? '').split(',').filter(Boolean)
  const extra = Object.keys(parts).some(
    (name) => !['FREQ', 'INTERVAL', 'BYDAY', 'WKST'].includes(name),
  )
  if (extra || days.length === 0) return { zh: rule, en: rule }
  const every = Number(parts['INTERVAL'] ?? 1)
  if (parts['FREQ'] === 'WEEKLY') {
    const zh = days.map((day) => zhDays[day] ?? day).join('、')
    const en = days.map((day) => enDays[day] ?? day).join(', ')
    return every === 1
      ? { zh: `每周${zh}`, en: `Every ${en}` }
      : { zh: `每${every}周的周${zh}`, en: `${en}, every ${every} weeks` }
  }
  const nth = /^([1-5])([A-Z]{2})$/.exec(days[0] ?? '')
  if (parts['FREQ'] === 'MONTHLY' && every === 1 && days.length === 1 && nth !== null) {
    const [, n = '1', day = 'MO'] = nth
    return {
      zh: `每月第${n}个星期${zhDays[day] ?? day}`,
      en: `The ${ordinalsEn[Number(n)] ?? n} ${enDays[day] ?? day} of the month`,
    }
  }
  return { zh: rule, en: rule }
}
