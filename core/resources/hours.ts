// Opening hours as days of the week with times: read from what offices write, said in words, asked whether open now.
// Public holidays are not known here, which every screen that says "open now" says too.
import type { Lang } from '#core/kit/words.ts'

/** 1 Monday … 7 Sunday; until '24:00'. One that closes after midnight is written as two. */
export type Opening = { days: number[]; from: string; to: string }

const zhDays = '一二三四五六日'
const enDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const everyDay = [1, 2, 3, 4, 5, 6, 7]
export const openingsMax = 14

export function areOpenings(openings: readonly Opening[]): boolean {
  return (
    openings.length <= openingsMax &&
    openings.every(
      ({ days, from, to }) =>
        days.length > 0 &&
        days.every(
          (day, i) =>
            Number.isInteger(day) && day >= 1 && day <= 7 && (i === 0 || days[i - 1]! < day),
        ) &&
        isTime(from) &&
        (isTime(to) || to === '24:00') &&
        from < to,
    )
  )
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** `周一至周五 9:00-17:30；周六 9:00-12:00`, `Mo-Fr 09:00-17:00`, `每天 8点-20点`, `24小时`. Null when it is none of these. */
export function readOpenings(text: string): Opening[] | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[—–~〜－−]/g, '-')
    .replaceAll(/[至到]/g, '-')
    .trim()
  if (plain === '') return []
  if (/^(全天|24\s*(小时|h|hours)|24\/7)$/i.test(plain))
    return [{ days: everyDay, from: '00:00', to: '24:00' }]
  const openings: Opening[] = []
  let days = everyDay
  for (const part of plain.split(/[;；\n]+/)) {
    if (part.trim() === '') continue
    const { found, rest } = daysOf(part.trim())
    if (found !== null) days = found
    const times = timesOf(rest)
    if (times === null) return null
    for (const [from, to] of times) openings.push({ days, from, to })
  }
  return areOpenings(openings) && openings.length > 0 ? openings : null
}

const dayNumber = (name: string): number => {
  const zh = zhDays.indexOf(name.replace(/^(周|星期|礼拜)/, '').replace('天', '日'))
  if (zh >= 0 && name !== '') return zh + 1
  return enDays.findIndex((day) => name.toLowerCase().startsWith(day.slice(0, 2).toLowerCase())) + 1
}
const oneDay = '(?:(?:周|星期|礼拜)?[一二三四五六日天]|(?:mo|tu|we|th|fr|sa|su)[a-z]*)'

function daysOf(text: string): { found: number[] | null; rest: string } {
  const named = /^(每天|每日|天天|daily|工作日|weekdays|周末|weekend)\s*/i.exec(text)
  if (named !== null) {
    const rest = text.slice(named[0].length)
    if (/工作日|weekdays/i.test(named[0])) return { found: [1, 2, 3, 4, 5], rest }
    return { found: /周末|weekend/i.test(named[0]) ? [6, 7] : everyDay, rest }
  }
  const list = new RegExp(`^${oneDay}(?:\\s*[-、,，]\\s*${oneDay})*\\s*:?\\s*`, 'i').exec(text)
  if (list === null) return { found: null, rest: text }
  const days = new Set<number>()
  for (const range of list[0].split(/[、,，]/)) {
    const [first, last] = range
      .replace(/:\s*$/, '')
      .trim()
      .split('-')
      .map((name) => dayNumber(name.trim()))
    if (!first || last === 0) return { found: null, rest: text }
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day)
      if (day === (last ?? first)) break
    }
  }
  return { found: [...days].sort((a, b) => a - b), rest: text.slice(list[0].length) }
}

function timesOf(text: string): [string, string][] | null {
  const times: [string, string][] = []
  for (const part of text.split(/[,，、\s]+(?=\d)/)) {
    const found = /^(\d{1,2})(?:[:点时](\d{2})?)?分?\s*-\s*(\d{1,2})(?:[:点时](\d{2})?)?分?$/.exec(
      part.trim(),
    )
    if (found === null) return null
    const clock = (hour: string | undefined, minute: string | undefined) =>
      `${String(hour).padStart(2, '0')}:${minute ?? '00'}`
    times.push([clock(found[1], found[2]), clock(found[3], found[4])])
  }
  return times
}

function sayDays(days: readonly number[], lang: Lang): string {
  if (days.length === 7) return lang === 'zh' ? '每天' : 'Daily'
  const name = (day: number, first: boolean) =>
    lang === 'zh' ? `${first ? '周' : ''}${zhDays[day - 1]}` : (enDays[day - 1] ?? '')
  const inRow = days.length > 2 && days.at(-1)! - days[0]! === days.length - 1
  if (inRow)
    return lang === 'zh'
      ? `${name(days[0]!, true)}至周${zhDays[days.at(-1)! - 1]}`
      : `${name(days[0]!, true)}–${name(days.at(-1)!, true)}`
  return days.map((day, i) => name(day, i === 0)).join(lang === 'zh' ? '、' : ', ')
}

export function sayOpenings(openings: readonly Opening[], lang: Lang): string {
  const allDay =
    openings.length === 1 && openings[0]!.from === '00:00' && openings[0]!.to === '24:00'
  if (allDay && openings[0]!.days.length === 7) return lang === 'zh' ? '24 小时' : 'Day and night'
  const groups = new Map<string, string[]>()
  for (const { days, from, to } of openings) {
    const key = sayDays(days, lang)
    groups.set(key, [...(groups.get(key) ?? []), `${short(from)}–${short(to)}`])
  }
  const parts = [...groups].map(
    ([days, times]) => `${days} ${times.join(lang === 'zh' ? '、' : ', ')}`,
  )
  return parts.join(lang === 'zh' ? '；' : '; ')
}

const short = (time: string): string => time.replace(/^0(?=\d:)/, '')

/** `weekday` 1–7 and `time` HH:MM on the wall of the place; null where no hours are known. */
export function isOpenAt(
  openings: readonly Opening[],
  weekday: number,
  time: string,
): boolean | null {
  if (openings.length === 0) return null
  return openings.some(({ days, from, to }) => days.includes(weekday) && from <= time && time < to)
}
