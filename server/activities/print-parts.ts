// What the printed sheets share: days and times as paper says them, the head, the foot, the size a title fits in.
import type { ProgrammeView, SessionLine } from '#core/activities/contract-programme.ts'
import { spokenTime } from '#core/activities/rule-words.ts'
import { printWords } from '#core/activities/words-print.ts'
import { localDate, localTime, weekday } from '#core/kit/time.ts'
import type { LocalDate } from '#core/kit/time.ts'
import { type Lang, type Words, say } from '#core/kit/words.ts'
import { type Block, type Run, type Shape, inks, mark, twinRule } from '../kit/pdf-sheet.ts'

export type Printing = { lang: Lang; timeZone: string; publicUrl: string }

export const weekdayWords: readonly Words[] = [
  { zh: '星期一', en: 'Monday' },
  { zh: '星期二', en: 'Tuesday' },
  { zh: '星期三', en: 'Wednesday' },
  { zh: '星期四', en: 'Thursday' },
  { zh: '星期五', en: 'Friday' },
  { zh: '星期六', en: 'Saturday' },
  { zh: '星期日', en: 'Sunday' },
]
export const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export const weekdayOf = (day: LocalDate, lang: Lang) =>
  weekdayWords[weekday(day) - 1]?.[lang] ?? ''

/** 2026 年 11 月 24 日; 24 November 2026. */
export function longDay(day: LocalDate, lang: Lang): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return lang === 'zh'
    ? `${year} 年 ${Number(month)} 月 ${Number(date)} 日`
    : `${Number(date)} ${monthsEn[Number(month) - 1]} ${year}`
}

/** 11 月 23 日至 29 日; 23–29 November. */
export function spanOfDays(from: LocalDate, to: LocalDate, lang: Lang): string {
  const [, fromMonth = '', fromDate = ''] = from.split('-')
  const [, toMonth = '', toDate = ''] = to.split('-')
  const same = fromMonth === toMonth
  if (lang === 'zh')
    return `${Number(fromMonth)} 月 ${Number(fromDate)} 日至 ${same ? '' : `${Number(toMonth)} 月 `}${Number(toDate)} 日`
  const month = (text: string) => monthsEn[Number(text) - 1] ?? ''
  return same
    ? `${Number(fromDate)}–${Number(toDate)} ${month(toMonth)}`
    : `${Number(fromDate)} ${month(fromMonth)} – ${Number(toDate)} ${month(toMonth)}`
}

/** 14:00, without the naught of the morning: 9:30. */
export const clock = (instant: string, timeZone: string) =>
  localTime(instant, timeZone).replace(/^0/, '')

export const spokenClock = (instant: string, { timeZone, lang }: Printing) =>
  spokenTime(localTime(instant, timeZone))[lang]

/** 十六, 初一; only where the platform knows the calendar, and only in Chinese. */
export function lunarDay(day: LocalDate, lang: Lang): string {
  if (lang !== 'zh') return ''
  const parts = lunar.formatToParts(new Date(`${day}T12:00:00Z`))
  const number = Number.parseInt(parts.find((part) => part.type === 'day')?.value ?? '', 10)
  const month = parts.find((part) => part.type === 'month')?.value ?? ''
  return number === 1 ? month : (lunarDays[number - 1] ?? '')
}
const lunar = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', {
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
})
const tens = ['初', '十', '廿']
const ones = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const lunarDays = Array.from({ length: 30 }, (_, i) => {
  if (i === 9 || i === 19 || i === 29) return ['初十', '二十', '三十'][(i - 9) / 10] ?? ''
  return `${tens[Math.floor(i / 10)]}${ones[i % 10]}`
})

/** How wide a text is, in ems: 汉字 are one each, Latin letters a good half. */
export function emsOf(text: string): number {
  let ems = 0
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1
  return ems
}

/** The largest of these sizes in which a text fits a box; the smallest if none does. */
export function sizeThatFits(
  text: string,
  box: { width: number; height: number; lineHeight: number },
  sizes: readonly number[],
): number {
  const fits = (size: number) => {
    const lines = Math.ceil(emsOf(text) / Math.max(1, Math.floor(box.width / size)))
    return lines * size * box.lineHeight * 1.16 <= box.height
  }
  return sizes.find(fits) ?? sizes.at(-1) ?? 12
}

/** Cut at so many characters, with 等 or … at the end: for cells that must not grow. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** What was typed may hold what no font has a sign for: control characters go, line ends become spaces. */
export const printable = (text: string) =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu, ' ').trim()

export function headOf(width: number, left: string, right: string, size = 13): Block {
  return {
    stack: [
      {
        columns: [
          { width: size + 10, stack: [mark(size + 2)], margin: [0, 1, 0, 0] },
          { width: '*', text: printable(left), fontSize: size, bold: true },
          { width: 'auto', text: printable(right), fontSize: size, alignment: 'right' },
        ],
      },
      { stack: [twinRule(width)], margin: [0, 6, 0, 0] },
    ],
  }
}

export const dashedBox = (w: number, h: number): Shape => ({
  type: 'rect',
  x: 0,
  y: 0,
  w,
  h,
  lineWidth: 0.6,
  lineColor: inks.ink3,
  dash: { length: 2.2, space: 1.8 },
})

/** 鱼尾, the notched mark that opens a point of a poster. */
export function notch(size: number): Block {
  const points = [
    [0, 0],
    [size * 0.72, 0],
    [size * 0.72, size],
    [size * 0.36, size * 0.66],
    [0, size],
  ]
  return {
    canvas: [
      {
        type: 'polyline',
        closePath: true,
        color: inks.accent,
        points: points.map(([x = 0, y = 0]) => ({ x, y })),
      },
    ],
  }
}

export type Where = Pick<ProgrammeView, 'rooms'>
/** 三楼 健康大讲堂, or wherever else it is. */
export function whereOf(session: SessionLine, { rooms }: Where, lang: Lang): string {
  const room = rooms.find((one) => one.id === session.roomId)
  if (room === undefined) return session.place ?? ''
  return `${room.floorName[lang]} ${room.name[lang]}`
}

export function lecturerText(lecturer: SessionLine['lecturer']): string {
  if (lecturer === null) return ''
  const { organisation, role, shown } = lecturer
  return [`${organisation ?? ''}${role ?? ''}`, shown ?? ''].filter(Boolean).join(' ')
}

/** 停一次 or 改期, in the colour of what one should look at. */
export function stateRun(session: SessionLine, lang: Lang, fontSize: number): Run[] {
  const text = session.cancelled
    ? printWords.cancelled
    : session.movedFrom === null
      ? null
      : printWords.moved
  return text === null
    ? []
    : [{ text: ` ${say(text, lang)}`, color: inks.zhe, bold: true, fontSize }]
}

export const dayOf = (instant: string, timeZone: string) => localDate(instant, timeZone)
